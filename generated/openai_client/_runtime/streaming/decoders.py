"""Decoding of bodies that are sequences of JSON values, wherever the chunks end.

Supported are server-sent events (WHATWG HTML, 9.2), JSON Lines, and JSON text sequences
(RFC 7464). The media type of the response selects the decoder; if it is missing or
ambiguous, the media type of the document does. Multipart bodies have a decoder of another
module, `part_decoder`, because their items are not only JSON.
"""

from __future__ import annotations

import json
import sys
from abc import ABC, abstractmethod
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, cast

from ..lazy import load_feature
from ..models.declarations import declaration_of
from ..models.records import JSONObject, type_of
from ..requests.bodies import essence, is_json
from ..requests.encoding import JSON_DECODE_ERRORS, is_object
from ..responses.content import request_id
from ..responses.error_mapping import item_size_error
from ..responses.errors import APIConnectionError, APIError, APIResponseValidationError
from ..responses.stream_errors import stream_error
from .sse import EventDecoder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import httpx2

    from ..requests.build import Call
    from .sse import Event

EVENT_STREAM: Final = "text/event-stream"
_JSON_SEQUENCE: Final = "application/json-seq"
_DONE: Final = "[DONE]"
_BOM: Final = b"\xef\xbb\xbf"
# Names of the fields of events; a comment has none.
_FIELDS: Final = (b"data", b"event", b"id", b"retry", b"")
MAX_UNDECODED: Final = 65536
"""Bytes of a body that are read although it does not appear to be a stream."""
_PAGES: Final = ("text/html", "application/xhtml+xml")
"""Media types of pages for browsers, which proxies return instead of a stream."""
_decode: Final = json.JSONDecoder().decode
# Faster than `_decode`, because it does not search for white space around the value. It
# raises StopIteration where it expects a value.
_scan: Final = cast("Any", json.JSONDecoder()).scan_once
_NOTHING: Final = object()


class ItemDecoder(ABC):
    """A decoder of the JSON values of a body.

    Attributes:
        is_done: Whether the end marker was received; what follows it is not decoded.
    """

    def __init__(self, call: Call, response: httpx2.Response) -> None:
        self._call = call
        self._response = response
        self.is_done = False

    @abstractmethod
    def feed(self, chunk: bytes) -> Iterator[Any]:
        """Yield the values that a chunk completes.

        Raises:
            APIError: The server reports an error in the stream.
            APIResponseValidationError: An item is not valid JSON.
        """

    @abstractmethod
    def finish(self) -> Iterator[Any]:
        """Yield the value that the end of the body completes.

        Raises:
            APIConnectionError: The body ends in the middle of a value.
        """

    def error(self, body: Any) -> APIError:
        """Return the exception for an error that the server reports in the stream."""
        return stream_error(self._call, self._response, body)

    def truncated(self, reason: str) -> APIConnectionError:
        """Return the exception for a stream that is incomplete."""
        response = self._response
        result = APIConnectionError(
            message=f"Connection error: the stream ended {reason}.",
            request=response.request,
        )
        result.request_id = request_id(response.headers)
        return result

    def too_large(self) -> APIError:
        """Return the exception for an item that exceeds the limit."""
        limit = self._call.client.response_limits.max_item_bytes
        return item_size_error(self._response, limit or 0)

    def undecodable(self, message: str, body: Any) -> APIResponseValidationError:
        """Return the exception for an item that is not valid JSON."""
        return APIResponseValidationError(message, response=self._response, body=body)

    def not_a_stream(self, content: bytes, media_type: str) -> APIError:
        """Return the exception for a body that is not a stream of the expected type.

        Args:
            content: The body, or its begin.
            media_type: Media type of the response.
        """
        text = content.decode("utf-8", "replace")
        if not text.strip():
            return self.truncated("before its first item")
        try:
            value = json.loads(content)
        except JSON_DECODE_ERRORS:
            expected = self._call.endpoint.stream_media
            media_type = media_type or "a body without a media type"
            problem = f"expected a stream ({expected}), got {media_type}"
            return self.undecodable(problem, text)
        if reports_error(value):
            return self.error(value)
        message = "response body is a single JSON value, not a stream"
        return self.undecodable(message, value)

    def check_error(self, value: Any, convert: Callable[[Any], Any]) -> None:
        """Raise an exception if an item reports an error of the stream.

        Args:
            value: The item, before it is converted to a model.
            convert: Converts it.
        """
        if not reports_error(value):
            return
        if value.get("type") != "error":
            # An `error` that the document describes is a property of the item.
            kind = type_of(convert(dict(value)))
            if issubclass(kind, JSONObject) and "error" in declaration_of(kind).by_key:
                return
        raise self.error(value)


