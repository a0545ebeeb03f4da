"""Responses of the mock transport, for tests of the client's users."""

from __future__ import annotations

from ..frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class MockStream:
    """A streamed response.

    Args:
        media_type: Media type of the stream.
        form: Format of server-sent events, as `events` of an endpoint.
        end_marker: Marker of the end of the stream; `""` for none.
        stream_parameter: Parameter that enables streaming; `""` for none.
        value: Value that enables streaming; `""` for `true`.
        default_on: Whether the response is streamed if the parameter is omitted.
        items: JSON array of the items.
        parts: Media types of the parts of a multipart stream by position, the last one that
            of all further parts; `""` if the content decides. Empty for other streams.
    """

    media_type: str
    form: str
    end_marker: str
    stream_parameter: str
    value: str
    default_on: bool
    items: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MockPage:
    """A paginated list whose end is marked only by a page without items.

    Args:
        send: Path of keys to the parameter that selects the page, as JSON.
        in_body: Whether the parameter is a property of the request body.
        first: Value of the parameter for the first page, as JSON.
        items: Path of keys to the items, as JSON.
    """

    send: str
    in_body: bool
    first: str
    items: str


@dataclass(frozen=True, slots=True)
class MockContent:
    """Content of a response that the request selects by its media type.

    Args:
        media_type: Media type, with its parameters.
        json: Content as JSON; `""` if the content is not JSON.
        text: Content as text; `""` if the content is not text.
    """

    media_type: str
    json: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class MockTextFormat:
    """A parameter that selects a text in place of JSON.

    Args:
        name: Name of the parameter.
        values: Values that select a text.
        default_on: Whether the response is a text if the parameter is omitted.
    """

    name: str
    values: tuple[str, ...]
    default_on: bool


@dataclass(frozen=True, slots=True)
class MockOperation:
    """An operation and its response.

    Args:
        call: Method that calls the operation: `chat.completions.create`.
        method, path: HTTP method and path of the operation, as in the document.
        status: Status code of the response.
        media_type: Media type of the response; `""` if it has no content.
        json: Content as JSON; `""` if the content is not JSON.
        text: Content as text; `""` if the content is not text.
        stream: Response as a stream.
        page: Pagination, if only a page without items ends the list.
        alternatives: Other contents, which the header `Accept` selects.
        text_format: Parameter that selects a text, if there is one.
        empty: Status codes of successful responses without content, except 204 and 205.
    """

    call: str
    method: str
    path: str
    status: int
    media_type: str
    json: str = ""
    text: str = ""
    stream: MockStream | None = None
    page: MockPage | None = None
    alternatives: tuple[MockContent, ...] = ()
    text_format: MockTextFormat | None = None
    empty: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Mock:
    """Data of the mock transport.

    Args:
        servers: URLs of the servers.
        operations: All operations.
        token_urls: URLs of token endpoints.
    """

    servers: tuple[str, ...] = ()
    operations: tuple[MockOperation, ...] = ()
    token_urls: tuple[str, ...] = ()
