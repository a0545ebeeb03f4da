"""Lowering of declarations to models, parameter classes and aliases."""

from __future__ import annotations

import keyword
from collections.abc import Mapping
from dataclasses import field
from functools import lru_cache

from ...frozen_dataclass import dataclass
from ...model.types import (
    Access,
    Alias,
    Declaration,
    Enumeration,
    Key,
    Object,
    Property,
    Type,
    Union,
    Usage,
)
from ...python.expressions import NONE, Docstring, Literal, TypeExpr, imported_names
from ...python.types import (
    AliasDefinition,
    Field,
    JoinedField,
    ModelClass,
    ParamClass,
    ParamField,
    TypeItem,
)
from ...recorded_names import Keys, RecordedNames
from .decoders import build_decoders
from .docstrings import class_docstring, type_docstring, value_docstring
from .expressions import ModelTypes, ParamTypes, join, optional
from .identifiers import (
    BUILTIN_TYPES,
    MODEL_ATTRIBUTES,
    attribute_name,
    distinct,
    with_underscore,
)
from .type_names import TypeNames

_STANDARD_NAMES = frozenset(
    {"Any", "Literal", "Mapping", "Never", "Sequence", "date", "datetime"}
)
"""Names of the standard library that the definitions of aliases use."""

_RESERVED = MODEL_ATTRIBUTES | BUILTIN_TYPES

_ANNOTATION_NAMES = BUILTIN_TYPES | {"object", "date", "datetime"}
"""Names in annotations of parameter classes that a key of the same name would hide."""


@dataclass(frozen=True, slots=True)
class Types:
    """Factory of the types of a client.

    Args:
        names: Names of the declarations.
        response_types: Type expressions of responses.
        argument_types: Type expressions of arguments.
        kept: Attributes of models in an earlier output, by key of the declaration.
        calls: Keys of the name and the arguments of calls of tools, by declaration.
    """

    names: TypeNames
    response_types: ModelTypes
    argument_types: ParamTypes
    kept: Mapping[Key, Keys] = field(default_factory=dict)
    calls: Mapping[Key, tuple[str, str]] = field(default_factory=dict)

    def build_response_type(self, declaration: Declaration) -> TypeItem | None:
        """Build the type of a declaration in responses.

        Returns:
            The type, or `None` if no response contains it.
        """
        header = declaration.header
        name = self.names.models[header.key]
        if header.usage is Usage.INPUT and self.names.parameters[header.key] != name:
            return None
        match declaration:
            case Object():
                return self._model(declaration, name)
            case Enumeration(_, literal):
                return AliasDefinition(
                    name,
                    Literal(literal.values),
                    type_docstring(header.documentation),
                    header.key,
                    deferred=False,
                )
            case Union(_, members):
                return self._alias(
                    declaration, name, join(map(self.response_types.of, members))
                )
            case Alias(_, type_):
                return self._alias(declaration, name, self.response_types.of(type_))

    def build_argument_type(self, declaration: Declaration) -> TypeItem | None:
        """Build the type of a declaration in arguments.

        Returns:
            The type, or `None` if no argument contains it, or if arguments share the
            type of responses.
        """
        header = declaration.header
        name = self.names.parameters[header.key]
        if name == self.names.models[header.key] or header.usage not in (
            Usage.INPUT,
            Usage.BOTH,
        ):
            return None
        match declaration:
            case Object():
                return self._param_class(declaration, name)
            case Union(_, members):
                return self._alias(
                    declaration, name, join(map(self.argument_types.of, members))
                )
            case Alias(_, type_):
                return self._alias(declaration, name, self.argument_types.of(type_))
            case Enumeration():
                return None

    def _alias(
        self, declaration: Declaration, name: str, value: TypeExpr
    ) -> AliasDefinition:
        header = declaration.header
        return AliasDefinition(
            name,
            value,
            type_docstring(header.documentation),
            header.key,
            # With an alias that is `None`, `X | None` could not be evaluated.
            deferred=value == NONE
            or not _STANDARD_NAMES.issuperset(imported_names(value)),
        )

    def _model(self, declaration: Object, name: str) -> ModelClass:
        attributes = field_names(
            declaration,
            self.names.taken,
            self.kept.get(declaration.header.key, {}),
        )
        readable = (
            item
            for item in declaration.properties
            if item.access is not Access.WRITE_ONLY
        )
        properties = sorted(readable, key=lambda item: not item.required)
        joined = _joined_fields(declaration, {*attributes.values()}, self.names.taken)
        return ModelClass(
            name=name,
            docstring=class_docstring(name, declaration.header.documentation),
            fields=tuple(
                self._field(item, attributes[item.name]) for item in properties
            ),
            extra=_extra(declaration.extra, self.response_types),
            key=declaration.header.key,
            base=self.names.models[declaration.base] if declaration.base else "",
            read_only=tuple(
                item.name for item in properties if item.access is Access.READ_ONLY
            ),
            joined=joined,
            decoders=build_decoders(
                [item for item in properties if item.content is not None],
                attributes,
                self.response_types,
                (_reserved_names(self.names.taken), {item.name for item in joined}),
            ),
            call=self.calls.get(declaration.header.key, ()),
        )

    def _field(self, item: Property, name: str) -> Field:
        type_ = self.response_types.of(item.type)
        return Field(
            name=name,
            key=item.name,
            type=type_ if item.required else optional(type_),
            required=item.required,
            docstring=value_docstring(item),
        )

    def _param_class(self, declaration: Object, name: str) -> ParamClass:
        fields = tuple(
            ParamField(
                key=item.name,
                type=self.argument_types.of(item.type),
                required=item.required,
                docstring=value_docstring(item),
            )
            for item in declaration.properties
            if item.access is not Access.READ_ONLY
        )
        return ParamClass(
            name=name,
            docstring=class_docstring(name, declaration.header.documentation),
            fields=fields,
            functional=any(not _can_be_declared(item.key) for item in fields),
            extra=_extra(declaration.extra, self.argument_types),
            key=declaration.header.key,
        )


