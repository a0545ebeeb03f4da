"""Description of an operation, as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Required, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import httpx2
    from typing_extensions import TypedDict

    from .api import Security, Server

    KeyPath: TypeAlias = "str | tuple[str, ...]"
    """A key of a JSON object, or the keys from the root to a nested value."""

    class Paging(TypedDict, total=False):
        """Pagination of an operation. Missing keys have the default that is documented."""

        kind: Required[
            Literal["token", "id", "number", "offset", "url", "link", "single"]
        ]
        """The value that identifies the next page: a token in the response, the identifier
        of the last item, a page number, the number of preceding items, a URL in the body,
        or a URL in the `Link` header. `single`: there is no next page."""
        items: KeyPath
        """Key path of the list of items. `()`: the body itself. Default: `data`."""
        send: KeyPath
        """Name of the parameter that selects the page, or its key path in the query or in the
        body."""
        place: Literal["body"]
        """Location of that parameter. Default: the query."""
        next: KeyPath
        """Key path of the token, the URL, or the last identifier."""
        id: KeyPath
        """Key path of an item's identifier. Default: `id`."""
        more: KeyPath
        """Key path of a flag that is true if there are more pages."""
        done: KeyPath
        """Key path of a flag that is true on the last page."""
        total: KeyPath
        """Key path of the number of items in all pages."""
        pages: KeyPath
        """Key path of the number of pages."""
        current: KeyPath
        """Key path of the number of this page."""
        first: int
        """Number of the first page, or offset of the first item. Default: 0."""


Style: TypeAlias = str | tuple[str, bool] | tuple[str, bool, bool]
"""`"json"`, a media type, or name, explode and allow_reserved of a style."""

Template: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]
"""A path and a query, each alternating between literals and parameter names."""


_OF_CALLS = ("convert", "last_url", "parse_text", "find_arguments_parser")
"""Attributes that calls set."""


