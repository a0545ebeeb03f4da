"""Responses of a mock: the samples of the document, or those that a test sets."""

from __future__ import annotations

import json as json_module
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final, cast

import httpx2
from typing_extensions import TypedDict

from ..models.records import plain
from ..requests.bodies import essence, is_json
from ..requests.encoding import is_object, json_bytes, json_text
from ..transport.timing import is_retryable
from .parts import PLACEHOLDER, MultipartStream, sample_items

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping

    from .requests import MockRequest
    from .routing import MockOperation


class ResponseOptions(TypedDict, total=False):
    """The options of a response; only `status` and `headers` may be combined."""

    json: object
    """A JSON value or a model."""
    text: str
    """A string, which is sent as `text/plain`."""
    content: bytes
    """Bytes."""
    stream: Iterable[object]
    """The items of a stream; an exception among them interrupts the stream."""
    error: Exception
    """An exception to raise instead of a response, such as `httpx2.ConnectError`."""
    reply: Callable[[MockRequest], httpx2.Response]
    """A function that returns the response to a request."""
    status: int
    """HTTP status code. Default: that of the sample."""
    headers: Mapping[str, str]
    """Headers, which override those of the response."""


_KINDS: Final = ("json", "text", "content", "stream", "error", "reply")
_EVENT_STREAM: Final = "text/event-stream"


class MockResponse:
    """A response: the sample of an operation, or one that a test sets.

    Args:
        options: The options of the response; empty for the sample.
    """

    def __init__(self, options: ResponseOptions) -> None:
        unknown = options.keys() - {*_KINDS, "status", "headers"}
        kinds = [name for name in _KINDS if name in options]
        if unknown:
            raise TypeError(
                f"unexpected keyword argument {min(unknown)!r}; the arguments are"
                f" {', '.join(_KINDS)}, status and headers"
            )
        if len(kinds) > 1:
            raise TypeError(f"{' and '.join(kinds)} exclude each other")
        self._options = options
        # An iterator can be read only once, but the response may be repeated.
        # Requests omit the read-only members of models, and responses do not.
        self._items = (
            [plain(item) for item in options["stream"]] if "stream" in options else None
        )

    def build(
        self, request: MockRequest, operation: MockOperation, repeats: bool = False
    ) -> httpx2.Response:
        """Return the httpx2 response to a request.

        Args:
            request: The request.
            operation: The operation that it matches.
            repeats: Whether this response was already sent.
        """
        options = self._options
        if "error" in options:
            raise options["error"]
        if "reply" in options:
            return options["reply"](request)
        status = options.get("status", operation.data.get("status", 200))
        headers = httpx2.Headers()
        if is_retryable(status, headers):
            # Tests should not wait.
            headers["retry-after-ms"] = "1"
        media_type, content = self._content(request, operation, status, repeats)
        if media_type:
            headers["content-type"] = media_type
        headers.update(options.get("headers", {}))
        if not isinstance(content, bytes):
            return httpx2.Response(status, headers=headers, stream=content)
        headers.setdefault("content-length", str(len(content)))
        return httpx2.Response(status, headers=headers, stream=_Body(content))

    def _content(
        self,
        request: MockRequest,
        operation: MockOperation,
        status: int,
        repeats: bool,
    ) -> tuple[str, bytes | _Stream | MultipartStream]:
        """Return the media type and the body."""
        options, data = self._options, operation.data
        stream: Mapping[str, Any] = data.get("stream", {})
        if "json" in options:
            value = options["json"]
            if repeats:
                value = _select_page(request, data, value)
            return "application/json", json_bytes(plain(value))
        if "text" in options:
            return "text/plain; charset=utf-8", options["text"].encode()
        media_type: str = data.get("type", "application/json")
        if "content" in options:
            is_text = is_json(essence(media_type)) or not media_type
            binary_type = "application/octet-stream" if is_text else media_type
            return binary_type, options["content"]
        if self._items is not None:
            return _streamed(stream, self._items)
        if not HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
            return "", b""
        if status in (204, 205) or status in data.get("empty", ()):
            return "", b""
        if stream and _requests_stream(request, stream):
            return _streamed(stream, sample_items(stream))
        if _requests_text(request, data.get("text_format")):
            return "text/plain; charset=utf-8", b"text"
        for content in data.get("alternatives", ()):
            if request.headers.get("accept") == content["type"]:
                return _sample(request, content, content["type"])
        return _sample(request, data, media_type)


