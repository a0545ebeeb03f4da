"""Splitting names into words, and English plurals."""

from __future__ import annotations

import re
from functools import cache

_WORD = re.compile(
    r"[A-Z]{2,}s(?![a-z])|[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+[0-9]*|[A-Z]+[0-9]*|[0-9]+[a-z]*|[^\W_]+"
)


@cache
def split_words(text: str) -> tuple[str, ...]:
    """Return the words of a name in lower case.

    `listFineTuneEvents`, `list-fine-tune-events` and `List fine tune events` give the
    same words. The plural of an acronym is one word: `userURLs` gives `user`, `urls`.
    """
    return tuple(word.lower() for word in _WORD.findall(text))


def is_plural(word: str) -> bool:
    """Return whether an English noun looks like a plural."""
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


@cache
def singular(word: str) -> str:
    """Return the singular of a regular English plural; other words are unchanged."""
    lower = word.lower()
    if lower.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if lower.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if is_plural(lower) else word
