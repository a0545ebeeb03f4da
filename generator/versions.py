"""Versions of generated packages, by PEP 440, and the version that removes an alias."""

from __future__ import annotations

import re

FIRST_YEAR = 1900
"""Smallest first number of a version that is read as a date."""

_RELEASE = re.compile(r"[0-9]+(?:[._-][0-9]+)*")
_PRE_RELEASE = re.compile(
    r"[._-]?(alpha|beta|preview|pre|dev|rc|a|b|c)[._-]?([0-9]*)(?![a-z0-9])",
    re.IGNORECASE,
)
_PRE_RELEASE_NAMES = {
    "alpha": "a",
    "beta": "b",
    "c": "rc",
    "pre": "rc",
    "preview": "rc",
    "dev": ".dev",
}

_DIGITS = 18
"""Most digits of a part of a version: dates with times have 14; tools limit the length."""

_VERSION = re.compile(
    r"(?:0|[1-9][0-9]{0,17})(?:\.(?:0|[1-9][0-9]{0,17})){0,7}"
    r"(?:(?:a|b|rc|\.dev|\.post)(?:0|[1-9][0-9]{0,17}))?"
)


def python_version(version: str) -> str:
    """Convert the version of a document to a PEP 440 version.

    Versions of documents are, for example, `1.0.0-beta`, `v2`, `2024-05-01` or `latest`.
    The result contains the first numbers and the pre-release segment after them. If the
    version has no numbers, the result is `0`. A version of PEP 440 stays as it is.
    """
    if is_version(version):
        return version
    release = _RELEASE.search(version)
    if release is None:
        return "0"
    parts = re.split("[._-]", release.group())
    result = ".".join(part[:_DIGITS].lstrip("0") or "0" for part in parts[:8])
    mark = _PRE_RELEASE.match(version, release.end())
    if mark is not None:
        kind = mark[1].lower()
        result += _PRE_RELEASE_NAMES.get(kind, kind) + (
            mark[2][:_DIGITS].lstrip("0") or "0"
        )
    return result


def is_version(text: str) -> bool:
    """Return whether a text is a version in the normal form of PEP 440, without epoch."""
    return _VERSION.fullmatch(text) is not None


def removal_version(version: str) -> str:
    """Return the version that removes an alias which begins in `version`.

    This is the next version that may break callers: the next first number, or the next
    second number before 1.0. Versions that are dates remove it a year later.

    Args:
        version: Version of the package, by PEP 440.
    """
    numbers = _numbers(version)
    if numbers[0] >= FIRST_YEAR:
        return ".".join(map(str, (numbers[0] + 1, *numbers[1:])))
    if numbers[0] == 0:
        return f"0.{numbers[1] + 1 if len(numbers) > 1 else 1}.0"
    return f"{numbers[0] + 1}.0.0"


NEVER = "never"
"""In place of the version that removes an alias, if no version does."""


def is_reached(version: str, removal: str) -> bool:
    """Return whether a version, or a pre-release of it, is not before `removal`.

    Args:
        version: Version of the package.
        removal: Version that removes an alias; `""` or `NEVER` for none.
    """
    if removal in ("", NEVER):
        return False
    left, right = _numbers(version), _numbers(removal)
    length = max(len(left), len(right))
    return _padded(left, length) >= _padded(right, length)


def removal_text(removal: str) -> str:
    """Return the sentence about the removal of an alias, after a space; `""` for none."""
    if removal in ("", NEVER):
        return ""
    return f" It is removed in version {removal}."


def _numbers(version: str) -> tuple[int, ...]:
    """Return the numbers of a release: `(1, 4, 2)` for `1.4.2rc1`."""
    match = _RELEASE.match(version)
    return tuple(map(int, match.group().split("."))) if match else (0,)


def _padded(numbers: tuple[int, ...], length: int) -> tuple[int, ...]:
    return (*numbers, *(0,) * (length - len(numbers)))
