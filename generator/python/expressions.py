"""Type expressions, docstrings and imports of emitted code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from typing import TypeAlias

from ..frozen_dataclass import dataclass
from ..model.types import JsonScalar


@dataclass(frozen=True, slots=True)
class Name:
    """A type that is referred to by name: `str`, `None`, `ChatCompletion`."""

    name: str


@dataclass(frozen=True, slots=True)
class Subscript:
    """A generic type with its arguments: `list[str]`.

    Args:
        base: Name of the generic type. Empty for the parameter list of a `Callable`.
        arguments: Type arguments, at least one.
    """

    base: str
    arguments: tuple[TypeExpr, ...]


@dataclass(frozen=True, slots=True)
class Union:
    """A union of two or more types, none of them a union.

    Args:
        members: Distinct types in order; `None`, if present, is the last.
    """

    members: tuple[TypeExpr, ...]

    @property
    def is_long(self) -> bool:
        """Whether the union is written as `Union[…]`."""
        return len(self.members) > MAX_OPERATOR_MEMBERS


@dataclass(frozen=True, slots=True, eq=False)
class Literal:
    """`Literal[…]` with one or more values.

    Values of different types are different, although `1 == True` in Python.
    """

    values: tuple[JsonScalar, ...]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Literal) and self._typed() == other._typed()

    def __hash__(self) -> int:
        return hash(self._typed())

    def _typed(self) -> tuple[tuple[type, JsonScalar], ...]:
        return tuple((type(value), value) for value in self.values)


TypeExpr: TypeAlias = Name | Subscript | Union | Literal
"""A type as an annotation or alias of emitted code."""

THIRD_PARTY = frozenset({"httpx2", "typing_extensions"})
"""Modules outside the standard library that emitted code imports."""

NONE = Name("None")
ANY = Name("Any")
NEVER = Name("Never")
OBJECT = Name("object")

MAX_OPERATOR_MEMBERS = 100
"""Members of the longest union that is written with `|`.

Each operator nests an expression one level deeper, and pyright rejects expressions that
are nested more than 256 levels deep. Longer unions are written as `Union[…]`.
"""

NATIVE_TYPES: Mapping[str, str] = {
    "_datetime": "datetime",
    "_date": "datetime",
    "_timedelta": "datetime",
    "_UUID": "uuid",
    "_Decimal": "decimal",
    "_bytes": "builtins",
}
"""Modules of classes that emitted code imports with an underscore before their names.

