"""What can be called."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from .types import Documentation, JsonValue, Type
from ..source import Location


class ParameterPlace(Enum):
    """Where a parameter goes."""

    PATH = "path"
    QUERY = "query"
    QUERY_STRING = "querystring"
    HEADER = "header"
    COOKIE = "cookie"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter outside the body.

    Args:
        name: on the wire.
        place: where it goes.
        type: what it may be.
        required: whether it must be given.
        style: `simple`, `form`, `deepObject`, …; the default of the place filled in.
        explode: whether items are written apart; the default of the style filled in.
        allow_reserved: whether reserved characters stay as they are.
        media_type: how the value is written when no style says it, else `""`.
        documentation: what is said of it.
        origin: where it stands.
    """

    name: str
    place: ParameterPlace
    type: Type
    required: bool
    style: str
    explode: bool
    allow_reserved: bool
    media_type: str
    documentation: Documentation
    origin: Location


@dataclass(frozen=True, slots=True)
class PartEncoding:
    """How one property of a form is written (Encoding Object).

    Args:
        name: the property.
        media_type: its content type, `""` for the default of its type.
        style: as of a query parameter, `""` when none is given; `brackets` for lists whose
            parts are called `name[]`.
        explode: as of a query parameter; `None` when none is given.
    """

    name: str
    media_type: str = ""
    style: str = ""
    explode: bool | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """What a request carries.

    Args:
        media_type: the one that the client sends.
        type: what it may be.
        required: whether it must be given.
        description: what is said of it.
        media_types: all that the document allows, the chosen one among them.
        encodings: of the properties of a form.
        origin: where it stands.
        form: the multipart form that may be sent instead of JSON.
    """

    media_type: str
    type: Type
    required: bool
    description: str
    media_types: tuple[str, ...]
    encodings: tuple[PartEncoding, ...]
    origin: Location
    form: Body | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """What an answer holds in one media type.

    Args:
        media_type: in lower case, without parameters.
        type: of the whole; `None` when the document does not say.
        item: of each item of a sequence (`itemSchema`), such as an event.
    """

    media_type: str
    type: Type | None
    item: Type | None = None


@dataclass(frozen=True, slots=True)
class StatusResponse:
    """An answer that may come.

    Args:
        status: `200`, `4XX` or `default`.
        description: what it means.
        contents: by media type, in the order of the document.
        origin: where it stands.
        headers: the names of those that are declared, in lower case.
    """

    status: str
    description: str
    contents: tuple[Content, ...]
    origin: Location
    headers: tuple[str, ...] = ()

    @property
    def successful(self) -> bool:
        """Whether it is an answer of success (2XX)."""
        return self.status.startswith("2")


@dataclass(frozen=True, slots=True)
class StreamParameter:
    """What a caller sets to be answered by a stream.

    Args:
        name: on the wire.
        in_body: whether it is a property of the body, and not a query parameter.
        on: whether the answer is a stream unless it is set to something else.
        documentation: what is said of it.
        value: what asks for a stream; `""`: that it is true.
        others: what asks for something else, where that is not that it is false.
    """

    name: str
    in_body: bool
    on: bool
    documentation: str
    value: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Streaming:
    """An answer that comes bit by bit.

    Args:
        item: the type of each item.
        media_type: of the stream.
        switch: what asks for it, `None` when the answer is always a stream, or when no
            property does.
        form: how server-sent events carry items: as JSON in their `data`, as their `text`,
            as objects with name and data (`named`), or those with data as it is (`named
            text`).
        ends: what marks the end of each stream, `""` when nothing does.
        final: how the items add up to the answer that comes without streaming, `()` when
            the document does not show it: `("pieces", list, piece, whole)` where the
            `piece` of each entry of the list is to be appended to its `whole`, or
            `("event", tag, member, …)` where the answer is the member of the newest event
            that has one, complete when the tag is one of the values that follow, or
            `("whole", tag, …)` where the answer is that event, but for its tag.
        total: the type that they add up to, `None` where `final` is empty.
    """

    item: Type
    media_type: str
    stream_parameter: StreamParameter | None = None
    form: str = "data"
    ends: str = ""
    final: tuple[str, ...] = ()
    total: Type | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What a call returns.

    Args:
        contents: what may come with success; empty when there is nothing.
        streaming: how it comes as a stream, `None` when it never does.
        empty: whether an answer without content (204) may come beside others.
    """

    contents: tuple[Content, ...]
    streaming: Streaming | None = None
    empty: bool = False


class PageKind(Enum):
    """What leads from one page of a list to the next."""

    TOKEN = "token"
    """A value of the answer, which the next request sends back."""
    ID = "id"
    """The identifier of the last item."""
    NUMBER = "number"
    """The number of the page, one more each time."""
    OFFSET = "offset"
    """The number of items that are passed over."""
    URL = "url"
    """An address in the answer's body."""
    LINK = "link"
    """An address in the header `Link` with the relation `next` (RFC 8288)."""


