"""Copies of a client, its connections and its timeouts."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import httpx2
import pytest

from tests.unit.runtime.conftest import COMPLETION, Server


def test_copies_share_connections_but_not_settings(
    acme: ModuleType, client: Any, server: Server
) -> None:
    client.chat.completions.retrieve("x")
    twin = client.with_options(
        timeout=30.0,
        max_retries=0,
        api_key="sk-test-twin",
        default_headers={"X-A": "1"},
        default_query={"q": 1},
        base_url=server.url + "/twin",
    )
    twin.chat.completions.retrieve("x")
    client.chat.completions.retrieve("x")
    assert type(twin) is acme.Acme
    assert twin._pool is client._pool
    assert (twin.timeout, twin.max_retries, client.max_retries) == (30.0, 0, 2)
    first, second, third = server.received
    assert second.target == "/twin/chat/completions/x?q=1"
    assert second.headers["authorization"] == "Bearer sk-test-twin"
    assert second.headers["x-a"] == "1"
    assert (third.target, third.headers) == (first.target, first.headers)


def test_a_copy_can_remove_a_key(acme: ModuleType, server: Server) -> None:
    client = acme.Acme(api_key="sk-test", base_url=server.url)
    client.copy(api_key="").chat.completions.retrieve("x")
    client.copy(api_key=None).chat.completions.retrieve("x")
    client.chat.completions.retrieve("x")
    sent = [request.headers.get("authorization") for request in server.received]
    assert sent == [None, "Bearer sk-test", "Bearer sk-test"]


def test_a_copy_can_have_its_own_http_client(acme: ModuleType, client: Any) -> None:
    own = httpx2.Client()
    assert client.copy(http_client=own)._pool.get() is own
    own.close()


def test_the_last_header_of_a_name_is_sent(client: Any, server: Server) -> None:
    for headers in ({"X-A": "1"}, {"x-a": "2"}, {"X-A": "3"}):
        client = client.with_options(default_headers=headers)
    client.chat.completions.retrieve("x")
    assert server.received[0].headers["x-a"] == "3"


def test_unknown_settings_are_rejected(acme: ModuleType, client: Any) -> None:
    with pytest.raises(TypeError, match="'api_kay'.*api_key"):
        client.with_options(api_kay="sk-test")
    with pytest.raises(ValueError, match="max_retries"):
        acme.Acme(max_retries=-1)


def test_the_http_client_is_created_at_the_first_call(client: Any) -> None:
    assert not client._pool._clients
    client.chat.completions.retrieve("x")
    assert len(client._pool._clients) == 1


def test_closing(acme: ModuleType, server: Server) -> None:
    with acme.Acme(base_url=server.url) as client:
        client.chat.completions.retrieve("x")
        twin = client.with_options(max_retries=1)
        assert not client.is_closed()
    assert client.is_closed() and twin.is_closed()
    with pytest.raises(RuntimeError, match="closed"):
        twin.chat.completions.retrieve("x")


@pytest.mark.parametrize(
    "url", ["https://user:hunter2@api.test/v1?key=sk-test", "https://api.test/v1"]
)
def test_repr_contains_no_secret(acme: ModuleType, url: str) -> None:
    text = repr(
        acme.Acme(
            admin_key="sk-test", base_url=url, default_headers={"X-Key": "sk-test-2"}
        )
    )
    assert text == "Acme(base_url='https://api.test/v1')"


def test_connections_are_reused(client: Any, server: Server) -> None:
    for _ in range(5):
        client.chat.completions.retrieve("x")
    assert server.connections == 1


def test_settings_of_the_callers_http_client_apply(
    acme: ModuleType, server: Server
) -> None:
    seen: list[str] = []
    http = httpx2.Client(
        headers={"X-Mine": "1", "Accept": "text/x"},
        params={"mine": "2", "q": "0"},
        cookies={"c": "3"},
        event_hooks={"request": [lambda request: seen.append(str(request.url))]},
        timeout=7.0,
    )
    client = acme.Acme(base_url=server.url, http_client=http)
    client.chat.completions.retrieve("x", extra_query={"q": 1})
    request = server.received[0]
    assert request.target == "/chat/completions/x?q=1&mine=2"
    assert request.headers["x-mine"] == "1"
    assert request.headers["accept"] == "application/json"
    assert request.headers["cookie"] == "c=3"
    assert seen and client._own_timeout(http)["connect"] == 7.0
    http.close()


def test_a_credential_replaces_the_header_of_the_callers_http_client(
    acme: ModuleType, server: Server
) -> None:
    received: list[httpx2.Request] = []

    def respond(request: httpx2.Request) -> httpx2.Response:
        received.append(request)
        return httpx2.Response(200, json=COMPLETION)

    http = httpx2.Client(
        headers={"authorization": "Basic x", "X-A": "1"},
        transport=httpx2.MockTransport(respond),
    )
    client = acme.Acme(api_key="sk-test", base_url=server.url, http_client=http)
    client.chat.completions.retrieve("x")
    acme.Acme(base_url=server.url, http_client=http).chat.completions.retrieve("x")
    sent = [request.headers.get_list("authorization") for request in received]
    assert sent == [["Bearer sk-test"], ["Basic x"]]
    assert received[0].headers["x-a"] == "1"


@pytest.mark.parametrize(
    ("timeout", "expected"),
    [
        ({}, {"connect": 5.0, "read": 600.0, "write": 600.0, "pool": 600.0}),
        ({"timeout": 3}, {"connect": 3, "read": 3, "write": 3, "pool": 3}),
        ({"timeout": None}, dict.fromkeys(("connect", "read", "write", "pool"))),
        (
            {"timeout": httpx2.Timeout(9, connect=1)},
            {"connect": 1, "read": 9, "write": 9, "pool": 9},
        ),
    ],
)
def test_timeouts(acme: ModuleType, timeout: dict[str, Any], expected: Any) -> None:
    seen: list[Any] = []

    def respond(request: httpx2.Request) -> httpx2.Response:
        seen.append(request.extensions["timeout"])
        return httpx2.Response(200, json=COMPLETION)

    http = httpx2.Client(transport=httpx2.MockTransport(respond))
    client = acme.Acme(http_client=http)
    client.with_options(**timeout).chat.completions.retrieve("x")
    client.chat.completions.retrieve("x", **timeout)
    assert seen == [expected, expected]
