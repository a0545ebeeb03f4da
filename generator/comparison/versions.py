"""The version that is due for the client after its changes.

Source: Semantic Versioning 2.0.0, items 4 to 9. Versions are those of PEP 440.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from ..versions import is_reached
from .changes import Cause, Change, Level

_VERSION = re.compile(r"(\d+(?:\.\d+)*)(.*)", re.DOTALL)
_FIRST_YEAR = 1900
"""Smallest first number of a version that is read as a date."""


class Bump(Enum):
    """The part of a version that increases."""

    NONE = "none"
    PATCH = "patch"
    MINOR = "minor"
    MAJOR = "major"


_REASONS = {
    Bump.NONE: "nothing changes for callers",
    Bump.PATCH: "no new calls or types",
    Bump.MINOR: "additions or other behaviour",
    Bump.MAJOR: "breaking changes",
}


class NextVersion(NamedTuple):
    """The version that is due.

    Args:
        old: Version of the old client.
        next: Version that is due; `""` if versions are dates, which do not express
            changes.
        bump: Kind of the changes.
        package: Package with which the client is compared; `""` for an earlier client. A
            version is not due then.
        parts: The part of the version that each cause increases.
    """

    old: str
    next: str
    bump: Bump
    package: str = ""
    parts: tuple[tuple[Cause, Bump], ...] = ()

    @property
    def sentence(self) -> str:
        """The line for people: `next version: 2.0.0 (breaking changes since 1.4.2)`."""
        if self.package:
            return f"compared with the package {self.package} ({_REASONS[self.bump]})"
        reason = _REASONS[self.bump]
        if not self.next:
            date = f"a later date than {self.old}"
            return f"next version: {date} ({reason}{self._causes})"
        return f"next version: {self.next} ({reason} since {self.old}{self._causes})"

    @property
    def _causes(self) -> str:
        """The part of each cause: `; documents: minor, generator: major`.

        It is `""` if the documents cause all changes.
        """
        listed = [
            f"{cause.value}: {bump.value}"
            for cause, bump in self.parts
            if bump is not Bump.NONE
        ]
        others = {cause for cause, bump in self.parts if bump is not Bump.NONE}
        return f"; {', '.join(listed)}" if others - {Cause.DOCUMENTS} else ""


def next_version(
    version: str, changes: Iterable[Change], current: str = ""
) -> NextVersion:
    """Return the version that is due for a client.

    Versions before 1.0 increase the second number for breaking changes, and the third
    number for all others. A pre-release becomes its release if that increases enough.

    Args:
        version: Version of the old client, by PEP 440.
        changes: Changes since then.
        current: Version of the new client in the settings, which is kept if it is not
            before the version that is due; `""` if it is that of the document.

    Raises:
        ValueError: The version does not start with a number.
    """
    changes = tuple(changes)
    bump = _bump(changes)
    parts = tuple(
        (cause, _bump(item for item in changes if item.cause is cause))
        for cause in Cause
    )
    due = _due(version, bump)
    if current and current != version and is_reached(current, due or version):
        due = current
    return NextVersion(version, due, bump, parts=parts)


def _due(version: str, bump: Bump) -> str:
    """Return the version that is due; `""` if versions are dates."""
    match = _VERSION.fullmatch(version)
    if match is None:
        raise ValueError(f"not a version: {version!r}")
    numbers = [int(part) for part in match[1].split(".")]
    if numbers[0] >= _FIRST_YEAR:
        return ""
    if bump is Bump.NONE:
        return version
    major, minor, patch = (*numbers, 0, 0)[:3]
    is_pre_release = re.match(r"[._-]?(?:a|b|rc|dev)", match[2]) is not None
    following = _increase((major, minor, patch), bump, is_pre_release)
    return ".".join(map(str, following))


def compared_with(package: str, changes: Iterable[Change]) -> NextVersion:
    """Return the kind of the changes in comparison with an existing package."""
    return NextVersion("", "", _bump(changes), package)


def _bump(changes: Iterable[Change]) -> Bump:
    level = max((change.level for change in changes), default=None)
    match level:
        case None:
            return Bump.NONE
        case Level.INFO:
            return Bump.PATCH
        case Level.COMPATIBLE | Level.WARNING:
            return Bump.MINOR
        case Level.BREAKING:
            return Bump.MAJOR


def _increase(
    version: tuple[int, int, int], bump: Bump, is_pre_release: bool
) -> tuple[int, int, int]:
    major, minor, patch = version
    if major == 0:
        bump = Bump.MINOR if bump is Bump.MAJOR else Bump.PATCH
    if bump is Bump.MAJOR:
        kept = is_pre_release and not minor and not patch
        return version if kept else (major + 1, 0, 0)
    if bump is Bump.MINOR:
        return version if is_pre_release and not patch else (major, minor + 1, 0)
    return version if is_pre_release else (major, minor, patch + 1)
