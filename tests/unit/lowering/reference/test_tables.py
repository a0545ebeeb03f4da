"""Tests of the tables of fields and parameters."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.lowering.reference.sites import build_reference

SHOP = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
paths:
  /orders:
    post:
      operationId: createOrder
      requestBody:
        content:
          application/json:
            schema:
              type: object
              required: [items]
              properties:
                items:
                  description: Items to order.
                  type: array
                  items: {$ref: '#/components/schemas/Item'}
                  x-oaiExpandable: true
                gift:
                  x-oaiExpandable: true
                  oneOf:
                    - {$ref: '#/components/schemas/Card'}
                    - {$ref: '#/components/schemas/Ribbon'}
                labels:
                  description: Labels of the order.
                  type: object
                  additionalProperties: {type: string}
                  x-oaiTypeLabel: map
                model: {$ref: '#/components/schemas/Model'}
                text: {type: string, x-oaiTypeLabel: string}
                closed: {$ref: '#/components/schemas/Ribbon'}
      responses:
        '200':
          description: The order.
          content: {application/json: {schema: {$ref: '#/components/schemas/Tree'}}}
components:
  schemas:
    Item:
      type: object
      required: [price]
      properties:
        price: {$ref: '#/components/schemas/Price', x-oaiExpandable: true}
        name: {type: string, default: thing}
    Price:
      type: object
      properties: {amount: {type: integer, minimum: 1}}
    Card: {description: A card with a message., type: object, properties: {message: {type: string}}}
    Ribbon: {title: A ribbon, type: object, properties: {colour: {type: string}}}
    Model:
      x-oaiTypeLabel: string
      anyOf: [{type: string}, {type: string, enum: [small, large]}]
    Tree:
      type: object
      properties:
        children:
          type: array
          items: {$ref: '#/components/schemas/Tree'}
          x-oaiExpandable: true
        leaf: {$ref: '#/components/schemas/Leaves', x-oaiExpandable: true}
    Leaves:
      anyOf: [{$ref: '#/components/schemas/Leaves'}, {$ref: '#/components/schemas/Card'}]
"""


def rows(text: str) -> dict[str, list[str]]:
    """Return the rows of the tables of a page, by their first cell."""
    result = {}
    for line in text.split("\n"):
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        if len(cells) == 4 and "**" in cells[0]:
            result[cells[0]] = cells[1:]
    return result


def test_nested_fields_follow_their_field(tmp_path: Path) -> None:
    table = rows(build_reference(tmp_path, SHOP).text("orders.md"))
    names = list(table)
    assert names[: names.index("**gift**")] == [
        "**items**",
        "items\\[\\].**price**",
        "items\\[\\].price.**amount**",
        "items\\[\\].**name**",
    ]
    assert table["items\\[\\].**name**"][2] == 'optional, default: `"thing"`'
    assert table["items\\[\\].price.**amount**"][2] == "optional, at least 1"
    assert "closed.**colour**" not in table


def test_each_alternative_type_has_a_row(tmp_path: Path) -> None:
    text = build_reference(tmp_path, SHOP).text("orders.md")
    card, ribbon = [line for line in text.split("\n") if "possible type" in line]
    assert "[CardParam](types/orders_params.md#cardparam)" in card
    assert "A card with a message." in card and "A ribbon" in ribbon


def test_labels_precede_types(tmp_path: Path) -> None:
    table = rows(build_reference(tmp_path, SHOP).text("orders.md"))
    assert table["**labels**"][0] == "map: Mapping\\[str, str\\]"
    assert table["**model**"][0].startswith("string: [Model](")
    assert table["**text**"][0] == "str"


def test_recursive_types_are_not_expanded(tmp_path: Path) -> None:
    table = rows(build_reference(tmp_path, SHOP).text("types/orders.md"))
    assert not [name for name in table if name.startswith("children")]
    assert "**children**" in table or "**leaf**" in table


def test_members_of_unions_are_listed_with_their_descriptions(tmp_path: Path) -> None:
    text = build_reference(tmp_path, SHOP).text("types/orders_params.md")
    _, _, table = text.partition("| One of | Description |\n| --- | --- |\n")
    lines = table.split("\n")
    assert lines[0].endswith("| A card with a message. |") and "[Card]" in lines[0]
    assert "[CardParam](" in lines[0]
    assert lines[1].endswith("| A ribbon |") and lines[2] == ""


def test_additional_properties_have_a_row(tmp_path: Path) -> None:
    document = SHOP.replace(
        "properties: {amount:",
        "additionalProperties: {type: number}\n      properties: {amount:",
    )
    reference = build_reference(tmp_path, document)
    name, end = (
        "any other property",
        "| float | A property that is not declared. | optional |",
    )
    lines = reference.text("types/orders_params.md").split("\n")
    assert [line for line in lines if name in line] == [
        f"| items\\[\\].price.*{name}* {end}",
        f"| price.*{name}* {end}",
        f"| *{name}* {end}",
    ]
    lines = reference.text("orders.md").split("\n")
    assert [line for line in lines if name in line] == [
        f"| items\\[\\].price.*{name}* {end}"
    ]
    plain = build_reference(tmp_path, SHOP).text("types/orders_params.md")
    assert "any other property" not in plain


@pytest.mark.parametrize(
    ("schema", "type_"),
    [("{type: number}", "float"), ("true", "object"), ("{}", "object"), ("false", "")],
)
def test_additional_properties_of_bodies_have_a_row(
    tmp_path: Path, schema: str, type_: str
) -> None:
    document = SHOP.replace(
        "              properties:\n",
        f"              additionalProperties: {schema}\n              properties:\n",
    )
    assert document != SHOP
    reference = build_reference(tmp_path, document)
    lines = [
        line
        for line in reference.text("orders.md").split("\n")
        if line.startswith("| *any other property*")
    ]
    text = "A property that is not declared. Passed in `extra_body`."
    expected = f"| *any other property* | {type_} | {text} | optional, in body |"
    assert lines == ([expected] if type_ else [])
