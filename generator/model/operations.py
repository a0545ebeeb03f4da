"""Operations: parameters, bodies, responses, pagination and streaming."""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

from ..frozen_dataclass import dataclass
from ..source import Location
from .accumulation import AccumulationRule, Blocks, StreamText
from .bodies import Body
from .callbacks import Callback
from .command_names import CommandNames
from .links import Link
from .naming import Naming
from .page_kind import PageKind
from .response_headers import ResponseHeader
from .servers import Server
from .streamed_part import StreamedPart
from .types import Documentation, ExternalDocs, JsonValue, Type


class ParameterPlace(Enum):
    """Location of a parameter."""

    PATH = "path"
    QUERY = "query"
    QUERY_STRING = "querystring"
    HEADER = "header"
    COOKIE = "cookie"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter outside the body.

    Args:
        name: Name in the request.
        place: Location in the request.
        type: Type of the value.
        required: Whether the parameter is required.
        style: `simple`, `form`, `deepObject`, …; defaults are filled in. `brackets` sends
            `name[]` for each item of a list and `name[key]` for each member. `json` or
            `text` if the parameter uses `content`, `form` if that is the whole query.
        explode: Whether items are separate parameters; defaults are filled in.
        allow_reserved: Whether reserved characters are not percent-encoded.
        media_type: Media type of the value if it uses `content`; else `""`.
        documentation: Documentation of the parameter.
        origin: Location in the document.
        argument: Name that the document declares for the argument; `""` if it is `name`.
        command: What it declares for the command line.
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
    argument: str = ""
    command: CommandNames = CommandNames()


@dataclass(frozen=True, slots=True)
class Content:
    """Content of a response in one media type.

    Args:
        media_type: Media type in lower case, without parameters.
        type: Type of the whole content; `None` if there is no schema.
        item: Type of each item of a sequence, such as an event (`itemSchema`).
        written: Media type as written in the document, if it has parameters such as
            `version=2`; else `""`.
        part_media: Media types of the parts of a multipart stream by position, as written in
            the document; the last ones are those of all further parts. Empty for other
            contents.
    """

    media_type: str
    type: Type | None
    item: Type | None = None
    written: str = ""
    part_media: tuple[tuple[str, ...], ...] = ()

    @property
    def full_media_type(self) -> str:
        """The media type with its parameters, as it is sent in a header."""
        return self.written or self.media_type


@dataclass(frozen=True, slots=True)
class StatusResponse:
    """A response that the document declares for a status code.

    Args:
        status: `200`, `4XX` or `default`.
        description: CommonMark.
        contents: Contents by media type, in document order.
        origin: Location in the document.
        headers: Declared headers, in document order.
    """

    status: str
    description: str
    contents: tuple[Content, ...]
    origin: Location
    headers: tuple[ResponseHeader, ...] = ()

    @property
    def successful(self) -> bool:
        """Whether the status code is 2XX."""
        return self.status.startswith("2")


@dataclass(frozen=True, slots=True)
class StreamParameter:
    """The parameter that selects a streaming response.

    Args:
        name: Name in the request.
        in_body: Whether it is a property of the body; else it is a query parameter.
        default_on: Whether the response is a stream if the parameter is omitted.
        documentation: Documentation of the parameter.
        stream_value: Value that selects streaming; `""` for `true`.
        other_values: Values that select another response, if it is not a boolean.
    """

    name: str
    in_body: bool
    default_on: bool
    documentation: str
    stream_value: str = ""
    other_values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Streaming:
    """A streaming response.

    Args:
        item: Type of each item.
        media_type: Media type of the stream.
        stream_parameter: Parameter that selects it; `None` if the response is always a
            stream, or if no parameter selects it.
        event_format: Content of a server-sent event: `data` for JSON, `text` for plain text,
            `named` for an object of event name and JSON data, `named text` for an object
            of event name and plain data.
        end_marker: Data of the event that ends each stream; `""` if there is none.
        aggregation: How items are combined into the non-streaming response, or `()`.
            `("pieces", list, piece, whole)`: append the `piece` of each entry of the list
            to its `whole`. `("event", tag, member, …)`: the `member` of the last event
            that has one, complete with one of these tags. `("whole", tag, …)`: that event
            without its tag. `("blocks", tag, …)`: as `blocks` describes. `("rules", tag,
            …)`: as `rules` describes, complete with one of these tags if there are any.
        aggregated_type: Type of the combined response; `None` if `aggregation` is empty.
        texts: Paths in an entry of `pieces` of the strings that are appended.
        blocks: Events that begin and extend the parts of the response.
        text: The text of the response; `None` if it is unknown.
        rules: Effects of the items that the settings state.
        parts: Parts of a multipart stream by position; the last one describes all further
            parts. Empty for other streams.
    """

    item: Type
    media_type: str
    stream_parameter: StreamParameter | None = None
    event_format: str = "data"
    end_marker: str = ""
    aggregation: tuple[str, ...] = ()
    aggregated_type: Type | None = None
    texts: tuple[KeyPath, ...] = ()
    blocks: Blocks | None = None
    text: StreamText | None = None
    rules: tuple[AccumulationRule, ...] = ()
    parts: tuple[StreamedPart, ...] = ()


@dataclass(frozen=True, slots=True)
class TextFormat:
    """The parameter that selects a text in place of JSON.

    Args:
        name: Name in the request.
        in_body: Whether it is a property of the body; else it is a query parameter.
        text_values: Values that select a text.
        other_values: Values that select JSON.
        default_on: Whether the response is a text if the parameter is omitted.
    """

    name: str
    in_body: bool
    text_values: tuple[str, ...]
    other_values: tuple[str, ...]
    default_on: bool


