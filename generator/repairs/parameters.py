"""Repairs of parameters."""

from __future__ import annotations

import re
from typing import Any

from .tree import Edit, Site, value_at

_UNDECLARED = re.compile(r"the parameter \{(.*)\} of '")


def declare_path_parameter(site: Site) -> Edit | None:
    """Declare a parameter of the path as a string."""
    match = _UNDECLARED.match(site.message)
    node = site.node
    if match is None or not isinstance(node, dict):
        return None
    declared = node.get("parameters", [])
    if not isinstance(declared, list):
        return None
    type_: dict[str, Any] = {"type": "string"}
    parameter = {"name": match[1], "in": "path", "required": True}
    parameter |= type_ if site.is_swagger else {"schema": type_}
    reason = "it is a required string"
    return site.with_member("parameters", [*declared, parameter], reason)


def remove_unused_parameter(site: Site) -> Edit | None:
    """Remove a path parameter that the path does not contain."""
    return _without_parameter(site, "the parameter cannot be sent")


def remove_ignored_header(site: Site) -> Edit | None:
    """Remove a header parameter that the standard tells tools to ignore."""
    return _without_parameter(site, "OpenAPI ignores the parameter")


def remove_repeated_parameter(site: Site) -> Edit | None:
    """Remove the second of two parameters with the same name and location."""
    return _without_parameter(site, "the first one is used")


def add_string_schema(site: Site) -> Edit | None:
    """Add the type of a parameter that has none."""
    node = site.node
    if not isinstance(node, dict) or "content" in node or "schema" in node:
        return None
    reason = "its type is string"
    if site.is_swagger:
        return site.with_member("type", "string", reason)
    return site.with_member("schema", {"type": "string"}, reason)


def remove_style(site: Site) -> Edit | None:
    """Remove a style that is not valid for the location of a parameter."""
    return site.without_member("style", "the default style is used")


def keep_one_body(site: Site) -> Edit | None:
    """Remove the parameters of an operation that describe another body than the first."""
    node = site.node
    items = node.get("parameters") if isinstance(node, dict) else None
    if not isinstance(items, list):
        return None
    first = next((item for item in items if _place(item) == "body"), None)
    kept = [
        item
        for item in items
        if item is first or _place(item) not in ("body", "formData")
    ]
    return site.with_member("parameters", kept, "a request has one body")


def _place(item: Any) -> Any:
    return item.get("in") if isinstance(item, dict) else None


def _without_parameter(site: Site, reason: str) -> Edit | None:
    """Return the edit that removes a parameter from its list.

    A parameter that is declared under `components` is kept, since other operations may
    refer to it.
    """
    if site.pointer[-2:-1] != ("parameters",):
        return None
    if not isinstance(value_at(site.root, site.pointer[:-1]), list):
        return None
    return site.without_item(reason)
