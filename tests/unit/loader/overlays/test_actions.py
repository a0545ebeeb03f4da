"""Actions of overlays, their results, and the origins of the changed nodes."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest

from generator.diagnostics import Diagnostics, GenerationError
from generator.loader.locate import locate_yaml
from generator.loader.overlays import apply_overlay, check_overlay
from generator.loader.overlays.traces import Trace
from generator.source import SourceFile


def run(value: Any, *actions: dict[str, Any]) -> tuple[Any, Trace]:
    """Return the result of actions, which must not change the original."""
    before = copy.deepcopy(value)
    info = {"title": "Changes", "version": "1"}
    content = {"overlay": "1.1.0", "info": info, "actions": list(actions)}
    file = SourceFile("overlay.yaml", "file:///overlay.yaml", "", locate_yaml)
    diagnostics = Diagnostics()
    overlay = check_overlay(file, content, diagnostics)
    result = apply_overlay(overlay, value, diagnostics)
    assert value == before
    return result


def origin(trace: Trace, *pointer: str) -> str:
    file, result = trace.find(pointer)
    return f"{file.name if file else ''}#/{'/'.join(result)}"


def test_objects_are_merged_recursively() -> None:
    value = {"a": {"b": {"c": 1, "d": [1]}, "e": 2}}
    update = {"b": {"c": 3, "d": [2], "new": {"x": None}}}
    result, trace = run(value, {"target": "$.a", "update": update})
    assert result == {"a": {"b": {"c": 3, "d": [1, 2], "new": {"x": None}}, "e": 2}}
    assert origin(trace, "a", "b") == "#/a/b"
    assert origin(trace, "a", "b", "c") == "overlay.yaml#/actions/0/update/b/c"
    assert origin(trace, "a", "b", "d", "0") == "#/a/b/d/0"
    assert origin(trace, "a", "b", "d", "1") == "overlay.yaml#/actions/0/update/b/d/0"
    new = origin(trace, "a", "b", "new", "x")
    assert new == "overlay.yaml#/actions/0/update/b/new/x"


def test_values_are_appended_to_arrays() -> None:
    actions = [{"target": "$.a", "update": item} for item in ({"b": 1}, [2, 3], 4)]
    result, trace = run({"a": [0]}, *actions)
    assert result == {"a": [0, {"b": 1}, 2, 3, 4]}
    assert origin(trace, "a", "1", "b") == "overlay.yaml#/actions/0/update/b"
    assert origin(trace, "a", "3") == "overlay.yaml#/actions/1/update/1"
    assert origin(trace, "a", "4") == "overlay.yaml#/actions/2/update"


def test_primitive_values_are_replaced() -> None:
    result, trace = run({"a": [1, 2, 1]}, {"target": "$.a[?@==1]", "update": "x"})
    assert result == {"a": ["x", 2, "x"]}
    assert origin(trace, "a", "2") == "overlay.yaml#/actions/0/update"


def test_items_after_a_removed_one_keep_their_origins() -> None:
    value = {"a": [{"n": 0}, {"n": 1}, {"n": 2}, {"n": 3}]}
    result, trace = run(value, {"target": "$.a[0,2]", "remove": True})
    assert result == {"a": [{"n": 1}, {"n": 3}]}
    assert origin(trace, "a", "0", "n") == "#/a/1/n"
    assert origin(trace, "a", "1", "n") == "#/a/3/n"


def test_nested_nodes_are_removed() -> None:
    value = {"x": {"x": 1, "y": 2}, "z": [{"x": 1}, {"x": 2}], "k": [[1], [1]]}
    result, _ = run(
        value,
        {"target": "$..x", "remove": True},
        {"target": "$.k[0, 0, 1][0]", "remove": True},
    )
    assert result == {"z": [{}, {}], "k": [[], []]}


def test_copied_nodes_originate_from_the_action() -> None:
    value = {"paths": {"/a": {"get": {"tags": ["x"]}}, "/b": {}}}
    result, trace = run(
        value,
        {"target": "$.paths['/b']", "copy": "$.paths['/a']"},
        {"target": "$.paths['/b'].get.tags", "update": "y"},
        {"target": "$.paths['/a']", "remove": True},
    )
    assert result == {"paths": {"/b": {"get": {"tags": ["x", "y"]}}}}
    copied = origin(trace, "paths", "/b", "get")
    assert copied == "overlay.yaml#/actions/0/copy/get"
    appended = origin(trace, "paths", "/b", "get", "tags", "1")
    assert appended == "overlay.yaml#/actions/1/update"


def test_nodes_that_one_action_writes_twice_change_separately() -> None:
    result, trace = run(
        {"a": {}, "b": {}},
        {"target": "$.*", "update": {"list": [{"n": 1}]}},
        {"target": "$.a.list[0]", "update": {"n": 2}},
    )
    assert result == {"a": {"list": [{"n": 2}]}, "b": {"list": [{"n": 1}]}}
    changed = origin(trace, "a", "list", "0", "n")
    assert changed == "overlay.yaml#/actions/1/update/n"
    kept = origin(trace, "b", "list", "0", "n")
    assert kept == "overlay.yaml#/actions/0/update/list/0/n"


def test_shared_nodes_change_separately() -> None:
    shared: dict[str, Any] = {"n": 1}
    result, _ = run({"a": shared, "b": shared}, {"target": "$.a", "update": {"n": 2}})
    assert result == {"a": {"n": 2}, "b": {"n": 1}}


def test_traces_can_be_sent_to_processes() -> None:
    _, trace = run({"a": {}}, {"target": "$.a", "update": {"n": 2}})
    restored = pickle.loads(pickle.dumps(trace))
    assert origin(restored, "a", "n") == "overlay.yaml#/actions/0/update/n"


@pytest.mark.parametrize(
    ("action", "message"),
    [
        (
            {"target": "$.a", "update": 1},
            "a primitive value cannot be merged into an object",
        ),
        (
            {"target": "$.n", "update": {}},
            "an object cannot be merged into a primitive",
        ),
        ({"target": "$", "update": {"a": []}}, "'a' is an object in the document"),
        (
            {"target": "$.*", "update": {}},
            "selects different types: a primitive value and an object",
        ),
        ({"target": "$", "remove": True}, "the root of the document cannot be"),
        ({"target": "$.a", "copy": "$.*"}, "`copy` selects 2 nodes instead of one"),
        ({"target": "$.a", "copy": "$", "update": {}}, "both `update` and `copy`"),
    ],
)
def test_actions_that_cannot_be_applied(action: dict[str, Any], message: str) -> None:
    file = SourceFile("overlay.yaml", "file:///overlay.yaml", "", locate_yaml)
    info = {"title": "Changes", "version": "1"}
    content = {"overlay": "1.1.0", "info": info, "actions": [action]}
    diagnostics = Diagnostics()
    with pytest.raises(GenerationError):
        overlay = check_overlay(file, content, diagnostics)
        apply_overlay(overlay, {"a": {}, "n": 1}, diagnostics)
    (item,) = diagnostics
    assert item.rule.code == "overlay-conflict" and message in item.message


def test_growth_by_copies_is_limited() -> None:
    double = [{"target": "$", "update": {"a": [0]}}]
    double += [{"target": "$.a", "copy": "$.a", "x-n": n} for n in range(40)]
    with pytest.raises(GenerationError):
        run({}, *double)
