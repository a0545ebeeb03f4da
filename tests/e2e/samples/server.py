"""A server that responds with samples, and rejects requests that are not described."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.e2e.samples.contract import (
    Contract,
    Endpoint,
    InvalidRequestError,
    samples_of,
)

BASE = "/v1"


@dataclass
class Log:
    """Log of a server, and the response of the current sample.

    Args:
        called: operation ids of valid requests.
        refused: errors of invalid requests.
        sample_response: response of the sample that runs.
        sample_operation: operation id of the sample that runs.
    """

    called: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    sample_response: str = ""
    sample_operation: str = ""


class DocumentServer(ThreadingHTTPServer):
    """Server of a document on a free local port."""

    daemon_threads = True

    def __init__(self, contract: Contract) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.contract = contract
        self.log = Log()

    @property
    def url(self) -> str:
        """Base URL."""
        return f"http://127.0.0.1:{self.server_address[1]}{BASE}"


@contextmanager
def serving(contract: Contract) -> Iterator[DocumentServer]:
    """Run a server inside the block."""
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
            self.close_connection = True  # the client closed the connection

    def log_message(
        self,
        format: str,
        *args: object,
    ) -> None:
        """Do not print requests."""

    def _respond(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        if self.headers.get("transfer-encoding") == "chunked":
            body = self._chunks()
        path, _, query = self.path.partition("?")
        log = self.server.log
        try:
            if not path.startswith(BASE):
                raise InvalidRequestError(f"{path} is outside {BASE}")
            path = path.removeprefix(BASE)
            contract = self.server.contract
            endpoint = contract.find(self.command, path, query)
            value = contract.check(endpoint, path, query, self.headers, body)
        except InvalidRequestError as reason:
            log.refused.append(f"{self.command} {self.path}: {reason}")
            self._send(400, "application/json", {"error": {"message": str(reason)}})
            return
        log.called.append(endpoint.node.operation_id)
        streams = isinstance(value, dict) and value.get("stream") is True
        if streams or "stream=true" in query:
            self._send(200, "text/event-stream", self._stream_body(endpoint))
        else:
            self._send(200, *self._complete_response(endpoint))

    do_GET = do_POST = do_DELETE = do_PUT = do_PATCH = _respond

    def _chunks(self) -> bytes:
        parsed = b""
        while size := int(self.rfile.readline().strip(), 16):
            parsed += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return parsed

    def _sample_responses(self, endpoint: Endpoint) -> list[str]:
        """Return the responses of samples, starting with the sample that runs."""
        samples = [response for _, _, response in samples_of(endpoint.node)]
        if endpoint.node.operation_id == self.server.log.sample_operation:
            samples.insert(0, self.server.log.sample_response)
        return samples

    def _complete_response(self, endpoint: Endpoint) -> tuple[str, object]:
        """Return media type and value of a response without streaming."""
        if endpoint.is_empty:
            return "", None
        media_type, content = next(iter(endpoint.responses.items()))
        if media_type != "application/json" or content.schema is None:
            return media_type, b"some bytes"
        contract = self.server.contract
        for text in self._sample_responses(endpoint):
            value = _json(text)
            if value is not None and not contract.errors(value, content.schema):
                return media_type, value
        return media_type, contract.value(content.schema)

    def _stream_body(self, endpoint: Endpoint) -> bytes:
        """Return the server-sent events of a streaming response."""
        for text in self._sample_responses(endpoint):
            if text.lstrip().startswith(("data:", "event:")):
                lines = [line.strip() for line in text.strip().splitlines()]
                return "\n".join((*lines, "", "")).encode()
            values = _values(text)
            if len(values) > 1:
                return _format_events(values)
        content = endpoint.responses.get("text/event-stream")
        content = content or endpoint.responses.get("application/json")
        schema = content.schema if content is not None else None
        contract = self.server.contract
        return _format_events([contract.value(schema) if schema is not None else {}])

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


def _format_events(values: list[Any]) -> bytes:
    """Return values as server-sent events, terminated by `[DONE]`."""
    events = [*map(json.dumps, values), "[DONE]"]
    return "".join(f"data: {event}\n\n" for event in events).encode()


def _json(text: str) -> Any:
    parsed = _values(text)
    return parsed[0] if len(parsed) == 1 else None


def _values(text: str) -> list[Any]:
    """Return consecutive JSON values, or an empty list if the text has other content.

    Lines with three dots, which mark omissions in samples, are ignored.
    """
    text = re.sub(r"^\s*\.\.\.,?\s*$", "", text, flags=re.MULTILINE)
    text = re.sub(r",(\s*[\]}])", r"\1", text).strip()
    parsed: list[Any] = []
    decoder = json.JSONDecoder()
    while text:
        try:
            value, end = decoder.raw_decode(text)
        except ValueError:
            return []
        parsed.append(value)
        text = text[end:].strip()
    return parsed
