"""Tests of the headings and the layout of pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.lowering.reference.sites import (
    DONE,
    build_reference,
    document,
    operation,
)


@pytest.mark.parametrize(
    ("documentation", "heading", "text"),
    [
        ("summary: List orders.", "List orders", ""),
        (
            "summary: List orders., description: All of them.",
            "List orders",
            "All of them.",
        ),
        (
            "description: '<p>Lists <b>all</b> orders.</p><p>Newest first.</p>'",
            "",
            "Lists **all**",
        ),
        (f"description: {'Very long ' * 20}", "Retrieve orders", "Very long"),
    ],
)
def test_heading_is_the_summary_or_a_short_description(
    tmp_path: Path, documentation: str, heading: str, text: str
) -> None:
    paths = (
        f"  /orders: {{get: {{operationId: get_orders, {documentation}, {DONE}}}}}\n"
    )
    page = build_reference(tmp_path, document(paths)).page("orders.md")
    (section,) = page.operations
    assert section.title == (heading or "Lists all orders")
    assert section.description.startswith(text)
    assert bool(section.description) is bool(text)


@pytest.mark.parametrize(
    ("path", "operation_id", "title"),
    [
        ("/orders/{order_id}/cancel", "getOrdersOrderIdCancel", "Cancel orders"),
        ("/orders/{order_id}/cancel", "orders.cancel", "Cancel orders"),
        ("/orders/{order_id}/cancel", "orders-cancel", "Cancel orders"),
        ("/orders/{order_id}", "orders-retrieve", "Retrieve orders"),
        ("/orders/{order_id}/multipart", "multipart-request", "Multipart request"),
        ("/orders/{order_id}/call", "callWithOrders", "Call with orders"),
        ("/orders/{order_id}/cancel", "cancelOrder", "Cancel order"),
        ("/orders/{id}/cancel", "cancelOrder", "Cancel order"),
    ],
)
def test_operation_id_that_repeats_the_path_is_not_used_as_heading(
    tmp_path: Path, path: str, operation_id: str, title: str
) -> None:
    name = path.partition("{")[2].partition("}")[0]
    paths = (
        f"  {path}: {{get: {{operationId: {operation_id}, parameters: "
        f"[{{name: {name}, in: path, required: true, schema: {{type: string}}}}], "
        f"{DONE}}}}}\n"
    )
    page = build_reference(tmp_path, document(paths)).page("orders.md")
    (section,) = page.operations
    assert section.title == title


def test_further_samples_follow_the_parameters(tmp_path: Path) -> None:
    code = r'"from shop import Shop\nclient = Shop()\nclient.orders.list()"'
    samples = ", ".join(
        f"{{title: {title}, request: {{python: {code}}}}}" for title in ("One", "Two")
    )
    paths = operation("orders", f", x-oaiMeta: {{examples: [{samples}]}}")
    text = build_reference(tmp_path, document(paths)).text("orders.md")
    headings = [line for line in text.split("\n") if line.startswith("### ")]
    assert headings[:4] == [
        "### Example",
        "### Parameters",
        "### Return type",
        "### More examples",
    ]
    assert text.index("One:") < text.index("### Parameters") < text.index("Two:")


def test_type_pages_start_with_a_list_of_types(tmp_path: Path) -> None:
    responses = (
        "responses: {'200': {description: An order., content: {application/json: {schema: "
        "{$ref: '#/components/schemas/Order'}}}}}"
    )
    paths = f"  /orders: {{get: {{operationId: get_orders, {responses}}}}}\n"
    more = (
        "components: {schemas: {Order: {type: object, properties: "
        "{a: {$ref: '#/components/schemas/Item'}}}, Item: {type: object, "
        "properties: {b: {type: string}}}}}"
    )
    text = build_reference(tmp_path, document(paths, more)).text("types/orders.md")
    assert "- [Item](#item)\n- [Order](#order)\n\n## Item\n" in text
