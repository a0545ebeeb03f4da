"""Removal of types that include themselves."""

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

STRING = Scalar(ScalarKind.STRING)
NUMBER = Scalar(ScalarKind.NUMBER)
INTEGER = Scalar(ScalarKind.INTEGER)
FILE = SourceFile("api.yaml", "file:///api.yaml", "", lambda text: {})


def header(key: str) -> Header:
    return Header(key, (key,), True, Documentation(), Location(FILE, (key,)))


def union(key: str, *members: Type, **tags: int) -> Union:
    kind = "kind" if tags else ""
    return Union(header(key), members, kind, tuple(tags.items()))


def alias(key: str, type_: Type) -> Alias:
    return Alias(header(key), type_)


def ref(key: str) -> DeclarationRef:
    return DeclarationRef(key)


def break_all(*items: Declaration) -> tuple[dict[str, Declaration], list[str]]:
    diagnostics = Diagnostics()
    declarations = {item.header.key: item for item in items}
    break_cycles(declarations, diagnostics)
    return declarations, [item.message for item in diagnostics]


def test_lists_and_objects_end_a_cycle() -> None:
    items = (
        union("A", STRING, ListOf(ref("A"))),
        alias("B", ListOf(ref("B"))),
        Object(header("C"), (), ref("C")),
    )
    result, messages = break_all(*items)
    assert tuple(result.values()) == items
    assert messages == []


def test_a_union_that_is_a_member_of_itself_is_removed() -> None:
    result, messages = break_all(union("A", STRING, ref("A"), NUMBER, a=0, b=1, c=2))
    assert result["A"] == union("A", STRING, NUMBER, a=0, c=1)
    assert messages == ["'A' includes itself"]


def test_a_type_that_includes_only_itself_accepts_any_value() -> None:
    result, messages = break_all(alias("A", ref("B")), alias("B", ref("A")))
    assert result["B"] == alias("B", Anything(degraded=True))
    assert messages == ["'B' includes only itself"]


def test_the_other_members_of_a_cycle_are_kept() -> None:
    result, _ = break_all(
        union("A", ref("B"), STRING),
        union("B", ref("C"), NUMBER),
        union("C", ref("A"), INTEGER),
    )
    assert result["C"] == union("C", INTEGER, STRING, NUMBER)


def test_references_of_a_replacement_are_followed() -> None:
    result, _ = break_all(
        union("A", ref("B"), ref("D"), STRING),
        union("B", ref("A"), NUMBER),
        alias("D", ref("B")),
    )
    assert result["B"] == union("B", NUMBER, ref("D"), STRING)
    assert result["D"] == alias("D", OneOf((NUMBER, STRING)))


def test_a_union_with_one_remaining_member_becomes_an_alias() -> None:
    result, _ = break_all(union("A", ref("A"), STRING))
    assert result["A"] == alias("A", STRING)


def test_null_is_removed_with_the_reference() -> None:
    result, _ = break_all(union("A", ref("B"), STRING), alias("B", Nullable(ref("A"))))
    assert result["B"] == alias("B", STRING)


def test_literals_are_merged() -> None:
    result, _ = break_all(
        union("A", ref("B"), Literal(("a",))),
        union("B", ref("A"), Literal(("b",)), STRING),
    )
    assert result["B"] == union("B", Literal(("b", "a")), STRING)


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_removed_reference_does_not_depend_on_the_order(
    order: tuple[int, ...],
) -> None:
    items = (
        union("A", ref("B"), STRING),
        union("B", ref("C"), NUMBER),
        alias("C", OneOf((ref("A"), INTEGER))),
    )
    expected, _ = break_all(*items)
    result, _ = break_all(*(items[n] for n in order))
    assert result == expected
