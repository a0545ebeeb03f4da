"""The collection of changes that the comparisons add to."""

from __future__ import annotations

from collections.abc import Mapping

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
        names: New names of types that are renamed, by the old name.
    """

    def __init__(self, old: Side, new: Side, names: Mapping[str, str]) -> None:
        self.old = old
        self.new = new
        self.names = names
        self.sent = Relation(old, new, names, ignores_lost=True)
        """Whether an argument that was valid is valid."""
        self.kept = Relation(old, new, names)
        """Whether a type of a response still includes an old one."""
        self.received = Relation(new, old, {new: old for old, new in names.items()})
        """Whether a response is one that callers expect."""
        self.witnesses = Witnesses(old)
        self.changes: list[Change] = []

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
        self.changes.append(Change(RULES[rule], subject, message, old, new, witness))
