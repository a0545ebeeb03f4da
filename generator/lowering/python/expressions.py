"""Types of the model become type expressions: those of answers, and those of arguments."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .type_names import TypeNames
from ...model.types import (
    Anything,
    DeclarationRef,
    JsonScalar,
    ListOf,
    Literal,
    MapOf,
    Nullable,
    Object,
    OneOf,
    Scalar,
    ScalarKind,
    Type,
    Usage,
)
from ...python.expressions import TypeExpr
from ...python.literals import literal_text

NONE = TypeExpr(("None",))
ANY = TypeExpr(("Any",), ("Any",))
OBJECT = TypeExpr(("object",))

_SCALARS = {
    ScalarKind.STRING: TypeExpr(("str",)),
    ScalarKind.INTEGER: TypeExpr(("int",)),
    ScalarKind.NUMBER: TypeExpr(("float",)),
    ScalarKind.BOOLEAN: TypeExpr(("bool",)),
    ScalarKind.NULL: NONE,
    ScalarKind.BINARY: TypeExpr(("str",)),
}
_DATES = {
    "date-time": TypeExpr(("str", "datetime"), ("datetime",)),
    "date": TypeExpr(("str", "date"), ("date",)),
}
_FILE = TypeExpr(("FileTypes",), ("FileTypes",))


def join(expressions: Iterable[TypeExpr]) -> TypeExpr:
    """A union: flat, each member once, `None` last; `Any` and `object` swallow the rest."""
    members: dict[str, None] = {}
    names: dict[str, None] = {}
    for expression in expressions:
        for everything in (ANY, OBJECT):
            if expression.members[0] == everything.members[0]:
                return everything
        members.update(dict.fromkeys(expression.members))
        names.update(dict.fromkeys(expression.names))
    if "None" in members:
        del members["None"]
        members["None"] = None
    return TypeExpr(tuple(members), tuple(sorted(names)))


def optional(expression: TypeExpr) -> TypeExpr:
    """The type or `None`."""
    if expression.members[-1] == "None" or expression.members[0] in ("Any", "object"):
        return expression
    return TypeExpr((*expression.members, "None"), expression.names)


def literal_expr(values: tuple[JsonScalar, ...]) -> TypeExpr:
    """`Literal[…]` of the values."""
    return TypeExpr((f"Literal[{', '.join(map(literal_text, values))}]",), ("Literal",))


@dataclass(frozen=True, slots=True)
class ViewTypes:
    """The types of answers."""

    names: TypeNames

    def of(self, type_: Type) -> TypeExpr:
        """The type as the attribute of a view has it."""
        match type_:
            case Scalar(kind):
                return _SCALARS[kind]
            case DeclarationRef(key):
                name = self.names.views.get(key)
                return TypeExpr((name,), (name,)) if name else ANY
            case Nullable(inner):
                return optional(self.of(inner))
            case ListOf(item):
                return _generic("list[{}]", self.of(item))
            case MapOf(value):
                return _generic("dict[str, {}]", self.of(value))
            case Literal(values):
                return literal_expr(values)
            case OneOf(members):
                return join(map(self.of, members))
            case Anything():
                return ANY


@dataclass(frozen=True, slots=True)
class ParamTypes:
    """The types of arguments, wider than those of answers: views go back in as well."""

    names: TypeNames

    def of(self, type_: Type) -> TypeExpr:
        """The type as an argument or a parameter's key has it."""
        match type_:
            case Scalar(ScalarKind.STRING, format_) if format_ in _DATES:
                return _DATES[format_]
            case Scalar(ScalarKind.BINARY):
                return _FILE
            case Scalar(kind):
                return _SCALARS[kind]
            case DeclarationRef(key):
                return self._reference(key)
            case Nullable(inner):
                return optional(self.of(inner))
            case ListOf(item):
                return _generic("Sequence[{}]", self.of(item), "Sequence")
            case MapOf(value):
                return _generic("Mapping[str, {}]", self.of(value), "Mapping")
            case Literal(values):
                return literal_expr(values)
            case OneOf(members):
                return join(map(self.of, members))
            case Anything():
                return OBJECT

    def _reference(self, key: str) -> TypeExpr:
        declaration = self.names.declarations.get(key)
        if declaration is None:
            return OBJECT
        name = self.names.parameters[key]
        view = self.names.views[key]
        if isinstance(declaration, Object) and name != view:
            if declaration.header.usage is Usage.BOTH:
                return TypeExpr((view, name), tuple(sorted((view, name))))
        return TypeExpr((name,), (name,))


def _generic(template: str, inner: TypeExpr, *names: str) -> TypeExpr:
    return TypeExpr(
        (template.format(inner.text),), tuple(sorted({*inner.names, *names}))
    )
