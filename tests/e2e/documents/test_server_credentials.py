"""User names and passwords in the URLs of a document."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import httpx2
import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import build
from tests.clients import generate, import_from

KIND = "The URL of a server, a default in it, or a token URL contains a user name and a password."
RESULT = (
    "A warning; they are neither written to the client and its reference nor sent. The"
    " client sends the credentials of the caller."
)
DOCUMENT = """
openapi: 3.1.0
info: {title: Leaks, version: "1"}
servers:
- {name: plain, url: "https://me:secret-pw@a.test/v1"}
- name: variables
  url: "https://{user}:{password}@b.test/{path}"
  variables: {user: {default: me}, password: {default: secret-pw}, path: {default: "@v1"}}
- name: value
  url: "https://{host}/v1"
  variables: {host: {default: "me:secret-pw@c.test", enum: ["me:secret-pw@c.test", d.test]}}
- name: address
  url: "{address}/v1"
  variables: {address: {default: "https://me:secret-pw@e.test"}}
security: [{key: []}]
paths:
  /items:
    get:
      operationId: listItems
      responses: {"204": {description: done}}
  /files:
    get:
      operationId: listFiles
      servers: [{url: "//me:secret-pw@files.test/@v1"}]
      responses: {"204": {description: done}}
  /orders:
    get:
      operationId: listOrders
      security: [{login: []}]
      responses: {"204": {description: done}}
components:
  securitySchemes:
    key: {type: http, scheme: bearer}
    login: {type: oauth2, flows: {clientCredentials: {
      tokenUrl: "https://me:secret-pw@login.test/token", scopes: {}}}}
"""
URLS = {
    "plain": "https://a.test/v1/items",
    "variables": "https://b.test/@v1/items",
    "value": "https://c.test/v1/items",
    "address": "https://e.test/v1/items",
}


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("leaks")
    (folder / "openapi.yaml").write_text(DOCUMENT, encoding="utf-8")
    generate(folder / "openapi.yaml", folder / "out", "leaks_client", "Leaks")
    return folder / "out"


def requests_of(output: Path, **options: Any) -> list[httpx2.Request]:
    """Return the requests of a client; those of the asynchronous one must be equal."""
    package = import_from(output, "leaks_client")
    requests: list[httpx2.Request] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        requests.append(request)
        token = {"access_token": "t", "token_type": "bearer", "expires_in": 60}
        is_token = request.url.host == "login.test"
        return httpx2.Response(200, json=token) if is_token else httpx2.Response(204)

    transport = httpx2.MockTransport(handle)
    options["login"] = ("id", "s")
    with package.Leaks(
        http_client=httpx2.Client(transport=transport), **options
    ) as one:
        for resource in (one.items, one.files, one.orders):
            resource.list()
    first = requests.copy()
    requests.clear()

    async def run() -> None:
        http = httpx2.AsyncClient(transport=transport)
        async with package.AsyncLeaks(http_client=http, **options) as other:
            for resource in (other.items, other.files, other.orders):
                await resource.list()

    asyncio.run(run())
    described = [
        [(each.url, each.headers.get("authorization")) for each in group]
        for group in (first, requests)
    ]
    assert described[0] == described[1]
    return first


def test_nothing_is_written(output: Path) -> None:
    files = [path for path in output.rglob("*") if path.is_file()]
    assert len(files) > 10
    assert not [path for path in files if "secret-pw" in path.read_text("utf-8")]


@pytest.mark.parametrize("server", URLS)
def test_the_credentials_of_the_caller_are_sent(output: Path, server: str) -> None:
    items, files, token, orders = requests_of(output, api_key="k", server=server)
    assert (items.url, items.headers["authorization"]) == (URLS[server], "Bearer k")
    assert files.url == "https://files.test/@v1/files"
    assert files.headers["authorization"] == "Bearer k"
    assert token.url == "https://login.test/token"
    assert orders.headers["authorization"] == "Bearer t"


def test_each_place_is_reported(output: Path) -> None:
    diagnostics = Diagnostics()
    directory = output.parent
    build(Config("x", "X", ("openapi.yaml",), directory=directory), diagnostics)
    reported = [each for each in diagnostics if each.rule.code == "url-credentials"]
    assert len({each.location for each in reported}) == 6
    assert "secret-pw" not in "".join(each.message for each in reported)
