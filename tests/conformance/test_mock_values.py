"""Values of the mock are valid where types do not represent all keywords of a schema."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # it has no types
import pytest

from tests.conformance.json_schema_suite import document_of
from tests.conformance.observation import client_of

AB: dict[str, Any] = {
    "type": "object",
    "properties": {"a": {"type": "string"}, "b": {"type": "string"}},
}


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"const": {"a": [1, 2]}}, {"a": [1, 2]}),
        ({"enum": [[False], {"a": 1}]}, [False]),
        ({"type": "number", "const": -2.5}, -2.5),
        ({"type": "string", "minLength": 6}, "textxx"),
        ({"type": "integer", "minimum": 7, "multipleOf": 5}, 10),
        ({"type": "integer", "multipleOf": 0.3}, 0),
        ({"type": "number", "maximum": 1, "multipleOf": 7.5}, 0.0),
        ({"type": "array", "items": {"type": "boolean"}, "minItems": 2}, [True, True]),
        ({"type": "array", "items": False}, []),
        ({"type": "object", "minProperties": 2}, {"key1": {}, "key2": {}}),
        (
            {"additionalProperties": {"type": "integer"}, "minProperties": 1},
            {"key1": 1},
        ),
        ({"properties": {"a": {"type": "string"}, "b": False}}, {"a": "a"}),
        ({"properties": {"a": {"type": "string"}, "b": {"not": {}}}}, {"a": "a"}),
        ({"type": "array", "unevaluatedItems": False}, []),
        ({"type": "array", "allOf": [{"minItems": 0}], "unevaluatedItems": False}, []),
        ({"type": "array", "prefixItems": [{"type": "string"}], "items": True}, []),
        (
            {
                "type": "object",
                "propertyNames": {"enum": ["b", "a"]},
                "additionalProperties": {"type": "integer"},
                "minProperties": 2,
            },
            {"b": 1, "a": 1},
        ),
        (
            {
                "properties": {"a": {"type": "string"}},
                "dependentSchemas": {"a": {"properties": {"b": {"type": "integer"}}}},
                "unevaluatedProperties": False,
                "if": {"properties": {"c": {"const": 1}}, "required": ["c"]},
                "then": {"maxProperties": 1},
            },
            {"a": "a"},
        ),
        (
            {"properties": {"a": {"type": "string", "minLength": 4, "default": "bad"}}},
            {"a": "axxx"},
        ),
        ({"type": "string", "anyOf": [{"maxLength": 9}, {"minLength": 20}]}, "text"),
        ({**AB, "not": {"required": ["a", "b"]}}, {"a": "a"}),
        ({**AB, "not": {"anyOf": [{"required": ["a"]}]}}, {"b": "b"}),
        ({**AB, "oneOf": [{"required": ["a"]}, {"required": ["b"]}]}, {"a": "a"}),
        (
            {**AB, "oneOf": [{"required": ["a", "b"]}, {"required": ["b"]}]},
            {"b": "b"},
        ),
        (
            {
                **AB,
                "anyOf": [{"required": ["a"]}, {"required": ["b"]}],
                "not": {"required": ["a", "b"]},
            },
            {"a": "a"},
        ),
        (
            {
                **AB,
                "required": ["b"],
                "allOf": [{"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}],
            },
            {"b": "b"},
        ),
        (
            {
                "properties": {**AB["properties"], "c": {"type": "integer"}},
                "required": ["c"],
                "anyOf": [{"required": ["a"]}, {"required": ["b"]}],
            },
            {"a": "a", "c": 1},
        ),
    ],
)
def test_value_is_valid(schema: dict[str, Any], expected: Any, tmp_path: Path) -> None:
    with client_of(document_of(schema), tmp_path) as client:
        value = client.mock_value()
    assert value == expected
    jsonschema.Draft202012Validator(schema).validate(value)


@pytest.mark.parametrize(
    ("schema", "type_"),
    [
        ({"type": "string", "oneOf": [{"maxLength": 2}, {"pattern": "^a"}]}, "str"),
        ({"type": "integer", "anyOf": [{"minimum": 2}, {"multipleOf": 5}]}, "int"),
        (
            {
                "type": "array",
                "items": {"type": "string"},
                "anyOf": [{"minItems": 1}, {"uniqueItems": True}],
            },
            "list[str]",
        ),
        # A member of another kind changes the type.
        (
            {"type": "string", "anyOf": [{"enum": ["a"]}, {"minLength": 2}]},
            'Literal["a"] | str',
        ),
        ({"anyOf": [{"minLength": 2}, {"minimum": 5}]}, "Any"),
    ],
)
def test_union_that_only_limits_values(
    schema: dict[str, Any], type_: str, tmp_path: Path
) -> None:
    with client_of(document_of(schema), tmp_path / "client"):
        files = list((tmp_path / "client").rglob("types/*.py"))
    text = "".join(file.read_text(encoding="utf-8") for file in files)
    assert f"Value: TypeAlias = {type_}\n" in text
