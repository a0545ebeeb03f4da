"""Nodes: values of a document with their locations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, TypeVar

from ..source import JsonPointer, Location, SourceFile
from .markup import commonmark

NodeT = TypeVar("NodeT", bound="Node")


class Moved(dict[str, Any]):
    """A mapping that the loader created or moved, with its original location.

    Args:
        origin: Pointer of the node from which the mapping was created.
        content: The entries of the mapping.
        file: File of that node; `None` for the file that contains the mapping.
    """

    __slots__ = ("file", "origin")

    def __init__(
        self,
        origin: JsonPointer,
        content: dict[str, Any],
        file: SourceFile | None = None,
    ) -> None:
        super().__init__(content)
        self.origin = origin
        self.file = file

    def place(self, file: SourceFile) -> tuple[SourceFile, JsonPointer]:
        """Return the original location of a mapping that `file` contains."""
        return self.file or file, self.origin


class Node:
    """A JSON value with its file and its JSON pointer.

    Subclasses add typed properties. A value of the wrong type is treated as absent; the
    validation reports it.

    Args:
        value: The JSON value.
        file: File that contains the value.
        pointer: Location of the value in the file.
    """

    __slots__ = ("file", "pointer", "value")
    value: Any
    file: SourceFile
    pointer: JsonPointer

    def __init__(self, value: Any, file: SourceFile, pointer: JsonPointer) -> None:
        self.value = value
        self.file = file
        self.pointer = pointer

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.file.name}#/{'/'.join(self.pointer)})"

    @property
    def location(self) -> Location:
        """Location of the node."""
        return Location(self.file, self.pointer)

    @property
    def key(self) -> tuple[str, JsonPointer]:
        """Identity of the node: the URI of its file and its pointer."""
        return (self.file.uri, self.pointer)

    @property
    def is_mapping(self) -> bool:
        """Whether the value is an object."""
        return isinstance(self.value, dict)

    def has(self, key: str) -> bool:
        """Return whether the value is an object with this key."""
        return isinstance(self.value, dict) and key in self.value

    def raw(self, key: str) -> Any:
        """Return the JSON value at `key`; `None` if absent."""
        value = self.value
        return value.get(key) if isinstance(value, dict) else None

    def text(self, key: str) -> str:
        """Return the string at `key`; `""` if absent."""
        # As `raw`, which is not called since this runs very often.
        value = self.value
        text = value.get(key) if isinstance(value, dict) else None
        return text if isinstance(text, str) else ""

    def prose(self, key: str) -> str:
        """Return the string at `key` as CommonMark, converting HTML."""
        text = self.text(key)
        return commonmark(text) if "<" in text else text

    def flag(self, key: str) -> bool:
        """Return whether the value at `key` is `true`."""
        return self.raw(key) is True

    def at(self, key: str, kind: type[NodeT]) -> NodeT:
        """Return the node at `key`, which must be present."""
        return self._build_child(self.value[key], key, kind)

    def find(self, key: str, kind: type[NodeT]) -> NodeT | None:
        """Return the object at `key`; `None` if absent."""
        value = self.raw(key)
        return self._build_child(value, key, kind) if isinstance(value, dict) else None

    def members(self, kind: type[NodeT]) -> Iterator[tuple[str, NodeT]]:
        """Yield the entries of an object, in document order."""
        if isinstance(self.value, dict):
            for key, value in self.value.items():
                yield key, self._build_child(value, key, kind)

    def mapping(self, key: str, kind: type[NodeT]) -> dict[str, NodeT]:
        """Return the entries of the object at `key`; empty if absent."""
        # As `find` and `members`, which are not called since this runs very often.
        owner = self.value
        value = owner.get(key) if isinstance(owner, dict) else None
        if not isinstance(value, dict):
            return {}
        file, pointer = self.file, (*self.pointer, key)
        if type(value) is Moved:
            file, pointer = value.place(file)
        return {
            name: (
                kind(item, *item.place(file))
                if type(item) is Moved
                else kind(item, file, (*pointer, name))
            )
            for name, item in value.items()
        }

    def sequence(self, key: str, kind: type[NodeT]) -> list[NodeT]:
        """Return the items of the array at `key`; empty if absent."""
        owner = self.value
        value = owner.get(key) if isinstance(owner, dict) else None
        if not isinstance(value, list):
            return []
        pointer, file = (*self.pointer, key), self.file
        return [
            (
                kind(item, *item.place(file))
                if type(item) is Moved
                else kind(item, file, (*pointer, str(index)))
            )
            for index, item in enumerate(value)
        ]

    def strings(self, key: str) -> tuple[str, ...]:
        """Return the strings in the array at `key`, ignoring other items."""
        value = self.raw(key)
        if not isinstance(value, list):
            return ()
        return tuple(item for item in value if isinstance(item, str))

    def _build_child(self, value: Any, key: str, kind: type[NodeT]) -> NodeT:
        if type(value) is Moved:
            return kind(value, *value.place(self.file))
        return kind(value, self.file, (*self.pointer, key))


class Referable(Node):
    """A node that may be a reference to another node of the same kind.

    Attributes:
        kind: Name of the kind in messages.
    """

    __slots__ = ()
    kind: ClassVar[str]

    @property
    def reference(self) -> str | None:
        """The `$ref`; `None` if the node is not a reference."""
        value = self.value
        reference = value.get("$ref") if isinstance(value, dict) else None
        return reference if isinstance(reference, str) else None


class AnyNode(Referable):
    """A node of any kind, or a reference to one."""

    __slots__ = ()
    kind = "node"
