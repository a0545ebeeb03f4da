"""Read settings from a text."""

from __future__ import annotations

from pathlib import Path

from generator.config import (
    Config,
    read_settings,
)


def read(directory: Path, text: str) -> tuple[Config, ...]:
    """Return the clients of a settings file with this text."""
    file = directory / "pyproject.toml"
    file.write_text(text, encoding="utf-8")
    return read_settings(file)
