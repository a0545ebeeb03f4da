"""Time of a stream relative to a minimal parser, and its memory.

Measured with the client of this project's own documents, as callers have it.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2

GENERATED = Path(__file__).parents[2] / "generated"
CHUNKS = 20_000
MANY = 1_000_000
URL = "https://api.test/v1/chat/completions"

Figure = tuple[str, float, float]


def figures() -> list[Figure]:
    """Return the name, the measured value and the goal of each figure."""
    sys.path.insert(0, str(GENERATED))
    try:
        return [
            *_ratios(),
            ("MB more over a million chunks, beside their text", _growth(), 10.0),
        ]
    finally:
        sys.path.remove(str(GENERATED))


def chunk(number: int) -> bytes:
    """Return an event as sent by servers."""
    choice = {"index": 0, "delta": {"content": f" w{number}"}, "logprobs": None}
    value = {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": "small",
        "system_fingerprint": "fp_1",
        "choices": [{**choice, "finish_reason": None}],
        "usage": None,
    }
    return b"data: %b\n\n" % json.dumps(value).encode()


class Body(httpx2.SyncByteStream):
    """Yield a number of events in chunks of some kilobytes."""

    def __init__(self, chunks: int) -> None:
        self._chunks = chunks

    def __iter__(self) -> Iterator[bytes]:
        piece = b"".join(map(chunk, range(64)))
        for _ in range(self._chunks // 64):
            yield piece
        yield b"".join(map(chunk, range(self._chunks % 64)))
        yield b"data: [DONE]\n\n"


def transport(chunks: int) -> httpx2.MockTransport:
    """Respond to each request with a stream."""

    def reply(request: httpx2.Request) -> httpx2.Response:
        headers = {"Content-Type": "text/event-stream"}
        return httpx2.Response(200, headers=headers, stream=Body(chunks))

    return httpx2.MockTransport(reply)


def runtime(http: httpx2.Client, chunks: int) -> Any:
    """Read a stream with the client; return the total length."""
    from openai_client import OpenAI  # type: ignore[import-not-found]  # generated

    client = OpenAI(api_key="sk-test", http_client=http)
    stream = client.chat.completions.create(messages=[], model="small", stream=True)
    count = 0
    for item in stream:
        count += len(item.choices[0].delta.content) > 0
    assert count == chunks
    return stream


def bare(http: httpx2.Client, chunks: int) -> None:
    """Read a stream with a minimal parser."""
    count, rest = 0, b""
    with http.stream("POST", URL, json={"model": "small"}) as response:
        for piece in response.iter_bytes():
            *events, rest = (rest + piece).split(b"\n\n")
            for event in events:
                if event != b"data: [DONE]":
                    value = json.loads(event[6:])
                    count += len(value["choices"][0]["delta"]["content"]) > 0
    assert count == chunks


def _ratios() -> list[Figure]:
    http = httpx2.Client(transport=transport(CHUNKS))
    result: list[float] = []
    for turn in range(8):
        started = time.perf_counter()
        runtime(http, CHUNKS)
        between = time.perf_counter()
        bare(http, CHUNKS)
        spent = time.perf_counter() - between
        if turn:
            result.append((between - started) / spent)
    http.close()
    return [("a stream of 20,000 chunks", statistics.median(result), 2.0)]


def _growth() -> float:
    """Return the memory growth in megabytes over a long stream whose text is kept."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.streams"],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout)


def _peak() -> float:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def main() -> None:
    """Print the memory growth of this process over a long stream in megabytes."""
    sys.path.insert(0, str(GENERATED))
    runtime(httpx2.Client(transport=transport(1000)), 1000)
    before = _peak()
    stream = runtime(httpx2.Client(transport=transport(MANY)), MANY)
    # Only the text is kept, for `final()`.
    text = stream.final().choices[0].message.content
    print(_peak() - before - len(text) / 2**20)


if __name__ == "__main__":
    main()
