"""The collection of changes that the comparisons add to."""

from __future__ import annotations

from collections.abc import Mapping

from ..python.expressions import TypeExpr, imported_names, renamed
from ..source import Location
from .changes import Change
from .relation import Relation
from .rules import RULES
from .sides import Side
from .witnesses import Witnesses


class Comparison:
    """Two clients and the changes between them.

    Args:
        old: The old client.
        new: The new client.
        names: New names of types that are renamed, by the old name. The new client can
            keep an old name as an alias.
    """

    def __init__(self, old: Side, new: Side, names: Mapping[str, str]) -> None:
        self.old = old
        self.new = new
        self.names = names
        self.sent = Relation(old, new, names, ignores_lost=True)
        """Whether an argument that was valid is valid."""
        self.kept = Relation(old, new, names)
        """Whether a type of a response still includes an old one."""
        self.received = Relation(new, old, {}, names)
        """Whether a response is one that callers expect."""
        self._current = Relation(new, new, {})
        self.sent_as: set[tuple[str, str]] = set()
        """Old calls and keys of arguments that are sent under another key."""
        self.witnesses = Witnesses(old)
        self.changes: list[Change] = []

    def in_new(self, type_: TypeExpr) -> TypeExpr | None:
        """Return what the annotation of an old type means in the new client.

        Returns:
            The type with the new names of its types, whose contents can differ; `None` if
            it has a name that the new client lacks.
        """
        result = renamed(type_, dict(self.names))
        names = [name for name in imported_names(result) if name in self.old.types]
        return result if all(name in self.new.types for name in names) else None

    def fits_annotation(self, value: TypeExpr, annotation: TypeExpr) -> bool:
        """Return whether a new response fits an annotation of old code.

        An alias in the annotation stands for its new value.
        """
        current = self.in_new(annotation)
        return current is None or self._current.fits(value, current)

    def accepts_annotation(self, annotation: TypeExpr, type_: TypeExpr) -> bool:
        """Return whether values that old code annotates fit a new type."""
        current = self.in_new(annotation)
        return current is None or self._current.fits(current, type_)

    def add(
        self,
        rule: str,
        subject: str,
        message: str,
        old: Location | None = None,
        new: Location | None = None,
        witness: str = "",
    ) -> None:
        """Add a change of the rule with an id; see `Change` for the other arguments."""
        # The runtime is an implementation detail of clients.
        text = message.replace("_runtime.", "")
        self.changes.append(Change(RULES[rule], subject, text, old, new, witness))
