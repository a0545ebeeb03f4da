"""What a plain YAML scalar means: the core schema of YAML 1.2 (section 10.3.2).

PyYAML's own resolver follows YAML 1.1, where `no` is false, `1.10` loses its zero as
a version and dates become objects. Descriptions are written for 1.2, so `no` is text.
"""

from __future__ import annotations

import math
import re
from typing import TypeAlias

Scalar: TypeAlias = str | int | float | bool | None

SPECIAL = frozenset(("", *"0123456789+-.~nNtTfF"))
"""The first characters of plain scalars that may be something else than text."""

CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
"""The plain scalars that are null or a boolean."""

_NUMBER = re.compile(
    r"(?P<integer>[-+]?[0-9]+)"
    r"|0o(?P<octal>[0-7]+)"
    r"|0x(?P<hexadecimal>[0-9a-fA-F]+)"
    r"|(?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)"
)
_BASES = {"integer": 10, "octal": 8, "hexadecimal": 16}
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")

MAX_DIGITS = 1000
"""Longer integers stay text: Python refuses to convert them, and no API means them."""


def resolve(text: str) -> Scalar:
    """The value of a plain scalar.

    Raises:
        ValueError: it is a number that JSON cannot hold (an infinity, not a number,
            or one with too many digits).
    """
    if text in CONSTANTS:
        return CONSTANTS[text]
    match = _NUMBER.fullmatch(text)
    if match is None:
        if _NOT_FINITE.fullmatch(text):
            raise ValueError(text)
        return text
    kind = match.lastgroup or ""
    if kind == "float":
        return finite(text)
    return integer(match[kind], _BASES[kind])


def integer(digits: str, base: int = 10) -> int:
    """The integer that `digits` write.

    Raises:
        ValueError: it has more than `MAX_DIGITS` digits, or is none.
    """
    if len(digits) > MAX_DIGITS:
        raise ValueError(digits)
    return int(digits, base)


def finite(text: str) -> float:
    """The number that `text` writes.

    Raises:
        ValueError: it is too large for a double, or is none.
    """
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(text)
    return value


def tagged(tag: str, text: str) -> Scalar:
    """The value of a scalar with one of the core schema's tags.

    Raises:
        ValueError: the text cannot be that.
        KeyError: the tag is none of the core schema.
    """
    kind = tag.removeprefix("tag:yaml.org,2002:")
    if kind in ("str", "!"):
        return text
    value = resolve(text)
    if kind == "float" and type(value) is int:
        return float(value)
    if type(value) is not _TAGGED[kind]:
        raise ValueError(text)
    return value


_TAGGED: dict[str, type] = {
    "int": int,
    "float": float,
    "bool": bool,
    "null": type(None),
}
