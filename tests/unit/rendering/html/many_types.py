"""The reference of a document with many types in one module."""

from __future__ import annotations

from pathlib import Path

import yaml

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import build

WORDS = ("Red", "Green", "Blue")
NAMES = [
    "Alone",
    *(f"Order{word}{letter}" for word in WORDS for letter in "ABCDEFGHIJKL"),
    *(f"Pair{letter}" for letter in "ABC"),
]


def write_pages(directory: Path) -> dict[str, str]:
    """Return the files of the reference of a document with the types in one module."""
    properties = {name: {"$ref": f"#/components/schemas/{name}"} for name in NAMES}
    schemas: dict[str, object] = {
        name: {"type": "object", "properties": {"id": {"type": "string"}}}
        for name in NAMES
    }
    schemas["Alone"] = {"type": "object", "properties": properties}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Alone"}}}
    responses = {"200": {"description": "ok", "content": content}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": "1"},
        "paths": {"/orders": {"get": {"operationId": "get", "responses": responses}}},
        "components": {"schemas": schemas},
    }
    (directory / "api.yaml").write_text(yaml.safe_dump(document))
    config = Config(specs=("api.yaml",), directory=directory, docs=("markdown", "site"))
    files = build(config, Diagnostics()).files
    return {
        path.removeprefix("docs/"): content.decode()
        for path, content in files.items()
        if path.startswith("docs/")
    }
