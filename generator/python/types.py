"""Type modules: models, parameters, and aliases of unions and literals."""

from __future__ import annotations

from typing import TypeAlias

from ..frozen_dataclass import dataclass
from ..model.types import Key
from .expressions import Docstring, Import, TypeExpr


@dataclass(frozen=True, slots=True)
class Field:
    """An attribute of a model.

    Args:
        name: Python name.
        key: Key of the JSON object.
        type: Type of the attribute, including `None` if the value can be null.
        required: Whether the key is always in the response.
        docstring: Docstring of the attribute.
    """

    name: str
    key: str
    type: TypeExpr
    required: bool
    docstring: Docstring


@dataclass(frozen=True, slots=True)
class JoinedField:
    """An attribute of a model that joins the text of tagged items of an array.

    Args:
        name: Python name.
        array: Key of the array.
        tag: Key and value that identify the items.
        text: Key of the text of an item.
        inner: Keys of arrays inside the items.
        docstring: Docstring of the attribute.
    """

    name: str
    array: str
    tag: tuple[str, str]
    text: str
    inner: tuple[str, ...]
    docstring: Docstring


@dataclass(frozen=True, slots=True)
class Decoder:
    """A method of a model that decodes the content of a string.

    Args:
        name: Name of the method.
        attribute: Name of the attribute.
        key: Key of the JSON object.
        encoding: How the string represents bytes; `""` if it is the text of a JSON value.
        json: Type of the JSON value; `None` if the content is bytes.
        returns: Type of the result, including `None` if there can be no string.
        docstring: Docstring of the method.
    """

    name: str
    attribute: str
    key: str
    encoding: str
    json: TypeExpr | None
    returns: TypeExpr
    docstring: Docstring


TOOL_CALL_ATTRIBUTES = frozenset(("parsed_arguments", "parse_arguments"))
"""Attributes of a model whose objects are calls of tools."""


@dataclass(frozen=True, slots=True)
class ModelClass:
    """A model class, whose attributes are the keys of a JSON object.

    Args:
        name: Name of the class.
        docstring: Docstring of the class.
        fields: Attributes of the class.
        extra: Type of undeclared keys; `None` if the schema does not define it.
        key: Key of the declaration.
        base: Name of the class that the schema extends; `""` if there is none.
        read_only: Keys that requests omit.
        joined: Attributes that are computed.
        call: Keys of the name and the arguments, if objects are calls of tools.
        decoders: Methods that decode the contents of strings.
    """

    name: str
    docstring: Docstring
    fields: tuple[Field, ...]
    extra: TypeExpr | None
    key: Key
    base: str = ""
    read_only: tuple[str, ...] = ()
    joined: tuple[JoinedField, ...] = ()
    call: tuple[str, str] | tuple[()] = ()
    decoders: tuple[Decoder, ...] = ()

    @property
    def computed(self) -> tuple[str, ...]:
        """Names of the computed attributes, and of the methods that decode strings."""
        joined = (item.name for item in self.joined)
        return *joined, *(item.name for item in self.decoders)

    @property
    def is_class(self) -> bool:
        """Whether the type is printed as a class; models always are."""
        return True


@dataclass(frozen=True, slots=True)
class AliasDefinition:
    """An alias of a union, a literal or another type.

    Args:
        name: Name of the alias.
        value: Aliased type.
        docstring: Docstring of the alias.
        key: Key of the declaration.
        deferred: Whether evaluation is deferred, because the value names classes that may
            be defined below or in another module.
        recursive: Whether the alias contains itself, directly or through classes.
    """

    name: str
    value: TypeExpr
    docstring: Docstring
    key: Key
    deferred: bool
    recursive: bool = False

    @property
    def is_class(self) -> bool:
        """Whether the type is printed as a class; aliases never are."""
        return False


