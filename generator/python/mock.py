"""Example responses for the mock of a client."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MockStream:
    """A streaming response.

    Args:
        media_type: Media type of the stream.
        form: Form of the server-sent events, as in an endpoint.
        ends: Data that marks the end of the stream; `""` for none.
        stream_parameter: Parameter that enables streaming; `""` for none.
        value: Value that enables streaming; `""` for true.
        on: Whether streaming is enabled by default.
        items: JSON array of the items.
    """

    media_type: str
    form: str
    ends: str
    stream_parameter: str
    value: str
    on: bool
    items: str


@dataclass(frozen=True, slots=True)
class MockPage:
    """A paginated list that ends with a page without items.

    Args:
        send: Parameter that selects the page.
        first: Value of that parameter for the first page, as JSON.
        items: Path of keys to the items, as JSON.
    """

    send: str
    first: str
    items: str


@dataclass(frozen=True, slots=True)
class MockOperation:
    """An operation with its response; `json` and `text` are `""` if there is no content.

    Args:
        call: Call from the client: `chat.completions.create`.
        method: HTTP method.
        path: Path in the document.
        status: Status code of the response.
        media_type: Media type of the response; `""` for no content.
        json: Content as JSON.
        text: Content as text.
        stream: The streaming response, if there is one.
        page: End of the list, if the operation is paginated.
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


@dataclass(frozen=True, slots=True)
class Mock:
    """Data of the mock: URLs of the servers, and all operations."""

    servers: tuple[str, ...]
    operations: tuple[MockOperation, ...]
