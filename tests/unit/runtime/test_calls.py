"""Calls of the sample client to a local server, and settings of the client."""

from __future__ import annotations

import asyncio
import json
import traceback
from collections.abc import Callable
from types import ModuleType, SimpleNamespace
from typing import Any

import httpx2
import pytest

from generator.runtime import (
    AsyncRawResource,
    AsyncResource,
    AsyncStreamingResource,
    Endpoint,
    omit,
)
from tests.unit.runtime.conftest import Server

MESSAGES = [{"role": "user", "content": "hi"}]


def test_a_call_returns_a_model(client: Any, server: Server) -> None:
    response = client.chat.completions.create(messages=MESSAGES, model="m")
    (request,) = server.received
    assert (request.method, request.target) == ("POST", "/v1/chat/completions")
    assert json.loads(request.body) == {"messages": MESSAGES, "model": "m"}
    assert request.headers["authorization"] == "Bearer sk-test"
    assert request.headers["content-type"] == "application/json"
    assert request.headers["accept"] == "application/json"
    assert request.headers["user-agent"] == "acme_client/1.0.0"
    assert response.choices[0].message.content == "yes"
    assert response.surprise == 1
    assert response._request_id == "r-1"


def test_a_model_can_be_sent(client: Any, server: Server) -> None:
    response = client.chat.completions.create(messages=MESSAGES, model="m")
    client.chat.completions.create(messages=[response.choices[0].message], model="m")
    assert json.loads(server.received[1].body)["messages"] == [
        {"role": "assistant", "content": "yes"}
    ]


def test_null_is_sent_and_omit_is_not(
    acme: ModuleType, client: Any, server: Server
) -> None:
    create = client.chat.completions.create
    create(messages=[], model="m", temperature=None)
    create(messages=[], model="m", temperature=acme.omit)
    first, second = (json.loads(request.body) for request in server.received)
    assert first["temperature"] is None and "temperature" not in second


def test_options_of_a_call(acme: ModuleType, client: Any, server: Server) -> None:
    client.chat.completions.create(
        messages=[],
        model="m",
        extra_headers={"X-One": "1", "authorization": acme.omit, "User-Agent": "mine"},
        extra_query={"debug": True, "tags": ["a", "b"], "by": {"team": 1}},
        extra_body={"model": "other", "new": 1},
    )
    (request,) = server.received
    assert (
        request.target == "/v1/chat/completions?debug=true&tags=a&tags=b&by%5Bteam%5D=1"
    )
    assert request.headers["x-one"] == "1"
    assert request.headers["user-agent"] == "mine"
    assert "authorization" not in request.headers
    assert json.loads(request.body) == {"messages": [], "model": "other", "new": 1}


def test_defaults_of_a_client(acme: ModuleType, server: Server) -> None:
    client = acme.Acme(
        base_url=server.url,
        default_headers={"X-Team": "a", "Accept": acme.omit},
        default_query={"version": "1", "flag": True},
    )
    client.chat.completions.retrieve("x", extra_query={"version": "2"})
    request = server.received[0]
    assert request.target == "/chat/completions/x?version=2&flag=true"
    assert request.headers["x-team"] == "a"
    assert request.headers.get("accept", "*/*") == "*/*"


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("/v1", "/v1/chat/completions/x"),
        ("/v1/", "/v1/chat/completions/x"),
        ("", "/chat/completions/x"),
        (" \n", "/chat/completions/x"),
        ("/a/b?api-version=7", "/a/b/chat/completions/x?api-version=7"),
        ("/a/?k=v&l=w", "/a/chat/completions/x?k=v&l=w"),
    ],
)
def test_base_urls_with_path_and_query(
    acme: ModuleType, server: Server, base: str, expected: str
) -> None:
    acme.Acme(base_url=server.url + base).chat.completions.retrieve("x")
    assert server.received[0].target == expected


def test_queries_of_base_url_path_and_call_are_combined(
    acme: ModuleType, server: Server
) -> None:
    client = acme.Acme(admin_key="adm-test", base_url=httpx2.URL(server.url + "?v=1"))
    client.chat.completions.delete("a/b", extra_query={"q": "ä"})
    request = server.received[0]
    assert request.target == "/chat/completions/a%2Fb?v=1&beta=true&q=%C3%A4"
    assert request.headers["x-admin-key"] == "adm-test"
    assert "authorization" not in request.headers


def test_calls_without_a_key(acme: ModuleType, server: Server) -> None:
    for client in (
        acme.Acme(base_url=server.url),
        acme.Acme(api_key="", base_url=server.url),
    ):
        client.chat.completions.retrieve("x")
    sent = ["authorization" in request.headers for request in server.received]
    assert sent == [False, False]


