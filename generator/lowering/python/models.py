"""Declarations become views, parameters and aliases."""

from __future__ import annotations

import keyword
from dataclasses import dataclass

from ...model.types import (
    Access,
    Alias,
    Declaration,
    Enumeration,
    Object,
    Property,
    Type,
    Union,
    Usage,
)
from ...python.expressions import ANY, Literal, TypeExpr, imported_names
from ...python.types import (
    AliasDefinition,
    Field,
    ModelClass,
    ParamClass,
    ParamField,
    TypeItem,
)
from .docstrings import class_docstring, type_docstring, value_docstring
from .expressions import ParamTypes, ViewTypes, join, optional
from .identifiers import (
    BUILTIN_TYPES,
    MODEL_ATTRIBUTES,
    attribute_name,
    distinct,
    with_underscore,
)
from .type_names import TypeNames

_STANDARD = frozenset({"Any", "Literal", "Mapping", "Sequence", "date", "datetime"})
_RESERVED = MODEL_ATTRIBUTES | BUILTIN_TYPES


@dataclass(frozen=True, slots=True)
class Types:
    """Makes the types of a client from declarations."""

    names: TypeNames
    views: ViewTypes
    params: ParamTypes

    def view(self, declaration: Declaration) -> TypeItem | None:
        """What answers use, `None` for what no answer holds."""
        header = declaration.header
        name = self.names.views[header.key]
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
                return self._alias(declaration, name, join(map(self.views.of, members)))
            case Alias(_, type_):
                return self._alias(declaration, name, self.views.of(type_))

    def param(self, declaration: Declaration) -> TypeItem | None:
        """What arguments use, `None` where the view serves, or nothing does."""
        header = declaration.header
        name = self.names.parameters[header.key]
        if name == self.names.views[header.key] or header.usage not in (
            Usage.INPUT,
            Usage.BOTH,
        ):
            return None
        match declaration:
            case Object():
                return self._param(declaration, name)
            case Union(_, members):
                return self._alias(
                    declaration, name, join(map(self.params.of, members))
                )
            case Alias(_, type_):
                return self._alias(declaration, name, self.params.of(type_))
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
            deferred=not _STANDARD.issuperset(imported_names(value)),
        )

    def _model(self, declaration: Object, name: str) -> ModelClass:
        attributes = field_names(declaration, self.names.taken)
        return ModelClass(
            name=name,
            docstring=class_docstring(name, declaration.header.documentation),
            fields=tuple(
                self._field(item, attributes[item.name])
                for item in sorted(
                    declaration.properties, key=lambda item: not _always(item)
                )
            ),
            extra=_extra(declaration.extra, self.views),
            key=declaration.header.key,
            base=self.names.views[declaration.base] if declaration.base else "",
        )

    def _field(self, item: Property, name: str) -> Field:
        type_ = self.views.of(item.type)
        required = _always(item)
        return Field(
            name=name,
            key=item.name,
            type=type_ if required else optional(type_),
            required=required,
            docstring=value_docstring(item),
        )

    def _param(self, declaration: Object, name: str) -> ParamClass:
        fields = tuple(
            ParamField(
                key=item.name,
                type=self.params.of(item.type),
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
            functional=any(not _is_plain_key(item.key) for item in fields),
            key=declaration.header.key,
        )


def field_names(declaration: Object, types: frozenset[str]) -> dict[str, str]:
    """The attribute of each property of a view, by its name on the wire.

    Args:
        declaration: the object.
        types: names of types, which attributes of the class would hide in its body.
    """
    wanted = {
        item.name: with_underscore(attribute_name(item.name), _RESERVED | types)
        for item in declaration.properties
    }
    if len(set(wanted.values())) == len(wanted):
        return wanted
    return distinct(wanted)


def _always(item: Property) -> bool:
    """Whether answers always hold a property."""
    return item.required and item.access is not Access.WRITE_ONLY


def _extra(type_: Type | None, types: ViewTypes) -> TypeExpr | None:
    expression = types.of(type_) if type_ is not None else None
    return None if expression == ANY else expression


def _is_plain_key(key: str) -> bool:
    """Whether a key can be declared in the body of a `TypedDict`."""
    return (
        key.isidentifier()
        and key.isascii()
        and not keyword.iskeyword(key)
        and not key.startswith("__")
        and key not in _SHADOWING
    )


_SHADOWING = BUILTIN_TYPES | {"object", "date", "datetime"}
