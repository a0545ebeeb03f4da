"""Credentials: their arguments, and those that documents do not declare."""

from __future__ import annotations

import asyncio
import importlib
import inspect
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx2
import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import build
from tests.e2e.documents.conftest import marked_lines

KIND = (
    "Operations require credentials of several schemes, a header such as `Authorization` "
    "without a scheme, or a scheme that is not declared."
)
RESULT = (
    "A scheme called `api_key` keeps its name, and the scheme that most operations "
    "require is the first argument. A required header for authentication is an argument "
    "of the client. A scheme that is not declared is one warning."
)
ClientOf = Callable[..., ModuleType]
HEAD = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
servers: [{url: 'https://acme.test'}]
"""
SCHEMES = HEAD + """
paths:
  /ants:
    get: {operationId: getAnt, security: [{session: []}], responses: &none {'204': {description: Done.}}}
    post: {operationId: addAnt, security: [{session: []}, {apiKey: []}], responses: *none}
    put: {operationId: setAnt, security: [{apiKey: []}], responses: *none}
    delete: {operationId: cutAnt, security: [{session: []}], responses: *none}
components:
  securitySchemes:
    login: {type: http, scheme: basic}
    apiKey: {type: apiKey, in: header, name: X-Key}
    session: {type: http, scheme: bearer}
"""


def record(package: ModuleType, **options: Any) -> tuple[Any, list[httpx2.Request]]:
    """Return a client, and the list of the requests that it sends."""
    requests: list[httpx2.Request] = []

    def respond(request: httpx2.Request) -> httpx2.Response:
        requests.append(request)
        return httpx2.Response(204)

    transport = httpx2.MockTransport(respond)
    return (
        package.Acme(http_client=httpx2.Client(transport=transport), **options),
        requests,
    )


def client_arguments(package: ModuleType, count: int) -> list[str]:
    """Return the names of the first arguments of the client."""
    return list(inspect.signature(package.Acme).parameters)[:count]


def diagnose(document: str, directory: Path) -> list[str]:
    """Return the diagnostics of a document as code and message."""
    (directory / "openapi.yaml").write_text(document, encoding="utf-8")
    diagnostics = Diagnostics()
    build(Config(specs=("openapi.yaml",), directory=directory), diagnostics)
    return [f"{item.rule.code}: {item.message}" for item in diagnostics]


def test_names_and_order_of_arguments(client_of: ClientOf) -> None:
    package = client_of(SCHEMES)
    assert client_arguments(package, 4) == ["session", "api_key", "login", "base_url"]
    client, requests = record(package, session="s", api_key="k", login=("u", "p"))
    client.ants.retrieve()
    client.ants.update()
    assert requests[0].headers["Authorization"] == "Bearer s"
    assert requests[1].headers["X-Key"] == "k"
    assert "Authorization" not in requests[1].headers


def test_without_such_a_name_the_most_required_key_is_api_key(
    client_of: ClientOf,
) -> None:
    package = client_of(SCHEMES.replace("apiKey:", "admin:"))
    assert client_arguments(package, 3) == ["api_key", "admin", "login"]
    client, requests = record(package, api_key="s")
    client.ants.retrieve()
    assert requests[0].headers["Authorization"] == "Bearer s"


HEADERS = HEAD + """
paths:
  /ants:
    parameters: [{name: %s, in: header, required: true, schema: {type: string}, description: %s}]
    get: {operationId: getAnt, responses: &none {'204': {description: Done.}}}
    post: {operationId: addAnt, responses: *none}
  /ants/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get: {operationId: oneAnt, responses: *none}
