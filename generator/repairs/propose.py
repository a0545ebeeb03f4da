"""Collect the repairs of one document."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from ..diagnostics import Diagnostic
from ..limits import MAX_ALIAS_FACTOR, MIN_ALIAS_SIZE
from ..loader.overlays.difference import (
    UnselectableKeyError,
    find_changes,
    query_of,
)
from ..source import JsonPointer, Location
from .operations import (
    accept_json,
    add_slash,
    complete_version,
    merge_tag,
    remove_content,
    remove_parent,
    remove_user,
    replace_reference,
    require_body,
    set_operation_id,
)
from .parameters import (
    add_string_schema,
    declare_path_parameter,
    keep_one_body,
    remove_ignored_header,
    remove_repeated_parameter,
    remove_style,
    remove_unused_parameter,
)
from .schemas import remove_enum, remove_repeated_values
from .tree import MISSING, Edit, Site, value_at, with_value
from .violations import repair_violation

RULES: Mapping[str, Callable[[Site], Edit | None]] = {
    "assumed-required-body": require_body,
    "body-and-form": keep_one_body,
    "body-without-content": accept_json,
    "content-without-body": remove_content,
    "double-operation-id": set_operation_id,
    "double-parameter": remove_repeated_parameter,
    "double-tag": merge_tag,
    "duplicate-enum-value": remove_repeated_values,
    "empty-enum": remove_enum,
    "ignored-header": remove_ignored_header,
    "invalid-document": repair_violation,
    "misplaced-reference": replace_reference,
    "parameter-without-type": add_string_schema,
    "tag-cycle": remove_parent,
    "undeclared-path-parameter": declare_path_parameter,
    "unknown-path-key": add_slash,
    "unknown-style": remove_style,
    "unused-path-parameter": remove_unused_parameter,
    "url-credentials": remove_user,
    "version-not-text": complete_version,
}
"""Functions that repair a node, by the code of the diagnostic that points at it."""

_REMOVALS = frozenset(
    {"double-parameter", "double-tag", "ignored-header", "unused-path-parameter"}
)
"""Codes whose repairs remove an item of an array, which moves the following items."""


class Repair(NamedTuple):
    """The actions that repair the node of a diagnostic.

    Attributes:
        diagnostic: The diagnostic.
        actions: Action Objects; none if another repair changes the node, too.
    """

    diagnostic: Diagnostic
    actions: tuple[dict[str, Any], ...]


def repair_document(root: Any, diagnostics: Iterable[Diagnostic]) -> list[Repair]:
    """Return the repairs of a document, in the order in which they are applied.

    Args:
        root: Value of the file, as it is before the stages correct it.
        diagnostics: Diagnostics of nodes of this file. Those without a repair are
            ignored.
    """
    repairs: list[Repair] = []
    budget = _size_limit(root)
    for diagnostic in _in_order(diagnostics):
        edit = _edit(root, diagnostic)
        if edit is None:
            continue
        try:
            actions = _actions(root, edit, diagnostic)
        except UnselectableKeyError:
            continue
        budget -= sum(len(json.dumps(action, default=str)) for action in actions)
        if budget < 0:
            break
        root = with_value(root, edit.pointer, edit.value)
        repairs.append(Repair(diagnostic, actions))
    return repairs


def _size_limit(root: Any) -> int:
    """Return the number of characters that all actions of an overlay may have."""
    return MAX_ALIAS_FACTOR * (len(json.dumps(root, default=str)) + MIN_ALIAS_SIZE)


def _edit(root: Any, diagnostic: Diagnostic) -> Edit | None:
    assert isinstance(diagnostic.location, Location)
    site = Site(root, diagnostic.location.pointer, diagnostic.message)
    edit = RULES[diagnostic.rule.code](site)
    if edit is None or value_at(root, edit.pointer) is MISSING:
        return None
    return edit


def _in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the diagnostics with a repair: those that remove items of arrays at the end.

    These are in reverse order, so that the positions of the items before stay the same.
    """
    known = [
        item
        for item in diagnostics
        if item.rule.code in RULES and isinstance(item.location, Location)
    ]
    removals = [item for item in known if item.rule.code in _REMOVALS]
    removals.sort(key=_position, reverse=True)
    return [item for item in known if item.rule.code not in _REMOVALS] + removals


def _position(diagnostic: Diagnostic) -> list[tuple[int, str]]:
    assert isinstance(diagnostic.location, Location)
    return [
        (int(token), "") if token.isdecimal() and len(token) < 10 else (-1, token)
        for token in diagnostic.location.pointer
    ]


def _actions(
    root: Any, edit: Edit, diagnostic: Diagnostic
) -> tuple[dict[str, Any], ...]:
    text = f"{diagnostic.rule.code}: {diagnostic.message}; {edit.reason}"
    if edit.copied is None:
        edit = _within_parent(root, edit)
        old = value_at(root, edit.pointer)
        changes = list(find_changes(old, edit.value, _query(root, edit.pointer)))
    else:
        target = _query(root, edit.pointer)
        reference = _query(root, (*edit.pointer, "$ref"))
        changes = [
            {"target": reference, "remove": True},
            {"target": target, "copy": _query(root, edit.copied)},
        ]
    return tuple(
        {"target": change.pop("target"), "description": text, **change}
        for change in changes
    )


def _within_parent(root: Any, edit: Edit) -> Edit:
    """Return an edit that replaces an object or an array as an edit of its parent.

    Overlays merge objects and extend arrays, so a node of another type is removed first.
    """
    kinds = [
        type(value) if isinstance(value, dict | list) else None
        for value in (value_at(root, edit.pointer), edit.value)
    ]
    if kinds[0] is kinds[1]:
        return edit
    parent = edit.pointer[:-1]
    changed = with_value(value_at(root, parent), edit.pointer[-1:], edit.value)
    return edit._replace(pointer=parent, value=changed)


def _query(root: Any, pointer: JsonPointer) -> str:
    """Return the query of JSONPath that selects a node."""
    keys: list[str | int] = []
    for token in pointer:
        keys.append(int(token) if isinstance(root, list) else token)
        root = value_at(root, (token,))
    return query_of(keys)
