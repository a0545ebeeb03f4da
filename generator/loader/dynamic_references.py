"""Static resolution of `$dynamicRef` (JSON Schema 2020-12, section 8.2.3.2).

A `$dynamicRef` refers to the `$dynamicAnchor` of the outermost schema on the path of
references by which it was reached. A generic schema, such as a page of any items, can
thus be bound to a type by each schema that refers to it:

    UserPage: {$ref: '#/components/schemas/Page', $defs: {item: {$dynamicAnchor: item, …}}}

Types have no dynamic scope. Therefore each such `$ref` is replaced by a copy of its target
in which the dynamic references are static. Parts of the target without dynamic references
are not copied, so that all bindings share their types.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from urllib.parse import quote

from ..openapi.document import BrokenReference, Document
from ..openapi.node import Moved, Referable
from ..openapi.schema import ANNOTATIONS
from ..source import JsonPointer, SourceFile, format_pointer
from .references import DATA

_KEYWORD = "$dynamicRef"
_ANCHOR = "$dynamicAnchor"
_IDENTITY = frozenset({"$id", "$anchor", _ANCHOR, "$defs"})
_COMPOUND = frozenset({"$ref", _KEYWORD, "allOf", "anyOf", "oneOf"})
_WRAPPER = _IDENTITY | ANNOTATIONS
"""Keywords beside a reference that do not change which values are valid."""

_MAX_COPIES = 5_000
"""Copied schemas of one document; further dynamic references are reported."""

_Scope: TypeAlias = Mapping[str, "_Schema"]
"""Schemas with a dynamic anchor by its name, those of outer schemas first."""


class _Schema(Referable):
    """A schema, or another value in which references may occur."""

    __slots__ = ()
    kind = "node"

    @property
    def address(self) -> str:
        """Absolute URI of the schema."""
        return f"{self.file.uri}#{quote(format_pointer(self.pointer), safe='/~')}"

    @property
    def dynamic_name(self) -> str:
        """Name of the anchor to which `$dynamicRef` refers; `""` for none."""
        name = self.text(_KEYWORD).partition("#")[2]
        return "" if name.startswith("/") else name

    def children(self) -> Iterator[tuple[str, _Schema]]:
        """Yield the objects and arrays in the value, except data."""
        value = self.value
        if isinstance(value, dict):
            members = [(key, item) for key, item in value.items() if key not in DATA]
        else:
            members = [(str(index), item) for index, item in enumerate(value)]
        for key, item in members:
            if isinstance(item, Moved):
                yield key, _Schema(item, *item.place(self.file))
            elif isinstance(item, dict | list):
                yield key, _Schema(item, self.file, (*self.pointer, key))

    def anchors(self) -> dict[str, _Schema]:
        """Return the schemas with a dynamic anchor: this one, and its `$defs`."""
        definitions = self.raw("$defs")
        members = [self]
        if isinstance(definitions, dict):
            pointer = (*self.pointer, "$defs")
            members += [
                _Schema(item, self.file, (*pointer, key))
                for key, item in definitions.items()
            ]
        return {item.text(_ANCHOR): item for item in members if item.text(_ANCHOR)}


def replace_dynamic_references(document: Document) -> None:
    """Replace dynamic references in the trees of a document by static ones.

    A dynamic reference whose anchor does not exist is kept.
    """
    for loaded in document.files.values():
        if _KEYWORD in loaded.source.text:
            break
    else:
        return
    replacer = _Replacer(document)
    for loaded in document.files.values():
        if isinstance(loaded.value, dict):
            replacer.visit(_Schema(loaded.value, loaded.source, ()), {})
    replacer.apply()


@dataclass(slots=True)
class _Replacer:
    """Collects replacements, and applies them when all of them are known."""

    document: Document
    _replacements: list[tuple[dict[str, Any], dict[str, Any]]] = field(
        default_factory=list
    )
    _names: dict[object, frozenset[str]] = field(default_factory=dict)
    _wrappers: dict[object, str] = field(default_factory=dict)
    _copies: int = 0

    def visit(self, root: _Schema, scope: _Scope) -> None:
        """Collect the replacements in a tree."""
        stack = [(root, scope)]
        while stack:
            node, outer = stack.pop()
            inner = {**node.anchors(), **outer}
            if node.is_mapping:
                self._note_wrapper(node)
                value = self._replace(node, inner, node, {})
                if value is not None:
                    self._replacements.append((node.value, value))
            stack += [(child, inner) for _, child in node.children()]

    def _note_wrapper(self, node: _Schema) -> None:
        """Record the address of a schema that consists of an `allOf` with one part."""
        parts = node.raw("allOf")
        if isinstance(parts, list) and len(parts) == 1:
            if node.value.keys() <= _WRAPPER | {"allOf"}:
                key = (node.file.uri, (*node.pointer, "allOf", "0"))
                self._wrappers[key] = node.address

    def apply(self) -> None:
        """Replace the values in the trees."""
        for node, value in self._replacements:
            node.clear()
            node.update(value)

    def _replace(
        self,
        node: _Schema,
        scope: _Scope,
        place: _Schema,
        open_copies: Mapping[object, str],
    ) -> dict[str, Any] | None:
        """Return the replacement of a reference, or `None` to keep it.

        Args:
            node: Schema that may be a reference.
            scope: Anchors of the enclosing schemas.
            place: Location of the result.
            open_copies: Addresses of the copies that contain the result.
        """
        if node.dynamic_name:
            anchor = scope.get(node.dynamic_name) or self._find_anchor(node)
            if anchor is None:
                return None
            siblings = {k: v for k, v in node.value.items() if k != _KEYWORD}
            return {**siblings, **self._refer(anchor)}
        if node.reference is None or not scope:
            return None
        target = self.document.resolve(node)
        if isinstance(target, BrokenReference) or not isinstance(target.value, dict):
            return None
        if self._reachable_names(target).isdisjoint(scope):
            return None
        siblings = {k: v for k, v in node.value.items() if k != "$ref"}
        if target.key in open_copies:
            return {**siblings, "$ref": open_copies[target.key]}
        address = place.address
        others = siblings.get("allOf", [])
        if siblings:
            pointer = (*place.pointer, "allOf", str(len(others)))
            place = _Schema(None, place.file, pointer)
        is_wrapper = siblings.keys() <= _WRAPPER
        address = self._wrappers.get(place.key, address if is_wrapper else "")
        address = address or place.address
        copy = self._copy(target, scope, place, {**open_copies, target.key: address})
        return {**siblings, "allOf": [*others, copy]} if siblings else copy

    def _copy(
        self,
        node: _Schema,
        scope: _Scope,
        place: _Schema,
        open_copies: Mapping[object, str],
    ) -> dict[str, Any]:
        """Return a copy of a schema whose dynamic references are static."""
        self._copies += 1
        if self._copies > _MAX_COPIES:
            return {"$ref": node.address}
        scope = {**node.anchors(), **scope}
        replaced = self._replace(node, scope, place, open_copies)
        if replaced is not None:
            return replaced
        copy = {key: item for key, item in node.value.items() if key not in _IDENTITY}
        if node.reference is not None:
            target = self.document.target(node, node.reference)
            if not isinstance(target, BrokenReference):
                copy["$ref"] = target.address
        for key, child in node.children():
            if key in copy:
                copy[key] = self._copy_child(
                    child, scope, (*place.pointer, key), place.file, open_copies
                )
        return copy

    def _copy_child(
        self,
        child: _Schema,
        scope: _Scope,
        pointer: JsonPointer,
        file: SourceFile,
        open_copies: Mapping[object, str],
    ) -> Any:
        """Return a copy of a value that contains dynamic references, else the value."""
        if isinstance(child.value, list):
            copies = list(child.value)
            for index, item in child.children():
                copies[int(index)] = self._copy_child(
                    item, scope, (*pointer, index), file, open_copies
                )
            return copies
        if self._reachable_names(child).isdisjoint(scope):
            if child.has("properties"):  # a class, which is named after its location
                return {"$ref": child.address}
            return Moved(child.pointer, child.value, child.file)
        return self._copy(child, scope, _Schema(None, file, pointer), open_copies)

    def _reachable_names(self, root: _Schema) -> frozenset[str]:
        """Return the names of the dynamic references in a schema and its targets."""
        if root.key not in self._names:
            names: set[str] = set()
            seen: set[object] = set()
            stack = [root]
            while stack:
                node = stack.pop()
                if node.key in seen:
                    continue
                seen.add(node.key)
                if node.dynamic_name:
                    names.add(node.dynamic_name)
                if node.reference is not None:
                    target = self.document.resolve(node)
                    if not isinstance(target, BrokenReference):
                        stack.append(target)
                stack += [child for key, child in node.children() if key != "$defs"]
            self._names[root.key] = frozenset(names)
        return self._names[root.key]

    def _find_anchor(self, node: _Schema) -> _Schema | None:
        """Return the schema to which a dynamic reference refers outside of any scope."""
        target = self.document.target(node, node.text(_KEYWORD))
        return None if isinstance(target, BrokenReference) else target

    def _refer(self, target: _Schema) -> dict[str, Any]:
        """Return a reference to a bound schema; empty if it is a mere placeholder."""
        if not isinstance(target.value, dict):
            return {}
        content = {
            key: item
            for key, item in target.value.items()
            if key not in ANNOTATIONS and key not in _IDENTITY
        }
        if content in ({}, {"not": {}}, {"not": True}) and not target.has("$defs"):
            return {}
        if not any(isinstance(item, dict) for item in content.values()) and not (
            content.keys() & _COMPOUND
        ):
            return content  # a scalar needs no name
        if content.keys() == {"$ref"} and target.reference is not None:
            direct = self.document.target(target, target.reference)
            if not isinstance(direct, BrokenReference):
                return {"$ref": direct.address}
        return {"$ref": target.address}
