"""Changed trees are written with the text of what stays."""

from __future__ import annotations

from typing import Any

import pytest

from generator.diagnostics import Diagnostics
from generator.documents.yaml_text import Comment, find_comments, rewrite_yaml
from generator.loader.reading import make_source, parse

TEXT = """\
# head

a: 1  # one
# above b
b:
  # above c
  c: {x: 1, y: [2]} # flow

  d: # key
    - e: "quoted"  # item
      f: 'it''s'
    # second
    - g
  h: |
    # no comment
    text
i: >-
  folded
  text
"""


def value(text: str) -> Any:
    """Return the value of a YAML text."""
    return parse(make_source("document.yaml", "", text), Diagnostics())


def changed(old: Any, *path: str | int, to: Any) -> Any:
    """Return a tree with another value at a path."""
    if not path:
        return to
    copy: Any = dict(old) if isinstance(old, dict) else list(old)
    copy[path[0]] = changed(old[path[0]], *path[1:], to=to)
    return copy


def test_unchanged_text_is_copied() -> None:
    old = value(TEXT)
    assert rewrite_yaml(TEXT, old, dict(old)) == (TEXT, ())


@pytest.mark.parametrize(
    ("path", "new", "before", "after"),
    [
        (("a",), "x", "a: 1  # one", "a: x  # one"),
        (("b", "c", "x"), 5, "{x: 1, y: [2]}", "{x: 5, y: [2]}"),
        (("b", "d", 0, "e"), None, 'e: "quoted"', "e: null"),
        (("b", "d", 0, "f"), True, "f: 'it''s'", "f: true"),
    ],
)
def test_one_value(
    path: tuple[str | int, ...], new: Any, before: str, after: str
) -> None:
    old = value(TEXT)
    result = rewrite_yaml(TEXT, old, changed(old, *path, to=new))
    assert result == (TEXT.replace(before, after), ())


def test_new_and_removed_entries() -> None:
    old = value(TEXT)
    b = {"new": {"k": [1]}, **{key: old["b"][key] for key in ("c", "h")}}
    result = rewrite_yaml(TEXT, old, {"a": 1, "b": b, "z": "last"})
    assert value(result.text) == {"a": 1, "b": b, "z": "last"}
    assert [comment.text for comment in result.lost] == ["# key", "# item", "# second"]
    assert "  # above c\n  c: {x: 1, y: [2]} # flow\n" in result.text


def test_a_moved_node_keeps_its_text_with_another_indentation() -> None:
    old = value(TEXT)
    new = {"a": 1, "outer": {"inner": {"b": old["b"]}}}
    result = rewrite_yaml(TEXT, old, new)
    assert value(result.text) == new
    assert "      d: # key\n        - e:" not in result.text.splitlines()[0]


def test_aliases_without_their_anchor_are_written_out() -> None:
    text = "a: &x {k: 1}\nb: *x # alias\n"
    old = value(text)
    result = rewrite_yaml(text, old, {"b": old["b"]})
    assert value(result.text) == {"b": {"k": 1}}
    assert result.lost == (Comment(2, "# alias"),)


def test_comments_are_not_text() -> None:
    comments = find_comments(TEXT)
    texts = "head one above_b above_c flow key item second".replace("_", " ")
    assert " ".join(comment.text[2:] for comment in comments) == texts
    assert find_comments("a: 'b # c'\nd: e#f\n") == []


@pytest.mark.parametrize("text", ["- a\n", "{a: 1} # x\n", "a: 1\r\nb: 2 # c\r\n"])
def test_other_texts(text: str) -> None:
    old = value(text)
    new = {"n": old}
    assert value(rewrite_yaml(text, old, new).text) == new
