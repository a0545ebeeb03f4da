"""Keys and versions of an API that each operation declares as header parameters."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from tests.unit.runtime.conftest import Reply, Server

pytestmark = pytest.mark.slow

ClientOf = Callable[..., ModuleType]
Serve = Callable[..., Server]
KIND = "Nearly all operations declare an optional key, or a version, as a header parameter."
RESULT = (
    "The key is an option of the client, and the version is sent with its default; calls "
    "can replace both."
)
KEY = "{name: x-api-key, in: header, schema: {type: string}}"
VERSION = "{name: shop-version, in: header, schema: {type: string, default: '2026-01'}}"
OTHER = "{name: tenant, in: header, required: true, schema: {type: string}}"
CALLER = """
from acme_client import Acme, AsyncAcme

client = Acme(api_key="k")
client.a.retrieve()
client.a.retrieve(shop_version="2025-01", extra_headers={"x-api-key": "other"})
client.a.retrieve(x_api_key="k")  # wrong
client.a.retrieve(shop_version=1)  # wrong
AsyncAcme(api_key="k", default_headers={"shop-version": "2025-01"})
"""


def document(*operations: str) -> str:
    """Return a document of operations with parameters."""
    lines = [
        "openapi: 3.1.0",
        "info: {title: Acme, version: '1'}",
        "servers: [{url: 'https://acme.test/v1'}]",
        "paths:",
    ]
    for number, parameters in enumerate(operations):
        path = "abcdefghijkl"[number]
        lines += [
            f"  /{path}:",
            "    get:",
            f"      parameters: [{parameters}]",
            "      responses: {'200': {description: Done., content: {application/json: {",
            "        schema: {type: object}}}}}",
        ]
    return "\n".join(lines) + "\n"


@pytest.fixture
def acme(client_of: ClientOf) -> ModuleType:
    return client_of(document(f"{KEY}, {VERSION}", f"{KEY}, {VERSION}, {OTHER}"))


def reply() -> Reply:
    return Reply(200, b"{}", {"Content-Type": "application/json"})


def test_types(acme: ModuleType, wrong_lines: Callable[..., set[int]]) -> None:
    lines = CALLER.splitlines()
    expected = {n for n, line in enumerate(lines, 1) if line.endswith("# wrong")}
    assert wrong_lines(acme, CALLER) == expected


@pytest.mark.parametrize("asynchronous", [False, True])
def test_options_of_the_client(
    acme: ModuleType, serve: Serve, asynchronous: bool
) -> None:
    server = serve(*(reply() for _ in range(4)))
    calls: list[dict[str, Any]] = [
        {},
        {"shop_version": "2025-01"},
        {"extra_headers": {"x-api-key": "other", "shop-version": "2024-01"}},
    ]

    async def call() -> None:
        async with acme.AsyncAcme(base_url=server.url, api_key="k") as client:
            for arguments in calls:
                await client.a.retrieve(**arguments)
            client = client.with_options(default_headers={"shop-version": "2023-01"})
            await client.b.retrieve(tenant="t")

    if asynchronous:
        asyncio.run(call())
    else:
        with acme.Acme(base_url=server.url, api_key="k") as client:
            for arguments in calls:
                client.a.retrieve(**arguments)
            client = client.with_options(default_headers={"shop-version": "2023-01"})
            client.b.retrieve(tenant="t")
    sent = [
        (item.headers["x-api-key"], item.headers["shop-version"])
        for item in server.received
    ]
    assert sent == [
        ("k", "2026-01"),
        ("k", "2025-01"),
        ("other", "2024-01"),
        ("k", "2023-01"),
    ]
    assert server.received[3].headers["tenant"] == "t"


def test_the_key_is_optional(acme: ModuleType, serve: Serve) -> None:
    server = serve(reply())
    with acme.Acme(base_url=server.url) as client:
        client.a.retrieve()
    assert "x-api-key" not in server.received[0].headers


def test_the_key_of_the_environment(
    acme: ModuleType, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACME_API_KEY", "from-environment")
    server = serve(reply())
    with acme.Acme(base_url=server.url) as client:
        client.a.retrieve()
    assert server.received[0].headers["x-api-key"] == "from-environment"


def test_headers_of_some_operations_stay_arguments(
    client_of: ClientOf, serve: Serve
) -> None:
    acme = client_of(document(f"{KEY}, {VERSION}", f"{KEY}, {VERSION}", OTHER))
    server = serve(reply(), reply())
    with acme.Acme(base_url=server.url) as client:
        client.a.retrieve()
        client.a.retrieve(x_api_key="k", shop_version="1")
    first, second = server.received
    assert "shop-version" not in first.headers and "x-api-key" not in first.headers
    assert second.headers["shop-version"] == "1" and second.headers["x-api-key"] == "k"


def test_versions_that_differ_stay_arguments(client_of: ClientOf, serve: Serve) -> None:
    other = VERSION.replace("2026-01", "2026-02")
    acme = client_of(document(*([VERSION] * 11), other))
    server = serve(reply())
    with acme.Acme(base_url=server.url) as client:
        client.a.retrieve()
    assert "shop-version" not in server.received[0].headers
