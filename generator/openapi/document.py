"""The whole description: its entry documents, the other files, and references."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar
from urllib.parse import unquote, urldefrag, urljoin

from ..limits import MAX_REFERENCE_DETOURS
from .groups import Meta, Tag, TagGroup
from .node import Moved, Node, Referable
from .operation import PathItem, Server
from .schema import Schema
from ..source import JsonPointer, SourceFile, parse_pointer

ReferableT = TypeVar("ReferableT", bound=Referable)


class SecurityScheme(Referable):
    """A Security Scheme Object (section 4.8.27)."""

    __slots__ = ()
    kind = "security scheme"

    @property
    def type(self) -> str:
        """`apiKey`, `http`, `mutualTLS`, `oauth2` or `openIdConnect`."""
        return self.text("type")

    @property
    def scheme(self) -> str:
        """The scheme of `http`, in lower case: `bearer`, `basic`, …"""
        return self.text("scheme").lower()

    @property
    def place(self) -> str:
        """Where an `apiKey` goes: `query`, `header` or `cookie`."""
        return self.text("in")

    @property
    def name(self) -> str:
        """The header, query parameter or cookie of an `apiKey`."""
        return self.text("name")

    @property
    def description(self) -> str:
        """How to come by it."""
        return self.prose("description")

    @property
    def token_url(self) -> str:
        """The token URL of the OAuth2 client-credentials flow."""
        flows = self.find("flows", Node)
        flow = flows.find("clientCredentials", Node) if flows is not None else None
        return flow.text("tokenUrl") if flow is not None else ""


class Root(Node):
    """The OpenAPI Object of one entry document."""

    __slots__ = ()

    @property
    def version(self) -> str:
        """The version of OpenAPI that it was written in."""
        return self.text("openapi")

    @property
    def info(self) -> Node:
        """The Info Object."""
        return self.find("info", Node) or Node({}, self.file, self.pointer)

    @property
    def servers(self) -> list[Server]:
        """The servers of all operations that name none."""
        return self.sequence("servers", Server)

    @property
    def security(self) -> list[Node] | None:
        """The Security Requirements of all operations that have none of their own."""
        return self.sequence("security", Node) if self.has("security") else None

    @property
    def tags(self) -> list[Tag]:
        """The declared tags."""
        return self.sequence("tags", Tag)

    @property
    def tag_groups(self) -> list[TagGroup]:
        """The parts of the reference that hold tags (`x-tagGroups`)."""
        return self.sequence("x-tagGroups", TagGroup)

    @property
    def paths(self) -> dict[str, PathItem]:
        """Path Items by path."""
        return {
            path: item
            for path, item in self.mapping("paths", PathItem).items()
            if not path.startswith("x-")
        }

    @property
    def webhooks(self) -> dict[str, PathItem]:
        """Path Items of requests that the API makes; `x-webhooks` counts too."""
        return {
            **self.mapping("x-webhooks", PathItem),
            **self.mapping("webhooks", PathItem),
        }

    @property
    def components(self) -> Node:
        """The Components Object."""
        found = self.find("components", Node)
        return found or Node({}, self.file, (*self.pointer, "components"))

    @property
    def schemas(self) -> Schema | None:
        """The map of declared schemas, itself perhaps a reference to one."""
        return self.components.find("schemas", Schema)

    @property
    def security_schemes(self) -> dict[str, SecurityScheme]:
        """The declared security schemes."""
        return self.components.mapping("securitySchemes", SecurityScheme)

    @property
    def oai_meta(self) -> Meta | None:
        """The groups of the reference (`x-oaiMeta`)."""
        return self.find("x-oaiMeta", Meta)


class LoadedFile(NamedTuple):
    """A file that was read: its text, and its value in today's dialect."""

    source: SourceFile
    value: Any


