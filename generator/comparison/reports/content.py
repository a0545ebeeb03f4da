"""Content that all reports have in common."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ...frozen_dataclass import dataclass
from ...source import Location
from ..changes import Cause, Change, Level
from ..versions import NextVersion

MAX_PER_RULE = 10
"""Compatible changes of a rule that a shortened report shows."""


@dataclass(frozen=True, slots=True)
class Report:
    """The changes between two clients.

    Args:
        changes: The changes.
        version: Version that is due.
        old, new: Prefixes of file names, such as `main:`.
        shortened: Whether many compatible changes of a rule are only counted.
        client: Package of the client; `""` if the settings have only one client.
    """

    changes: tuple[Change, ...]
    version: NextVersion
    old: str = ""
    new: str = ""
    shortened: bool = True
    client: str = ""

    @property
    def title(self) -> str:
        """Heading of the report."""
        return f"Changes of the client {self.client}".rstrip()

    def place(self, change: Change, side: str) -> str:
        """Return a place as `file:line:column`, `""` for none.

        Args:
            change: The change.
            side: `old` or `new`.
        """
        location: Location | None = getattr(change, side)
        if location is None:
            return ""
        prefix: str = getattr(self, side)
        place = location.place
        return f"{prefix}{location.file.name}:{place.line}:{place.column}"

    def levels(self) -> Iterator[tuple[Level, list[Change]]]:
        """Yield the changes of each level, the most severe first, grouped by subject."""
        for level in sorted(Level, reverse=True):
            changes = [item for item in self.changes if item.level is level]
            if changes:
                order = {item.subject: None for item in changes}
                position = {subject: number for number, subject in enumerate(order)}
                yield level, sorted(changes, key=lambda item: position[item.subject])

    def shorten(self, changes: list[Change]) -> tuple[list[Change], int]:
        """Return the changes of a level to show, and the number of those that are left."""
        counts: dict[str, int] = {}
        result: list[Change] = []
        for item in changes:
            counts[item.rule.id] = counts.get(item.rule.id, 0) + 1
            is_short = self.shortened and item.level <= Level.COMPATIBLE
            if not is_short or counts[item.rule.id] <= MAX_PER_RULE:
                result.append(item)
        return result, len(changes) - len(result)


def subjects(changes: list[Change]) -> Iterator[tuple[str, list[Change]]]:
    """Yield the subjects of sorted changes with their changes."""
    for subject, items in groupby(changes, key=lambda item: item.subject):
        yield subject, list(items)


def printable(text: str) -> str:
    """Return a text of a document with characters escaped that terminals interpret."""
    return "".join(
        char if char == "\n" or char.isprintable() else f"\\u{ord(char):04x}"
        for char in text
    )


def cause_text(change: Change) -> str:
    """Return what causes a change, after a space; `""` if it is the documents."""
    return "" if change.cause is Cause.DOCUMENTS else f" (by the {change.cause.value})"


_MAX_USES = 5


def uses_text(change: Change) -> str:
    """Return where code uses the subject of a change; `""` if that is not known."""
    listed = [f"{file}:{line}" for file, line in change.uses[:_MAX_USES]]
    if not listed:
        return ""
    left = len(change.uses) - len(listed)
    more = f" and {left} more" if left else ""
    return f"used in {', '.join(listed)}{more}"
