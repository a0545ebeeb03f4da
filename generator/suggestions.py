"""Suggestions for names that do not exist: the nearest one that does."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

_MOST = 8
"""How many names are listed where none is near."""


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return `did you mean 'x'?` for the known name nearest to `name`, else `""`."""
    by_lower = {item.lower(): item for item in reversed(list(known))}
    close = difflib.get_close_matches(name.lower(), list(by_lower), 1)
    return f"did you mean {by_lower[close[0]]!r}?" if close else ""


def suggest(name: str, known: Iterable[str], what: str) -> str:
    """Return the nearest known name, or else the known names where they are few.

    Args:
        name: what does not exist.
        known: what does.
        what: what these are, in the plural.
    """
    names = list(dict.fromkeys(known))
    near = did_you_mean(name, names)
    if near or not names:
        return near
    listed = ", ".join(map(repr, names[:_MOST]))
    more = ", …" if len(names) > _MOST else ""
    return f"{what}: {listed}{more}"
