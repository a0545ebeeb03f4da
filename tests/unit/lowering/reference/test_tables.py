"""Tables of fields and parameters: what types are called, and what is inside."""

from __future__ import annotations

from pathlib import Path

from tests.unit.lowering.reference.sites import reference

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
                  description: What is wanted.
                  type: array
                  items: {$ref: '#/components/schemas/Item'}
                  x-oaiExpandable: true
                gift:
                  x-oaiExpandable: true
                  oneOf:
                    - {$ref: '#/components/schemas/Card'}
                    - {$ref: '#/components/schemas/Ribbon'}
                labels:
                  description: Words of yours.
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
    Card: {description: A card with words., type: object, properties: {words: {type: string}}}
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
    """The rows of the tables of a page, by their first cell."""
    found = {}
    for line in text.split("\n"):
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        if len(cells) == 4 and "**" in cells[0]:
            found[cells[0]] = cells[1:]
    return found


def test_what_is_inside_a_field_stands_below_it(tmp_path: Path) -> None:
    found = rows(reference(tmp_path, SHOP).text("orders.md"))
    names = list(found)
    assert names[: names.index("**gift**")] == [
        "**items**",
        "items\\[\\].**price**",
        "items\\[\\].price.**amount**",
        "items\\[\\].**name**",
    ]
    assert found["items\\[\\].**name**"][2] == 'optional, default: `"thing"`'
    assert found["items\\[\\].price.**amount**"][2] == "optional, at least 1"
    assert "closed.**colour**" not in found


def test_of_several_things_each_has_a_line(tmp_path: Path) -> None:
    text = reference(tmp_path, SHOP).text("orders.md")
    card, ribbon = [line for line in text.split("\n") if "one of these" in line]
    assert "[CardParam](types/orders_params.md#cardparam)" in card
    assert "A card with words." in card and "A ribbon" in ribbon


def test_labels_stand_before_types(tmp_path: Path) -> None:
    found = rows(reference(tmp_path, SHOP).text("orders.md"))
    assert found["**labels**"][0] == "map: Mapping\\[str, str\\]"
    assert found["**model**"][0].startswith("string: [Model](")
    assert found["**text**"][0] == "str"


def test_circles_end(tmp_path: Path) -> None:
    found = rows(reference(tmp_path, SHOP).text("types/orders.md"))
    assert not [name for name in found if name.startswith("children")]
    assert "**children**" in found or "**leaf**" in found


def test_members_of_unions_stand_with_what_is_said_of_them(tmp_path: Path) -> None:
    text = reference(tmp_path, SHOP).text("types/orders_params.md")
    _, _, table = text.partition("| One of | Description |\n| --- | --- |\n")
    lines = table.split("\n")
    assert lines[0].endswith("| A card with words. |") and "[Card]" in lines[0]
    assert "[CardParam](" in lines[0]
    assert lines[1].endswith("| A ribbon |") and lines[2] == ""
