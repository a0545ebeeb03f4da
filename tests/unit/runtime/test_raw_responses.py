"""`with_raw_response`, `with_streaming_response`, downloads and streams; sync and async."""

from __future__ import annotations

import gc
import io
import sys
import threading
import warnings
from collections.abc import Awaitable, Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import anyio
import anyio.lowlevel
import httpx2
import pytest

from tests.patience import wait_until_async
from tests.unit.runtime.conftest import Reply, Server, broken_off, holding, json_reply

Serve = Callable[..., Server]
COMPLETION = {"id": "c-1", "choices": []}
GOOD = json_reply(COMPLETION, x_request_id="r-1", X_Left="9")
CONTENT = bytes(range(256)) * 2000

both_loops = pytest.mark.parametrize("backend", ["asyncio", "trio"])


def run(backend: str, main: Callable[[], Awaitable[None]]) -> None:
    anyio.run(main, backend=backend)


def test_raw_responses(acme: ModuleType, serve: Serve, no_waiting: list[float]) -> None:
    server = serve(Reply(503), GOOD)
    completions = acme.Acme(base_url=server.url).chat.completions
    raw = completions.with_raw_response.retrieve("x", extra_query={"q": 1})
    assert (raw.status_code, raw.headers["x-left"], raw.request_id) == (200, "9", "r-1")
    assert (raw.method, raw.url.path, raw.retries_taken) == (
        "GET",
        "/chat/completions/x",
        1,
    )
    assert 0 < raw.elapsed.total_seconds() < 5
    assert raw.is_closed and raw.json() == COMPLETION
    assert raw.content == raw.read() == raw.text.encode()
    assert b"".join(raw.iter_bytes()) == raw.content
    response = raw.parse()
    assert response.id == "c-1" and response._request_id == "r-1"
    assert raw.parse() is response
    assert completions.retrieve("x").id == "c-1"


WRAPPED = """
class Pets(_runtime.Resource["PetsRaw", "PetsStreaming"]): ...
class PetsRaw(_runtime.RawResource): ...
class PetsStreaming(_runtime.StreamingResource): ...
"""


