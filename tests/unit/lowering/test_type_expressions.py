"""Tests of the construction and rendering of type expressions."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.python.expressions import (
    NONE,
    Literal,
    Name,
    Subscript,
    TypeExpr,
    Union,
    imported_names,
    refers_to,
    renamed,
    union_of,
)
from generator.rendering.python.annotations import format_type
from tests.unit.rendering.strategies import examples, types


@given(types)
def test_a_type_refers_to_the_names_inside_of_it(type_: TypeExpr) -> None:
    generic = {"Literal", "Mapping", "Sequence", "Union", "dict", "list"}
    names = set(imported_names(type_)) - generic
    assert all(refers_to(type_, {name, "Other"}) for name in names)
    assert not refers_to(type_, {"Other"})


def test_unions_are_flat_and_none_is_last() -> None:
    inner = union_of((NONE, Name("A")))
    assert union_of((inner, Name("B"), Name("A"))) == Union(
        (Name("A"), Name("B"), NONE)
    )
    assert union_of((Name("A"), Name("A"))) == Name("A")


def test_literals_that_python_compares_equal_stay_distinct() -> None:
    assert Literal((1,)) != Literal((True,))
    assert len({Literal((1,)), Literal((True,)), Literal((1.0,))}) == 3
    assert format_type(union_of((Literal((1,)), Literal((True,))))) == (
        "Literal[1] | Literal[True]"
    )


def test_brackets_and_bars_in_literal_values_are_data() -> None:
    type_ = Subscript("list", (Literal(("list[a | b], c", '"')),))
    assert renamed(type_, {"list": "builtins.list"}) == Subscript(
        "builtins.list", type_.arguments
    )
    assert format_type(type_) == 'list[Literal["list[a | b], c", \'"\']]'


def test_names_of_builtins_are_not_imported() -> None:
    type_ = Subscript("dict", (Name("str"), union_of((Name("B"), Name("A"), NONE))))
    assert imported_names(type_) == ("A", "B")
    assert imported_names(Subscript("Sequence", (Literal((1,)),))) == (
        "Literal",
        "Sequence",
    )


@pytest.mark.slow
@examples(200)
@given(types)
def test_source_parses_and_names_what_is_imported(type_: TypeExpr) -> None:
    parsed = ast.parse(format_type(type_), mode="eval")
    used = {node.id for node in ast.walk(parsed) if isinstance(node, ast.Name)}
    assert set(imported_names(type_)) <= used


@pytest.mark.slow
@examples(100)
@given(st.lists(types, min_size=1, max_size=4))
def test_a_union_of_unions_prints_each_member_once(members: list[TypeExpr]) -> None:
    union = union_of(members)
    listed = union.members if isinstance(union, Union) else (union,)
    assert len(set(map(format_type, listed))) == len(listed)
