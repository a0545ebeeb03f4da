"""Constraints that types do not express, in words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.loader import load
from generator.normalizer import normalize

COLOR = {"$ref": "#/components/schemas/Color"}


def statements(schema: Any, folder: Path) -> list[str]:
    """Return the statements of a declared schema."""
    schemas = {"Value": schema, "Color": {"enum": ["red", "green"]}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Acme", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
    }
    path = folder / "openapi.yaml"
    path.write_text(yaml.safe_dump(document, sort_keys=False), encoding="utf-8")
    diagnostics = Diagnostics()
    loaded = load([path], relative_to=folder, diagnostics=diagnostics)
    api = normalize(loaded, Config(package="acme", client="Acme"), diagnostics)
    assert not {item.rule.code for item in diagnostics} - {"no-servers"}
    (value,) = (item for item in api.declarations if item.header.words == ("Value",))
    return [
        item.template.format(*item.values)
        for item in value.header.documentation.statements
    ]


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"not": {"const": 1}}, ["the value is not `1`"]),
        ({"not": {"type": ["null", "array"]}}, ["the value is not null or an array"]),
        ({"not": {"required": ["a"]}}, ["`a` is absent"]),
        ({"not": {"required": ["a", "b"]}}, ["`a` and `b` are not present together"]),
        ({"not": {"pattern": "^x"}}, ["the value does not match `^x`"]),
        ({"not": {"not": {"minimum": 3}}}, ["the value is at least 3"]),
        ({"not": {}}, ["the value is absent"]),
        ({"not": COLOR}, ["the value has another type than `Color`"]),
        (
            {"not": {"anyOf": [{"type": "string"}, {"const": 5}]}},
            ["the value is not a string and the value is not `5`"],
        ),
        ({"not": {"properties": {"a": {"enum": ["x"]}}}}, ['`a` is not `"x"`']),
        (
            {"not": {"minLength": 1, "maxLength": 5}},
            [
                "it is not true that the value has at least 1 character "
                "and has at most 5 characters"
            ],
        ),
        (
            {"not": {"contentEncoding": "base64"}},
            ['it is not true that the value has `contentEncoding: "base64"`'],
        ),
    ],
)
def test_negations(schema: Any, expected: list[str], tmp_path: Path) -> None:
    assert statements(schema, tmp_path) == expected


@pytest.mark.parametrize(
    ("keywords", "expected"),
    [
        (
            {"contains": {"minimum": 5, "multipleOf": 2}},
            ["contains an item that is at least 5 and is a multiple of 2"],
        ),
        ({"contains": {}, "minContains": 0}, []),
        (
            {"contains": True, "minContains": 2, "maxContains": 2},
            ["contains exactly 2 items"],
        ),
        (
            {"contains": {"type": "null"}, "unevaluatedItems": False},
            ["contains an item that is null", "without other items"],
        ),
        (
            {"items": {"type": "string", "not": {"const": "x"}}},
            ['each item: the value is not `"x"`'],
        ),
    ],
)
def test_items(keywords: Any, expected: list[str], tmp_path: Path) -> None:
    assert statements({"type": "array", **keywords}, tmp_path) == expected


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (
            {"if": {"required": ["a"]}, "then": {"properties": {"b": False}}},
            ["if `a` is present: `b` is absent"],
        ),
        ({"if": {"title": "Any"}, "then": {"required": ["a"]}}, ["`a` is present"]),
        ({"if": {"required": ["a"]}}, []),
        ({"then": {"required": ["a"]}}, []),
        (
            {
                "if": {"properties": {"a": {"const": True}}, "required": ["a"]},
                "else": {
                    "if": {"properties": {"b": {"properties": {"c": {"const": 1}}}}},
                    "then": {"required": ["d"]},
                },
            },
            ["unless `a` is `true`: if `b.c` is `1`: `d` is present"],
        ),
        (
            {
                "type": "object",
                "dependentRequired": {"a": ["b"]},
                "dependencies": {"a": ["c"], "d": {"minProperties": 2}},
            },
            [
                "`a` requires `b` and `c`",
                "if `d` is present: the value has at least 2 properties",
            ],
        ),
        (
            {"type": "object", "propertyNames": COLOR, "properties": {"red": {}}},
            ["each key has the type `Color`"],
        ),
        ({"type": "object", "propertyNames": COLOR}, []),
        ({"type": "object", "propertyNames": False}, ["without properties"]),
        (
            {"oneOf": [{"required": ["a"]}, {"required": ["b"]}], "type": "object"},
            ["exactly one of these: `a` is present or `b` is present"],
        ),
    ],
)
def test_objects(schema: Any, expected: list[str], tmp_path: Path) -> None:
    assert statements(schema, tmp_path) == expected


@pytest.mark.parametrize(
    "schema",
    [
        {"type": ["string", "null"], "not": {"type": "null"}},
        {"type": ["string", "number"], "not": {"type": ["integer", "number"]}},
        {"enum": ["a", "b"], "not": {"enum": ["b", "c"]}},
    ],
)
def test_negations_that_the_type_expresses(schema: Any, tmp_path: Path) -> None:
    assert statements(schema, tmp_path) == []


def test_parts_of_all_of(tmp_path: Path) -> None:
    parts = [{"not": {"required": ["a"]}}, {"not": {"required": ["b"]}}]
    schema = {"type": "object", "allOf": [*parts, {**parts[0]}]}
    assert statements(schema, tmp_path) == ["`a` is absent", "`b` is absent"]


def test_long_schemas_are_cut(tmp_path: Path) -> None:
    names = [f"name{number}" for number in range(20)]
    schema = {
        "not": {"enum": names},
        "if": {"properties": {name: {"const": 1} for name in names}},
        "then": {"required": ["a"]},
    }
    first, second = statements(schema, tmp_path)
    assert first.endswith('`"name11"` or more')
    assert second.endswith("`name7` is `1` and more: `a` is present")
    (only,) = statements({"not": {"const": "x" * 200}}, tmp_path)
    assert only.endswith("xxx…`")
    assert len(only) < 120


def test_nested_conditions_are_cut(tmp_path: Path) -> None:
    schema: dict[str, Any] = {"const": 1}
    for _ in range(40):  # with two searches for each level, this would not end
        test = {"properties": {"a": schema}, "required": ["a"]}
        schema = {"if": test, "then": {"required": ["b"]}}
    (only,) = statements({"not": schema}, tmp_path)
    assert len(only) < 2_000


def test_nested_schemas_are_cut(tmp_path: Path) -> None:
    schema: dict[str, Any] = {"const": 1}
    for _ in range(9):
        schema = {"properties": {"a": schema}}
    (only,) = statements({"if": schema, "then": {"required": ["a"]}}, tmp_path)
    assert only == "if `a.a.a.a.a` is valid: `a` is present"
