"""Line and column of each node of a text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.loader.locate import locate_json, locate_yaml
from generator.source import JsonPointer, Place, SourceFile

pytestmark = pytest.mark.slow

_YAML = """\
openapi: 3.1.0
info: {title: "A\\u00e9", version: 1}
paths:
  '/a':
    get:
      tags:
        - one
        -   name: two
"""


def test_yaml_node_has_the_place_of_its_key_or_item() -> None:
    places = locate_yaml(_YAML)
    assert places[("openapi",)] == Place(1, 1, 7)
    assert places[("info", "version")] == Place(2, 26, 7)
    assert places[("paths", "/a")] == Place(4, 3, 4)
    assert places[("paths", "/a", "get", "tags", "0")] == Place(7, 11, 3)
    assert places[("paths", "/a", "get", "tags", "1")][:2] == (8, 13)
    assert places[("paths", "/a", "get", "tags", "1", "name")] == Place(8, 13, 4)


def test_json_node_has_the_place_of_its_key_or_item() -> None:
    text = '{"a\\"b": [1, {"c": "x]"}],\r\n\t"d": {"e": true}}'
    places = locate_json(text)
    assert places[('a"b',)] == Place(1, 2, 6)
    assert places[('a"b', "0")] == Place(1, 11, 1)
    assert places[('a"b', "1", "c")] == Place(1, 15, 3)
    assert places[("d",)] == Place(2, 2, 3)
    assert places[("d", "e")] == Place(2, 8, 3)


def test_lines_are_counted_as_in_editors() -> None:
    # libyaml ends a line at U+2028 and U+0085, too; editors do not.
    text = 'a: "x\u2028y\u0085z"\nb: 1\rc: 2\r\nd: 3'
    places = locate_yaml(text)
    assert [places[(key,)].line for key in "abcd"] == [1, 2, 3, 4]
    source = SourceFile("a.yaml", "", text, locate_yaml)
    assert [source.line(number) for number in (0, 2, 3, 4, 5)] == [
        "",
        "b: 1",
        "c: 2",
        "d: 3",
        "",
    ]


def test_node_without_place_has_the_place_of_its_ancestor() -> None:
    source = SourceFile("a.yaml", "", "a: &x {b: 1}\nc: *x\n", locate_yaml)
    assert source.place(("c", "b")) == Place(2, 1, 1)
    assert source.place(("nothing",))[:2] == (1, 1)


def test_nodes_before_a_syntax_error_have_places() -> None:
    assert locate_yaml("a: 1\nb: 'x")[("a",)] == Place(1, 1, 1)
    assert locate_json('{"a": 1, "b": ')[("b",)] == Place(1, 10, 3)
    assert locate_json("]") == {}


def test_deep_texts_are_located_in_linear_time() -> None:
    assert len(locate_json("[" * 100_000)) < 1000
    assert len(locate_yaml("[" * 100_000)) < 1000


def _pointers(value: Any, pointer: JsonPointer = ()) -> Iterator[JsonPointer]:
    yield pointer
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _pointers(item, (*pointer, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _pointers(item, (*pointer, str(index)))


_VALUES = st.recursive(
    st.none() | st.integers() | st.text('ab"\\{}[]:,é \n', max_size=5),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.text('ab"\\{}:,é', max_size=4), inner, max_size=4),
    max_leaves=15,
)


@settings(max_examples=150, deadline=None)
@given(_VALUES, st.sampled_from([None, 1]))
def test_each_node_has_a_place(value: Any, indent: int | None) -> None:
    text = json.dumps({"value": value}, indent=indent)
    source = SourceFile("a.json", "", text, locate_json)
    places = locate_json(text)
    assert set(places) == set(_pointers({"value": value}))
    assert dict(locate_yaml(text)) == dict(places)
    for pointer, (line, column, length) in places.items():
        if pointer and not pointer[-1].isdecimal():
            result = source.line(line)[column - 1 : column - 1 + length]
            assert json.loads(result) == pointer[-1]
