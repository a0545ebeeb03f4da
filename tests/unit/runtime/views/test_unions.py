"""The choice of a union's member."""

from __future__ import annotations

from typing import Any

import pytest

from generator.runtime.models.unions import Candidate, Choice, best_tag, mark


def of(required: str = "", optional: str = "", **literals: object) -> Candidate:
    """A member with required and optional keys, and keys with one or several values."""
    marks = {
        key: frozenset(map(mark, value if isinstance(value, tuple) else (value,)))
        for key, value in literals.items()
    }
    known = frozenset(f"{required} {optional}".split()) | marks.keys()
    return Candidate(lambda value: value, marks, frozenset(required.split()), known)


def chosen(data: dict[str, Any], *candidates: Candidate) -> int | None:
    """The index of the candidate that is chosen."""
    found = Choice(candidates)(data)
    return None if found is None else candidates.index(found)


def test_a_tag_decides_whatever_else_is_there() -> None:
    cat = of("type name", type="cat")
    dog = of("type name breed", type="dog")
    assert chosen({"type": "cat", "breed": "x", "name": "y"}, cat, dog) == 0
    assert chosen({"type": "dog"}, cat, dog) == 1


def test_a_tag_may_have_several_values() -> None:
    one = of(type=("a", "b"))
    two = of(type="c")
    assert [chosen({"type": tag}, one, two) for tag in "abc"] == [0, 0, 1]


@pytest.mark.parametrize("value", ["fish", None, 7, ["cat"], {"cat": 1}, 1.5, True])
def test_an_unknown_tag_chooses_nothing(value: Any) -> None:
    assert chosen({"type": value}, of(type="cat"), of(type="dog")) is None


def test_a_member_that_leaves_the_tag_open_takes_unknown_tags() -> None:
    assert chosen({"type": "fish"}, of(type="cat"), of(optional="type")) == 1
    assert chosen({"type": "cat"}, of("type", type="cat"), of(optional="type")) == 0


def test_members_that_share_a_tag_differ_by_other_literals() -> None:
    members = (
        of("type role", type="message", role="user"),
        of("type role", type="message", role=("assistant", "tool")),
        of("type", type="call"),
    )
    assert chosen({"type": "message", "role": "tool"}, *members) == 1
    assert chosen({"type": "message", "role": "user"}, *members) == 0
    assert chosen({"type": "call", "role": "user"}, *members) == 2


def test_an_enum_value_of_tomorrow_does_not_rule_a_member_out() -> None:
    members = (
        of("type status", type="message", status=("done", "failed")),
        of("type status extra", type="message", status=("done", "stopped")),
    )
    assert chosen({"type": "message", "status": "paused"}, *members) == 0
    assert chosen({"type": "message", "status": "paused", "extra": 1}, *members) == 1


def test_sets_of_values_that_do_not_overlap_are_tags() -> None:
    members = (of(type="a"), of(type=("b", "c")))
    assert chosen({"type": "d"}, *members) is None
    assert chosen({"type": "c"}, *members) == 1


def test_constants_that_rule_out_all_choose_nothing() -> None:
    members = (of(type="a", version=1), of(type="a", version=2, more=("x", "y")))
    assert chosen({"type": "a", "version": 3}, *members) is None


def test_a_constant_may_be_null_too() -> None:
    members = (of(type="a", kind=("x", None)), of(type="a", kind=("y", None)))
    assert chosen({"type": "a", "kind": None}, *members) == 0
    assert chosen({"type": "a", "kind": "y"}, *members) == 1
    assert chosen({"type": "a", "kind": "z"}, *members) is None


def test_without_its_tag_an_object_is_what_it_lacks_least_of() -> None:
    members = (of("type name", type="cat"), of("name", type="dog"))
    assert chosen({"name": "Rex"}, *members) == 1


def test_then_required_keys_decide() -> None:
    assert chosen({"id": 1, "url": 2}, of("id size"), of("id url")) == 1


def test_then_known_keys_decide() -> None:
    members = (of("id"), of("id", "url title"), of("id", "url"))
    assert chosen({"id": 1, "url": 2, "title": 3}, *members) == 1


def test_then_the_order_of_declaration_decides() -> None:
    assert chosen({"id": 1}, of("id", "a"), of("id", "b")) == 0
    assert chosen({}, of(), of()) == 0


def test_json_tells_booleans_from_numbers() -> None:
    members = (of(flag=True), of(flag=1), of(flag="true"))
    values = (True, 1, "true", 1.0)
    assert [chosen({"flag": value}, *members) for value in values] == [0, 1, 2, 1]
    assert chosen({"flag": False}, *members) is None


def test_the_best_tag_leaves_the_fewest_members() -> None:
    members = [
        of(object="item", type=kind, role=("user", "assistant")) for kind in "abc"
    ]
    assert best_tag(members) == "type"
    members.append(of(object="item"))
    assert best_tag(members) == "type"


def test_a_literal_that_all_share_is_no_tag() -> None:
    assert best_tag([of(object="item"), of(object="item", x=("a", "b"))]) != "object"
    assert best_tag([of("a"), of("b")]) is None
