"""The JSON values in a body that is a sequence of them, wherever its pieces are cut.

Server-sent events (WHATWG HTML, 9.2), JSON Lines, and JSON text sequences (RFC 7464). What
the server says that it sends decides, and where it says nothing of use, the document.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from ..requests.bodies import essence, is_json
from ..requests.encoding import NO_JSON, is_object
from ..responses.errors import APIConnectionError, APIError, APIResponseValidationError
from ..responses.error_mapping import error_message, without
from .sse import Decoder

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx2

    from ..requests.build import Call
    from .sse import Event

EVENTS: Final = "text/event-stream"
_RECORDS: Final = "application/json-seq"
_END: Final = "[DONE]"
_BOM: Final = b"\xef\xbb\xbf"
_decode: Final = json.JSONDecoder().decode
# Cheaper by the two searches for white space around a value, where there is none.
_decode_first: Final = json.JSONDecoder().raw_decode


class Reader:
    """Reads a body piece by piece.

    Attributes:
        ended: Whether the mark of the end came, behind which nothing is read.
    """

    def __init__(self, call: Call, response: httpx2.Response) -> None:
        self._call = call
        self._response = response
        self.ended = False

    def feed(self, piece: bytes) -> Iterator[Any]:
        """The values that a piece completes.

        Raises:
            APIError: The server reports an error in the stream.
            APIResponseValidationError: Something in it is no JSON.
        """
        raise NotImplementedError

    def finish(self) -> Iterator[Any]:
        """The value that the end of the body completes, if one was begun.

        Raises:
            APIConnectionError: The body ends in the middle of a value.
        """
        raise NotImplementedError

    def error(self, body: Any) -> APIError:
        """The error that the server reports in the stream."""
        said = error_message(body) or "The server reported an error in the stream."
        said = without(said, self._call.secrets)
        return APIError(said, self._response.request, body=body)

    def cut_off(self, what: str = "in the middle of an item") -> APIConnectionError:
        """The error of a body that ends before its end."""
        return APIConnectionError(
            message=f"Connection error: the stream ended {what}.",
            request=self._response.request,
        )

    def undecodable(self, what: str, body: Any) -> APIResponseValidationError:
        """The error of something that is no JSON."""
        return APIResponseValidationError(what, response=self._response, body=body)


class EventReader(Reader):
    """Reads server-sent events, as the endpoint says that they carry its items.

    A body that is called something else and begins like JSON is no stream of events: the
    decoder would find nothing in it, so that it would pass for a stream without events.
    """

    def __init__(self, call: Call, response: httpx2.Response, media: str) -> None:
        super().__init__(call, response)
        self._decoder = Decoder()
        self._form = call.endpoint.events
        self._doubtful = media != EVENTS
        self._other: list[bytes] = []

    def feed(self, piece: bytes) -> Iterator[Any]:
        if self._doubtful:
            piece = self._examined(piece)
        if self._form != "data":
            yield from self._others(piece)
            return
        for event in self._decoder.feed(piece):
            if event.event == "error":
                raise self._reported(event.data)
            data = event.data
            try:
                value, end = _decode_first(data)
                if end != len(data):
                    value = _decode(data)
            except NO_JSON as error:
                if data.startswith(_END):
                    self.ended = True
                    return
                if not data:
                    continue
                value = self._decoded(data, error)
            yield value

    def _others(self, piece: bytes) -> Iterator[Any]:
        for event in self._decoder.feed(piece):
            if event.data.startswith(_END):
                self.ended = True
                return
            yield self._value(event)

    def finish(self) -> Iterator[Any]:
        if self._other:
            raise self._no_stream(b"".join(self._other))
        event = self._decoder.rest()
        if event is None:
            return
        if event.data.startswith(_END):
            self.ended = True
            return
        if self._form.endswith("text"):
            raise self.cut_off("in the middle of an event")
        # Servers forget the last empty line; JSON shows by itself that it is whole.
        try:
            value = self._value(event, strict=True)
        except NO_JSON:
            raise self.cut_off("in the middle of an event") from None
        yield value

    def _value(self, event: Event, strict: bool = False) -> Any:
        if event.event == "error":
            raise self._reported(event.data)
        if self._form == "text":
            return event.data
        value: Any = event.data
        if self._form != "named text":
            try:
                value = _decode(value)
            except NO_JSON:
                # Where events have names some of them carry plain text.
                if strict:
                    raise
        if self._form == "data":
            return value
        if event.event == "message" and is_object(value) and "event" in value:
            # The name travels inside, not beside.
            return value
        item: dict[str, Any] = {"event": event.event, "data": value}
        if event.id is not None:
            item["id"] = event.id
        if event.retry is not None:
            item["retry"] = event.retry
        return item

    def _reported(self, data: str) -> APIError:
        try:
            return self.error(_decode(data))
        except NO_JSON:
            return self.error(data)

    def _decoded(self, data: str, error: Exception) -> Any:
        """The value of data that does not begin with it, but perhaps with white space."""
        try:
            return _decode(data)
        except NO_JSON:
            what = "an event of the stream is no valid JSON"
            raise self.undecodable(what, data) from error

    def _examined(self, piece: bytes) -> bytes:
        """Nothing, as long as the body looks like JSON rather than like events."""
        if not self._other:
            begin = piece.removeprefix(_BOM).lstrip()
            if begin and not begin.startswith((b"{", b"[")):
                self._doubtful = False
                return piece
        self._other.append(piece)
        return b""

    def _no_stream(self, content: bytes) -> APIError:
        text = content.decode("utf-8", "replace")
        if not text.strip():
            return self.cut_off("before it began")
        try:
            value = json.loads(content)
        except NO_JSON:
            return self.undecodable("the answer is no stream of events", text)
        if reports_error(value):
            return self.error(value)
        return self.undecodable("the answer is one value, not a stream", value)


class TextReader(Reader):
    """Reads JSON texts that stand between separators: JSON Lines, JSON text sequences."""

    def __init__(self, call: Call, response: httpx2.Response, separator: bytes) -> None:
        super().__init__(call, response)
        self._separator = separator
        # Of a text not ended yet; joined once, so that a long text costs no more.
        self._pieces: list[bytes] = []
        self._first = True

    def feed(self, piece: bytes) -> Iterator[Any]:
        if self._separator not in piece:
            if piece:
                self._pieces.append(piece)
            return
        self._pieces.append(piece)
        texts = b"".join(self._pieces).split(self._separator)
        self._pieces = [texts.pop()]
        for text in texts:
            text = self._trimmed(text)
            if text:
                try:
                    yield json.loads(text)
                except NO_JSON as error:
                    said = text.decode("utf-8", "replace")
                    what = "an item of the stream is no valid JSON"
                    raise self.undecodable(what, said) from error

    def finish(self) -> Iterator[Any]:
        text = self._trimmed(b"".join(self._pieces))
        if not text:
            return
        try:
            value = json.loads(text)
        except NO_JSON:
            raise self.cut_off() from None
        yield value

    def _trimmed(self, text: bytes) -> bytes:
        if self._first:
            self._first = False
            text = text.removeprefix(_BOM)
        return text.strip(b" \t\r\n")


def reader(call: Call, response: httpx2.Response) -> Reader:
    """What reads the body of an answer."""
    media = essence(response.headers.get("content-type", ""))
    if media != EVENTS and not is_sequence(media):
        expected = call.endpoint.stream_media
        # One value may be called JSON, and so may each of a sequence of them.
        if is_sequence(expected) and (not media or is_json(media) or "text" in media):
            media = expected
    if media == _RECORDS or media.endswith("+json-seq"):
        return TextReader(call, response, b"\x1e")
    if is_sequence(media):
        return TextReader(call, response, b"\n")
    return EventReader(call, response, media)


def is_sequence(media: str) -> bool:
    """Whether a media type is a sequence of JSON values, one behind the other."""
    return media == _RECORDS or media.endswith(
        ("+json-seq", "/jsonl", "/x-ndjson", "/ndjson", "jsonlines", "/json-lines")
        + ("/stream+json",)
    )


def reports_error(value: Any) -> bool:
    """Whether an item looks like the report of an error."""
    if not is_object(value):
        return False
    return bool(value.get("error")) or (
        value.get("type") == "error" and isinstance(value.get("message"), str)
    )
