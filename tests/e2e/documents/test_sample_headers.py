"""Constant headers that only samples show."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.normalizer.operations.sample_headers import find_commands
from generator.pipeline import build
from tests.unit.runtime.conftest import Received, Reply, Server

KIND = "All samples of an operation send a header that no parameter declares."
RESULT = (
    "The client sends it if each `curl` command shows the same value, such as "
    "`OpenAI-Beta: assistants=v2`, but no credentials, identifiers or placeholders."
)
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
security: [{api_key: []}]
paths:
  /threads:
    get:
      operationId: listThreads
      parameters:
        - {name: cursor, in: query, schema: {type: string}}
        - {name: X-Declared, in: header, schema: {type: string}}
      x-oaiMeta:
        examples:
          - request:
              curl: |
                curl https://acme.test/threads \\
                  -H "Authorization: Bearer $ACME_KEY" \\
                  -H "Content-Type: application/json" \\
                  -H "X-Key: abc" -H "x-declared: 1" -H "X-Team-Header: red" \\
                  -H "Acme-Id: 12" -H "Acme-Mode: <mode>" -H "Acme-Region: YOUR_REGION" \\
                  -H "Acme-Beta: threads=v2" \\
                  -H 'Acme-Version: 2026-01-31'
              python: client.threads.list(headers={"Acme-Python":"1"})
          - request:
              curl: "curl --header=acme-beta:threads=v2 -H 'Acme-Version: 2026-01-31' -H 'Once: 1' $URL"
      responses:
        '200':
          description: Threads.
          content:
            application/json:
              schema:
                type: object
                required: [data]
                properties:
                  data: {type: array, items: {type: object, properties: {id: {type: string}}}}
                  next_cursor: {type: string}
    post:
      operationId: createThread
      x-codeSamples:
        - {lang: Shell, source: "$ curl -XPOST https://acme.test/threads -H 'Acme-Beta: threads=v1'"}
      responses: {'204': {description: Done.}}
  /plain:
    post:
      operationId: createPlain
      x-codeSamples:
        - lang: Shell
          source: |
            curl -XPOST https://acme.test/plain -H 'Acme-Beta: threads=v1'
            curl -XPOST https://acme.test/plain
      responses: {'204': {description: Done.}}
  /mixed:
    post:
      operationId: createMixed
      x-code-samples:
        - {lang: Shell, source: "wget --header 'Acme-Beta: threads=v1' https://acme.test/mixed"}
        - {lang: Shell, source: "curl -XPOST https://acme.test/mixed -H 'Acme-Beta: threads=v2'"}
      responses: {'204': {description: Done.}}
components:
  securitySchemes:
    api_key: {type: apiKey, in: header, name: X-Acme}
"""
Clients = Callable[..., ModuleType]
Serve = Callable[..., Server]
HEADERS = {"acme-beta": "threads=v2", "acme-version": "2026-01-31"}


def acme_headers(request: Received) -> dict[str, str]:
    """Return the headers that are not those of every request."""
    names = ("acme-", "once", "x-")
    return {
        name: value
        for name, value in request.headers.items()
        if name.startswith(names) and name != "x-acme"
    }


def headers_of(
    server: Server, module: ModuleType, call: Callable[[Any], Any], **options: Any
) -> list[dict[str, str]]:
    """Return the headers of the requests of the sync and of the async client."""

    async def call_async() -> None:
        async with module.AsyncAcme(
            base_url=server.url, api_key="k", **options
        ) as client:
            await call(client)

    server.received.clear()
    call(module.Acme(base_url=server.url, api_key="k", **options))
    asyncio.run(call_async())
    return [acme_headers(request) for request in server.received]


@pytest.fixture
def server(serve: Serve) -> Server:
    return serve(Reply(body=b'{"data": []}'))


@pytest.fixture
def module(client_of: Clients) -> ModuleType:
    return client_of(DOCUMENT, headers={"team": "X-Team-Header"})


def test_sent(server: Server, module: ModuleType) -> None:
    assert headers_of(server, module, lambda x: x.threads.list()) == [HEADERS] * 2
    sent = headers_of(server, module, lambda x: x.threads.create())
    assert sent == [{"acme-beta": "threads=v1"}] * 2


def test_not_sent(server: Server, module: ModuleType) -> None:
    assert headers_of(server, module, lambda x: x.plain.create()) == [{}] * 2
    assert headers_of(server, module, lambda x: x.mixed.create()) == [{}] * 2


def test_arguments_win(server: Server, module: ModuleType) -> None:
    sent = headers_of(
        server,
        module,
        lambda x: x.threads.list(x_declared="2", extra_headers={"ACME-BETA": "other"}),
        team="blue",
    )
    expected = {**HEADERS, "acme-beta": "other"}
    assert sent == [{**expected, "x-declared": "2", "x-team-header": "blue"}] * 2


def test_client_headers_win(server: Server, module: ModuleType) -> None:
    default = {"acme-beta": "default"}
    expected = {**HEADERS, "acme-beta": "default"}
    sent = headers_of(
        server, module, lambda x: x.threads.list(), default_headers=default
    )
    assert sent == [expected] * 2
    sent = headers_of(
        server,
        module,
        lambda x: x.with_options(default_headers=default).threads.list(
            extra_headers={"Acme-Beta": "call"}
        ),
    )
    assert sent == [{**expected, "acme-beta": "call"}] * 2


