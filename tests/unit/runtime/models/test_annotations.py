"""Parsing of annotations."""

from __future__ import annotations

from typing import Any, ForwardRef, Literal, Never, Optional

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.runtime.models.annotations import (
    LiteralValue,
    is_scalar_or_literal,
    node_from_value,
    parse,
    union_members,
)


@pytest.mark.parametrize(
    ("annotation", "node"),
    [
        ("str", "Scalar('str')"),
        ("bytes", "Scalar('bytes')"),
        ("None", "Literals((None,))"),
        ("Any", "Anything()"),
        ("object", "Anything()"),
        ("Choice", "Name('Choice')"),
        ("_Choice2", "Name('_Choice2')"),
        ("list", "ListOf(Anything())"),
        ("dict", "MapOf(Anything())"),
        ("list[Choice]", "ListOf(Name('Choice'))"),
        ("dict[str, list[int]]", "MapOf(ListOf(Scalar('int')))"),
        ("dict[Literal['a'], int]", "MapOf(Scalar('int'))"),
        ("dict[Color, int]", "MapOf(Scalar('int'))"),
        ("list[Never]", "ListOf(Anything())"),
        ("A | B | None", "Union((Name('A'), Name('B'), Literals((None,))))"),
        ("Union[A, B | list[A], None]", None),
        ("list[Union[A, 'B']]", "ListOf(Union((Name('A'), Name('B'))))"),
        ("list[A | None] | A", None),
        ("tuple", "TupleOf((), Anything())"),
        ("tuple[int, ...]", "TupleOf((), Scalar('int'))"),
        ("tuple[A | str, int]", None),
        ("tuple[int, *tuple[A, ...]]", "TupleOf((Scalar('int'),), Name('A'))"),
        ("list['Node']", "ListOf(Name('Node'))"),
        ("'A | B'", "Union((Name('A'), Name('B')))"),
        ("\n    A\n    | B\n", "Union((Name('A'), Name('B')))"),
        ("Literal['a', \"b\"]", "Literals(('a', 'b'))"),
        ("Literal[1, -1, 0.5, -2e3, True, False, None]", None),
        ("Literal['a]|,', '[', '']", "Literals(('a]|,', '[', ''))"),
        (r"Literal['\'', '\\', '\n', '\x00', 'é']", None),
    ],
)
def test_parse_annotation(annotation: str, node: str | None) -> None:
    expected = {
        "Union[A, B | list[A], None]": (
            "Union((Name('A'), Union((Name('B'), ListOf(Name('A')))), Literals((None,))))"
        ),
        "tuple[A | str, int]": (
            "TupleOf((Union((Name('A'), Scalar('str'))), Scalar('int')), None)"
        ),
        "list[A | None] | A": (
            "Union((ListOf(Union((Name('A'), Literals((None,))))), Name('A')))"
        ),
        "Literal[1, -1, 0.5, -2e3, True, False, None]": (
            "Literals((1, -1, 0.5, -2000.0, True, False, None))"
        ),
        r"Literal['\'', '\\', '\n', '\x00', 'é']": (
            f"Literals({(chr(39), chr(92), chr(10), chr(0), 'é')!r})"
        ),
    }
    assert repr(parse(annotation)) == (node or expected[annotation])


@pytest.mark.parametrize(
    "annotation",
    [
        "",
        "|",
        "A |",
        "A B",
        "list[",
        "list[]",
        "list[A",
        "list[A, B]",
        "dict[A]",
        "dict[int, A]",
        "dict[A | B, A]",
        "dict[Any, A]",
        "dict[str, A, B]",
        "Literal[]",
        "Literal[A]",
        "Literal['a'",
        "Sequence[A]",
        "A()",
        "A.B",
        "1",
        "A | 1",
        "'unterminated",
        "__import__('os')",
    ],
)
def test_parse_rejects_invalid_annotation(annotation: str) -> None:
    with pytest.raises(SyntaxError):
        parse(annotation)


literal_values = st.one_of(
    st.text(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.none(),
)


@given(st.lists(literal_values, min_size=1))
def test_parse_literals_as_python_compiles_them(
    values: list[LiteralValue],
) -> None:
    source = f"from __future__ import annotations\nfield: Literal{values!r}"
    module: dict[str, Any] = {}
    exec(compile(source, "<module>", "exec"), module)
    expected = f"Literals({tuple(values)!r})"
    assert repr(parse(module["__annotations__"]["field"])) == expected


class Named:
    pass


@pytest.mark.parametrize(
    ("value", "node"),
    [
        (Named, f"Class({Named!r})"),
        (str, "Scalar('str')"),
        (None, "Literals((None,))"),
        (type(None), "Literals((None,))"),
        (Any, "Anything()"),
        (object, "Anything()"),
        ("A | B", "Union((Name('A'), Name('B')))"),
        (ForwardRef("A"), "Name('A')"),
        (Literal["a", 1], "Literals(('a', 1))"),
        (list, "ListOf(Anything())"),
        (list[Never], "ListOf(Anything())"),
        (dict[Literal["a"], int], "MapOf(Scalar('int'))"),
        (tuple, "TupleOf((), Anything())"),
        (tuple[int, str], "TupleOf((Scalar('int'), Scalar('str')), None)"),
        (tuple[int, ...], "TupleOf((), Scalar('int'))"),
        (tuple[int, *tuple[str, ...]], "TupleOf((Scalar('int'),), Scalar('str'))"),
        (list["A"], "ListOf(Name('A'))"),  # type: ignore[name-defined]  # noqa: F821
        (dict[str, "A | None"], None),  # type: ignore[name-defined]  # noqa: F821
        (list[dict[str, int]], "ListOf(MapOf(Scalar('int')))"),
        (str | list[int], "Union((Scalar('str'), ListOf(Scalar('int'))))"),
        (
            Optional[Named],  # noqa: UP045
            f"Union((Class({Named!r}), Literals((None,))))",
        ),
    ],
)
def test_node_from_value_of_alias(value: Any, node: str | None) -> None:
    assert repr(node_from_value(value)) == (
        node or "MapOf(Union((Name('A'), Literals((None,)))))"
    )


def test_node_from_value_rejects_other_objects() -> None:
    with pytest.raises(SyntaxError, match="unsupported annotation: 3"):
        node_from_value(3)


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        ("str", ["Scalar('str')"]),
        ("A | list[B | C]", ["Name('A')", "ListOf(Union((Name('B'), Name('C'))))"]),
        ("Literal['a | b'] | A", ["Literals(('a | b',))", "Name('A')"]),
    ],
)
def test_union_members(annotation: str, expected: list[str]) -> None:
    assert list(map(repr, union_members(annotation))) == expected


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        ("str", True),
        ("Any | None", True),
        ("Literal['a', 'b'] | None", True),
        ("Literal['a'] | A", False),
        ("Literal['a]'] | list[A]", False),
        ("list[str]", False),
        ("A", False),
    ],
)
def test_is_scalar_or_literal(annotation: str, expected: bool) -> None:
    assert is_scalar_or_literal(annotation) is expected
