"""Tests of values as Python source: lossless, without code or invisible characters."""

from __future__ import annotations

import ast
import unicodedata

import black
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.python.literals import literal_text, string_literal
from tests.unit.rendering.strategies import examples, prose

_scalars = st.none() | st.booleans() | st.integers() | st.floats() | prose
_values = st.recursive(
    _scalars,
    lambda inner: st.lists(inner, max_size=4).map(tuple)
    | st.dictionaries(prose, inner, max_size=4),
    max_leaves=8,
)


@pytest.mark.slow
@examples(300)
@given(prose)
def test_strings_are_lossless(text: str) -> None:
    source = string_literal(text)
    assert ast.literal_eval(source) == text
    assert "\n" not in source
    assert all(unicodedata.category(char) not in ("Cc", "Cf", "Cs") for char in source)


@examples(150)
@given(prose)
def test_black_does_not_change_strings(text: str) -> None:
    source = f"[\n    {string_literal(text)},\n]\n"
    assert black.format_str(source, mode=black.Mode()) == source


@examples(150)
@given(_values)
def test_values_are_lossless(value: object) -> None:
    source = literal_text(value)
    assert repr(eval(source, {"__builtins__": {"float": float}})) == repr(value)
    encoded = source.encode()
    assert encoded.decode() == source


@examples(100)
@given(st.floats() | st.integers())
def test_black_does_not_change_numbers(value: float) -> None:
    source = f"name = {literal_text(value)}\n"
    assert black.format_str(source, mode=black.Mode()) == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("it's", '"it\'s"'),
        ('say "no"', "'say \"no\"'"),
        ("a\nb\t\0", '"a\\nb\\t\\x00"'),
        ("\u202e", '"\\u202e"'),
        ("\ud800", '"\\ud800"'),
        ("日本", '"日本"'),
        ("\U000e0041", '"\\U000e0041"'),
    ],
)
def test_strings(text: str, source: str) -> None:
    assert string_literal(text) == source


def test_other_values_are_rejected() -> None:
    with pytest.raises(TypeError, match="set"):
        literal_text({1})
