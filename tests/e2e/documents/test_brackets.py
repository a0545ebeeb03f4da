"""Lists and objects in queries and forms."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from email import message_from_bytes
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import build
from tests.e2e.documents.conftest import marked_lines
from tests.unit.runtime.conftest import Received, Server

KIND = "A query or a form contains objects or lists, whose encoding is not declared."
RESULT = (
    "Names have brackets (`tags[]`, `meta[key]`) where a sample, a description or the "
    "setting `brackets` shows them. Other objects in forms are JSON."
)
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
paths:
  /uploads:
    post:
      operationId: createUpload
      requestBody: {required: true, content: {multipart/form-data: {schema: {$ref: '#/components/schemas/Upload'}}}}
      responses: &empty {'204': {description: Done.}}
  /shown:
    post:
      operationId: createShown
      requestBody: {required: true, content: {multipart/form-data: {schema: {$ref: '#/components/schemas/Upload'}}}}
      x-codeSamples:
        - lang: curl
          source: |
            curl https://acme.test/shown -F "files[]=@a.txt" \\
              -F "meta[key]=v" -F labels=a
      responses: *empty
  /orders:
    post:
      operationId: createOrder
      requestBody: {required: true, content: {application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Order'}}}}
      responses: *empty
  /drafts:
    post:
      operationId: createDraft
      description: "Set `rows[0][sku]=a` for the first row."
      requestBody:
        required: true
        content:
          application/x-www-form-urlencoded:
            schema: {$ref: '#/components/schemas/Order'}
            encoding: {address: {contentType: application/json}}
      responses: *empty
  /events:
    get:
      operationId: listEvents
      parameters:
        - name: include
          in: query
          description: "More fields: `include[]=a&include[]=b`."
          schema: {type: array, items: {type: string}}
        - {name: metadata, in: query, schema: {type: object, additionalProperties: {type: string}}}
        - name: effective_at
          in: query
          schema: {$ref: '#/components/schemas/Range'}
        - {name: ids, in: query, schema: {type: array, items: {type: string}}}
        - {name: range, in: query, schema: {$ref: '#/components/schemas/Range'}}
        - {name: only, in: query, explode: false, schema: {type: array, items: {type: string}}}
      x-oaiMeta:
        examples:
          request:
            curl: curl 'https://acme.test/events?metadata%5Bkey%5D=v&effective_at[gt]=1&only[]=a&ids=x'
            python: 'print(response.ids[0], ids[0] == range["gt"])'
      responses: *empty
components:
  schemas:
    Upload:
      type: object
      properties:
        files: {type: array, items: {type: string, format: binary}}
        meta: {type: object, additionalProperties: {type: string}}
        limits: {$ref: '#/components/schemas/Range'}
        labels: {type: array, items: {type: string}}
    Order:
      type: object
      properties:
        address: {$ref: '#/components/schemas/Range'}
        rows: {type: array, items: {type: object, properties: {sku: {type: string}}}}
        labels: {type: array, items: {type: string}}
    Range:
      type: object
      properties: {gt: {type: integer}, lt: {type: integer}}
"""
CALLER = """
from pathlib import Path

from acme_client import Acme


def call(client: Acme) -> None:
    client.uploads.create(files=[b"a", Path("b")], meta={"k": "v"}, limits={"gt": 1})
    client.uploads.create(limits={"gt": "1"})  # wrong
    client.orders.create(address={"gt": 1}, rows=[{"sku": "a"}], labels=["x"])
    client.events.list(metadata={"k": "v"}, include=["a"], effective_at={"gt": 1})
    client.events.list(metadata={"k": 1})  # wrong
"""

Clients = Callable[..., ModuleType]
Serve = Callable[..., Server]
UPLOAD = {
    "files": [b"1", ("b.txt", b"2")],
    "meta": {"k": "v"},
    "limits": {"gt": 1},
    "labels": ["a", "b"],
}
ORDER = {"address": {"gt": 1}, "rows": [{"sku": "a"}], "labels": ["x", "y"]}
QUERY = {
    "include": ["a", "b"],
    "metadata": {"k": "v"},
    "effective_at": {"gt": 1},
    "ids": ["x", "y"],
    "range": {"gt": 2, "lt": 3},
    "only": ["p", "q"],
}


def send(
    server: Server, module: ModuleType, call: Callable[[Any], Any]
) -> list[Received]:
    """Return the requests of the sync and of the async client."""

    async def send_async() -> None:
        async with module.AsyncAcme(base_url=server.url) as client:
            await call(client)

    call(module.Acme(base_url=server.url))
    asyncio.run(send_async())
    received = list(server.received)
    server.received.clear()
    return received


def fields(request: Received) -> list[tuple[str, str, str]]:
    """Return the name, the media type and the content of each part."""
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    payload: Any = message_from_bytes(head + request.body).get_payload()
    return [
        (
            part.get_param("name", header="content-disposition"),
            part.get("Content-Type", ""),
            part.get_payload(decode=True).decode(),
        )
        for part in payload
    ]


