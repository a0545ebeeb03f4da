"""Settings: `[tool.oasmith]` of a `pyproject.toml`, overridden by flags."""

from __future__ import annotations

from .settings import (
    CLIENT_ARGUMENTS,
    FILE,
    Config,
    SettingsError,
    check_outputs,
    check_spec_path,
    find_settings,
    read_settings,
)

__all__ = [
    "CLIENT_ARGUMENTS",
    "FILE",
    "Config",
    "SettingsError",
    "check_outputs",
    "check_spec_path",
    "find_settings",
    "read_settings",
]
