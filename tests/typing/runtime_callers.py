"""Everyday calls of a client, which type checkers must accept."""

from __future__ import annotations

import pathlib
from datetime import datetime
from typing import Any, assert_type

import anyio
import httpx2
from acme_client import Acme, AsyncAcme, omit
from acme_client._runtime import (
    APIResponse,
    AsyncAPIResponse,
    AsyncBinaryResponse,
    AsyncResponseStream,
    AsyncStream,
    BinaryResponse,
    ResponseStream,
    Stream,
)
from acme_client.errors import APIStatusError, RateLimitError
from acme_client.types import ChatCompletion, ChatCompletionChunk, FileObject


def key() -> str:
    return "sk-test"


async def later() -> str:
    return "sk-test"


class Uploaded:
    """An upload as a web framework gives it."""

    async def read(self, size: int = -1) -> bytes:
        """Some of it."""
        return b""


uploaded = Uploaded()


def settings() -> None:
    client = Acme(api_key=key, timeout=httpx2.Timeout(3, connect=1), max_retries=0)
    Acme(
        base_url=httpx2.URL("https://api.test"),
        timeout=None,
        default_headers={"A": omit},
    )
    AsyncAcme(api_key=later, default_query={"a": [1, 2]})
    assert_type(client.with_options(timeout=3), Acme)
    assert_type(client.copy(api_key="sk-test"), Acme)
    assert_type(client.base_url, str)
    with Acme(http_client=httpx2.Client(proxy="http://127.0.0.1:1")) as inner:
        assert_type(inner, Acme)


def calls(client: Acme) -> None:
    completions = client.chat.completions
    response = completions.create(
        messages=[{"role": "user", "content": "hi"}],
        model="m",
        temperature=None,
        extra_headers={"X-A": "b", "X-C": omit},
        extra_query={"a": 1},
        extra_body={"b": [2]},
        timeout=3,
        max_retries=5,
    )
    assert_type(response, ChatCompletion)
    assert_type(response.choices[0].message.content, str | None)
    completions.create(messages=[], model="m", temperature=omit, stream=False)
    stream = completions.create(messages=[], model="m", stream=True)
    assert_type(stream, ResponseStream[ChatCompletionChunk, ChatCompletion])
    for chunk in stream:
        assert_type(chunk, ChatCompletionChunk)
    assert_type(stream.final(), ChatCompletion)
    print_items(stream)
    with completions.create(messages=[], model="m", stream=True) as entered:
        assert_type(next(entered).text, str | None)
        assert_type(entered.response, httpx2.Response)
    completions.delete("x")
    path: str | pathlib.Path = pathlib.Path("a")
    created = client.files.create(file=pathlib.Path("a"), purpose="batch")
    assert_type(created, FileObject)
    client.files.create(file=("n", b"", "text/plain", {"A": "b"}), purpose="vision")
    client.files.create(
        file=open("a", "rb"), purpose="vision", attachments=[b"", ("n", b"")]
    )
    client.files.create(file=("n", uploaded), purpose="batch", attachments=[uploaded])
    client.files.create(file=(bytes([n]) for n in range(3)), purpose="batch")
    content = client.files.content("f")
    assert_type(content, BinaryResponse)
    assert_type(content.read(), bytes)
    content.write_to_file(path)


def print_items(stream: Stream[ChatCompletionChunk]) -> None:
    """Accept any stream of these items."""


def responses(client: Acme) -> None:
    completions = client.chat.completions
    raw = completions.with_raw_response.retrieve("x", timeout=3)
    assert_type(raw, APIResponse[ChatCompletion])
    assert_type(raw.parse().id, str)
    assert_type(raw.request_id, str | None)
    streamed = completions.with_raw_response.create(messages=[], model="m", stream=True)
    assert_type(streamed.parse().final(), ChatCompletion)
    with completions.with_streaming_response.retrieve("x") as response:
        assert_type(response, APIResponse[ChatCompletion])
        assert_type(response.headers["x"], str)
        for line in response.iter_lines():
            assert_type(line, str)
    completions.with_raw_response.delete("x").parse()


def free(client: Acme) -> None:
    assert_type(client.get("/x"), Any)
    assert_type(
        client.post("/x", body={"a": 1}, cast_to=ChatCompletion), ChatCompletion
    )
    assert_type(client.delete("/x", cast_to=httpx2.Response), httpx2.Response)
    assert_type(client.get("/x", cast_to=list[FileObject]), list[FileObject])
    assert_type(client.put("/x", body=b"", cast_to=BinaryResponse), BinaryResponse)
    client.patch(
        "/x",
        body={"created": datetime.now(), "kind": omit},
        query={"by": {"team": 1}, "tags": ["a"]},
        extra_headers={"A": "b", "C": omit},
        timeout=None,
        max_retries=0,
    )


def failures(client: Acme) -> None:
    try:
        client.chat.completions.retrieve("x")
    except RateLimitError as error:
        assert_type(error.response.headers["retry-after"], str)
    except APIStatusError as error:
        assert_type(error.status_code, int)
        assert_type(error.code, str | None)


async def asynchronous(client: AsyncAcme) -> None:
    completions = client.chat.completions
    response = await completions.create(messages=[], model="m")
    assert_type(response, ChatCompletion)
    stream = await completions.create(messages=[], model="m", stream=True)
    assert_type(stream, AsyncResponseStream[ChatCompletionChunk, ChatCompletion])
    plain: AsyncStream[ChatCompletionChunk] = stream
    async with plain as entered:
        assert_type(await anext(entered), ChatCompletionChunk)
    assert_type(await stream.final(), ChatCompletion)
    async for chunk in stream:
        assert_type(chunk, ChatCompletionChunk)
    await completions.delete("x")
    raw = await completions.with_raw_response.retrieve("x")
    assert_type(raw, APIResponse[ChatCompletion])
    async with completions.with_streaming_response.retrieve("x") as streamed:
        assert_type(streamed, AsyncAPIResponse[ChatCompletion])
        assert_type(await streamed.parse(), ChatCompletion)
    content = await client.files.content("f")
    assert_type(content, AsyncBinaryResponse)
    assert_type(await content.read(), bytes)
    assert_type(await client.get("/x", cast_to=bytes), bytes)
    assert_type(await client.post("/x", cast_to=list[FileObject]), list[FileObject])
    async with await anyio.open_file("a", "rb") as opened:
        await client.files.create(file=opened, purpose="batch", attachments=[uploaded])
    assert_type(client.with_options(max_retries=0), AsyncAcme)
    async with client as inner:
        assert_type(inner, AsyncAcme)