def test_credentials_of_the_environment(
    acme: ModuleType, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACME_API_KEY", "sk-test-env")
    monkeypatch.setenv("ACME_ORG_ID", "org-1")
    monkeypatch.setenv("ACME_BASE_URL", server.url + "/env")
    acme.Acme().chat.completions.retrieve("x")
    acme.Acme(api_key="sk-test-mine").chat.completions.retrieve("x")
    first, second = server.received
    assert first.target.startswith("/env/")
    assert first.headers["authorization"] == "Bearer sk-test-env"
    assert first.headers["acme-organization"] == "org-1"
    assert second.headers["authorization"] == "Bearer sk-test-mine"


def test_a_credential_may_be_a_callable(acme: ModuleType, server: Server) -> None:
    keys = iter(["sk-test-1", "sk-test-2"])
    client = acme.Acme(api_key=lambda: next(keys), base_url=server.url)
    client.chat.completions.retrieve("x")
    client.chat.completions.retrieve("x")
    assert [request.headers["authorization"] for request in server.received] == [
        "Bearer sk-test-1",
        "Bearer sk-test-2",
    ]


@pytest.mark.parametrize("key", ["sk-test\n", "sk-\r\ntest", "sk-test\x00"])
def test_a_key_with_a_line_break_is_rejected_and_not_disclosed(
    acme: ModuleType, key: str
) -> None:
    client = acme.Acme(api_key=key, base_url="http://127.0.0.1:9")
    with pytest.raises(ValueError, match="'Authorization'") as caught:
        client.chat.completions.retrieve("x")
    assert "sk-" not in str(caught.value)


def settle(result: Any) -> Any:
    """Return the result of a call, which is awaited if it is a coroutine."""
    return asyncio.run(result) if asyncio.iscoroutine(result) else result


def test_an_unknown_argument_is_rejected(client: Any, server: Server) -> None:
    completions = client.chat.completions
    for attempt in (
        lambda: completions.create(messages=[], model="m", temprature=1),
        lambda: completions.with_raw_response.retrieve("x", foo=1),
        lambda: completions.with_streaming_response.retrieve("x", foo=1).__enter__(),
        lambda: client.get("/x", json={}),
    ):
        with pytest.raises(TypeError, match="unexpected keyword argument"):
            attempt()
    assert not server.received


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("mesages", "messages"),
        ("timout", "timeout"),
        ("maxRetries", "max_retries"),
        ("extra-body", "extra_body"),
        ("Model", "model"),
    ],
)
def test_an_unknown_argument_is_compared_with_all_parameters(
    client: Any, name: str, known: str
) -> None:
    completions = client.chat.completions
    options: Any = {name: 1}
    expected = (
        rf"^Completions\.create\(\) got an unexpected keyword argument '{name}'\."
        rf" Did you mean '{known}'\?"
    )
    for method in (completions.create, completions.with_raw_response.create):
        with pytest.raises(TypeError, match=expected):
            method(messages=[], model="m", **options)
    with pytest.raises(TypeError, match="'zzz'; use extra_query"):
        completions.create(messages=[], model="m", zzz=1)


@pytest.mark.parametrize(
    "resource", [AsyncResource, AsyncRawResource, AsyncStreamingResource]
)
def test_an_unknown_argument_of_pages_is_rejected_before_they_are_awaited(
    resource: type[Any],
) -> None:
    class Items(resource):  # type: ignore[misc]
        def list(self, *, from_: object = omit, **options: Any) -> Any:
            return self._page(Endpoint("GET", "/x"), options=options)

    items = Items(SimpleNamespace(_client=None))
    with pytest.raises(
        TypeError, match="argument 'from'. Did you mean 'from_'"
    ) as error:
        items.list(**{"from": 1})
    assert traceback.extract_tb(error.value.__traceback__)[-1].name == "list"


@pytest.mark.parametrize("value", [0, -1, float("nan"), "1", True, float("-inf")])
def test_invalid_timeouts(acme: ModuleType, server: Server, value: Any) -> None:
    for kind in (acme.Acme, acme.AsyncAcme):
        client = kind(api_key="k", base_url=server.url)
        retrieve = client.chat.completions.retrieve
        for attempt in (
            lambda: kind(api_key="k", timeout=value),
            lambda: client.with_options(timeout=value),
            lambda: setattr(client, "timeout", value),
            lambda: settle(retrieve("x", timeout=value)),
            lambda: settle(retrieve("x", timeout=httpx2.Timeout(5, connect=value))),
        ):
            with pytest.raises(ValueError, match="timeout must be a positive number"):
                attempt()
        assert client.timeout.read == 600
    assert not server.received


