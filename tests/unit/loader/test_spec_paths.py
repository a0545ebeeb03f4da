"""Values of documents, as openapi-spec-validator reads them."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema_path.paths import SchemaPath

from generator.loader.spec_paths import schema_path

URI = "file:///a.yaml"
DOCUMENT: dict[str, Any] = {
    "paths": {"/a": {"get": {"parameters": [{"$ref": "#/parameters/b"}, 1, None]}}},
    "parameters": {"b": {"schema": {"$ref": "b.yaml#/c"}}, "d": {"$ref": 1}},
    "loop": {"$ref": "#/loop"},
    "broken": {"$ref": "#/nothing"},
    "missing": {"$ref": "c.yaml"},
    "text": "a",
}
OTHER: dict[str, Any] = {"c": {"items": {"$ref": "#/e"}}, "e": {"type": "string"}}


def read(uri: str) -> Any:
    if uri != "file:///b.yaml":
        raise LookupError(uri)
    return OTHER


def outcome(root: SchemaPath, parts: tuple[str | int, ...]) -> object:
    """Return the value at a path, and its keys, or the type of the exception."""
    path = root
    for part in parts:
        path = path / part
    try:
        return path.read_value(), path.exists(), "items" in path
    except Exception as error:
        return type(error)


@pytest.mark.parametrize(
    "parts",
    [
        (),
        ("paths",),
        ("paths", "/a", "get", "parameters"),
        ("paths", "/a", "get", "parameters", 0),
        ("paths", "/a", "get", "parameters", 0, "schema"),
        ("paths", "/a", "get", "parameters", 0, "schema", "items"),
        ("paths", "/a", "get", "parameters", 0, "schema", "items", "type"),
        ("paths", "/a", "get", "parameters", 1),
        ("paths", "/a", "get", "parameters", 2),
        ("paths", "/a", "get", "parameters", 3),
        ("paths", "/a", "get", "parameters", "b"),
        ("parameters", "d"),
        ("parameters", "d", "$ref"),
        ("broken",),
        ("broken", "a"),
        ("missing", "a"),
        ("loop",),
        ("text",),
        ("text", 0),
        ("nothing",),
        ("nothing", "a"),
    ],
)
def test_values_are_those_of_the_library(parts: tuple[str | int, ...]) -> None:
    handlers = {"file": read}
    expected = SchemaPath.from_dict(DOCUMENT, base_uri=URI, handlers=handlers)
    root = schema_path(DOCUMENT, URI, handlers)
    assert outcome(root, parts) == outcome(expected, parts)
    assert outcome(root, parts) == outcome(expected, parts)
