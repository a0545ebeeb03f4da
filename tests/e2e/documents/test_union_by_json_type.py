"""Unions whose members differ in the type of a property only."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from tests.e2e.documents.conftest import marked_lines
from tests.unit.runtime.conftest import Server, json_reply

pytestmark = pytest.mark.slow

KIND = (
    "The members of a union have the same properties, one of them with different types, or"
    " with objects that have different properties."
)
RESULT = (
    "The JSON type of the value selects the member, or the properties of the nested object"
    " or first item."
)
HEAD = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
paths:
  /records:
    post:
      operationId: createRecord
      tags: [records]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Record'}}}}
      responses:
        '200': {description: Done., content: {application/json: {schema: {$ref: '#/components/schemas/Record'}}}}
components:
  schemas:
    Record: {oneOf: [{$ref: '#/components/schemas/First'}, {$ref: '#/components/schemas/Second'}]}
    Part: {type: object, properties: {n: {type: integer}}}
    Name: {type: string}
    Speech: {type: object, required: [by], properties: {id: {type: string}, by: {type: string}}}
    Segment: {type: object, properties: {id: {type: integer}, at: {type: number}}}
    Gap: {type: object, properties: {id: {type: integer}, at: {type: string, enum: [end]}}}
"""
Build = Callable[..., ModuleType]


def _document(first: str, second: str) -> str:
    return f"""{HEAD}
    First: {{type: object, required: [id], properties: {{id: {first}, name: {{type: string}}}}}}
    Second: {{type: object, required: [id], properties: {{id: {second}, name: {{type: string}}}}}}
"""


@pytest.mark.parametrize(
    ("first", "second", "first_value", "second_value"),
    [
        ("{type: string}", "{type: integer}", "a", 1),
        ("{type: integer}", "{type: string}", 1, "a"),
        ("{type: integer}", "{type: number}", 1, 1.5),
        ("{type: boolean}", "{type: integer}", True, 1),
        ("{type: string}", "{type: object}", "a", {"b": 1}),
        (
            "{$ref: '#/components/schemas/Name'}",
            "{$ref: '#/components/schemas/Part'}",
            "a",
            {"n": 1},
        ),
        ("{type: [string, 'null']}", "{type: [integer, 'null']}", "a", 1),
        ("{type: string, enum: [x, y]}", "{type: integer}", "new", 1),
        ("{type: string}", "{type: [integer, 'null']}", "a", None),
        ("{type: string}", "{enum: [x, null]}", "a", None),
        (
            "{type: object}",
            "{oneOf: [{$ref: '#/components/schemas/Part'}, {type: 'null'}]}",
            {"b": 1},
            None,
        ),
        (
            "{type: array, items: {type: string}}",
            "{type: array, items: {type: integer}}",
            ["a"],
            [1],
        ),
        (
            "{type: array, items: {type: string}}",
            "{type: array, items: {$ref: '#/components/schemas/Part'}}",
            ["a"],
            [{"n": 1}],
        ),
        ("{type: string}", "{oneOf: [{type: integer}, {type: boolean}]}", "a", False),
        (
            "{$ref: '#/components/schemas/Speech'}",
            "{$ref: '#/components/schemas/Segment'}",
            {"id": "a", "by": "b"},
            {"id": 1, "at": 0.5},
        ),
        (
            "{type: array, items: {$ref: '#/components/schemas/Speech'}}",
            "{type: array, items: {$ref: '#/components/schemas/Segment'}}",
            [{"by": "b"}],
            [{"at": 0.5}],
        ),
        (
            "{$ref: '#/components/schemas/Segment'}",
            "{oneOf: [{$ref: '#/components/schemas/Gap'}]}",
            {"id": 1},
            {"id": 1, "at": "end"},
        ),
    ],
)
def test_value_selects_the_member(
    first: str,
    second: str,
    first_value: Any,
    second_value: Any,
    client_of: Build,
    serve: Callable[..., Server],
) -> None:
    client = client_of(_document(first, second))
    for value, name in ((first_value, "First"), (second_value, "Second")):
        record = {"id": value, "name": "n"}
        server = serve(json_reply(record))
        result = client.Acme(base_url=server.url).records.create(body=record)
        assert type(result) is getattr(client.types, name)
        assert result.to_dict() == record
        assert json.loads(server.received[0].body) == record


def test_async_client_and_types(
    client_of: Build,
    serve: Callable[..., Server],
    wrong_lines: Callable[..., set[int]],
) -> None:
    client = client_of(_document("{type: string}", "{type: integer}"))
    server = serve(json_reply({"id": 7}))

    async def call() -> Any:
        async with client.AsyncAcme(base_url=server.url) as acme:
            return await acme.records.create(body={"id": 7})

    assert type(asyncio.run(call())) is client.types.Second
    caller = """
from typing import assert_type
from acme_client import Acme
from acme_client.types import Second

record = Acme().records.create(body={"id": 1})
if isinstance(record, Second):
    assert_type(record.id, int)
else:
    assert_type(record.id, str)
Acme().records.create(body={"id": "a"})
Acme().records.create(body={"id": None})  # wrong
"""
    assert wrong_lines(client, caller) == marked_lines(caller)
