"""Hypothesis strategies for texts and trees that are difficult to render."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

from generator.lowering.python.identifiers import attribute_name, class_name
from generator.python.expressions import (
    NONE,
    Literal,
    Name,
    Subscript,
    TypeExpr,
    union_of,
)


def examples(number: int) -> settings:
    """Return settings for a fixed number of reproducible examples, without a deadline."""
    return settings(max_examples=number, deadline=None, derandomize=True)


texts = st.text(st.characters(), max_size=120)
"""Any text, including lone surrogates and invisible characters."""

_PIECES = (
    *("`", "``", "```", "````", "~~~", "\\", "\\`", "|", "\\|", "[", "]", "(", ")"),
    *("![", "](javascript:x)", "](http://a.test/b)", "[a](", "<b>", "<script>", "</p"),
    *("<!--", "-->", "<?", "<javascript:x>", "<http://a.test>", "<a@b.test>", "&lt;"),
    *("&#60;", "&amp;", "[x]: javascript:y", "[x]", "# ", "## a", "===", "---", "- "),
    *("1. ", "> ", "* ", "+ ", "| --- | --- |", "a | b", "    ", "  ", "\t", " ", "\n"),
    *("\n\n", "\r", "\x0b", "\u2028", "\0", "\u202e", "\xa0", "{{", "{%", '"""', "'"),
    *(
        '"',
        "a",
        "word",
        "é",
        "日本",
        "\U0001f4a9",
        "\ud800",
        "*",
        "**",
        "_",
        "~",
        "=",
        ".",
    ),
)
pieces = st.lists(st.sampled_from(_PIECES), max_size=24).map("".join)
"""Texts of pieces with a special meaning in Markdown or Python."""

prose = texts | pieces

attribute_names = st.one_of(
    st.text("abcdefghij_", min_size=1, max_size=70), st.text(max_size=20)
).map(attribute_name)
class_names = st.one_of(
    st.text("abcdefghijABCDEFGHIJ", min_size=1, max_size=56), st.text(max_size=20)
).map(class_name)

_values = st.one_of(
    st.text(st.characters(), max_size=30),
    st.text("abc-", min_size=1, max_size=90),
    st.integers(),
    st.booleans(),
)
literals = st.lists(_values, min_size=1, max_size=8).map(tuple)
_literal_types = literals.map(Literal)
_bases: st.SearchStrategy[tuple[str, tuple[TypeExpr, ...]]] = st.sampled_from(
    (
        ("list", ()),
        ("Sequence", ()),
        ("dict", (Name("str"),)),
        ("Mapping", (Name("str"),)),
    )
)


def _generic(inner: st.SearchStrategy[TypeExpr]) -> st.SearchStrategy[TypeExpr]:
    union = st.lists(inner, min_size=1, max_size=4).map(union_of)
    return st.builds(
        lambda base, item: Subscript(base[0], (*base[1], item)), _bases, union
    )


_names = (class_names | st.sampled_from(("str", "int", "float", "bool"))).map(Name)
_members = st.recursive(_names | _literal_types, _generic, max_leaves=6)


def _union(members: list[TypeExpr], nullable: bool) -> TypeExpr:
    return union_of((*members, NONE) if nullable else members)


types = st.builds(_union, st.lists(_members, min_size=1, max_size=8), st.booleans())
"""Types of annotations, from short types to types of many lines."""
