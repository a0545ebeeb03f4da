"""Credentials: sending, selection and redirects to other hosts."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

import httpx2
import pytest

from generator.runtime import Api, ApiKey, Basic, Bearer, Endpoint, Resource, SyncClient
from generator.runtime import Server as ApiServer
from generator.runtime.api.api import select_credentials
from generator.runtime.responses.errors import APIConnectionError, APIStatusError
from tests.unit.runtime.conftest import Reply, Server, json_reply

Serve = Callable[..., Server]
CREDENTIALS: Any = {
    "token": Bearer(environment="ACME_API_KEY"),
    "header": ApiKey("X-Key"),
    "query": ApiKey("key", place="query"),
    "cookie": ApiKey("session", place="cookie"),
    "login": Basic(environment=("ACME_ORG_ID", "ACME_ADMIN_KEY")),
    "team": ApiKey("X-Team"),
}
VALUES: Any = {
    "token": "t-test",
    "header": "h-test",
    "query": "q&test",
    "cookie": "c-test",
    "login": ("ann", "p:w"),
    "team": "red",
}


def api(security: Any = (), servers: Any = ()) -> Api:
    return Api(
        name="acme",
        version="1",
        environment="ACME",
        credentials=CREDENTIALS,
        security=security,
        always=("team",),
        servers=servers,
    )


def call(server: Server, *, security: Any, values: Any = VALUES, **parts: Any) -> Any:
    client = SyncClient(api(), credentials=values, base_url=server.url)
    endpoint = Endpoint("GET", "/x", returns="object", security=security)
    value: Any = Resource(client)._call(endpoint, **parts)
    return value


@pytest.mark.parametrize(
    ("name", "header", "expected"),
    [
        ("token", "authorization", "Bearer t-test"),
        ("header", "x-key", "h-test"),
        ("cookie", "cookie", "session=c-test"),
        ("login", "authorization", "Basic " + base64.b64encode(b"ann:p:w").decode()),
    ],
)
def test_location_of_credentials(
    serve: Serve, name: str, header: str, expected: str
) -> None:
    server = serve()
    call(server, security=((name,),))
    headers = server.received[0].headers
    assert headers[header] == expected
    others = {"authorization", "x-key", "cookie"} - {header}
    assert not others & set(headers)
    assert headers["x-team"] == "red"


@pytest.mark.parametrize("value", ["c-test; admin=1", "c-test\n", "c test"])
def test_invalid_cookie_value_is_rejected_without_revealing_it(
    serve: Serve, value: str
) -> None:
    server = serve()
    with pytest.raises(ValueError, match="'session'") as raised:
        call(server, security=(("cookie",),), values={"cookie": value})
    assert "test" not in str(raised.value) and not server.received


def test_cookie_with_non_ascii_letters(serve: Serve) -> None:
    server = serve()
    call(server, security=(("cookie",),), values={"cookie": "c-tést"})
    cookie = server.received[0].headers["cookie"]
    assert cookie.encode("latin-1").decode() == "session=c-tést"


def test_empty_result_of_function_is_not_sent(serve: Serve) -> None:
    server = serve()
    call(server, security=(("token",),), values={"token": lambda: ""})
    assert "authorization" not in server.received[0].headers


def test_key_in_query(serve: Serve) -> None:
    server = serve()
    call(server, security=(("query",),), query={"a": 1})
    assert server.received[0].target == "/x?a=1&key=q%26test"


def test_key_in_query_is_not_logged_by_httpx2(
    serve: Serve, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO", logger="httpx2"):
        call(serve(), security=(("query",),), query={"a": 1})
    assert "/x?a=1&key=[redacted]" in caplog.text and "test" not in caplog.text


def test_several_credentials_at_once(serve: Serve) -> None:
    server = serve()
    cookies = {"theme": "dark"}
    call(server, security=(("token", "header", "cookie"),), cookies=cookies)
    headers = server.received[0].headers
    assert headers["authorization"] == "Bearer t-test"
    assert headers["x-key"] == "h-test"
    assert headers["cookie"] == "theme=dark; session=c-test"


@pytest.mark.parametrize(
    ("alternatives", "available", "expected"),
    [
        ((), "ab", ()),
        ((("a",),), "ab", ("a",)),
        ((("a", "b"),), "a", ("a", "b")),
        ((("a", "b"), ("c",)), "b", ("a", "b")),
        ((("a", "b"), ()), "a", ()),
        ((("a", "t"),), "t", ("t",)),
        ((("a", "b"),), "bt", ("a", "b", "t")),
        ((("a", "b"), ("c",)), "ac", ("c",)),
        ((("a",), ("b",)), "ab", ("a",)),
        (((), ("a",)), "a", ("a",)),
        (((), ("a",)), "b", ()),
        (((), ("a", "b"), ("c",)), "ac", ("c",)),
        ((("a",), ()), "b", ()),
        ((("a",),), "at", ("a", "t")),
        ((("t",),), "t", ("t",)),
    ],
)
def test_select_credentials(
    alternatives: Any, available: str, expected: tuple[str, ...]
) -> None:
    assert (
        select_credentials(alternatives, ("t",), dict.fromkeys(available, "x"))
        == expected
    )


def test_no_credentials_for_operation_without_security(serve: Serve) -> None:
    server = serve()
    call(server, security=())
    assert "authorization" not in server.received[0].headers


def test_pairs_from_environment(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    server = serve()
    monkeypatch.setenv("ACME_ORG_ID", "ann")
    call(server, security=(("login",),), values={})
    monkeypatch.setenv("ACME_ADMIN_KEY", "pw-test")
    call(server, security=(("login",),), values={})
    first, second = server.received
    assert "authorization" not in first.headers
    assert second.headers["authorization"].startswith("Basic ")


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"token": ("a", "b")}, "str"),
        ({"token": lambda: None}, "str"),
        ({"login": "ann"}, "tuple"),
        ({"login": ("a:b", "c")}, "colon"),
    ],
)
def test_values_of_wrong_type(serve: Serve, values: Any, message: str) -> None:
    with pytest.raises((TypeError, ValueError), match=message):
        call(serve(), security=((next(iter(values)),),), values=values)


# --- redirects -----------------------------------------------------------------------

ALL = (("token", "header", "cookie"),)


def redirect(to: Server | str, status: int = 307) -> Reply:
    location = to if isinstance(to, str) else to.url + "/there"
    return Reply(status, b"", {"Location": location})


def test_redirects_within_the_host_keep_credentials(serve: Serve) -> None:
    server = serve(redirect("/there"), json_reply({"ok": 1}))
    assert call(server, security=ALL) == {"ok": 1}
    headers = server.received[1].headers
    assert server.received[1].target == "/there"
    assert headers["authorization"] == "Bearer t-test"
    assert headers["x-key"] == "h-test"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_to_another_host_remove_credentials(
    serve: Serve, status: int
) -> None:
    other = serve(json_reply({"ok": 1}))
    server = serve(redirect(other, status))
    options: Any = {
        "extra_headers": {"X-Unknown": "e-test", "X-Goog-Api-Key": "g-test"},
    }
    assert call(server, security=ALL, cookies={"c": "d-test"}, options=options) == {
        "ok": 1
    }
    headers = other.received[0].headers
    assert headers["accept"] == "application/json"
    assert headers["host"] == other.url.removeprefix("http://")
    assert "test" not in str(headers)


def test_redirect_to_another_host_removes_repeated_query_key(
    serve: Serve,
) -> None:
    other = serve(json_reply({"ok": 1}))
    server = serve(redirect(f"{other.url}/x?a=b%20c&key=q%26test&key=k"))
    assert call(server, security=(("query",),)) == {"ok": 1}
    assert server.received[0].target == "/x?key=q%26test"
    assert other.received[0].target in ("/x?a=b+c&key=k", "/x?a=b%20c&key=k")


def test_redirect_removes_credentials_of_the_http_client(serve: Serve) -> None:
    other = serve(json_reply({"ok": 1}))
    server = serve(redirect(other))
    http = httpx2.Client(
        auth=("user", "pw-test"), headers={"X-H": "h-test"}, cookies={"c": "c-test"}
    )
    client = SyncClient(api(), base_url=server.url, http_client=http)
    assert client.get("/x") == {"ok": 1}
    http.close()
    first, second = server.received[0].headers, other.received[0].headers
    assert first["authorization"] and first["x-h"] and first["cookie"]
    assert "test" not in str(second) and "authorization" not in second


def test_redirect_with_body(serve: Serve) -> None:
    server = serve(redirect("/there", 308), json_reply({}))
    client = SyncClient(api(), base_url=server.url)
    client.post("/x", body={"a": 1})
    assert [(r.method, r.body) for r in server.received] == [("POST", b'{"a":1}')] * 2
    server.replies = [redirect("/there", 303), json_reply({})]
    client.post("/x", body={"a": 1})
    assert (server.received[3].method, server.received[3].body) == ("GET", b"")


def test_redirect_with_unrepeatable_body(serve: Serve) -> None:
    server = serve(redirect("/there", 307))
    with pytest.raises(APIStatusError, match="read only once"):
        SyncClient(api(), base_url=server.url).post("/x", body=iter([b"once"]))


def test_redirect_loop(serve: Serve) -> None:
    server = serve(redirect("/x"))
    with pytest.raises(APIConnectionError, match="redirect"):
        call(server, security=())
    assert len(server.received) == 21


# --- servers -------------------------------------------------------------------------


def test_server_variables() -> None:
    server = ApiServer(
        "https://{region}.acme.test:{port}/v1",
        variables={"region": ("eu", "us"), "port": "443"},
        name="main",
    )
    assert server.format() == "https://eu.acme.test:443/v1"
    assert server.format({"region": "us", "port": "8", "else": "x"}) == (
        "https://us.acme.test:8/v1"
    )
    with pytest.raises(ValueError, match="eu, us"):
        server.format({"region": "mars"})
    with pytest.raises(TypeError, match="'port' must be str, not int"):
        server.format({"port": 8})  # type: ignore[dict-item]


def test_server_by_name_or_index() -> None:
    servers = (ApiServer("https://a.test"), ApiServer("https://b.test/{v}", variables={"v": "1"}, name="b"))  # fmt: skip
    document = api(servers=servers)
    assert SyncClient(document).base_url == "https://a.test"
    for choice in (1, "b"):
        client = SyncClient(document, server=choice, server_variables={"v": "2"})
        assert client.base_url == "https://b.test/2"
    with pytest.raises(ValueError, match="'c'"):
        SyncClient(document, server="c")


@pytest.mark.parametrize(
    ("base_url", "expected"),
    [
        (None, "https://op.test/v2/x"),
        ("https://mine.test/v1", "https://mine.test/v1/x"),
    ],
)
def test_servers_of_an_operation(base_url: str | None, expected: str) -> None:
    urls: list[str] = []

    def respond(request: httpx2.Request) -> httpx2.Response:
        urls.append(str(request.url))
        return httpx2.Response(200, json={})

    document = api(servers=(ApiServer("https://a.test/v1"),))
    client = SyncClient(
        document,
        base_url=base_url,
        http_client=httpx2.Client(transport=httpx2.MockTransport(respond)),
    )
    endpoint = Endpoint("GET", "/x", servers=(ApiServer("https://op.test/v2"),))
    Resource(client)._run(endpoint)
    relative = Endpoint("GET", "/x", servers=(ApiServer("/v3"),))
    Resource(client)._run(relative)
    assert urls == [
        expected,
        "https://a.test/v3/x" if base_url is None else "https://mine.test/v3/x",
    ]


@pytest.mark.parametrize(
    "parts", [{"query": {"key": "own"}}, {"extra_query": {"key": "own"}}]
)
def test_query_parameter_replaces_the_credential(
    serve: Serve, parts: dict[str, Any]
) -> None:
    server = serve(json_reply({}), json_reply({}))
    extra = parts.pop("extra_query", None)
    options: Any = {"extra_query": extra} if extra else {}
    call(server, security=[("query",)], options=options, **parts)
    call(server, security=[("query",)], query={"other": "key=x"})
    assert server.received[0].target == "/x?key=own"
    assert server.received[1].target == "/x?other=key%3Dx&key=q%26test"


def test_cookie_parameter_replaces_the_credential(serve: Serve) -> None:
    server = serve(json_reply({}), json_reply({}))
    call(server, security=[("cookie",)], cookies={"session": "own"})
    call(server, security=[("cookie",)], cookies={"other": "x"})
    sent = [item.headers["cookie"] for item in server.received]
    assert sent == ["session=own", "other=x; session=c-test"]
