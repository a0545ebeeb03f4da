"""Read nodes of JSON trees by their pointers."""

from __future__ import annotations

from typing import Any

from ..source import JsonPointer


def value_at(root: Any, pointer: JsonPointer) -> Any:
    """Return the value of a node, `None` if it does not exist."""
    for token in pointer:
        if isinstance(root, dict):
            root = root.get(token)
        elif isinstance(root, list) and token.isdecimal() and int(token) < len(root):
            root = root[int(token)]
        else:
            return None
    return root
