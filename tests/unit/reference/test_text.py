"""Text with spans of code."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from pathlib import Path

from generator.lowering import lower_reference
from generator.reference.text import Code, parse_text
from generator.rendering.markdown.markdown import text
from tests.unit.lowering.reference.sites import build_reference

DOCUMENT = """
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /orders:
    get:
      operationId: listOrders
      tags: [Orders]
      responses:
        '200':
          description: Orders
          content:
            application/json:
              schema: {type: object, properties: {id: {type: string}}}
"""


def test_code_is_between_backticks() -> None:
    assert parse_text("Call `x()` now.") == ("Call ", Code("x()"), " now.")
    assert parse_text("`x`") == (Code("x"),)
    assert parse_text("") == ()


def test_values_may_contain_backticks() -> None:
    spans = parse_text("Set `{}={}`, {}.", "mode", "'a`b'", "or not")
    assert spans == ("Set ", Code("mode='a`b'"), ", or not.")
    assert text(spans) == "Set ``mode='a`b'``, or not."


def test_the_site_has_no_names_of_markdown_files(tmp_path: Path) -> None:
    generated = build_reference(tmp_path, DOCUMENT).generated
    site = lower_reference(generated.api, generated.package)
    assert [page.name for page in site.pages] == ["orders"]
    assert not [item for item in _strings(site) if item.endswith(".md")]


def _strings(node: object) -> list[str]:
    """Return all strings in a tree."""
    match node:
        case str():
            return [node]
        case dict():
            return [item for value in node.items() for item in _strings(value)]
        case tuple() | list():
            return [item for value in node for item in _strings(value)]
        case _ if is_dataclass(node):
            values = (getattr(node, field.name) for field in fields(node))
            return [item for value in values for item in _strings(value)]
        case _:
            return []
