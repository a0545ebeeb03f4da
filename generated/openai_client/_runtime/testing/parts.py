"""Multipart responses of a mock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import httpx2

from ..models.records import plain
from ..requests.bodies import essence, is_json
from ..requests.encoding import json_bytes
from ..responses.content import is_text

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping

PLACEHOLDER: Final = bytes(range(256))
"""The content of files, which is recognizable as a placeholder."""
_BOUNDARY: Final = "boundary-of-the-mock"


class MultipartStream(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """The body of a multipart response. Exceptions among the parts are raised.

    Args:
        items: Contents of the parts: bytes, strings, JSON values, or objects with the
            attributes `content` and `headers`, such as a `ReceivedPart`.
        media_type: The media type of the body.
        media_types: Media types of the parts by position, the last one that of all further
            parts; `""` if the content decides.
    """

    def __init__(
        self, items: list[object], media_type: str, media_types: list[str]
    ) -> None:
        # A range, such as `multipart/*`, is not the type of a body.
        media_type = "multipart/mixed" if "*" in media_type else media_type
        self.content_type = f"{media_type}; boundary={_BOUNDARY}"
        self._items = items
        self._media_types = media_types

    def __iter__(self) -> Iterator[bytes]:
        # A reader returns a part when the next delimiter arrives.
        yield _delimiter(is_last=not self._items)
        for index, item in enumerate(self._items):
            if isinstance(item, BaseException):
                raise item
            media_types = self._media_types
            part = _encode_part(item, media_types[min(index, len(media_types) - 1)])
            is_last = index == len(self._items) - 1
            yield part + b"\r\n" + _delimiter(is_last=is_last)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for chunk in self:
            yield chunk


def sample_items(stream: Mapping[str, Any]) -> list[object]:
    """Return the items of a sample, with a placeholder for each file.

    Args:
        stream: Data of the streamed response.
    """
    items: list[object] = list(stream["items"])
    media_types: list[str] = stream.get("parts", [])
    for index, media_type in enumerate(map(essence, media_types[: len(items)])):
        if media_type and not is_json(media_type) and not is_text(media_type):
            items[index] = PLACEHOLDER
    return items


def _delimiter(*, is_last: bool) -> bytes:
    return f"--{_BOUNDARY}{'--' if is_last else ''}\r\n".encode()


def _encode_part(item: Any, media_type: str) -> bytes:
    """Return the headers and the content of a part."""
    fields: list[tuple[str, str]] = []
    if hasattr(item, "content") and hasattr(item, "headers"):
        fields, item = list(item.headers.items()), plain(item.content)
    declared = next((v for k, v in fields if k.lower() == "content-type"), media_type)
    media_type, content = _encode(item, declared)
    if not any(name.lower() == "content-type" for name, _ in fields):
        fields.append(("Content-Type", media_type))
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields)
    return f"{lines}\r\n".encode() + content


def _encode(item: object, media_type: str) -> tuple[str, bytes]:
    """Return the media type and the content of a part."""
    name = essence(media_type)
    if isinstance(item, bytes):
        return media_type or "application/octet-stream", item
    is_declared = is_json(name) or is_text(name)
    if isinstance(item, str) and not is_json(name):
        return media_type if is_declared else "text/plain; charset=utf-8", item.encode()
    return media_type if is_declared else "application/json", json_bytes(item)