def test_wrappers_of_subclasses(
    acme: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    module: Any = ModuleType("wrapped")
    monkeypatch.setitem(sys.modules, "wrapped", module)
    module._runtime = acme._runtime
    exec(WRAPPED, vars(module))

    class OwnPets(module.Pets):  # type: ignore[misc]  # created above
        """A subclass in another module, as callers write it."""

    pets = OwnPets(acme.Acme(base_url="https://acme.test"))
    assert type(pets.with_raw_response) is module.PetsRaw
    assert type(pets.with_streaming_response) is module.PetsStreaming
    assert pets.with_raw_response is pets.with_raw_response
    assert OwnPets.__mro__[:3] == (OwnPets, module.Pets, acme._runtime.Resource)


def test_resources_without_wrappers(acme: ModuleType) -> None:
    client = acme.Acme(base_url="https://acme.test")
    for cls in (acme._runtime.Resource, acme._runtime.AsyncResource):
        for name in ("with_raw_response", "with_streaming_response"):
            with pytest.raises(AttributeError, match=f"has no attribute '{name}'"):
                getattr(cls(client), name)


def test_raw_responses_of_operations_that_return_nothing(
    acme: ModuleType, serve: Serve
) -> None:
    client = acme.Acme(base_url=serve(Reply(204)).url)
    raw = client.chat.completions.with_raw_response.delete("x")
    assert raw.status_code == 204 and raw.parse() is None


def test_raw_calls_raise_errors(acme: ModuleType, serve: Serve) -> None:
    client = acme.Acme(base_url=serve(Reply(404)).url)
    with pytest.raises(acme.errors.NotFoundError):
        client.chat.completions.with_raw_response.retrieve("x")
    with pytest.raises(acme.errors.NotFoundError):
        with client.chat.completions.with_streaming_response.retrieve("x"):
            pass


def test_streaming_responses(acme: ModuleType, serve: Serve) -> None:
    server = serve(GOOD, GOOD, json_reply({"lines": 1})._replace(body=b"a\nb"))
    streaming = acme.Acme(base_url=server.url).chat.completions.with_streaming_response
    with streaming.retrieve("x") as response:
        assert response.status_code == 200 and not response.is_closed
        assert response.parse().id == "c-1"
    with streaming.retrieve("x") as response, pytest.raises(RuntimeError):
        response.elapsed
    assert response.is_closed
    with streaming.retrieve("x") as response:
        assert list(response.iter_lines()) == ["a", "b"]


def test_a_request_is_sent_when_the_manager_is_entered(
    acme: ModuleType, serve: Serve
) -> None:
    server = serve(GOOD)
    streaming = acme.Acme(base_url=server.url).chat.completions.with_streaming_response
    manager = streaming.retrieve("x")
    assert server.received == []
    with manager:
        assert len(server.received) == 1


@both_loops
def test_async_calls(acme: ModuleType, serve: Serve, backend: str) -> None:
    server = serve(GOOD)

    async def key() -> str:
        await anyio.lowlevel.checkpoint()
        return "sk-test-later"

    async def main() -> None:
        async with acme.AsyncAcme(base_url=server.url, api_key=key) as client:
            completions = client.chat.completions
            assert (await completions.retrieve("x")).id == "c-1"
            raw = await completions.with_raw_response.retrieve("x")
            assert raw.parse().id == "c-1" and raw.request_id == "r-1"
            streaming = completions.with_streaming_response
            async with streaming.retrieve("x") as response:
                assert (await response.parse()).id == "c-1"
                assert await response.json() == COMPLETION
            async with streaming.retrieve("x") as response:
                assert [line async for line in response.iter_lines()]
            assert await client.get("/x") == COMPLETION
            assert (await client.post("/x", body=[1], cast_to=httpx2.Response)).content
            assert await completions.delete("x") == COMPLETION
        assert client.is_closed()

    run(backend, main)
    assert server.received[0].headers["authorization"] == "Bearer sk-test-later"


@both_loops
@pytest.mark.parametrize("awaited", [False, True])
def test_async_credentials_may_be_sync_or_async_callables(
    acme: ModuleType, serve: Serve, backend: str, awaited: bool
) -> None:
    server = serve(Reply(503, b"", {"retry-after-ms": "1"}), GOOD)
    keys = iter(["sk-test-1", "sk-test-2", ""])

    async def later() -> str:
        await anyio.lowlevel.checkpoint()
        return next(keys)

    async def main() -> None:
        key = later if awaited else lambda: next(keys)
        async with acme.AsyncAcme(base_url=server.url, api_key=key) as client:
            await client.chat.completions.retrieve("x")
            await client.chat.completions.retrieve("x")

    run(backend, main)
    # Called before each attempt.
    assert [request.headers.get("authorization") for request in server.received] == [
        *("Bearer sk-test-1", "Bearer sk-test-2", None)
    ]


@both_loops
def test_async_retries_and_errors(acme: ModuleType, serve: Serve, backend: str) -> None:
    server = serve(Reply(429, b"", {"retry-after-ms": "20"}), GOOD)

    async def main() -> None:
        client = acme.AsyncAcme(base_url=server.url)
        assert (await client.chat.completions.retrieve("x")).id == "c-1"
        server.replies = [Reply(404)]
        with pytest.raises(acme.errors.NotFoundError):
            await client.chat.completions.retrieve("x")
        server.replies = [Reply(200, b"{")]
        with pytest.raises(acme.errors.APIResponseValidationError):
            await client.chat.completions.retrieve("x")
        server.replies = [Reply(raw=broken_off)]
        with pytest.raises(acme.errors.APIConnectionError):
            await client.chat.completions.retrieve("x")
        server.replies = [Reply(307, b"", {"Location": "/there"}), GOOD]
        assert (await client.chat.completions.retrieve("x")).id == "c-1"
        await client.close()

    run(backend, main)
    # The response that breaks off is requested three times.
    assert len(server.received) == 9


@both_loops
def test_async_uploads(
    acme: ModuleType, serve: Serve, backend: str, tmp_path: Path
) -> None:
    server = serve(Reply(503, b"", {"retry-after-ms": "1"}), json_reply({"id": "f"}))
    path = tmp_path / "a.bin"
    path.write_bytes(CONTENT)

    async def pieces() -> Any:
        yield b"one"
        yield b"two"

    async def main() -> None:
        async with acme.AsyncAcme(base_url=server.url) as client:
            with path.open("rb") as file:
                await client.files.create(
                    file=path, purpose="batch", attachments=[file, b"x"]
                )
            await client.files.create(file=pieces(), purpose="batch")

    run(backend, main)
    first, second, third = server.received
    assert first.body.split(b"\r\n")[1:] != [] and second.body.count(CONTENT) == 2
    assert b"onetwo" in third.body


class WebUpload:
    """An upload of a web framework."""

    def __init__(self, content: bytes) -> None:
        self.file = io.BytesIO(content)
        self.filename = "web.txt"

    async def read(self, size: int = -1) -> bytes:
        """Read up to `size` bytes."""
        return self.file.read(size)


class AsyncFile:
    """A file whose `read` is a coroutine."""

    name = "/tmp/async.bin"

    def __init__(self, content: bytes) -> None:
        self._file = io.BytesIO(content)

    async def read(self, size: int = -1) -> bytes:
        """Read up to `size` bytes."""
        return self._file.read(size)


@both_loops
def test_async_files(
    acme: ModuleType, serve: Serve, backend: str, tmp_path: Path
) -> None:
    server = serve(Reply(503, b"", {"retry-after-ms": "1"}), json_reply({"id": "f"}))
    path = tmp_path / "a.bin"
    path.write_bytes(CONTENT)

    async def main() -> None:
        async with acme.AsyncAcme(base_url=server.url) as client:
            async with await anyio.open_file(path, "rb") as opened:
                await client.files.create(
                    file=opened, purpose="batch", attachments=[WebUpload(b"web")]
                )
            await client.files.create(file=AsyncFile(b"async"), purpose="batch")

    run(backend, main)
    refused, first, second = server.received
    assert refused.body == first.body and CONTENT in first.body
    assert b'filename="a.bin"' in first.body and b'filename="web.txt"' in first.body
    assert "content-length" in first.headers and b"\r\nweb\r\n" in first.body
    assert b'filename="async.bin"' in second.body and b"\r\nasync\r\n" in second.body


def test_async_files_in_a_synchronous_client(acme: ModuleType, serve: Serve) -> None:
    server = serve(json_reply({"id": "f"}))
    with acme.Acme(base_url=server.url) as client:
        client.files.create(file=WebUpload(b"web"), purpose="batch")
        with pytest.raises(TypeError, match="async client"):
            client.files.create(file=AsyncFile(b"async"), purpose="batch")
    assert b'filename="web.txt"' in server.received[0].body


@both_loops
def test_cancelled_calls_release_their_connection(
    acme: ModuleType, serve: Serve, backend: str
) -> None:
    held = threading.Event()
    server = serve(Reply(raw=lambda handler: holding(held)))

    async def main() -> None:
        async with acme.AsyncAcme(base_url=server.url) as client:
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(client.chat.completions.retrieve, "x")
                await wait_until_async(lambda: server.received)
                tasks.cancel_scope.cancel()
            held.set()
            server.replies = [GOOD]
            assert (await client.chat.completions.retrieve("x")).id == "c-1"

    run(backend, main)


# --- streams -------------------------------------------------------------------------

EVENTS = (
    b': hello\n\ndata: {"id": "1", "text": "a"}\n\n'
    b'data: {"id": "2",\ndata: "text": "b"}\r\n\r\ndata: [DONE]\n\ndata: {"id": "3"}\n\n'
)
STREAM = Reply(200, EVENTS, {"Content-Type": "text/event-stream"})


def test_streams(acme: ModuleType, serve: Serve) -> None:
    server = serve(STREAM)
    create = acme.Acme(base_url=server.url).chat.completions.create
    with create(messages=[], model="m", stream=True) as stream:
        chunks = list(stream)
    assert [(chunk.id, chunk.text) for chunk in chunks] == [("1", "a"), ("2", "b")]
    assert type(chunks[0]).__name__ == "ChatCompletionChunk"
    assert stream.response.is_closed
    assert server.received[0].headers["accept"] == "text/event-stream"
    stream = create(messages=[], model="m", stream=True)
    assert next(iter(stream)).id == "1"
    stream.close()
    assert stream.response.is_closed


@pytest.mark.parametrize(
    "marker", [b"data:[DONE]", b"data:  [DONE] ", b"data: [DONE]\t"]
)
def test_end_markers_with_spaces(acme: ModuleType, serve: Serve, marker: bytes) -> None:
    server = serve(STREAM._replace(body=EVENTS.replace(b"data: [DONE]", marker)))
    create = acme.Acme(base_url=server.url).chat.completions.create
    stream = create(messages=[], model="m", stream=True)
    assert [chunk.id for chunk in stream] == ["1", "2"]


def test_errors_in_streams(acme: ModuleType, serve: Serve) -> None:
    body = b'data: {"id": "1"}\n\ndata: {"error": {"message": "m", "code": "c"}}\n\n'
    server = serve(STREAM._replace(body=body))
    stream = acme.Acme(base_url=server.url).chat.completions.create(
        messages=[], model="m", stream=True
    )
    assert next(stream).id == "1"
    with pytest.raises(acme.errors.APIError, match="m") as caught:
        next(stream)
    assert caught.value.code == "c" and stream.response.is_closed


@both_loops
def test_async_streams(acme: ModuleType, serve: Serve, backend: str) -> None:
    server = serve(STREAM)

    async def main() -> None:
        async with acme.AsyncAcme(base_url=server.url) as client:
            create = client.chat.completions.create
            async with await create(messages=[], model="m", stream=True) as stream:
                assert [chunk.id async for chunk in stream] == ["1", "2"]
            assert stream.response.is_closed
            gc.collect()  # what earlier tests left
            async with await create(messages=[], model="m", stream=True) as stream:
                async for chunk in stream:
                    break
            assert stream.response.is_closed
            # An unfinished generator would cause a warning when it is collected.
            with warnings.catch_warnings(record=True) as reported:
                warnings.simplefilter("always")
                del stream
                gc.collect()
            assert [str(each.message) for each in reported] == []

    run(backend, main)