KeyPath: TypeAlias = tuple[str, ...]
"""The keys that lead from the body of an answer to a value; empty: it has none."""


@dataclass(frozen=True, slots=True)
class Pagination:
    """How a list goes on.

    Args:
        kind: what leads to the next page.
        items: the way to the items; empty when the body is the list itself.
        item: the type of each.
        send: the parameter that chooses the page; `""` where an address is followed.
        in_body: whether that is a property of the request's body.
        next: the way to the token or address, or to the identifier of the last item.
        id: the property of an item that identifies it.
        more: the way to what says that there are more pages.
        done: the way to what says that there are none.
        total: the way to the number of items in all pages.
        pages: the way to the number of pages.
        current: the way to the number of this page.
        first: the number of the first page, or the offset of the first item.
    """

    kind: PageKind
    items: KeyPath
    item: Type
    send: str = ""
    in_body: bool = False
    next: KeyPath = ()
    id: str = "id"
    more: KeyPath = ()
    done: KeyPath = ()
    total: KeyPath = ()
    pages: KeyPath = ()
    current: KeyPath = ()
    first: int = 0


@dataclass(frozen=True, slots=True)
class Polling:
    """What is waited for: an operation that is asked until a field has one of a few values.

    Args:
        asked: the id of that operation.
        field: the way to the field.
        until: the values that end it.
        begin: the id of the operation that begins it; `""`: it was begun before.
        ids: which key of its answer gives which path parameter: `(parameter, key)`.
    """

    asked: str
    field: KeyPath
    until: tuple[str, ...]
    begin: str = ""
    ids: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Sample:
    """A call that the document shows.

    Args:
        title: what it shows, `""` when it says nothing.
        sources: by language, as the document calls it: `(language, code)`.
        answer: what is answered, as text; `""` when not shown.
    """

    title: str
    sources: tuple[tuple[str, str], ...]
    answer: str


@dataclass(frozen=True, slots=True)
class Example:
    """A value that the document shows for a body or an answer."""

    title: str
    media_type: str
    value: JsonValue


@dataclass(frozen=True, slots=True)
class Naming:
    """What an operation is called, and why.

    Args:
        resource: the words of the resource that it belongs to.
        name: the words of what it does there.
        source: who says so, as an end of a sentence: "its path".
        origin: the place that says so, where there is one.
        lost: why other names lost, a sentence each.
        keywords: the arguments that the sample gives by keyword.
        positional: how many it gives by position.
        others: the calls that further samples have for it.
    """

    resource: tuple[str, ...]
    name: tuple[str, ...]
    source: str
    origin: Location | None = None
    rejected: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    positional: int = 0
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Operation:
    """A call.

    Args:
        id: the operation id, or one made from method and path.
        method: in upper case.
        path: as declared, with its `{parameters}` and any query.
        resource: the words of the resource that it belongs to.
        name: the words of what it does there.
        naming: why it is called so.
        title: how the reference calls it.
        summary: one line.
        description: CommonMark.
        returns: what is said of the answer.
        deprecated, beta, legacy: its standing.
        parameters: in the order of the document, but path parameters first, in the order
            in which they may be given by position.
        body: `None` when nothing is sent.
        outcomes: all answers that the document names.
        result: what a call returns.
        security: alternatives, each a set of credentials by name; `None` for the API's.
        servers: its own servers' URLs; empty for the API's.
        samples, examples, request_examples: what the document shows.
        origin: where it stands.
        group: the chapter of the reference that it names, `""` for none.
        tags: the names of its tags.
        badges: marks that readers see.
        alias_of: what it should be called by, where this is its name of former times.
        pagination: how the list that it returns goes on; `None` for everything else.
    """

    id: str
    method: str
    path: str
    resource: tuple[str, ...]
    name: tuple[str, ...]
    naming: Naming
    title: str
    summary: str
    description: str
    returns: str
    deprecated: bool
    beta: bool
    legacy: bool
    parameters: tuple[Parameter, ...]
    body: Body | None
    responses: tuple[StatusResponse, ...]
    result: Result
    security: tuple[tuple[str, ...], ...] | None
    servers: tuple[str, ...]
    samples: tuple[Sample, ...]
    request_examples: tuple[Example, ...]
    examples: tuple[Example, ...]
    origin: Location
    group: str = ""
    tags: tuple[str, ...] = ()
    badges: tuple[str, ...] = ()
    alias_of: str = ""
    pagination: Pagination | None = None
