"""Local servers, and a sample client with the runtime, like a generated client."""

from __future__ import annotations

import json
import shutil
import socket
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any, NamedTuple

import pytest

RUNTIME = Path(__file__).parents[3] / "generator" / "runtime"
SAMPLE = Path(__file__).parent / "sample"


class Received(NamedTuple):
    """A request that a server received."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes


class Reply(NamedTuple):
    """A response to send; `raw` replaces everything else."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = MappingProxyType({})
    raw: Callable[[Handler], None] | None = None


class Handler(BaseHTTPRequestHandler):
    """A handler that records requests and sends the replies of the test."""

    protocol_version = "HTTP/1.1"
    server: Server

    def log_message(self, format: str, *args: Any) -> None:
        """Log nothing."""

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length", 0)))
        parts: list[bytes] = []
        while size := int(self.rfile.readline(), 16):
            parts.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(parts)

    def _respond(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.received.append(
            Received(self.command, self.path, headers, self._body())
        )
        replies = self.server.replies
        reply = replies.pop(0) if len(replies) > 1 else replies[0]
        if reply.raw is not None:
            reply.raw(self)
            return
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        self.wfile.write(reply.body)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _respond


class Server(ThreadingHTTPServer):
    """A local server, which sends `replies` and records requests in `received`.

    The last reply is repeated.
    """

    daemon_threads = True
    request_queue_size = 64  # of clients that connect at the same time

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.received: list[Received] = []
        self.connections = 0
        self.replies: list[Reply] = [json_reply({})]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def process_request(self, request: Any, client_address: Any) -> None:
        """Count the connections."""
        self.connections += 1
        super().process_request(request, client_address)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Ignore errors, because tests interrupt connections on purpose."""


def json_reply(value: Any, status: int = 200, **headers: str) -> Reply:
    """Return a JSON response; underscores in the names of headers are replaced by dashes."""
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return Reply(
        status,
        json.dumps(value).encode(),
        {"Content-Type": "application/json", **named},
    )


def holding(until: threading.Event) -> None:
    """Wait until the event is set, for at most a minute."""
    until.wait(60)


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    """Start servers that send the replies, and stop them after the test."""
    started: list[Server] = []

    def start(*replies: Reply) -> Server:
        server = Server()
        if replies:
            server.replies = list(replies)
        threading.Thread(
            target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        ).start()
        started.append(server)
        return server

    yield start
    for server in started:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def acme(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """Return the sample client, with a copy of the runtime."""
    root = tmp_path_factory.mktemp("vendored")
    package = root / "acme_client"
    shutil.copytree(SAMPLE / "acme_client", package)
    shutil.copytree(
        RUNTIME, package / "_runtime", ignore=shutil.ignore_patterns("__pycache__")
    )
    sys.path.insert(0, str(root))
    import acme_client  # type: ignore[import-not-found]  # created above

    return acme_client  # type: ignore[no-any-return]  # a module


@pytest.fixture
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Replace the waiting of retries, and return the delays in seconds."""
    waited: list[float] = []
    import anyio

    async def sleep_async(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr("time.sleep", waited.append)
    monkeypatch.setattr(anyio, "sleep", sleep_async)
    return waited


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Remove environment variables that the sample client reads."""
    for name in ("API_KEY", "ADMIN_KEY", "ORG_ID", "BASE_URL", "LOG"):
        monkeypatch.delenv(f"ACME_{name}", raising=False)


def broken_off(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000000")
    handler.end_headers()
    handler.wfile.write(b"x" * 1000)
    handler.wfile.flush()
    handler.close_connection = True
    handler.connection.shutdown(socket.SHUT_RDWR)


COMPLETION = {
    "id": "c-1",
    "choices": [{"index": 0, "message": {"role": "assistant", "content": "yes"}}],
    "surprise": 1,
}
"""The response of `server`, with a property that the document does not declare."""


@pytest.fixture
def server(serve: Callable[..., Server]) -> Server:
    """A server that responds with a chat completion."""
    return serve(json_reply(COMPLETION, x_request_id="r-1"))


@pytest.fixture
def client(acme: ModuleType, server: Server) -> Iterator[Any]:
    """A client of the server."""
    with acme.Acme(api_key="sk-test", base_url=server.url + "/v1") as client:
        yield client
