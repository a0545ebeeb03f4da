"""Tests of chapters from `x-oaiMeta`: groups, navigation groups, objects, events."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.lowering.reference.sites import DONE, Reference, build_reference

SHOP = f"""
openapi: 3.1.0
info: {{title: Acme, version: '1'}}
tags: [{{name: Staff, description: Employees of the shop.}}, {{name: Audit log}}]
paths:
  /orders:
    get: {{operationId: listOrders, {DONE}}}
    post:
      operationId: createOrder
      x-oaiMeta: {{name: Create an order, group: orders}}
      responses:
        '200':
          description: The order.
          content: {{application/json: {{schema: {{$ref: '#/components/schemas/Order'}}}}}}
  /staff: {{get: {{operationId: listStaff, tags: [Staff], x-oaiMeta: {{group: admin}}, {DONE}}}}}
  /keys: {{get: {{operationId: listKeys, x-oaiMeta: {{group: admin}}, {DONE}}}}}
  /log: {{get: {{operationId: log, tags: [Audit log], x-oaiMeta: {{group: audit}}, {DONE}}}}}
  /rest: {{get: {{operationId: rest, {DONE}}}}}
components:
  schemas:
    Order:
      description: An order of a customer.
      type: object
      required: [id]
      properties: {{id: {{type: string}}}}
      x-oaiMeta:
        name: The order object
        beta: true
        example: |
          {{"id": "order-1"}}
    OrderEvent:
      type: object
      properties: {{event: {{type: string}}}}
      x-oaiMeta:
        {{name: The order event, example: "event: order", dataDescription: An order.}}
    Note:
      type: object
      properties: {{text: {{type: string}}}}
      x-oaiMeta: {{name: The note object, group: orders}}
x-oaiMeta:
  navigationGroups:
    - {{id: admin, title: Administration}}
    - {{id: sales, title: Sales, beta: true}}
  groups:
    - id: orders
      title: Orders
      description: Manage orders.
      navigationGroup: sales
      sections:
        - {{type: endpoint, key: createOrder, path: create}}
        - {{type: object, key: Order, path: object}}
        - {{type: endpoint, key: listOrders, path: list}}
        - {{type: object, key: OrderEvent, path: <auto>}}
    - {{id: old, title: Old objects, legacy: true, sections: [{{type: object, key: Order}}]}}
"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Reference:
    """The reference of the document `SHOP`."""
    return build_reference(tmp_path_factory.mktemp("shop"), SHOP)


def test_groups_are_nested_in_navigation_groups(shop: Reference) -> None:
    assert shop.contents == [
        "- [Administration](admin.md)",
        "  - [Staff](staff.md): Employees of the shop.",
        "- **Sales** *Beta*",
        "  - [Orders](orders.md): Manage orders.",
        "- [Old objects](old.md) *Legacy*",
        "- [Audit log](audit_log.md)",
        "- [Rest](rest.md)",
    ]
    assert shop.codes == ()


def test_chapter_of_an_operation_is_selected_by_section_group_tag_then_path(
    shop: Reference,
) -> None:
    assert shop.calls == {
        "admin.md": ["keys.list"],
        "staff.md": ["staff.list"],
        "orders.md": ["orders.create", "orders.list"],
        "old.md": [],
        "audit_log.md": ["log.retrieve"],
        "rest.md": ["rest.retrieve"],
    }


def test_objects_and_events_keep_the_section_order(
    shop: Reference,
) -> None:
    text = shop.text("orders.md")
    headings = [line for line in text.split("\n") if line.startswith("## ")]
    assert headings == [
        "## Create an order",
        "## The order object",
        "## List orders",
        "## The order event",
        "## The note object",
    ]
    assert '<a id="object"></a>\n\n## The order object\n' in text
    assert '<a id="orderevent"></a>\n\n## The order event\n' in text
    assert '```json\n{"id": "order-1"}\n```' in text
    assert "```\nevent: order\n```" in text
    assert "| **id** | str |" in text
    assert "\nAn order.\n" in text
    row = "| [The order object](#object) *Beta* | [Order](types/orders.md#order) |"
    assert row in text


def test_operations_inherit_the_status_of_their_chapter(shop: Reference) -> None:
    create, _ = shop.page("orders.md").operations
    assert create.badges == ("Beta",)
    assert "| *Beta.* Create an order |" in shop.text("README.md")


def test_types_link_to_the_chapter_that_documents_them(shop: Reference) -> None:
    text = shop.text("types/orders.md")
    assert "Documented with an example in [Orders](../orders.md#object)." in text
    assert "order-1" not in text


def test_many_unlisted_objects_get_a_separate_page(
    tmp_path: Path,
) -> None:
    more = "".join(
        f"    Thing{n}: {{type: object, x-oaiMeta: {{name: Thing {n}, group: orders}}}}\n"
        for n in range(20)
    )
    site = build_reference(tmp_path, SHOP.replace("    Note:\n", f"{more}    Note:\n"))
    assert "    - [Objects of Orders](orders_objects.md)" in site.contents
    assert len(site.page("orders_objects.md").objects) == 21
    assert len(site.page("orders.md").objects) == 2


def test_openai_document(tmp_path: Path, shared: Path) -> None:
    path = shared / "specs/openai/2025-01.yaml"
    site = build_reference(tmp_path, path.read_text(encoding="utf-8"))
    assert "- **Assistants** *Beta*" in site.contents
    page = site.page("fine_tuning.md")
    titles = [item.title for item in page.objects]
    assert titles[0] == "Training format for chat models using the supervised method"
    assert all(item.type.example for item in page.objects)
    assert sum(map(len, site.calls.values())) == len(site.generated.package.calls)
