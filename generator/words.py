"""Splitting names into words, and English plurals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

_MIXED = """
    DDoS GitHub GitLab GraphQL IaaS IoT IPv4 IPv6 JavaScript LinkedIn MySQL NoSQL OAuth OAuth2
    OpenAI OpenAPI OpenID PaaS PayPal PostgreSQL QoS SaaS TypeScript VoIP YouTube iOS iPad
    iPhone macOS
    """.split()
"""Words with capitals inside."""

_SPELLINGS = {word.lower(): word for word in _MIXED}

_MIXED_WORD = re.compile(rf"(?:{'|'.join(_MIXED)})s?[0-9]*(?![a-z])")
_PART = re.compile(
    r"[A-Z]{2,}s(?![a-z])|[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+[0-9]*|[A-Z]+[0-9]*|[0-9]+[a-z]*|[^\W_]+"
)
_WORD = re.compile(f"{_MIXED_WORD.pattern}|{_PART.pattern}")


@cache
def split_words(text: str) -> tuple[str, ...]:
    """Return the words of a name in lower case.

    `listFineTuneEvents`, `list-fine-tune-events` and `List fine tune events` give the
    same words. The plural of an acronym is one word: `userURLs` gives `user`, `urls`. So is
    a name such as `OAuth2` or `GitHub`.
    """
    return tuple(word.lower() for word in _WORD.findall(text))


def separate_mixed(text: str) -> str:
    """Return a text with underscores inside of words such as `GitHub`: `Git_Hub`."""
    return _MIXED_WORD.sub(lambda match: "_".join(_PART.findall(match[0])), text)


def capitalize(word: str) -> str:
    """Return a word with a capital letter at the start; `oauth` becomes `OAuth`."""
    word = _SPELLINGS.get(word, word)
    return word[:1].upper() + word[1:]


def join_words(words: Iterable[str]) -> str:
    """Return words as a text with a capital letter at the start, such as `GitHub apps`."""
    text = " ".join(_SPELLINGS.get(word, word) for word in words)
    return text[:1].upper() + text[1:]


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
