"""Which member of a union a JSON object is: decided from what is declared, never by trying.

In this order, each step among those that the step before it left:

1. *tag*: the property that tells the members apart best by its literal values;
2. *literals*: members of which another literal property says something else are out;
3. *required*: those with the fewest required keys missing;
4. *known*: those that declare most of the keys that are there;
5. *order* of declaration.

A sole candidate is taken as it is, since unknown values of enums are to be expected. Where
the properties that tell members apart rule out all, the object stays a dict.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

Converter: TypeAlias = Callable[[Any], Any]


class Candidate(NamedTuple):
    """A member of a union that is a JSON object."""

    convert: Converter
    literals: Mapping[str, frozenset[Any]] = {}
    """Key -> marks of the values that its declaration admits (see `mark`)."""
    required: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()


_NO_VALUE = object()


def mark(value: Any) -> Any:
    """A hashable stand-in for a JSON value, equal for values that JSON holds to be equal.

    Python says `True == 1`; JSON does not. An array or object equals no literal.
    """
    if value is True or value is False:
        return (bool, value)
    return value if value is None or isinstance(value, (str, int, float)) else _NO_VALUE


class Choice:
    """Chooses among candidates, by an index over the tag that suits them best."""

    __slots__ = ("_all", "_index", "_tag")

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._all = candidates
        self._tag = best_tag(candidates)
        self._index = _buckets(candidates, self._tag) if self._tag is not None else {}

    def __call__(self, data: Mapping[str, Any]) -> Candidate | None:
        """The candidate that an object is, or None where all are ruled out."""
        candidates = self._all
        if self._tag is not None and self._tag in data:
            candidates = self._index.get(mark(data[self._tag]), candidates)
            if len(candidates) == 1:
                return candidates[0]
        return _closest(_agreeing(candidates, data), data)


def best_tag(candidates: Sequence[Candidate]) -> str | None:
    """The property whose value leaves the fewest candidates on average.

    Of equals the one that most candidates declare, then the one declared first. None: no
    property tells any two apart.
    """
    best, best_score = None, (float(len(candidates)), 0)
    for key in dict.fromkeys(key for each in candidates for key in each.literals):
        index = _buckets(candidates, key)
        left = sum(map(len, index.values())) / len(index)
        score = (left, -sum(key in each.literals for each in candidates))
        if left < len(candidates) and score < best_score:
            best, best_score = key, score
    return best


def _buckets(candidates: Sequence[Candidate], key: str) -> dict[Any, list[Candidate]]:
    """The candidates by the values of a property; those that leave it open by each value."""
    values = {value for each in candidates for value in each.literals.get(key, ())}
    return {
        value: [each for each in candidates if _admits(each, key, value)]
        for value in values
    }


def _admits(candidate: Candidate, key: str, value: Any) -> bool:
    literals = candidate.literals.get(key)
    return literals is None or value in literals


def _agreeing(
    candidates: Sequence[Candidate], data: Mapping[str, Any]
) -> Sequence[Candidate]:
    """The candidates that no literal property rules out."""
    for key in dict.fromkeys(key for each in candidates for key in each.literals):
        if key not in data:
            continue
        value = mark(data[key])
        kept = [each for each in candidates if _admits(each, key, value)]
        if kept:
            candidates = kept
        elif _tells_members(candidates, key):
            return ()
    return candidates


def _tells_members(candidates: Sequence[Candidate], key: str) -> bool:
    """Whether a property is there to tell members: constants, or sets that do not overlap.

    A value that none of them has is then a member that is not declared; of other enums it
    is one that they did not have yet, and tells nothing.
    """
    values = {each.literals[key] - {None} for each in candidates}
    if len(values) == 1:
        return all(len(each) < 2 for each in values)
    return sum(map(len, values)) == len(frozenset[Any]().union(*values))


def _closest(
    candidates: Sequence[Candidate], data: Mapping[str, Any]
) -> Candidate | None:
    """The candidate whose declared keys are most like those of the object."""
    return min(
        candidates,
        key=lambda each: (
            len(each.required.difference(data)),
            -len(each.known.intersection(data)),
        ),
        default=None,
    )
