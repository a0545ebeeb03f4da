"""Splitting of multipart bodies into their parts, wherever the chunks end (RFC 2046, 5.1).

A delimiter is a line of two hyphens and the boundary, which ends with CR LF after optional
spaces and tabs; the last one has two more hyphens. Other lines that begin with the boundary
are content. What precedes the first delimiter and follows the last one is discarded.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from ..multipart_payloads import MAX_HEADER_SIZE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LINE_END: Final = b"\r\n"
_SPACES: Final = b" \t"
_MAX_PADDING: Final = 1024
"""Bytes of the spaces and tabs after a boundary."""


class MultipartReader:
    """An incremental reader of a multipart body.

    Args:
        boundary: Boundary of the parts.
        limit: Maximum size of the content of a part in bytes; `None`: no limit.
        too_large: Returns the exception for a larger part.

    Attributes:
        is_done: Whether the last delimiter was read.
        is_begun: Whether the first delimiter was read.
    """

    def __init__(
        self, boundary: bytes, limit: int | None, too_large: Callable[[], Exception]
    ) -> None:
        self.is_done = False
        self.is_begun = False
        self._delimiter = b"\r\n--" + boundary
        self._limit = limit or sys.maxsize
        self._too_large = too_large
        # Begins with the line end before the current preamble, head or content, which can
        # also be a part of the next delimiter.
        self._buffer = bytearray(_LINE_END)
        # Position up to which nothing has to be searched again.
        self._scanned = 0
        self._head: bytes | None = None

    def feed(self, chunk: bytes) -> Iterator[tuple[bytes, bytes]]:
        """Yield the head and the content of each part that a chunk completes.

        Raises:
            ValueError: The head of a part has no end, or more than 8 KiB.
        """
        self._buffer += chunk
        yield from self._read(is_end=False)

    def finish(self) -> Iterator[tuple[bytes, bytes]]:
        """Yield the part that the end of the body completes.

        That is one if the last delimiter has no line end. If `is_done` is false afterwards,
        the body is incomplete.
        """
        yield from self._read(is_end=True)

    def _read(self, *, is_end: bool) -> Iterator[tuple[bytes, bytes]]:
        while not self.is_done:
            if self.is_begun and self._head is None:
                if not self._read_head():
                    return
                continue
            delimiter = self._find_delimiter(is_end=is_end)
            if delimiter is None:
                return
            start, end, self.is_done = delimiter
            part = self._head, bytes(self._buffer[2:start])
            self._head, self.is_begun = None, True
            self._consume(len(self._buffer) if self.is_done else end)
            head, content = part
            if head is not None:
                yield head, content

    def _read_head(self) -> bool:
        """Read the headers of a part, up to the blank line; return whether it has arrived."""
        end = self._buffer.find(b"\r\n\r\n", self._scanned)
        self._scanned = max(0, len(self._buffer) - 3) if end < 0 else end
        if self._scanned > MAX_HEADER_SIZE + len(_LINE_END):
            raise ValueError(
                f"the headers of a part have more than {MAX_HEADER_SIZE} bytes"
            )
        if end < 0:
            return False
        self._head = bytes(self._buffer[2:end])
        self._consume(end + 2)
        return True

    def _find_delimiter(self, *, is_end: bool) -> tuple[int, int, bool] | None:
        """Return the start and the end of the next delimiter, and whether it is the last.

        `None` if more bytes are needed. The line end is not a part of the delimiter.
        """
        buffer, size = self._buffer, len(self._delimiter)
        while (start := buffer.find(self._delimiter, self._scanned)) >= 0:
            self._check_size(start)
            self._scanned = start
            end = start + size
            is_last = buffer.startswith(b"--", end)
            end = self._skip_spaces(end + 2 if is_last else end)
            rest = bytes(buffer[end : end + 2])
            if rest == _LINE_END or (is_end and is_last and not rest):
                return start, end, is_last
            is_open = rest in (b"", b"\r") or (
                rest == b"-" and not is_last and end == start + size
            )
            if is_open and not is_end:
                return None
            self._scanned = start + size
        self._scanned = max(self._scanned, len(buffer) - size + 1, 0)
        self._check_size(self._scanned)
        if not self.is_begun:
            self._consume(self._scanned)
        return None

    def _skip_spaces(self, position: int) -> int:
        """Return the position after spaces and tabs."""
        start = position
        while position < len(self._buffer) and self._buffer[position] in _SPACES:
            position += 1
            if position - start > _MAX_PADDING:
                raise ValueError(
                    f"a boundary is followed by more than {_MAX_PADDING} spaces"
                )
        return position

    def _check_size(self, end: int) -> None:
        """Raise an exception if the content of a part up to a position is too large."""
        if self.is_begun and end - len(_LINE_END) > self._limit:
            raise self._too_large()

    def _consume(self, end: int) -> None:
        """Remove the begin of the buffer."""
        del self._buffer[:end]
        self._scanned = 0
