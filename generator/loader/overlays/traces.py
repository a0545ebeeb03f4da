"""Origins of the nodes of a tree that overlays have changed."""

from __future__ import annotations

from typing import Any

from ...source import JsonPointer, SourceFile


class Trace:
    """Origin of a node, and of the nodes below it whose origin cannot be derived from it.

    Without an entry for a child, the child has the file of the node, and the pointer of the
    node with its key. Traces are created only along the paths to changes.

    Args:
        pointer: Pointer of the node in the file that contains it.
        file: Overlay that contains the node; `None` for the document itself.
    """

    __slots__ = ("_items", "_members", "file", "pointer")

    def __init__(self, pointer: JsonPointer, file: SourceFile | None = None) -> None:
        self.pointer = pointer
        self.file = file
        self._members: dict[str, Trace] = {}
        self._items: list[Trace] | None = None

    def child(self, key: str | int, container: Any) -> Trace:
        """Return the trace of a child, which is created if necessary.

        Args:
            key: Key of a member, or index of an item.
            container: Value of this node.
        """
        if isinstance(container, list):
            return self.items(container)[int(key)]
        key = str(key)
        if key not in self._members:
            self._members[key] = self._derive(key)
        return self._members[key]

    def items(self, container: list[Any]) -> list[Trace]:
        """Return the traces of all items of an array, a list that can be changed."""
        if self._items is None:
            self._items = [self._derive(str(index)) for index in range(len(container))]
        return self._items

    def write(self, key: str, trace: Trace) -> None:
        """Set the trace of a member that an overlay has written."""
        self._members[key] = trace

    def find(self, pointer: JsonPointer) -> tuple[SourceFile | None, JsonPointer]:
        """Return the file and the pointer of the origin of a node below this one.

        Args:
            pointer: Pointer of the node relative to this one, in the changed tree.
        """
        node = self
        for position, token in enumerate(pointer):
            child = node._known(token)
            if child is None:
                return node.file, (*node.pointer, *pointer[position:])
            node = child
        return node.file, node.pointer

    def _known(self, token: str) -> Trace | None:
        if self._items is None:
            return self._members.get(token)
        is_index = token.isdecimal() and int(token) < len(self._items)
        return self._items[int(token)] if is_index else None

    def _derive(self, token: str) -> Trace:
        return Trace((*self.pointer, token), self.file)
