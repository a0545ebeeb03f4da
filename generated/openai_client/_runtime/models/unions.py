"""Selection of the union member that a JSON object is an instance of.

The selection uses the declarations only; it does not try to convert. The steps, each
applied to the candidates that the previous step left:

1. *discriminator*: the property whose literal values separate the candidates best;
2. *literals*: exclude candidates with another literal property of a different value;
3. *types*: prefer those with the fewest keys whose value has another JSON type than any
   that is declared, of the keys for which the candidates declare different types;
4. *required*: prefer those with the fewest missing required keys;
5. *known*: prefer those that declare most of the object's keys;
6. *nested*: prefer those with the fewest missing required keys and undeclared values in
   the objects that the object contains, or in the first ones of its arrays;
7. *order* of declaration.

A single candidate is selected without a check, because a server may add enum values. If the
discriminating properties exclude all candidates, the object becomes an instance of the
class that all candidates extend; it stays a dict if there is none. That class is a candidate
for objects without the discriminator, and of equal ones the least specific is selected.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from .declarations import Converter
from .records import type_of
from .scopes import JSON_KINDS, comparison_key, kind_of


def _accept_all(key: str) -> None:
    """Return that all kinds of values are declared."""


def _accepts_null(key: str) -> bool:
    """Return that null is declared."""
    return True


def _without_objects(key: str) -> Sequence[Candidate]:
    """Return that no object is declared."""
    return ()


class Candidate(NamedTuple):
    """A member of a union that is a JSON object."""

    convert: Converter
    literals: Mapping[str, frozenset[Any]] = {}
    """JSON key -> comparison keys of the values that are declared for it."""
    required: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    kinds: Callable[[str], frozenset[str] | None] = _accept_all
    """Function that returns the kinds of values (see `kind_of`) that are declared for a
    JSON key; `None` if all are."""
    nested: Callable[[str], Sequence[Candidate]] = _without_objects
    """Function that returns the objects that are declared for the value of a JSON key or
    for the items of its arrays."""
    accepts_null: Callable[[str], bool] = _accepts_null
    """Function that returns whether null is declared for a JSON key."""


class UnionSelector:
    """Function that selects a candidate, with an index of the discriminator's values.

    Args:
        candidates: The candidates, in order of declaration.
        base: The class that all candidates are or extend, if there is one.
    """

    __slots__ = ("_candidates", "_discriminator", "_index", "_kinds", "_untagged")

    def __init__(
        self, candidates: Sequence[Candidate], base: Candidate | None = None
    ) -> None:
        self._candidates = self._untagged = candidates
        if base is not None and base.literals:
            # A base that allows the tags of its extensions yields to them.
            specific = [each for each in candidates if each.literals != base.literals]
            self._candidates = specific or candidates
        tag = self._discriminator = find_discriminator(self._candidates)
        if base is not None:
            # Without an optional discriminator, an object is a valid member.
            is_required = all(tag in each.required for each in candidates)
            bases = [base] if is_required else []
            self._untagged = sorted([*bases, *candidates], key=_count_known)
        self._index = _index_by_value(self._candidates, tag) if tag is not None else {}
        self._kinds: dict[str, dict[int, frozenset[str]]] | None = None

    def __call__(self, data: Mapping[str, Any]) -> Candidate | None:
        """Return the candidate for an object, or `None` if all are excluded."""
        candidates, tag = self._untagged, self._discriminator
        if tag is not None and data.get(tag) is not None:
            candidates = self._index.get(comparison_key(data[tag]), self._candidates)
            if len(candidates) == 1:
                return candidates[0]
        remaining = _filter_by_literals(candidates, data)
        if len(remaining) < 2:
            return remaining[0] if remaining else None
        if self._kinds is None:
            self._kinds = _differing_kinds(self._untagged)
        return _best_match(remaining, data, self._kinds)


def _count_known(candidate: Candidate) -> int:
    return len(candidate.known)


def find_discriminator(candidates: Sequence[Candidate]) -> str | None:
    """Find the property whose value leaves the fewest candidates on average.

    Ties are resolved in favour of the property that most candidates declare, then of the
    one declared first.

    Returns:
        The JSON key, or `None` if no property separates any two candidates.
    """
    best, best_score = None, (float(len(candidates)), 0)
    for key in dict.fromkeys(key for each in candidates for key in each.literals):
        index = _index_by_value(candidates, key)
        average = sum(map(len, index.values())) / len(index)
        score = (average, -sum(key in each.literals for each in candidates))
        if average < len(candidates) and score < best_score:
            best, best_score = key, score
    return best


def _index_by_value(
    candidates: Sequence[Candidate], key: str
) -> dict[Any, list[Candidate]]:
    """Map each value of a property to the candidates that allow it.

    Candidates that do not declare literals for the property allow every value of its type.
    """
    values = {value for each in candidates for value in each.literals.get(key, ())}
    return {
        value: [each for each in candidates if _allows(each, key, value)]
        for value in values
    }


def _allows(candidate: Candidate, key: str, value: Any) -> bool:
    """Return whether a candidate allows a value of a property.

    Args:
        candidate: The candidate.
        key: JSON key of the property.
        value: Comparison key of the value.
    """
    literals = candidate.literals.get(key)
    if literals is not None:
        return value in literals
    if value is None or key not in candidate.known:
        return True
    kinds = candidate.kinds(key)
    # Booleans are tuples; arrays and objects have no comparison key.
    kind = "bool" if type_of(value) is tuple else JSON_KINDS.get(type_of(value))
    return kinds is None or kind is None or kind in kinds


def _filter_by_literals(
    candidates: Sequence[Candidate], data: Mapping[str, Any]
) -> Sequence[Candidate]:
    """Return the candidates that no literal property excludes."""
    for key in dict.fromkeys(key for each in candidates for key in each.literals):
        if key not in data:
            continue
        value = comparison_key(data[key])
        allowed = [each for each in candidates if _allows(each, key, value)]
        if allowed:
            candidates = allowed
        elif _is_discriminating(candidates, key):
            return ()
    return candidates


def _is_discriminating(candidates: Sequence[Candidate], key: str) -> bool:
    """Return whether a property is a constant or has disjoint values in all candidates.

    An unknown value of such a property denotes an undeclared member. An unknown value of
    any other enum is a value that the server added, which excludes no candidate.
    """
    if not all(key in each.literals for each in candidates):
        return False
    values = {each.literals[key] - {None} for each in candidates}
    if len(values) == 1:
        return all(len(each) < 2 for each in values)
    return sum(map(len, values)) == len(frozenset[Any]().union(*values))


def _differing_kinds(
    candidates: Sequence[Candidate],
) -> dict[str, dict[int, frozenset[str]]]:
    """Return the declared kinds of the keys for which candidates declare different ones.

    Returns:
        For each key, the kinds by the identity of the candidate.
    """
    counts = Counter(key for each in candidates for key in each.known)
    result: dict[str, dict[int, frozenset[str]]] = {}
    for key, count in counts.items():
        if count > 1:
            kinds = {
                id(each): declared
                for each in candidates
                if key in each.known and (declared := each.kinds(key)) is not None
            }
            if len(kinds) < count or len(set(kinds.values())) > 1:
                result[key] = kinds
    return result


def _best_match(
    candidates: Sequence[Candidate],
    data: Mapping[str, Any],
    kinds: Mapping[str, Mapping[int, frozenset[str]]],
) -> Candidate:
    """Return the candidate whose declared keys match the object best.

    Args:
        candidates: At least one candidate.
        data: The object.
        kinds: The declared kinds of values (see `_differing_kinds`).
    """
    # Null excludes no candidate: many servers send it for missing values. It only decides
    # between candidates that are equal otherwise.
    kinds_of_data = {
        key: kind_of(data[key]) for key in kinds if data.get(key) is not None
    }

    def count_mismatches(candidate: Candidate) -> int:
        identity = id(candidate)
        return sum(
            identity in kinds[key] and kind not in kinds[key][identity]
            for key, kind in kinds_of_data.items()
        )

    ranks = [
        (
            count_mismatches(each),
            len(each.required.difference(data)),
            -len(each.known.intersection(data)),
        )
        for each in candidates
    ]
    best = min(ranks)
    tied = [each for each, rank in zip(candidates, ranks, strict=True) if rank == best]
    if len(tied) == 1:
        return tied[0]
    return min(tied, key=lambda each: _count_value_mismatches(each, data))


def _count_value_mismatches(
    candidate: Candidate, data: Mapping[str, Any]
) -> tuple[int, int]:
    """Return the number of undeclared nulls, and of differences in nested objects."""
    nulls = sum(
        data[key] is None and not candidate.accepts_null(key)
        for key in candidate.known.intersection(data)
    )
    return nulls, _count_nested_mismatches(candidate, data)


def _count_nested_mismatches(candidate: Candidate, data: Mapping[str, Any]) -> int:
    """Return the number of differences between nested objects and their declarations."""
    total = 0
    for key in candidate.known.intersection(data):
        value = data[key]
        if type_of(value) is list and value:
            value = value[0]
        if type_of(value) is dict:
            differences = [_count(each, value) for each in candidate.nested(key)]
            total += min(differences, default=0)
    return total


def _count(candidate: Candidate, data: Mapping[str, Any]) -> int:
    """Return the number of missing required keys and of undeclared values."""
    return len(candidate.required.difference(data)) + sum(
        data[key] is not None and not _declares(candidate, key, data[key])
        for key in candidate.known.intersection(data)
    )


def _declares(candidate: Candidate, key: str, value: Any) -> bool:
    """Return whether a value is of a declared JSON type, and one of the literals."""
    kinds = candidate.kinds(key)
    return (kinds is None or kind_of(value) in kinds) and (
        key not in candidate.literals
        or comparison_key(value) in candidate.literals[key]
    )
