"""Generated arguments of example calls have tuples where their types are tuples."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.lowering.reference.sites import build_reference

DOCUMENT = """
openapi: 3.1.0
info: {{title: Shop, version: '1'}}
paths:
  /orders:
    post:
      operationId: createOrder
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [value]
              properties: {{value: {{{schema}}}}}
      responses: {{'204': {{description: ok}}}}
components:
  schemas:
    Pair:
      type: array
      prefixItems: [{{const: left}}, {{type: integer}}]
      minItems: 2
      items: false
    Area:
      type: object
      required: [pair]
      properties: {{pair: {{$ref: '#/components/schemas/Pair'}}}}
"""
PAIR = "{$ref: '#/components/schemas/Pair'}"
AREA = "{$ref: '#/components/schemas/Area'}"
CASES = {
    "$ref: '#/components/schemas/Pair'": '("left", 1)',
    "$ref: '#/components/schemas/Area'": '{"pair": ("left", 1)}',
    f"type: array, minItems: 1, items: {PAIR}": '[("left", 1)]',
    f"type: array, minItems: 1, items: {AREA}": '[{"pair": ("left", 1)}]',
    f"type: object, required: [a], properties: {{a: {AREA}}}": (
        '{"a": {"pair": ("left", 1)}}'
    ),
    "type: object, required: [a], properties: {a: "
    f"{{anyOf: [{PAIR}, {{type: array, items: {{}}}}]}}}}": ('{"a": ("left", 1)}'),
    "type: object, required: [a], properties: {a: {type: array, "
    "items: {type: integer}, minItems: 2}}": '{"a": [1, 1]}',
    "type: object, required: [a], properties: {a: {type: array, "
    f"prefixItems: [{PAIR}], minItems: 1, items: false}}}}": '{"a": (("left", 1),)}',
}


@pytest.mark.parametrize("schema", CASES)
def test_generated_arguments(schema: str, tmp_path: Path) -> None:
    reference = build_reference(tmp_path, DOCUMENT.format(schema=schema))
    (operation,) = reference.pages[0].operations
    assert operation.example == f"client.orders.create(value={CASES[schema]})"
