"""Rules, and the diagnostics that stages report with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import IntEnum
from typing import NamedTuple

from ..frozen_dataclass import dataclass
from ..source import Location, Place, Span


class Severity(IntEnum):
    """Severity of a diagnostic, in ascending order."""

    NOTE = 1
    """The output is complete; a decision is documented."""
    WARNING = 2
    """Something is wrong with the document, or is missing in the output."""
    ERROR = 3
    """Nothing can be written."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Kind of diagnostic.

    Args:
        code: name of the rule: words joined by hyphens.
        severity: severity of its diagnostics.
        explanation: sentences for the page of all rules: what it means and what to do.
        key: key inside the located node to which diagnostics point, `""` for the node.
        about_settings: whether it concerns settings or flags, not a document.
        hint: what to do, for diagnostics that are reported without a hint; one sentence without
            a full stop.
    """

    code: str
    severity: Severity
    explanation: str
    key: str = ""
    about_settings: bool = False
    hint: str = ""

    def place(self, location: Location | Span) -> Place:
        """Return the place to which a diagnostic at a location points."""
        if isinstance(location, Location) and self.key:
            # Without this key, it is the place of the node.
            return location.file.place((*location.pointer, self.key))
        return location.place


class Related(NamedTuple):
    """Additional location of a diagnostic, with a message."""

    message: str
    location: Location | Span


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Report of one problem or decision.

    Args:
        rule: the rule.
        message: one sentence without a full stop; contains the name or value.
        location: the location, `None` for a setting or flag without a file.
        related: additional locations.
        hint: what to do; one sentence without a full stop.
    """

    rule: Rule
    message: str
    location: Location | Span | None = None
    related: tuple[Related, ...] = ()
    hint: str = ""

    @property
    def severity(self) -> Severity:
        """Severity of the rule."""
        return self.rule.severity


class Diagnostics:
    """Diagnostics of a run, in the order of reporting and without duplicates."""

    __slots__ = ("_items", "_seen")

    def __init__(self) -> None:
        self._items: list[Diagnostic] = []
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
        """Add a diagnostic, unless the same code, message and location exists.

        A node that an overlay has written is located in the overlay.
        """
        if isinstance(location, Location) and location.file.trace is not None:
            location = _origin(rule, location)
            related = tuple(
                Related(text, where.origin if isinstance(where, Location) else where)
                for text, where in related
            )
        identity = (rule.code, message, location)
        if identity not in self._seen:
            self._seen.add(identity)
            self._items.append(
                Diagnostic(rule, message, location, related, hint or rule.hint)
            )

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Add all diagnostics of another collection."""
        for item in diagnostics:
            self.add(
                item.rule,
                item.message,
                item.location,
                related=item.related,
                hint=item.hint,
            )

    def remove(self, predicate: Callable[[Diagnostic], bool]) -> None:
        """Remove the diagnostics for which a predicate is true."""
        self._items = [item for item in self._items if not predicate(item)]

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def worst(self) -> Severity | None:
        """Return the highest severity, `None` without diagnostics."""
        return max((item.severity for item in self._items), default=None)

    def only_settings_are_wrong(self) -> bool:
        """Return whether there are errors and all of them concern settings or flags."""
        errors = [item for item in self._items if item.severity is Severity.ERROR]
        return bool(errors) and all(item.rule.about_settings for item in errors)

    def count(self, severity: Severity) -> int:
        """Return the number of diagnostics with a severity."""
        return sum(item.severity is severity for item in self._items)


def _origin(rule: Rule, location: Location) -> Location:
    """Return the origin of a node, or that of the key to which the rule points."""
    file, pointer = location.origin
    key = Location(location.file, (*location.pointer, rule.key)).origin
    if rule.key and key.file is not file:
        return key
    return Location(file, pointer)


class GenerationError(Exception):
    """Raised by a stage that cannot continue; the reason is in the diagnostics."""
