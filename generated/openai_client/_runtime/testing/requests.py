"""Requests that a mock received, decoded for assertions in tests."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import parse_qsl, unquote

if TYPE_CHECKING:
    from collections.abc import Iterable

    import httpx2

    from .routing import Match

# Not compiled, because most modules of tests only import the names of the mock.
_NAME: Final = rb'[;\s]name="([^"]*)"'
_FILE_NAME: Final = rb'[;\s]filename="([^"]*)"'
_TYPE: Final = rb"(?im)^content-type:\s*([^\r\n]*)"
_BOUNDARY: Final = r'(?i)boundary="?([^";]+)"?'


class MockUpload(NamedTuple):
    """A file in a multipart body.

    Attributes:
        name: The file name.
        content: The content.
        type: The media type; `""` if there is none.
    """

    name: str
    content: bytes
    type: str


class MockRequest:
    """A request that a mock received.

    Attributes:
        call: The operation as it is called: `chat.completions.create`.
        method: HTTP method.
        path: Path of the URL.
        path_parameters: Path parameters by name.
        query: Query parameters by name; a list if a name is repeated.
        headers: Request headers; names are case-insensitive.
        body: The decoded JSON; the fields of a form by name, with files as `MockUpload`
            and lists for repeated names; a string or bytes; `None` if the body is empty.
        request: The httpx2 request.
    """

    def __init__(self, request: httpx2.Request, match: Match) -> None:
        self.call = match.operation.call
        self.method = request.method
        self.path = request.url.path
        self.path_parameters = match.parameters
        query = request.url.query.decode("ascii")
        self.query: dict[str, Any] = _group(parse_qsl(query, keep_blank_values=True))
        self.headers = request.headers
        self.body: Any = _decode_body(request)
        self.request = request

    def __repr__(self) -> str:
        return f"<MockRequest {self.call}: {self.method} {self.path}>"


def _decode_body(request: httpx2.Request) -> Any:
    from ..requests.bodies import essence, is_json

    content, content_type = request.content, request.headers.get("content-type", "")
    media_type = essence(content_type)
    if not content:
        return None
    if is_json(media_type):
        return json.loads(content)
    if media_type == "application/x-www-form-urlencoded":
        return _group(parse_qsl(content.decode(), keep_blank_values=True))
    boundary = re.search(_BOUNDARY, content_type)
    if media_type.startswith("multipart/") and boundary is not None:
        return _group(_parse_multipart(content, boundary[1].encode()))
    if media_type.startswith("text/"):
        return content.decode("utf-8", "replace")
    return content


def _group(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Return values by name, and lists of the values of repeated names."""
    groups: dict[str, list[Any]] = {}
    for name, value in pairs:
        groups.setdefault(name, []).append(value)
    return {
        name: values if len(values) > 1 else values[0]
        for name, values in groups.items()
    }


def _parse_multipart(content: bytes, boundary: bytes) -> Iterable[tuple[str, Any]]:
    """Yield the names and values of the fields of a multipart body (RFC 7578)."""
    from ..requests.bodies import essence, is_json

    for part in (b"\r\n" + content).split(b"\r\n--" + boundary)[1:-1]:
        head, _, value = part.partition(b"\r\n\r\n")
        name, file_name, media_type = (
            match[1].decode("utf-8", "replace") if match else None
            for match in (
                re.search(pattern, head) for pattern in (_NAME, _FILE_NAME, _TYPE)
            )
        )
        key = unquote(name or "")
        if file_name is not None:
            yield key, MockUpload(unquote(file_name), value, media_type or "")
        elif is_json(essence(media_type or "")):
            yield key, json.loads(value)
        else:
            yield key, value.decode("utf-8", "replace")
