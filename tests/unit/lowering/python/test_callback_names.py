"""Names of the methods that parse callbacks, which the manifest does not record."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import build


@pytest.mark.parametrize(
    ("name", "method"),
    [
        ("iOSPush", "parse_i_os_push"),
        ("OAuth2Done", "parse_o_auth2_done"),
        ("listGitHubURLs", "parse_list_git_hub_urls"),
        ("github", "parse_github"),
    ],
)
def test_names_of_earlier_outputs_stay(name: str, method: str, tmp_path: Path) -> None:
    schema: dict[str, Any] = {
        "type": "object",
        "properties": {"id": {"type": "string"}},
    }
    done = {"204": {"description": "Done."}}
    push = {
        "requestBody": {"content": {"application/json": {"schema": schema}}},
        "responses": done,
    }
    callbacks = {name: {"{$request.query.url}": {"post": push}}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": "1"},
        "servers": [{"url": "https://shop.example"}],
        "paths": {"/orders": {"post": {"responses": done, "callbacks": callbacks}}},
    }
    path = tmp_path / "api.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    config = Config(specs=("api.json",), directory=tmp_path)
    files = build(config, Diagnostics()).files
    module = files["shop_client/resources/callbacks.py"].decode()
    assert f"    def {method}(" in module
