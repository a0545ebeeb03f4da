"""A complete API description: its entry documents, other files, and references."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import lru_cache
from typing import Any
from urllib.parse import urldefrag, urljoin

from ..frozen_dataclass import dataclass
from ..source import JsonPointer, SourceFile
from .node import Node
from .references import BrokenReference, LoadedFile, ReferableT, Resolver
from .root import Root, SecurityScheme

__all__ = ["BrokenReference", "Document", "LoadedFile", "Root", "SecurityScheme"]


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A description that consists of entry documents and the files they refer to.

    Args:
        roots: The entry documents, in the order in which they were specified.
        files: All loaded files, by URI.
        anchors: Targets of `$anchor`, `$dynamicAnchor` and `$id`, by full URI.
        aliases: URIs of files by alternative URIs: unescaped, through a symbolic link,
            or defined by `$self`.
        bases: Resolved `$id`s of schemas, by the URI of the file and the pointer.
        originals: Values of Swagger 2.0 documents and of their parts in other files before
            the upgrade, by URI; `None` for a file without overlays, which has this value.
        resolved: Cache of resolved references: the node and its target, by place.
        targets: Cache of the targets of references within a file, by the kind of the
            node, the URI of the file, and the reference.
    """

    roots: tuple[Root, ...]
    files: Mapping[str, LoadedFile]
    anchors: Mapping[str, tuple[str, JsonPointer]] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    bases: Mapping[str, Mapping[JsonPointer, str]] = field(default_factory=dict)
    originals: Mapping[str, Any] = field(default_factory=dict)
    resolved: dict[object, tuple[Node, Any]] = field(
        default_factory=dict, repr=False, init=False
    )
    targets: dict[object, Any] = field(default_factory=dict, repr=False, init=False)

    def resolve(self, node: ReferableT) -> ReferableT | BrokenReference:
        """Follow references until a node is not a reference.

        Args:
            node: A reference, or the node itself, which is returned as is.

        Returns:
            The target, or the reason why there is none.
        """
        if node.reference is None:
            return node
        return Resolver(self).resolve(node)

    def target(self, node: ReferableT, reference: str) -> ReferableT | BrokenReference:
        """Return the direct target of a reference, which may be a reference itself.

        Args:
            node: The node that contains the reference.
            reference: The URI reference.
        """
        return Resolver(self).target(node, reference)

    def knows(self, address: str) -> bool:
        """Return whether a URI without a fragment refers to a loaded file or schema."""
        return (
            address in self.files or address in self.aliases or address in self.anchors
        )

    def address(self, file: SourceFile, pointer: JsonPointer, reference: str) -> str:
        """Return the absolute URI of a reference.

        The base URI is the `$id` of the nearest enclosing schema (JSON Schema 2020-12,
        section 8.2.1) if the result is loaded, otherwise the URI of the file. Many
        documents have `$id`s that are not meant as a base URI.

        Args:
            file: File that contains the reference.
            pointer: Location of the reference in the file.
            reference: The URI reference.

        Raises:
            ValueError: The reference is not a valid URI reference.
        """
        for base in self._list_bases(file.uri, pointer):
            address = _join(base, reference)
            if self.knows(urldefrag(address).url):
                return address
        return _join(file.uri, reference)

    def _list_bases(self, uri: str, pointer: JsonPointer) -> Iterator[str]:
        """Yield the `$id`s of the schemas that enclose a location, innermost first."""
        bases = self.bases.get(uri)
        if bases:
            for length in range(len(pointer), -1, -1):
                if pointer[:length] in bases:
                    yield bases[pointer[:length]]


@lru_cache(maxsize=1 << 16)
def _join(base: str, reference: str) -> str:
    """Return a reference as an absolute URI, cached because many are repeated."""
    return urljoin(base, reference)
