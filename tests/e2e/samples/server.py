"""A server that answers as a document says, and refuses what the document does not say."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.e2e.samples.contract import Contract, Endpoint, Refused, samples_of

BASE = "/v1"


@dataclass
class Seen:
    """What a server was asked.

    Args:
        called: the operation ids of requests that were right.
        refused: what was wrong with others.
        answer: what the sample that runs shows as the answer of its operation.
        answers: whose answer that is.
    """

    called: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    answer: str = ""
    answers: str = ""


class DocumentServer(ThreadingHTTPServer):
    """Serves a document on a free port of this machine."""

    daemon_threads = True

    def __init__(self, contract: Contract) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.contract = contract
        self.seen = Seen()

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.server_address[1]}{BASE}"


@contextmanager
def serving(contract: Contract) -> Iterator[DocumentServer]:
    """A server that runs inside the block."""
    server = DocumentServer(contract)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: DocumentServer

    def handle_one_request(self) -> None:
        try:
            super().handle_one_request()
        except ConnectionError:
            self.close_connection = True  # the client has left, as it may

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        if self.headers.get("transfer-encoding") == "chunked":
            body = self._chunks()
        path, _, query = self.path.partition("?")
        seen = self.server.seen
        try:
            if not path.startswith(BASE):
                raise Refused(f"{path} is outside {BASE}")
            path = path.removeprefix(BASE)
            contract = self.server.contract
            endpoint = contract.find(self.command, path, query)
            value = contract.check(endpoint, path, query, self.headers, body)
        except Refused as reason:
            seen.refused.append(f"{self.command} {self.path}: {reason}")
            self._send(400, "application/json", {"error": {"message": str(reason)}})
            return
        seen.called.append(endpoint.node.operation_id)
        streams = isinstance(value, dict) and value.get("stream") is True
        if streams or "stream=true" in query:
            self._stream(endpoint)
        else:
            self._whole(endpoint)

    do_GET = do_POST = do_DELETE = do_PUT = do_PATCH = _answer

    def _chunks(self) -> bytes:
        found = b""
        while size := int(self.rfile.readline().strip(), 16):
            found += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return found

    def _shown(self, endpoint: Endpoint) -> list[str]:
        """The answers that samples show, that of the sample that runs first."""
        shown = [answer for _, _, answer in samples_of(endpoint.node)]
        if endpoint.node.operation_id == self.server.seen.answers:
            shown.insert(0, self.server.seen.answer)
        return shown

    def _whole(self, endpoint: Endpoint) -> None:
        for media_type, content in list(endpoint.answers.items())[:1]:
            if media_type != "application/json" or content.schema is None:
                break
            for text in self._shown(endpoint):
                value = _json(text)
                if value is not None and not self.server.contract.mistakes(
                    value, content.schema
                ):
                    return self._send(200, media_type, value)
            made = self.server.contract.value(content.schema)
            return self._send(200, media_type, made)
        if endpoint.is_empty:
            return self._send(200, "", None)
        self._send(200, next(iter(endpoint.answers)), b"some bytes")

    def _stream(self, endpoint: Endpoint) -> None:
        for text in self._shown(endpoint):
            if text.lstrip().startswith(("data:", "event:")):
                lines = [line.strip() for line in text.strip().splitlines()]
                events = "\n".join(lines) + "\n\n"
                return self._send(200, "text/event-stream", events.encode())
            shown = _values(text)
            if len(shown) > 1:
                events = "".join(f"data: {json.dumps(value)}\n\n" for value in shown)
                events += "data: [DONE]\n\n"
                return self._send(200, "text/event-stream", events.encode())
        content = endpoint.answers.get("text/event-stream")
        content = content or endpoint.answers.get("application/json")
        schema = content.schema if content is not None else None
        made = self.server.contract.value(schema) if schema is not None else {}
        text = f"data: {json.dumps(made)}\n\ndata: [DONE]\n\n"
        self._send(200, "text/event-stream", text.encode())

    def _send(self, status: int, media_type: str, value: object) -> None:
        if isinstance(value, bytes):
            body = value
        else:
            body = b"" if value is None else json.dumps(value).encode()
        self.send_response(status)
        if media_type:
            self.send_header("content-type", media_type)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def _json(text: str) -> Any:
    found = _values(text)
    return found[0] if len(found) == 1 else None


def _values(text: str) -> list[Any]:
    """The JSON values that stand one after another in a text; `[]` if others do too.

    Samples may leave things out, with dots in their place.
    """
    text = re.sub(r"^\s*\.\.\.,?\s*$", "", text, flags=re.MULTILINE)
    text = re.sub(r",(\s*[\]}])", r"\1", text).strip()
    found: list[Any] = []
    decoder = json.JSONDecoder()
    while text:
        try:
            value, end = decoder.raw_decode(text)
        except ValueError:
            return []
        found.append(value)
        text = text[end:].strip()
    return found