class EventItemDecoder(ItemDecoder):
    """A decoder of server-sent events, in the form that the endpoint describes.

    If a body has another media type and does not start like events, such as JSON or an HTML
    page of a proxy, it is not decoded: it would appear to be a stream without events.

    Args:
        call: The call.
        response: The response.
        media_type: The media type of the response.
    """

    def __init__(self, call: Call, response: httpx2.Response, media_type: str) -> None:
        super().__init__(call, response)
        limit = call.client.response_limits.max_item_bytes
        self._decoder = EventDecoder(limit, self.too_large)
        self._form = call.endpoint.events
        self._media_type = media_type
        self._is_checked = media_type == EVENT_STREAM
        # The body as long as it is not known to be events.
        self._start = b""

    def feed(self, chunk: bytes) -> Iterator[Any]:
        """Yield the values that a chunk completes."""
        if not self._is_checked:
            chunk = self._check_start(chunk)
        if self._form != "data":
            yield from self._feed_other_form(chunk)
            return
        begin, texts, rest = self._decoder.split(chunk)
        for data in chain(self._feed_data(begin), texts, self._feed_data(rest)):
            try:
                value, end = _scan(data, 0)
            except (StopIteration, *JSON_DECODE_ERRORS):
                value, end = None, -1
            if end != len(data):
                value = self._decode_padded(data)
                if self.is_done:
                    return
                if value is _NOTHING:
                    continue
            yield value

    def _feed_data(self, chunk: bytes) -> Iterator[str]:
        for event in self._decoder.feed(chunk):
            if event.event == "error":
                raise self._error_of(event.data)
            yield event.data

    def _feed_other_form(self, chunk: bytes) -> Iterator[Any]:
        for event in self._decoder.feed(chunk):
            if event.data.startswith(_DONE):
                self.is_done = True
                return
            yield self._value_of(event)

    def finish(self) -> Iterator[Any]:
        """Yield the values that the end of the response completes."""
        if self._start:
            raise self.not_a_stream(self._start, self._media_type)
        event = self._decoder.finish()
        if event is None:
            return
        if event.data.startswith(_DONE):
            self.is_done = True
            return
        if self._form.endswith("text"):
            raise self.truncated("in the middle of an event")
        # Some servers omit the last blank line; valid JSON is known to be complete.
        try:
            value = self._value_of(event, strict=True)
        except JSON_DECODE_ERRORS:
            raise self.truncated("in the middle of an event") from None
        yield value

    def _value_of(self, event: Event, strict: bool = False) -> Any:
        """Return the value of an event in the form that the endpoint describes.

        Args:
            event: The event.
            strict: Whether data that is not valid JSON raises an exception.
        """
        if event.event == "error":
            raise self._error_of(event.data)
        if self._form == "text":
            return event.data
        value: Any = event.data
        if self._form != "named text":
            try:
                value = _decode(value)
            except JSON_DECODE_ERRORS:
                # Some of the named events of a stream may carry plain text.
                if strict:
                    raise
        if self._form == "data":
            return value
        if event.event == "message" and is_object(value) and "event" in value:
            # The name of the event is a property of its data.
            return value
        item: dict[str, Any] = {"event": event.event, "data": value}
        if event.id is not None:
            item["id"] = event.id
        if event.retry is not None:
            item["retry"] = event.retry
        return item

    def _error_of(self, data: str) -> APIError:
        try:
            return self.error(_decode(data))
        except JSON_DECODE_ERRORS:
            return self.error(data)

    def _decode_padded(self, data: str) -> Any:
        """Decode data that `_scan` rejects, such as data with leading spaces.

        Returns:
            The value; `_NOTHING` if the data is empty or the end marker.
        """
        try:
            return _decode(data)
        except JSON_DECODE_ERRORS as error:
            if data.lstrip().startswith(_DONE):
                self.is_done = True
            elif data:
                message = "an event of the stream is not valid JSON"
                raise self.undecodable(message, data) from error
        return _NOTHING

    def _check_start(self, chunk: bytes) -> bytes:
        """Return the chunk, or nothing as long as the body does not start like events."""
        start = self._start = self._start + chunk
        name, colon, _ = start.removeprefix(_BOM).lstrip().partition(b":")
        if colon and name in _FIELDS:
            self._is_checked, self._start = True, b""
            return start
        if len(start) > MAX_UNDECODED:
            raise self.not_a_stream(start, self._media_type)
        return b""


