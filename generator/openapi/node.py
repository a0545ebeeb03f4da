"""Located nodes: a value of a document together with where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, TypeVar

from .markup import commonmark
from ..source import JsonPointer, Location, SourceFile

NodeT = TypeVar("NodeT", bound="Node")


class Moved(dict[str, Any]):
    """A mapping that the loader made, or put elsewhere than where the text has it.

    `origin` is the pointer of the node in the text that it was made from, `file` the file
    of that text; `None`: the one that the mapping stands in.
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
        """Where it comes from, when it stands in `file`."""
        return self.file or file, self.origin


class Node:
    """A value with its file and its JSON pointer; subclasses name what it holds.

    Accessors are tolerant: a value of the wrong type reads as absent. What is wrong in
    a document is found by its validation, not here.
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
        """Where it stands."""
        return Location(self.file, self.pointer)

    @property
    def key(self) -> tuple[str, JsonPointer]:
        """Its identity: equal for nodes that are the same place of the same file."""
        return (self.file.uri, self.pointer)

    @property
    def is_mapping(self) -> bool:
        """Whether it is an object."""
        return isinstance(self.value, dict)

    def has(self, key: str) -> bool:
        """Whether it is an object with this key."""
        return isinstance(self.value, dict) and key in self.value

    def raw(self, key: str) -> Any:
        """The plain value at `key`, `None` when absent."""
        return self.value.get(key) if isinstance(self.value, dict) else None

    def text(self, key: str) -> str:
        """The string at `key`, `""` when absent."""
        value = self.raw(key)
        return value if isinstance(value, str) else ""

    def prose(self, key: str) -> str:
        """The string at `key`, which may hold HTML, as CommonMark."""
        return commonmark(self.text(key))

    def flag(self, key: str) -> bool:
        """Whether `true` stands at `key`."""
        return self.raw(key) is True

    def at(self, key: str, kind: type[NodeT]) -> NodeT:
        """The node at `key`, which must be present."""
        return self._make(self.value[key], key, kind)

    def find(self, key: str, kind: type[NodeT]) -> NodeT | None:
        """The object at `key`, `None` when there is none."""
        value = self.raw(key)
        return self._make(value, key, kind) if isinstance(value, dict) else None

    def members(self, kind: type[NodeT]) -> Iterator[tuple[str, NodeT]]:
        """The entries of an object, in the order of the text."""
        if isinstance(self.value, dict):
            for key, value in self.value.items():
                yield key, self._make(value, key, kind)

    def mapping(self, key: str, kind: type[NodeT]) -> dict[str, NodeT]:
        """The entries of the object at `key`; empty when there is none."""
        child = self.find(key, Node)
        return dict(child.members(kind)) if child is not None else {}

    def sequence(self, key: str, kind: type[NodeT]) -> list[NodeT]:
        """The items of the array at `key`; empty when there is none."""
        value = self.raw(key)
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
        """The strings of the array at `key`; others are passed over."""
        value = self.raw(key)
        if not isinstance(value, list):
            return ()
        return tuple(item for item in value if isinstance(item, str))

    def _make(self, value: Any, key: str, kind: type[NodeT]) -> NodeT:
        if type(value) is Moved:
            return kind(value, *value.place(self.file))
        return kind(value, self.file, (*self.pointer, key))


class Referable(Node):
    """A node that may be a reference to another of its kind."""

    __slots__ = ()
    kind: ClassVar[str]

    @property
    def reference(self) -> str | None:
        """The text of its `$ref`."""
        value = self.raw("$ref")
        return value if isinstance(value, str) else None
