"""Streams that fail, end early, are closed or are not read."""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Iterator
from types import ModuleType

import httpx2
import pytest

from tests.e2e.client.streams.conftest import (
    AGGREGATED,
    CHUNKS,
    Serve,
    chunk,
    events,
    respond,
)
from tests.patience import wait_until
from tests.unit.runtime.conftest import Reply

BAD = {"error": {"message": "too long", "code": "c1"}}


@pytest.mark.parametrize(
    "reply",
    [
        events(chunk(0, {}), BAD),
        events(chunk(0, {}), ("error", BAD)),
        events(chunk(0, {}), ("error", "too long")),
        events(chunk(0, {}), {"type": "error", "message": "too long", "code": "c1"}),
        respond(json.dumps(BAD), "application/json"),
    ],
)
def test_errors_in_a_stream(streams: ModuleType, serve: Serve, reply: Reply) -> None:
    client = streams.Streams(base_url=serve(reply).url)
    stream = client.chat.completions.create(model="m", stream=True)
    with pytest.raises(streams.APIError, match="too long"):
        for item in stream:
            assert item.id == "c1"
    assert stream.response.is_closed
    with pytest.raises(RuntimeError, match="closed before its end"):
        stream.final()


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (events(chunk(0, {"content": "a"}), end=""), r"without its end marker \(\[DONE\]\)"),
        (events(end=""), r"without its end marker \(\[DONE\]\)"),
        (events(chunk(0, {}, "stop"), end='data: {"id": "c'), "in the middle of an event"),
        (respond("", "application/json"), "without its end marker"),
    ],
)  # fmt: skip
def test_incomplete_streams(
    streams: ModuleType, serve: Serve, reply: Reply, message: str
) -> None:
    client = streams.Streams(base_url=serve(reply).url)
    with pytest.raises(streams.APIConnectionError, match=message):
        list(client.chat.completions.create(model="m", stream=True))


@pytest.mark.parametrize(
    "reply",
    [
        # Servers that implement the protocol incompletely.
        events(*CHUNKS, end=""),
        events(*CHUNKS, end="data: [DONE]"),
        events(*CHUNKS[:-1], end=f"data: {json.dumps(CHUNKS[-1])}"),
        events(*CHUNKS)._replace(headers={"Content-Type": "text/plain"}),
        events(*CHUNKS)._replace(headers={"Content-Type": "application/json"}),
        events(*CHUNKS)._replace(headers={}),
        events(": ping", "", *CHUNKS, end="")._replace(
            body=b": ping\n\ndata:\n\n" + events(*CHUNKS).body
        ),
    ],
)
def test_complete_streams_without_end_marker(
    streams: ModuleType, serve: Serve, reply: Reply
) -> None:
    client = streams.Streams(base_url=serve(reply).url)
    stream = client.chat.completions.create(model="m", stream=True)
    assert stream.final().to_dict() == AGGREGATED


def test_json_value_is_not_a_stream(streams: ModuleType, serve: Serve) -> None:
    server = serve(
        respond(json.dumps(AGGREGATED), "application/json"), respond("[oops", "x/y")
    )
    create = streams.Streams(base_url=server.url).chat.completions.create
    for _ in range(2):
        with pytest.raises(streams.APIResponseValidationError):
            list(create(model="m", stream=True))


def test_closed_stream_yields_no_items(streams: ModuleType, serve: Serve) -> None:
    client = streams.Streams(base_url=serve(events(*CHUNKS)).url)
    with client.chat.completions.create(model="m", stream=True) as stream:
        for _ in stream:
            break
    assert stream.response.is_closed
    assert list(stream) == []
    with pytest.raises(RuntimeError, match="closed before its end"):
        stream.final()


def test_unreferenced_streams_are_closed(streams: ModuleType, serve: Serve) -> None:
    client = streams.Streams(base_url=serve(events(*CHUNKS)).url)
    gc.disable()
    try:
        for begin in (False, True):
            stream = client.chat.completions.create(model="m", stream=True)
            if begin:
                next(stream)
            response = stream.response
            del stream
            # The garbage collector is not needed, but a thread is.
            wait_until(lambda: response.is_closed)
    finally:
        gc.enable()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"data: {A}\n\ndata: {B}\n\ndata: [DONE]\n\ndata: {C}\n\n", ["a", "b"]),
        (b"data:{A}\n\ndata:  {B} \n\ndata: \n\ndata: {C}\n\ndata: [DONE]\n\n", ["a", "b", "c"]),
        (b"data: {A}\n\ndata: {B}x\n\ndata: {C}\n\n", ["a", "APIResponseValidationError"]),
        (b"data: {A}\n\ndata: {B},{C}\n\n", ["a", "APIResponseValidationError"]),
        (b"data: {A}\n\nevent: error\ndata: {B}\n\ndata: {C}\n\n", ["a", "APIError"]),
        (b"data: {A}\n\ndata: {\ndata: \"id\": \"b\"}\n\ndata: {\n\"id\": \"c\"}\n\n", ["a", "b", "APIResponseValidationError"]),
        (b"data: {A}\r\n\r\ndata: {B}\n\n: c\n\ndata: [DONE]", ["a", "b"]),
        (b"data: {A}\n\ndata: {B}\n\n", ["a", "b", "APIConnectionError"]),
    ],
)  # fmt: skip
def test_items_do_not_depend_on_the_chunks(
    streams: ModuleType, body: bytes, expected: list[str]
) -> None:
    for letter in "abc":
        body = body.replace(
            f"{{{letter.upper()}}}".encode(), b'{"id": "%c"}' % ord(letter)
        )
    pieces = [body]

    def reply(request: httpx2.Request) -> httpx2.Response:
        headers = {"Content-Type": "text/event-stream"}
        return httpx2.Response(200, headers=headers, content=iter(pieces))

    http = httpx2.Client(transport=httpx2.MockTransport(reply))
    client = streams.Streams(base_url="https://a.test", http_client=http)
    for cut in range(len(body)):
        pieces = [body[:cut], body[cut:]]
        result: list[str] = []
        try:
            for item in client.chat.completions.create(model="m", stream=True):
                result.append(item.id)
        except streams.APIError as error:
            result.append(type(error).__name__)
        assert result == expected, cut


def test_items_are_not_retained(streams: ModuleType) -> None:
    body = events(*[chunk(0, {"content": "a"})] * 2000, end="").body

    def pieces() -> Iterator[bytes]:
        for _ in range(40):
            yield body

    http = httpx2.Client(
        transport=httpx2.MockTransport(
            lambda _: httpx2.Response(
                200, headers={"Content-Type": "text/event-stream"}, content=pieces()
            )
        )
    )
    # A stream with aggregation and one without.
    client = streams.Streams(base_url="https://streams.test", http_client=http)
    for stream in (
        client.chat.completions.create(model="m", stream=True),
        client.audio.speech.create(stream_format="sse"),
    ):
        for count, _ in enumerate(stream):
            if count == 4_000:
                gc.collect()
                allocated = sys.getallocatedblocks()
            elif count == 70_000:
                gc.collect()
                assert sys.getallocatedblocks() - allocated < 500
                break
        stream.close()
