"""Ids of operations that have none: settings name them, so they must not change."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.loader import load
from generator.normalizer import normalize


@pytest.mark.parametrize(
    ("path", "id_"),
    [
        ("/users/{id}/api-keys", "get_users_id_api_keys"),
        ("/GitHub/iOSDevices", "get_git_hub_i_os_devices"),
        ("/OAuth2Tokens", "get_o_auth2_tokens"),
    ],
)
def test_generated_ids(path: str, id_: str, tmp_path: Path) -> None:
    operation: dict[str, Any] = {"responses": {"204": {"description": "none"}}}
    names = [name for name in ("id",) if f"{{{name}}}" in path]
    operation["parameters"] = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in names
    ]
    file = tmp_path / "api.json"
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Acme", "version": "1"},
        "paths": {path: {"get": operation}},
    }
    file.write_text(json.dumps(document), "utf-8")
    diagnostics = Diagnostics()
    loaded = load([file], relative_to=tmp_path, diagnostics=diagnostics)
    api = normalize(loaded, Config(package="p", client="C"), diagnostics)
    assert [item.id for item in api.operations] == [id_]
