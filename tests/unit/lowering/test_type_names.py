"""Tests of names of inline types: descriptive words rather than numbers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.loader import load
from generator.lowering import lower_client, lower_types
from generator.lowering.python.identifiers import MAX_NAME_LENGTH, compound_class_name
from generator.normalizer import normalize
from generator.pipeline import build

TEXT = {"type": "string"}


def names(directory: Path, schemas: dict[str, Any]) -> set[str]:
    """Return the names of the types of a document with these schemas."""
    path = directory / "api.yaml"
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Acme", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
    }
    path.write_text(yaml.safe_dump(document, sort_keys=False), encoding="utf-8")
    diagnostics = Diagnostics()
    config = Config(package="acme", client="Acme")
    read = load([path], relative_to=directory, diagnostics=diagnostics)
    api = normalize(read, config, diagnostics)
    types = lower_types(api, config, diagnostics)
    package = lower_client(api, types, config, diagnostics)
    return set(package.models.values())


def thing(*properties: str, **more: Any) -> dict[str, Any]:
    """Return the schema of an object with string properties."""
    return {"type": "object", "properties": dict.fromkeys(properties, TEXT), **more}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("Order", "item"), "OrderItem"),
        (("Order", "lines", "item"), "OrderLine"),
        (("Order", "lines", "item", "price"), "OrderLinePrice"),
        (
            ("WarehouseStreamEvent", "WarehouseParcelArrivedAtTheDoorOfTheHouseEvent"),
            "WarehouseEventParcelArrivedAtTheDoorOfTheHouseEvent",
        ),
        (
            ("AcmeWarehouseServerParcelArrivedAtTheDoorCompleted", "usage_kind"),
            "AcmeWarehouseServerParcelAtTheDoorCompletedUsageKind",
        ),
    ],
)
def test_names_of_inner_classes(words: tuple[str, ...], name: str) -> None:
    assert compound_class_name(words) == name
    assert len(name) <= MAX_NAME_LENGTH


def test_long_owners_that_differ_inside_stay_apart() -> None:
    one, other = (
        compound_class_name((f"Acme{kind}ServerParcelArrivedAtTheDoorOfAHouse", "type"))
        for kind in ("Beta", "Stable")
    )
    assert one != other


def test_nullable_object_has_the_name_of_its_declaration(tmp_path: Path) -> None:
    schemas = {"Parcel": {"anyOf": [thing("size"), {"type": "null"}]}}
    assert names(tmp_path, schemas) == {"Parcel"}


def test_members_are_named_by_title_tag_base_or_unique_property(
    tmp_path: Path,
) -> None:
    tagged = thing("a")
    tagged["properties"]["kind"] = {"const": "van"}
    members = [
        thing("b", title="Bicycle"),
        tagged,
        {"allOf": [{"$ref": "#/components/schemas/Ship"}, thing("c")]},
        thing("d", "file_id", required=["file_id"]),
        thing("url"),
    ]
    schemas = {"Way": {"oneOf": members}, "Ship": thing("a", "mast")}
    assert names(tmp_path, schemas) == {
        *("Way", "Ship", "WayBicycle", "WayVan", "WayShip", "WayWithFileId"),
        "WayWithUrl",
    }


def test_only_object_of_a_union_has_the_suffix_object(tmp_path: Path) -> None:
    schemas = {"Voice": {"anyOf": [TEXT, thing("id")]}}
    assert names(tmp_path, schemas) == {"Voice", "VoiceObject"}


def test_names_of_parameters_end_in_param_once(tmp_path: Path) -> None:
    schema = {"type": "object", "properties": {"text": {"type": "string"}}}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/InParam"}}}
    both = {"application/json": {"schema": {"$ref": "#/components/schemas/BothParam"}}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": "1"},
        "paths": {
            "/inputs": {
                "post": {
                    "requestBody": {"content": content},
                    "responses": {"204": {"description": ""}},
                }
            },
            "/both": {
                "post": {
                    "requestBody": {"content": both},
                    "responses": {"200": {"description": "", "content": both}},
                }
            },
        },
        "components": {"schemas": {"InParam": schema, "BothParam": schema}},
    }
    (tmp_path / "shop.json").write_text(json.dumps(document), encoding="utf-8")
    config = Config(
        package="shop", client="Shop", specs=("shop.json",), directory=tmp_path
    )
    package = build(config, Diagnostics()).package
    names = {item.name for module in package.params for item in module.items}
    assert names == {"InParam", "BothInputParam"}
    models = {item.name for module in package.types for item in module.items}
    assert models == {"BothParam"}
