"""Run the programs of a page for users of another SDK, and record the lines that ran."""

from __future__ import annotations

import contextlib
import io
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import CodeType, FrameType
from typing import Any

import httpx2

_FILE = "<page>"


class MockServer(ThreadingHTTPServer):
    """Server on a free local port that responds as the mock of a client.

    Args:
        transport: The mock.
        status: Status code of all responses; 0 for those of the mock.
    """

    daemon_threads = True

    def __init__(self, transport: httpx2.BaseTransport, status: int = 0) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.transport = transport
        self.status = status

    @property
    def url(self) -> str:
        """Base URL."""
        return f"http://127.0.0.1:{self.server_address[1]}/v1"


class _Handler(BaseHTTPRequestHandler):
    server: MockServer

    def log_message(self, format: str, *args: object) -> None:
        """Do not print requests."""

    def _respond(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        url = self.server.url.removesuffix("/v1") + self.path
        request = httpx2.Request(
            self.command, url, headers=list(self.headers.items()), content=body
        )
        response = (
            httpx2.Response(self.server.status, json={"error": {"message": "No."}})
            if self.server.status
            else self.server.transport.handle_request(request)
        )
        content = response.read()
        self.send_response(response.status_code)
        self.send_header("content-length", str(len(content)))
        for name, value in response.headers.items():
            if name not in ("content-length", "transfer-encoding"):
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_DELETE = do_PUT = do_PATCH = _respond


@contextlib.contextmanager
def serving(server: MockServer) -> Iterator[str]:
    """Run a server inside the block; return its base URL."""
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield server.url
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def lines_of(code: CodeType) -> set[int]:
    """Return the lines of a program, and of its functions, that can run."""
    lines = {line for _, _, line in code.co_lines() if line}
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            lines |= lines_of(constant)
    return lines


def compile_page(code: str) -> CodeType:
    """Compile a program of a page."""
    return compile(code, _FILE, "exec")


def run_lines(code: CodeType) -> set[int]:
    """Run a program; return the lines that ran."""
    lines: set[int] = set()

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        if frame.f_code.co_filename != _FILE:
            return None
        lines.add(frame.f_lineno)
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(code, {"__name__": "page"})
    finally:
        sys.settrace(before)
    return lines
