"""Encoding of request bodies that are a sequence of JSON values, such as JSON Lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..models.records import type_of
from ..models.serialization import SerializableObject
from .encoding import is_object, json_bytes
from .uploads import Upload

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator


def encode_lines(rows: Any, media: str) -> bytes | Upload:
    """Encode rows as lines of JSON, or as JSON text sequences (RFC 7464).

    Rows of an iterator are encoded while they are sent.

    Args:
        rows: An iterable of rows. An async client also accepts an async iterable. Rows that
            are bytes are sent as they are.
        media: The media type without parameters.

    Raises:
        TypeError: The value is not an iterable of rows.
    """
    start = b"\x1e" if media.endswith("json-seq") else b""
    if isinstance(rows, (list, tuple)):
        return b"".join(_encode_row(row, start) for row in _all(rows))
    if hasattr(rows, "__aiter__"):
        is_iterator = hasattr(rows, "__anext__")
        return Upload(
            _iterate_async(rows, start) if is_iterator else _AsyncRows(rows, start)
        )
    # Pages iterate over their items, other models over their members.
    no_rows = SerializableObject.__iter__
    if is_object(rows) or getattr(type_of(rows), "__iter__", no_rows) is no_rows:
        raise TypeError(
            f"body of type {media} must be an iterable of rows, not"
            f" {type(rows).__name__}"
        )
    is_iterator = hasattr(rows, "__next__")
    return Upload(_iterate(rows, start) if is_iterator else _Rows(rows, start))


def _all(rows: Any) -> Iterable[object]:
    return rows  # type: ignore[no-any-return]  # checked by the caller


def _encode_row(row: object, start: bytes) -> bytes:
    if isinstance(row, bytes):
        return row
    return start + json_bytes(row) + b"\n"


def _iterate(rows: Iterable[object], start: bytes) -> Iterator[bytes]:
    for row in rows:
        yield _encode_row(row, start)


async def _iterate_async(
    rows: AsyncIterable[object], start: bytes
) -> AsyncIterator[bytes]:
    async for row in rows:
        yield _encode_row(row, start)


class _Rows:
    """Encoded rows that can be read several times."""

    __slots__ = ("_rows", "_start")

    def __init__(self, rows: Iterable[object], start: bytes) -> None:
        self._rows = rows
        self._start = start

    def __iter__(self) -> Iterator[bytes]:
        return _iterate(self._rows, self._start)


class _AsyncRows:
    """Encoded rows of an async iterable that can be read several times."""

    __slots__ = ("_rows", "_start")

    def __init__(self, rows: AsyncIterable[object], start: bytes) -> None:
        self._rows = rows
        self._start = start

    def __aiter__(self) -> AsyncIterator[bytes]:
        return _iterate_async(self._rows, self._start)
