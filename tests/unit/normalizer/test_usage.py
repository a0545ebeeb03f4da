"""Usage of declarations by requests, responses and resources."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.loader import load
from generator.normalizer import normalize


def ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def json_of(name: str) -> dict[str, Any]:
    return {"content": {"application/json": {"schema": ref(name)}}}


def operation(
    request: str | None, response: str, status: str = "200"
) -> dict[str, Any]:
    body = {"requestBody": json_of(request)} if request else {}
    return {**body, "responses": {status: {"description": "ok", **json_of(response)}}}


def read_usage(
    folder: Path,
    paths: dict[str, Any],
    schemas: dict[str, Any],
    unused_types: bool = False,
    **more: Any,
) -> dict[str, tuple[str, str]]:
    """Return the usage and the group of each declared schema."""
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
    config = Config(package="p", client="C", unused_types=unused_types)
    api = normalize(read, config, diagnostics)
    return {
        item.header.words[0]: (item.header.usage.value, item.header.group)
        for item in api.declarations
        if item.header.declared
    }


def object_with(*names: str) -> dict[str, Any]:
    return {"type": "object", "properties": {name: ref(name) for name in names}}


def test_usage_includes_nested_types(tmp_path: Path) -> None:
    usage = read_usage(
        tmp_path,
        {"/pets": {"post": operation("In", "Out")}},
        {
            "In": object_with("Shared", "OnlyIn"),
            "Out": object_with("Shared", "Deep"),
            "Deep": {"type": "array", "items": ref("Deeper")},
            "Deeper": object_with("Out"),
            "Shared": object_with(),
            "OnlyIn": object_with(),
            "Lonely": object_with("Friend"),
            "Friend": object_with(),
        },
    )
    assert {name: side for name, (side, _) in usage.items()} == {
        "In": "input",
        "OnlyIn": "input",
        "Out": "output",
        "Deep": "output",
        "Deeper": "output",
        "Shared": "both",
        "Lonely": "unreached",
        "Friend": "unreached",
    }


@pytest.mark.parametrize(("emitted", "side"), [(False, "input"), (True, "both")])
def test_types_that_are_not_emitted_use_nothing(
    tmp_path: Path, emitted: bool, side: str
) -> None:
    usage = read_usage(
        tmp_path,
        {"/pets": {"post": operation("In", "Out")}},
        {
            "In": object_with("Friend"),
            "Out": object_with(),
            "Lonely": object_with("Friend"),
            "Friend": object_with("Deep"),
            "Deep": object_with(),
        },
        unused_types=emitted,
    )
    assert usage["Friend"][0] == usage["Deep"][0] == side
    assert usage["Lonely"][0] == "unreached"


def test_errors_and_webhooks_are_output(tmp_path: Path) -> None:
    usage = read_usage(
        tmp_path,
        {"/pets": {"get": operation(None, "Error", "404")}},
        {"Error": object_with(), "Event": object_with()},
        webhooks={
            "event": {"post": {"operationId": "event", "requestBody": json_of("Event")}}
        },
    )
    assert usage["Error"] == ("output", "pets")
    assert usage["Event"][1] == "webhooks"


def test_types_belong_to_the_nearest_resource(tmp_path: Path) -> None:
    paths = {
        "/boxes": {"get": operation(None, "Box")},
        "/toys": {"get": operation(None, "Toy")},
    }
    schemas = {
        "Box": object_with("Toy", "Lid"),
        "Toy": object_with(),
        "Lid": object_with("Hinge"),
        "Hinge": object_with(),
    }
    groups = {
        name: group for name, (_, group) in read_usage(tmp_path, paths, schemas).items()
    }
    assert groups == {"Box": "boxes", "Toy": "toys", "Lid": "boxes", "Hinge": "boxes"}


def test_the_resource_in_the_name_of_the_type_is_preferred(tmp_path: Path) -> None:
    paths = {
        f"/{name}": {"get": operation(None, "ToyPart")}
        for name in ("boxes", "toys", "pets")
    }
    schemas = {"ToyPart": object_with("Other"), "Other": object_with()}
    assert read_usage(tmp_path, paths, schemas)["ToyPart"] == ("output", "toys")
    schemas = {"ToyPart": ref("Other"), "Other": object_with()}
    assert read_usage(tmp_path, paths, schemas)["Other"] == ("output", "toys")


def test_a_type_that_resources_use_alike_is_shared(tmp_path: Path) -> None:
    paths = {
        f"/{name}": {"get": operation(None, "Thing")} for name in ("toys", "boxes")
    }
    assert read_usage(tmp_path, paths, {"Thing": object_with()})["Thing"] == (
        "output",
        "shared",
    )


def test_properties_of_bodies_are_as_near_as_parameters(tmp_path: Path) -> None:
    query = {"name": "label", "in": "query", "schema": ref("Label")}
    paths = {
        "/toys": {"get": {**operation(None, "Done"), "parameters": [query]}},
        "/boxes": {"post": operation("Box", "Done")},
    }
    schemas = {
        "Box": object_with("Label"),
        "Label": object_with(),
        "Done": object_with(),
    }
    assert read_usage(tmp_path, paths, schemas)["Label"] == ("input", "shared")
