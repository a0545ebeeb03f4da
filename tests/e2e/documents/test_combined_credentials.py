"""Operations that require several credentials at once."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx2
import pytest

from tests.unit.runtime.conftest import Server, json_reply

KIND = "An operation requires several credentials at once."
RESULT = (
    "The client sends all of them. If it has only some, the call raises a `ValueError` that "
    "names a missing one, unless a header, a parameter or the HTTP client sends it. Without "
    "any, the request is sent, and an error 401 or 403 names the arguments. If the document "
    "also allows requests without credentials, the client sends none."
)
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
servers: [{url: 'https://acme.test'}]
security: [{key: [], app: []}]
paths:
  /both: {get: {operationId: getBoth, responses: &none {'204': {description: Done.}}}}
  /either: {get: {operationId: getEither, security: [{key: [], app: []}, {token: []}], responses: *none}}
  /optional: {get: {operationId: getOptional, security: [{}, {key: [], app: []}], responses: *none}}
  /shared: {get: {operationId: getShared, security: [{key: [], app: []}, {key: [], session: []}, {login: [], app: []}, {token: []}], responses: *none}}
  /public: {get: {operationId: getPublic, security: [], responses: *none}}
  /parts: {get: {operationId: getParts, security: [{key: [], query: [], session: [], login: []}], responses: *none}}
  /signed: {get: {operationId: getSigned, security: [{token: [], app: []}], responses: *none}}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    app: {type: apiKey, in: header, name: X-App}
    query: {type: apiKey, in: query, name: q}
    session: {type: apiKey, in: cookie, name: sid}
    login: {type: http, scheme: basic}
    token: {type: oauth2, flows: {clientCredentials: {tokenUrl: /token, scopes: {}}}}
"""
Clients = Callable[..., ModuleType]
Serve = Callable[..., Server]
Values = Mapping[str, Any]