def test_removed(server: Server, module: ModuleType) -> None:
    removed = {"Acme-Beta": module.omit}
    expected = {"acme-version": "2026-01-31"}
    sent = headers_of(server, module, lambda x: x.threads.list(extra_headers=removed))
    assert sent == [expected] * 2
    sent = headers_of(
        server, module, lambda x: x.threads.list(), default_headers=removed
    )
    assert sent == [expected] * 2


def test_following_pages(serve: Serve, module: ModuleType) -> None:
    first, last = b'{"data": [{"id": "a"}], "next_cursor": "b"}', b'{"data": []}'
    server = serve(Reply(body=first), Reply(body=last))
    client = module.Acme(base_url=server.url, api_key="k")
    assert [item.id for item in client.threads.list()] == ["a"]
    assert {acme_headers(item)["acme-beta"] for item in server.received} == {
        "threads=v2"
    }


def test_raw_response(server: Server, module: ModuleType) -> None:
    sent = headers_of(server, module, lambda x: x.threads.with_raw_response.list())
    assert sent == [HEADERS] * 2


def test_mock(module: ModuleType) -> None:
    mock: Any = __import__(f"{module.__name__}.testing", fromlist=["MockAPI"]).MockAPI()
    client = module.Acme(
        http_client=mock.client(), base_url="https://acme.test", api_key="k"
    )
    client.threads.create()
    assert mock.requests[0].headers["Acme-Beta"] == "threads=v1"


def test_documentation(tmp_path: Path, module: ModuleType) -> None:
    doc = module.Acme(api_key="k").threads.create.__doc__
    assert "`Acme-Beta: threads=v1`; `extra_headers` replaces it." in doc
    pages = sorted(tmp_path.rglob("*.md"))
    text = "\n".join(page.read_text() for page in pages)
    assert text.count("\n- **Acme-Beta**: `threads=v2`; `extra_headers` replaces it\n")


def test_contradiction(tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text(DOCUMENT)
    diagnostics = Diagnostics()
    build(Config(specs=("openapi.yaml",), directory=tmp_path), diagnostics)
    messages = [
        item.message
        for item in diagnostics
        if item.rule.code == "contradicting-headers"
    ]
    assert messages == [
        "samples send the header 'Acme-Beta' with different values:"
        " 'threads=v1', 'threads=v2'"
    ]


@pytest.mark.parametrize(
    ("code", "headers"),
    [
        ("curl x -H 'A: 1' -H B:2", [{"a": [("A", "1")], "b": [("B", "2")]}]),
        ('curl x \\\r\n  -H "A: 1" \\\r\n', [{"a": [("A", "1")]}]),
        (
            'curl x -H "A: 1 \\\n  -H "B: 2" -d \'{}\'',
            [{"a": [("A", "1")], "b": [("B", "2")]}],
        ),
        ("curl x ^\n  --header=A:1", [{"a": [("A", "1")]}]),
        ("echo 1 | curl x -H 'A: 1' && wget y", [{"a": [("A", "1")]}, {}]),
        ("curl x -H 'A;' -H @file", [{}]),
        ("curl x -d 'it's -H me' -H 'A: 1'", [{"a": [("A", "1")]}]),
        ("curl x -H 'A: 1' -H 'A: 2'", [{"a": [("A", "1"), ("A", "2")]}]),
        ("$curl = curl_init(); curl_setopt($curl, -H 'A: 1')", []),
        ("curl = Curl.new -H 'A: 1'", []),
        ("print('curl x') -H 'A: 1'", []),
        ("", []),
    ],
)
def test_commands(code: str, headers: list[dict[str, list[tuple[str, str]]]]) -> None:
    assert list(find_commands(code)) == headers


@pytest.mark.parametrize(
    ("header", "sent"),
    [
        ("Acme-Beta: a=v2,b=v1", True),
        ("Acme-Version: 20260131", True),
        ("Acme-Beta: chatkit_beta=v1", True),
        ("Acme-Dangerous: true", True),
        ("Shop-Version: 2", True),
        ("X-Shop: 2", False),
        ("Acme-Path: $VALUE", False),
        ("Acme-Path: {value}", False),
        ("Acme-Path: my-app", False),
        ("Acme-Path: NAME_OF_APP", False),
        ("Acme-Path: 3f2504e0-4f89-11d3-9a0c-0305e82c3301", False),
        ("Acme-Path: sk1234567890abcdefghij", False),
        ("Acme-Path:", False),
        ("Acme-Path: a`b", False),
        ("Acme Path: a", False),
        ("Acme-Tenant: red", False),
        ("Acme-Access-Token: red", False),
        ("Idempotency-Key: red", False),
        ("If-Match: 12", False),
        ("Host: acme.test", False),
        ("User-Agent: curl", False),
        ("Accept-Language: en", False),
    ],
)
def test_constants(tmp_path: Path, header: str, sent: bool) -> None:
    start = DOCUMENT.index("  /plain:")
    document = DOCUMENT[:start].replace("Acme-Beta: threads=v1", header)
    (tmp_path / "openapi.yaml").write_text(document + "components: {}\n")
    result = build(Config(specs=("openapi.yaml",), directory=tmp_path), Diagnostics())
    name, _, value = header.partition(": ")
    assert result is not None
    headers = [item.headers for item in result.api.operations if item.method == "POST"]
    assert headers == [((name, value),) if sent else ()]
