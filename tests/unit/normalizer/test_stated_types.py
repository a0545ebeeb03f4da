"""The type beside a composition applies to parts that have no type."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.clients import generate

HEAD = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
paths:
  /items:
    get:
      operationId: getItem
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}}
components:
  schemas:
    Letter: {enum: [a]}
"""


@pytest.mark.parametrize(
    ("schema", "type_"),
    [
        ("{type: string, anyOf: [{format: date}, {format: date-time}]}", "str"),
        ("{type: string, allOf: [{format: uuid}]}", "str"),
        ("{type: string, anyOf: [{enum: [x]}, {pattern: z}]}", 'Literal["x"] | str'),
        ("{type: string, anyOf: [{enum: [x]}, {}]}", 'Literal["x"] | str'),
        ("{type: string, oneOf: [{const: x}, {const: z}]}", 'Literal["x", "z"]'),
        ("{type: number, oneOf: [{enum: ['1']}, {enum: [2]}]}", "Literal[1, 2]"),
        (
            "{type: array, items: {type: string}, anyOf: [{contains: {const: x}}, {maxItems: 0}]}",
            "list[str]",
        ),
        ("{type: [string, array], anyOf: [{pattern: x}, {contains: {}}]}", "list[Any]"),
        ("{type: string, allOf: [{$ref: '#/components/schemas/Letter'}]}", "Letter"),
        ("{type: string, $ref: '#/components/schemas/Letter'}", "Letter"),
        ("{type: [string, 'null'], anyOf: [{enum: [x]}, {enum: [null]}]}", '"x"'),
    ],
)
def test_parts_without_type(schema: str, type_: str, tmp_path: Path) -> None:
    spec = tmp_path / "openapi.yaml"
    text = f"{HEAD}    Item: {{type: object, properties: {{value: {schema}}}}}\n"
    spec.write_text(text, encoding="utf-8")
    generate(spec, tmp_path / "out", "acme", docs=False)
    modules = (tmp_path / "out").rglob("types/*.py")
    lines = [line for each in modules for line in each.read_text("utf-8").splitlines()]
    assert any("value: " in line and type_ in line for line in lines)
