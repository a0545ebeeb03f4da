"""The page of the webhooks of an API."""

from __future__ import annotations

from pathlib import Path

from .sites import DONE, build_reference

PATHS = f"""
openapi: 3.1.0
info: {{title: Shop, version: '1'}}
paths:
  /orders:
    post:
      operationId: createOrder
      {DONE}
"""
WEBHOOKS = f"""
webhooks:
  order.paid:
    post:
      description: |-
        The order is paid.

        It arrives *once*.
      requestBody:
        content: {{application/json: {{schema: {{$ref: '#/components/schemas/Paid'}}}}}}
      {DONE}
  "hostile | <b>name</b>":
    post:
      requestBody:
        content:
          application/json: {{schema: {{$ref: '#/components/schemas/Paid'}}}}
          application/octet-stream: {{schema: {{type: string, format: binary}}}}
      {DONE}
  ping:
    post:
      {DONE}
components:
  schemas:
    Paid: {{type: object, properties: {{amount: {{type: integer}}}}}}
"""


def test_each_webhook_has_a_section(tmp_path: Path) -> None:
    text = build_reference(tmp_path, PATHS + WEBHOOKS).text("webhooks.md")
    assert (
        "with `client.webhooks.unwrap(body, headers)`. It returns [UnwrapWebhookEvent]("
        in text
    )
    section = text.split('<a id="order_paid"></a>')[1].split("<a id=")[0]
    assert "The order is paid.\n\nIt arrives *once*." in section
    assert "Payload: [Paid](types/webhooks.md#paid) (`application/json`)" in section
    assert "## ping\n\nThe request has no payload." in text
    assert "<b>" not in text


def test_the_index_lists_the_webhooks(tmp_path: Path) -> None:
    reference = build_reference(tmp_path, PATHS + WEBHOOKS)
    row = "| [order.paid](webhooks.md#order_paid) | The order is paid. |"
    assert row in reference.text("README.md")


def test_api_without_webhooks_has_no_page(tmp_path: Path) -> None:
    reference = build_reference(tmp_path, PATHS)
    assert "docs/webhooks.md" not in reference.generated.files
    assert "webhook" not in reference.text("README.md")


def test_chapter_keeps_the_file_webhooks(tmp_path: Path) -> None:
    document = PATHS.replace("/orders:", "/webhooks:")
    document = document.replace("createOrder", "createWebhook") + WEBHOOKS
    reference = build_reference(tmp_path, document)
    assert "create" in reference.text("webhooks.md")
    assert "## order.paid" in reference.text("webhook_requests.md")
