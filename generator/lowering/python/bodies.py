"""Media types of bodies, and the properties of bodies that become arguments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import reduce

from ...frozen_dataclass import dataclass
from ...model.bodies import Body, PartEncoding
from ...model.media_types import is_form
from ...model.presence import PresenceRule
from ...model.resolution import is_nullable, resolve_type
from ...model.types import (
    Access,
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


@dataclass(frozen=True, slots=True)
class Representation:
    """A body in one media type.

    Args:
        body: The body.
        properties: Properties that become arguments; `None` if the whole body is one
            argument.
    """

    body: Body
    properties: tuple[Property, ...] | None

    @property
    def is_multipart(self) -> bool:
        """Whether the body is a multipart form, which can contain files."""
        return self.body.media_type.startswith("multipart/")


@dataclass(frozen=True, slots=True)
class BodyFormat:
    """Format of the body of a request.

    Args:
        media_type: Media type of the body.
        without_files: Media type if no argument is a file; `""` for the same media type.
        properties: Properties that become arguments, in any media type; `None` if the
            whole body is one argument in all of them.
        files: Names of the properties that are, or may be, files.
        representations: The body in each media type, the preferred one first.
        optional: Whether the request can be sent without a body if all of its properties
            are omitted, or if a whole body that is not JSON is `None`.
        mixed: Those of `files` that can also be strings or objects.
        nullable: The body in the media types in which it is an object or null.
    """

    media_type: str
    without_files: str
    properties: tuple[Property, ...] | None
    files: tuple[str, ...]
    representations: tuple[Representation, ...]
    optional: bool = False
    mixed: tuple[str, ...] = ()
    nullable: tuple[Body, ...] = ()

    @property
    def whole(self) -> tuple[Body, ...]:
        """The body in the media types in which it is one argument."""
        items = self.representations
        return tuple(item.body for item in items if item.properties is None)

    @property
    def encodings(self) -> dict[str, tuple[PartEncoding, ...]]:
        """Encodings of each media type that is a form, that with files first."""
        forms = [item for item in self.representations if is_form(item.body.media_type)]
        forms.sort(key=lambda item: not item.is_multipart)
        return {item.body.media_type: item.body.encodings for item in forms}


def body_format(body: Body, declarations: Mapping[Key, Declaration]) -> BodyFormat:
    """Return the format of a body: a form if only the form contains files."""
    items = _representations(body, declarations)
    first = items[0]
    forms = [item.properties for item in items if item.is_multipart and item.properties]
    fields = _merge_all(forms) or ()
    files = _files(fields, declarations)
    properties = _merge_all(
        [item.properties for item in _forms_first(items) if item.properties is not None]
    )
    if properties is not None and any(item.properties is None for item in items):
        properties = tuple(replace(item, required=False) for item in properties)
    form = next((item for item in items if item.body is body.form), None)
    by_files = bool(form and form.properties and first.properties and files)
    return BodyFormat(
        media_type=(
            form.body.full_media_type if form and by_files else body.full_media_type
        ),
        without_files=body.full_media_type if by_files else "",
        properties=properties,
        files=files,
        representations=items,
        optional=_is_optional(first, items, body.required, declarations),
        mixed=_mixed(fields, files, declarations),
        nullable=tuple(
            item.body
            for item in items
            if item.properties is not None
            and _is_json(item.body.media_type)
            and is_nullable(item.body.type, declarations)
        ),
    )


def _is_optional(
    first: Representation,
    items: tuple[Representation, ...],
    is_required: bool,
    declarations: Mapping[Key, Declaration],
) -> bool:
    if first.properties is not None:
        return not is_required
    wholes = [item.body for item in items if not _is_json(item.body.media_type)]
    return any(
        not is_required or is_nullable(body.type, declarations) for body in wholes
    )


def extra_type(body: Body, declarations: Mapping[Key, Declaration]) -> Type | None:
    """Return the type of the undeclared properties that `extra_body` can contain.

    Returns:
        The type, in any media type whose properties are arguments; `None` if the document
        does not declare it.
    """
    objects = [
        _object(item.body, declarations)
        for item in _representations(body, declarations)
        if item.properties is not None
    ]
    types = dict.fromkeys(
        item.extra for item in objects if item is not None and item.extra is not None
    )
    return OneOf(tuple(types)) if len(types) > 1 else next(iter(types), None)


def presence_rules(
    body: Body, declarations: Mapping[Key, Declaration]
) -> tuple[PresenceRule, ...]:
    """Return the rules of the properties that are arguments, in the preferred format."""
    first = _representations(body, declarations)[0]
    declaration = _object(first.body, declarations)
    if declaration is None or first.properties is None:
        return ()
    return declaration.presence


def _representations(
    body: Body, declarations: Mapping[Key, Declaration]
) -> tuple[Representation, ...]:
    """Return the body in each media type.

    A value that is an object in only some of the JSON media types is one argument.
    """
    items = [(item, _properties(item, declarations)) for item in body.all_forms]
    is_whole = any(
        properties is None and _is_json(item.media_type) for item, properties in items
    )
    return tuple(
        Representation(
            item, None if is_whole and _is_json(item.media_type) else properties
        )
        for item, properties in items
    )


def _forms_first(items: tuple[Representation, ...]) -> list[Representation]:
    """Return the representations, beginning with the form that contains files."""
    return sorted(items, key=lambda item: item.body is not items[0].body.form)


def _merge_all(
    items: Sequence[tuple[Property, ...]],
) -> tuple[Property, ...] | None:
    """Return the properties of all media types, or `None` if there are none."""
    return reduce(_merge, items) if items else None


def _properties(
    body: Body, declarations: Mapping[Key, Declaration]
) -> tuple[Property, ...] | None:
    declaration = _object(body, declarations)
    if declaration is None:
        return None
    return tuple(
        item for item in declaration.properties if item.access is not Access.READ_ONLY
    )


def _object(body: Body, declarations: Mapping[Key, Declaration]) -> Object | None:
    """Return the object whose properties can be arguments, or `None`."""
    type_ = resolve_type(body.type, declarations)
    if not isinstance(type_, DeclarationRef):
        return None
    declaration = declarations.get(type_.key)
    if not isinstance(declaration, Object) or not declaration.properties:
        return None
    if not (is_form(body.media_type) or _is_json(body.media_type)):
        return None
    return declaration


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
    match resolve_type(type_, declarations):
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


def _is_file(type_: Type, declarations: Mapping[Key, Declaration]) -> bool:
    """Return whether a value is, or may be, a file or a list of files."""
    type_ = resolve_type(type_, declarations)
    match type_:
        case ListOf(item):
            inner = resolve_type(item, declarations)
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
