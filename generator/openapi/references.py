"""Resolution of references (RFC 3986, RFC 6901, JSON Schema 2020-12)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple, Protocol, TypeVar
from urllib.parse import unquote, urldefrag

from ..limits import MAX_REFERENCE_DETOURS
from ..source import JsonPointer, SourceFile, parse_pointer
from .node import AnyNode, Moved, Node, Referable
from .places import find_fault

ReferableT = TypeVar("ReferableT", bound=Referable)

_MISSING = object()
_INDEX = re.compile("0|[1-9][0-9]{0,8}")


class LoadedFile(NamedTuple):
    """A loaded file: its source, and its value as OpenAPI 3.1."""

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


class ReferenceTargets(Protocol):
    """The files and addresses to which references refer; see `Document`."""

    @property
    def files(self) -> Mapping[str, LoadedFile]:
        """Loaded files by URI."""
        ...

    @property
    def anchors(self) -> Mapping[str, tuple[str, JsonPointer]]:
        """Targets of anchors and `$id`s by URI."""
        ...

    @property
    def aliases(self) -> Mapping[str, str]:
        """URIs of files by alternative URI."""
        ...

    @property
    def bases(self) -> Mapping[str, Mapping[JsonPointer, str]]:
        """Base URIs that `$id`s define, by file and pointer."""
        ...

    @property
    def resolved(self) -> dict[object, tuple[Node, Any]]:
        """Cache of resolved references."""
        ...

    @property
    def targets(self) -> dict[object, Any]:
        """Cache of the targets of references within a file."""
        ...

    def address(self, file: SourceFile, pointer: JsonPointer, reference: str) -> str:
        """Return the absolute URI of a reference."""
        ...


class Resolver:
    """One resolution of a reference, which always terminates.

    Args:
        targets: The files and addresses to which references refer.
    """

    __slots__ = ("_detours", "_targets")

    def __init__(self, targets: ReferenceTargets) -> None:
        self._targets = targets
        self._detours = 0

    def resolve(self, node: ReferableT) -> ReferableT | BrokenReference:
        """Follow references, starting at `node`, until a node is not a reference."""
        known = self._targets.resolved
        chain: dict[object, Referable] = {}
        current = node
        end: ReferableT | BrokenReference
        while True:
            reference = current.reference
            if reference is None:
                end = current
                break
            place = (
                type(current),
                current.file.uri,
                current.pointer,
                id(current.value),
            )
            if place in known:
                end = known[place][1]
                break
            if place in chain:
                return self._cache_cycle(chain, place)
            chain[place] = current
            target = self.target(current, reference)
            if isinstance(target, BrokenReference):
                end = target
                break
            current = target
        if len(chain) > 1 and not self._detours:
            # The cache keeps each node alive. Otherwise another value could get its id.
            known.update((place, (member, end)) for place, member in chain.items())
        return end

    def _cache_cycle(
        self, chain: dict[object, Referable], first: object
    ) -> BrokenReference:
        """Cache the results for all nodes of a chain that ends in a cycle.

        The reason of a node in the cycle names its own reference; the reason of a node
        before the cycle names the first reference of the cycle.

        Args:
            chain: The nodes, by their place.
            first: Place of the first node of the cycle.
        """
        in_cycle = False
        result = _circular(chain[first].reference)
        for place, member in chain.items():
            in_cycle = in_cycle or place == first
            own = _circular(member.reference) if in_cycle else result
            if not self._detours:
                self._targets.resolved[place] = member, own
        return result

    def target(self, node: ReferableT, reference: str) -> ReferableT | BrokenReference:
        """Return the direct target of a reference in `node`."""
        result = self._find_standard(node, reference)
        if isinstance(result, BrokenReference) and reference.startswith("#/$defs/"):
            return self._find_enclosing(node, reference) or result
        return result

    def _find_enclosing(self, node: ReferableT, reference: str) -> ReferableT | None:
        """Return the target of `#/$defs/…` relative to an enclosing schema.

        Some generators embed a JSON Schema with its `$defs` into a document, without
        changing its references, which are relative to the root of the schema.
        """
        loaded = self._targets.files.get(node.file.uri)
        if loaded is None:
            return None
        tokens = parse_pointer(unquote(reference[1:]))
        for length in range(len(node.pointer), 0, -1):
            pointer = (*node.pointer[:length], *tokens)
            result = self._descend(type(node), loaded, pointer, reference)
            if not isinstance(result, BrokenReference):
                return result
        return None

    def _find_standard(
        self, node: ReferableT, reference: str
    ) -> ReferableT | BrokenReference:
        """Return the target according to the standards, or else within the file."""
        file = node.file
        if reference[:1] == "#" and not self._targets.bases:
            return self._find_in_file(node, reference)
        try:
            address = self._targets.address(file, node.pointer, reference)
            address, fragment = urldefrag(address)
        except ValueError:
            return BrokenReference(f"{reference!r} is not a valid URI reference")
        result = self._find(node, address, fragment, reference)
        if isinstance(result, BrokenReference) and reference[:1] == "#":
            return self._find(node, file.uri, reference[1:], reference)
        return result

    def _find_in_file(
        self, node: ReferableT, reference: str
    ) -> ReferableT | BrokenReference:
        """Return the target of a reference that begins with `#`, without base URIs."""
        uri = node.file.uri
        place = (type(node), uri, reference)
        known: ReferableT | None = self._targets.targets.get(place)
        if known is not None:
            return known
        result = self._find(node, uri, reference[1:], reference)
        # A broken or circular reference can have another reason on another path.
        if not isinstance(result, BrokenReference) and not self._detours:
            self._targets.targets[place] = result
        return result

    def _find(
        self, node: ReferableT, address: str, fragment: str, reference: str
    ) -> ReferableT | BrokenReference:
        """Return the node at a fragment, a JSON pointer or an anchor, of a file."""
        targets = self._targets
        if "%" in fragment:
            fragment = unquote(fragment)
        address = targets.aliases.get(address, address)
        prefix: JsonPointer = ()
        if fragment and not fragment.startswith("/"):
            anchor = targets.anchors.get(f"{address}#{fragment}")
            if anchor is None:
                return BrokenReference(f"there is no anchor {fragment!r}")
            (address, prefix), fragment = anchor, ""
        elif address in targets.anchors:
            address, prefix = targets.anchors[address]
        loaded = targets.files.get(address)
        if loaded is None:
            return BrokenReference(f"the file of {reference!r} was not loaded")
        pointer = (*prefix, *parse_pointer(fragment))
        return self._descend(type(node), loaded, pointer, reference)

    def _descend(
        self,
        kind: type[ReferableT],
        loaded: LoadedFile,
        pointer: JsonPointer,
        reference: str,
    ) -> ReferableT | BrokenReference:
        """Return the node of a kind at a pointer, following references on the path."""
        result = self._find_node(kind, loaded, pointer, reference)
        if not isinstance(result, BrokenReference):
            fault = find_fault(kind.kind, loaded.value, pointer, result.value)
            if fault:
                return BrokenReference(f"{reference!r} refers to {fault}")
        return result

    def _find_node(
        self,
        kind: type[ReferableT],
        loaded: LoadedFile,
        pointer: JsonPointer,
        reference: str,
    ) -> ReferableT | BrokenReference:
        """Return the node at a pointer of a file, of whatever kind its value is."""
        value, file = loaded.value, loaded.source
        position: JsonPointer = ()
        for index, token in enumerate(pointer):
            child = _get_child(value, token)
            if child is _MISSING:
                if isinstance(value, dict) and isinstance(value.get("$ref"), str):
                    intermediate = AnyNode(value, file, position)
                    return self._walk(kind, intermediate, pointer[index:], reference)
                return _missing(token, reference)
            if type(child) is Moved:
                file, position = child.place(file)
            else:
                position = (*position, token)
            value = child
        return kind(value, file, position)

    def _walk(
        self,
        kind: type[ReferableT],
        node: AnyNode,
        pointer: JsonPointer,
        reference: str,
    ) -> ReferableT | BrokenReference:
        """Return the node at a pointer relative to `node`, resolving each reference."""
        current = node
        self._detours += 1
        if self._detours > MAX_REFERENCE_DETOURS:
            return _circular(reference)
        for token in pointer:
            resolved = self.resolve(current)
            if isinstance(resolved, BrokenReference):
                return resolved
            child = _get_child(resolved.value, token)
            if child is _MISSING:
                return _missing(token, reference)
            file, position = resolved.file, (*resolved.pointer, token)
            if type(child) is Moved:
                file, position = child.place(file)
            current = AnyNode(child, file, position)
        return kind(current.value, current.file, current.pointer)


def _circular(reference: str | None) -> BrokenReference:
    return BrokenReference(f"{reference!r} refers to itself", circular=True)


def _missing(token: str, reference: str) -> BrokenReference:
    return BrokenReference(f"{reference!r} does not exist: there is no {token!r}")


def _get_child(value: Any, token: str) -> Any:
    """Return the member of an object or the item of an array, or `_MISSING`."""
    if isinstance(value, dict):
        return value.get(token, _MISSING)
    if isinstance(value, list) and _INDEX.fullmatch(token) and int(token) < len(value):
        return value[int(token)]
    return _MISSING