"""


@pytest.mark.parametrize(
    ("header", "description", "expected"),
    [
        ("Authorization", "The token", "k"),
        ("Authorization", "'Bearer token, as `Bearer TOKEN`'", "Bearer k"),
        ("X-API-Key", "The key", "k"),
    ],
)
def test_required_headers_are_arguments_of_the_client(
    client_of: ClientOf, header: str, description: str, expected: str
) -> None:
    package = client_of(HEADERS % (header, description))
    assert client_arguments(package, 2) == ["api_key", "base_url"]
    client, requests = record(package, api_key="k")
    client.ants.retrieve(id="1")
    client.ants.create()
    assert header not in requests[0].headers
    assert requests[1].headers[header] == expected
    arguments = inspect.signature(client.ants.create).parameters
    assert list(arguments) == ["options"]


def test_headers_of_few_operations_remain_arguments(client_of: ClientOf) -> None:
    document = HEADERS % ("X-API-Key", "The key")
    document += "  /bees: {get: {operationId: listBees, responses: *none}, post: {operationId: addBee, responses: *none}}\n"
    client, requests = record(client_of(document))
    client.ants.create(x_api_key="k")
    assert requests[0].headers["X-API-Key"] == "k"


def test_the_declared_scheme_of_a_required_header_is_used(client_of: ClientOf) -> None:
    document = HEADERS % ("Authorization", "The token")
    document += "components: {securitySchemes: {user: {type: http, scheme: basic}}}\n"
    package = client_of(document)
    assert client_arguments(package, 2) == ["user", "base_url"]
    client, requests = record(package, user=("u", "p"))
    client.ants.create()
    assert requests[0].headers["Authorization"] == "Basic dTpw"


def test_header_credentials_are_reported_once(tmp_path: Path) -> None:
    lines = diagnose(HEADERS % ("X-API-Key", "The key"), tmp_path)
    assert lines == [
        "header-credential: the header 'X-API-Key' is required, but no security scheme"
        " describes it"
    ]


def test_schemes_that_no_operation_requires_are_sent(client_of: ClientOf) -> None:
    document = SCHEMES.replace("security: [{session: []}], ", "")
    document = document.replace("security: [{session: []}, {apiKey: []}], ", "")
    document = document.replace("security: [{apiKey: []}], ", "")
    client, requests = record(client_of(document), api_key="k")
    client.ants.retrieve()
    assert requests[0].headers["X-Key"] == "k"


def test_undeclared_schemes_are_one_warning(tmp_path: Path) -> None:
    document = SCHEMES.replace("    session: {type: http, scheme: bearer}\n", "")
    (tmp_path / "openapi.yaml").write_text(document, encoding="utf-8")
    diagnostics = Diagnostics()
    build(Config(specs=("openapi.yaml",), directory=tmp_path), diagnostics)
    warnings = [item for item in diagnostics if item.rule.code == "unknown-credential"]
    assert len(warnings) == 1
    assert "default_headers={'Authorization': 'Bearer …'}" in warnings[0].hint


OAUTH = HEAD + """
paths:
  /ants: {get: {operationId: listAnts, responses: {'200': {description: Ants., content: {application/json: {schema: {type: array, items: {type: string}}}}}}}}
security: [{oauth: []}]
components:
  securitySchemes:
    oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: %s, scopes: {}}}}
"""


@pytest.mark.parametrize("url", ["https://login.test/oauth/token", "/oauth/token"])
def test_the_mock_returns_access_tokens(client_of: ClientOf, url: str) -> None:
    package = client_of(OAUTH % url)
    mock = importlib.import_module(f"{package.__name__}.testing").MockAPI()
    client = package.Acme(oauth=("i", "s"), http_client=mock.client())
    client.ants.list()
    assert [request.call for request in mock.requests] == [
        "POST /oauth/token",
        "ants.list",
    ]
    assert mock.requests[1].headers["Authorization"] == "Bearer mock-access-token"

    async def run() -> None:
        http = mock.async_client()
        await package.AsyncAcme(oauth=("i", "s"), http_client=http).ants.list()

    asyncio.run(run())
    assert len(mock.requests) == 4


def test_tests_can_replace_the_token_response(client_of: ClientOf) -> None:
    package = client_of(OAUTH % "https://login.test/oauth/token")
    mock = importlib.import_module(f"{package.__name__}.testing").MockAPI()
    mock.respond("POST /oauth/token", status=401)
    client = package.Acme(oauth=("i", "s"), http_client=mock.client())
    with pytest.raises(package.errors.AuthenticationError):
        client.ants.list()


@pytest.mark.slow
def test_types(client_of: ClientOf, wrong_lines: Callable[..., set[int]]) -> None:
    caller = """
from acme_client import Acme, AsyncAcme

client = Acme(session="s", api_key=lambda: "k", login=("u", "p"))
client.ants.create()
AsyncAcme(session="s", api_key="k")
Acme(login="u")  # wrong
"""
    assert wrong_lines(client_of(SCHEMES), caller) == marked_lines(caller)


def test_tokens_are_preferred_to_cookies(client_of: ClientOf) -> None:
    document = HEAD + """
security: [{browser: []}, {program: []}]
paths:
  /ants: {get: {operationId: getAnt, responses: {'204': {description: Done.}}}}
components:
  securitySchemes:
    browser: {type: apiKey, in: cookie, name: session}
    program: {type: apiKey, in: header, name: Authorization}
"""
    package = client_of(document)
    assert client_arguments(package, 2) == ["api_key", "browser"]
    client, requests = record(package, api_key="k")
    client.ants.retrieve()
    assert requests[0].headers["Authorization"] == "k"
