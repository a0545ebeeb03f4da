"""Directions of properties: `readOnly` and `writeOnly` wherever they apply to the value."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.loader import load
from generator.model.types import Access, Object
from generator.normalizer import normalize

READ = {"type": "string", "readOnly": True}
WRITE = {"type": "string", "writeOnly": True}
NULL = {"type": "null"}


def ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


SHARED = {"allOf": [ref("Read")], "minLength": 1}
DEPTH = 40
"""Levels of schemas that refer to the next one twice."""


def read_access(folder: Path, schema: Any, others: dict[str, Any]) -> Access:
    """Return the direction of a property with a schema."""
    path = folder / "api.json"
    thing = {"type": "object", "properties": {"value": schema}}
    schemas = {"Read": READ, "Write": WRITE, "Thing": thing, **others}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Access", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
    }
    path.write_text(json.dumps(document), "utf-8")
    diagnostics = Diagnostics()
    read = load([path], relative_to=folder, diagnostics=diagnostics)
    api = normalize(read, Config(package="p", client="C"), diagnostics)
    (item,) = (x for x in api.declarations if x.header.words == ("Thing",))
    assert isinstance(item, Object)
    return item.properties[0].access


@pytest.mark.parametrize(
    ("schema", "access"),
    [
        (READ, Access.READ_ONLY),
        (WRITE, Access.WRITE_ONLY),
        ({"type": "string", "readOnly": "true"}, Access.BOTH),
        (True, Access.BOTH),
        (ref("Read"), Access.READ_ONLY),
        (ref("Write") | {"readOnly": True}, Access.READ_ONLY),
        ({"allOf": [{"description": "A."}, ref("Write")]}, Access.WRITE_ONLY),
        ({"allOf": [ref("Write"), ref("Read")]}, Access.READ_ONLY),
        # Null has no direction.
        ({"anyOf": [ref("Read"), NULL]}, Access.READ_ONLY),
        ({"anyOf": [ref("Read"), ref("Write")]}, Access.BOTH),
        ({"oneOf": [ref("Read"), {"type": "integer"}]}, Access.BOTH),
        # Each member has the keyword by the same schema.
        ({"oneOf": [SHARED, SHARED | {"maxLength": 2}]}, Access.READ_ONLY),
        ({"anyOf": [{"allOf": [SHARED]}, {"allOf": [SHARED]}]}, Access.READ_ONLY),
    ],
)
def test_access(schema: Any, access: Access, tmp_path: Path) -> None:
    assert read_access(tmp_path, schema, {}) is access


def test_shared_base_of_members(tmp_path: Path) -> None:
    others = {
        "Base": {"allOf": [READ, {"minLength": 1}]},
        "A": {"allOf": [ref("Base")], "maxLength": 2},
        "B": {"allOf": [ref("Base")], "maxLength": 3},
    }
    schema = {"oneOf": [ref("A"), ref("B")]}
    assert read_access(tmp_path, schema, others) is Access.READ_ONLY


def test_schemas_that_contain_themselves(tmp_path: Path) -> None:
    others = {"Loop": {"allOf": [ref("Read"), {"anyOf": [ref("Loop"), NULL]}]}}
    assert read_access(tmp_path, ref("Loop"), others) is Access.READ_ONLY


def test_each_schema_is_read_once(tmp_path: Path) -> None:
    others = {
        f"Level{index}": {"allOf": [ref(f"Level{index + 1}")] * 2}
        for index in range(DEPTH)
    } | {f"Level{DEPTH}": ref("Read")}
    assert read_access(tmp_path, ref("Level0"), others) is Access.READ_ONLY