Fields and types of the API can have the names without it.
"""

UNIX_TIME = "_UnixTime"
"""Class of the runtime that emitted code imports with an underscore as well."""

_UNPACKED = "*tuple"
_BUILTINS = frozenset(
    (
        *(
            "None",
            "bool",
            "bytes",
            "float",
            "int",
            "object",
            "str",
            "dict",
            "list",
            "tuple",
        ),
        *("builtins.list", _UNPACKED, "..."),
        *("_runtime.ParsedT", "_runtime.ParsedType", "_runtime.ToolType"),
    )
)


def union_members(type_: TypeExpr) -> tuple[TypeExpr, ...]:
    """Return the members of a union, or the type itself as the only member."""
    return type_.members if isinstance(type_, Union) else (type_,)


def union_of(members: Iterable[TypeExpr]) -> TypeExpr:
    """Return the union of types: flat, each member once, `None` last.

    Args:
        members: One or more types; unions among them are flattened.
    """
    distinct = dict.fromkeys(item for type_ in members for item in union_members(type_))
    if NONE in distinct:
        del distinct[NONE]
        distinct[NONE] = None
    ordered = tuple(distinct)
    return ordered[0] if len(ordered) == 1 else Union(ordered)


def spelled(type_: TypeExpr) -> TypeExpr:
    """Return a type as it is written: a long union as `Union[…]`."""
    if isinstance(type_, Union) and type_.is_long:
        return Subscript("Union", type_.members)
    return type_


def tuple_expr(items: Iterable[TypeExpr], rest: TypeExpr | None) -> TypeExpr:
    """Return the type of a tuple: `tuple[A, B]` or `tuple[A, B, *tuple[C, ...]]`.

    Args:
        items: Types of the positions, at least one.
        rest: Type of any number of items after these; `None` if there are none.
    """
    arguments = tuple(items)
    if rest is not None:
        arguments += (Subscript(_UNPACKED, (rest, Name("..."))),)
    return Subscript("tuple", arguments)


def is_unpacked(type_: TypeExpr) -> bool:
    """Return whether a type argument is the variable tail of a tuple."""
    return isinstance(type_, Subscript) and type_.base == _UNPACKED


def imported_as(name: str) -> str:
    """Return the import of a name: `datetime as _datetime` for a native type."""
    is_native = name in NATIVE_TYPES or name == UNIX_TIME
    return f"{name[1:]} as {name}" if is_native else name


def documented_name(name: str) -> str:
    """Return the name of a type in the reference: that of a native type in Python."""
    return name[1:] if name in NATIVE_TYPES or name == UNIX_TIME else name


def has_name(type_: TypeExpr, name: str) -> bool:
    """Return whether a name occurs in a type."""
    return name in _names_in((type_,))


def refers_to(type_: TypeExpr, names: Set[str]) -> bool:
    """Return whether one of several names of types occurs in a type."""
    match type_:
        case Name():
            return type_.name in names
        case Subscript():
            return any(refers_to(item, names) for item in type_.arguments)
        case Union():
            return any(refers_to(item, names) for item in type_.members)
        case Literal():
            return False


def imported_names(*types: TypeExpr) -> tuple[str, ...]:
    """Return the names that types need in scope besides builtins, sorted."""
    return tuple(sorted(_names_in(types) - _BUILTINS))


def _names_in(types: Iterable[TypeExpr]) -> set[str]:
    """Return the names that occur in types, and those that write their constructs."""
    names = set()
    pending = list(types)
    while pending:
        match type_ := pending.pop():
            case Name():
                names.add(type_.name)
            case Literal():
                names.add("Literal")
            case Subscript():
                names.add(type_.base)
                pending += type_.arguments
            case Union():
                if type_.is_long:
                    names.add("Union")
                pending += type_.members
    # The parameter list of a `Callable` has no name.
    names.discard("")
    return names


def renamed(type_: TypeExpr, names: dict[str, str]) -> TypeExpr:
    """Return a type with some of its names replaced.

    Args:
        type_: The type.
        names: The new name by the old one.
    """
    match type_:
        case Name(name):
            return Name(names.get(name, name))
        case Subscript(base, arguments):
            replaced = tuple(renamed(argument, names) for argument in arguments)
            return Subscript(names.get(base, base), replaced)
        case Union(members):
            return Union(tuple(renamed(member, names) for member in members))
        case Literal():
            return type_


@dataclass(frozen=True, slots=True)
class ArgumentDoc:
    """An entry of the `Args:` section of a docstring."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Docstring:
    """A docstring before it is broken into lines.

    Args:
        text: CommonMark of the document; its first paragraph is the summary.
        arguments: Entries of the `Args:` section.
        returns: Content of the `Returns:` section, or `""`.
        example: A call as Python source, or `""`.
        summary: A short sentence in place of the first one of `text` if that does not
            fit on one line; `""` for none.
        raises: Content of the `Raises:` section, or `""`.
    """

    text: str
    arguments: tuple[ArgumentDoc, ...] = ()
    returns: str = ""
    example: str = ""
    summary: str = ""
    raises: str = ""

    @property
    def has_content(self) -> bool:
        """Whether the docstring has any content."""
        return any(
            (self.text, self.arguments, self.returns, self.example, self.summary)
        )


@dataclass(frozen=True, slots=True)
class Import:
    """An import statement.

    Args:
        module: Module as written after `from`: `typing`, `.._runtime`, `.chat`.
        names: Imported names in order; `a as b` for a renamed one. Empty for
            `import module`.
    """

    module: str
    names: tuple[str, ...] = ()

    @property
    def group(self) -> int:
        """Position of its block: standard library, other libraries, the package."""
        if self.module.startswith("."):
            return 2
        return 1 if self.module in THIRD_PARTY else 0
