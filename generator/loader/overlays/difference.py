"""Write the difference of two documents as the actions of an overlay."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

JsonObject: TypeAlias = dict[str, Any]

_UNSELECTABLE = re.compile("[\x00-\x07\x0b\x0e-\x1f]")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


class UnselectableKeyError(ValueError):
    """A key with a control character for which python-jsonpath accepts no query."""


def find_difference(old: JsonObject, new: JsonObject) -> list[JsonObject]:
    """Return the Action Objects that change one document into another.

    Applied in order to `old`, they give a document that equals `new`, except for the order
    of keys: overlays only add keys at the end.

    Args:
        old: Original document.
        new: Changed document.

    Raises:
        UnselectableKeyError: A member must be changed that no query selects.
    """
    return list(_object_actions(old, new, "$"))


def find_changes(old: Any, new: Any, path: str) -> Iterator[JsonObject]:
    """Yield the Action Objects that change the value of a node.

    Args:
        old: Original value.
        new: Changed value: of the same type if one of them is an object or an array.
        path: Query that selects the node.

    Raises:
        UnselectableKeyError: A member must be changed that no query selects.
    """
    yield from _item_actions(old, new, path)


def query_of(keys: Iterable[str | int]) -> str:
    """Return the query that selects a node by the keys and positions of its path.

    Raises:
        UnselectableKeyError: No query selects one of the keys.
    """
    parts = (f"[{key}]" if isinstance(key, int) else _member(key) for key in keys)
    return "$" + "".join(parts)


def _object_actions(
    old: JsonObject, new: JsonObject, path: str
) -> Iterator[JsonObject]:
    """Yield the actions for an object: removals, then an update, then those of members."""
    update: JsonObject = {}
    below: list[JsonObject] = []
    for key, value in old.items():
        if key in new and _is_equal(value, new[key]):
            continue
        if key not in new or not _is_same_kind(value, new[key]):
            yield {"target": path + _member(key), "remove": True}
        elif isinstance(value, dict):
            below += _object_actions(value, new[key], path + _member(key))
        elif isinstance(value, list):
            below += _array_actions(value, new[key], path + _member(key))
        else:
            update[key] = new[key]
    for key, value in new.items():
        if key not in old or not _is_same_kind(old[key], value):
            update[key] = value
    if update:
        yield {"target": path, "update": update}
    yield from below


def _array_actions(old: list[Any], new: list[Any], path: str) -> Iterator[JsonObject]:
    """Yield the actions for an array: changes of its items, or removals and additions."""
    if len(old) == len(new) and all(map(_is_same_kind, old, new)):
        for index, (before, after) in enumerate(zip(old, new, strict=True)):
            yield from _item_actions(before, after, f"{path}[{index}]")
        return
    start = _common_length(old, new)
    end = min(_common_length(old[::-1], new[::-1]), len(new) - start, len(old) - start)
    if start + end < len(
        new
    ):  # items are added, and `update` adds them at the end only
        end = 0
    if start < len(old) - end:
        yield {"target": f"{path}[{start}:{len(old) - end}]", "remove": True}
    if start + end < len(new):
        yield {"target": path, "update": new[start:]}


def _item_actions(old: Any, new: Any, path: str) -> Iterator[JsonObject]:
    if isinstance(old, dict):
        yield from _object_actions(old, new, path)
    elif isinstance(old, list):
        yield from _array_actions(old, new, path)
    elif not _is_equal(old, new):
        yield {"target": path, "update": new}


def _common_length(old: list[Any], new: list[Any]) -> int:
    """Return the number of equal items at the beginning of two arrays."""
    length = 0
    for before, after in zip(old, new, strict=False):
        if not _is_equal(before, after):
            break
        length += 1
    return length


def _is_equal(old: Any, new: Any) -> bool:
    """Return whether two values have the same JSON text, apart from the order of keys."""
    if old is new:
        return True
    if isinstance(old, dict) and isinstance(new, dict):
        return old.keys() == new.keys() and all(
            _is_equal(value, new[key]) for key, value in old.items()
        )
    if isinstance(old, list) and isinstance(new, list):
        return len(old) == len(new) and all(map(_is_equal, old, new))
    return type(old) is type(new) and bool(old == new)


def _is_same_kind(old: Any, new: Any) -> bool:
    """Return whether both are objects, arrays, or primitive values."""
    if isinstance(old, dict | list) or isinstance(new, dict | list):
        return type(old) is type(new)
    return True


def _member(name: str) -> str:
    """Return the segment of JSONPath that selects a member (RFC 9535, section 2.5.1)."""
    if _NAME.fullmatch(name):
        return f".{name}"
    if _UNSELECTABLE.search(name):
        raise UnselectableKeyError(f"no JSONPath query selects the key {name!r}")
    text = json.dumps(name, ensure_ascii=False)[1:-1]
    return "['" + text.replace('\\"', '"').replace("'", "\\'") + "']"
