"""What of a body becomes arguments, and in which media type it is sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ...model.operations import Body, PartEncoding
from ...model.types import (
    Access,
    Alias,
    Declaration,
    DeclarationRef,
    Key,
    ListOf,
    Nullable,
    Object,
    OneOf,
    Property,
    Scalar,
    ScalarKind,
    Type,
    Union,
)

_FORM = "multipart/form-data"


@dataclass(frozen=True, slots=True)
class BodyFormat:
    """How a body is sent.

    Args:
        media_type: in which media type.
        without_files: in which other one when there is no file among the arguments, `""`
            for the same.
        properties: those that become arguments; `None` when the body is given as a whole.
        files: the names of those that are, or may be, uploads.
        encodings: of the properties of a form.
    """

    media_type: str
    without_files: str
    properties: tuple[Property, ...] | None
    files: tuple[str, ...]
    encodings: tuple[PartEncoding, ...]


def body_format(body: Body, declarations: Mapping[Key, Declaration]) -> BodyFormat:
    """How a body is sent: as a form where that alone carries its files."""
    properties = _properties(body, declarations)
    form = body.form
    if form is not None and properties is not None:
        fields = _properties(form, declarations)
        files = _files(fields or (), declarations)
        if fields is not None and files:
            both = _united(fields, properties)
            files = _files(both, declarations)
            return BodyFormat(_FORM, body.media_type, both, files, form.encodings)
    is_form = body.media_type.startswith("multipart/")
    files = _files(properties or (), declarations) if is_form else ()
    return BodyFormat(body.media_type, "", properties, files, body.encodings)


def _properties(
    body: Body, declarations: Mapping[Key, Declaration]
) -> tuple[Property, ...] | None:
    type_ = plain_type(body.type, declarations)
    if not isinstance(type_, DeclarationRef):
        return None
    declaration = declarations.get(type_.key)
    if not isinstance(declaration, Object) or not declaration.properties:
        return None
    if not (body.media_type in _FORMS or _is_json(body.media_type)):
        return None
    return tuple(
        item for item in declaration.properties if item.access is not Access.READ_ONLY
    )


_FORMS = (_FORM, "application/x-www-form-urlencoded")


def _is_json(media_type: str) -> bool:
    return media_type in ("application/json", "text/json") or media_type.endswith(
        "+json"
    )


def _united(
    first: tuple[Property, ...], second: tuple[Property, ...]
) -> tuple[Property, ...]:
    """The properties of two bodies of which one is sent: required is what both ask for."""
    there = {item.name: item for item in second}
    found = {item.name: replace(item, required=False) for item in (*second, *first)}
    for item in first:
        other = there.get(item.name)
        if other is None:
            continue
        type_ = item.type if item.type == other.type else _either(item, other)
        required = item.required and other.required
        found[item.name] = replace(item, type=type_, required=required)
    ordered = dict.fromkeys((*(item.name for item in first), *there))
    return tuple(found[name] for name in ordered)


def _either(item: Property, other: Property) -> Type:
    types = (item.type, other.type)
    plain = [type_.type if isinstance(type_, Nullable) else type_ for type_ in types]
    members = [
        member
        for type_ in plain
        for member in (type_.members if isinstance(type_, OneOf) else (type_,))
    ]
    either = OneOf(tuple(dict.fromkeys(members)))
    return Nullable(either) if plain != list(types) else either


def _files(
    properties: tuple[Property, ...], declarations: Mapping[Key, Declaration]
) -> tuple[str, ...]:
    return tuple(item.name for item in properties if _is_file(item.type, declarations))


def plain_type(type_: Type, declarations: Mapping[Key, Declaration]) -> Type:
    """The type without null, behind aliases."""
    for _ in range(16):
        if isinstance(type_, Nullable):
            type_ = type_.type
        elif isinstance(type_, DeclarationRef):
            declaration = declarations.get(type_.key)
            if not isinstance(declaration, Alias):
                return type_
            type_ = declaration.type
        else:
            return type_
    return type_


def _is_file(type_: Type, declarations: Mapping[Key, Declaration]) -> bool:
    """Whether a value is, or may be, an upload or a list of them."""
    type_ = plain_type(type_, declarations)
    match type_:
        case ListOf(item):
            inner = plain_type(item, declarations)
            return isinstance(inner, Scalar) and inner.kind is ScalarKind.BINARY
        case OneOf(members):
            return any(_is_file(member, declarations) for member in members)
        case DeclarationRef(key):
            declared = declarations.get(key)
            return isinstance(declared, Union) and any(
                not isinstance(member, DeclarationRef)
                and _is_file(member, declarations)
                for member in declared.members
            )
        case Scalar(kind):
            return kind is ScalarKind.BINARY
        case _:
            return False
