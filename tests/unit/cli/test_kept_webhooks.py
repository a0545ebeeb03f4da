"""The page of the webhooks and its anchors stay when the document changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.unit.cli.conftest import Run
from tests.unit.cli.test_kept_members import document, generate

DOCS = Path("generated/docs")
DONE = {"responses": {"204": {"description": "Done."}}}


def with_webhooks(*names: str, method: str = "post") -> dict[str, Any]:
    """Return a document with webhooks."""
    return document() | {
        "openapi": "3.1.0",
        "webhooks": {name: {method: DONE} for name in names},
    }


def anchors() -> list[tuple[str, str]]:
    """Return the anchor and the title of each webhook."""
    parts = (DOCS / "webhooks.md").read_text().split('<a id="')[1:]
    return [
        (part.partition('"')[0], part.partition("## ")[2].partition("\n")[0])
        for part in parts
    ]


def test_a_new_spelling_keeps_the_anchor(here: Path, run: Run) -> None:
    pages = generate(run, with_webhooks("order.paid", "ping"))["pages"]
    assert pages["webhooks.md"] == [
        "",
        "order_paid=webhook.post.order.paid ping=webhook.post.ping",
    ]
    generate(run, with_webhooks("ORDERPAID", "ping"))
    assert anchors() == [("order_paid", "ORDERPAID"), ("ping", "ping")]
    generate(run, with_webhooks("orderPaid", "pong"))
    assert anchors() == [("order_paid", "orderPaid"), ("pong", "pong")]


def test_a_new_webhook_does_not_take_an_anchor(here: Path, run: Run) -> None:
    generate(run, with_webhooks("order.paid"))
    generate(run, with_webhooks("Order paid", "order.paid"))
    assert anchors() == [("order_paid2", "Order paid"), ("order_paid", "order.paid")]
    generate(run, with_webhooks("Order paid", "order.paid"), "--prune")
    assert sorted(anchors()) == [
        ("order_paid", "Order paid"),
        ("order_paid2", "order.paid"),
    ]


def test_names_without_letters_are_different(here: Path, run: Run) -> None:
    generate(run, with_webhooks("+1", "++"))
    before = {name: anchor for anchor, name in anchors()}
    generate(run, with_webhooks("--", "++"))
    after = {name: anchor for anchor, name in anchors()}
    assert after["++"] == before["++"] != after["--"]


def test_another_method_is_another_webhook(here: Path, run: Run) -> None:
    generate(run, with_webhooks("order.paid"))
    names = generate(run, with_webhooks("orderpaid", method="put"))
    assert names["pages"]["webhooks.md"] == ["", "orderpaid=webhook.put.orderpaid"]


def test_a_chapter_does_not_take_the_file(here: Path, run: Run) -> None:
    generate(run, with_webhooks("ping"))
    changed = with_webhooks("ping")
    changed["paths"]["/webhooks"] = {"get": {"operationId": "listWebhooks", **DONE}}
    names = generate(run, changed)
    assert anchors() == [("ping", "ping")]
    assert (DOCS / "webhooks2.md").exists()
    assert generate(run, changed) == names
    del changed["paths"]["/webhooks"]
    generate(run, changed)
    assert not (DOCS / "webhooks2.md").exists()


def test_the_file_of_a_chapter_stays_beside_new_webhooks(here: Path, run: Run) -> None:
    value = document()
    value["paths"]["/webhooks"] = {"get": {"operationId": "listWebhooks", **DONE}}
    generate(run, value)
    generate(run, value | {"webhooks": {"ping": {"post": DONE}}})
    assert "## ping" in (DOCS / "webhook_requests.md").read_text()
    del value["paths"]["/webhooks"]
    generate(run, value | {"webhooks": {"ping": {"post": DONE}}})
    assert "## ping" in (DOCS / "webhook_requests.md").read_text()
    assert not (DOCS / "webhooks.md").exists()


def test_a_chapter_can_have_the_file_if_there_are_no_webhooks(
    here: Path, run: Run
) -> None:
    generate(run, with_webhooks("ping"))
    value = document()
    value["paths"]["/webhooks"] = {"get": {"operationId": "listWebhooks", **DONE}}
    generate(run, value)
    assert "HTTP request" in (DOCS / "webhooks.md").read_text()
