"""Manifests contain each setting that determines the content of the output."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from generator.config import Config
from generator.manifest import effective_settings

WITHOUT_CONTENT = {
    *("specs", "output", "runtime_output", "directory", "origin", "patches"),
    *("validate", "ignore", "changes", "sources", "reference_folders"),
}
"""Settings that select files, or that only change what is reported."""


def test_all_settings_with_an_effect_are_recorded() -> None:
    names = {item.name for item in fields(Config)}
    changed = replace(Config(), **_changed(Config()))
    assert effective_settings(changed).keys() == names - WITHOUT_CONTENT


def _changed(default: Config) -> dict[str, Any]:
    """Return a value that is not the default of each setting."""
    special: dict[str, Any] = {
        "runtime": "shared",
        "main": "a.yaml",
        "docs": False,
    }
    changed: dict[str, Any] = {}
    for item in fields(Config):
        value = getattr(default, item.name)
        if item.name in special:
            changed[item.name] = special[item.name]
        elif isinstance(value, bool):
            changed[item.name] = not value
        elif isinstance(value, str):
            changed[item.name] = "other"
        elif isinstance(value, tuple) and item.name not in WITHOUT_CONTENT:
            changed[item.name] = ("other",)
    return changed
