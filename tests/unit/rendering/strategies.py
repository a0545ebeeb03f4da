"""Texts and trees that are likely to break a printer."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

from generator.lowering.python.identifiers import attribute_name, class_name
from generator.python.expressions import TypeExpr
from generator.python.literals import literal_text


def examples(number: int) -> settings:
    """So many examples, always the same ones, however slow the machine."""
    return settings(max_examples=number, deadline=None, derandomize=True)


texts = st.text(st.characters(), max_size=120)
"""Any text, lone surrogates and characters that nobody sees included."""

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
"""Texts made of what means something in Markdown, in Python or to a reader."""

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
_literal_types = literals.map(
    lambda values: f"Literal[{', '.join(map(literal_text, values))}]"
)


def _generic(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    name = st.sampled_from(("list[", "Sequence[", "dict[str, ", "Mapping[str, "))
    union = st.lists(inner, min_size=1, max_size=4, unique=True).map(" | ".join)
    return st.tuples(name, union).map(lambda pair: f"{pair[0]}{pair[1]}]")


_members = st.recursive(
    class_names | _literal_types | st.sampled_from(("str", "int", "float", "bool")),
    _generic,
    max_leaves=6,
)


def _union(members: list[str], nullable: bool) -> TypeExpr:
    return TypeExpr((*members, "None") if nullable else tuple(members))


types = st.builds(
    _union, st.lists(_members, min_size=1, max_size=8, unique=True), st.booleans()
)
"""Types as annotations have them, from short ones to those of many lines."""
