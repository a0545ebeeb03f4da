"""Copies of trees and pending conversions of an upgrade."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

from ...diagnostics import Diagnostics
from ...openapi.document import BrokenReference, Document
from ...openapi.node import AnyNode, Moved, Node
from ...source import SourceFile


class Media(NamedTuple):
    """Default media types of request and response bodies."""

    consumes: tuple[str, ...]
    produces: tuple[str, ...]

    @classmethod
    def of(cls, node: Node, outer: Media) -> Media:
        """Return the media types of a document or an operation, or else the outer ones."""
        return cls(
            node.strings("consumes") if node.has("consumes") else outer.consumes,
            node.strings("produces") if node.has("produces") else outer.produces,
        )


Conversion: TypeAlias = Callable[["Upgrade", Node, Media], None]
"""Function that modifies the value of a node of a copy_of tree."""


class Upgrade:
    """The upgrade of one document.

    Conversions modify copies of the trees. The original trees stay unchanged, since
    references are resolved in them. Conversions are put into a queue instead of calling each
    other, so that the depth of a document is not limited, and each runs once per node, however
    many references have it as their target.

    Args:
        document: Loaded documents.
        diagnostics: Receives the diagnostics.
        beside: Conversions of objects that can have fields beside a `$ref`.
    """

    def __init__(
        self,
        document: Document,
        diagnostics: Diagnostics,
        beside: frozenset[Conversion] = frozenset(),
    ) -> None:
        self._beside = beside
        self.diagnostics = diagnostics
        self._document = document
        self._copies: dict[str, tuple[SourceFile, Any]] = {}
        self._copy_of: dict[int, Any] = {}
        self._completed: set[tuple[int, Conversion]] = set()
        self._pending: list[tuple[Conversion, Node, Media]] = []
        self._last: list[tuple[Conversion, Node, Media]] = []

    def push(self, conversion: Conversion, node: Node, media: Media) -> None:
        """Schedule a conversion of a node if it is an object."""
        if isinstance(node.value, dict):
            self._pending.append((conversion, self.copy_of(node), media))

    def push_last(self, conversion: Conversion, node: Node, media: Media) -> None:
        """Schedule a conversion that runs after all others, which read the original node."""
        self._last.append((conversion, self.copy_of(node), media))

    def push_members(
        self, conversion: Conversion, node: Node | None, media: Media
    ) -> None:
        """Schedule a conversion of each member of a map."""
        if node is None:
            return
        target = self.follow(node)
        for _, member in (target or node).members(Node):
            self.push(conversion, member, media)

    def run(self) -> None:
        """Run all scheduled conversions, including those that conversions schedule."""
        while pending := self._pending or self._last:
            conversion, node, media = pending.pop()
            identity = (id(node.value), conversion)
            if identity in self._completed:
                continue
            self._completed.add(identity)
            target = self.follow(node)
            if target is not None:
                self.push(conversion, target, media)
            if target is None or conversion in self._beside:
                conversion(self, node, media)

    def changed_files(self) -> list[tuple[SourceFile, Any]]:
        """Return the files whose trees were copy_of, with the copies."""
        return list(self._copies.values())

    def follow(self, node: Node) -> Node | None:
        """Return the target of the `$ref` of a node.

        Returns:
            The target; `None` if the node has no `$ref`, the reference is broken, or it leads
            to an OpenAPI 3 document, which is not upgraded.
        """
        reference = node.text("$ref")
        if not reference:
            return None
        target = self._document.resolve(AnyNode(node.value, node.file, node.pointer))
        if isinstance(target, BrokenReference) or not target.is_mapping:
            return None
        root = self._document.files[target.file.uri].value
        if isinstance(root, dict) and "openapi" in root:
            return None
        return self.copy_of(target)

    def root_of(self, node: Node) -> Node:
        """Return the root of the file of a node."""
        source, value = self._document.files[node.file.uri]
        return Node(value, source, ())

    def copy_of(self, node: Node) -> Node:
        """Return the corresponding node in the copy of the tree."""
        if id(node.value) not in self._copy_of:
            uri = node.file.uri
            if uri in self._copies:
                return node
            source, value = self._document.files[uri]
            self._copies[uri] = (source, _copy(value, self._copy_of))
        return Node(
            self._copy_of.get(id(node.value), node.value), node.file, node.pointer
        )


def _copy(value: Any, copies: dict[int, Any]) -> Any:
    """Return a copy of a tree in which shared values are still shared."""
    if not isinstance(value, dict | list):
        return value
    if id(value) not in copies:
        if isinstance(value, dict):
            copy: Any = {key: _copy(item, copies) for key, item in value.items()}
            if isinstance(value, Moved):
                copy = Moved(value.origin, copy, value.file)
        else:
            copy = [_copy(item, copies) for item in value]
        copies[id(value)] = copy
    return copies[id(value)]
