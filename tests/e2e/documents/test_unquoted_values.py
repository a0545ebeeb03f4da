"""Enumerated values that YAML reads as another type, because they are quoted or not."""

from __future__ import annotations

import json
from collections.abc import Callable
from types import ModuleType

import pytest

from tests.e2e.documents.conftest import marked_lines
from tests.unit.runtime.conftest import Server, json_reply

pytestmark = pytest.mark.slow

ClientOf = Callable[..., ModuleType]
Serve = Callable[..., Server]
KIND = (
    "The values of an `enum` or `const` do not have its `type`, such as unquoted numbers of a string in "
    "YAML."
)
RESULT = (
    "They are read as values of the type, in types, requests and tags of discriminators, with a warning. "
    "A value that cannot be read so is generated as written, with the same warning."
)
SIZES = """
        text: {type: string, enum: [1, 2], default: 1}
        mark: {type: string, const: true}
        ratio: {type: string, enum: [1.5, x]}
        count: {type: integer, enum: ['1', '2']}
        whole: {type: integer, enum: [1.0, 2.0]}
        price: {type: number, enum: ['5', '6']}
        flag: {type: boolean, enum: ['true']}
        either: {type: [integer, 'null'], enum: ['7', null]}
        fitting: {type: [string, integer], enum: [1, '2']}
        other: {type: integer, enum: [one]}
"""
DOCUMENT = f"""
openapi: 3.1.0
info: {{title: Acme, version: '1'}}
paths:
  /items:
    post:
      tags: [items]
      operationId: items_create
      requestBody: {{required: true, content: {{application/json: {{schema: {{$ref: '#/components/schemas/Item'}}}}}}}}
      responses: {{'200': {{description: Done., content: {{application/json: {{schema: {{$ref: '#/components/schemas/Item'}}}}}}}}}}
components:
  schemas:
    Item:
      type: object
      properties: {SIZES}
"""
CALLER = """
from acme_client import Acme

client = Acme()
item = client.items.create(text="1", mark="true", ratio="1.5", count=1, whole=2)
client.items.create(price=5, flag=True, either=7, fitting=1, other="one")
client.items.create(text=1)  # wrong
client.items.create(flag="true")  # wrong
client.items.create(fitting=2)  # wrong
"""


def test_types(client_of: ClientOf, wrong_lines: Callable[..., set[int]]) -> None:
    assert wrong_lines(client_of(DOCUMENT), CALLER) == marked_lines(CALLER)


def test_values_are_sent_in_their_type(client_of: ClientOf, serve: Serve) -> None:
    acme = client_of(DOCUMENT)
    values = {"text": "1", "count": 1, "flag": True, "other": "one"}
    server = serve(json_reply(values))
    with acme.Acme(base_url=server.url) as client:
        item = client.items.create(**values)
    assert json.loads(server.received[0].body) == values
    assert item.to_dict() == values
