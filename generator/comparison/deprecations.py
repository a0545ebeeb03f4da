"""Deprecations of arguments, keys and attributes."""

from __future__ import annotations

from ..model.types import Documentation
from ..source import Location
from .collection import Comparison


def compare_deprecations(
    comparison: Comparison,
    rule: str,
    subject: str,
    name: str,
    places: tuple[Location | None, Location | None],
    documentation: tuple[Documentation | None, Documentation | None],
) -> None:
    """Add a change if the new document deprecates something.

    Args:
        comparison: The clients.
        rule: Id of the rule.
        subject: Call or type.
        name: The argument, key or attribute in messages.
        places: Places in the old and in the new document.
        documentation: Documentation in the old and in the new document; `None` if it has
            none.
    """
    before, after = documentation
    if after is not None and after.deprecated and not (before and before.deprecated):
        comparison.add(rule, subject, f"{name} is deprecated", *places)
