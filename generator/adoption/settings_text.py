"""Settings as text in the format TOML."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


def render_tables(tables: Mapping[str, Mapping[str, str]]) -> str:
    """Return tables of `[tool.oasmith]` with strings, without the empty ones.

    Args:
        tables: Entries by the name of the setting.
    """
    return "\n".join(
        "\n".join((f"[tool.oasmith.{name}]", *_render_entries(entries), ""))
        for name, entries in tables.items()
        if entries
    )


def _render_entries(entries: Mapping[str, str]) -> Iterator[str]:
    for key, value in entries.items():
        name = key if _BARE_KEY.fullmatch(key) else _quote(key)
        yield f"{name} = {_quote(value)}"


def _quote(text: str) -> str:
    """Return a basic string of TOML; its escapes are those of JSON and DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
