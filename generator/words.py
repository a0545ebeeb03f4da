"""Names of documents taken apart into words, and English plurals."""

from __future__ import annotations

import re

_WORD = re.compile(
    r"[A-Z]{2,}s(?![a-z])|[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+[0-9]*|[A-Z]+[0-9]*|[0-9]+[a-z]*|[^\W_]+"
)


def split_words(text: str) -> tuple[str, ...]:
    """The words of a name in any of the usual spellings, in lower case.

    `listFineTuneEvents`, `list-fine-tune-events` and `List fine tune events` are the
    same words. Several of what is written in capitals are one word: `userURLs`.
    """
    return tuple(word.lower() for word in _WORD.findall(text))


def is_plural(word: str) -> bool:
    """Whether an English noun looks like several."""
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def singular(word: str) -> str:
    """One of several, for English nouns that are spelled by the rules; else the word."""
    lower = word.lower()
    if lower.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if lower.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if is_plural(lower) else word
