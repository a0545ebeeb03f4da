"""Numbers and booleans without quotes in place of strings keep the text of the file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import get_args, get_type_hints

import pytest

from tests.unit.runtime.conftest import Server, json_reply

pytestmark = pytest.mark.slow

ClientOf = Callable[..., ModuleType]
Serve = Callable[..., Server]
KIND = (
    "Strings are written as numbers or booleans without quotes, such as `enum: [1.10]`, `default: 010` or "
    "`const: True` with `type: string`."
)
RESULT = (
    "The client, the server URL and the reference have the text of the file, `1.10`, `010` and `True`, with a "
    "warning, also for defaults of headers, values of discriminators, YAML aliases, and types behind references."
)
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: 1.10}
servers:
  - url: http://127.0.0.1:1/{version}
    variables: {version: {default: 1.10, enum: [1.10, 010]}}
x-values: &shared_list [3.20, 010]
paths:
  /items:
    parameters:
      - {name: X-Api-Version, in: header, required: true, schema: {type: string, default: 2024.10}}
    delete: {tags: [items], operationId: items_delete, responses: {'204': {description: Done.}}}
    post:
      tags: [items]
      operationId: items_create
      parameters:
        - {name: size, in: query, schema: {type: string, enum: [1.10, 010]}, example: 0.50}
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}
      responses: {'200': {description: Done., content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}}
components:
  schemas:
    Item:
      oneOf: [{$ref: '#/components/schemas/First'}, {$ref: '#/components/schemas/Second'}]
      discriminator:
        propertyName: kind
        mapping: {1.10: '#/components/schemas/First', 010: '#/components/schemas/Second'}
    First:
      type: object
      required: [kind]
      properties:
        kind: {type: string, enum: [1.10]}
        forms: {type: string, enum: [
          010, 0o10, 0x1F, 1e3, 1E5, +1, .5, 5., 1_000, true, True, yes, ~, 2024-01-01, 12:30, 1.2.3]}
        mark: {type: string, const: 3.0}
        later:
          type: string
          enum:
            - 1.50  # a comment
            - &shared 1.60
        composed: {allOf: [{$ref: '#/components/schemas/Version'}], enum: [2.90, 010], default: 2.90}
        narrowed: {$ref: '#/components/schemas/Version', const: 3.10}
        aliased: {type: string, enum: *shared_list}
        repeated: {type: string, enum: [*shared]}
        plain: {type: string, default: 1.70, example: 007}
        several: {type: array, items: {type: string}, default: [1.80, 010]}
        number: {type: number, default: 1.90}
        part: {allOf: [{$ref: '#/components/schemas/Version'}], default: 2.10}
        target: {$ref: '#/components/schemas/Version', default: 2.20}
        either: {anyOf: [{$ref: '#/components/schemas/Version'}, {type: 'null'}], default: 2.30}
        open: {anyOf: [{$ref: '#/components/schemas/Version'}, {type: number}], default: 2.40}
        versions: {type: array, items: {$ref: '#/components/schemas/Version'}, default: [2.50, 010]}
        range: {$ref: '#/components/schemas/Range', default: {from: 2.60, weight: 2.70}}
        by_name: {type: object, additionalProperties: {$ref: '#/components/schemas/Version'}, example: {a: 2.80}}
        union: {type: string, anyOf: [{enum: [4.10]}, {const: 010}], default: 4.10}
        items: {type: array, items: {type: string, oneOf: [{enum: [4.20]}, {type: 'null'}]}}
        sibling: {$ref: '#/components/schemas/Untyped', type: string}
        only: {type: string, allOf: [{$ref: '#/components/schemas/Untyped'}]}
        member: {type: string, anyOf: [{$ref: '#/components/schemas/Untyped'}]}
    Untyped: {enum: [4.30]}
    Version: {$ref: '#/components/schemas/Text'}
    Text: {type: string}
    Range:
      allOf: [{type: object, properties: {from: {$ref: '#/components/schemas/Version'}}}]
      properties: {weight: {type: number}}
    Second: {type: object, required: [kind], properties: {kind: {type: string, const: 010}}}
"""
FORMS = "010 0o10 0x1F 1e3 1E5 +1 .5 5. 1_000 true True yes 2024-01-01 12:30 1.2.3"


def literals(owner: type, name: str) -> list[str]:
    """Return the values of an enumeration that may be absent."""
    values: list[str] = []
    pending = [get_type_hints(owner)[name]]
    while pending:
        args = get_args(pending.pop(0))
        values += [item for item in args if isinstance(item, str)]
        pending += [item for item in args if not isinstance(item, str)]
    return values


def test_types(client_of: ClientOf) -> None:
    types = client_of(DOCUMENT).types
    assert literals(types.First, "kind") == ["1.10"]
    assert literals(types.Second, "kind") == ["010"]
    assert literals(types.First, "forms") == FORMS.split()
    assert literals(types.First, "mark") == ["3.0"]
    assert literals(types.First, "later") == ["1.50", "1.60"]
    assert literals(types.First, "composed") == ["2.90", "010"]
    assert literals(types.First, "narrowed") == ["3.10"]
    assert literals(types.First, "aliased") == ["3.20", "010"]
    assert literals(types.First, "repeated") == ["1.60"]
    assert literals(types.First, "union") == ["4.10", "010"]
    assert literals(types.First, "items") == ["4.20"]
    for name in ("sibling", "only", "member"):
        assert literals(types.First, name) == ["4.30"]


def test_requests_and_responses(client_of: ClientOf, serve: Serve) -> None:
    acme = client_of(DOCUMENT)
    server = serve(json_reply({"kind": "1.10"}), json_reply({"kind": "010"}))
    with acme.Acme(base_url=server.url) as client:
        item = client.items.create(body={"kind": "1.10"}, size="1.10")
        assert type(item) is acme.types.First
        assert type(client.items.create(body={"kind": "010"})) is acme.types.Second
    request = server.received[0]
    assert json.loads(request.body) == {"kind": "1.10"}
    assert request.target.endswith("?size=1.10")
    assert request.headers["x-api-version"] == "2024.10"


def test_servers(client_of: ClientOf) -> None:
    acme = client_of(DOCUMENT)
    with acme.Acme() as client:
        assert str(client.base_url).rstrip("/") == "http://127.0.0.1:1/1.10"


def test_reference(client_of: ClientOf) -> None:
    folder = Path(str(client_of(DOCUMENT).__file__)).parent.parent / "docs"
    pages = [page.read_text(encoding="utf-8") for page in folder.rglob("*.md")]
    for text in (
        'default: `"1.70"`, example: `"007"`',
        'default: `["1.80", "010"]`',
        "default: `1.9`",
        'default: `"2.10"`',
        'default: `"2.20"`',
        'default: `"2.30"`',
        'default: `"4.10"`',
        "default: `2.4`",
        'default: `["2.50", "010"]`',
        'default: `{"from": "2.60", "weight": 2.7}`',
        'example: `{"a": "2.80"}`',
        'example: `"0.50"`',
    ):
        assert any(text in page for page in pages), text
