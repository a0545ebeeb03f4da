"""Methods that follow links are compared as other calls are."""

from __future__ import annotations

from pathlib import Path

from generator.comparison import compare
from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import analyze

DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
paths:
  /users:
    post:
      operationId: users_create
      responses:
        '201':
          description: The user.
          content: {application/json: {schema: {type: object, required: [id], properties: {id: {type: string}}}}}
          links: {orders: {operationId: orders_list, parameters: {owner: $response.body#/id}}}
  /orders:
    get:
      operationId: orders_list
      parameters: [{name: owner, in: query, required: true, schema: {type: string}}]
      responses: {'200': {description: Orders., content: {application/json: {schema: {type: string}}}}}
"""


def changes(folder: Path, old: str, new: str) -> list[tuple[str, str]]:
    """Return the rule and the subject of each change."""
    sides = []
    for name, text in (("old", old), ("new", new)):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        config = Config("acme", "Acme", (f"{name}.yaml",), directory=folder)
        result = analyze(config, Diagnostics())
        sides.append((result.api, result.package))
    return [(item.rule.id, item.subject) for item in compare(sides[0], sides[1])]


def test_link_that_is_removed_or_added(tmp_path: Path) -> None:
    other = DOCUMENT.replace("links: {orders:", "links: {list:")
    removed, added = "client.users.follow_orders", "client.users.follow_list"
    expected = [("call-removed", removed), ("call-added", added)]
    assert changes(tmp_path, DOCUMENT, other) == expected


def test_link_with_another_result(tmp_path: Path) -> None:
    other = DOCUMENT.replace(
        "{schema: {type: string}}}}}\n", "{schema: {type: integer}}}}}\n"
    )
    assert other != DOCUMENT
    assert changes(tmp_path, DOCUMENT, other) == [
        ("response-type-changed", "client.orders.list"),
        ("response-type-changed", "client.users.follow_orders"),
    ]


def test_same_link_in_a_class_with_a_method_list(tmp_path: Path) -> None:
    """The annotation of the result has another name there, and the same meaning."""
    document = DOCUMENT.replace(
        "schema: {type: string}}}}}\n",
        "schema: {type: array, items: {type: string}}}}}}\n",
    )
    listed = document.replace(
        "  /users:\n",
        "  /users:\n    get: {operationId: users_list, responses: {'204': {description: d}}}\n",
    )
    assert changes(tmp_path, document, listed) == [("call-added", "client.users.list")]
