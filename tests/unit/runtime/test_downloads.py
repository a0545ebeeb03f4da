"""Downloads: reading, writing to files, and interruptions."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path
from types import ModuleType

import anyio
import httpx2
import pytest

from tests.unit.runtime.conftest import Reply, Server, broken_off, json_reply

Serve = Callable[..., Server]

COMPLETION = {"id": "c-1", "choices": []}

GOOD = json_reply(COMPLETION, x_request_id="r-1", X_Left="9")

CONTENT = bytes(range(256)) * 2000

FILE = Reply(200, CONTENT, {"Content-Type": "image/png", "X-Request-Id": "r-2"})

both_loops = pytest.mark.parametrize("backend", ["asyncio", "trio"])


def run(backend: str, main: Callable[[], Awaitable[None]]) -> None:
    anyio.run(main, backend=backend)


def test_downloads(acme: ModuleType, serve: Serve, tmp_path: Path) -> None:
    server = serve(FILE)
    files = acme.Acme(base_url=server.url).files
    response = files.content("f")
    assert server.received[0].headers["accept"] == "application/octet-stream"
    assert (response.status_code, response.content_type) == (200, "image/png")
    assert response.headers["x-request-id"] == response._request_id == "r-2"
    assert not response.response.is_stream_consumed
    assert response.read() == response.content == CONTENT
    with files.content("f") as response:
        pieces = list(response.iter_bytes(1000))
    assert {len(piece) for piece in pieces} == {1000} and b"".join(pieces) == CONTENT
    target = tmp_path / "file.png"
    files.content("f").write_to_file(target)
    assert target.read_bytes() == CONTENT
    assert files.with_raw_response.content("f").parse().read() == CONTENT


def test_a_file_is_replaced_when_the_download_is_complete(
    acme: ModuleType, serve: Serve, tmp_path: Path
) -> None:
    server = serve(Reply(raw=broken_off), FILE)
    files = acme.Acme(base_url=server.url).files
    target = tmp_path / "file.png"
    target.write_bytes(b"old")
    target.chmod(0o640)
    with pytest.raises(acme.errors.APIConnectionError):
        files.content("f").write_to_file(target)
    assert target.read_bytes() == b"old"
    files.content("f").write_to_file(str(target))
    assert target.read_bytes() == CONTENT
    assert target.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["file.png"]
    assert len(server.received) == 2


def test_special_files_are_not_replaced(
    acme: ModuleType, serve: Serve, tmp_path: Path
) -> None:
    server = serve(Reply(200, CONTENT, {"Content-Type": "application/octet-stream"}))
    link, file, pipe = (tmp_path / name for name in ("link", "file", "pipe"))
    link.symlink_to(file)
    os.mkfifo(pipe)
    piped: list[bytes] = []
    reading = threading.Thread(target=lambda: piped.append(pipe.read_bytes()))
    reading.start()
    with acme.Acme(base_url=server.url) as client:
        client.files.content("f").write_to_file(link)
        client.files.content("f").write_to_file(pipe)
        with pytest.raises(IsADirectoryError):
            client.files.content("f").write_to_file(tmp_path)
    reading.join()
    assert link.is_symlink() and file.read_bytes() == CONTENT and piped == [CONTENT]
    assert {path.name for path in tmp_path.iterdir()} == {"link", "file", "pipe"}


def test_a_body_can_be_iterated_once(acme: ModuleType, serve: Serve) -> None:
    completions = acme.Acme(base_url=serve(GOOD).url).chat.completions
    with completions.with_streaming_response.retrieve("x") as response:
        assert b"".join(response.iter_bytes()) == GOOD.body
        for again in (
            response.parse,
            response.read,
            lambda: list(response.iter_lines()),
        ):
            with pytest.raises(
                acme.errors.APIError, match="was already read or closed"
            ):
                again()


@pytest.mark.slow
def test_abandoned_downloads_release_their_connection(
    acme: ModuleType, serve: Serve
) -> None:
    http = httpx2.Client(limits=httpx2.Limits(max_connections=1), timeout=30)
    files = acme.Acme(base_url=serve(FILE).url, http_client=http).files
    for _ in range(3):
        files.content("f")
        gc.collect()
    files.content("f").close()
    http.close()


@both_loops
def test_async_downloads(
    acme: ModuleType, serve: Serve, tmp_path: Path, backend: str
) -> None:
    server = serve(FILE, FILE, FILE, FILE, Reply(raw=broken_off))

    async def main() -> None:
        async with acme.AsyncAcme(base_url=server.url) as client:
            files = client.files
            assert await (await files.content("f")).read() == CONTENT
            async with await files.content("f") as response:
                pieces = [piece async for piece in response.iter_bytes(1000)]
            assert b"".join(pieces) == CONTENT
            target = tmp_path / "file.png"
            await (await files.content("f")).write_to_file(target)
            assert target.read_bytes() == CONTENT
            raw = await files.with_raw_response.content("f")
            assert await raw.parse().read() == CONTENT
            with pytest.raises(acme.errors.APIConnectionError):
                await (await files.content("f")).write_to_file(target)
            assert os.listdir(tmp_path) == ["file.png"]

    run(backend, main)


@pytest.mark.parametrize("name", ["write_to_file", "stream_to_file"])
def test_writing_a_file(
    acme: ModuleType, serve: Serve, tmp_path: Path, name: str
) -> None:
    files = acme.Acme(base_url=serve(FILE).url).files
    raw = files.with_raw_response
    sources = (files.content("f"), raw.content("f"), raw.content("f").parse())
    for index, source in enumerate(sources):
        target = tmp_path / f"{index}.png"
        assert getattr(source, name)(target) is None
        assert target.read_bytes() == CONTENT
    with files.with_streaming_response.content("f") as response:
        getattr(response, name)(str(target := tmp_path / "streamed.png"))
        assert response.is_closed
    assert target.read_bytes() == CONTENT


@both_loops
@pytest.mark.parametrize("name", ["write_to_file", "stream_to_file"])
def test_writing_a_file_async(
    acme: ModuleType, serve: Serve, tmp_path: Path, backend: str, name: str
) -> None:
    async def main() -> None:
        async with acme.AsyncAcme(base_url=serve(FILE).url) as client:
            target = tmp_path / "file.png"
            await getattr(await client.files.content("f"), name)(target)
            assert target.read_bytes() == CONTENT
            target.unlink()
            raw = await client.files.with_raw_response.content("f")
            await getattr(raw.parse(), name)(target)
            assert target.read_bytes() == CONTENT
            target.unlink()
            async with client.files.with_streaming_response.content("f") as response:
                await getattr(response, name)(target)
                assert response.is_closed
            assert target.read_bytes() == CONTENT

    run(backend, main)


def test_an_incomplete_response_leaves_the_file(
    acme: ModuleType, serve: Serve, tmp_path: Path
) -> None:
    files = acme.Acme(base_url=serve(Reply(raw=broken_off)).url).files
    target = tmp_path / "file.png"
    target.write_bytes(b"old")
    with (
        pytest.raises(acme.errors.APIConnectionError),
        files.with_streaming_response.content("f") as response,
    ):
        response.stream_to_file(target)
    assert target.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["file.png"]


@pytest.mark.parametrize("size", [0, -1, 1.5])
@pytest.mark.parametrize("reply", [FILE, GOOD])
def test_chunks_without_a_size(
    acme: ModuleType, serve: Serve, reply: Reply, size: object
) -> None:
    url = serve(reply).url
    message = f"chunk_size must be a positive integer or None, not {size}"
    files = acme.Acme(base_url=url).files
    with pytest.raises(ValueError, match=message):
        next(files.content("f").iter_bytes(size))
    with pytest.raises(ValueError, match=message):
        next(files.with_raw_response.content("f").iter_bytes(size))

    async def main() -> None:
        async with acme.AsyncAcme(base_url=url) as client:
            response = await client.files.content("f")
            with pytest.raises(ValueError, match=message):
                await anext(response.iter_bytes(size))

    run("asyncio", main)
