"""Lowering of types to type expressions, for responses and for arguments."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import field, replace

from ...frozen_dataclass import dataclass
from ...model.types import (
    Access,
    Anything,
    DeclarationRef,
    JsonScalar,
    Key,
    ListOf,
    Literal,
    MapOf,
    Nothing,
    Nullable,
    Object,
    OneOf,
    Scalar,
    ScalarKind,
    TupleOf,
    Type,
    Usage,
)
from ...python import expressions as tree
from ...python.expressions import (
    ANY,
    NEVER,
    NONE,
    OBJECT,
    Name,
    Subscript,
    TypeExpr,
    tuple_expr,
    union_members,
    union_of,
)
from .native_types import native_type
from .type_names import TypeNames

_SCALARS = {
    ScalarKind.STRING: Name("str"),
    ScalarKind.INTEGER: Name("int"),
    ScalarKind.NUMBER: Name("float"),
    ScalarKind.BOOLEAN: Name("bool"),
    ScalarKind.NULL: NONE,
    ScalarKind.BINARY: Name("str"),
    ScalarKind.FILE: Name("ReceivedFile"),
}
_STRING = Scalar(ScalarKind.STRING)
_DATES = {
    "date-time": union_of((Name("str"), Name("datetime"))),
    "date": union_of((Name("str"), Name("date"))),
}
_FILE = Name("FileTypes")
_ANYTHING = (ANY.name, OBJECT.name)


def join(expressions: Iterable[TypeExpr]) -> TypeExpr:
    """Return a union without duplicates, or `Any` or `object` if it is a member."""
    members = tuple(expressions)
    for member in members:
        if _is_anything(member):
            return member
    return union_of(members)


def optional(expression: TypeExpr) -> TypeExpr:
    """Return the union of a type and `None`."""
    members = union_members(expression)
    if _is_anything(expression) or members[-1] == NONE:
        return expression
    # The members of a union are distinct, and `None` is the last.
    return tree.Union((*members, NONE))


def _is_anything(expression: TypeExpr) -> bool:
    return isinstance(expression, Name) and expression.name in _ANYTHING


def literal_expr(values: tuple[JsonScalar, ...]) -> TypeExpr:
    """Return the `Literal` type of the values."""
    return tree.Literal(values)


@dataclass(frozen=True, slots=True)
class ModelTypes:
    """Type expressions of responses.

    Args:
        names: Names of the types of responses, by declaration.
        native: The setting `native_types`.
    """

    names: Mapping[Key, str]
    native: Collection[str] = ()

    def of(self, type_: Type) -> TypeExpr:
        """Return the type expression of a type, as for an attribute of a model."""
        match type_:
            case Scalar(kind):
                return native_type(type_, self.native) or _SCALARS[kind]
            case DeclarationRef(key):
                name = self.names.get(key)
                return Name(name) if name else ANY
            case Nullable(inner):
                return optional(self.of(inner))
            case ListOf(item):
                return Subscript("list", (self.of(item),))
            case TupleOf(items, rest):
                tail = self.of(rest) if rest is not None else None
                return tuple_expr(map(self.of, items), tail)
            case MapOf(value, key_type):
                keys = self.of(key_type or _STRING)
                return Subscript("dict", (keys, self.of(value)))
            case Literal(values):
                return literal_expr(values)
            case OneOf(members):
                return join(map(self.of, members))
            case Anything():
                return ANY
            case Nothing():
                return NEVER


@dataclass(frozen=True, slots=True)
class ParamTypes:
    """Type expressions of arguments, which accept models as well.

    Args:
        names: Names of the declarations.
        accepts_extra: Whether objects with typed additional properties accept
            dictionaries with undeclared keys.
        accepted: Objects of responses that are accepted as arguments, by the object that
            the request declares.
        native: The setting `native_types`.
    """

    names: TypeNames
    accepts_extra: bool = True
    accepted: Mapping[Key, Sequence[Key]] = field(default_factory=dict)
    native: Collection[str] = ()

    def of(self, type_: Type) -> TypeExpr:
        """Return the type expression of a type, as for an argument or a key."""
        match type_:
            case Scalar(ScalarKind.STRING, format_) if format_ in _DATES:
                return _DATES[format_]
            case Scalar(ScalarKind.BINARY):
                return _FILE
            case Scalar(kind):
                native = native_type(type_, self.native)
                return join((_SCALARS[kind], native)) if native else _SCALARS[kind]
            case DeclarationRef(key):
                return self._reference(key)
            case Nullable(inner):
                return optional(self.of(inner))
            case ListOf(item):
                return Subscript("Sequence", (self.of(item),))
            case TupleOf(items, rest):
                tail = self.of(rest) if rest is not None else None
                return tuple_expr(map(self.of, items), tail)
            case MapOf(value, key_type):
                keys = self.of(key_type or _STRING)
                return Subscript("Mapping", (keys, self.of(value)))
            case Literal(values):
                return literal_expr(values)
            case OneOf(members):
                return join(map(self.of, members))
            case _:
                return NEVER if isinstance(type_, Nothing) else OBJECT

    def _reference(self, key: str) -> TypeExpr:
        declaration = self.names.declarations.get(key)
        if declaration is None:
            return OBJECT
        name = self.names.parameters[key]
        model = self.names.models[key]
        if not isinstance(declaration, Object):
            return Name(name)
        members: list[TypeExpr] = [Name(name)]
        is_shared = name != model and declaration.header.usage is Usage.BOTH
        # A model has no properties that are sent in requests only.
        if is_shared and not any(
            item.required and item.access is Access.WRITE_ONLY
            for item in declaration.properties
        ):
            members.insert(0, Name(model))
        members += (
            Name(self.names.models[each]) for each in self.accepted.get(key, ())
        )
        if self.accepts_extra and declaration.extra is not None:
            members.append(self._mapping(declaration, declaration.extra))
        return union_of(tuple(members))

    def _mapping(self, declaration: Object, extra: Type) -> TypeExpr:
        """Return the type of a dictionary with undeclared keys.

        Not all type checkers support the `extra_items` of a `TypedDict`.
        """
        # Without the mappings of nested objects, which may contain this object.
        types = replace(self, accepts_extra=False)
        values = [
            types.of(item.type)
            for item in declaration.properties
            if item.access is not Access.READ_ONLY
        ]
        return Subscript("Mapping", (Name("str"), join([*values, types.of(extra)])))
