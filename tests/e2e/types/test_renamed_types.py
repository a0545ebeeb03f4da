"""The setting `types`: names of types, in the client and in the reference."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics, GenerationError
from generator.pipeline import build
from tests.clients import generate as write_client

DOCUMENT = """\
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /orders:
    post:
      operationId: createOrder
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/NewOrder'}}}
      responses:
        '200':
          description: The order.
          content:
            application/json: {schema: {$ref: '#/components/schemas/OrderResource'}}
components:
  schemas:
    NewOrder:
      type: object
      required: [lines]
      properties: {lines: {type: array, items: {$ref: '#/components/schemas/Line'}}}
    OrderResource:
      type: object
      required: [lines]
      properties:
        lines: {type: array, items: {$ref: '#/components/schemas/Line'}}
        state: {type: object, properties: {code: {type: string}}}
    Line: {type: object, properties: {item: {type: string}}}
    Other: {type: object}
"""


def generate(folder: Path, types: dict[str, str]) -> dict[str, str]:
    """Return the texts of the generated files; errors are part of the exception."""
    (folder / "api.yaml").write_text(DOCUMENT, encoding="utf-8")
    config = Config(specs=("api.yaml",), types=types, directory=folder)
    diagnostics = Diagnostics()
    try:
        generated = build(config, diagnostics)
    except GenerationError:
        raise AssertionError([item.message for item in diagnostics]) from None
    return {path: text.decode() for path, text in generated.files.items()}


def test_types_have_the_names_of_the_setting(tmp_path: Path) -> None:
    types = {
        "OrderResource": "Order",
        "OrderResourceState": "State",
        "Line": "OrderLine",
        "LineParam": "OrderLineInput",
    }
    before, after = generate(tmp_path, {}), generate(tmp_path, types)
    text = "\n".join(after.values())
    for old in ("OrderResource", "LineParam", "class Line("):
        assert old in "\n".join(before.values())
        assert old not in text.replace('"OrderResource": "Order"', "")
    for new in ("class Order(", "class State(", "class OrderLine(", "OrderLineInput"):
        assert new in text


def test_two_types_can_swap_their_names(tmp_path: Path) -> None:
    types = {"OrderResource": "Line", "Line": "OrderResource"}
    text = "\n".join(generate(tmp_path, types).values())
    assert "list[OrderResource]" in text and "-> Line" in text


@pytest.mark.parametrize(
    ("types", "message"),
    [
        ({"Order": "Purchase"}, "'Order' is not a type"),
        ({"OrderResource": "Line"}, "'Line' is the name of another type, too"),
        ({"OrderResource": "X", "Line": "X"}, "'X' is the name of another type, too"),
        ({"OrderResource": "class"}, "'class' cannot be the name of a type"),
        ({"OrderResource": "_Order"}, "'_Order' cannot be the name of a type"),
        ({"OrderResource": "a b"}, "'a b' cannot be the name of a type"),
        ({"OrderResource": "Any"}, "'Any' cannot be the name of a type"),
    ],
)
def test_unusable_names_are_errors(
    types: dict[str, str], message: str, tmp_path: Path
) -> None:
    with pytest.raises(AssertionError) as error:
        generate(tmp_path, types)
    assert message in str(error.value)


def test_resource_with_the_earlier_name_of_a_type_stays(tmp_path: Path) -> None:
    document = DOCUMENT.replace("/orders:", "/order_resource:")
    spec = tmp_path / "api.yaml"
    types = {"OrderResource": "Order"}
    for text in (document, document.replace("The order.", "An order.")):
        spec.write_text(text, encoding="utf-8")
        write_client(spec, tmp_path / "out", "order_client", "Shop", types=types)
        files = tmp_path / "out" / "order_client"
        resource = (files / "resources" / "order_resource.py").read_text("utf-8")
        assert "class OrderResource(" in resource
        types_source = "".join(
            file.read_text("utf-8") for file in (files / "types").rglob("*.py")
        )
        assert "class Order(" in types_source
        assert "OrderResource2" not in types_source