class TextItemDecoder(ItemDecoder):
    """A decoder of JSON texts with separators: JSON Lines and JSON text sequences.

    Args:
        call: The call.
        response: The response.
        separator: The byte between two texts.
    """

    def __init__(self, call: Call, response: httpx2.Response, separator: bytes) -> None:
        super().__init__(call, response)
        self._separator = separator
        # Parts of an unfinished text, joined once so that long texts take linear time.
        self._parts: list[bytes] = []
        self._size = 0
        self._limit = call.client.response_limits.max_item_bytes or sys.maxsize
        self._is_first = True

    def feed(self, chunk: bytes) -> Iterator[Any]:
        """Yield the values that a chunk completes."""
        self._size += len(chunk)
        if self._separator not in chunk:
            if chunk:
                self._parts.append(chunk)
                if self._size > self._limit:
                    raise self.too_large()
            return
        self._parts.append(chunk)
        texts = b"".join(self._parts).split(self._separator)
        if self._size > self._limit and max(map(len, texts)) > self._limit:
            raise self.too_large()
        self._parts = [texts.pop()]
        self._size = len(self._parts[0])
        for text in texts:
            text = self._strip(text)
            if text:
                try:
                    yield json.loads(text)
                except JSON_DECODE_ERRORS as error:
                    message = "an item of the stream is not valid JSON"
                    body = text.decode("utf-8", "replace")
                    raise self.undecodable(message, body) from error

    def finish(self) -> Iterator[Any]:
        """Yield the values that the end of the response completes."""
        text = self._strip(b"".join(self._parts))
        if not text:
            return
        try:
            value = json.loads(text)
        except JSON_DECODE_ERRORS:
            raise self.truncated("in the middle of an item") from None
        yield value

    def _strip(self, text: bytes) -> bytes:
        if self._is_first:
            self._is_first = False
            text = text.removeprefix(_BOM)
        return text.strip(b" \t\r\n")


def item_decoder(call: Call, response: httpx2.Response) -> ItemDecoder:
    """Return the decoder for the body of a response."""
    if call.endpoint.parts:
        decoder: ItemDecoder = load_feature("streaming.part_decoder").PartDecoder(
            call, response
        )
        return decoder
    media_type = essence(response.headers.get("content-type", ""))
    if media_type != EVENT_STREAM and not is_sequence(media_type):
        expected = call.endpoint.stream_media
        # Some servers send sequences with the media type of JSON or text.
        is_ambiguous = not media_type or is_json(media_type) or "text" in media_type
        if is_sequence(expected) and is_ambiguous and media_type not in _PAGES:
            media_type = expected
    if media_type == _JSON_SEQUENCE or media_type.endswith("+json-seq"):
        return TextItemDecoder(call, response, b"\x1e")
    if is_sequence(media_type):
        return TextItemDecoder(call, response, b"\n")
    return EventItemDecoder(call, response, media_type)


def is_sequence(media_type: str) -> bool:
    """Return whether a media type is a sequence of JSON values."""
    return media_type == _JSON_SEQUENCE or media_type.endswith(
        (
            "+json-seq",
            "/jsonl",
            "/x-ndjson",
            "/ndjson",
            "jsonlines",
            "/json-lines",
            "/stream+json",
        )
    )


def reports_error(value: Any) -> bool:
    """Return whether an item appears to report an error."""
    if not is_object(value):
        return False
    return bool(value.get("error")) or (
        value.get("type") == "error" and isinstance(value.get("message"), str)
    )
