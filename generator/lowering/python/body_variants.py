"""Arguments of a body in each of its media types, which the overloads of a method list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ...frozen_dataclass import dataclass
from ...model.bodies import Body
from ...model.media_types import is_json_lines
from ...model.types import ListOf, Property, Scalar, ScalarKind
from ...python.expressions import Subscript, TypeExpr
from ...python.resources import Argument, BodyVariant, Place
from .bodies import BodyFormat, Representation
from .expressions import ParamTypes, join, literal_expr

CONTENT_TYPE = (Place.HEADERS, "Content-Type")
"""Location and key of the argument that selects the media type of the body."""

Names = Mapping[tuple[Place, str], str]
"""Names of arguments by location and key."""


def media_types(body_format: BodyFormat) -> tuple[str, ...]:
    """Return the media types that a caller can select, the default first."""
    items = body_format.representations
    return tuple(dict.fromkeys(item.body.full_media_type for item in items))


def whole_type(bodies: Iterable[Body], types: ParamTypes) -> TypeExpr:
    """Return the type of a body that is one argument, in any of its media types."""
    return join(_whole_type(item, types) for item in bodies)


def _whole_type(body: Body, types: ParamTypes) -> TypeExpr:
    """Return the type of a body; one of rows, such as JSON Lines, is an iterable."""
    if is_json_lines(body.media_type) and isinstance(body.type, ListOf):
        return Subscript("Iterable", (types.of(body.type.item),))
    return types.of(body.type)


@dataclass(frozen=True, slots=True)
class _Group:
    """Media types whose bodies have the same arguments.

    Args:
        first: The body in one of the media types.
        media_types: The media types.
        is_default: Whether the client sends one of them if the caller selects none.
    """

    first: Representation
    media_types: list[str]
    is_default: bool


def body_variants(
    body_format: BodyFormat, names: Names, whole: str, types: ParamTypes
) -> tuple[BodyVariant, ...]:
    """Return the arguments for each group of media types; empty if there is one group.

    Args:
        body_format: The body in its media types.
        names: Names of the arguments of the method.
        whole: Key of the argument for the whole body.
        types: Types of arguments.
    """
    groups = _groups(body_format)
    if len(groups) == 1:
        return ()
    first = body_format.representations[0]
    variants = [
        _build_variant(item, names, whole, types, first.body) for item in groups
    ]
    if nulls := null_bodies(body_format):
        # The client sends null as the default media type if the caller selects none.
        media = [item.full_media_type for item in nulls]
        is_default = first.body.full_media_type in media
        group = _Group(Representation(nulls[0], None), media, is_default)
        body = replace(first.body, required=True)
        variants.append(_build_variant(group, names, whole, types, body))
    return tuple(variants)


def null_bodies(body_format: BodyFormat) -> tuple[Body, ...]:
    """Return null as the body, in each media type in which it replaces the properties.

    Empty if the arguments are the same in all media types.
    """
    if len(_groups(body_format)) == 1:
        return ()
    null = Scalar(ScalarKind.NULL)
    return tuple(replace(item, type=null) for item in body_format.nullable)


def _groups(body_format: BodyFormat) -> tuple[_Group, ...]:
    """Return the media types by the arguments of their bodies, the default first."""
    groups: dict[object, _Group] = {}
    for index, item in enumerate(body_format.representations):
        group = groups.setdefault(_signature(item), _Group(item, [], False))
        group.media_types.append(item.body.full_media_type)
        if index == 0 or _is_inferred(body_format, item):
            groups[_signature(item)] = _Group(group.first, group.media_types, True)
    return tuple(groups.values())


def _signature(item: Representation) -> object:
    """Return what the arguments of a body depend on, without their documentation."""
    if item.properties is None:
        return item.body.type, is_json_lines(item.body.media_type)
    return tuple((each.name, each.type, each.required) for each in item.properties)


def _is_inferred(body_format: BodyFormat, item: Representation) -> bool:
    """Return whether the arguments of a form are sufficient for the client to select it.

    The client sends the form if it contains files. Without files, the arguments must be
    valid for the default media type as well.
    """
    default = body_format.representations[0].properties
    if not body_format.without_files or not item.is_multipart or not item.properties:
        return False
    if default is None or item.body.full_media_type != body_format.media_type:
        return False
    files = set(body_format.files)
    if any(
        each.required and each.name in files.difference(body_format.mixed)
        for each in item.properties
    ):
        return True
    others = {each.name: each for each in item.properties if each.name not in files}
    allowed = {each.name: each for each in default}
    return all(
        name in allowed and allowed[name].type == each.type
        for name, each in others.items()
    ) and all(
        each.name in others and others[each.name].required
        for each in default
        if each.required
    )


def _build_variant(
    group: _Group, names: Names, whole: str, types: ParamTypes, body: Body
) -> BodyVariant:
    properties = group.first.properties
    if properties is None:
        type_ = _whole_type(group.first.body, types)
        name = names[Place.BODY, whole]
        arguments = [
            Argument(name, whole, Place.BODY, type_, body.required, whole=True)
        ]
    else:
        arguments = [_build_argument(item, names, types, body) for item in properties]
    selected = literal_expr(tuple(dict.fromkeys(group.media_types)))
    place, key = CONTENT_TYPE
    selector = Argument(
        names[CONTENT_TYPE], key, place, selected, required=not group.is_default
    )
    return BodyVariant((*arguments, selector))


def _build_argument(
    item: Property, names: Names, types: ParamTypes, body: Body
) -> Argument:
    return Argument(
        name=names[Place.BODY, item.name],
        key=item.name,
        place=Place.BODY,
        type=types.of(item.type),
        required=item.required and body.required,
        with_body=item.required and not body.required,
    )
