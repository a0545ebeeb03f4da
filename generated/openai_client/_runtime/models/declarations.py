"""Declarations of models: the fields that a class and its base classes annotate."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from operator import itemgetter
from typing import Any, Literal, NamedTuple, TypeAlias, TypeVar, get_origin

from ..lazy import module_namespace
from .annotations import is_scalar, is_scalar_or_literal, node_from_value
from .records import JSONObject, MissingField, RenamedField
from .scopes import (
    Scope,
    ScopedNode,
    accepts_null,
    comparison_key,
    declared_kinds,
    literal_values,
)

T = TypeVar("T")

Converter: TypeAlias = Callable[[Any], Any]
"""A function from decoded JSON to a value with models."""


class AnnotationError(TypeError):
    """An annotation that cannot be parsed or that names an undefined type."""


class Annotation(NamedTuple):
    """An annotation and its location."""

    value: Any
    """Usually a string (see `annotations.node_from_value`)."""
    scope: Scope
    location: str
    """Name of the annotated object, for messages: `"acme.types.chat.Choice.message"`."""
    is_nested: bool = False
    """Whether its class is inside a function or another class."""

    @property
    def is_scalar_or_literal(self) -> bool:
        """Whether the unparsed annotation is known to contain no class."""
        if not isinstance(self.value, str) or is_scalar_or_literal(self.value):
            return isinstance(self.value, str)
        if self.scope.module not in sys.modules:
            return False
        # An alias in the same module; no other module is imported for it.
        names = module_namespace(self.scope.module)
        return get_origin(names.get(self.value.removesuffix(" | None"))) is Literal

    def read(self, action: Callable[[ScopedNode], T]) -> T:
        """Parse the annotation and return the result of a function of its node.

        Raises:
            AnnotationError: The annotation is invalid, or one of its names is undefined.
        """
        try:
            scope = self.scope.scope_of(self.value)
            return action(ScopedNode(node_from_value(self.value), scope))
        except (LookupError, SyntaxError) as error:
            message = f"{self.location}: invalid annotation {self.value!r}: {error}"
            if self.is_nested:
                # Names in strings are those of a module, not of a function or class.
                message += "; define classes at module level"
            raise AnnotationError(message) from error


class Field(NamedTuple):
    """A declared field."""

    name: str
    """Name of the attribute."""
    key: str
    """JSON key."""
    required: bool
    renamed: bool
    """Whether the field has a descriptor."""
    annotation: Annotation


class Declaration:
    """The fields of a class, including those of its base classes.

    Attributes:
        by_name: The fields by attribute name.
        by_key: The fields by JSON key.
        extra: Annotation of undeclared members; `None`: any JSON.
        base: Name of the class that this one extends in its API; `None` if there is none.
        present: Function that raises `KeyError` if an object lacks a required field. It
            ignores the fields that an earlier object lacked.
        convert: Converter of the class; `None` until `conversion` builds it.
    """

    __slots__ = (
        "_checked_keys",
        "_cls",
        "_kinds",
        "_literals",
        "base",
        "by_key",
        "by_name",
        "convert",
        "extra",
        "present",
    )

    def __init__(self, cls: type[JSONObject]) -> None:
        self._cls = cls
        self.by_name = {field.name: field for field in _fields(cls)}
        self.by_key = {field.key: field for field in self.by_name.values()}
        self.extra = _class_annotation(cls, "_extra")
        self.base = _class_annotation(cls, "_base")
        self.convert: Converter | None = None
        self._literals: Mapping[str, frozenset[Any]] | None = None
        self._kinds: dict[str, frozenset[str] | None] = {}
        self._set_checked_keys(self.required())

    def required(self) -> list[str]:
        """Return the JSON keys of the required fields."""
        return [key for key, field in self.by_key.items() if field.required]

    def literals(self) -> Mapping[str, frozenset[Any]]:
        """Return JSON key -> comparison keys of the values, for literal fields."""
        if self._literals is None:
            values_by_key = {
                key: field.annotation.read(literal_values)
                for key, field in self.by_key.items()
                if not (
                    isinstance(field.annotation.value, str)
                    and is_scalar(field.annotation.value)
                )
            }
            self._literals = {
                key: frozenset(map(comparison_key, values))
                for key, values in values_by_key.items()
                if values is not None
            }
        return self._literals

    def kinds(self, key: str) -> frozenset[str] | None:
        """Return the kinds of values that are declared for a key; `None` if all are."""
        if key not in self._kinds:
            annotation = self.by_key[key].annotation
            self._kinds[key] = annotation.read(declared_kinds)
        return self._kinds[key]

    def accepts_null(self, key: str) -> bool:
        """Return whether null is declared for a key."""
        if self.kinds(key) is None:
            return True
        return self.by_key[key].annotation.read(accepts_null)

    def _set_checked_keys(self, keys: list[str]) -> None:
        self._checked_keys = keys
        self.present: Callable[[Any], Any] = itemgetter(*keys) if keys else len

    def add_missing_fields(self, data: Mapping[str, Any]) -> None:
        """Add a `MissingField` to the class for each required key that is not in `data`."""
        for key in self._checked_keys:
            field = self.by_key[key]
            if key not in data and not field.renamed:
                setattr(self._cls, field.name, MissingField(field.name))
        self._set_checked_keys([key for key in self._checked_keys if key in data])


def declaration_of(cls: type[JSONObject]) -> Declaration:
    """Return the declaration of a class; created on the first call."""
    declaration: Declaration | None = vars(cls).get("_declaration")
    if declaration is None:
        declaration = Declaration(cls)
        # Only this module reads the declaration of a class.
        cls._declaration = declaration  # pyright: ignore[reportPrivateUsage]
    return declaration


def _fields(cls: type[JSONObject]) -> Iterator[Field]:
    for base in reversed(cls.__mro__):
        if issubclass(base, JSONObject):
            for name, annotation in base.__annotations__.items():
                value = _class_attribute(cls, name)
                renamed = isinstance(value, RenamedField)
                yield Field(
                    name,
                    key=value.key if renamed else name,
                    required=(
                        value.required if renamed else isinstance(value, MissingField)
                    ),
                    renamed=renamed,
                    annotation=_locate(annotation, base, f".{name}"),
                )


_NO_ATTRIBUTE = MissingField("")


def _class_attribute(cls: type, name: str) -> Any:
    """Return a class attribute without calling the `__get__` of a descriptor."""
    for base in cls.__mro__:
        if name in vars(base):
            return vars(base)[name]
    return _NO_ATTRIBUTE


def _class_annotation(cls: type[JSONObject], name: str) -> Annotation | None:
    """Return the annotation that a class, or a base class, has as an attribute."""
    for base in cls.__mro__:
        annotation = vars(base).get(name)
        if annotation is not None:
            return _locate(annotation, base, f" ({name[1:]})")
    return None


def _locate(annotation: Any, cls: type, suffix: str) -> Annotation:
    # The parent package of a module of types exports the names of all of them.
    scope = Scope(cls.__module__, cls.__module__.rpartition(".")[0])
    name = cls.__qualname__
    location = f"{cls.__module__}.{name}{suffix}"
    return Annotation(annotation, scope, location, "." in name)