class BrokenReference(NamedTuple):
    """A reference that cannot be resolved.

    Args:
        reason: The reason, as the message of a diagnostic.
        circular: Whether the reference refers to itself.
    """

    reason: str
    circular: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """One description, made of one or several entry documents and what they refer to.

    Args:
        roots: the entry documents, in the order in which they were given.
        files: every file that was read, by the URI of its source.
        anchors: `$anchor`, `$dynamicAnchor` and `$id` places by their full URI.
        aliases: URIs of files by other addresses under which references know them:
            unescaped, through a symbolic link, beside a `$self`.
        bases: the `$id`s of schemas, resolved, by the URI of the file and the pointer.
    """

    roots: tuple[Root, ...]
    files: Mapping[str, LoadedFile]
    anchors: Mapping[str, tuple[str, JsonPointer]] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    bases: Mapping[str, Mapping[JsonPointer, str]] = field(default_factory=dict)
    _ends: dict[object, tuple[Node, Any]] = field(default_factory=dict, repr=False)
    """Nodes in chains of references, each with its end, so that none is walked twice."""

    def resolve(self, node: ReferableT) -> ReferableT | BrokenReference:
        """Follows `$ref` until a node that is none, at once for one that is none."""
        if node.reference is None:
            return node
        return _Trail(self).resolve(node)

    def target(self, node: ReferableT, reference: str) -> ReferableT | BrokenReference:
        """The node that a reference text standing in `node` leads to, in one step."""
        return _Trail(self).target(node, reference)

    def knows(self, address: str) -> bool:
        """Whether a URI without a fragment leads to something that was read."""
        return (
            address in self.files or address in self.aliases or address in self.anchors
        )

    def address(self, file: SourceFile, pointer: JsonPointer, reference: str) -> str:
        """The absolute URI of a reference that stands at a place of a file.

        The base is the `$id` around the place (JSON Schema 2020-12, section 8.2.1) if
        that leads to something that was read, else the file: many documents have
        `$id`s that were never meant as a base.

        Raises:
            ValueError: it is no URI reference.
        """
        for base in self._bases(file.uri, pointer):
            address = _joined(base, reference)
            if self.knows(urldefrag(address).url):
                return address
        return _joined(file.uri, reference)

    def _bases(self, uri: str, pointer: JsonPointer) -> Iterator[str]:
        known = self.bases.get(uri)
        if known:
            for length in range(len(pointer), -1, -1):
                if pointer[:length] in known:
                    yield known[pointer[:length]]


