"""Rules about which properties of an object are present together."""

from __future__ import annotations

from collections.abc import Collection

from ..frozen_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class PresenceRule:
    """A number of sets of properties, of which some must be present completely.

    Args:
        sets: The sets. A set is present if all of its properties are.
        minimum: Number of sets that are present at least: 1 for `anyOf` and `oneOf`.
        maximum: Number of sets that are present at most: 1 for `oneOf`, 0 for `not`.
    """

    sets: tuple[tuple[str, ...], ...]
    minimum: int
    maximum: int

    def list_present(self, names: Collection[str]) -> list[tuple[str, ...]]:
        """Return the sets that are present in an object with these properties."""
        return [item for item in self.sets if all(name in names for name in item)]

    def is_met(self, names: Collection[str]) -> bool:
        """Return whether an object with these properties meets the rule."""
        return self.minimum <= len(self.list_present(names)) <= self.maximum
