"""Cookies that a server sets."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import httpx2
import pytest

from tests.e2e.faults.conftest import Caller, settled
from tests.e2e.faults.wire import COMPLETION, Wire, http_response, sends

KIND = "A response has `Set-Cookie`, and later calls use other credentials."
RESULT = (
    "Only the cookies that the document declares are sent. A passed `http_client` keeps "
    "its cookies as usual."
)
Serve = Callable[..., Wire]
SETS = http_response(COMPLETION, headers="Set-Cookie: session=s-1; Path=/\r\n")


def cookies_of(server: Wire) -> list[str | None]:
    """Return the `Cookie` header of each request."""
    sent: list[str | None] = []
    for request in server.requests:
        lines = request.decode().split("\r\n")
        cookies = [line[8:] for line in lines if line.lower().startswith("cookie: ")]
        sent.append(cookies[0] if cookies else None)
    return sent


async def two_credentials(caller: Caller) -> None:
    await caller.json()
    await caller.json(extra_headers={"Cookie": "own=1"})
    other = caller.client.with_options(api_key="sk-other")
    assert (await settled(other.chat.completions.retrieve("x"))).id == "c"


def test_cookies_of_responses_are_not_sent(caller: Caller, wire: Serve) -> None:
    server = wire(sends(SETS))
    caller.run(server.url, two_credentials)
    assert cookies_of(server) == [None, "own=1", None]
    assert server.connections == 1


def test_cookies_of_redirects_are_not_sent(caller: Caller, wire: Serve) -> None:
    there = http_response(
        b"", status=307, headers="Location: /there\r\nSet-Cookie: session=s-1\r\n"
    )
    server = wire(sends(there), sends(SETS))
    caller.run(server.url, Caller.json)
    assert cookies_of(server) == [None, None]


@pytest.mark.parametrize("initial", [{}, {"mine": "1"}])
def test_a_passed_client_keeps_its_cookies(
    caller: Caller, wire: Serve, initial: dict[str, str]
) -> None:
    server = wire(sends(SETS))
    kind: Any = httpx2.Client if caller.kind == "sync" else httpx2.AsyncClient

    async def job(caller: Caller) -> None:
        await caller.json()
        await caller.json()

    caller.run(server.url, job, http_client=kind(cookies=initial))
    first = "mine=1" if initial else None
    second = "mine=1; session=s-1" if initial else "session=s-1"
    assert cookies_of(server) == [first, second]


DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
servers: [{url: 'https://api.acme.test'}]
security: [{key: []}]
paths:
  /ants:
    get:
      operationId: listAnts
      tags: [ants]
      parameters: [{name: theme, in: cookie, schema: {type: string}}]
      responses: {'204': {description: Done.}}
components:
  securitySchemes:
    key: {type: apiKey, in: cookie, name: session}
"""


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_declared_cookies_are_sent(
    client_of: Callable[..., Any], wire: Serve, kind: str
) -> None:
    server = wire(
        sends(http_response(b"", headers="Set-Cookie: session=server\r\n")),
        sends(http_response(b"", status=307, headers="Location: /there\r\n")),
        sends(http_response(b"", headers="Set-Cookie: theme=server\r\n")),
    )
    package = client_of(DOCUMENT)

    async def main() -> None:
        cls = package.Acme if kind == "sync" else package.AsyncAcme
        client = cls(base_url=server.url, api_key="k-1")
        await settled(client.ants.list(theme="dark"))
        await settled(client.with_options(api_key="k-2").ants.list())
        await settled(client.close())

    asyncio.run(main())
    # A redirect to the same origin repeats the cookies of the call.
    repeated = ["session=k-2", "session=k-2"]
    assert cookies_of(server) == ["theme=dark; session=k-1", *repeated]


def test_a_redirect_keeps_declared_cookies_beside_those_of_a_jar(
    client_of: Callable[..., Any], wire: Serve
) -> None:
    there = "Location: /there\r\nSet-Cookie: lang=en; Path=/\r\n"
    server = wire(
        sends(http_response(b"", status=307, headers=there)), sends(http_response(b""))
    )
    http = httpx2.Client()
    client = client_of(DOCUMENT).Acme(
        base_url=server.url, api_key="k-1", http_client=http
    )
    client.ants.list()
    http.close()
    assert cookies_of(server) == ["session=k-1", "lang=en; session=k-1"]
