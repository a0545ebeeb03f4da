"""Places of formatted values in the arguments of an operation.

The runtime checks them: a `datetime` is a `date` in Python, so that type checkers accept one
in the place of the other, and a Unix time is sent as a number.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from ...model.operations import Operation, Parameter, ParameterPlace
from ...model.types import (
    Alias,
    Anything,
    Declaration,
    DeclarationRef,
    Key,
    ListOf,
    MapOf,
    Nullable,
    Object,
    OneOf,
    Scalar,
    ScalarKind,
    TupleOf,
    Type,
    Union,
)
from ...python.constants import PlainValue
from .native_types import native_format

_ROOTS = {
    ParameterPlace.PATH: "path",
    ParameterPlace.QUERY: "query",
    ParameterPlace.HEADER: "headers",
    ParameterPlace.COOKIE: "cookies",
    ParameterPlace.QUERY_STRING: "query",
}


def native_places(
    operation: Operation,
    declarations: Mapping[Key, Declaration],
    native: Collection[str],
) -> dict[str, PlainValue]:
    """Return the places as the endpoint of the runtime has them (`formats`).

    Args:
        operation: Operation with the arguments.
        declarations: Declarations by key.
        native: The setting `native_types`.
    """
    if not native:
        return {}
    # Arguments accept a `date` and a `datetime` in any case.
    places = _Places(declarations, {*native, "date", "date-time"})
    places.add_parameters(operation.parameters)
    bodies = operation.body.all_forms if operation.body is not None else ()
    places.add("", "body", [item.type for item in bodies])
    places.read_pending()
    return places.with_formats()


class _Places:
    """Graph of the objects, arrays and maps of arguments.

    Args:
        declarations: Declarations by key.
        native: Formats as in the setting `native_types`.
    """

    def __init__(
        self, declarations: Mapping[Key, Declaration], native: Collection[str]
    ) -> None:
        self._declarations = declarations
        self._native = native
        self._nodes: dict[str, dict[str, list[str]]] = {"": {}}
        self._names: dict[object, str] = {}
        self._pending: list[tuple[str, Object | ListOf | MapOf | TupleOf]] = []

    def add_parameters(self, parameters: Iterable[Parameter]) -> None:
        """Add the places of parameters."""
        for item in parameters:
            root = _ROOTS[item.place]
            if item.place is ParameterPlace.QUERY_STRING:
                self.add("", root, [item.type])
                continue
            self._nodes[""].setdefault(root, [f"{root}s"])
            self._nodes.setdefault(f"{root}s", {})
            self.add(f"{root}s", _escape(item.name), [item.type])

    def add(self, node: str, key: str, types: Iterable[Type]) -> None:
        """Add a place, by the node that contains it and its key."""
        targets = self._nodes[node].setdefault(key, [])
        for type_ in types:
            targets += [
                item for item in self._targets(type_, set()) if item not in targets
            ]

    def read_pending(self) -> None:
        """Add the places inside of all nodes."""
        while self._pending:
            node, shape = self._pending.pop()
            match shape:
                case Object():
                    for item in shape.properties:
                        self.add(node, _escape(item.name), [item.type])
                    if shape.extra is not None:
                        self.add(node, "*", [shape.extra])
                case TupleOf(items, rest):
                    self.add(node, "*", items if rest is None else (*items, rest))
                case ListOf(item) | MapOf(item):
                    self.add(node, "*", [item])

    def with_formats(self) -> dict[str, PlainValue]:
        """Return the nodes from which a place with a format can be reached."""
        kept: set[str] = set()
        before = -1
        while before < len(kept):
            before = len(kept)
            kept |= {
                node
                for node, members in self._nodes.items()
                if any(_is_kept(each, kept) for each in members.values())
            }
        return {
            node: tuple(
                (key, *targets)
                for key, targets in members.items()
                if _is_kept(targets, kept)
            )
            for node, members in self._nodes.items()
            if node in kept
        }

    def _targets(self, type_: Type, open_: set[Key]) -> list[str]:
        """Return the formats (`=date`) and the nodes of the values of a type."""
        match type_:
            case Scalar(kind):
                format_ = native_format(type_, self._native)
                is_text = kind not in (
                    *(ScalarKind.INTEGER, ScalarKind.NUMBER),
                    *(ScalarKind.BOOLEAN, ScalarKind.NULL),
                )
                return [f"={format_}"] if format_ or is_text else []
            case Nullable(inner):
                return self._targets(inner, open_)
            case OneOf(members):
                return [each for item in members for each in self._targets(item, open_)]
            case DeclarationRef(key):
                return [] if key in open_ else self._declared(key, open_ | {key})
            case ListOf() | MapOf() | TupleOf():
                return [self._node(type_, type_)]
            case Anything():
                return ["="]
            case _:
                return []

    def _declared(self, key: Key, open_: set[Key]) -> list[str]:
        match self._declarations.get(key):
            case Object() as shape:
                return [self._node(key, shape)]
            case Union(_, members):
                return [each for item in members for each in self._targets(item, open_)]
            case Alias(_, inner):
                return self._targets(inner, open_)
            case _:
                return []

    def _node(self, identity: object, shape: Object | ListOf | MapOf | TupleOf) -> str:
        name = self._names.get(identity)
        if name is None:
            name = self._names[identity] = str(len(self._names) + 1)
            self._nodes[name] = {}
            self._pending.append((name, shape))
        return name


def _is_kept(targets: Iterable[str], kept: Collection[str]) -> bool:
    return any(item in kept or (len(item) > 1 and item[0] == "=") for item in targets)


def _escape(name: str) -> str:
    """Return the key of a member; `*` is that of items and undeclared members."""
    return f"*{name}" if name.startswith("*") else name
