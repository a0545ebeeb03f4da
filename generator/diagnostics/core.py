"""Findings: what a stage has to say to the people who wrote a document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from ..source import Location, Place, Span


class Severity(IntEnum):
    """How much a finding matters; comparable, the greater the worse."""

    NOTE = 1
    """Something was decided that a reader may want to know; output is complete."""
    WARNING = 2
    """Something is wrong or cannot be represented; output is complete but for it."""
    ERROR = 3
    """Nothing can be written."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of finding.

    Args:
        code: its name in messages and settings: words joined by hyphens.
        severity: how much it matters.
        explanation: what it means and what to do, in sentences, for the page of codes.
        key: the entry of a node that it is about; readers are shown its place.
        about_settings: whether it is about settings or flags rather than a document.
    """

    code: str
    severity: Severity
    explanation: str
    key: str = ""
    about_settings: bool = False

    def place(self, location: Location | Span) -> Place:
        """Where a finding of this kind shows, that has such a location."""
        if isinstance(location, Location) and self.key:
            # Where the node lacks it, that is the place of the node.
            return location.file.place((*location.pointer, self.key))
        return location.place


class Related(NamedTuple):
    """A second place that a finding speaks of."""

    message: str
    location: Location | Span


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding at one place.

    Args:
        rule: what kind it is.
        message: one sentence without a full stop, that names the thing.
        location: where; `None` when it concerns no file (a setting, a flag).
        related: other places.
        hint: what to do, one sentence without a full stop.
    """

    rule: Rule
    message: str
    location: Location | Span | None = None
    related: tuple[Related, ...] = ()
    hint: str = ""

    @property
    def severity(self) -> Severity:
        """The severity of its rule."""
        return self.rule.severity


class Diagnostics:
    """The findings of a run, in the order they were made; each is kept once."""

    __slots__ = ("_found", "_seen")

    def __init__(self) -> None:
        self._found: list[Diagnostic] = []
        self._seen: set[tuple[object, ...]] = set()

    def add(
        self,
        rule: Rule,
        message: str,
        location: Location | Span | None = None,
        *,
        related: tuple[Related, ...] = (),
        hint: str = "",
    ) -> None:
        """Notes a finding, unless the same was noted before."""
        identity = (rule.code, message, location)
        if identity not in self._seen:
            self._seen.add(identity)
            self._found.append(Diagnostic(rule, message, location, related, hint))

    def extend(self, found: Diagnostics) -> None:
        """Takes over the findings of another run of a stage."""
        for item in found:
            self.add(
                item.rule,
                item.message,
                item.location,
                related=item.related,
                hint=item.hint,
            )

    def remove(self, unwanted: Callable[[Diagnostic], bool]) -> None:
        """Forgets the findings for which this holds."""
        self._found = [item for item in self._found if not unwanted(item)]

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def worst(self) -> Severity | None:
        """The greatest severity among the findings, `None` when there are none."""
        return max((item.severity for item in self._found), default=None)

    def only_settings_are_wrong(self) -> bool:
        """Whether there are errors, all of them on settings or flags."""
        errors = [item for item in self._found if item.severity is Severity.ERROR]
        return bool(errors) and all(item.rule.about_settings for item in errors)

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(item.severity is severity for item in self._found)


class GenerationError(Exception):
    """Raised by a stage that cannot go on; the reason is among the diagnostics."""
