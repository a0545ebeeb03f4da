"""A fast local server for benchmarks.

It is a separate process, so that it does not share the interpreter with the measured code.
It prints its port, then responds to requests until its standard input is closed.
`/download/N` returns N bytes; `/files` returns the page that follows `after`, one of 1,000
pages with 20 items each; every other path returns the JSON below, after the request body was
read.
"""

from __future__ import annotations

import asyncio
import functools
import json
import sys

COMPLETION = (
    b'{"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"small",'
    b'"choices":[{"index":0,"message":{"role":"assistant","content":"Hello there!"},'
    b'"logprobs":null,"finish_reason":"stop"}],"usage":{"prompt_tokens":9,'
    b'"completion_tokens":3,"total_tokens":12}}'
)
PIECE = bytes(64 * 1024)
PAGES = 1000
ITEMS = 20


@functools.cache
def page(number: int) -> bytes:
    """Return a page of a list of files."""
    files = [
        {
            "id": f"file-{number}-{place}",
            "object": "file",
            "bytes": place,
            "created_at": 1,
            "filename": "x.jsonl",
            "purpose": "batch",
            "status": "processed",
        }
        for place in range(ITEMS)
    ]
    first, last = files[0]["id"], files[-1]["id"]
    more = number + 1 < PAGES
    result = {"object": "list", "data": files, "first_id": first, "last_id": last}
    return json.dumps({**result, "has_more": more}).encode()


def content_of(path: bytes) -> bytes:
    """Return the JSON for a path."""
    if not path.startswith(b"/v1/files"):
        return COMPLETION
    after = path.partition(b"after=file-")[2]
    return page(int(after.partition(b"-")[0]) + 1 if after else 0)


async def skip_body(reader: asyncio.StreamReader, head: bytes) -> None:
    """Read and discard the body of a request."""
    remaining = 0
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            remaining = int(line[15:])
        elif line.startswith(b"transfer-encoding: chunked"):
            while size := int(await reader.readline(), 16):
                await reader.readexactly(size + 2)
            await reader.readline()
    while remaining:
        remaining -= len(await reader.read(min(remaining, 1 << 20)))


async def response(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Respond to the requests of one connection."""
    try:
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            await skip_body(reader, head)
            path = head.split(b" ", 2)[1]
            content = content_of(path)
            size = int(path.rpartition(b"/")[2]) if b"/download/" in path else 0
            writer.write(
                b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
                % (
                    (b"application/octet-stream", size, b"")
                    if size
                    else (b"application/json", len(content), content)
                )
            )
            for _ in range(size // len(PIECE)):
                writer.write(PIECE)
                await writer.drain()
            writer.write(PIECE[: size % len(PIECE)])
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        writer.close()


async def main() -> None:
    """Serve until standard input is closed."""
    server = await asyncio.start_server(response, "127.0.0.1", 0, limit=1 << 20)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main())
