"""Descriptions of resources, which are those of the tags of their operations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.loader import load
from generator.normalizer import normalize


def descriptions(directory: Path, paths: dict[str, str]) -> dict[str, str]:
    """Return the description of each resource, by its path.

    Args:
        directory: Directory of the document.
        paths: Tag of the operation of each path; `""` for none.
    """
    document: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {"title": "Acme", "version": "1"},
        "tags": [
            {"name": "Chat", "description": "Chats."},
            {"name": "Completions", "description": "Legacy completions."},
        ],
        "paths": {
            path: {
                "post": {
                    **({"tags": [tag]} if tag else {}),
                    "responses": {"204": {"description": ""}},
                }
            }
            for path, tag in paths.items()
        },
    }
    path = directory / "api.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    diagnostics = Diagnostics()
    config = Config(package="acme", client="Acme", specs=("api.json",))
    source = load([path], relative_to=directory, diagnostics=diagnostics)
    api = normalize(source, config, diagnostics)
    return {".".join(item.words): item.description for item in api.root.walk()}


def test_a_tag_of_other_operations_does_not_describe_a_resource(tmp_path: Path) -> None:
    by_resource = descriptions(
        tmp_path, {"/chat/completions": "Chat", "/completions": "Completions"}
    )
    assert by_resource["chat"] == "Chats."
    assert by_resource["chat.completions"] == ""
    assert by_resource["completions"] == "Legacy completions."


def test_operations_without_tags_take_the_tag_of_that_name(tmp_path: Path) -> None:
    assert descriptions(tmp_path, {"/completions": ""})["completions"] == (
        "Legacy completions."
    )