@pytest.fixture
def acme(client_of: Clients, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    module = client_of(DOCUMENT, command_line=True)
    for name in ("API_KEY", "KEY", "APP", "QUERY"):
        monkeypatch.delenv(f"ACME_{name}", raising=False)
    return module


def send(acme: ModuleType, url: str, name: str, **values: Any) -> None:
    """Call the method of a resource by both clients, which must behave in the same way."""
    errors: list[Exception] = []
    call = values.pop("call", {})

    async def run() -> None:
        async with acme.AsyncAcme(base_url=url, max_retries=0, **values) as client:
            await getattr(client, name).retrieve(**call)

    for attempt in (
        lambda: getattr(
            acme.Acme(base_url=url, max_retries=0, **values), name
        ).retrieve(**call),
        lambda: asyncio.run(run()),
    ):
        try:
            attempt()
        except Exception as error:
            errors.append(error)
    if errors:
        first, second = errors
        assert (type(first), str(first)) == (type(second), str(second))
        raise first


def sent(server: Server) -> set[tuple[str | None, str | None]]:
    """Return the two keys of the requests, which must be two."""
    assert len(server.received) == 2
    headers = [item.headers for item in server.received]
    server.received.clear()
    return {(item.get("x-key"), item.get("x-app")) for item in headers}


def test_all_credentials_are_sent(acme: ModuleType, serve: Serve) -> None:
    server = serve(json_reply({}))
    for name in ("both", "either", "optional"):
        send(acme, server.url, name, api_key="k", app="a")
        assert sent(server) == {("k", "a")}
    send(acme, server.url, "public", api_key="k", app="a")
    assert sent(server) == {(None, None)}


@pytest.mark.parametrize("name", ["both", "either"])
@pytest.mark.parametrize(
    ("values", "missing", "variable"),
    [({"api_key": "k"}, "app", "ACME_APP"), ({"app": "a"}, "api_key", "ACME_API_KEY")],
)
def test_a_missing_credential_is_an_error(
    acme: ModuleType,
    serve: Serve,
    name: str,
    values: Values,
    missing: str,
    variable: str,
) -> None:
    server = serve(json_reply({}))
    message = (
        f"GET /{name} also requires the credential {missing}: pass {missing} to the "
        f"client, or set {variable}$"
    )
    with pytest.raises(ValueError, match=message):
        send(acme, server.url, name, **values)
    assert not server.received


def test_no_token_is_requested_if_another_credential_is_missing(
    acme: ModuleType, serve: Serve
) -> None:
    server = serve(json_reply({"access_token": "t", "expires_in": 3600}))
    pair = {"token": ("id", "secret")}
    with pytest.raises(ValueError, match="also requires the credential app"):
        send(acme, server.url, "signed", **pair)
    assert not server.received
    send(acme, server.url, "signed", **pair, call={"extra_headers": {"X-App": "a"}})
    received = [(item.method, item.headers.get("x-app")) for item in server.received]
    assert received == [("POST", None), ("GET", "a")] * 2


def test_no_credential_function_is_called_if_another_is_missing(
    acme: ModuleType, serve: Serve
) -> None:
    server = serve(json_reply({}))
    calls: list[str] = []

    def key() -> str:
        calls.append("key")
        return "k"

    with pytest.raises(ValueError, match="also requires the credential app"):
        send(acme, server.url, "both", api_key=key)
    assert not calls


def test_a_hook_that_adds_no_credential_does_not_hide_the_error(
    acme: ModuleType, serve: Serve
) -> None:
    server = serve(json_reply({}))

    class Logging(acme.Acme):  # type: ignore[name-defined, misc]
        def _prepare_request(self, request: httpx2.Request) -> None:
            request.headers["X-Trace"] = "1"

    with pytest.raises(ValueError, match="also requires the credential app"):
        Logging(base_url=server.url, api_key="k").both.retrieve()
    assert not server.received


def test_both_variables_of_a_pair_are_named(acme: ModuleType, serve: Serve) -> None:
    server = serve(json_reply({}))
    values = {"api_key": "k", "query": "q", "session": "s"}
    with pytest.raises(ValueError, match="set ACME_USERNAME and ACME_PASSWORD$"):
        send(acme, server.url, "parts", **values)


def test_without_a_full_alternative_nothing_is_sent_if_that_is_allowed(
    acme: ModuleType, serve: Serve
) -> None:
    server = serve(json_reply({}))
    for name in ("optional", "public"):
        send(acme, server.url, name, api_key="k")
        assert sent(server) == {(None, None)}


@pytest.mark.parametrize("status", [401, 403])
def test_without_credentials_the_server_decides(
    acme: ModuleType, serve: Serve, status: int
) -> None:
    server = serve(json_reply({}))
    send(acme, server.url, "both")
    assert sent(server) == {(None, None)}
    server.replies = [json_reply({}, status)]
    with pytest.raises(acme.APIStatusError, match="available arguments: api_key, app"):
        send(acme, server.url, "both")


@pytest.mark.parametrize(
    "values",
    [
        {"default_headers": {"x-app": "a"}},
        {"call": {"extra_headers": {"X-App": "a"}}},
    ],
)
def test_a_header_replaces_a_credential(
    acme: ModuleType, serve: Serve, values: Values
) -> None:
    server = serve(json_reply({}))
    send(acme, server.url, "both", api_key="k", **values)
    assert sent(server) == {("k", "a")}


def test_other_places_replace_credentials(acme: ModuleType, serve: Serve) -> None:
    server = serve(json_reply({}))
    headers = {"Cookie": "a=b; sid=s", "Authorization": "Basic x"}
    call = {"extra_query": {"q": "1"}, "extra_headers": headers}
    send(acme, server.url, "parts", api_key="k", call=call)
    assert sent(server) == {("k", None)}
    url = server.url.replace("//", "//user:word@")
    call = {"extra_query": {"q": "1"}, "extra_headers": {"Cookie": "sid=s"}}
    send(acme, url, "parts", api_key="k", call=call)
    assert sent(server) == {("k", None)}
    call = {"extra_query": {"q": "1"}, "extra_headers": {"Cookie": "xsid=s"}}
    with pytest.raises(ValueError, match="also requires the credential session"):
        send(acme, server.url, "parts", api_key="k", call=call)


def test_the_http_client_and_hooks_replace_credentials(
    acme: ModuleType, serve: Serve
) -> None:
    server = serve(json_reply({}))

    def sign(request: httpx2.Request) -> httpx2.Request:
        request.headers["X-App"] = "a"
        return request

    class Signing(acme.Acme):  # type: ignore[name-defined, misc]
        def _prepare_request(self, request: httpx2.Request) -> None:
            sign(request)

    for client in (
        acme.Acme(
            base_url=server.url, api_key="k", http_client=httpx2.Client(auth=sign)
        ),
        Signing(base_url=server.url, api_key="k"),
    ):
        client.both.retrieve()
    assert sent(server) == {("k", "a")}


def test_a_transport_or_a_subclass_replaces_credentials(
    acme: ModuleType, serve: Serve
) -> None:
    server = serve(json_reply({}))

    class Transport(httpx2.HTTPTransport):
        def handle_request(self, request: httpx2.Request) -> httpx2.Response:
            request.headers["X-App"] = "a"
            return super().handle_request(request)

    class Client(httpx2.Client):
        def send(self, request: httpx2.Request, **options: Any) -> httpx2.Response:
            request.headers["X-App"] = "a"
            return super().send(request, **options)

    clients = (
        httpx2.Client(transport=Transport()),
        httpx2.Client(mounts={"http://": Transport()}),
        Client(),
    )
    for http in clients:
        acme.Acme(base_url=server.url, api_key="k", http_client=http).both.retrieve()
    keys = {(x.headers["x-key"], x.headers["x-app"]) for x in server.received}
    assert keys == {("k", "a")}
    assert len(server.received) == len(clients)
    client = acme.Acme(base_url=server.url, api_key="k", http_client=httpx2.Client())
    with pytest.raises(ValueError, match="also requires the credential app"):
        client.both.retrieve()


def test_another_alternative_can_be_sent_by_the_caller(
    acme: ModuleType, serve: Serve
) -> None:
    server = serve(json_reply({}))
    token = {"default_headers": {"Authorization": "Bearer t"}}
    send(acme, server.url, "either", api_key="k", **token)
    assert len(server.received) == 2
    server.received.clear()
    cookie = {"extra_headers": {"Cookie": "sid=s"}}
    send(acme, server.url, "shared", api_key="k", call=cookie)
    assert sent(server) == {("k", None)}
    with pytest.raises(ValueError, match="also requires the credential app"):
        send(acme, server.url, "shared", login=("u", "p"))
    assert not server.received


def test_undocumented_paths_require_no_credential(
    acme: ModuleType, serve: Serve
) -> None:
    server = serve(json_reply({}))
    client = acme.Acme(base_url=server.url, api_key="k")
    assert client.get("/other") == {}
    assert server.received[0].headers["x-key"] == "k"


def test_command_line(acme: ModuleType, serve: Serve) -> None:
    server = serve(json_reply({}))
    command = [sys.executable, "-m", acme.__name__, "--base-url", server.url]
    done = subprocess.run(
        [*command, "both", "retrieve"],
        cwd=Path(str(acme.__file__)).parents[1],
        env={"ACME_API_KEY": "k"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "also requires the credential app" in done.stderr
    assert not server.received
