"""Repairs of schemas."""

from __future__ import annotations

import json

from .tree import Edit, Site


def remove_enum(site: Site) -> Edit | None:
    """Remove an enumeration without values."""
    return site.without_member("enum", "the enumeration is ignored")


def remove_repeated_values(site: Site) -> Edit | None:
    """Remove the values of an enumeration that occurred before."""
    node = site.node
    values = node.get("enum") if isinstance(node, dict) else None
    if not isinstance(values, list):
        return None
    first: dict[str, object] = {}
    for value in values:
        first.setdefault(json.dumps(value, sort_keys=True), value)
    return site.with_member("enum", list(first.values()), "the value is used once")
