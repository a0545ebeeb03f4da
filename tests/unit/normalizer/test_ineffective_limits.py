"""Limits of other types than a value has are not documented, since they have no effect."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import build

LIMITS = (
    "minimum: 3, maximum: 9, multipleOf: 2, minLength: 4, maxLength: 8, pattern: '^a',"
    " minItems: 5, maxItems: 7, uniqueItems: true, minProperties: 6, maxProperties: 10"
)
OF_STRINGS = "at least 4 characters, at most 8 characters, pattern: `^a`"
OF_NUMBERS = "at least 3, at most 9, a multiple of 2"
OF_ARRAYS = "at least 5 items, at most 7 items, without duplicates"
OF_OBJECTS = "at least 6 properties, at most 10 properties"
CASES = {
    f"type: string, {LIMITS}": OF_STRINGS,
    f"type: integer, {LIMITS}": OF_NUMBERS,
    f"type: number, {LIMITS}": OF_NUMBERS,
    f"type: array, items: {{type: string}}, {LIMITS}": OF_ARRAYS,
    f"type: object, {LIMITS}": OF_OBJECTS,
    f"type: boolean, {LIMITS}": "",
    f"type: [string, 'null'], {LIMITS}": OF_STRINGS,
    f"$ref: '#/components/schemas/Name', {LIMITS}": OF_STRINGS,
    f"allOf: [{{$ref: '#/components/schemas/Name'}}], {LIMITS}": OF_STRINGS,
    f"anyOf: [{{type: string}}, {{type: 'null'}}], {LIMITS}": OF_STRINGS,
    # The types are unknown, or there are several.
    "minLength: 4, uniqueItems: true": "at least 4 characters, without duplicates",
    "type: [string, array], minLength: 4, minItems: 5, minimum: 3": (
        "at least 4 characters, at least 5 items"
    ),
    "type: integer, minimum: 3, exclusiveMinimum: true": "more than 3",
    "type: string, minimum: 3, exclusiveMinimum: true": "",
}


@pytest.mark.parametrize("schema", CASES)
def test_limits(schema: str, tmp_path: Path) -> None:
    thing = {"type": "object", "properties": {"value": yaml.safe_load(f"{{{schema}}}")}}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}
    responses = {"200": {"description": "ok", "content": content}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": "1"},
        "paths": {"/things": {"get": {"operationId": "get", "responses": responses}}},
        "components": {"schemas": {"Name": {"type": "string"}, "Thing": thing}},
    }
    (tmp_path / "api.yaml").write_text(yaml.safe_dump(document))
    config = Config(specs=("api.yaml",), directory=tmp_path, docs=("markdown", "site"))
    files = build(config, Diagnostics()).files
    (row,) = {
        line
        for path, content in files.items()
        if path.startswith("docs/types/")
        for line in content.decode().splitlines()
        if line.startswith("| **value**")
    }
    assert ", ".join(("optional", *filter(None, [CASES[schema]]))) in row.removesuffix(
        " |"
    ).split(" | ")
    for limit in filter(None, CASES[schema].split(", ")):
        text = limit.removeprefix("pattern: ").replace("`", "")
        page = files["docs/site/types/things.html"].decode()
        assert text in page, text