@pytest.mark.parametrize("value", [float("inf"), 1e300, 10**400, None, 50, 60.5])
def test_valid_timeouts(client: Any, server: Server, value: Any) -> None:
    client.chat.completions.retrieve("x", timeout=value)
    client.with_options(timeout=value).chat.completions.retrieve("x")
    assert len(server.received) == 2


@pytest.mark.parametrize(
    ("name", "known"),
    [("timeuot", "timeout"), ("maxRetries", "max_retries"), ("api_ky", "api_key")],
)
def test_an_unknown_setting_of_a_copy(acme: ModuleType, name: str, known: str) -> None:
    options: Any = {name: 1}
    for kind in (acme.Acme, acme.AsyncAcme):
        client = kind(api_key="k").with_options(timeout=1)
        for copy in (client.with_options, client.copy):
            with pytest.raises(TypeError, match=f"{name}'. Did you mean '{known}'"):
                copy(**options)
        with pytest.raises(TypeError, match="'zzz'; the credentials are: api_key"):
            client.with_options(zzz=1)


def test_an_unknown_argument_is_an_error_of_the_method(acme: ModuleType) -> None:
    sync = acme.Acme(api_key="k").chat.completions
    asynchronous = acme.AsyncAcme(api_key="k").chat.completions

    async def run(method: Callable[..., Any]) -> None:
        result = method("x", foo=1)
        await (result.__aenter__() if hasattr(result, "__aenter__") else result)

    for resource in (sync, asynchronous):
        for methods in (
            resource,
            resource.with_raw_response,
            resource.with_streaming_response,
        ):
            with pytest.raises(TypeError, match="retrieve.. got an") as caught:
                if resource is sync:
                    methods.retrieve("x", foo=1)
                else:
                    asyncio.run(run(methods.retrieve))
            frame = traceback.extract_tb(caught.value.__traceback__)[-1]
            assert frame.name == "retrieve"


def test_a_model_with_a_member_read_is_sent_as_json(
    client: Any, server: Server, acme: ModuleType
) -> None:
    record = acme.types.ErrorResponse.from_dict({"read": "all", "error": {}})
    client.post("/x", body=record)
    assert json.loads(server.received[-1].body) == {"read": "all", "error": {}}
    assert server.received[-1].headers["content-type"] == "application/json"


@pytest.mark.parametrize("base", ["http://[::1", "http://x.test\n/", "http://x:y"])
def test_an_invalid_url_raises_a_value_error(acme: ModuleType, base: str) -> None:
    with pytest.raises(ValueError, match="URL"):
        acme.Acme(base_url=base).chat.completions.retrieve("x")
    with pytest.raises(ValueError, match="too long"):
        acme.Acme(base_url="http://x.test").chat.completions.retrieve("x" * 100_000)


@pytest.mark.parametrize("value", [3, b"x", None, True])
def test_a_header_that_is_not_a_string_is_rejected(
    client: Any, server: Server, value: object
) -> None:
    with pytest.raises(TypeError, match="'X-Page' must be str"):
        client.chat.completions.retrieve("x", extra_headers={"X-Page": value})
    assert not server.received


@pytest.mark.parametrize("name", ["a b", "a\r\nb", "", "a:", "ä"])
def test_invalid_header_names_are_rejected(
    client: Any, server: Server, name: str
) -> None:
    with pytest.raises(ValueError, match="invalid header name"):
        client.chat.completions.retrieve("x", extra_headers={name: "x"})
    assert not server.received


@pytest.mark.parametrize("number", [None, -1, "3", 1.5])
def test_invalid_max_retries_are_rejected(
    acme: ModuleType, client: Any, number: Any
) -> None:
    for attempt in (
        lambda: client.chat.completions.retrieve("x", max_retries=number),
        lambda: acme.Acme(max_retries=number),
    ):
        with pytest.raises(ValueError, match="0 or more"):
            attempt()


def test_an_http_client_of_another_class_is_rejected(
    acme: ModuleType, client: Any
) -> None:
    wrong: Any = httpx2.AsyncClient()
    for attempt in (
        lambda: acme.Acme(http_client=wrong),
        lambda: client.copy(http_client=wrong),
        lambda: acme.AsyncAcme(http_client=client),
    ):
        with pytest.raises(TypeError, match="http_client must be an httpx2"):
            attempt()
