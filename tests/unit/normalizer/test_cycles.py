"""Types that may be themselves lose the reference, and keep what else they may be."""

from __future__ import annotations

import itertools

import pytest

from generator.diagnostics import Diagnostics
from generator.model.types import (
    Alias,
    Anything,
    Declaration,
    DeclarationRef,
    Documentation,
    Header,
    ListOf,
    Literal,
    Nullable,
    Object,
    OneOf,
    Scalar,
    ScalarKind,
    Type,
    Union,
)
from generator.normalizer.schemas.cycles import break_cycles
from generator.source import Location, SourceFile

TEXT = Scalar(ScalarKind.STRING)
NUMBER = Scalar(ScalarKind.NUMBER)
WHOLE = Scalar(ScalarKind.INTEGER)
FILE = SourceFile("api.yaml", "file:///api.yaml", "", lambda text: {})


def header(key: str) -> Header:
    return Header(key, (key,), True, Documentation(), Location(FILE, (key,)))


def union(key: str, *members: Type, **tags: int) -> Union:
    kind = "kind" if tags else ""
    return Union(header(key), members, kind, tuple(tags.items()))


def alias(key: str, type_: Type) -> Alias:
    return Alias(header(key), type_)


def to(key: str) -> DeclarationRef:
    return DeclarationRef(key)


def broken(*items: Declaration) -> tuple[dict[str, Declaration], list[str]]:
    diagnostics = Diagnostics()
    declarations = {item.header.key: item for item in items}
    break_cycles(declarations, diagnostics)
    return declarations, [item.message for item in diagnostics]


def test_lists_and_objects_end_a_circle() -> None:
    items = (
        union("A", TEXT, ListOf(to("A"))),
        alias("B", ListOf(to("B"))),
        Object(header("C"), (), to("C")),
    )
    found, messages = broken(*items)
    assert tuple(found.values()) == items
    assert messages == []


def test_a_member_that_is_the_union_itself_says_nothing() -> None:
    found, messages = broken(union("A", TEXT, to("A"), NUMBER, a=0, b=1, c=2))
    assert found["A"] == union("A", TEXT, NUMBER, a=0, c=1)
    assert messages == ["'A' includes itself"]


def test_what_is_nothing_but_itself_is_anything() -> None:
    found, messages = broken(alias("A", to("B")), alias("B", to("A")))
    assert found["B"] == alias("B", Anything(degraded=True))
    assert messages == ["'B' includes only itself"]


def test_a_circle_keeps_the_members_of_all_that_are_in_it() -> None:
    found, _ = broken(
        union("A", to("B"), TEXT),
        union("B", to("C"), NUMBER),
        union("C", to("A"), WHOLE),
    )
    assert found["C"] == union("C", WHOLE, TEXT, NUMBER)


def test_what_comes_in_place_of_a_reference_is_followed_too() -> None:
    found, _ = broken(
        union("A", to("B"), to("D"), TEXT),
        union("B", to("A"), NUMBER),
        alias("D", to("B")),
    )
    assert found["B"] == union("B", NUMBER, to("D"), TEXT)
    assert found["D"] == alias("D", OneOf((NUMBER, TEXT)))


def test_one_other_member_is_all_that_is_left() -> None:
    found, _ = broken(union("A", to("A"), TEXT))
    assert found["A"] == alias("A", TEXT)


def test_null_stays() -> None:
    found, _ = broken(union("A", to("B"), TEXT), alias("B", Nullable(to("A"))))
    assert found["B"] == alias("B", TEXT)


def test_literals_are_joined() -> None:
    found, _ = broken(
        union("A", to("B"), Literal(("a",))), union("B", to("A"), Literal(("b",)), TEXT)
    )
    assert found["B"] == union("B", Literal(("b", "a")), TEXT)


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_where_a_circle_is_cut_knows_no_order(order: tuple[int, ...]) -> None:
    items = (
        union("A", to("B"), TEXT),
        union("B", to("C"), NUMBER),
        alias("C", OneOf((to("A"), WHOLE))),
    )
    expected, _ = broken(*items)
    found, _ = broken(*(items[n] for n in order))
    assert found == expected
