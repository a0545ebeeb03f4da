"""Server-sent events, decoded without input and output of its own (WHATWG HTML, 9.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_BOM: Final = b"\xef\xbb\xbf"


class Event:
    """One event.

    Attributes:
        data: Its data lines, joined by line feeds.
        event: Its type; `message` unless the server says otherwise.
        id: The last id that the server gave, to this event or an earlier one.
        retry: The milliseconds to wait before a new connection, if the event says so.
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


class Decoder:
    """Turns pieces of a stream into events, wherever the pieces are cut.

    Lines end in CRLF, LF or CR. An event that the stream's end cuts off is not among them,
    as the standard wants: its last lines may be missing.
    """

    __slots__ = (
        "_pieces",
        "_skip_line_feed",
        "_first",
        "_data",
        "_event",
        "_id",
        "_retry",
    )

    def __init__(self) -> None:
        # Of a line not ended yet; joined once, so that a long line costs no more.
        self._pieces: list[bytes] = []
        self._skip_line_feed = False
        self._first = True
        self._data: list[bytes] = []
        self._event = ""
        self._id: str | None = None
        self._retry: int | None = None

    def feed(self, piece: bytes) -> Iterator[Event]:
        """The events that a piece completes."""
        if self._skip_line_feed and piece:
            # The second half of a CRLF whose first ended a line already.
            self._skip_line_feed = False
            if piece.startswith(b"\n"):
                piece = piece[1:]
        if b"\n" not in piece and b"\r" not in piece:
            if piece:
                self._pieces.append(piece)
            return
        if self._pieces:
            self._pieces.append(piece)
            piece = b"".join(self._pieces)
            self._pieces.clear()
        # Bytes split at CR, LF and CRLF, and nowhere else.
        lines = piece.splitlines()
        if piece.endswith(b"\r"):
            self._skip_line_feed = True
        elif not piece.endswith(b"\n"):
            self._pieces.append(lines.pop())
        if self._first and lines:
            self._first = False
            lines[0] = lines[0].removeprefix(_BOM)
        data = self._data
        for line in lines:
            if line.startswith(b"data: "):
                data.append(line[6:])
            elif line:
                self._field(line)
            elif data:
                yield self._dispatch()
            else:
                self._event, self._retry = "", None

    def rest(self) -> Event | None:
        """The event that the stream's end cut off, as far as it came.

        The standard has it dropped; whoever must know that something is missing asks here.
        """
        pieces = self._pieces
        if pieces:
            line = b"".join(pieces)
            pieces.clear()
            self._field(line)
        return self._dispatch() if self._data else None

    def _field(self, line: bytes) -> None:
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
        text = (data[0] if len(data) == 1 else b"\n".join(data)).decode(
            "utf-8", "replace"
        )
        event = Event(text, self._event or "message", self._id, self._retry)
        data.clear()
        self._event, self._retry = "", None
        return event
