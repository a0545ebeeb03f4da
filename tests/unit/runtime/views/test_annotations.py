"""The grammar of annotations."""

from __future__ import annotations

from typing import Any, ForwardRef, Literal, Optional

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.runtime.models.annotations import LiteralValue, node_of, parse


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("str", "Scalar()"),
        ("bytes", "Scalar()"),
        ("None", "Literals((None,))"),
        ("Any", "Anything()"),
        ("object", "Anything()"),
        ("Choice", "Name('Choice')"),
        ("_Choice2", "Name('_Choice2')"),
        ("list", "ListOf(Anything())"),
        ("dict", "MapOf(Anything())"),
        ("list[Choice]", "ListOf(Name('Choice'))"),
        ("dict[str, list[int]]", "MapOf(ListOf(Scalar()))"),
        ("A | B | None", "Union((Name('A'), Name('B'), Literals((None,))))"),
        ("list[A | None] | A", None),
        ("list['Node']", "ListOf(Name('Node'))"),
        ("'A | B'", "Union((Name('A'), Name('B')))"),
        ("\n    A\n    | B\n", "Union((Name('A'), Name('B')))"),
        ("Literal['a', \"b\"]", "Literals(('a', 'b'))"),
        ("Literal[1, -1, 0.5, -2e3, True, False, None]", None),
        ("Literal['a]|,', '[', '']", "Literals(('a]|,', '[', ''))"),
        (r"Literal['\'', '\\', '\n', '\x00', 'é']", None),
    ],
)
def test_reads_what_modules_say(text: str, node: str | None) -> None:
    expected = {
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
    assert repr(parse(text)) == (node or expected[text])


@pytest.mark.parametrize(
    "text",
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
        "dict[str, A, B]",
        "Literal[]",
        "Literal[A]",
        "Literal['a'",
        "Sequence[A]",
        "A()",
        "A.B",
        "1",
        "A | 1",
        "'unended",
        "__import__('os')",
    ],
)
def test_what_is_not_of_the_grammar_is_an_error(text: str) -> None:
    with pytest.raises(SyntaxError):
        parse(text)


literal_values = st.one_of(
    st.text(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.none(),
)


@given(st.lists(literal_values, min_size=1))
def test_literals_read_back_from_what_the_compiler_keeps(
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
        (str, "Scalar()"),
        (None, "Literals((None,))"),
        (type(None), "Literals((None,))"),
        (Any, "Anything()"),
        (object, "Anything()"),
        ("A | B", "Union((Name('A'), Name('B')))"),
        (ForwardRef("A"), "Name('A')"),
        (Literal["a", 1], "Literals(('a', 1))"),
        (list, "ListOf(Anything())"),
        (list["A"], "ListOf(Name('A'))"),  # type: ignore[name-defined]  # noqa: F821
        (dict[str, "A | None"], None),  # type: ignore[name-defined]  # noqa: F821
        (list[dict[str, int]], "ListOf(MapOf(Scalar()))"),
        (str | list[int], "Union((Scalar(), ListOf(Scalar())))"),
        (Optional[Named], f"Union((Class({Named!r}), Literals((None,))))"),
    ],
)
def test_reads_the_objects_that_aliases_are(value: Any, node: str | None) -> None:
    assert repr(node_of(value)) == (
        node or "MapOf(Union((Name('A'), Literals((None,)))))"
    )


def test_an_object_that_is_no_type_is_an_error() -> None:
    with pytest.raises(SyntaxError, match="3 is no annotation"):
        node_of(3)