@dataclass(frozen=True, slots=True)
class Result:
    """The result of a successful call.

    Args:
        contents: Possible contents of all status codes; empty if no response has a body.
        streaming: Streaming response; `None` if the operation does not stream.
        empty: Whether a response without content (204) is possible besides `contents`.
        by_status: Contents by status code (`200`, `2XX`), if the types of the responses
            differ or some have no content; else empty.
        alternatives: Contents that the server returns only if the request selects their
            media type.
        undeclared: Whether the document declares no body although the status code allows
            one, so that the body can be anything.
        text_format: Parameter that selects a text in place of `contents`.
    """

    contents: tuple[Content, ...]
    streaming: Streaming | None = None
    empty: bool = False
    by_status: tuple[tuple[str, tuple[Content, ...]], ...] = ()
    alternatives: tuple[Content, ...] = ()
    undeclared: bool = False
    text_format: TextFormat | None = None


KeyPath: TypeAlias = tuple[str, ...]
"""Keys from the response body to a value; empty if there is no such value."""


@dataclass(frozen=True, slots=True)
class Pagination:
    """Pagination of a list operation.

    Args:
        kind: How the next page is requested.
        items: Path of the items; empty if the body is the list.
        item: Type of an item.
        send: Parameter that selects the page; `""` if a URL is followed.
        in_body: Whether that parameter is a property of the request body.
        send_object: Path of the object in the body, or in the query, that contains the
            parameter; empty for the body or the query itself.
        next: Path of the token or URL, or of the id of the last item.
        id: Path of the id in an item.
        more: Path of the flag that is true if there are more pages.
        done: Path of the flag that is true on the last page.
        total: Path of the number of items on all pages.
        pages: Path of the number of pages.
        current: Path of the number of this page.
        first: Number of the first page, or offset of the first item.
    """

    kind: PageKind
    items: KeyPath
    item: Type
    send: str = ""
    in_body: bool = False
    send_object: KeyPath = ()
    next: KeyPath = ()
    id: KeyPath = ("id",)
    more: KeyPath = ()
    done: KeyPath = ()
    total: KeyPath = ()
    pages: KeyPath = ()
    current: KeyPath = ()
    first: int = 0


@dataclass(frozen=True, slots=True)
class Polling:
    """An operation that is polled until it reaches a terminal status.

    Args:
        operation_id: Id of the operation that is polled.
        field: Path of the status in its response.
        terminal_values: Terminal values of the status.
        created_by: Id of the operation that starts the work; `""` to poll existing work.
        path_arguments: Key of the response of `created_by` for each path parameter:
            `(parameter, key)`.
    """

    operation_id: str
    field: KeyPath
    terminal_values: tuple[str, ...]
    created_by: str = ""
    path_arguments: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Sample:
    """A code sample of an operation.

    Args:
        title: Title; `""` if there is none.
        sources: Source code by language: `(language, code)`.
        response: Response as text; `""` if there is none.
    """

    title: str
    sources: tuple[tuple[str, str], ...]
    response: str


@dataclass(frozen=True, slots=True)
class Example:
    """An example of a request or response body."""

    title: str
    media_type: str
    value: JsonValue


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation of the API.

    Args:
        id: The `operationId`, or an id derived from method and path.
        method: HTTP method in upper case.
        path: Path as declared, including `{parameters}` and a query.
        resource: Words of the resource.
        name: Words of the method.
        naming: Source of the name.
        title: Title in the reference.
        summary: One line.
        description: CommonMark.
        returns: Description of the response.
        deprecated: Whether the operation is deprecated.
        beta: Whether the operation is in beta.
        legacy: Whether the operation is a legacy operation.
        parameters: Path parameters, those that can be passed by position first; then the
            others in document order.
        positional: Number of path parameters that can be passed by position.
        body: Request body; `None` if there is none.
        responses: All responses that the document declares.
        result: Result of a successful call.
        security: Alternatives, each a set of credentials by name; `None` for the
            requirements of the API.
        servers: The operation's own servers, either one or one for each server of the API;
            empty for the servers of the API.
        samples: Code samples.
        request_examples: Examples of the request body.
        examples: Examples of the response body.
        origin: Location in the document.
        group: Id of its chapter in the reference; `""` for none.
        tags: Names of its tags.
        badges: Badges in the reference.
        alias_of: Current name, if this operation is a deprecated alias.
        until: Version of the package that removes the alias; `""` for none.
        pagination: Pagination of the list that it returns; `None` if it returns no list.
        external_docs: Link to external documentation, if there is one.
        callbacks: Requests that the API sends after the operation.
        headers: Names and values of constant request headers that samples show.
        command: Names of the command that calls it in a shell.
        links: Calls that can follow its responses.
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
    positional: int
    body: Body | None
    responses: tuple[StatusResponse, ...]
    result: Result
    security: tuple[tuple[str, ...], ...] | None
    servers: tuple[Server, ...]
    samples: tuple[Sample, ...]
    request_examples: tuple[Example, ...]
    examples: tuple[Example, ...]
    origin: Location
    group: str = ""
    tags: tuple[str, ...] = ()
    badges: tuple[str, ...] = ()
    alias_of: str = ""
    until: str = ""
    pagination: Pagination | None = None
    external_docs: ExternalDocs | None = None
    callbacks: tuple[Callback, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    command: CommandNames = CommandNames()
    links: tuple[Link, ...] = ()

    @property
    def calls_resource(self) -> bool:
        """Whether the resource alone calls it, as in `client.embed()`."""
        return self.naming.calls_resource and not self.alias_of
