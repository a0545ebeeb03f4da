"""Modules of types: models, parameters and aliases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from ..model.types import Key
from .expressions import Docstring, Import, TypeExpr


@dataclass(frozen=True, slots=True)
class Field:
    """An attribute of a model.

    Args:
        name: Name in Python.
        key: Name on the wire.
        type: Type, including `None` if it is nullable or optional.
        required: Whether responses always contain it.
        docstring: Its documentation.
    """

    name: str
    key: str
    type: TypeExpr
    required: bool
    docstring: Docstring


@dataclass(frozen=True, slots=True)
class ModelClass:
    """A model: a class whose attributes are the keys of a JSON object."""

    name: str
    docstring: Docstring
    fields: tuple[Field, ...]
    extra: TypeExpr | None
    key: Key

    @property
    def is_class(self) -> bool:
        """Whether it is printed as a class statement."""
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
        """Whether it is printed as a class statement."""
        return False


@dataclass(frozen=True, slots=True)
class TypeNameAlias:
    """Another name of a class that can be imported and called like the class.

    Args:
        name: The other name.
        of: Name of the class, which is in this module or another one.
        key: Key of the declaration of the class.
    """

    name: str
    of: str
    key: Key

    @property
    def is_class(self) -> bool:
        """Whether it is printed as a class statement."""
        return False


@dataclass(frozen=True, slots=True)
class ParamField:
    """A key of a parameter class.

    Args:
        key: Name on the wire.
        type: Type of the value.
        required: Whether the key is required.
        docstring: Its documentation.
    """

    key: str
    type: TypeExpr
    required: bool
    docstring: Docstring


@dataclass(frozen=True, slots=True)
class ParamClass:
    """A parameter class: a dictionary type with declared keys.

    Args:
        name: Name of the class.
        docstring: Its documentation.
        fields: Declared keys.
        functional: Whether a key is not an identifier, which requires the call syntax.
        key: Key of the declaration that it was made from.
    """

    name: str
    docstring: Docstring
    fields: tuple[ParamField, ...]
    functional: bool
    key: Key

    @property
    def is_class(self) -> bool:
        """Whether it is printed as a class statement rather than as a call."""
        return not self.functional

    @property
    def total(self) -> bool:
        """Whether all keys are required."""
        return all(field.required for field in self.fields)

    @property
    def marks_required(self) -> bool:
        """Whether some of the keys, but not all, are required."""
        return not self.total and any(field.required for field in self.fields)


@dataclass(frozen=True, slots=True)
class PageClass:
    """A page: a model that can load the next page.

    Args:
        name: Name of the class.
        base: Model with the fields; it is in the same module.
        item: Type of the items.
        asynchronous: Whether it belongs to the async client.
        docstring: Its documentation.
        key: Key of the declaration of the model.
    """

    name: str
    base: str
    item: TypeExpr
    asynchronous: bool
    docstring: Docstring
    key: Key

    @property
    def is_class(self) -> bool:
        """Whether it is printed as a class statement."""
        return True


TypeItem: TypeAlias = (
    ModelClass | AliasDefinition | TypeNameAlias | ParamClass | PageClass
)


@dataclass(frozen=True, slots=True)
class TypesModule:
    """A module of types.

    Args:
        name: Name of the module, without the package.
        docstring: Docstring of the module.
        imports: Imports at run time.
        checking: Imports for type checkers.
        items: Types in the order of the module.
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
        """Names of the types in the order of the module."""
        return tuple(item.name for item in self.items)
