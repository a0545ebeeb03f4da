"""Tests of type modules: the module of each type, and the emitted types."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import build


def reference(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def operation(*names: str) -> dict[str, Any]:
    schemas = [reference(name) for name in names]
    return {
        "get": {
            "responses": {
                str(200 + 200 * (position > 0)): {
                    "description": "",
                    "content": {"application/json": {"schema": schema}},
                }
                for position, schema in enumerate(schemas)
            }
        }
    }


def text_object(*names: str) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {
            "text": {"type": "string"},
            **{f"field_{name.lower()}": reference(name) for name in names},
        },
    }


DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "Shop", "version": "1"},
    "paths": {
        "/orders": operation("Result", "Failure"),
        "/articles": operation("Article", "Failure"),
        "/carts": operation("Order", "Failure"),
    },
    "components": {
        "schemas": {
            "Result": text_object("Order", "Detail"),
            "Detail": text_object(),
            "Order": text_object(),
            "Article": text_object("Order"),
            "Failure": text_object("Cause"),
            "Cause": text_object(),
            "Unused": text_object("AlsoUnused"),
            "AlsoUnused": text_object(),
        }
    },
}


def modules(path: Path, **settings: Any) -> dict[str, str]:
    (path / "shop.json").write_text(json.dumps(DOCUMENT), encoding="utf-8")
    config = Config(
        package="shop",
        client="Shop",
        specs=("shop.json",),
        directory=path,
        docs=False,
        **settings,
    )
    return dict(build(config, Diagnostics()).package.modules)


@pytest.mark.parametrize(
    ("name", "module"),
    [
        ("Failure", "shared"),
        ("Cause", "shared"),
        ("Article", "articles"),
        ("Result", "orders"),
        ("Detail", "orders"),
        ("Order", "carts"),
    ],
)
def test_a_type_is_in_the_module_of_the_nearest_resource(
    tmp_path: Path, name: str, module: str
) -> None:
    assert modules(tmp_path)[name] == module


def test_types_that_no_operation_uses_are_left_out(tmp_path: Path) -> None:
    assert not {"Unused", "AlsoUnused"} & modules(tmp_path).keys()


def test_unused_types_are_emitted_on_request(tmp_path: Path) -> None:
    type_modules = modules(tmp_path, unused_types=True)
    assert type_modules["Unused"] == type_modules["AlsoUnused"] == "components"


def test_types_of_excluded_operations_are_left_out(tmp_path: Path) -> None:
    type_modules = modules(tmp_path, only=("/carts",))
    assert set(type_modules) == {"Order", "Failure", "Cause"}