class _Trail:
    """One search for a node; it ends, however the references of a document run."""

    __slots__ = ("_detours", "_document")

    def __init__(self, document: Document) -> None:
        self._document = document
        self._detours = 0

    def resolve(self, node: ReferableT) -> ReferableT | BrokenReference:
        known = self._document._ends
        chain: dict[object, Referable] = {}
        current = node
        end: ReferableT | BrokenReference
        while True:
            reference = current.reference
            place = (
                type(current),
                current.file.uri,
                current.pointer,
                id(current.value),
            )
            if reference is None:
                end = current
                break
            if place in known:
                end = known[place][1]
                break
            if place in chain:
                return self._circular(chain, place)
            chain[place] = current
            target = self.target(current, reference)
            if isinstance(target, BrokenReference):
                end = target
                break
            current = target
        if len(chain) > 1 and not self._detours:
            # The node stays alive with its entry, or its id would be that of another.
            known.update((place, (member, end)) for place, member in chain.items())
        return end

    def _circular(
        self, chain: dict[object, Referable], first: object
    ) -> BrokenReference:
        """Why a chain has no end, which is remembered for all that it is made of.

        Every node of the circle refers to itself, and those before it to its first.
        """
        inside = False
        reason = BrokenReference(
            f"{chain[first].reference!r} refers to itself", circular=True
        )
        for place, member in chain.items():
            inside = inside or place == first
            own = BrokenReference(
                f"{member.reference!r} refers to itself", circular=True
            )
            if not self._detours:
                self._document._ends[place] = member, own if inside else reason
        return reason

    def target(self, node: ReferableT, reference: str) -> ReferableT | BrokenReference:
        found = self._standard_target(node, reference)
        if isinstance(found, BrokenReference) and reference.startswith("#/$defs/"):
            return self._enclosed(node, reference) or found
        return found

    def _enclosed(self, node: ReferableT, reference: str) -> ReferableT | None:
        """What `#/$defs/…` means in a schema that was pasted in with its `$defs`.

        Some generators of documents write a JSON Schema into the place of its use and
        leave its references as they were when it was a root.
        """
        loaded = self._document.files.get(node.file.uri)
        if loaded is None:
            return None
        tokens = parse_pointer(unquote(reference[1:]))
        for length in range(len(node.pointer), 0, -1):
            pointer = (*node.pointer[:length], *tokens)
            found = self._descend(type(node), loaded, pointer, reference)
            if not isinstance(found, BrokenReference):
                return found
        return None

    def _standard_target(
        self, node: ReferableT, reference: str
    ) -> ReferableT | BrokenReference:
        file = node.file
        if reference[:1] == "#" and not self._document.bases:
            return self._find(node, file.uri, reference[1:], reference)
        try:
            address = self._document.address(file, node.pointer, reference)
            address, fragment = urldefrag(address)
        except ValueError:
            return BrokenReference(f"{reference!r} is no URI")
        found = self._find(node, address, fragment, reference)
        if isinstance(found, BrokenReference) and reference[:1] == "#":
            return self._find(node, file.uri, reference[1:], reference)
        return found

    def _find(
        self, node: ReferableT, address: str, fragment: str, reference: str
    ) -> ReferableT | BrokenReference:
        document = self._document
        if "%" in fragment:
            fragment = unquote(fragment)
        address = document.aliases.get(address, address)
        prefix: JsonPointer = ()
        if fragment and not fragment.startswith("/"):
            anchor = document.anchors.get(f"{address}#{fragment}")
            if anchor is None:
                return BrokenReference(f"nothing is called {fragment!r} there")
            (address, prefix), fragment = anchor, ""
        elif address in document.anchors:
            address, prefix = document.anchors[address]
        loaded = document.files.get(address)
        if loaded is None:
            return BrokenReference(f"the file of {reference!r} was not read")
        pointer = (*prefix, *parse_pointer(fragment))
        return self._descend(type(node), loaded, pointer, reference)

    def _descend(
        self,
        kind: type[ReferableT],
        loaded: LoadedFile,
        pointer: JsonPointer,
        reference: str,
    ) -> ReferableT | BrokenReference:
        value, file = loaded.value, loaded.source
        here: JsonPointer = ()
        for position, token in enumerate(pointer):
            child = _child(value, token)
            if child is _MISSING:
                if isinstance(value, dict) and isinstance(value.get("$ref"), str):
                    # A reference stands on the way: go on behind it.
                    behind = kind(value, file, here)
                    return self._walk(behind, pointer[position:], reference)
                return BrokenReference(
                    f"there is no {token!r} on the way {reference!r}"
                )
            if type(child) is Moved:
                file, here = child.place(file)
            else:
                here = (*here, token)
            value = child
        return kind(value, file, here)

    def _walk(
        self, node: ReferableT, rest: JsonPointer, reference: str
    ) -> ReferableT | BrokenReference:
        current = node
        self._detours += 1
        if self._detours > MAX_REFERENCE_DETOURS:
            return BrokenReference(f"{reference!r} refers to itself", circular=True)
        for token in rest:
            resolved = self.resolve(current)
            if isinstance(resolved, BrokenReference):
                return resolved
            child = _child(resolved.value, token)
            if child is _MISSING:
                return BrokenReference(
                    f"there is no {token!r} on the way {reference!r}"
                )
            file, pointer = resolved.file, (*resolved.pointer, token)
            if type(child) is Moved:
                file, pointer = child.place(file)
            current = type(node)(child, file, pointer)
        return current


@lru_cache(maxsize=1 << 16)
def _joined(base: str, reference: str) -> str:
    """A reference as a URI; remembered, because the same ones are followed often."""
    return urljoin(base, reference)


_MISSING = object()


def _child(value: Any, token: str) -> Any:
    if isinstance(value, dict):
        return value.get(token, _MISSING)
    if isinstance(value, list) and _INDEX.fullmatch(token) and int(token) < len(value):
        return value[int(token)]
    return _MISSING


_INDEX = re.compile("0|[1-9][0-9]{0,8}")
