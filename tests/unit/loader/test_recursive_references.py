"""Recursive references become references to the schema that contains them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Diagnostics
from generator.loader import load

HEAD = "openapi: 3.1.0\ninfo: {title: A, version: '1'}\n"
RECURSIVE = "{$recursiveRef: '#'}"
TREE = {"$ref": "#/components/schemas/Tree"}


def schemas(tmp_path: Path, text: str) -> Any:
    """Return the schemas of a document after it was loaded."""
    path = tmp_path / "openapi.yaml"
    path.write_text(f"{HEAD}{text}", encoding="utf-8")
    document = load([path], relative_to=tmp_path, diagnostics=Diagnostics())
    return document.roots[0].value["components"]["schemas"]


@pytest.mark.parametrize("name", ["children", "value", "default", "enum"])
def test_a_property_of_any_name_can_be_recursive(tmp_path: Path, name: str) -> None:
    properties = f"{{{name}: {RECURSIVE}}}"
    text = f"components: {{schemas: {{Tree: {{properties: {properties}}}}}}}\n"
    assert schemas(tmp_path, text)["Tree"]["properties"][name] == TREE


def test_data_and_references_to_anchors_stay(tmp_path: Path) -> None:
    text = f"""
components:
  schemas:
    Tree:
      default: {RECURSIVE}
      items: {{$recursiveRef: '#node'}}
      not: {{$ref: '#/components/schemas/Other', $recursiveRef: '#'}}
    Other: {{}}
"""
    assert schemas(tmp_path, text)["Tree"] == {
        "default": {"$recursiveRef": "#"},
        "items": {"$recursiveRef": "#node"},
        "not": {"$ref": "#/components/schemas/Other", "$recursiveRef": "#"},
    }


def test_a_recursive_reference_is_not_an_anchor(tmp_path: Path) -> None:
    path = tmp_path / "openapi.yaml"
    text = f"components: {{schemas: {{Tree: {{items: {RECURSIVE}}}}}}}\n"
    path.write_text(f"{HEAD}{text}", encoding="utf-8")
    document = load([path], relative_to=tmp_path, diagnostics=Diagnostics())
    assert not document.anchors


def test_a_list_that_replaces_a_misplaced_reference_is_replaced_once(
    tmp_path: Path,
) -> None:
    text = f"""
components:
  schemas:
    Tree: {{allOf: {{$ref: '#/components/schemas/Node/allOf'}}}}
    Node: {{allOf: [{RECURSIVE}]}}
"""
    node = {"$ref": "#/components/schemas/Node"}
    values = schemas(tmp_path, text)
    assert values["Node"]["allOf"] == values["Tree"]["allOf"] == [node]
