"""Combine a document and the files that it refers to in one document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import quote

from ..loader.misplaced import is_misplaced
from ..normalizer.schemas.names import SchemaNames
from ..openapi.document import BrokenReference, Document
from ..openapi.node import AnyNode, Node
from ..openapi.schema import ANNOTATIONS
from ..source import JsonPointer, format_pointer
from .nodes import value_at
from .sections import Kind, child_kind, component_pointer, root_kind

_IDENTITY = ("$id", "$anchor")


class Bundle(NamedTuple):
    """A document without references to other files.

    Attributes:
        value: The document.
        origins: Nodes of the original document that changed nodes replace, by id.
        embedded: Pointers of the new components.
        kept: References that stay, because their target is not loaded.
    """

    value: dict[str, Any]
    origins: dict[int, Any]
    embedded: tuple[str, ...]
    kept: tuple[str, ...]


def bundle_document(document: Document, values: Mapping[str, Any]) -> Bundle:
    """Return the main document with the targets of its references to other files.

    Each target becomes a component with the name that it has in its file, or that of the
    file. A number is added to a name that is in use.

    Args:
        document: Loaded document.
        values: Values of all files, as they are written, by the URI of the file.
    """
    return _Bundler(document, values).run()


class _Bundler:
    """The targets of other files, and their places in the main document."""

    def __init__(self, document: Document, values: Mapping[str, Any]) -> None:
        self._document = document
        self._values = values
        self._main = document.roots[0].file
        self._root: dict[str, Any] = values[self._main.uri]
        self._is_swagger = "swagger" in self._root
        self._version = str(self._root.get("openapi", "2.0"))
        self._places: dict[tuple[str, JsonPointer, str], JsonPointer] = {}
        self._pending: list[tuple[Node, JsonPointer, Kind]] = []
        self._copied_target: Node | None = None
        self._origins: dict[int, Any] = {}
        self._kept: dict[str, None] = {}
        self._inlined: list[tuple[str, JsonPointer]] = []
        self._names = SchemaNames(document)
        self._declared: dict[JsonPointer, Node] = {}
        for kind in ("schema", "parameter", "response", "requestBody", "header"):
            self._find_declared(Kind(kind))

    def _find_declared(self, kind: Kind) -> None:
        """Find the components that are only references to nodes of other files.

        The targets replace the references, so they have the names of the components.
        """
        section = component_pointer(kind, self._version, is_swagger=self._is_swagger)
        members = None if section is None else value_at(self._root, section)
        if section is None or not isinstance(members, dict):
            return
        by_target: dict[tuple[str, JsonPointer, str], list[JsonPointer]] = {}
        targets: dict[JsonPointer, Node] = {}
        for name, value in members.items():
            if _is_reference(value):
                place = (*section, name)
                target = self._target(Node(value, self._main, place), value["$ref"])
                if target is not None and target.file is not self._main:
                    key = target.file.uri, target.pointer, kind.name
                    by_target.setdefault(key, []).append(place)
                    targets[place] = target
        for key, places in by_target.items():
            name = self._names.declared(targets[places[0]])
            place = next((item for item in places if item[-1] == name), places[0])
            self._places[key] = place
            self._declared[place] = targets[place]

    def run(self) -> Bundle:
        """Return the combined document."""
        kind = root_kind(is_swagger=self._is_swagger)
        root = self._copied(Node(self._root, self._main, ()), kind, is_main=True)
        embedded = []
        while self._pending:
            target, place, target_kind = self._pending.pop(0)
            self._copied_target = target
            value = self._copied(target, target_kind, is_main=False)
            root = self._added(root, place, value)
            embedded.append(f"#{format_pointer(place)}")
        return Bundle(root, self._origins, tuple(embedded), tuple(self._kept))

    def _added(self, root: Any, place: JsonPointer, value: Any) -> Any:
        """Return an object with a value at a place, whose parents are added if missing."""
        if not place:
            return value
        old = root if isinstance(root, dict) else {}
        new = {**old, place[0]: self._added(old.get(place[0]), place[1:], value)}
        self._origins[id(new)] = self._origins.get(id(root), root)
        return new

    def _copied(self, node: Node, kind: Kind, *, is_main: bool) -> Any:
        """Return the value of a node, with references that are valid in the main document.

        Unchanged nodes of the main document are the same objects.
        """
        value = node.value
        if isinstance(value, list):
            items = [
                self._copied(self._child(node, str(i), item), kind, is_main=is_main)
                for i, item in enumerate(value)
            ]
            same = all(new is old for new, old in zip(items, value, strict=True))
            return self._replaced(items, value) if not same else value
        if not isinstance(value, dict) or kind.is_data:
            return value
        reference = value.get("$ref")
        if is_main and node.pointer in self._declared:
            target = self._declared[node.pointer]
            return self._replaced(self._declaration(target, kind, value), value)
        if isinstance(reference, str):
            inlined = self._inline(node, reference, kind, is_main)
            if inlined is not None:
                return self._replaced(inlined, value)
        members = {
            key: self._member(node, key, item, kind, is_main)
            for key, item in value.items()
            if is_main or kind.is_map or key not in _IDENTITY
        }
        if list(members) == list(value) and all(
            members[key] is value[key] for key in value
        ):
            return value
        return self._replaced(members, value)

    def _declaration(self, target: Node, kind: Kind, value: dict[str, Any]) -> Any:
        """Return a target in place of the component that refers to it.

        Annotations beside the reference are kept if the target has none of this kind.
        """
        copied = self._copied(target, kind, is_main=False)
        if not isinstance(copied, dict):
            return copied
        beside = {
            key: item
            for key, item in value.items()
            if key != "$ref" and key not in copied
        }
        return {**copied, **beside} if beside else copied

    def _replaced(self, new: Any, old: Any) -> Any:
        self._origins[id(new)] = old
        return new

    def _child(self, node: Node, key: str, value: Any) -> Node:
        return Node(value, node.file, (*node.pointer, key))

    def _member(
        self, node: Node, key: str, value: Any, kind: Kind, is_main: bool
    ) -> Any:
        if not kind.is_map and isinstance(value, str):
            if key == "$ref":
                return self._reference(node, value, kind)
            if key == "$dynamicRef":
                return self._dynamic_reference(node, value)
            if kind.name == "discriminator" and key == "defaultMapping":
                return self._mapped(node, value)
            return value
        inner = child_kind(kind, key)
        if inner.name == "mapping" and isinstance(value, dict):
            mapping = {
                name: self._mapped(node, item) if isinstance(item, str) else item
                for name, item in value.items()
            }
            return self._replaced(mapping, value) if mapping != value else value
        return self._copied(self._child(node, key, value), inner, is_main=is_main)

    def _mapped(self, node: Node, text: str) -> str:
        """Return a value of a discriminator's mapping: a name, or a reference."""
        looks_like_uri = "/" in text or "#" in text or text.endswith(_SUFFIXES)
        if not looks_like_uri:
            if node.file is self._main:
                return text
            section = "definitions" if self._is_swagger else "components/schemas"
            text = f"#/{section}/{text}"
        return self._reference(node, text, Kind("schema"))

    def _target(self, node: Node, reference: str) -> Node | None:
        """Return the direct target of a reference, as it is written; `None` if unknown."""
        place = AnyNode(node.value, node.file, node.pointer)
        target = self._document.target(place, reference)
        if isinstance(target, BrokenReference):
            return None
        value = value_at(self._values.get(target.file.uri), target.pointer)
        if value is None:
            return None
        return Node(value, target.file, target.pointer)

    def _reference(self, node: Node, reference: str, kind: Kind) -> str:
        """Return a reference that is valid in the main document."""
        target = self._target(node, reference)
        if target is None:
            self._kept[reference] = None
            return reference
        if target.file is self._main:
            if node.file is self._main:
                return reference
            return f"#{_fragment(target.pointer)}"
        place = self._place(target, kind)
        return reference if place is None else f"#{_fragment(place)}"

    def _dynamic_reference(self, node: Node, reference: str) -> str:
        """Return a dynamic reference that is valid in the main document.

        It keeps the name of its anchor, since a schema on the path to it can bind this
        name. The schema with the anchor becomes a component unless it is copied anyway.
        """
        target = self._target(node, reference)
        name = reference.partition("#")[2]
        is_anchor = name and not name.startswith("/")
        if target is None or not is_anchor:
            return self._reference(node, reference, Kind("schema"))
        copied = self._copied_target
        if copied is None or not _contains(copied, target):
            self._reference(node, reference, Kind("schema"))
        return f"#{name}"

    def _place(self, target: Node, kind: Kind) -> JsonPointer | None:
        """Return the place of the component for a node of another file."""
        kind = _kind_of(target, kind)
        key = target.file.uri, target.pointer, kind.name
        if key in self._places:
            return self._places[key]
        section = component_pointer(kind, self._version, is_swagger=self._is_swagger)
        if section is None:
            return None
        used = self._root
        for token in section:
            used = used.get(token, {}) if isinstance(used, dict) else {}
        places = self._places.values()
        names = {*used, *(place[-1] for place in places if place[:-1] == section)}
        name = base = self._name(target)
        number = 2
        while name in names:
            name, number = f"{base}_{number}", number + 1
        place = (*section, name)
        self._places[key] = place
        self._pending.append((target, place, kind))
        return place

    def _name(self, target: Node) -> str:
        """Return the name that a component has in the client, too."""
        text = "_".join(self._names.words(target))
        return re.sub(r"[^A-Za-z0-9._-]+", "_", text).strip("_") or "component"

    def _inline(
        self, node: Node, reference: str, kind: Kind, is_main: bool
    ) -> Any | None:
        """Return the target of a reference that cannot be a component, else `None`."""
        target = self._target(node, reference)
        if target is None or (target.file is self._main and node.file is self._main):
            return None
        section = component_pointer(
            _kind_of(target, kind), self._version, is_swagger=self._is_swagger
        )
        is_map = kind.is_map  # the standard allows no reference in place of a map
        if section is not None and not is_map and not is_misplaced(node.pointer):
            return None
        key = target.file.uri, target.pointer
        if key in self._inlined:
            return None
        self._inlined.append(key)
        try:
            value = self._copied(target, kind, is_main=False)
        finally:
            self._inlined.pop()
        siblings = {name: item for name, item in node.value.items() if name != "$ref"}
        return {**value, **siblings} if isinstance(value, dict) else value


_SCHEMA_PLACES = frozenset({"schemas", "definitions", "$defs"})
_SUFFIXES = (".json", ".yaml", ".yml")


def _is_reference(value: Any) -> bool:
    """Return whether a component has only a reference and annotations."""
    if not isinstance(value, dict) or not isinstance(value.get("$ref"), str):
        return False
    return not value.keys() - ANNOTATIONS - {"$ref"}


def _contains(outer: Node, inner: Node) -> bool:
    """Return whether a node is another one, or inside of it."""
    start = inner.pointer[: len(outer.pointer)]
    return inner.file is outer.file and start == outer.pointer


def _kind_of(target: Node, kind: Kind) -> Kind:
    """Return the kind of a target, which decides at places whose kind is not known."""
    outer = target.pointer[-2] if len(target.pointer) > 1 else ""
    if kind.name != "other" or outer not in _SCHEMA_PLACES:
        return kind
    return Kind("schema")


def _fragment(pointer: JsonPointer) -> str:
    """Return a pointer as the fragment of a URI (RFC 6901, section 6)."""
    return quote(format_pointer(pointer), safe="/~!$&'()*+,;=:@-._")
