"""Suggestions for names that do not exist."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

_MAX_NAMES = 8
"""Names that are listed if none is similar."""


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return `did you mean 'x'?` for the most similar known name, or `""`."""
    by_lower = {item.lower(): item for item in reversed(list(known))}
    matches = difflib.get_close_matches(name.lower(), list(by_lower), 1)
    return f"did you mean {by_lower[matches[0]]!r}?" if matches else ""


def suggest(name: str, known: Iterable[str], what: str) -> str:
    """Return the most similar known name as a hint, or a list of the known names.

    Args:
        name: Name that does not exist.
        known: Names that exist.
        what: What the names denote, in the plural.
    """
    names = list(dict.fromkeys(known))
    hint = did_you_mean(name, names)
    if hint or not names:
        return hint
    listed = ", ".join(map(repr, names[:_MAX_NAMES]))
    more = ", …" if len(names) > _MAX_NAMES else ""
    return f"{what}: {listed}{more}"
