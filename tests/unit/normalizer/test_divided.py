"""Schemas that two processes read: the result is that of one process."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.cli.inspect.model_outline import outline_model
from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.forked import can_fork
from generator.loader import load
from generator.normalizer import normalize
from generator.normalizer.schemas import divided
from generator.source import Location

pytestmark = pytest.mark.skipif(not can_fork(), reason="Linux with two processors only")

INLINE = "#/components/requestBodies/Pet/content/application~1json/schema"


def ref(target: str) -> dict[str, Any]:
    return {"$ref": target if "#" in target else f"#/components/schemas/{target}"}


def object_with(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": ["missing"], "properties": properties}


def extended(base: str, **properties: Any) -> dict[str, Any]:
    return {"allOf": [ref(base), object_with(**properties)]}


COLOR = {"type": "string", "enum": [f"color-{number}" for number in range(30)]}
OWNER = object_with(name={"type": "string", "default": "me"}, color=COLOR)
JSON_TEXT = {"type": "string", "contentMediaType": "application/json"}
PET = object_with(owner=OWNER, color=COLOR, born={"type": "integer", "minimum": 1})

DOCUMENTS: dict[str, dict[str, Any]] = {
    "references between the parts": {
        "A": object_with(d=ref("D"), c=ref("C")),
        "B": object_with(inner=object_with(a=ref("A"))),
        "C": object_with(a=ref("A"), c=ref("C")),
        "D": object_with(b={"anyOf": [ref("B"), ref("C"), {"type": "null"}]}),
    },
    "a base that both parts read": {
        "A": extended("C", d=ref("D")),
        "B": object_with(a=ref("A"), d=ref("D")),
        "C": PET,
        "D": extended("C", a=ref("A")),
    },
    "a base without a name": {
        "A": extended(INLINE),
        "B": object_with(a=ref("A")),
        "C": object_with(a=ref("A")),
        "D": extended(INLINE),
    },
    "a reference to a schema that is not declared": {
        "A": object_with(),
        "B": object_with(pet=ref(INLINE)),
        "C": object_with(owner=ref(f"{INLINE}/properties/owner")),
        "D": object_with(pet=ref(INLINE)),
    },
    "a family": {
        "A": object_with(b=ref("B")),
        "B": {
            **object_with(kind={"type": "string"}),
            "discriminator": {"propertyName": "kind"},
        },
        "C": extended("B", a=ref("A")),
        "D": object_with(b=ref("B"), broken=ref("E")),
    },
    "an event whose data operations decode": {
        "A": object_with(d=ref("D")),
        "B": object_with(a=ref("A")),
        "C": object_with(a=ref("A")),
        "D": object_with(data={**JSON_TEXT, "contentSchema": ref("A")}),
    },
    "a part of a schema that operations read": {
        "A": object_with(d=ref("D/properties/owner"), color=ref("D/properties/color")),
        "B": object_with(a=ref("A")),
        "C": object_with(a=ref("A")),
        "D": PET,
    },
}
REPEATED = {
    "a base without a name": [False],
    "a reference to a schema that is not declared": [False],
    "an event whose data operations decode": [],
}
"""Documents of which this process reads all schemas itself, and the attempts to merge."""


def response(media_type: str, **content: Any) -> dict[str, Any]:
    body = {"description": "ok", "content": {media_type: content}}
    return {"get": {"responses": {"200": body}}}


PATHS = {
    "/pets": response("application/json", schema=ref("D")),
    "/parts": response("application/json", schema={"items": ref("D/properties/owner")}),
    "/events": response("text/event-stream", itemSchema=ref("D")),
}


def read(folder: Path, schemas: dict[str, Any]) -> tuple[str, list[object]]:
    """Return the outline of the model, and all diagnostics."""
    path = folder / "api.json"
    body = {"content": {"application/json": {"schema": PET}}}
    document = {
        "openapi": "3.2.0",
        "info": {"title": "Pets", "version": "1"},
        "paths": PATHS,
        "components": {"schemas": schemas, "requestBodies": {"Pet": body}},
    }
    path.write_text(json.dumps(document), "utf-8")
    diagnostics = Diagnostics()
    loaded = load([path], relative_to=folder, diagnostics=diagnostics)
    config = Config(package="p", client="C", unused_types=True)
    api = normalize(loaded, config, diagnostics)
    file = loaded.roots[0].file
    reports: list[object] = []
    for item in diagnostics:
        assert isinstance(item.location, Location)
        assert item.location.file is file
        reports.append((item.rule, item.message, item.location.pointer))
    for declaration in api.declarations:
        assert declaration.header.origin.file is file
    model = f"{outline_model(api)}\n{api.declarations!r}"
    return model.replace(repr(file), ""), reports


@pytest.mark.parametrize("name", DOCUMENTS)
def test_two_processes_read_what_one_reads(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    merged: list[bool] = []

    def merge(*arguments: Any) -> bool:
        merged.append(real(*arguments))
        return merged[-1]

    real = divided._merge
    monkeypatch.setattr(divided, "_merge", merge)
    alone = read(tmp_path, DOCUMENTS[name])
    assert not merged
    monkeypatch.setattr(divided, "MIN_SCHEMAS", 1)
    assert read(tmp_path, DOCUMENTS[name]) == alone
    assert merged == REPEATED.get(name, [True])
    assert len(alone[1]) >= 3  # diagnostics of both parts, in order
