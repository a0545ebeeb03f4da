"""Null is a value of a composed schema if the schemas that it combines accept null."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import build

SCHEMAS = """
Item: {type: object, properties: {a: {type: string}}}
Other: {type: object, properties: {b: {type: string}}}
Void: {type: [object, 'null'], properties: {a: {type: string}}}
Old: {type: object, nullable: true, properties: {a: {type: string}}}
Text: {type: [string, 'null']}
Word: {enum: [a, null]}
Both: {anyOf: [{type: object, properties: {a: {type: string}}}, {type: 'null'}]}
Wrapped: {allOf: [{$ref: '#/components/schemas/Void'}], description: A wrapper.}
Twice: {allOf: [{$ref: '#/components/schemas/Wrapped'}, {description: Twice.}]}
WrappedOld: {allOf: [{$ref: '#/components/schemas/Old'}]}
WrappedUnion: {allOf: [{$ref: '#/components/schemas/Both'}]}
Alias: {$ref: '#/components/schemas/Wrapped'}
Either: {oneOf: [{$ref: '#/components/schemas/Void'}, {type: string}]}
Objects: {oneOf: [{$ref: '#/components/schemas/Void'}, {$ref: '#/components/schemas/Other'}]}
One: {oneOf: [{$ref: '#/components/schemas/Twice'}]}
Short: {allOf: [{$ref: '#/components/schemas/Text'}, {maxLength: 3}]}
Typed: {allOf: [{$ref: '#/components/schemas/Text'}, {type: string}]}
Larger: {allOf: [{$ref: '#/components/schemas/Void'}, {type: object, properties: {b: {type: string}}}]}
Excluded: {allOf: [{$ref: '#/components/schemas/Text'}], not: {type: 'null'}}
Loop: {allOf: [{$ref: '#/components/schemas/Loop'}]}
Plain: {allOf: [{$ref: '#/components/schemas/Item'}]}
Nothing: {type: 'null'}
Constant: {const: null}
Same: {$ref: '#/components/schemas/Nothing'}
Perhaps: {anyOf: [{$ref: '#/components/schemas/Item'}, {$ref: '#/components/schemas/Nothing'}]}
Nested: {anyOf: [{$ref: '#/components/schemas/Either'}, {type: integer}]}
"""
ONLY_NULL = ("Nothing", "Constant", "Same")
NULLABLE = (
    "Void Old Text Word Both Wrapped Twice WrappedOld WrappedUnion Alias Either Objects "
    "One Short Perhaps Nested"
).split()
INLINE = {
    "anyOf: [{$ref: '#/components/schemas/Item'}, {$ref: '#/components/schemas/Same'}]": True,
    "anyOf: [{$ref: '#/components/schemas/Nothing'}, {type: string}]": True,
    "oneOf: [{$ref: '#/components/schemas/Void'}, {$ref: '#/components/schemas/Other'}]": True,
    "oneOf: [{$ref: '#/components/schemas/Item'}, {$ref: '#/components/schemas/Other'}]": False,
    "allOf: [{type: [string, 'null']}, {maxLength: 3}]": True,
    "allOf: [{type: [string, 'null']}, {type: string}]": False,
    "allOf: [{$ref: '#/components/schemas/Text'}], maxLength: 3": True,
    "$ref: '#/components/schemas/Text', maxLength: 3": True,
}


def read_annotation(folder: Path, schema: str) -> str:
    """Return the annotation of a required property."""
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": "1"},
        "paths": {},
        "components": {
            "schemas": {
                **yaml.safe_load(SCHEMAS),
                "Thing": {
                    "type": "object",
                    "required": ["value"],
                    "properties": {"value": yaml.safe_load(f"{{{schema}}}")},
                },
            }
        },
    }
    (folder / "openapi.yaml").write_text(yaml.safe_dump(document, sort_keys=False))
    config = Config(specs=("openapi.yaml",), directory=folder, unused_types=True)
    (text,) = (
        content.decode()
        for path, content in build(config, Diagnostics()).files.items()
        if "/types/" in path and b"class Thing(" in content
    )
    return text.partition("\n    value: ")[2].partition("\n")[0]


@pytest.mark.parametrize("name", yaml.safe_load(SCHEMAS))
def test_references(name: str, tmp_path: Path) -> None:
    type_ = read_annotation(tmp_path, f"$ref: '#/components/schemas/{name}'")
    expected = f"{name} | None" if name in NULLABLE else name
    assert type_ == ("None" if name in ONLY_NULL else expected)


@pytest.mark.parametrize("name", yaml.safe_load(SCHEMAS))
def test_wrapped_references(name: str, tmp_path: Path) -> None:
    part = f"allOf: [{{$ref: '#/components/schemas/{name}'}}], description: A value."
    type_ = read_annotation(tmp_path, part)
    assert type_.endswith(" | None") == (name in NULLABLE)


@pytest.mark.parametrize("schema", INLINE)
def test_inline_schemas(schema: str, tmp_path: Path) -> None:
    assert read_annotation(tmp_path, schema).endswith(" | None") == INLINE[schema]
