"""Options of a client as attributes, and the names that a package exports."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx2
import pytest

from tests.unit.runtime.conftest import Reply, Server, json_reply

ClientOf = Callable[..., ModuleType]
Serve = Callable[..., Server]
KIND = "Security schemes have the names of methods, resources or options of a client."
RESULT = (
    "Each credential can be read and assigned as an attribute of the client, unless a "
    "method or a resource has its name."
)
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
servers: [{url: 'https://acme.test/v1'}]
security: [{apiKey: []}]
paths:
  /team:
    get: {operationId: getTeam, responses: &found {'200': {description: Done., content: {
      application/json: {schema: {type: object, properties: {id: {type: string}}}}}}}}
  /clients/{client_id}:
    get: {operationId: getClient, parameters: [{name: client_id, in: path, required: true,
      schema: {type: string}}], responses: *found}
  /photos:
    post: {operationId: addPhoto, requestBody: {content: {image/png: {}}}, responses: *found}
components:
  securitySchemes:
    apiKey: {type: apiKey, in: header, name: X-Key}
    team: {type: apiKey, in: header, name: X-Team}
    copy: {type: apiKey, in: header, name: X-Copy}
"""
CALLER = """
from typing import assert_type
import httpx2
from acme_client import (
    Acme, AcmeError, AsyncAcme, AsyncClient, BaseModel, Client,
    DefaultAsyncHttpx2Client, DefaultHttpx2Client, NOT_GIVEN, NotGiven, Timeout, file_from_path,
)

client: Client = Acme(http_client=DefaultHttpx2Client(proxy=None))
twin: AsyncAcme = AsyncClient(http_client=DefaultAsyncHttpx2Client())
client.api_key = "k"
client.api_key = lambda: "k"
client.api_key = None
client.api_key = 1  # wrong
client.timeout = Timeout(1)
client.timeout = 3
client.base_url = httpx2.URL("https://acme.test")
assert_type(client.base_url, str)
assert_type(client.max_retries, int)
assert_type(client.is_closed(), bool)
client.max_retries = "2"  # wrong
try:
    found: BaseModel = client.team.retrieve(timeout=Timeout(3))
    assert_type(file_from_path("a"), tuple[str, bytes])
except AcmeError as error:
    print(error.message)
value: str | NotGiven = NOT_GIVEN
wrong: int = NOT_GIVEN  # wrong
"""


@pytest.fixture
def acme(client_of: ClientOf) -> ModuleType:
    return client_of(DOCUMENT)


@pytest.mark.slow
def test_types(acme: ModuleType, wrong_lines: Callable[..., set[int]]) -> None:
    lines = CALLER.splitlines()
    expected = {n for n, line in enumerate(lines, 1) if line.endswith("# wrong")}
    assert wrong_lines(acme, CALLER) == expected


def test_assigned_options_are_sent(acme: ModuleType, serve: Serve) -> None:
    server = serve(json_reply({"id": "a"}))
    client = acme.Acme(api_key="first", base_url="https://unused.test")
    twin = client.copy(base_url=server.url)
    client.api_key = "second"
    client.base_url = f"{server.url}/v2/"
    client.timeout, client.max_retries = 3, 0
    assert (client.api_key, twin.api_key) == ("second", "first")
    assert client.base_url == f"{server.url}/v2"
    assert (client.timeout, client.max_retries, twin.max_retries) == (3, 0, 2)
    client.team.retrieve()
    twin.team.retrieve()
    client.api_key = None
    client.team.retrieve()
    assert client.api_key is None
    sent = [(item.target, item.headers.get("x-key")) for item in server.received]
    assert sent == [("/v2/team", "second"), ("/team", "first"), ("/v2/team", None)]
    client.close()
    twin.close()


def test_assigned_options_of_the_async_client(acme: ModuleType, serve: Serve) -> None:
    server = serve(json_reply({"id": "a"}))

    async def call() -> None:
        async with acme.AsyncAcme(base_url=server.url) as client:
            assert client.api_key is None and not client.is_closed()

            async def key() -> str:
                return "async"

            client.api_key = key
            await client.team.retrieve()
        assert client.is_closed() and client.api_key is key

    asyncio.run(call())
    assert [item.headers.get("x-key") for item in server.received] == ["async"]


def test_invalid_options_change_nothing(acme: ModuleType) -> None:
    client = acme.Acme(api_key="k", default_headers={"x-a": "1"})
    with pytest.raises(ValueError, match="max_retries"):
        client.max_retries = -1
    assert client.max_retries == 2
    assert client.default_headers == {"x-a": "1"} and client.default_query == {}
    assert client.webhook_secret is None


def test_default_timeout(acme: ModuleType) -> None:
    assert acme.Acme().timeout == httpx2.Timeout(600, connect=5)
    assert acme.Acme(timeout=None).timeout is None
    own = acme.Acme(http_client=acme.DefaultHttpx2Client(timeout=7))
    assert own.timeout == acme.Timeout(7)
    own.close()


def test_methods_and_resources_have_priority_over_credentials(acme: ModuleType) -> None:
    client = acme.Acme(team="t", copy="c")
    assert type(client.team).__name__ == "Team"
    assert type(client.copy()) is acme.Acme


def test_root_error_and_empty_path_parameters(acme: ModuleType, serve: Serve) -> None:
    server = serve(Reply(404))
    client = acme.Acme(base_url=server.url)
    assert acme.AcmeError is acme.errors.AcmeError is acme.errors.APIError
    with pytest.raises(acme.AcmeError):
        client.team.retrieve()
    for value in ("", None):
        message = f"Expected a non-empty value for `client_id` but received {value!r}"
        with pytest.raises(ValueError, match="^Expected") as caught:
            client.clients.retrieve(value)
        assert str(caught.value) == message


def test_exported_names(acme: ModuleType, tmp_path: Path) -> None:
    assert (acme.Client, acme.AsyncClient) == (acme.Acme, acme.AsyncAcme)
    assert acme.Timeout is httpx2.Timeout
    assert acme.NOT_GIVEN is acme.omit and acme.NotGiven is acme.Omit
    names: dict[str, Any] = {}
    exec(f"from {acme.__name__} import *", names)
    assert set(acme.__all__) <= names.keys()
    (tmp_path / "a.txt").write_bytes(b"text")
    assert acme.file_from_path(str(tmp_path / "a.txt")) == ("a.txt", b"text")


@pytest.mark.parametrize(
    ("name", "has_root_error"), [("Client", True), ("Conflict", False)]
)
def test_client_names_that_clash(
    client_of: ClientOf, name: str, has_root_error: bool
) -> None:
    package = client_of(DOCUMENT, client=name)
    assert package.Client is getattr(package, name)
    root_error = getattr(package, f"{name}Error")
    assert (root_error is package.APIError) == has_root_error
    assert issubclass(root_error, package.APIError)
