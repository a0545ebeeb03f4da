"""From which side declarations are reached, and where they belong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.loader import load
from generator.normalizer import normalize

TEXT = {"type": "string"}


def ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def json_of(name: str) -> dict[str, Any]:
    return {"content": {"application/json": {"schema": ref(name)}}}


def operation(given: str | None, returned: str, status: str = "200") -> dict[str, Any]:
    body = {"requestBody": json_of(given)} if given else {}
    return {**body, "responses": {status: {"description": "ok", **json_of(returned)}}}


def headers(
    folder: Path, paths: dict[str, Any], schemas: dict[str, Any], **more: Any
) -> dict[str, tuple[str, str]]:
    """Usage and group of each declared schema."""
    path = folder / "api.json"
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Usage", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas},
        **more,
    }
    path.write_text(json.dumps(document), "utf-8")
    diagnostics = Diagnostics()
    read = load([path], relative_to=folder, diagnostics=diagnostics)
    api = normalize(read, Config(package="p", client="C"), diagnostics)
    return {
        item.header.words[0]: (item.header.usage.value, item.header.group)
        for item in api.declarations
        if item.header.declared
    }


def holding(*names: str) -> dict[str, Any]:
    return {"type": "object", "properties": {name: ref(name) for name in names}}


def test_sides_are_followed_to_the_end(tmp_path: Path) -> None:
    found = headers(
        tmp_path,
        {"/pets": {"post": operation("In", "Out")}},
        {
            "In": holding("Shared", "OnlyIn"),
            "Out": holding("Shared", "Deep"),
            "Deep": {"type": "array", "items": ref("Deeper")},
            "Deeper": holding("Out"),
            "Shared": holding(),
            "OnlyIn": holding(),
            "Lonely": holding("Friend"),
            "Friend": holding(),
        },
    )
    assert {name: usage for name, (usage, _) in found.items()} == {
        "In": "input",
        "OnlyIn": "input",
        "Out": "output",
        "Deep": "output",
        "Deeper": "output",
        "Shared": "both",
        "Lonely": "unreached",
        "Friend": "unreached",
    }


def test_errors_are_answers_and_webhooks_too(tmp_path: Path) -> None:
    found = headers(
        tmp_path,
        {"/pets": {"get": operation(None, "Error", "404")}},
        {"Error": holding(), "Event": holding()},
        webhooks={
            "event": {
                "post": {"operationId": "event", **{"requestBody": json_of("Event")}}
            }
        },
    )
    assert found["Error"] == ("output", "pets")
    assert found["Event"][1] == "webhooks"


def test_the_nearest_resource_has_a_type(tmp_path: Path) -> None:
    paths = {
        "/boxes": {"get": operation(None, "Box")},
        "/toys": {"get": operation(None, "Toy")},
    }
    schemas = {
        "Box": holding("Toy", "Lid"),
        "Toy": holding(),
        "Lid": holding("Hinge"),
        "Hinge": holding(),
    }
    groups = {
        name: group for name, (_, group) in headers(tmp_path, paths, schemas).items()
    }
    assert groups == {"Box": "boxes", "Toy": "toys", "Lid": "boxes", "Hinge": "boxes"}


def test_of_several_the_one_it_is_called_after(tmp_path: Path) -> None:
    paths = {
        f"/{name}": {"get": operation(None, "ToyPart")}
        for name in ("boxes", "toys", "pets")
    }
    schemas = {"ToyPart": holding("Other"), "Other": holding()}
    assert headers(tmp_path, paths, schemas)["ToyPart"] == ("output", "toys")
    schemas = {"ToyPart": ref("Other"), "Other": holding()}
    assert headers(tmp_path, paths, schemas)["Other"] == ("output", "toys")


def test_a_type_that_resources_use_alike_is_shared(tmp_path: Path) -> None:
    paths = {
        f"/{name}": {"get": operation(None, "Thing")} for name in ("toys", "boxes")
    }
    assert headers(tmp_path, paths, {"Thing": holding()})["Thing"] == (
        "output",
        "shared",
    )
