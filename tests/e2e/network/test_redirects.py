"""Redirects keep the method and the body, or raise an error."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.e2e.faults.conftest import Caller, settled
from tests.e2e.faults.wire import COMPLETION, GOOD, Act, Wire, http_response, sends

KIND = "The server redirects a request, to its own host or to another one."
RESULT = (
    "The method and the body are kept; only 303, and 301 or 302 after POST, become GET."
    " A body that cannot be sent again, a missing or invalid `Location` and too many"
    " redirects raise an error. Another origin receives no credentials, and no body"
    " without the option `cross_origin_body`."
)

Serve = Callable[..., Wire]
JSON = {"a": 1}


def redirect(location: str, status: int = 307, headers: str = "") -> Act:
    headers = f"Location: {location}\r\n{headers}"
    return sends(http_response(b"", status=status, headers=headers))


def calls(method: str, path: str = "/x", **arguments: Any) -> Callable[[Caller], Any]:
    """Return a job that sends a request."""

    async def job(caller: Caller) -> Any:
        return await settled(getattr(caller.client, method)(path, **arguments))

    return job


def sent(server: Wire) -> list[tuple[str, bytes]]:
    """Return the request lines, without the version, and the bodies."""
    lines = [each.partition(b" HTTP/")[0].decode() for each in server.requests]
    return list(zip(lines, server.bodies, strict=True))


@pytest.mark.parametrize("status", [301, 302, 307, 308])
@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_method_and_body_are_kept(
    caller: Caller, wire: Serve, method: str, status: int
) -> None:
    server = wire(redirect("/y", status), GOOD)
    caller.run(server.url, calls(method, body=JSON))
    verb = method.upper()
    assert sent(server) == [(f"{verb} /x", b'{"a":1}'), (f"{verb} /y", b'{"a":1}')]


@pytest.mark.parametrize(
    ("status", "location", "expected"),
    [
        (301, "/y", ("GET /y", b"")),
        (302, "/y", ("GET /y", b"")),
        (303, "/y", ("GET /y", b"")),
        (303, "/x/", ("GET /x/", b"")),
        # The result is read from the URL that the request was sent to.
        (302, "/x", ("GET /x", b"")),
        # The server corrects the URL.
        (301, "/x/", ("POST /x/", b'{"a":1}')),
        (302, "/x/", ("POST /x/", b'{"a":1}')),
        (307, "/y", ("POST /y", b'{"a":1}')),
        (308, "/y", ("POST /y", b'{"a":1}')),
    ],
)
def test_post(
    caller: Caller,
    wire: Serve,
    status: int,
    location: str,
    expected: tuple[str, bytes],
) -> None:
    server = wire(redirect(location, status), GOOD)
    caller.run(server.url, calls("post", body=JSON))
    assert sent(server)[1] == expected
    is_get = expected[0].startswith("GET")
    assert (b"content-type" in server.requests[1].lower()) is not is_get
    assert (b"content-length" in server.requests[1].lower()) is not is_get


def test_303_becomes_get_and_stays_get(caller: Caller, wire: Serve) -> None:
    server = wire(redirect("/y", 303), redirect("/z", 307), GOOD)
    caller.run(server.url, calls("delete", body=JSON))
    assert sent(server)[1:] == [("GET /y", b""), ("GET /z", b"")]


def chunks(kind: str, *pieces: bytes) -> Iterator[bytes] | AsyncIterator[bytes]:
    async def generate() -> AsyncIterator[bytes]:
        for piece in pieces:
            yield piece

    return iter(pieces) if kind == "sync" else generate()


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_body_that_can_be_read_once_is_not_lost(
    caller: Caller, wire: Serve, status: int
) -> None:
    server = wire(redirect("/y", status), GOOD)
    body = chunks(caller.kind, b"one", b"two")
    with pytest.raises(caller.errors.APIStatusError, match="read only once") as caught:
        caller.run(server.url, calls("put", body=body))
    assert caught.value.status_code == status
    assert sent(server) == [("PUT /x", b"onetwo")]


def test_a_body_that_can_be_read_once_is_dropped_by_303(
    caller: Caller, wire: Serve
) -> None:
    server = wire(redirect("/y", 303), GOOD)
    body = chunks(caller.kind, b"one", b"two")
    caller.run(server.url, calls("put", body=body))
    assert sent(server) == [("PUT /x", b"onetwo"), ("GET /y", b"")]
    assert b"transfer-encoding" not in server.requests[1].lower()


def test_files_are_sent_again(caller: Caller, wire: Serve, tmp_path: Path) -> None:
    server = wire(redirect("/y", 308), redirect("/z", 307), GOOD)
    path = tmp_path / "file"
    path.write_bytes(b"content")
    caller.run(server.url, calls("put", body=path))
    assert [body for _, body in sent(server)] == [b"content"] * 3


# --- another origin -------------------------------------------------------------------

HEADERS = {
    "X-Key": "k-secret",
    "Cookie": "c=c-secret",
    "Proxy-Authorization": "Basic p-secret",
    "X-Any": "any-secret",
}


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_no_body_to_another_origin(caller: Caller, wire: Serve, status: int) -> None:
    other = wire(GOOD)
    server = wire(redirect(other.url + "/y", status), GOOD)
    with pytest.raises(caller.errors.APIStatusError, match="another origin") as caught:
        caller.run(server.url, calls("patch", body=JSON))
    assert other.url in str(caught.value)
    assert other.requests == []


def test_a_body_to_another_origin_on_request(caller: Caller, wire: Serve) -> None:
    other = wire(GOOD)
    server = wire(redirect(other.url + "/y"))
    options: Any = {"cross_origin_body": True, "extra_headers": HEADERS}
    caller.run(server.url, calls("put", body=JSON, **options))
    assert sent(other) == [("PUT /y", b'{"a":1}')]
    assert b"content-type: application/json" in other.requests[0].lower()
    assert b"secret" in server.requests[0]
    assert b"secret" not in other.requests[0]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_credentials_to_another_origin(
    caller: Caller, wire: Serve, status: int
) -> None:
    other = wire(GOOD)
    key = "sk-test-secret"
    # The server repeats the key, also within another URL.
    nested = f"http%3A%2F%2Fh%2F%3Fkey%3D{key}"
    location = f"{other.url}/y?key={key}&a=b&next={nested}&c=d"
    server = wire(redirect(location, status, "Set-Cookie: s=s-secret\r\n"))
    caller.run(server.url, calls("get", extra_headers=HEADERS))
    assert server.requests[0].count(b"secret") == 5
    assert sent(other) == [("GET /y?a=b&c=d", b"")]
    assert b"secret" not in other.requests[0]
    assert b"cookie" not in other.requests[0].lower()


def test_credentials_of_the_http_client_stay(caller: Caller, wire: Serve) -> None:
    other = wire(GOOD)
    server = wire(redirect("/y"), redirect(other.url + "/z"))
    kind = httpx2.Client if caller.kind == "sync" else httpx2.AsyncClient
    http: Any = kind(
        auth=("user", "pw-secret"), headers={"X-H": "h-secret"}, cookies={"c": "secret"}
    )
    caller.run(server.url, calls("get"), http_client=http, api_key="")
    assert all(b"uthorization: Basic" in head for head in server.requests)
    assert [head.count(b"secret") for head in server.requests] == [2, 2]
    assert b"secret" not in other.requests[0]
    assert b"uthorization" not in other.requests[0]


def test_no_credentials_to_later_urls_of_another_origin(
    caller: Caller, wire: Serve
) -> None:
    key = "sk-test-secret"
    other = wire(redirect("/a"), redirect(f"/b?key={key}&c=d", 303), GOOD)
    server = wire(redirect(other.url + "/y"))
    kind = httpx2.Client if caller.kind == "sync" else httpx2.AsyncClient
    http: Any = kind(auth=("user", "pw-secret"), cookies={"c": "secret"})
    caller.run(server.url, calls("get", extra_headers=HEADERS), http_client=http)
    assert [line for line, _ in sent(other)] == ["GET /y", "GET /a", "GET /b?c=d"]
    for head in other.requests:
        assert b"secret" not in head
        assert b"uthorization" not in head and b"ookie" not in head


def test_no_credentials_after_another_origin(caller: Caller, wire: Serve) -> None:
    server = wire()
    other = wire(redirect(server.url + "/y"))
    server.acts += [redirect(other.url + "/x"), redirect("/z"), GOOD]
    kind = httpx2.Client if caller.kind == "sync" else httpx2.AsyncClient
    http: Any = kind(auth=("user", "pw-secret"), cookies={"c": "secret"})
    caller.run(server.url, calls("get", "/first"), http_client=http)
    lines = [line for line, _ in sent(server)]
    assert lines == ["GET /first", "GET /y", "GET /z"]
    assert [b"secret" in head for head in server.requests] == [True, False, False]
    assert b"uthorization" not in server.requests[2]


def test_cookies_stay_on_the_same_host(caller: Caller, wire: Serve) -> None:
    server = wire(redirect("/y"), GOOD)
    caller.run(server.url, calls("get", extra_headers={"Cookie": "c=d"}))
    assert [head.lower().count(b"cookie: c=d") for head in server.requests] == [1, 1]


# --- invalid redirects ----------------------------------------------------------------


@pytest.mark.parametrize("status", [300, 301, 302, 303, 304, 307, 308])
def test_missing_location(caller: Caller, wire: Serve, status: int) -> None:
    server = wire(sends(http_response(b"", status=status)))
    with pytest.raises(caller.errors.APIStatusError) as caught:
        caller.run(server.url, calls("get"))
    assert caught.value.status_code == status
    assert ("without a Location" in str(caught.value)) is (status not in (300, 304))
    assert len(server.requests) == 1


INVALID = [
    *("http://[::1", "http://[v1.x]/", "https:/p"),
    *("//", "///x", "//:80/x", "//x@", ":x:"),
    *("http://x:99999/", "http://x:abc/", "//x:99999/", "http://x:0/"),
    *("http://.", "http://a..b/", f"http://{'x' * 70}.test/", "/" + "x" * 70000),
    *(
        "http://*xn--bcher-kva.test/",
        "ftp://x/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:,x",
        "ws://x/",
    ),
    *("mailto:a@b.test", "urn:x:y", "/\x01"),
]


@pytest.mark.parametrize("location", INVALID, ids=lambda text: text[:20])
def test_invalid_location(caller: Caller, wire: Serve, location: str) -> None:
    server = wire(redirect(location))
    with pytest.raises(caller.errors.APIError) as caught:
        caller.run(server.url, calls("get"))
    assert len(server.requests) == 1
    assert len(str(caught.value)) < 400 and str(caught.value).isprintable()


@pytest.mark.parametrize("location", ["/y", "//:80/x"])
def test_errors_of_hooks_are_not_those_of_the_server(
    caller: Caller, wire: Serve, location: str
) -> None:
    server = wire(redirect(location), GOOD)
    kind = httpx2.Client if caller.kind == "sync" else httpx2.AsyncClient

    def fail(response: httpx2.Response) -> None:
        raise ValueError("of the caller")

    async def fail_async(response: httpx2.Response) -> None:
        fail(response)

    hook: Any = fail if caller.kind == "sync" else fail_async
    http: Any = kind(event_hooks={"response": [hook]})
    with pytest.raises(ValueError, match="of the caller"):
        caller.run(server.url, calls("get"), http_client=http)


def test_different_locations(caller: Caller, wire: Serve) -> None:
    server = wire(redirect("/y", headers="Location: /z\r\n"), GOOD)
    with pytest.raises(caller.errors.APIStatusError, match="several Location"):
        caller.run(server.url, calls("get"))
    assert len(server.requests) == 1


def test_repeated_location(caller: Caller, wire: Serve) -> None:
    server = wire(redirect("/y,z", headers="Location: /y,z\r\n"), GOOD)
    caller.run(server.url, calls("get"))
    assert sent(server)[1:] == [("GET /y,z", b"")]


@pytest.mark.parametrize(
    ("location", "path"),
    [
        ("y?q=1", "/a/y?q=1"),
        ("/y", "/y"),
        ("?q", "/a/b?q"),
        ("../y", "/y"),
        ("", "/a/b"),
        ("y z", "/a/y%20z"),
        ("#f", "/a/b"),
        ("\\\\elsewhere.test", "/a/%5C%5Celsewhere.test"),
    ],
)
def test_relative_location(
    caller: Caller, wire: Serve, location: str, path: str
) -> None:
    server = wire(redirect(location), GOOD)
    assert caller.run(server.url, calls("get", "/a/b")) == {"id": "c", "choices": []}
    target = sent(server)[1][0].removeprefix("GET ")
    assert target in (path, path.replace("%5C", "\\"))


def test_scheme_relative_location(caller: Caller, wire: Serve) -> None:
    other = wire(GOOD)
    server = wire(redirect(other.url.removeprefix("http:") + "/y"))
    caller.run(server.url, calls("get"))
    assert b"secret" not in other.requests[0]


def test_too_many_redirects(caller: Caller, wire: Serve) -> None:
    server = wire(redirect("/x"))
    with pytest.raises(caller.errors.APIConnectionError, match="20 redirects"):
        caller.run(server.url, calls("put", body=JSON))
    assert len(server.requests) == 21


def test_redirects_of_each_kind_of_response(caller: Caller, wire: Serve) -> None:
    body = http_response(COMPLETION)
    server = wire(redirect("/y"), sends(body))

    async def job(caller: Caller) -> None:
        completions = caller.client.chat.completions
        raw = await settled(completions.with_raw_response.retrieve("x"))
        assert str(raw.url).endswith("/y")
        assert raw.parse().id == "c"

    caller.run(server.url, job)
    assert len(server.requests) == 2
