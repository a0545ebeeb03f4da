"""What a mock answers: samples, or what a test told it."""

from __future__ import annotations

import json as json_module
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final, cast

import httpx2

from ..requests.encoding import is_object, json_bytes, json_text
from ..transport.retries import is_retryable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping

    from typing_extensions import TypedDict

    from .routing import MockOperation
    from .requests import MockRequest

    class Told(TypedDict, total=False):
        """What may be told of an answer; at most one of all but `status` and `headers`."""

        json: object
        """A JSON value; views are JSON values, too."""
        text: str
        """Text."""
        content: bytes
        """Bytes, whatever they are."""
        stream: Iterable[object]
        """The items of a stream, one by one; an exception among them breaks it off."""
        error: Exception
        """What is raised in place of an answer, such as `httpx2.ConnectError`."""
        reply: Callable[[MockRequest], httpx2.Response]
        """Makes the answer from the request."""
        status: int
        """The HTTP status. Default: that of the sample."""
        headers: Mapping[str, str]
        """Headers, which go over those that the answer has by itself."""


_KINDS: Final = ("json", "text", "content", "stream", "error", "reply")
# Short and regular, so that nobody takes them for anything.
_BYTES: Final = bytes(range(256))
_SSE: Final = "text/event-stream"


class Answer:
    """One answer: a sample, or what a test told."""

    def __init__(self, told: Told) -> None:
        unknown = told.keys() - {*_KINDS, "status", "headers"}
        kinds = [name for name in _KINDS if name in told]
        if unknown or len(kinds) > 1:
            wrong = " and ".join(sorted(unknown) or kinds)
            raise TypeError(
                f"an answer is one of {', '.join(_KINDS)}, with a status and headers"
                f" if need be, and not {wrong}"
            )
        self._told = told
        # An iterator may be asked for again, by the next request.
        self._items = list(told["stream"]) if "stream" in told else None

    def response(self, asked: MockRequest, operation: MockOperation) -> httpx2.Response:
        """The answer to a request."""
        told = self._told
        if "error" in told:
            raise told["error"]
        if "reply" in told:
            return told["reply"](asked)
        status = told.get("status", operation.data.get("status", 200))
        headers = httpx2.Headers()
        if is_retryable(status, headers):
            # Tests should not wait.
            headers["retry-after-ms"] = "1"
        media, content = self._content(asked, operation, status)
        if media:
            headers["content-type"] = media
        headers.update(told.get("headers", {}))
        if isinstance(content, bytes):
            return httpx2.Response(status, headers=headers, content=content)
        return httpx2.Response(status, headers=headers, stream=content)

    def _content(
        self, asked: MockRequest, operation: MockOperation, status: int
    ) -> tuple[str, bytes | _Stream]:
        told, said = self._told, operation.data
        stream: Mapping[str, Any] = said.get("stream", {})
        if "json" in told:
            return "application/json", json_bytes(told["json"])
        if "text" in told:
            return "text/plain; charset=utf-8", told["text"].encode()
        media: str = said.get("type", "application/json")
        if "content" in told:
            is_text = media.endswith("json") or not media
            return "application/octet-stream" if is_text else media, told["content"]
        if self._items is not None:
            return _streamed(stream, self._items)
        if not HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES or status == 204:
            return "", b""
        if stream and _wants_stream(asked, stream):
            return _streamed(stream, stream["items"])
        return _sampled(asked, said, media)


def _sampled(
    asked: MockRequest, said: Mapping[str, Any], media: str
) -> tuple[str, bytes]:
    if asked.method == "HEAD" or not media:
        return media, b""
    if "json" in said:
        return media, json_bytes(_page(asked, said))
    if "text" in said:
        return media, cast("str", said["text"]).encode()
    return media, _BYTES


def _page(asked: MockRequest, said: Mapping[str, Any]) -> Any:
    """The sample; without its items where a later page of a list is asked for."""
    page, value = said.get("page"), said["json"]
    if page is None:
        return value
    send, first = page["send"], page.get("first", 0)
    body = asked.body if is_object(asked.body) else {}
    sent = asked.query.get(send, body.get(send))
    if sent is None or str(sent) == str(first):
        return value
    value = json_module.loads(json_text(value))
    holder = value
    *way, last = page["items"] or [None]
    for key in way:
        holder = holder[key]
    if last is None:
        return []
    holder[last] = []
    return value


def _wants_stream(asked: MockRequest, stream: Mapping[str, Any]) -> bool:
    """Whether a request asks for a stream, as a server would see it."""
    switch, value = stream.get("switch", ""), stream.get("value", "true")
    body = asked.body if is_object(asked.body) else {}
    said = body.get(switch, asked.query.get(switch))
    if said is not None:
        return said == value or (said is True and value == "true")
    accepted = asked.headers.get("accept", "")
    return bool(stream.get("on")) or accepted == stream.get("type", _SSE)


def _streamed(
    stream: Mapping[str, Any], items: Iterable[object]
) -> tuple[str, _Stream]:
    media = stream.get("type", _SSE)
    form, ends = stream.get("form", "data"), stream.get("ends", "")
    return media, _Stream(list(items), media, form, ends)


class _Stream(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """The body of a streamed answer; an exception among the items is raised there."""

    def __init__(self, items: list[object], media: str, form: str, ends: str) -> None:
        self._items = items
        self._media = media
        self._form = form
        self._ends = ends

    def __iter__(self) -> Iterator[bytes]:
        for item in self._items:
            if isinstance(item, BaseException):
                raise item
            yield self._encoded(item)
        if self._ends:
            yield _event("", self._ends)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            yield piece

    def _encoded(self, item: object) -> bytes:
        if self._media != _SSE:
            before = b"\x1e" if self._media.endswith("json-seq") else b""
            return before + json_bytes(item) + b"\n"
        if self._form.startswith("named"):
            return _named(item, self._form == "named text")
        if self._form == "text":
            return _event("", str(item))
        return _event("", json_text(item))


def _named(item: object, text: bool) -> bytes:
    members = json_module.loads(json_text(item))
    if not is_object(members) or "data" not in members:
        return _event("", json_text(members))
    data = members["data"]
    plain = text and isinstance(data, str)
    fields = "".join(
        f"{name}: {members[name]}\n" for name in ("id", "retry") if name in members
    )
    written = _event(members.get("event") or "", data if plain else json_text(data))
    return fields.encode() + written


def _event(name: str, data: str) -> bytes:
    """One event (WHATWG HTML, 9.2)."""
    lines = [f"event: {name}"] if name else []
    lines += [f"data: {line}" for line in data.split("\n")]
    return ("\n".join(lines) + "\n\n").encode()
