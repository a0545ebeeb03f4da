"""Selection of the member of a union."""

from __future__ import annotations

from typing import Any

import pytest

from generator.runtime.models.scopes import comparison_key
from generator.runtime.models.unions import (
    Candidate,
    UnionSelector,
    find_discriminator,
)


def candidate(required: str = "", optional: str = "", **literals: object) -> Candidate:
    """Create a candidate with required and optional keys and with literal properties.

    Args:
        required: Required keys, separated by spaces.
        optional: Optional keys, separated by spaces.
        literals: Key -> value, or a tuple of values.
    """
    literal_keys = {
        key: frozenset(
            map(comparison_key, value if isinstance(value, tuple) else (value,))
        )
        for key, value in literals.items()
    }
    known = frozenset(f"{required} {optional}".split()) | literal_keys.keys()
    return Candidate(
        lambda value: value, literal_keys, frozenset(required.split()), known
    )


def select(data: dict[str, Any], *candidates: Candidate) -> int | None:
    """Return the index of the candidate that is selected."""
    selected = UnionSelector(candidates)(data)
    return None if selected is None else candidates.index(selected)


def test_discriminator_takes_precedence_over_keys() -> None:
    cat = candidate("type name", type="cat")
    dog = candidate("type name breed", type="dog")
    assert select({"type": "cat", "breed": "x", "name": "y"}, cat, dog) == 0
    assert select({"type": "dog"}, cat, dog) == 1


def test_discriminator_with_several_values() -> None:
    one = candidate(type=("a", "b"))
    two = candidate(type="c")
    assert [select({"type": tag}, one, two) for tag in "abc"] == [0, 0, 1]


@pytest.mark.parametrize("value", ["fish", None, 7, ["cat"], {"cat": 1}, 1.5, True])
def test_unknown_discriminator_value_selects_nothing(value: Any) -> None:
    assert select({"type": value}, candidate(type="cat"), candidate(type="dog")) is None


def test_candidate_without_discriminator_accepts_unknown_values() -> None:
    assert (
        select({"type": "fish"}, candidate(type="cat"), candidate(optional="type")) == 1
    )
    assert (
        select(
            {"type": "cat"}, candidate("type", type="cat"), candidate(optional="type")
        )
        == 0
    )


def test_other_literals_separate_candidates_with_equal_discriminator() -> None:
    members = (
        candidate("type role", type="message", role="user"),
        candidate("type role", type="message", role=("assistant", "tool")),
        candidate("type", type="call"),
    )
    assert select({"type": "message", "role": "tool"}, *members) == 1
    assert select({"type": "message", "role": "user"}, *members) == 0
    assert select({"type": "call", "role": "user"}, *members) == 2


def test_unknown_enum_value_excludes_no_candidate() -> None:
    members = (
        candidate("type status", type="message", status=("done", "failed")),
        candidate("type status extra", type="message", status=("done", "stopped")),
    )
    assert select({"type": "message", "status": "paused"}, *members) == 0
    assert select({"type": "message", "status": "paused", "extra": 1}, *members) == 1


def test_disjoint_sets_of_values_are_a_discriminator() -> None:
    members = (candidate(type="a"), candidate(type=("b", "c")))
    assert select({"type": "d"}, *members) is None
    assert select({"type": "c"}, *members) == 1


def test_different_constants_select_nothing() -> None:
    members = (
        candidate(type="a", version=1),
        candidate(type="a", version=2, more=("x", "y")),
    )
    assert select({"type": "a", "version": 3}, *members) is None


def test_nullable_constant() -> None:
    members = (
        candidate(type="a", kind=("x", None)),
        candidate(type="a", kind=("y", None)),
    )
    assert select({"type": "a", "kind": None}, *members) == 0
    assert select({"type": "a", "kind": "y"}, *members) == 1
    assert select({"type": "a", "kind": "z"}, *members) is None


def test_missing_discriminator_selects_by_required_keys() -> None:
    members = (candidate("type name", type="cat"), candidate("name", type="dog"))
    assert select({"name": "Rex"}, *members) == 1


def test_required_keys() -> None:
    assert select({"id": 1, "url": 2}, candidate("id size"), candidate("id url")) == 1


def test_known_keys() -> None:
    members = (candidate("id"), candidate("id", "url title"), candidate("id", "url"))
    assert select({"id": 1, "url": 2, "title": 3}, *members) == 1


def test_order_of_declaration() -> None:
    assert select({"id": 1}, candidate("id", "a"), candidate("id", "b")) == 0
    assert select({}, candidate(), candidate()) == 0


def test_booleans_differ_from_numbers() -> None:
    members = (candidate(flag=True), candidate(flag=1), candidate(flag="true"))
    values = (True, 1, "true", 1.0)
    assert [select({"flag": value}, *members) for value in values] == [0, 1, 2, 1]
    assert select({"flag": False}, *members) is None


def test_find_discriminator_leaves_fewest_candidates() -> None:
    members = [
        candidate(object="item", type=kind, role=("user", "assistant"))
        for kind in "abc"
    ]
    assert find_discriminator(members) == "type"
    members.append(candidate(object="item"))
    assert find_discriminator(members) == "type"


def test_shared_literal_is_not_a_discriminator() -> None:
    assert (
        find_discriminator(
            [candidate(object="item"), candidate(object="item", x=("a", "b"))]
        )
        != "object"
    )
    assert find_discriminator([candidate("a"), candidate("b")]) is None


def typed(**kinds: str) -> Candidate:
    """Create a candidate whose optional keys have kinds of values, separated by commas."""
    return candidate(optional=" ".join(kinds))._replace(
        kinds=lambda key: frozenset(kinds[key].split(","))
    )


def test_json_type_of_a_value_selects() -> None:
    candidates = typed(id="str"), typed(id="int"), typed(id="list,list of int")
    values: list[Any] = ["a", 1, [1], []]
    assert [select({"id": value}, *candidates) for value in values] == [0, 1, 2, 2]


def test_null_and_unknown_types_select_the_first() -> None:
    candidates = typed(id="str"), typed(id="int")
    assert [select({"id": value}, *candidates) for value in (None, 1.5)] == [0, 0]


def test_types_take_precedence_over_missing_keys() -> None:
    first = candidate(required="id name")._replace(kinds=lambda key: frozenset({"int"}))
    assert select({"id": 1}, typed(id="str", name="str"), first) == 1


def test_value_of_another_type_is_not_allowed_by_a_property_without_literals() -> None:
    assert select({"id": "new"}, candidate(id=("x", "y")), typed(id="int")) == 0
    assert select({"id": 1}, candidate(id=("x", "y")), typed(id="int")) == 1
