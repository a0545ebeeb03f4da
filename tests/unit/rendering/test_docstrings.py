"""Tests of docstrings: any text is rendered as one string in the format of black."""

from __future__ import annotations

import ast
import textwrap
import unicodedata
from itertools import pairwise

import black
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.python.expressions import ArgumentDoc, Docstring
from generator.rendering.python.docstrings import (
    format_attribute_docstring,
    format_docstring,
)
from generator.rendering.python.layout import WIDTH, width
from tests.unit.rendering.strategies import attribute_names, examples, prose

_sentences = st.lists(
    st.text("abc.,`\"'\\-", min_size=1, max_size=14), max_size=60
).map(" ".join)
_texts = prose | _sentences
_docs = st.builds(
    Docstring,
    _texts,
    st.lists(st.builds(ArgumentDoc, attribute_names, _texts), max_size=3).map(tuple),
    st.just("") | _texts,
    st.just("")
    | st.text("ab(\"'\\`)\n\t é\x00", min_size=1, max_size=200).filter(str.strip),
)


def _only_string(source: str) -> str:
    """Return the docstring of the only class in `source`."""
    (node,) = ast.parse(source).body
    assert isinstance(node, ast.ClassDef)
    (statement,) = node.body
    assert isinstance(statement, ast.Expr)
    content = ast.literal_eval(statement.value)
    assert isinstance(content, str)
    return content


@pytest.mark.slow
@examples(400)
@given(_docs)
def test_docstring_is_one_string_in_the_format_of_black(item: Docstring) -> None:
    rendered = format_docstring(item, "    ")
    if not rendered:
        return
    source = f"class A:\n{rendered}\n"
    assert _only_string(source).strip() or not item.text.split()
    assert black.format_str(source, mode=black.Mode()) == source
    assert not {unicodedata.category(char) for char in source} & {"Cf", "Cs"}
    assert {char for char in source if unicodedata.category(char) == "Cc"} <= {"\n"}


@examples(300)
@given(_docs)
def test_attribute_docstring_is_in_the_format_of_black(item: Docstring) -> None:
    rendered = format_attribute_docstring(item, "    ")
    if rendered:
        source = f"class A:\n    a: int\n{rendered}\n"
        ast.parse(source)
        assert black.format_str(source, mode=black.Mode()) == source


@examples(150)
@given(_texts)
def test_module_docstring_is_in_the_format_of_black(text: str) -> None:
    rendered = format_docstring(Docstring(text), "")
    if rendered:
        source = f"{rendered}\n\nfrom __future__ import annotations\n"
        ast.parse(source)
        assert black.format_str(source, mode=black.Mode()) == source


@examples(150)
@given(_sentences.filter(lambda text: "   " not in text))
def test_lines_without_long_words_fit(text: str) -> None:
    for line in format_docstring(Docstring(text), "        ").split("\n"):
        assert width(line) <= WIDTH


@examples(150)
@given(st.lists(st.text("abcdefgh", min_size=1, max_size=12), min_size=1, max_size=60))
def test_no_word_is_lost(words: list[str]) -> None:
    item = Docstring(" ".join(words), (ArgumentDoc("name", " ".join(words)),))
    source = _only_string(f"class A:\n{format_docstring(item, '    ')}\n")
    text, _, entry = source.partition("Args:")
    # A summary on one line gets a full stop.
    assert text.replace(".", "").split() == words
    assert entry.split() == ["name:", *words]


@examples(150)
@given(st.lists(st.text("abcdefgh", min_size=1, max_size=12), min_size=1, max_size=60))
def test_lines_have_as_many_words_as_fit(words: list[str]) -> None:
    item = Docstring("Do it.", (ArgumentDoc("name", " ".join(words)),))
    lines = format_docstring(item, "").split("\n")
    for line, following in pairwise(lines[3:-1]):
        assert len(line) <= WIDTH < len(f"{line} {following.split()[0]}")


def test_words_longer_than_a_line_stay_whole() -> None:
    long = "b" * 2 * WIDTH
    arguments = ArgumentDoc("name", f"a {long} c"), ArgumentDoc("b", long)
    lines = format_docstring(Docstring("Do it.", arguments), "").split("\n")[2:]
    indent = " " * 8
    assert lines[1:4] == ["    name: a", f"{indent}{long}", f"{indent}c"]
    assert lines[4] == f"    b: {long}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One line.", '"""One line."""'),
        ('Ends in a "quote"', '"""Ends in a "quote" """'),
        ('"Quoted" first', '""" "Quoted" first."""'),
        ("Ends in \\", '"""Ends in \\\\"""'),
        ('Three """ quotes', '"""Three \\"\\"\\" quotes."""'),
        ("", ""),
        (" \n ", ""),
        ("First.\n\n- one\n- two", '"""First.\n\n- one\n- two\n"""'),
        ("a\n\n```\n  x = 1\n```", '"""a.\n\n```\n  x = 1\n```\n"""'),
        ("a\0b\u202ec", '"""a\\x00b\\u202ec."""'),
    ],
)
def test_docstrings(text: str, expected: str) -> None:
    assert format_docstring(Docstring(text), "") == expected


def test_sections_have_a_hanging_indent() -> None:
    item = Docstring(
        "Does it.",
        (ArgumentDoc("name", "word " * 20), ArgumentDoc("b", "")),
        "A thing.",
    )
    expected = '''
        """Does it.

        Args:
            name: word word word word word word word word word word word word word word word
                word word word word word
            b:

        Returns:
            A thing.
        """
    '''
    assert format_docstring(item, "") == textwrap.dedent(expected).strip()


LONG = "Return " + "very " * 20 + "long text."


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (Docstring("Short. " + LONG), "Short."),
        (Docstring("Orders e.g. Books. " + LONG), "Orders e.g. Books."),
        (Docstring("Use `a. B` here. " + LONG), "Use `a. B` here."),
        (Docstring(LONG, summary="Order."), "Order."),
        (Docstring("- one\n- two", summary="Order."), "Order."),
        (Docstring("One of:\n\n- a", summary="Order."), "Order."),
        (Docstring("", summary="Order."), "Order."),
        (Docstring("No full stop"), "No full stop."),
    ],
)
def test_a_summary_fits_on_one_line(content: Docstring, expected: str) -> None:
    source = format_docstring(content, "    ")
    assert source.splitlines()[0].strip().strip('"') == expected
    lines = source.splitlines()
    assert len(lines) == 1 or not lines[1]


def test_sections_are_in_google_style() -> None:
    content = Docstring(
        "Do it.",
        (ArgumentDoc("name", "word " * 30),),
        "word " * 30,
        "client.do()",
    )
    lines = format_docstring(content, "").splitlines()
    returns = lines[lines.index("Returns:") + 1 :]
    assert [line[:5] for line in returns[:2]] == ["    w", "    w"]
    assert lines[lines.index("Example:") + 1] == "    client.do()"


def test_attribute_docstring_without_text_is_the_summary() -> None:
    assert (
        format_attribute_docstring(Docstring("", summary="Order."), "")
        == '"""Order."""'
    )
