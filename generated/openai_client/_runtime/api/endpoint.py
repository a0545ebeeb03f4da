"""What the document says about one operation, as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .api import Server
    from ..pagination.next_page import Paging
    from ..requests.parameters import Template

Security: TypeAlias = "tuple[tuple[str, ...], ...]"
Style: TypeAlias = "str | tuple[str, bool] | tuple[str, bool, bool]"


class Endpoint:
    """One operation of an API; serves the sync and the async method alike.

    Args:
        method: The HTTP method, in capitals.
        path: The path template. `{name}` stands for a path parameter, several of them
            may stand in one segment; a query (`?beta=true`) may follow, a fragment is
            not sent.
        body: Media type of the request body; `None`: the operation has none.
        body_without_files: Media type of the request body when none of `files` is among
            its members; `None`: the same.
        accept: Value of the `Accept` header.
        returns: Annotation of the answer, in the words of the client's `types`
            package: `"ChatCompletion"`, `"list[Model]"`, `"str"`, `"BinaryResponse"`
            for a download, `None` where there is nothing to give back.
        errors: Annotations of error bodies by status: `"404"`, `"4XX"`, `"default"`.
            What stands here goes before the `errors` of the `Api`.
        styles: Serialization of parameters that do not have the default of their
            place, by `name` or, where two places share a name, by `place:name`:
            `(style, explode)`, `(style, explode, allow_reserved)`, or `"json"` for
            parameters described by a `content` map. Defaults: path and header
            `("simple", False)`, query and cookie `("form", True)`. The style
            `"querystring"` makes the value, a mapping, the whole query.
        security: Alternatives, each the names of credentials that go together; `()`
            sends none, `None` is what the `Api` says.
        files: Properties of a multipart body that are uploads.
        stream: Annotation of the items of a streamed answer.
        streams: Whether the answer is a stream unless the caller says `stream=False`;
            otherwise it is where they ask for one, or where there is no other.
        switch: The parameter by which a caller asks for a stream, and its value that
            does; default: `("stream", True)`.
        stream_media: Media type of a streamed answer.
        events: How server-sent events carry the items: `"data"`, as JSON in their data;
            `"text"`, as their data; `"named"`, as objects with the event's name as `event`
            and what the JSON in its data means as `data`; `"named text"`, as such objects
            with the data as it is.
        ends: What marks the end of a stream, so that an end without is an error; `""`:
            nothing does.
        final: How the items of a stream add up to the answer (see `accumulation`).
        total: Annotation of what they add up to; `None`: `returns`.
        page: How the list that is the answer goes on; `returns` is then the name of a
            page's class, which has an `Async` one beside it, or a `list[…]`.
        idempotency: Name of the header that carries an idempotency key.
        servers: Servers of this operation alone.
        encodings: Properties of a form or multipart body that are not encoded the
            usual way: a media type (`"application/json"`) or a style as above, with
            `"brackets"` for arrays whose parts are called `name[]`.
    """

    __slots__ = (
        "method",
        "path",
        "body",
        "body_without_files",
        "accept",
        "returns",
        "errors",
        "styles",
        "security",
        "files",
        "stream",
        "streams",
        "switch",
        "stream_media",
        "events",
        "ends",
        "final",
        "total",
        "page",
        "idempotency",
        "servers",
        "encodings",
        "template",
        "convert",
    )

    def __init__(
        self,
        method: str,
        path: str,
        *,
        body: str | None = None,
        body_without_files: str | None = None,
        accept: str = "application/json",
        returns: str | None = None,
        errors: Mapping[str, str] = {},
        styles: Mapping[str, Style] = {},
        security: Security | None = None,
        files: tuple[str, ...] = (),
        stream: str | None = None,
        streams: bool = False,
        switch: tuple[str, str | bool] = ("stream", True),
        stream_media: str = "text/event-stream",
        events: str = "data",
        ends: str = "",
        final: tuple[str, ...] | None = None,
        total: str | None = None,
        page: Paging | None = None,
        idempotency: str | None = None,
        servers: tuple[Server, ...] = (),
        encodings: Mapping[str, Style] = {},
    ) -> None:
        self.method = method
        self.path = path
        self.body = body
        self.body_without_files = body_without_files
        self.accept = accept
        self.returns = returns
        self.errors = errors
        self.styles = styles
        self.security = security
        self.files = files
        self.stream = stream
        self.streams = streams
        self.switch = switch
        self.stream_media = stream_media
        self.events = events
        self.ends = ends
        self.final = final
        self.total = total
        self.page = page
        self.idempotency = idempotency
        self.servers = servers
        self.encodings = encodings
        # Both are worked out at the first call.
        self.template: Template | None = None
        self.convert: Callable[[Any], Any] | None = None

    def __repr__(self) -> str:
        return f"Endpoint({self.method!r}, {self.path!r})"
