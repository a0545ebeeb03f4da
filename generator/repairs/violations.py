"""Repairs of violations that openapi-spec-validator reports.

The validator has one code for all of them, so the node decides what is repaired.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from .operations import complete_version
from .tree import MISSING, Edit, Site, value_at

_UNEXPECTED = re.compile(
    r"(?:Additional|Unevaluated) properties are not allowed \((.*) (?:was|were) unexpected"
    r"|(.*) do(?:es)? not match any of the regexes: '\^x-'$"
)
_NAME = re.compile(r"'([^'\\]+)'|\"([^\"\\]+)\"")
_TEXTS = frozenset({"description", "summary", "title"})
_RESPONSES = ("responses",)


def repair_violation(site: Site) -> Edit | None:
    """Return the first repair that applies to a violation of the standard."""
    for repair in _REPAIRS:
        edit = repair(site)
        if edit is not None:
            return edit
    return None


def _complete_version(site: Site) -> Edit | None:
    is_version = site.pointer == ("openapi",) and isinstance(site.node, str)
    return complete_version(site) if is_version else None


def _describe_response(site: Site) -> Edit | None:
    for pointer in (site.pointer, site.pointer[:-1]):
        outer = site._replace(pointer=pointer)
        node = outer.node
        is_response = pointer[-2:-1] == _RESPONSES and isinstance(node, dict)
        if is_response and "$ref" not in node:
            if not isinstance(node.get("description"), str):
                return outer.with_member("description", "", "a description is required")
    return None


def _require_path_parameter(site: Site) -> Edit | None:
    for pointer in (site.pointer, site.pointer[:-1]):
        node = value_at(site.root, pointer)
        if isinstance(node, dict) and node.get("in") == "path" and "name" in node:
            if node.get("required") is not True:
                outer = site._replace(pointer=pointer)
                reason = "path parameters are always required"
                return outer.with_member("required", True, reason)
    return None


def _remove_required_flag(site: Site) -> Edit | None:
    """Remove `required: true` from a schema, in which it is a list of names."""
    parent = site._replace(pointer=site.pointer[:-1])
    is_flag = site.pointer[-1:] == ("required",) and isinstance(site.node, bool)
    if not is_flag or not _is_schema(parent):
        return None
    return parent.without_member("required", "the keyword is a list of names")


def _is_schema(site: Site) -> bool:
    node = site.node
    return isinstance(node, dict) and "in" not in node and "content" not in node


def _remove_null(site: Site) -> Edit | None:
    """Remove a member with the value null, which is read as if it were absent."""
    parent = site._replace(pointer=site.pointer[:-1])
    if not site.pointer or site.node is not None:
        return None
    return parent.without_member(site.pointer[-1], "null is read as absent")


def _remove_wrong_text(site: Site) -> Edit | None:
    """Remove a text that is a number or a list, which is read as if it were absent."""
    parent = site._replace(pointer=site.pointer[:-1])
    is_text = site.pointer[-1:] and site.pointer[-1] in _TEXTS
    if not is_text or site.node is MISSING or isinstance(site.node, dict | str):
        return None
    return parent.without_member(site.pointer[-1], "it is read as absent")


def _add_items(site: Site) -> Edit | None:
    node = site.node
    if "'items' is a required property" not in site.message:
        return None
    if not isinstance(node, dict) or node.get("type") != "array":
        return None
    return site.with_member("items", {}, "its items are any JSON value")


def _add_scopes(site: Site) -> Edit | None:
    if "'scopes' is a required property" not in site.message:
        return None
    return site.with_member("scopes", {}, "the flow has no scopes")


def _convert_exclusive_limit(site: Site) -> Edit | None:
    """Write an exclusive limit in the form of the version: a flag until 3.0, or a number."""
    key = site.pointer[-1] if site.pointer else ""
    bound = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}.get(key)
    parent = site._replace(pointer=site.pointer[:-1])
    node, limit = parent.node, site.node
    if bound is None or not isinstance(node, dict):
        return None
    changed = {name: value for name, value in node.items() if name != key}
    if isinstance(limit, bool):
        if limit and bound in changed:
            changed[key] = changed.pop(bound)
        return Edit(parent.pointer, changed, "it is read as in OpenAPI 3.0")
    if isinstance(limit, int | float) and bound not in node:
        changed |= {bound: limit, key: True}
        return Edit(parent.pointer, changed, "it is read as in OpenAPI 3.1")
    return None


def _rename_unknown_members(site: Site) -> Edit | None:
    """Make unknown members of an object extensions, which keeps their values."""
    match = _UNEXPECTED.match(site.message)
    node = site.node
    if match is None or not isinstance(node, dict) or site.pointer == ("paths",):
        return None
    renamed = dict(node)
    for name in _names(match[1] or match[2]):
        value = renamed.pop(name, MISSING)
        if value is MISSING or f"x-{name}" in renamed:
            return None
        renamed[f"x-{name}"] = value
    return Edit(site.pointer, renamed, "the standard has no such member here")


def _names(text: str) -> Iterator[str]:
    for single, double in _NAME.findall(text):
        yield single or double


_REPAIRS: tuple[Callable[[Site], Edit | None], ...] = (
    _complete_version,
    _describe_response,
    _require_path_parameter,
    _remove_required_flag,
    _remove_null,
    _remove_wrong_text,
    _add_items,
    _add_scopes,
    _convert_exclusive_limit,
    _rename_unknown_members,
)
