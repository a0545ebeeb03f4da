"""A server that controls each byte of its connections."""

from __future__ import annotations

import gzip
import json
import socket
import struct
import threading
from collections.abc import Callable

# Not of the module: tests replace that function for the client.
from time import sleep

Act = Callable[[socket.socket], None]
"""Handles a request on a connection. The connection is closed after acts that end it."""

COMPLETION = json.dumps({"id": "c", "choices": []}).encode()
ITEM = b'data: {"id": "c", "text": "a"}\n\n'


class Wire:
    """A server that performs acts in order, and repeats the last one.

    Attributes:
        requests: The request lines with the headers.
        bodies: The bodies of the requests; `b""` if an act that ends the connection leaves
            a chunked body unread.
        connections: Number of connections that clients opened.
    """

    def __init__(self, *acts: Act) -> None:
        self.acts = list(acts)
        self.requests: list[bytes] = []
        self.bodies: list[bytes] = []
        self.connections = 0
        self.stopped = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def stop(self) -> None:
        self.stopped.set()
        # A connection ends the waiting of the thread.
        socket.create_connection(self._listener.getsockname()).close()
        self._thread.join()
        self._listener.close()

    def _accept(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            if self.stopped.is_set():
                connection.close()
                return
            self.connections += 1
            threading.Thread(
                target=self._serve, args=(connection,), daemon=True
            ).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection:
            connection.settimeout(60)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            try:
                while True:
                    head, rest = _read_until(connection, b"", b"\r\n\r\n")
                    if not head:
                        return
                    act = self.acts.pop(0) if len(self.acts) > 1 else self.acts[0]
                    ends = getattr(act, "ends", False)
                    self.bodies.append(_body(connection, head, rest, ends))
                    self.requests.append(head)
                    act(connection)
                    if ends:
                        return
            except OSError:
                # The client or the act has closed the connection.
                return


def _read_until(
    connection: socket.socket, data: bytes, end: bytes
) -> tuple[bytes, bytes]:
    """Return the data before an end, and what was received after it.

    Both are empty if the client has closed the connection.
    """
    while end not in data:
        piece = connection.recv(65536)
        if not piece:
            return b"", b""
        data += piece
    before, _, after = data.partition(end)
    return before, after


def _read_exactly(
    connection: socket.socket, data: bytes, length: int
) -> tuple[bytes, bytes]:
    """Return data of a length, and what was received after it."""
    while len(data) < length:
        piece = connection.recv(65536)
        if not piece:
            raise ConnectionError("the client closed the connection")
        data += piece
    return data[:length], data[length:]


def _body(connection: socket.socket, head: bytes, data: bytes, ends: bool) -> bytes:
    """Read the body of a request; a chunked one only if the connection stays open."""
    headers = dict(
        line.lower().split(b": ", 1)
        for line in head.split(b"\r\n")[1:]
        if b": " in line
    )
    if b"content-length" in headers:
        return _read_exactly(connection, data, int(headers[b"content-length"]))[0]
    body = b""
    if b"transfer-encoding" in headers and not ends:
        while True:
            size, data = _read_until(connection, data, b"\r\n")
            if not size:
                raise ConnectionError("the client closed the connection")
            chunk, data = _read_exactly(connection, data, int(size, 16) + 2)
            if len(chunk) == 2:
                break
            body += chunk[:-2]
    return body


def http_response(
    body: bytes,
    content_type: str = "application/json",
    status: int = 200,
    headers: str = "",
    length: int | None = None,
) -> bytes:
    """Return a response with a correct or incorrect length."""
    length = len(body) if length is None else length
    return (
        f"HTTP/1.1 {status} X\r\nContent-Type: {content_type}\r\n{headers}"
        f"Content-Length: {length}\r\n\r\n"
    ).encode() + body


def stream(*pieces: bytes, end: bool = True) -> list[bytes]:
    """Return the parts of a chunked event stream."""
    head = b"HTTP/1.1 200 X\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"  # fmt: skip
    chunks = [b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces]
    return [head, *chunks, b"0\r\n\r\n"] if end else [head, *chunks]


def sends(*pieces: bytes, pause: float = 0.0) -> Act:
    """Return an act that sends data and keeps the connection open."""

    def act(connection: socket.socket) -> None:
        for piece in pieces:
            connection.sendall(piece)
            if pause:
                sleep(pause)

    return act


def drips(data: bytes, pause: float = 0.001) -> Act:
    """Return an act that sends single bytes."""
    return sends(*(data[i : i + 1] for i in range(len(data))), pause=pause)


def _ending(act: Act) -> Act:
    act.ends = True
    return act


def ends_after(*pieces: bytes) -> Act:
    """Return an act that sends data and closes the connection."""
    send = sends(*pieces)
    return _ending(lambda connection: send(connection))


def resets_after(*pieces: bytes) -> Act:
    """Return an act that sends data and resets the connection."""

    def act(connection: socket.socket) -> None:
        sends(*pieces)(connection)
        # So that the data arrives before the reset.
        sleep(0.03)
        linger = struct.pack("ii", 1, 0)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)

    return _ending(act)


def silent_after(*pieces: bytes) -> Act:
    """Return an act that sends data and waits until the client closes the connection."""

    def act(connection: socket.socket) -> None:
        sends(*pieces)(connection)
        connection.recv(1)

    return _ending(act)


def stalls() -> Act:
    """Return an act that neither reads nor writes for longer than any test takes."""
    return _ending(lambda connection: sleep(20))


GOOD = sends(http_response(COMPLETION))
GZIP = gzip.compress(b'{"id": "c", "choices": [' + b" " * 5000 + b"]}")
