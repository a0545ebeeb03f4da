"""What a mock was asked: requests as tests want to look at them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import parse_qsl, unquote

from ..requests.bodies import essence, is_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    import httpx2

    from .routing import Matched

_NAME: Final = re.compile(rb'[;\s]name="([^"]*)"')
_FILE_NAME: Final = re.compile(rb'[;\s]filename="([^"]*)"')
_TYPE: Final = re.compile(rb"^content-type:\s*([^\r\n]*)", re.IGNORECASE | re.MULTILINE)
_BOUNDARY: Final = re.compile(r'boundary="?([^";]+)"?', re.IGNORECASE)


class MockUpload(NamedTuple):
    """A file in a form."""

    name: str
    content: bytes
    type: str


class MockRequest:
    """A request that a mock was asked.

    Attributes:
        call: How the operation is called: `chat.completions.create`.
        method: The HTTP method.
        path: That of the URL.
        path_parameters: The values of the parameters in it.
        query: Values by name; a list where a name stands there more than once.
        headers: Values by name, in any case.
        body: The decoded JSON; of a form its fields by name, files as `MockUpload`, a
            list where a name stands there more than once; text, or bytes; `None` where
            nothing was sent.
        request: The request as httpx2 has it.
    """

    def __init__(self, request: httpx2.Request, matched: Matched) -> None:
        self.call = matched.operation.call
        self.method = request.method
        self.path = request.url.path
        self.path_parameters = matched.parameters
        query = request.url.query.decode("ascii")
        self.query: dict[str, Any] = _gathered(parse_qsl(query, keep_blank_values=True))
        self.headers = request.headers
        self.body: Any = _decoded(request)
        self.request = request

    def __repr__(self) -> str:
        return f"<MockRequest {self.call}: {self.method} {self.path}>"


def _decoded(request: httpx2.Request) -> Any:
    content, said = request.content, request.headers.get("content-type", "")
    media = essence(said)
    if not content:
        return None
    if is_json(media):
        return json.loads(content)
    if media == "application/x-www-form-urlencoded":
        return _gathered(parse_qsl(content.decode(), keep_blank_values=True))
    boundary = _BOUNDARY.search(said)
    if media == "multipart/form-data" and boundary is not None:
        return _gathered(_parts(content, boundary[1].encode()))
    if media.startswith("text/"):
        return content.decode("utf-8", "replace")
    return content


def _gathered(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Values by name, in lists where there are several."""
    found: dict[str, list[Any]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return {name: each if len(each) > 1 else each[0] for name, each in found.items()}


def _parts(content: bytes, boundary: bytes) -> Iterable[tuple[str, Any]]:
    """The fields of a form (RFC 7578)."""
    for part in (b"\r\n" + content).split(b"\r\n--" + boundary)[1:-1]:
        head, _, value = part.partition(b"\r\n\r\n")
        name, file, media = (
            found[1].decode("utf-8", "replace") if found else None
            for found in (
                _NAME.search(head),
                _FILE_NAME.search(head),
                _TYPE.search(head),
            )
        )
        if file is not None:
            yield unquote(name or ""), MockUpload(unquote(file), value, media or "")
        elif is_json(essence(media or "")):
            yield unquote(name or ""), json.loads(value)
        else:
            yield unquote(name or ""), value.decode("utf-8", "replace")