def test_multipart(client_of: Clients, serve: Serve) -> None:
    module, server = client_of(DOCUMENT), serve()
    octets, text = "application/octet-stream", "text/plain"
    for request in send(server, module, lambda item: item.uploads.create(**UPLOAD)):
        assert fields(request) == [
            ("files", octets, "1"),
            ("files", text, "2"),
            ("meta", "application/json", '{"k":"v"}'),
            ("limits", "application/json", '{"gt":1}'),
            ("labels", "", "a"),
            ("labels", "", "b"),
        ]
    for request in send(server, module, lambda item: item.shown.create(**UPLOAD)):
        assert fields(request) == [
            ("files[]", octets, "1"),
            ("files[]", text, "2"),
            ("meta[k]", "", "v"),
            ("limits[gt]", "", "1"),
            ("labels", "", "a"),
            ("labels", "", "b"),
        ]


def test_urlencoded_forms(client_of: Clients, serve: Serve) -> None:
    module, server = client_of(DOCUMENT), serve()
    labels = [("labels", "x"), ("labels", "y")]
    for request in send(server, module, lambda item: item.orders.create(**ORDER)):
        assert parse_qsl(request.body.decode()) == [
            ("address", '{"gt":1}'),
            ("rows", '[{"sku":"a"}]'),
            *labels,
        ]
    for request in send(server, module, lambda item: item.drafts.create(**ORDER)):
        assert parse_qsl(request.body.decode()) == [
            ("address", '{"gt":1}'),
            ("rows[0][sku]", "a"),
            *labels,
        ]


def test_queries(client_of: Clients, serve: Serve) -> None:
    module, server = client_of(DOCUMENT), serve()
    for request in send(server, module, lambda item: item.events.list(**QUERY)):
        assert parse_qsl(urlsplit(request.target).query) == [
            ("include[]", "a"),
            ("include[]", "b"),
            ("metadata[k]", "v"),
            ("effective_at[gt]", "1"),
            ("ids", "x"),
            ("ids", "y"),
            ("gt", "2"),
            ("lt", "3"),
            ("only", "p,q"),
        ]


def test_settings(client_of: Clients, serve: Serve) -> None:
    brackets = {
        "listEvents": False,
        "uploads.create": ["meta", "files"],
        "POST /*": True,
    }
    module, server = client_of(DOCUMENT, brackets=brackets), serve()
    for request in send(server, module, lambda item: item.uploads.create(**UPLOAD)):
        names = [name for name, _, _ in fields(request)]
        assert names == ["files[]", "files[]", "meta[k]", "limits", "labels", "labels"]
    for request in send(server, module, lambda item: item.orders.create(**ORDER)):
        assert parse_qsl(request.body.decode()) == [
            ("address[gt]", "1"),
            ("rows[0][sku]", "a"),
            ("labels[]", "x"),
            ("labels[]", "y"),
        ]
    for request in send(server, module, lambda item: item.events.list(include=["a"])):
        assert request.target == "/events?include=a"


@pytest.mark.slow
def test_types(client_of: Clients, wrong_lines: Callable[..., set[int]]) -> None:
    assert wrong_lines(client_of(DOCUMENT), CALLER) == marked_lines(CALLER)


def test_mock_decodes_parts(client_of: Clients) -> None:
    module = client_of(DOCUMENT)
    mock: Any = __import__(f"{module.__name__}.testing", fromlist=["MockAPI"]).MockAPI()
    client = module.Acme(http_client=mock.client(), base_url="https://acme.test")
    client.uploads.create(**UPLOAD)
    assert mock.requests[0].body["limits"] == {"gt": 1}


def test_notes(tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text(DOCUMENT)
    diagnostics = Diagnostics()
    build(Config(specs=("openapi.yaml",), directory=tmp_path), diagnostics)
    messages = [
        item.message.partition(": ")[2]
        for item in diagnostics
        if item.rule.code == "inferred-brackets"
    ]
    assert messages == [
        "'files', 'limits', 'meta'",
        "'rows'",
        "'effective_at', 'include', 'metadata'",
    ]


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        ("tags[]=a", [["tags"], [], []]),
        ("?a=1&tags%5B%5D=a", [["tags"], [], []]),
        ('-d "meta[a][b]=c"', [[], [], ["meta"]]),
        ("rows[0][a]=b", [[], ["rows"], []]),
        ("Send `meta[<key>]`.", [[], [], ["meta"]]),
        ('{"meta[key]": 1}', [[], [], ["meta"]]),
        ("item.tags[0]=a", [[], ["item.tags"], []]),
        ("tags[0] = a", [[], [], []]),
        ("if meta[key]==1: tags[key]", [[], [], []]),
        ("`tags[0]` and 'tags[1]'", [[], [], []]),
        ('body["meta"][key]=1', [[], [], []]),
        ("[meta](a) [x][meta]=1", [[], [], []]),
    ],
)
def test_names_in_texts(texts: str, names: list[list[str]]) -> None:
    from generator.normalizer.operations.brackets import find_brackets

    result = find_brackets([texts])
    assert [
        sorted(result.lists),
        sorted(result.indexed),
        sorted(result.objects),
    ] == names
