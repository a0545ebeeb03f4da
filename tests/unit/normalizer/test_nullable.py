"""`nullable: true` alone, as a part of a union or an `allOf`, means null."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import build

NULL = "{nullable: true}"
OTHER = "$ref: '#/components/schemas/Other'"
CASES = {
    f"anyOf: [{{{OTHER}}}, {NULL}]": "Other | None",
    f"oneOf: [{{{OTHER}}}, {{nullable: true, description: Nothing.}}]": "Other | None",
    f"anyOf: [{{type: string}}, {{type: integer}}, {NULL}]": "str | int | None",
    f"anyOf: [{{type: string, nullable: true}}, {NULL}]": "str | None",
    f"type: string, anyOf: [{{maxLength: 3}}, {NULL}]": "str | None",
    f"type: array, items: {{anyOf: [{{type: string}}, {NULL}]}}": "list[str | None]",
    f"allOf: [{{{OTHER}}}, {NULL}]": "Other | None",
    f"allOf: [{{type: string}}, {NULL}]": "str | None",
    "$ref: '#/components/schemas/Maybe'": "Maybe | None",
    f"anyOf: [{NULL}]": "Any",
    "nullable: true": "Any",
}


@pytest.mark.parametrize("schema", CASES)
def test_types(schema: str, tmp_path: Path) -> None:
    document = {
        "openapi": "3.0.3",
        "info": {"title": "Shop", "version": "1"},
        "paths": {},
        "components": {
            "schemas": {
                "Other": {"type": "object", "properties": {"a": {"type": "string"}}},
                "Maybe": yaml.safe_load(f"{{anyOf: [{{{OTHER}}}, {NULL}]}}"),
                "Thing": {
                    "type": "object",
                    "required": ["value"],
                    "properties": {"value": yaml.safe_load(f"{{{schema}}}")},
                },
            }
        },
    }
    (tmp_path / "openapi.yaml").write_text(yaml.safe_dump(document))
    config = Config(specs=("openapi.yaml",), directory=tmp_path, unused_types=True)
    files = build(config, Diagnostics()).files
    lines = b"\n".join(files.values()).decode().splitlines()
    assert f"    value: {CASES[schema]}" in lines
