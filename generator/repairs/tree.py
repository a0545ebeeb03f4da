"""Read and replace nodes of JSON trees without changing them."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..source import JsonPointer

MISSING = object()
"""Value of a node that does not exist."""


class Edit(NamedTuple):
    """A new value of a node.

    Attributes:
        pointer: Pointer of the node.
        value: New value.
        reason: What the stages do with the old value; ends the description of the action.
        copied: Pointer of the node that the new value is a copy of, if it is one.
    """

    pointer: JsonPointer
    value: Any
    reason: str
    copied: JsonPointer | None = None


class Site(NamedTuple):
    """A node that a diagnostic points at.

    Attributes:
        root: Value of the file, with the edits that were made before.
        pointer: Pointer of the node.
        message: Message of the diagnostic.
    """

    root: Any
    pointer: JsonPointer
    message: str

    @property
    def node(self) -> Any:
        """Value of the node, `MISSING` if it does not exist."""
        return value_at(self.root, self.pointer)

    @property
    def is_swagger(self) -> bool:
        """Whether the file is a Swagger 2.0 document."""
        return isinstance(self.root, dict) and "swagger" in self.root

    def with_member(self, key: str, value: Any, reason: str) -> Edit | None:
        """Return the edit that sets a member of the node, `None` if it is not an object."""
        node = self.node
        if not isinstance(node, dict):
            return None
        return Edit(self.pointer, {**node, key: value}, reason)

    def without_member(self, key: str, reason: str) -> Edit | None:
        """Return the edit that removes a member of the node, `None` if it has none."""
        node = self.node
        if not isinstance(node, dict) or key not in node:
            return None
        rest = {name: value for name, value in node.items() if name != key}
        return Edit(self.pointer, rest, reason)

    def without_item(self, reason: str) -> Edit | None:
        """Return the edit that removes the node from its array, `None` if it is in none."""
        items = value_at(self.root, self.pointer[:-1]) if self.pointer else None
        if not isinstance(items, list) or self.node is MISSING:
            return None
        index = int(self.pointer[-1])
        return Edit(self.pointer[:-1], items[:index] + items[index + 1 :], reason)


def value_at(root: Any, pointer: JsonPointer) -> Any:
    """Return the value of a node, `MISSING` if it does not exist."""
    for token in pointer:
        if isinstance(root, dict) and token in root:
            root = root[token]
        elif isinstance(root, list) and token.isdecimal() and int(token) < len(root):
            root = root[int(token)]
        else:
            return MISSING
    return root


def with_value(root: Any, pointer: JsonPointer, value: Any) -> Any:
    """Return a tree in which a node, which must exist, has another value."""
    if not pointer:
        return value
    key, rest = pointer[0], pointer[1:]
    if isinstance(root, list):
        index = int(key)
        changed = with_value(root[index], rest, value)
        return [*root[:index], changed, *root[index + 1 :]]
    return {**root, key: with_value(root[key], rest, value)}
