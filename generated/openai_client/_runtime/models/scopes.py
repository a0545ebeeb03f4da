"""Name resolution for annotations, and the kinds of values that they declare."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from typing import Any, NamedTuple

from .annotations import (
    NATIVE_NAMES,
    Class,
    ListOf,
    Literals,
    LiteralValue,
    MapOf,
    Name,
    Node,
    Scalar,
    TupleOf,
    Union,
    node_from_value,
)
from .records import JSONObject, type_of

_BINARY_RESPONSES = frozenset({"AsyncBinaryResponse", "BinaryResponse"})
"""Classes of the runtime that occur in return annotations and are not made from JSON."""


_MISSING: Any = object()


class Scope(NamedTuple):
    """A module, and the package that exports the names of all modules beside it.

    Modules of types do not import each other; the package imports the one that defines a
    name.
    """

    module: str
    """Dotted name; empty if the annotation does not belong to a module of types."""
    package: str
    """Dotted name; empty if there is no package."""

    def find(self, name: str) -> tuple[Any, Scope]:
        """Resolve a name.

        Returns:
            The object, and the scope in which to resolve the names of an alias.

        Raises:
            LookupError: Neither the module nor the package defines the name.
        """
        module = sys.modules.get(self.module)
        # Not by `vars`: the `__dict__` of a module of types loads all other modules.
        value = getattr(module, name, _MISSING)
        if value is not _MISSING:
            return value, self.scope_of(value)
        package = import_module(self.package) if self.package else None
        try:
            return getattr(package, name), Scope("", self.package)
        except AttributeError as error:
            if name in _BINARY_RESPONSES:
                return bytes, self
            modules = " or ".join(module for module in self if module) or "any module"
            raise LookupError(f"{name!r} is not defined in {modules}") from error

    def scope_of(self, value: Any) -> Scope:
        """Return the scope of the names of an annotation; an alias may be imported."""
        module: str | None = getattr(value, "__module__", None)
        is_alias = type(value).__name__ == "TypeAliasType"
        if not is_alias or module is None or module == self.module:
            return self
        return Scope(module, module.rpartition(".")[0])


class ScopedNode(NamedTuple):
    """A node and the scope in which its names are resolved."""

    node: Node
    scope: Scope


def alternatives(scoped: ScopedNode) -> Iterator[ScopedNode]:
    """Yield the members of a type, in order of declaration.

    Aliases and nested unions are resolved, so that no node is a `Union` or a `Name`. An
    alias that is a member of itself is skipped.

    Raises:
        LookupError: A name is not defined.
        SyntaxError: The value of an alias is not a type.
    """
    # Not recursive, because hundreds of aliases can refer to each other in a chain.
    nothing: frozenset[str] = frozenset()
    stack = [(scoped, nothing)]
    while stack:
        current, outer = stack.pop()
        node, scope = current
        if isinstance(node, Union):
            stack += [(ScopedNode(item, scope), outer) for item in node.members[::-1]]
        elif isinstance(node, Name):
            if node.name not in outer:
                value, value_scope = scope.find(node.name)
                target = ScopedNode(node_from_value(value), value_scope)
                stack.append((target, outer | {node.name}))
        else:
            yield current


def model_class(scoped: ScopedNode) -> type[JSONObject] | None:
    """Return the class of a model; `None` for other types."""
    node = scoped.node
    if isinstance(node, Class) and issubclass(node.cls, JSONObject):
        return node.cls
    return None


def accepts_null(scoped: ScopedNode) -> bool:
    """Return whether null is a value of a type."""
    return any(
        isinstance(node, Literals) and None in node.values
        for node, _ in alternatives(scoped)
    )


def literal_values(scoped: ScopedNode) -> list[LiteralValue] | None:
    """Return the values of a type that consists of literals only; otherwise `None`."""
    values: list[LiteralValue] = []
    for node, _ in alternatives(scoped):
        if not isinstance(node, Literals):
            return None
        values.extend(node.values)
    return values


_NO_LITERAL = object()


def comparison_key(value: Any) -> Any:
    """Return a hashable key that is equal for equal JSON values.

    `True == 1` in Python, but not in JSON. An array or object equals no literal.
    """
    if value is True or value is False:
        return (bool, value)
    return (
        value if value is None or isinstance(value, (str, int, float)) else _NO_LITERAL
    )


JSON_KINDS = {str: "str", bool: "bool", int: "int", float: "float", dict: "dict"}
"""Kind of a JSON value by its class in Python."""


def kind_of(value: Any) -> str:
    """Return the kind of a JSON value; for an array, also that of its first item.

    Examples are `"int"`, `"dict"`, `"list"` for an empty array, and `"list of int"`.
    """
    if type_of(value) is not list:
        return JSON_KINDS.get(type_of(value), "")
    if not value:
        return "list"
    return f"list of {JSON_KINDS.get(type_of(value[0]), 'list')}"


def declared_kinds(scoped: ScopedNode) -> frozenset[str] | None:
    """Return the kinds of the values of a type (see `kind_of`).

    Returns:
        The kinds; `None` if the type is or contains any JSON.
    """
    kinds: set[str] = set()
    for each in alternatives(scoped):
        added = _kinds_of_alternative(each)
        if added is None:
            return None
        kinds |= added
    return frozenset(kinds)


_SCALAR_KINDS = {
    "str": ("str",),
    "bytes": ("str",),
    "ReceivedFile": ("str",),
    "bool": ("bool",),
    "int": ("int",),
    "float": ("float", "int"),
    **dict.fromkeys(NATIVE_NAMES, ("str",)),
    "_UnixTime": ("float", "int"),
}
_ITEM_KINDS = frozenset({"bool", "dict", "float", "int", "list", "str", ""})


def _kinds_of_alternative(scoped: ScopedNode) -> set[str] | None:
    """Return the kinds of a type that is not a union."""
    node = scoped.node
    if isinstance(node, Scalar):
        return {*_SCALAR_KINDS[node.name]}
    if isinstance(node, Literals):
        return {type(value).__name__ for value in node.values if value is not None}
    if isinstance(node, (ListOf, TupleOf)):
        first = position_type(scoped, 0)
        kinds = _item_kinds(first) if first is not None else None
        items = kinds or _ITEM_KINDS
        return {"list", *(f"list of {kind}" for kind in items)}
    is_object = model_class(scoped) or isinstance(node, MapOf)
    return {"dict"} if is_object else None


def _item_kinds(scoped: ScopedNode) -> set[str] | None:
    """Return the kinds of items; `list` without the items of nested arrays.

    An alias can contain arrays of itself.
    """
    kinds: set[str] = set()
    for each in alternatives(scoped):
        if isinstance(each.node, (ListOf, TupleOf)):
            kinds.add("list")
        else:
            added = _kinds_of_alternative(each)
            if added is None:
                return None
            kinds |= added
    return kinds


def position_type(scoped: ScopedNode, index: int) -> ScopedNode | None:
    """Return the type of the item of an array at a position; `None` if it has none."""
    node, scope = scoped
    if isinstance(node, ListOf):
        return ScopedNode(node.item, scope)
    if not isinstance(node, TupleOf):
        return None
    item = node.items[index] if index < len(node.items) else node.rest
    return None if item is None else ScopedNode(item, scope)


def needs_conversion(scoped: ScopedNode) -> bool:
    """Return whether a value of the type can be or contain a model, a tuple or a native type.

    Resolves every name of the type, so that an undefined name is always reported.

    Raises:
        LookupError: A name is not defined.
        SyntaxError: The value of an alias is not a type.
    """
    result = False
    seen: set[tuple[str, Scope]] = set()
    stack = [scoped]
    while stack:
        node, scope = stack.pop()
        if isinstance(node, Name):
            if (node.name, scope) not in seen:
                seen.add((node.name, scope))
                value, value_scope = scope.find(node.name)
                stack.append(ScopedNode(node_from_value(value), value_scope))
        elif isinstance(node, Class):
            result = result or issubclass(node.cls, JSONObject)
        else:
            is_native = isinstance(node, Scalar) and node.name in NATIVE_NAMES
            result = result or isinstance(node, TupleOf) or is_native
            stack += [ScopedNode(child, scope) for child in _list_children(node)]
    return result


def _list_children(node: Node) -> tuple[Node, ...]:
    """Return the types that a type contains."""
    if isinstance(node, ListOf):
        return (node.item,)
    if isinstance(node, MapOf):
        return (node.value,)
    if isinstance(node, Union):
        return node.members
    if isinstance(node, TupleOf):
        return node.items if node.rest is None else (*node.items, node.rest)
    return ()