@dataclass(frozen=True, slots=True)
class TypeNameAlias:
    """Another name of a class, which can be called and imported like the class.

    Args:
        name: Additional name.
        of: Name of the class, in this module or another.
        key: Key of the declaration of the class.
        deprecated: Whether using the name warns.
        until: Version of the package that removes the name; `""` for none.
        is_own: Whether a class of the user replaces the class, which this module defines.
    """

    name: str
    of: str
    key: Key
    deprecated: bool = False
    until: str = ""
    is_own: bool = False

    @property
    def is_class(self) -> bool:
        """Whether the type is printed as a class; aliases never are."""
        return False

    @property
    def local(self) -> str:
        """The name of the class in this module."""
        return f"_{self.of}" if self.is_own else self.of


@dataclass(frozen=True, slots=True)
class ParamField:
    """A key of a parameter class.

    Args:
        key: Key of the dictionary and of the JSON object.
        type: Type of the value.
        required: Whether the key is required.
        docstring: Docstring of the key.
    """

    key: str
    type: TypeExpr
    required: bool
    docstring: Docstring


@dataclass(frozen=True, slots=True)
class ParamClass:
    """A parameter class: a `TypedDict` of the keys of a JSON object.

    Args:
        name: Name of the class.
        docstring: Docstring of the class.
        fields: Keys of the dictionary.
        functional: Whether the functional syntax is required, because a key is not an
            identifier.
        key: Key of the declaration.
        extra: Type of undeclared keys; `None` if the schema does not define it. It is
            documented only: mypy rejects `extra_items` (PEP 728).
    """

    name: str
    docstring: Docstring
    fields: tuple[ParamField, ...]
    functional: bool
    key: Key
    extra: TypeExpr | None = None

    @property
    def is_class(self) -> bool:
        """Whether the type is printed as a class rather than in the functional syntax."""
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
    """A page class: a model that can request the next page.

    Args:
        name: Name of the class.
        base: Model class of the response, in the same module.
        item: Type of the items.
        asynchronous: Whether the class is for async methods.
        docstring: Docstring of the class.
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
        """Whether the type is printed as a class; pages always are."""
        return True


TypeItem: TypeAlias = (
    ModelClass | AliasDefinition | TypeNameAlias | ParamClass | PageClass
)


@dataclass(frozen=True, slots=True)
class TypesModule:
    """A module of types.

    Args:
        name: Name of the module, without the package.
        docstring: First line of the docstring.
        imports: Imports that run.
        checking: Imports for type checkers only.
        items: Types, in the order of their definitions.
        parts: Modules that define the types if there are too many for one file; then the
            module imports them when they are used. Their names are private.
        public: Name of the module that exports the types of a part; `""` if the module is
            no part.
        own: Models that a class of the user extends and replaces.
    """

    name: str
    docstring: str
    imports: tuple[Import, ...]
    checking: tuple[Import, ...]
    items: tuple[TypeItem, ...]
    parts: tuple[TypesModule, ...] = ()
    public: str = ""
    own: tuple[str, ...] = ()

    @property
    def defers_imports(self) -> bool:
        """Whether evaluating annotations needs the imports for type checkers."""
        return bool(self.checking)

    @property
    def names(self) -> tuple[str, ...]:
        """The names that the module defines, in order, without deprecated ones."""
        return tuple(item.name for item in self.current_items)

    @property
    def current_items(self) -> tuple[TypeItem, ...]:
        """The types without deprecated names."""
        return tuple(item for item in self.items if not _is_deprecated(item))

    @property
    def deprecated(self) -> tuple[TypeNameAlias, ...]:
        """The deprecated names."""
        return tuple(
            item
            for item in self.items
            if isinstance(item, TypeNameAlias) and item.deprecated
        )

    @property
    def exported(self) -> tuple[str, ...]:
        """The names that the package of types exports from this module, in order."""
        return tuple(name for name in self.names if name not in self.own)

    @property
    def files(self) -> tuple[TypesModule, ...]:
        """The modules that define the types: the parts, or the module itself."""
        return self.parts or (self,)


def _is_deprecated(item: TypeItem) -> bool:
    return isinstance(item, TypeNameAlias) and item.deprecated
