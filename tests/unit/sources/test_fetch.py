"""Downloads: limits, redirects and failures."""

from __future__ import annotations

import gzip
import http.client
import socket
import threading
import urllib.request
import zlib
from collections.abc import Callable

import pytest

from generator.sources import fetch as module
from generator.sources.fetch import FetchError, check_url, fetch
from tests.unit.runtime.conftest import Handler, Reply, Server, serve

__all__ = ["serve"]

Serve = Callable[..., Server]


@pytest.mark.parametrize(
    "url",
    ["https://a.test/openapi.yaml", "http://127.0.0.1:1/x", "http://localhost/x"],
)
def test_urls_that_are_downloaded(url: str) -> None:
    assert check_url(url) == ""


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://a.test/x", "must begin with https"),
        ("file:///etc/hosts", "with a host"),
        ("ftp://a.test/x", "must begin with https"),
        ("https://user:secret@a.test/x", "credentials"),
        ("https:///x", "with a host"),
        ("https://a.test:70000/", "not a URL"),
        ("https://[::1/", "not a URL"),
        ("http://[::ffff:8.8.8.8]/", "must begin with https"),
        ("openapi.yaml", "with a host"),
    ],
)
def test_urls_that_are_refused(url: str, reason: str) -> None:
    assert reason in check_url(url)
    assert "secret" not in check_url(url)


def test_the_content_is_returned_as_sent(serve: Serve) -> None:
    content = b"\xef\xbb\xbfopenapi: 3.1.0\r\n"
    server = serve(Reply(body=content))
    assert fetch(f"{server.url}/openapi.yaml") == content
    headers = server.received[0].headers
    assert headers["accept-encoding"] == "identity"
    assert "authorization" not in headers and "cookie" not in headers


def test_redirects_are_checked(serve: Serve) -> None:
    target = serve(Reply(body=b"new"))
    server = serve(Reply(302, headers={"Location": f"{target.url}/x"}))
    assert fetch(server.url) == b"new"
    for url in ("http://a.test/x", "file:///etc/hosts", "http://10.0.0.1/"):
        server.replies = [Reply(302, headers={"Location": url})]
        with pytest.raises(FetchError, match="redirects to a URL that is not used"):
            fetch(server.url)
    server.replies = [Reply(302, headers={"Location": "https://user:secret@a.test/x"})]
    with pytest.raises(FetchError, match="with credentials") as error:
        fetch(server.url)
    assert "secret" not in str(error.value)


def test_the_number_of_redirects_is_limited(serve: Serve) -> None:
    server = serve(Reply())
    server.replies = [Reply(302, headers={"Location": server.url})]
    with pytest.raises(FetchError, match="in a circle, or more than 10 times"):
        fetch(server.url)
    steps = range(20)
    server.replies = [Reply(302, headers={"Location": f"/{step}"}) for step in steps]
    with pytest.raises(FetchError, match="in a circle, or more than 10 times"):
        fetch(server.url)


def test_a_redirect_does_not_leave_https(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    def https_open(
        handler: urllib.request.HTTPSHandler, request: urllib.request.Request
    ) -> http.client.HTTPResponse:
        return handler.do_open(http.client.HTTPConnection, request)

    # The local servers have no certificate.
    monkeypatch.setattr(urllib.request.HTTPSHandler, "https_open", https_open)
    target = serve(Reply(body=b"new"))
    server = serve(Reply(302, headers={"Location": f"{target.url}/x"}))
    secure = server.url.replace("http:", "https:")
    with pytest.raises(FetchError, match="redirects to .* must begin with https://"):
        fetch(secure)
    assert not target.received
    secure_target = target.url.replace("http:", "https:")
    server.replies = [Reply(302, headers={"Location": f"{secure_target}/x"})]
    assert fetch(secure) == fetch(server.url) == b"new"


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply(404, b"no"), "the server returned 404"),
        (Reply(503), "the server returned 503"),
        (Reply(200, b""), "is empty"),
        (Reply(200, b"12345678901"), "larger than 0 MiB"),
    ],
)
def test_failures(serve: Serve, reply: Reply, reason: str) -> None:
    with pytest.raises(FetchError, match=reason):
        fetch(serve(reply).url, limit=10)


def break_off(handler: Handler) -> None:
    """Send less than the declared length."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nopen")
    handler.close_connection = True


def test_a_truncated_document_is_an_error(serve: Serve) -> None:
    with pytest.raises(FetchError, match="ends after 4 of 9 bytes|downloaded"):
        fetch(serve(Reply(raw=break_off)).url)


def test_a_server_that_cannot_be_reached() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
        with pytest.raises(FetchError, match="cannot be downloaded: .*refused"):
            fetch(f"http://127.0.0.1:{port}/openapi.yaml")


@pytest.mark.parametrize(
    ("encoding", "content"),
    [
        ("gzip", gzip.compress(b"openapi: 3.1.0")),
        ("GZIP", gzip.compress(b"openapi:") + gzip.compress(b" 3.1.0")),
        ("deflate", zlib.compress(b"openapi: 3.1.0")),
        ("identity", b"openapi: 3.1.0"),
    ],
)
def test_content_that_is_compressed_without_a_request(
    serve: Serve, encoding: str, content: bytes
) -> None:
    server = serve(Reply(body=content, headers={"Content-Encoding": encoding}))
    assert fetch(server.url) == b"openapi: 3.1.0"


@pytest.mark.parametrize(
    ("encoding", "content", "reason"),
    [
        ("gzip", gzip.compress(b"a" * 5_000_000), "larger than 1 MiB"),
        ("gzip", gzip.compress(b"a" * 600_000) * 2, "larger than 1 MiB"),
        ("gzip", gzip.compress(b"openapi: 3.1.0")[:-9], "truncated"),
        ("gzip", gzip.compress(b"openapi: 3.1.0") + b"more", "damaged"),
        ("gzip", b"openapi: 3.1.0", "damaged"),
        ("gzip", gzip.compress(b""), "empty"),
        ("br", b"openapi: 3.1.0", "'br', which is not supported"),
    ],
)
def test_compressed_content_that_is_refused(
    serve: Serve, encoding: str, content: bytes, reason: str
) -> None:
    server = serve(Reply(body=content, headers={"Content-Encoding": encoding}))
    with pytest.raises(FetchError, match=reason):
        fetch(server.url, 1 << 20)


def test_a_server_that_sends_slowly_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_SECONDS", 0.3)
    stop = threading.Event()

    def send(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection:
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
            while not stop.wait(0.05):
                connection.sendall(b"a")

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=send, args=(listener,))
        thread.start()
        try:
            with pytest.raises(FetchError, match=r"more than 0.3 seconds"):
                fetch(f"http://127.0.0.1:{listener.getsockname()[1]}/")
        finally:
            stop.set()
            thread.join()
