"""Schemas of an `allOf` that declare the same property."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.e2e.documents.conftest import marked_lines
from tests.unit.normalizer.test_merging import outline
from tests.unit.runtime.conftest import Server, json_reply

KIND = "Several schemas of an `allOf` declare the same property."
RESULT = (
    "The property has the type that all of them accept: objects with all properties, "
    "common values of enumerations. The last description and default are kept."
)
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
paths:
  /orders:
    post:
      operationId: createOrder
      tags: [orders]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
      responses:
        '200': {description: Done., content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
components:
  schemas:
    Address: {type: object, required: [city], properties: {city: {type: string}}}
    Base:
      type: object
      properties:
        address: {$ref: '#/components/schemas/Address'}
        lines: {type: array, items: {type: object, required: [sku], properties: {sku: {type: string}}}}
        status: {type: string, enum: [new, paid, sent], default: new, description: The status.}
        amount: {type: number}
    Order:
      allOf:
        - {$ref: '#/components/schemas/Base'}
        - type: object
          properties:
            address: {type: object, required: [zip], properties: {zip: {type: integer}}}
            lines: {type: array, items: {type: object, properties: {count: {type: integer}}}}
            status: {type: string, enum: [paid, sent, lost]}
            amount: {type: integer}
"""
CALLER = """
from typing import Literal, assert_type
from acme_client import Acme

order = Acme().orders.create(
    address={"city": "Bonn", "zip": 53111}, lines=[{"sku": "a", "count": 2}], status="paid"
)
if order.address is not None and order.lines is not None:
    assert_type(order.address.city, str)
    assert_type(order.address.zip, int)
    assert_type(order.lines[0].sku, str)
    assert_type(order.lines[0].count, int | None)
assert_type(order.status, Literal["paid", "sent"] | None)
assert_type(order.amount, int | None)
Acme().orders.create(address={"city": "Bonn"})  # wrong
Acme().orders.create(lines=[{"count": 1}])  # wrong
Acme().orders.create(status="new")  # wrong
"""
STRING = {"type": "string"}


@pytest.mark.slow
def test_request_response_and_types(
    client_of: Callable[..., ModuleType],
    serve: Callable[..., Server],
    wrong_lines: Callable[..., set[int]],
) -> None:
    client = client_of(DOCUMENT)
    order = {
        "address": {"city": "Bonn", "zip": 53111},
        "lines": [{"sku": "a", "count": 2}],
        "status": "paid",
    }
    server = serve(json_reply(order))
    result = client.Acme(base_url=server.url).orders.create(**order)
    assert json.loads(server.received[0].body) == order
    assert (result.address.city, result.address.zip) == ("Bonn", 53111)
    assert (result.lines[0].sku, result.lines[0].count) == ("a", 2)
    assert wrong_lines(client, CALLER) == marked_lines(CALLER)
    source = Path(str(client.types.Order.__module__.replace(".", "/")) + ".py")
    text = (Path(str(client.__file__)).parents[1] / source).read_text("utf-8")
    assert '"""The status. Default: `"new"`."""' in text


def _merge(folder: Path, first: Any, second: Any) -> tuple[str, list[str]]:
    """Return the outline of a property that two schemas declare, and all diagnostics."""
    parts = [{"type": "object", "properties": {"a": item}} for item in (first, second)]
    schemas = {
        "Names": {"type": "string", "enum": ["x", "y"]},
        "Cat": {"type": "object", "properties": {"kind": {"const": "cat"}}},
        "Dog": {"type": "object", "properties": {"kind": {"const": "dog"}}},
        "Tabby": {
            "allOf": [
                {"$ref": "#/components/schemas/Cat"},
                {"properties": {"b": STRING}},
            ]
        },
        "All": {"allOf": parts},
    }
    outlines, codes = outline(folder, schemas)
    return outlines["All"][0].partition(": ")[2], codes


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (STRING, {"enum": ["x"]}, '"x"'),
        ({"enum": ["x"]}, STRING, '"x"'),
        (_ref("Names"), {"type": "string"}, "Names"),
        ({"enum": ["y", "x", "z"]}, _ref("Names"), "Names"),
        ({"enum": ["y", "z"]}, _ref("Names"), '"y"'),
        ({"enum": [1, 2, "x"]}, {"type": "integer"}, "1 | 2"),
        ({"type": "number"}, {"type": "integer"}, "integer"),
        ({"type": "integer"}, {"type": "number"}, "integer"),
        ({"type": ["string", "integer"]}, {"type": ["integer", "null"]}, "integer"),
        ({"type": "string", "format": "date"}, STRING, "string(date)"),
        ({"type": ["string", "null"]}, {"type": ["string", "null"]}, "string | null"),
        ({"type": ["string", "null"]}, STRING, "string"),
        ({"anyOf": [STRING, {"type": "null"}]}, {"enum": ["x"]}, '"x"'),
        (_ref("Cat"), {"type": "object"}, "Cat"),
        ({"type": "object"}, _ref("Cat"), "Cat"),
        (_ref("Cat"), {"description": "A cat."}, "Cat"),
        (_ref("Cat"), _ref("Tabby"), "Tabby"),
        (_ref("Tabby"), _ref("Cat"), "Tabby"),
        ({"oneOf": [_ref("Cat"), _ref("Dog")]}, _ref("Dog"), "Dog"),
        (
            {"type": "array", "items": {"enum": ["x", "y"]}},
            {"type": "array", "items": {"enum": ["y", "z"]}},
            '["y"]',
        ),
        ({"type": "array"}, {"type": "array", "items": STRING}, "[string]"),
    ],
)
def test_types_that_all_schemas_accept(
    tmp_path: Path, first: Any, second: Any, expected: str
) -> None:
    assert _merge(tmp_path, first, second) == (expected, [])


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (STRING, {"type": "integer"}, "integer"),
        ({"enum": ["x"]}, {"enum": ["y"]}, '"y"'),
        ({"type": "object"}, {"type": "array", "items": STRING}, "[string]"),
        (_ref("Names"), {"type": "boolean"}, "boolean"),
    ],
)
def test_contradictions_are_reported(
    tmp_path: Path, first: Any, second: Any, expected: str
) -> None:
    assert _merge(tmp_path, first, second) == (expected, ["conflicting-all-of"])


def test_object_that_contains_itself(tmp_path: Path) -> None:
    def node(name: str) -> dict[str, Any]:
        return {"type": "object", "properties": {"next": _ref(name), name: STRING}}

    schemas = {
        "First": node("First"),
        "Second": node("Second"),
        "Both": {"allOf": [_ref("First"), _ref("Second")]},
    }
    outlines, codes = outline(tmp_path, schemas)
    assert codes == []
    assert outlines["Both"] == [
        "First?: string",
        "Second?: string",
        "next?: Second.next",
    ]
    assert outlines["Second.next"] == outlines["Both"]


def test_enumerations_and_items_of_a_whole_schema(tmp_path: Path) -> None:
    schemas = {
        "Colour": {"allOf": [{"enum": ["red", "blue"]}, {"enum": ["blue", "green"]}]},
        "List": {
            "allOf": [
                {"type": "array", "items": {"properties": {"a": STRING}}},
                {"items": {"properties": {"b": STRING}}},
            ]
        },
    }
    outlines, codes = outline(tmp_path, schemas)
    assert codes == []
    assert outlines["Colour"] == ['"blue"']
    assert outlines["List.item"] == ["a?: string", "b?: string"]
