"""What a reader meets on a page: headings, order, ways on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.lowering.reference.sites import DONE, document, operation, reference


@pytest.mark.parametrize(
    ("said", "heading", "text"),
    [
        ("summary: List orders.", "List orders", ""),
        (
            "summary: List orders., description: All of them.",
            "List orders",
            "All of them.",
        ),
        (
            "description: '<p>Lists <b>all</b> orders.</p><p>Well.</p>'",
            "",
            "Lists **all**",
        ),
        (f"description: {'Very long ' * 20}", "Retrieve orders", "Very long"),
    ],
)
def test_headings_say_what_a_call_does(
    tmp_path: Path, said: str, heading: str, text: str
) -> None:
    paths = f"  /orders: {{get: {{operationId: get_orders, {said}, {DONE}}}}}\n"
    (found,) = reference(tmp_path, document(paths)).page("orders.md").operations
    assert found.title == (heading or "Lists all orders")
    assert found.text.startswith(text)
    assert bool(found.text) is bool(text)


def test_an_id_that_repeats_the_path_is_no_heading(tmp_path: Path) -> None:
    paths = (
        "  /orders/{id}/cancel: {post: {operationId: postOrdersIdCancel, "
        "parameters: [{name: id, in: path, required: true, schema: {type: string}}], "
        f"{DONE}}}}}\n"
    )
    (found,) = reference(tmp_path, document(paths)).page("orders.md").operations
    assert found.title == "Cancel orders"


def test_further_samples_stand_behind_parameters(tmp_path: Path) -> None:
    code = r'"from shop import Shop\nclient = Shop()\nclient.orders.list()"'
    samples = ", ".join(
        f"{{title: {title}, request: {{python: {code}}}}}" for title in ("One", "Two")
    )
    paths = operation("orders", f", x-oaiMeta: {{examples: [{samples}]}}")
    text = reference(tmp_path, document(paths)).text("orders.md")
    heads = [line for line in text.split("\n") if line.startswith("### ")]
    assert heads[:4] == [
        "### Example",
        "### Parameters",
        "### Return type",
        "### More examples",
    ]
    assert text.index("One:") < text.index("### Parameters") < text.index("Two:")


def test_pages_of_types_begin_with_what_is_there(tmp_path: Path) -> None:
    answer = (
        "responses: {'200': {description: It., content: {application/json: {schema: "
        "{$ref: '#/components/schemas/Order'}}}}}"
    )
    paths = f"  /orders: {{get: {{operationId: get_orders, {answer}}}}}\n"
    more = (
        "components: {schemas: {Order: {type: object, properties: "
        "{a: {$ref: '#/components/schemas/Item'}}}, Item: {type: object, "
        "properties: {b: {type: string}}}}}"
    )
    text = reference(tmp_path, document(paths, more)).text("types/orders.md")
    assert "[Item](#item) ·\n[Order](#order)\n\n## Item\n" in text