def _sample(
    request: MockRequest, data: Mapping[str, Any], media_type: str
) -> tuple[str, bytes]:
    """Return the media type and the body of a sample."""
    if request.method == "HEAD" or not media_type:
        return media_type, b""
    if "json" in data:
        return media_type, json_bytes(_select_page(request, data, data["json"]))
    if "text" in data:
        return media_type, cast("str", data["text"]).encode()
    return media_type, PLACEHOLDER


def _select_page(request: MockRequest, data: Mapping[str, Any], value: Any) -> Any:
    """Return the JSON of a response, without its items if a later page is requested."""
    page = data.get("page")
    if page is None:
        return value
    sent = request.body if "in_body" in page else request.query
    send: list[str] = page["send"]
    for key in send:
        sent = sent.get(key) if is_object(sent) else None
    if sent is None or str(sent) == str(page.get("first", 0)):
        return value
    value = json_module.loads(json_text(value))
    keys: list[str] = page["items"]
    empty: list[Any] = []
    if not keys:
        return empty
    owner = value
    for key in keys[:-1]:
        owner = owner.get(key) if is_object(owner) else None
    if is_object(owner):
        owner[keys[-1]] = empty
    return value


def _requests_stream(request: MockRequest, stream: Mapping[str, Any]) -> bool:
    """Return whether a request enables streaming, by its parameter or `Accept`."""
    name, expected = stream.get("stream_parameter", ""), stream.get("value", "true")
    body = request.body if is_object(request.body) else {}
    value = body.get(name, request.query.get(name))
    if value is not None:
        return value == expected or (value is True and expected == "true")
    accept = request.headers.get("accept", "")
    return bool(stream.get("default_on")) or accept == stream.get("type", _EVENT_STREAM)


def _requests_text(request: MockRequest, text_format: Any) -> bool:
    """Return whether a request selects a text in place of JSON."""
    if not text_format:
        return False
    body = request.body if is_object(request.body) else {}
    value = body.get(text_format["name"], request.query.get(text_format["name"]))
    if value is None:
        return bool(text_format.get("default_on"))
    return value in text_format["values"]


def _streamed(
    stream: Mapping[str, Any], items: Iterable[object]
) -> tuple[str, _Stream | MultipartStream]:
    media_type = stream.get("type", _EVENT_STREAM)
    if "parts" in stream:
        parts = MultipartStream(list(items), media_type, stream["parts"])
        return parts.content_type, parts
    form, marker = stream.get("form", "data"), stream.get("end_marker", "")
    return media_type, _Stream(list(items), media_type, form, marker)


class _Body(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """The body of a response, which is unread and open until the client reads it.

    `httpx2.Response(content=…)` would be closed already, unlike one of a server.

    Args:
        content: The body.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content

    def __iter__(self) -> Iterator[bytes]:
        yield self._content

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self._content


class _Stream(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """The body of a streamed response. Exceptions among the items are raised.

    Args:
        items: The items.
        media_type: The media type of the body.
        form: How events carry the items; see `Endpoint.events`.
        marker: The end marker; `""` for none.
    """

    def __init__(
        self, items: list[object], media_type: str, form: str, marker: str
    ) -> None:
        self._items = items
        self._media_type = media_type
        self._form = form
        self._marker = marker

    def __iter__(self) -> Iterator[bytes]:
        for item in self._items:
            if isinstance(item, BaseException):
                raise item
            yield self._encode(item)
        if self._marker:
            yield _event("", self._marker)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for chunk in self:
            yield chunk

    def _encode(self, item: object) -> bytes:
        if self._media_type != _EVENT_STREAM:
            separator = b"\x1e" if self._media_type.endswith("json-seq") else b""
            return separator + json_bytes(item) + b"\n"
        if self._form.startswith("named"):
            return _named_event(item, self._form == "named text")
        if self._form == "text":
            return _event("", str(item))
        return _event("", json_text(item))


def _named_event(item: object, is_text: bool) -> bytes:
    """Return the event of an item with the properties `event` and `data`."""
    members = json_module.loads(json_text(item))
    if not is_object(members) or "data" not in members:
        return _event("", json_text(members))
    data = members["data"]
    is_plain = is_text and isinstance(data, str)
    fields = "".join(
        f"{name}: {members[name]}\n" for name in ("id", "retry") if name in members
    )
    event = _event(members.get("event") or "", data if is_plain else json_text(data))
    return fields.encode() + event


def _event(name: str, data: str) -> bytes:
    """Return a server-sent event (WHATWG HTML, 9.2)."""
    lines = [f"event: {name}"] if name else []
    lines += [f"data: {line}" for line in data.split("\n")]
    return ("\n".join(lines) + "\n\n").encode()
