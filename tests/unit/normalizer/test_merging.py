"""Merging of `allOf`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.cli.inspect.model_outline import outline_model
from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.loader import load
from generator.normalizer import normalize

STRING = {"type": "string"}


def outline(
    folder: Path, schemas: dict[str, Any]
) -> tuple[dict[str, list[str]], list[str]]:
    """Return the outline of each declaration by name, and all diagnostic codes."""
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
    outlines: dict[str, list[str]] = {}
    name = ""
    for line in outline_model(api).partition("declarations\n")[2].splitlines():
        if line.startswith("    "):
            outlines[name].append(line.strip())
        else:
            name = line.strip().partition(":")[0]
            outlines[name] = []
    return outlines, [item.rule.code for item in diagnostics]


def object_with(*required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(required), "properties": properties}


def ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([object_with(a=STRING), object_with(b=STRING)], ["a?: string", "b?: string"]),
        # A property is required if any part requires it.
        (
            [object_with("b", a=STRING), object_with(b=STRING)],
            ["a?: string", "b: string"],
        ),
        ([object_with(a=STRING), {"required": ["a"]}], ["a: string"]),
        # A later part replaces a property unless it only adds annotations.
        ([object_with(a=STRING), object_with(a={"enum": ["x"]})], ['a?: "x"']),
        (
            [object_with(a=STRING), object_with(a={"description": "An a."})],
            ["a?: string"],
        ),
        (
            [object_with(a={"description": "An a."}), object_with(a=STRING)],
            ["a?: string"],
        ),
        ([object_with(a=STRING), {"additionalProperties": False}], ["a?: string"]),
        (
            [object_with(a=STRING), {"additionalProperties": STRING}],
            ["a?: string", "*: string"],
        ),
        ([{"type": "number"}, {"type": "integer"}], ["integer"]),
        ([{"type": ["string", "null"]}, {"type": "string"}], ["string"]),
        ([STRING, {"enum": ["a", "b"]}], ['"a" | "b"']),
        ([{"type": "array", "items": STRING}, {"minItems": 1}], ["[string]"]),
        (
            [{"allOf": [{"allOf": [object_with(a=STRING)]}]}, object_with(b=STRING)],
            ["a?: string", "b?: string"],
        ),
    ],
)
def test_parts_are_merged(
    parts: list[dict[str, Any]], expected: list[str], tmp_path: Path
) -> None:
    outlines, codes = outline(tmp_path, {"A": {"allOf": parts}})
    assert (outlines["A"], codes) == (expected, [])


def test_bases_are_included_first_and_once(tmp_path: Path) -> None:
    schemas = {
        "Base": object_with("id", id=STRING),
        "Left": {"allOf": [ref("Base"), object_with(left=STRING)]},
        "Right": {"allOf": [ref("Base"), object_with(right=STRING)]},
        "Both": {"allOf": [ref("Left"), ref("Right")]},
    }
    outlines, _ = outline(tmp_path, schemas)
    assert outlines["Both"] == ["id: string", "left?: string", "right?: string"]


def test_conflicting_types_are_reported(tmp_path: Path) -> None:
    outlines, codes = outline(tmp_path, {"A": {"allOf": [STRING, {"type": "integer"}]}})
    assert (outlines["A"], codes) == (["integer"], ["conflicting-all-of"])


def test_a_schema_that_includes_itself_is_reported(tmp_path: Path) -> None:
    schemas = {
        "A": {"allOf": [ref("B"), object_with(a=STRING)]},
        "B": {"allOf": [ref("A")]},
    }
    outlines, codes = outline(tmp_path, schemas)
    assert outlines["A"] == ["a?: string"]
    assert set(codes) == {"recursive-reference"}


def test_sibling_properties_belong_to_each_member_of_a_union(tmp_path: Path) -> None:
    union = {"oneOf": [object_with("x", x=STRING), object_with("y", y=STRING)]}
    outlines, _ = outline(
        tmp_path, {"A": {"allOf": [object_with("id", id=STRING), union]}}
    )
    members = [outlines[name] for name in outlines["A"]]
    assert members == [["id: string", "x: string"], ["id: string", "y: string"]]


def test_inline_types_of_a_base_are_shared(tmp_path: Path) -> None:
    schemas = {
        "Base": object_with(owner=object_with(name=STRING)),
        "Child": {"allOf": [ref("Base"), object_with(age=STRING)]},
    }
    outlines, _ = outline(tmp_path, schemas)
    assert outlines["Child"] == ["age?: string", "owner?: Base.owner"]
    assert "Child.owner" not in outlines


def map_of(schema: object) -> dict[str, object]:
    return {"type": "object", "additionalProperties": schema}


def test_schemas_of_undeclared_properties_are_merged(tmp_path: Path) -> None:
    schemas = {
        "Base": map_of(object_with(a=STRING)),
        "Child": {"allOf": [ref("Base"), map_of(object_with(b=STRING))]},
        "Numbers": {"allOf": [map_of({"type": "number"}), map_of({"type": "integer"})]},
        "Same": {"allOf": [map_of(STRING), map_of({"description": "A name."})]},
        "Open": {"allOf": [map_of(STRING), map_of(True)]},
    }
    outlines, codes = outline(tmp_path, schemas)
    merged = outlines["Child"][0].removeprefix("{").removesuffix("}")
    assert outlines[merged] == ["a?: string", "b?: string"]
    assert outlines["Numbers"] == ["{integer}"]
    assert outlines["Same"] == outlines["Open"] == ["{string}"]
    assert codes == []


def test_conflicting_undeclared_properties_are_reported(tmp_path: Path) -> None:
    parts = [map_of(STRING), map_of({"type": "integer"})]
    outlines, codes = outline(tmp_path, {"A": {"allOf": parts}})
    assert (outlines["A"], codes) == (["{integer}"], ["conflicting-all-of"])


def test_patterns_and_undeclared_properties_are_joined(tmp_path: Path) -> None:
    patterns = {"patternProperties": {"^x-": STRING}}
    schemas = {
        "Typed": {**patterns, **map_of({"type": "integer"})},
        "Any": {**patterns, **map_of(True)},
        "Closed": {**patterns, **map_of(False)},
    }
    outlines, _ = outline(tmp_path, schemas)
    assert outlines["Typed"] == ["{string | integer}"]
    assert outlines["Any"] == ["{any}"]
    assert outlines["Closed"] == ["{string}"]
