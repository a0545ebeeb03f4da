"""Decoding of server-sent events, without input and output (WHATWG HTML, 9.2)."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_BOM: Final = b"\xef\xbb\xbf"
_DATA: Final = re.compile(r"^data: (.*)\n\n", re.MULTILINE)
_ERROR: Final = "event: error\n"


class Event:
    """A server-sent event.

    Attributes:
        data: The data lines, joined by line feeds.
        event: The type of the event. Default: `message`.
        id: The last event id, which this or an earlier event has set.
        retry: The reconnection time in milliseconds, if the event sets one.
    """

    __slots__ = ("data", "event", "id", "retry")

    def __init__(
        self,
        data: str,
        event: str = "message",
        id: str | None = None,
        retry: int | None = None,
    ) -> None:
        self.data = data
        self.event = event
        self.id = id
        self.retry = retry

    def __repr__(self) -> str:
        return f"Event(event={self.event!r}, data={self.data!r}, id={self.id!r})"


class EventDecoder:
    """A decoder of events, wherever the chunks of the stream end.

    Lines end in CR LF, LF or CR. As the standard requires, an event is only returned when
    the blank line after it was received.

    Args:
        limit: Maximum size in bytes of the data of an event, and of a line. Default: no
            limit.
        error: Creates the exception for an event that exceeds the limit.
    """

    __slots__ = (
        "_data",
        "_error",
        "_event",
        "_id",
        "_is_first",
        "_limit",
        "_measured",
        "_parts",
        "_pending",
        "_retry",
        "_size",
        "_skip_line_feed",
    )

    def __init__(
        self, limit: int | None = None, error: Callable[[], Exception] = ValueError
    ) -> None:
        self._limit = sys.maxsize if limit is None else limit
        self._error = error
        # Size of the unfinished line.
        self._pending = 0
        # Size of the data of the unfinished event, as far as it was measured.
        self._size = self._measured = 0
        # Parts of an unfinished line, joined once so that long lines take linear time.
        self._parts: list[bytes] = []
        self._skip_line_feed = False
        self._is_first = True
        self._data: list[bytes] = []
        self._event = ""
        self._id: str | None = None
        self._retry: int | None = None

    def split(self, chunk: bytes) -> tuple[bytes, list[str], bytes]:
        """Divide a chunk, so that the most frequent events need not be fed.

        Returns:
            The begin of the chunk, which must be fed first. The data of the events that
            follow it, if each of them consists of a line `data: ` and a blank line, with or
            without a line `event: ` before, and none is an error. The rest, which must be
            fed last.
        """
        is_unfinished = self._parts or self._data or self._event or self._retry
        is_unfinished = is_unfinished or self._skip_line_feed
        begin = chunk.find(b"\n\n") + 2 if is_unfinished else 0
        end = chunk.rfind(b"\n\n") + 2
        if begin < end <= self._limit and b"\r" not in chunk:
            text = chunk[begin:end].decode("utf-8", "replace")
            data = _DATA.findall(text)
            # The rest of a match is `data: ` and two line feeds.
            is_matched = sum(map(len, data)) + 8 * len(data) == len(text)
            if data and (is_matched or _has_only_names(text, len(data))):
                # The begin of the chunk can complete the first line of the stream.
                self._is_first = self._is_first and begin > 0
                return chunk[:begin], data, chunk[end:]
        return chunk, [], b""

    def feed(self, chunk: bytes) -> Iterator[Event]:
        """Yield the events that a chunk completes."""
        if self._skip_line_feed and chunk:
            # The second half of a CR LF whose first half has ended a line.
            self._skip_line_feed = False
            if chunk.startswith(b"\n"):
                chunk = chunk[1:]
        if b"\n" not in chunk and b"\r" not in chunk:
            if chunk:
                self._parts.append(chunk)
                self._pending += len(chunk)
                if self._pending > self._limit:
                    raise self._error()
            return
        if self._parts:
            self._parts.append(chunk)
            chunk = b"".join(self._parts)
            self._parts.clear()
        # `bytes.splitlines` splits only at CR, LF and CR LF.
        lines = chunk.splitlines()
        is_too_long = len(chunk) > self._limit and self._cut_too_long(lines)
        if is_too_long:
            pass  # the events before the line are complete
        elif chunk.endswith(b"\r"):
            self._skip_line_feed = True
        elif not chunk.endswith(b"\n"):
            self._parts.append(lines.pop())
        self._pending = len(self._parts[0]) if self._parts else 0
        if self._is_first and lines:
            self._is_first = False
            lines[0] = lines[0].removeprefix(_BOM)
        data = self._data
        for line in lines:
            if line.startswith(b"data: "):
                data.append(line[6:])
            elif line:
                self._add_field(line)
            elif data:
                yield self._dispatch()
            else:
                self._event, self._retry = "", None
        if is_too_long:
            raise self._error()
        if data:
            self._measure()

    def _cut_too_long(self, lines: list[bytes]) -> bool:
        """Remove the first line that exceeds the limit, and all lines after it."""
        for index, line in enumerate(lines):
            if len(line) > self._limit:
                del lines[index:]
                return True
        return False

    def _measure(self) -> None:
        """Check the size of the data of the unfinished event."""
        data = self._data
        new = data[self._measured :]
        self._size += sum(map(len, new)) + len(new)
        self._measured = len(data)
        # Without the line feed after the last line.
        if self._size - 1 > self._limit:
            raise self._error()

    def finish(self) -> Event | None:
        """Return the incomplete event at the end of the stream, if there is one.

        The standard discards it; callers use it to detect truncated streams.
        """
        parts = self._parts
        if parts:
            line = b"".join(parts)
            parts.clear()
            self._add_field(line)
        return self._dispatch() if self._data else None

    def _add_field(self, line: bytes) -> None:
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if name == b"data":
            self._data.append(value)
        elif name == b"event":
            self._event = value.decode("utf-8", "replace")
        elif name == b"id":
            if b"\0" not in value:
                self._id = value.decode("utf-8", "replace")
        elif name == b"retry" and value.isdigit() and len(value) < 16:
            self._retry = int(value)

    def _dispatch(self) -> Event:
        data = self._data
        if len(data) > 1 or self._measured:
            self._measure()
            self._size = self._measured = 0
        text = (data[0] if len(data) == 1 else b"\n".join(data)).decode(
            "utf-8", "replace"
        )
        event = Event(text, self._event or "message", self._id, self._retry)
        data.clear()
        self._event, self._retry = "", None
        return event


def _has_only_names(text: str, count: int) -> bool:
    """Return whether all events are simple, and only names of events are beside them.

    Args:
        text: Events, of which none is unfinished.
        count: Number of the simple events.
    """
    names = text.count("\nevent: ") + text.startswith("event: ")
    return text.count("\n") == 2 * count + names and _ERROR not in text
