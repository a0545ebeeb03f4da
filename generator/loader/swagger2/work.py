"""The bookkeeping of an upgrade: what was copied, what was done, what is to be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

from ...diagnostics import Diagnostics
from ...openapi.document import BrokenReference, Document
from ...openapi.node import Moved, Node, Referable
from ...source import SourceFile


class Media(NamedTuple):
    """The media types that bodies and answers have where they say none."""

    consumes: tuple[str, ...]
    produces: tuple[str, ...]

    @classmethod
    def of(cls, node: Node, outer: Media) -> Media:
        """Those of a document or an operation, which replace the outer ones."""
        return cls(
            node.strings("consumes") if node.has("consumes") else outer.consumes,
            node.strings("produces") if node.has("produces") else outer.produces,
        )


class Anything(Referable):
    """A node of whatever kind."""

    __slots__ = ()
    kind = "node"


Conversion: TypeAlias = Callable[["Work", Node, Media], None]
"""Changes the value of a node of a copied tree in place."""


class Work:
    """One upgrade of one description.

    Nodes that are handed to conversions hold values of copied trees: the trees that
    were read stay as they are, for references to be looked up in. Conversions wait in
    a list instead of calling each other, so that no document is too deep for them, and
    each is done once, however many references lead to its node.
    """

    def __init__(self, document: Document, diagnostics: Diagnostics) -> None:
        self.diagnostics = diagnostics
        self._document = document
        self._copies: dict[str, tuple[SourceFile, Any]] = {}
        self._copy_of: dict[int, Any] = {}
        self._done: set[tuple[int, Conversion]] = set()
        self._waiting: list[tuple[Conversion, Node, Media]] = []
        self._last: list[tuple[Conversion, Node, Media]] = []

    def push(self, conversion: Conversion, node: Node, media: Media) -> None:
        """Notes what is to be done with a node, if it is an object."""
        if isinstance(node.value, dict):
            self._waiting.append((conversion, self.copied(node), media))

    def push_last(self, conversion: Conversion, node: Node, media: Media) -> None:
        """Notes what is to be done when nothing reads the node as it is any more."""
        self._last.append((conversion, self.copied(node), media))

    def push_members(
        self, conversion: Conversion, node: Node | None, media: Media
    ) -> None:
        """Notes what is to be done with each entry of a map of names."""
        if node is None:
            return
        target = self.follow(node)
        for _, member in (target or node).members(Node):
            self.push(conversion, member, media)

    def run(self) -> None:
        """Does everything that was noted, and what comes up while doing it."""
        while waiting := self._waiting or self._last:
            conversion, node, media = waiting.pop()
            identity = (id(node.value), conversion)
            if identity in self._done:
                continue
            self._done.add(identity)
            target = self.follow(node)
            if target is not None:
                self.push(conversion, target, media)
            else:
                conversion(self, node, media)

    def changed(self) -> list[tuple[SourceFile, Any]]:
        """The copied trees, by file."""
        return list(self._copies.values())

    def follow(self, node: Node) -> Node | None:
        """What the `$ref` of a node leads to, `None` when it has none or it is broken.

        Files that are OpenAPI 3 documents are no concern of an upgrade.
        """
        reference = node.text("$ref")
        if not reference:
            return None
        target = self._document.resolve(Anything(node.value, node.file, node.pointer))
        if isinstance(target, BrokenReference) or not target.is_mapping:
            return None
        root = self._document.files[target.file.uri].value
        if isinstance(root, dict) and "openapi" in root:
            return None
        return self.copied(target)

    def root_of(self, node: Node) -> Node:
        """The root of the file of a node."""
        source, value = self._document.files[node.file.uri]
        return Node(value, source, ())

    def copied(self, node: Node) -> Node:
        """The node with its value in the copy of its file's tree."""
        if id(node.value) not in self._copy_of:
            uri = node.file.uri
            if uri in self._copies:
                return node
            source, value = self._document.files[uri]
            self._copies[uri] = (source, _copy(value, self._copy_of))
        return Node(
            self._copy_of.get(id(node.value), node.value), node.file, node.pointer
        )


def _copy(value: Any, known: dict[int, Any]) -> Any:
    """A copy of a tree; what is shared in it stays shared."""
    if not isinstance(value, dict | list):
        return value
    if id(value) not in known:
        if isinstance(value, dict):
            copy: Any = {key: _copy(item, known) for key, item in value.items()}
            if isinstance(value, Moved):
                copy = Moved(value.origin, copy, value.file)
        else:
            copy = [_copy(item, known) for item in value]
        known[id(value)] = copy
    return known[id(value)]
