"""Settings: `[tool.oasmith]` of a `pyproject.toml`, and flags over it."""

from __future__ import annotations

from .settings import (
    check_outputs,
    CLIENT_ARGUMENTS,
    Config,
    FILE,
    find_settings,
    read_settings,
    refuse_address,
    SettingsError,
)

__all__ = [
    "CLIENT_ARGUMENTS",
    "Config",
    "FILE",
    "SettingsError",
    "check_outputs",
    "find_settings",
    "read_settings",
    "refuse_address",
]
