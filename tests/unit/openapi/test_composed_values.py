"""Examples of schemas whose types other schemas declare, in linear time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Diagnostics
from generator.loader import load
from generator.openapi.composed_values import read_composed
from generator.openapi.document import Document
from generator.openapi.schema import Schema
from generator.source import Location


def open_document(tmp_path: Path, schemas: dict[str, Any]) -> Document:
    path = tmp_path / "openapi.json"
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Acme", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
    }
    path.write_text(json.dumps(document), encoding="utf-8")
    return load([path], relative_to=tmp_path, diagnostics=Diagnostics())


def read(document: Document, name: str, value: Any) -> Any:
    schemas = document.roots[0].schemas
    assert schemas is not None
    schema = schemas.at(name, Schema)
    return read_composed(value, schema, document, Location(schema.file, ()))


def test_a_value_without_a_schema(tmp_path: Path) -> None:
    document = open_document(tmp_path, {})
    where = Location(document.roots[0].file, ())
    assert read_composed({"a": 1}, None, document, where) == {"a": 1}


def test_parts_and_members(tmp_path: Path) -> None:
    text = {"type": "string"}
    schemas = {
        "Text": text,
        "Item": {
            "allOf": [{"properties": {"a": {"$ref": "#/components/schemas/Text"}}}],
            "oneOf": [{"properties": {"b": text}}, {"properties": {"b": text}}],
            "anyOf": [{"additionalProperties": text}],
        },
        "Pair": {"prefixItems": [text], "items": {"type": "integer"}},
        "Either": {"oneOf": [text, {"type": "number"}]},
    }
    document = open_document(tmp_path, schemas)
    assert read(document, "Item", {"a": 1, "b": 2, "c": 3}) == {
        "a": "1",
        "b": "2",
        "c": "3",
    }
    assert read(document, "Pair", [1, 2, "3"]) == ["1", 2, 3]
    assert read(document, "Either", 1) == 1


def test_unions_within_unions(tmp_path: Path) -> None:
    """Each level has two unions with the next one: 2**60 paths to the last level."""
    schemas: dict[str, Any] = {
        f"Level{index}": {
            key: [{"$ref": f"#/components/schemas/Level{index + 1}"}]
            for key in ("anyOf", "oneOf")
        }
        for index in range(60)
    }
    schemas["Level60"] = {"type": "string"}
    document = open_document(tmp_path, schemas)
    assert read(document, "Level0", 5) == "5"


def test_more_members_than_are_read(tmp_path: Path) -> None:
    members = [{"type": "string", "minLength": index} for index in range(100)]
    document = open_document(tmp_path, {"Many": {"anyOf": members}})
    assert read(document, "Many", 5) == 5


def test_many_properties(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The properties of a schema are listed once for each object."""
    calls: list[object] = []
    mapping = Schema.mapping

    def count(schema: Schema, key: str, kind: type[Schema]) -> dict[str, Schema]:
        calls.append(key)
        return mapping(schema, key, kind)

    monkeypatch.setattr(Schema, "mapping", count)
    names = [f"p{index}" for index in range(20)]
    item = {"properties": {name: {"type": "string"} for name in names}}
    document = open_document(tmp_path, {"Item": item})
    calls.clear()
    assert read(document, "Item", dict.fromkeys(names, 1)) == dict.fromkeys(names, "1")
    assert calls.count("properties") == 1
