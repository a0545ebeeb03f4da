"""Resolve plain YAML scalars according to the core schema of YAML 1.2 (section 10.3.2).

The resolver of PyYAML implements YAML 1.1, in which `no` is false and dates become objects.
OpenAPI documents use YAML 1.2, in which `no` is a string.
"""

from __future__ import annotations

import math
import re
from typing import TypeAlias

Scalar: TypeAlias = str | int | float | bool | None

SPECIAL = frozenset(("", *"0123456789+-.~nNtTfF"))
"""First characters of plain scalars that may not be strings."""

CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
"""Plain scalars that are null or a boolean."""

_NUMBER = re.compile(
    r"(?P<integer>[-+]?[0-9]+)"
    r"|0o(?P<octal>[0-7]+)"
    r"|0x(?P<hexadecimal>[0-9a-fA-F]+)"
    r"|(?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)"
)
_BASES = {"integer": 10, "octal": 8, "hexadecimal": 16}
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")

MAX_DIGITS = 1000
"""Maximum number of digits of an integer; longer ones are read as strings."""


def resolve(text: str) -> Scalar:
    """Return the value of a plain scalar.

    Raises:
        ValueError: The scalar is an infinity, NaN, or a number with too many digits.
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
        return parse_finite(text)
    return parse_integer(match[kind], _BASES[kind])


def parse_integer(digits: str, base: int = 10) -> int:
    """Parse an integer.

    Raises:
        ValueError: The text is not an integer, or has more than `MAX_DIGITS` digits.
    """
    if len(digits) > MAX_DIGITS:
        raise ValueError(digits)
    return int(digits, base)


def parse_finite(text: str) -> float:
    """Parse a finite floating-point number.

    Raises:
        ValueError: The text is not a number, or is too large for a double.
    """
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(text)
    return value


def resolve_tagged(tag: str, text: str) -> Scalar:
    """Return the value of a scalar with a tag.

    Raises:
        ValueError: The text does not match the tag.
        KeyError: The tag is not a tag of the core schema.
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