class Endpoint:
    """An operation of an API, for both synchronous and asynchronous methods.

    Args:
        method: HTTP method in upper case.
        path: Path template. A segment can contain several parameters such as `{name}`. A
            query such as `?beta=true` can follow; a fragment is not sent.
        body: Media type of the request body; `None`: the operation has no body.
        body_without_files: Media type of a request body that contains none of `files`;
            `None`: the same as `body`.
        optional_body: Whether a body without members, or `None` that is not JSON, is not sent.
        accept: Value of the `Accept` header.
        returns: Annotation of the response with names of the client's `types` package, such
            as `"ChatCompletion"`, `"list[Model]"` or `"str"`. `"BinaryResponse"`: a
            download. `None`: the method returns `None`.
        returns_by_status: Annotations by status code (`"202"`, `"2XX"`) if responses with
            different status codes have different types, or no content; `returns` is then
            their union.
        alternatives: Annotations of other representations by media type. The argument
            `accept` of a method selects one of them.
        errors: Annotations of error bodies by `"404"`, `"4XX"` or `"default"`. They take
            precedence over the `errors` of the `Api`.
        styles: Styles of parameters by `name`, or by `location:name` if two parameters have
            the same name: `(style, explode)`, `(style, explode, allow_reserved)`, or
            `"json"` or `"text"` for parameters with a `content` map. The style
            `"querystring"` sends the members of the value as the query, `"querystring json"`
            and `"querystring text"` the value. `"brackets"` sends `name[]` for each item of a
            list and `name[key]` for each member. Defaults: `("simple", False)` in paths and
            headers, `("form", True)` in queries and cookies.
        security: Alternatives, each of them the names of the credentials that are sent
            together. `()`: no credentials. `None`: the security of the `Api`.
        files: Names of the properties of a multipart body that are files.
        mixed: Those of `files` whose value can also be a string or an object.
        stream: Annotation of the items of a streaming response; `None`: no streaming.
        streams_by_default: Whether the response is streamed by default.
        stream_parameter: Name and value of the stream parameter, which enables streaming.
        stream_media: Media type of a streaming response.
        parts: Annotations of the contents of the parts of a multipart stream, by position
            (`"0"`) and for all others (`"*"`). Empty: the stream is not multipart.
        part_media: Media types of parts that have none, by the keys of `parts`.
        events: Format of the items of server-sent events. `"data"`: JSON in `data`.
            `"text"`: `data` as a string. `"named"`: objects with the event's name as
            `event` and its decoded JSON as `data`. `"named text"`: the same with `data` as
            a string.
        end_marker: Data of the last event of a stream, such as `[DONE]`. A stream without
            it is incomplete. `""`: the stream ends with the body.
        aggregation: How the items of a stream are aggregated (see `accumulation`).
        aggregated_type: Annotation of the aggregated response; `None`: the same as
            `returns`.
        pagination: Pagination of the response. `returns` is then a page class, which has a
            variant with the prefix `Async`, or a list.
        headers: Constant headers of each request, by name. Headers of the client, of
            arguments and of `extra_headers` replace or remove them.
        idempotency: Name of the header with the idempotency key.
        servers: Servers of this operation; default: those of the `Api`.
        encodings: Encodings of properties of a form or multipart body: a media type such as
            `"application/json"`, or a style. A name such as
            `"multipart/form-data:photo"` is that of a property in one media type.
        formats: Places of formatted values in the arguments (see `models.native_types`).
    """

    __slots__ = (
        "accept",
        "aggregated_type",
        "aggregation",
        "alternatives",
        "body",
        "body_without_files",
        "convert",
        "encodings",
        "end_marker",
        "errors",
        "events",
        "files",
        "find_arguments_parser",
        "formats",
        "headers",
        "idempotency",
        "last_url",
        "method",
        "mixed",
        "optional_body",
        "pagination",
        "parse_text",
        "parses",
        "part_media",
        "parts",
        "path",
        "returns",
        "returns_by_status",
        "security",
        "servers",
        "stream",
        "stream_media",
        "stream_parameter",
        "streams_by_default",
        "styles",
        "template",
    )

    # Set by the first call; a call that parses texts sets `convert`, `parses`,
    # `parse_text` and `find_arguments_parser`.
    template: Template | None
    convert: Callable[..., Any] | None
    parses: bool
    parse_text: Callable[[object, str], Any] | None
    find_arguments_parser: Callable[[str, object], Callable[[str], Any] | None] | None
    last_url: tuple[str, httpx2.URL] | None
    """URL of the last call, before and after it was parsed."""

    def __init__(
        self,
        method: str,
        path: str,
        *,
        body: str | None = None,
        body_without_files: str | None = None,
        optional_body: bool = False,
        accept: str = "application/json",
        returns: str | None = None,
        returns_by_status: Mapping[str, str] = {},
        alternatives: Mapping[str, str] = {},
        errors: Mapping[str, str] = {},
        styles: Mapping[str, Style] = {},
        security: Security | None = None,
        files: tuple[str, ...] = (),
        mixed: tuple[str, ...] = (),
        stream: str | None = None,
        streams_by_default: bool = False,
        stream_parameter: tuple[str, str | bool] = ("stream", True),
        stream_media: str = "text/event-stream",
        parts: Mapping[str, str] = {},
        part_media: Mapping[str, str] = {},
        events: str = "data",
        end_marker: str = "",
        aggregation: tuple[Any, ...] | None = None,
        aggregated_type: str | None = None,
        pagination: Paging | None = None,
        headers: Mapping[str, str] = {},
        idempotency: str | None = None,
        servers: tuple[Server, ...] = (),
        encodings: Mapping[str, Style | None] = {},
        formats: Mapping[str, tuple[tuple[str, ...], ...]] = {},
    ) -> None:
        self.method, self.path = method, path
        self.body, self.body_without_files = body, body_without_files
        self.optional_body = optional_body
        self.accept = accept
        self.returns = returns
        self.returns_by_status = returns_by_status
        self.alternatives = alternatives
        self.errors = errors
        self.styles = styles
        self.security = security
        self.files, self.mixed = files, mixed
        self.stream = stream
        self.streams_by_default = streams_by_default
        self.stream_parameter = stream_parameter
        self.stream_media = stream_media
        self.parts, self.part_media = parts, part_media
        self.events, self.end_marker = events, end_marker
        self.aggregation = aggregation
        self.aggregated_type = aggregated_type
        self.pagination = pagination
        self.headers, self.idempotency = headers, idempotency
        self.servers = servers
        self.encodings, self.formats = encodings, formats
        self.template = self.convert = self.last_url = self.parse_text = None
        self.find_arguments_parser = None
        self.parses = False

    def expected(self, status: int, accept: object = None) -> str | None:
        """Return the annotation of a successful response.

        Args:
            status: Status code of the response.
            accept: Media type that the caller selected.
        """
        if isinstance(accept, str) and accept in self.alternatives:
            return self.alternatives[accept]
        by_status = self.returns_by_status
        if by_status:
            for key in (str(status), f"{status // 100}XX"):
                if key in by_status:
                    return by_status[key]
        return self.returns

    def encoding(self, media: str, name: str) -> Style | None:
        """Return the encoding of a property of a form.

        Args:
            media: Media type of the form, without parameters.
            name: Name of the property.
        """
        encodings = self.encodings
        key = f"{media}:{name}"
        return encodings[key] if key in encodings else encodings.get(name)

    def __getstate__(self) -> tuple[None, dict[str, Any]]:
        """Return the attributes, without the function and the URL that calls set."""
        values = {name: getattr(self, name) for name in self.__slots__}
        return None, {**values, **dict.fromkeys(_OF_CALLS)}

    def __repr__(self) -> str:
        return f"Endpoint({self.method!r}, {self.path!r})"
