"""Versions that are numbers because they are not quoted."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import build
from generator.source import Location


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("openapi: 3.1.0\ninfo: {title: A, version: 1.10}\npaths: {}\n", "1.10"),
        ("openapi: 3.1.0\ninfo:\n  title: A\n  version: 2\npaths: {}\n", "2"),
        ("openapi: 3.1.0\ninfo:\n  version  :   1.0 # one\npaths: {}\n", "1.0"),
        ('{"openapi": "3.1.0", "info": {"version": 1.20}, "paths": {}}', "1.20"),
        ("openapi: 3.1.0\ninfo:\n  version: &v 1.50\npaths: {}\n", "1.50"),
        ("openapi: 3.1.0\ninfo: {version: '1.0'}\npaths: {}\n", "1.0"),
        ("openapi: 3.1.0\ninfo: {version: 2024-01-31}\npaths: {}\n", "2024-01-31"),
        ("openapi: 3.1.0\ninfo: {version: true}\npaths: {}\n", ""),
    ],
)
def test_version_of_the_api(text: str, read: str, tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text(text)
    diagnostics = Diagnostics()
    built = build(Config(specs=("openapi.yaml",), directory=tmp_path), diagnostics)
    assert built.api.version == read
    codes = [item.rule.code for item in diagnostics]
    is_number = "'" not in text and read.replace(".", "").isdigit()
    assert codes.count("version-not-text") == is_number


def test_version_in_an_overlay(tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text(
        "openapi: 3.1.0\ninfo: {version: '1'}\npaths: {}\n"
    )
    (tmp_path / "changes.yaml").write_text(
        "overlay: 1.1.0\ninfo: {title: A, version: '1'}\nactions:\n"
        "- target: $.info\n  update:\n    version: 3.40\n"
    )
    config = Config(
        specs=("openapi.yaml",),
        directory=tmp_path,
        overlays=("changes.yaml",),
        reference_folders=(".",),
    )
    diagnostics = Diagnostics()
    assert build(config, diagnostics).api.version == "3.40"
    (item,) = [each for each in diagnostics if each.rule.code == "version-not-text"]
    assert isinstance(item.location, Location)
    assert item.location.origin.file.name == "changes.yaml"
