"""Media types of bodies, and the properties of bodies that become arguments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ...model.bodies import Body, PartEncoding
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
    """Format of the body of a request.

    Args:
        media_type: Media type of the body.
        without_files: Media type if no argument is a file; `""` for the same media type.
        properties: Properties that become arguments; `None` if the whole body is one
            argument.
        files: Names of the properties that are, or may be, files.
        encodings: Encodings of the properties of a form.
        optional: Whether the request can be sent without a body if all of its properties
            are omitted.
        mixed: Those of `files` that can also be strings or objects.
    """

    media_type: str
    without_files: str
    properties: tuple[Property, ...] | None
    files: tuple[str, ...]
    encodings: tuple[PartEncoding, ...]
    optional: bool = False
    mixed: tuple[str, ...] = ()


def body_format(body: Body, declarations: Mapping[Key, Declaration]) -> BodyFormat:
    """Return the format of a body: a form if only the form contains files."""
    properties = _all_properties(body, declarations)
    form = body.form
    if form is not None and properties is not None:
        fields = _properties(form, declarations)
        files = _files(fields or (), declarations)
        if fields is not None and files:
            both = _merge(fields, properties)
            files = _files(both, declarations)
            mixed = _mixed(both, files, declarations)
            return BodyFormat(
                _FORM,
                body.full_media_type,
                both,
                files,
                form.encodings,
                not body.required,
                mixed,
            )
    is_form = body.media_type.startswith("multipart/")
    files = _files(properties or (), declarations) if is_form else ()
    optional = properties is not None and not body.required
    mixed = _mixed(properties or (), files, declarations)
    return BodyFormat(
        body.full_media_type, "", properties, files, body.encodings, optional, mixed
    )


def whole_type(body: Body) -> Type:
    """Return the type of a body that is one argument, in any of its media types."""
    others = dict.fromkeys(item.type for item in body.alternatives)
    types = tuple(dict.fromkeys((body.type, *others)))
    return OneOf(types) if len(types) > 1 else body.type


def _all_properties(
    body: Body, declarations: Mapping[Key, Declaration]
) -> tuple[Property, ...] | None:
    """Return the properties of a body in all of its media types."""
    properties = _properties(body, declarations)
    for other in body.alternatives:
        if other.type == body.type:
            continue
        others = _properties(other, declarations)
        if properties is None or others is None:
            return None
        properties = _merge(properties, others)
    return properties


def _properties(
    body: Body, declarations: Mapping[Key, Declaration]
) -> tuple[Property, ...] | None:
    type_ = plain_type(body.type, declarations)
    if not isinstance(type_, DeclarationRef):
        return None
    declaration = declarations.get(type_.key)
    if not isinstance(declaration, Object) or not declaration.properties:
        return None
    if not (_is_form(body.media_type) or _is_json(body.media_type)):
        return None
    return tuple(
        item for item in declaration.properties if item.access is not Access.READ_ONLY
    )


def _is_form(media_type: str) -> bool:
    return (
        media_type.startswith("multipart/")
        or media_type == "application/x-www-form-urlencoded"
    )


def _is_json(media_type: str) -> bool:
    return media_type in ("application/json", "text/json") or media_type.endswith(
        "+json"
    )


def _merge(
    first: tuple[Property, ...], second: tuple[Property, ...]
) -> tuple[Property, ...]:
    """Return the properties of either body; those required in both are required."""
    by_name = {item.name: item for item in second}
    merged = {item.name: replace(item, required=False) for item in (*second, *first)}
    for item in first:
        other = by_name.get(item.name)
        if other is None:
            continue
        type_ = item.type if item.type == other.type else _merge_types(item, other)
        required = item.required and other.required
        merged[item.name] = replace(item, type=type_, required=required)
    ordered = dict.fromkeys((*(item.name for item in first), *by_name))
    return tuple(merged[name] for name in ordered)


def _merge_types(item: Property, other: Property) -> Type:
    """Return a union of the types of two properties."""
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


def _mixed(
    properties: tuple[Property, ...],
    files: tuple[str, ...],
    declarations: Mapping[Key, Declaration],
) -> tuple[str, ...]:
    return tuple(
        item.name
        for item in properties
        if item.name in files and not _is_only_file(item.type, declarations)
    )


def _is_only_file(type_: Type, declarations: Mapping[Key, Declaration]) -> bool:
    """Return whether all values are files or lists of files."""
    match plain_type(type_, declarations):
        case Scalar(kind):
            return kind is ScalarKind.BINARY
        case ListOf(item):
            return _is_only_file(item, declarations)
        case OneOf(members):
            return all(_is_only_file(member, declarations) for member in members)
        case DeclarationRef(key):
            declared = declarations.get(key)
            return isinstance(declared, Union) and all(
                _is_only_file(member, declarations) for member in declared.members
            )
        case _:
            return False


def plain_type(type_: Type, declarations: Mapping[Key, Declaration]) -> Type:
    """Resolve aliases and remove null from a type."""
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
    """Return whether a value is, or may be, a file or a list of files."""
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
