"""Selection of the properties of an example, so that it meets the rules of its object."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from ...model.presence import PresenceRule

_MAX_CHANGES = 20


def select_names(
    names: Iterable[str],
    declared: Collection[str],
    required: Collection[str],
    rules: Sequence[PresenceRule],
) -> list[str]:
    """Return the names of properties, changed so that they meet all rules.

    Args:
        names: Names to begin with.
        declared: Names that can be added.
        required: Names that cannot be removed.
        rules: Rules of the object.

    Returns:
        The names in the order of `declared`; those to begin with if no change meets the
        rules.
    """
    first = selected = frozenset(names)
    visited = {selected}
    for _ in range(_MAX_CHANGES):
        broken = next((item for item in rules if not item.is_met(selected)), None)
        if broken is None:
            return [name for name in declared if name in selected]
        changes = _list_changes(broken, selected, declared, required)
        new = [item for item in changes if item not in visited]
        if not new:
            break
        # The change that meets most rules; of equal ones, the first.
        selected = max(new, key=lambda item: sum(it.is_met(item) for it in rules))
        visited.add(selected)
    return [name for name in declared if name in first]


def _list_changes(
    rule: PresenceRule,
    names: frozenset[str],
    declared: Collection[str],
    required: Collection[str],
) -> Iterator[frozenset[str]]:
    """Yield the names after each change that could meet a rule, the preferred first."""
    present = rule.list_present(names)
    if len(present) > rule.maximum:
        # The last sets are given up.
        for item in reversed(present):
            for name in reversed(item):
                if name not in required:
                    yield names - {name}
    else:
        for item in rule.sets:
            if item not in present and all(name in declared for name in item):
                yield names | set(item)
