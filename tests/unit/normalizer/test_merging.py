"""`allOf`: the parts of a schema put together."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.cli.inspect.model_outline import outline_model
from generator.loader import load
from generator.normalizer import normalize

TEXT = {"type": "string"}


def outline(
    folder: Path, schemas: dict[str, Any]
) -> tuple[dict[str, list[str]], list[str]]:
    """What declarations hold, by name, and the codes of all findings."""
    path = folder / "api.json"
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Merging", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
    }
    path.write_text(json.dumps(document), "utf-8")
    diagnostics = Diagnostics()
    read = load([path], relative_to=folder, diagnostics=diagnostics)
    api = normalize(read, Config(package="p", client="C"), diagnostics)
    found: dict[str, list[str]] = {}
    for line in outline_model(api).partition("declarations\n")[2].splitlines():
        if line.startswith("    "):
            found[name].append(line.strip())
        else:
            name = line.strip().partition(":")[0]
            found[name] = []
    return found, [item.rule.code for item in diagnostics]


def thing(*required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(required), "properties": properties}


def ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([thing(a=TEXT), thing(b=TEXT)], ["a?: string", "b?: string"]),
        # What any part requires is required, wherever the property stands.
        ([thing("b", a=TEXT), thing(b=TEXT)], ["a?: string", "b: string"]),
        ([thing(a=TEXT), {"required": ["a"]}], ["a: string"]),
        # A later part has the last word, unless it says nothing about the value.
        ([thing(a=TEXT), thing(a={"enum": ["x"]})], ['a?: "x"']),
        ([thing(a=TEXT), thing(a={"description": "An a."})], ["a?: string"]),
        ([thing(a={"description": "An a."}), thing(a=TEXT)], ["a?: string"]),
        ([thing(a=TEXT), {"additionalProperties": False}], ["a?: string"]),
        ([thing(a=TEXT), {"additionalProperties": TEXT}], ["a?: string", "*: string"]),
        ([{"type": "number"}, {"type": "integer"}], ["integer"]),
        ([{"type": ["string", "null"]}, {"type": "string"}], ["string"]),
        ([TEXT, {"enum": ["a", "b"]}], ['"a" | "b"']),
        ([{"type": "array", "items": TEXT}, {"minItems": 1}], ["[string]"]),
        (
            [{"allOf": [{"allOf": [thing(a=TEXT)]}]}, thing(b=TEXT)],
            ["a?: string", "b?: string"],
        ),
    ],
)
def test_parts_hold_together(
    parts: list[dict[str, Any]], expected: list[str], tmp_path: Path
) -> None:
    found, codes = outline(tmp_path, {"A": {"allOf": parts}})
    assert (found["A"], codes) == (expected, [])


def test_bases_come_first_and_once(tmp_path: Path) -> None:
    schemas = {
        "Base": thing("id", id=TEXT),
        "Left": {"allOf": [ref("Base"), thing(left=TEXT)]},
        "Right": {"allOf": [ref("Base"), thing(right=TEXT)]},
        "Both": {"allOf": [ref("Left"), ref("Right")]},
    }
    found, _ = outline(tmp_path, schemas)
    assert found["Both"] == ["id: string", "left?: string", "right?: string"]


def test_types_that_exclude_each_other_are_told(tmp_path: Path) -> None:
    found, codes = outline(tmp_path, {"A": {"allOf": [TEXT, {"type": "integer"}]}})
    assert (found["A"], codes) == (["integer"], ["conflicting-all-of"])


def test_a_schema_that_is_part_of_itself_is_told(tmp_path: Path) -> None:
    schemas = {"A": {"allOf": [ref("B"), thing(a=TEXT)]}, "B": {"allOf": [ref("A")]}}
    found, codes = outline(tmp_path, schemas)
    assert found["A"] == ["a?: string"]
    assert set(codes) == {"recursive-reference"}


def test_a_union_beside_properties_gives_them_to_each_member(tmp_path: Path) -> None:
    union = {"oneOf": [thing("x", x=TEXT), thing("y", y=TEXT)]}
    found, _ = outline(tmp_path, {"A": {"allOf": [thing("id", id=TEXT), union]}})
    members = [found[name] for name in found["A"]]
    assert members == [["id: string", "x: string"], ["id: string", "y: string"]]


def test_inline_types_of_a_base_are_shared(tmp_path: Path) -> None:
    schemas = {
        "Base": thing(owner=thing(name=TEXT)),
        "Child": {"allOf": [ref("Base"), thing(age=TEXT)]},
    }
    found, _ = outline(tmp_path, schemas)
    assert found["Child"] == ["owner?: Base.owner", "age?: string"]
    assert "Child.owner" not in found
