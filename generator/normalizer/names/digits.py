"""Names that begin with a digit, which no name of Python does."""

from __future__ import annotations

import re

_WORDS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
)
_SINGLE_DIGIT = re.compile(r"([0-9])(?![0-9])_?")
_DATE = re.compile(r"[0-9]{4}_[0-9]{2}(_|$)")


def begin_with_letter(name: str) -> str:
    """Return a name with its first digit as a word: `3d_secure` is `three_d_secure`.

    Dates, such as `2026_09_beta`, are versions: `v2026_09_beta`. Names that begin with other
    numbers are unchanged.

    Args:
        name: Words joined by `_`.
    """
    if match := _SINGLE_DIGIT.match(name):
        rest = name[match.end() :]
        return "_".join(filter(None, (_WORDS[int(match[1])], rest)))
    return f"v{name}" if _DATE.match(name) else name
