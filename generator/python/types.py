"""Modules of types: views, parameters, and names of unions and literals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from ..model.types import Key
from .expressions import Docstring, Import, TypeExpr


@dataclass(frozen=True, slots=True)
class Field:
    """An attribute of a view.

    Args:
        name: in Python.
        key: on the wire.
        type: its type, null included.
        required: whether answers always hold it.
        docstring: what is said of it.
    """

    name: str
    key: str
    type: TypeExpr
    required: bool
    docstring: Docstring


@dataclass(frozen=True, slots=True)
class ModelClass:
    """A view: a class whose attributes are the keys of a JSON object."""

    name: str
    docstring: Docstring
    fields: tuple[Field, ...]
    extra: TypeExpr | None
    key: Key

    @property
    def is_class(self) -> bool:
        """Whether it is printed as a class, as views are."""
        return True


@dataclass(frozen=True, slots=True)
class AliasDefinition:
    """A name for a union, a literal or another type.

    Args:
        name: The name.
        value: The type that it stands for.
        docstring: Its documentation.
        key: Key of the declaration that it was made from.
        deferred: Whether the value names classes, which may be defined below or in
            another module, so that it cannot be evaluated where it is defined.
    """

    name: str
    value: TypeExpr
    docstring: Docstring
    key: Key
    deferred: bool

    @property
    def is_class(self) -> bool:
        """Whether it is printed as a class, as names are not."""
        return False


@dataclass(frozen=True, slots=True)
class TypeNameAlias:
    """Another name of a class, which can be called and imported as the class.

    Args:
        name: the other one.
        of: the class, of this module or of another.
        key: the declaration of the class.
    """

    name: str
    of: str
    key: Key

    @property
    def is_class(self) -> bool:
        """Whether it is printed as a class, as names are not."""
        return False


@dataclass(frozen=True, slots=True)
class ParamField:
    """A key of a parameter.

    Args:
        key: on the wire.
        type: its type.
        required: whether it must be given.
        docstring: what is said of it.
    """

    key: str
    type: TypeExpr
    required: bool
    docstring: Docstring


@dataclass(frozen=True, slots=True)
class ParamClass:
    """A parameter: a dictionary with known keys.

    Args:
        name: of the class.
        docstring: what is said of it.
        fields: its keys.
        functional: whether a key is no identifier, so that it must be written as a call.
        key: the declaration that it was made from.
    """

    name: str
    docstring: Docstring
    fields: tuple[ParamField, ...]
    functional: bool
    key: Key

    @property
    def is_class(self) -> bool:
        """Whether it is printed as a class rather than as a call."""
        return not self.functional

    @property
    def total(self) -> bool:
        """Whether all keys must be given."""
        return all(field.required for field in self.fields)

    @property
    def marks_required(self) -> bool:
        """Whether some of the keys, but not all, must be given."""
        return not self.total and any(field.required for field in self.fields)


@dataclass(frozen=True, slots=True)
class PageClass:
    """A page: a view that knows the way to the next.

    Args:
        name: of the class.
        base: the view whose fields it has; it stands in the same module.
        item: the type of the items.
        asynchronous: whether it is for async callers.
        docstring: what is said of it.
        key: the declaration of the view.
    """

    name: str
    base: str
    item: TypeExpr
    asynchronous: bool
    docstring: Docstring
    key: Key

    @property
    def is_class(self) -> bool:
        """Whether it is printed as a class, as pages are."""
        return True


TypeItem: TypeAlias = (
    ModelClass | AliasDefinition | TypeNameAlias | ParamClass | PageClass
)


@dataclass(frozen=True, slots=True)
class TypesModule:
    """A module of types.

    Args:
        name: of the module, without the package.
        docstring: its first line.
        imports: what runs.
        checking: what only type checkers see.
        items: in order.
    """

    name: str
    docstring: str
    imports: tuple[Import, ...]
    checking: tuple[Import, ...]
    items: tuple[TypeItem, ...]

    @property
    def defers_imports(self) -> bool:
        """Whether names for type checkers are also needed to evaluate annotations."""
        return bool(self.checking)

    @property
    def names(self) -> tuple[str, ...]:
        """The names that it defines, in order."""
        return tuple(item.name for item in self.items)