def _joined_fields(
    declaration: Object, fields: set[str], types: frozenset[str]
) -> tuple[JoinedField, ...]:
    """Return the computed attributes of a model.

    Args:
        declaration: Object with the attributes.
        fields: Names of the fields of the model.
        types: Names of types, which attributes must not hide.
    """
    if not declaration.joined:
        return ()
    reserved = _reserved_names(types) | fields
    return tuple(
        JoinedField(
            with_underscore(attribute_name(item.name), reserved),
            item.array,
            item.tag,
            item.text,
            item.inner,
            Docstring(
                f'Text of all `{item.tag[1]}` items in `{item.array}`, joined; `""` if'
                " there are none. The client computes it."
            ),
        )
        for item in declaration.joined
    )


def kept_fields(recorded: RecordedNames) -> dict[Key, Keys]:
    """Return the attributes of each model of an earlier output, by key."""
    return {
        item.key: recorded.fields[name]
        for name, item in recorded.types.items()
        if name in recorded.fields
    }


def field_names(
    declaration: Object, types: frozenset[str], kept: Keys
) -> dict[str, str]:
    """Return the attribute for each property of a model, by property name.

    Args:
        declaration: Object with the properties.
        types: Names of types; an attribute of the same name would hide the type in the
            body of the class.
        kept: Attributes of an earlier output, which stay.
    """
    reserved = _reserved_names(types)
    names = _kept_names(declaration, kept, reserved) if kept else {}
    new = {
        item.name: with_underscore(attribute_name(item.name), reserved)
        for item in declaration.properties
        if item.name not in names
    }
    if len({*new.values(), *names.values()}) < len(new) + len(names):
        new = distinct(new, set(names.values()))
    names |= new
    return {item.name: names[item.name] for item in declaration.properties}


def _kept_names(
    declaration: Object, kept: Keys, reserved: frozenset[str]
) -> dict[str, str]:
    """Return the attributes of an earlier output that stay, by property name."""
    earlier = [kept.get(item.name, "") for item in declaration.properties]
    return {
        item.name: name
        for item, name in zip(declaration.properties, earlier, strict=True)
        if name and name not in reserved and earlier.count(name) == 1
    }


@lru_cache(maxsize=1)
def _reserved_names(types: frozenset[str]) -> frozenset[str]:
    return _RESERVED | types


def _extra(type_: Type | None, types: ModelTypes | ParamTypes) -> TypeExpr | None:
    return types.of(type_) if type_ is not None else None


def _can_be_declared(key: str) -> bool:
    """Return whether a key can be declared in the class body of a `TypedDict`."""
    return (
        key.isidentifier()
        and key.isascii()
        and not keyword.iskeyword(key)
        and not key.startswith("__")
        and key not in _ANNOTATION_NAMES
    )
