"""The difference of two documents as an overlay, which gives the second one again."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Diagnostics
from generator.loader.overlays import apply_overlay, check_overlay
from generator.loader.overlays.difference import (
    UnselectableKeyError,
    find_difference,
)
from generator.loader.reading import make_source, parse
from generator.loader.yaml.dump import dump_yaml

pytestmark = pytest.mark.slow

_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=6
) | st.sampled_from(
    [
        "a",
        "b",
        "1",
        "no",
        "1e3",
        "0o7",
        "2020-01-01",
        "<<",
        "~",
        "a\n",
        "\n a\n\n",
        "é'\"\\",
        "\b\f\r\t\x7f\x85",
    ]
)
_SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | _TEXT
)
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(_TEXT, inner, max_size=4),
    max_leaves=12,
)
_OBJECTS = st.dictionaries(_TEXT, _VALUES, max_size=5)


def canonical(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


def apply(old: dict[str, Any], actions: list[dict[str, Any]]) -> Any:
    """Apply actions that were written to YAML and read again."""
    info = {"title": "Changes", "version": "1"}
    text = dump_yaml({"overlay": "1.1.0", "info": info, "actions": actions})
    diagnostics = Diagnostics()
    source = make_source("overlay.yaml", "file:///overlay.yaml", text)
    overlay = check_overlay(source, parse(source, diagnostics), diagnostics)
    result, _ = apply_overlay(overlay, old, diagnostics)
    assert not len(diagnostics)
    return result


def check(old: dict[str, Any], new: dict[str, Any]) -> list[dict[str, Any]]:
    actions = find_difference(old, new)
    assert bool(actions) == (canonical(old) != canonical(new))
    if actions:
        assert canonical(apply(old, actions)) == canonical(new)
    return actions


@given(_OBJECTS, _OBJECTS)
@settings(max_examples=100, deadline=None)
def test_any_documents(old: dict[str, Any], new: dict[str, Any]) -> None:
    check(old, new)


@given(_OBJECTS, st.data())
@settings(max_examples=100, deadline=None)
def test_edited_documents(old: dict[str, Any], data: st.DataObject) -> None:
    def edit(value: Any) -> Any:
        kind = data.draw(st.sampled_from(["keep", "keep", "keep", "replace"]))
        if kind == "replace":
            return data.draw(_VALUES)
        if isinstance(value, dict):
            return {key: edit(item) for key, item in value.items()}
        return [edit(item) for item in value] if isinstance(value, list) else value

    check(old, {key: edit(value) for key, value in old.items()})


@given(_OBJECTS)
@settings(max_examples=100, deadline=None)
def test_written_yaml_is_read_as_the_same_value(value: dict[str, Any]) -> None:
    source = make_source("a.yaml", "file:///a.yaml", dump_yaml(value))
    assert canonical(parse(source, Diagnostics())) == canonical(value)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({"a": {"b": 1}}, {"a": {"b": 2}}, [{"target": "$.a", "update": {"b": 2}}]),
        ({"a": [1, 2, 3]}, {"a": [1, 3]}, [{"target": "$.a[1:2]", "remove": True}]),
        ({"a": [1]}, {"a": [1, [2]]}, [{"target": "$.a", "update": [[2]]}]),
        ({"/a": {}, "b": 1}, {"b": 1}, [{"target": "$['/a']", "remove": True}]),
        (
            {"a": [{"n": 1}, {"n": 2}]},
            {"a": [{"n": 1}, {"n": 3}]},
            [{"target": "$.a[1]", "update": {"n": 3}}],
        ),
        (
            {"a": 1},
            {"a": {"b": 1}},
            [
                {"target": "$.a", "remove": True},
                {"target": "$", "update": {"a": {"b": 1}}},
            ],
        ),
        ({"a": True}, {"a": 1}, [{"target": "$", "update": {"a": 1}}]),
    ],
)
def test_actions_are_small(old: Any, new: Any, expected: Any) -> None:
    assert check(old, new) == expected


def test_published_versions(shared: Path) -> None:
    folder = shared / "specs/openai"
    documents = []
    for path in sorted([*folder.glob("*.yaml"), *folder.glob("*.json")]):
        text = path.read_text(encoding="utf-8")
        value = parse(make_source(path.name, path.as_uri(), text), Diagnostics())
        documents.append(value)
    assert len(documents) > 1
    for old, new in pairwise(documents):
        assert check(old, new)


def test_keys_with_control_characters() -> None:
    assert check({"a": {}}, {"a": {"\x1f": 1}})
    with pytest.raises(UnselectableKeyError, match="selects the key"):
        find_difference({"\x1f": {"a": 1}}, {"\x1f": {"a": 2}})
