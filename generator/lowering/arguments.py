"""What methods take: path parameters by position, everything else by keyword."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.lowering.documentation import value_text
from generator.lowering.expressions import ParamTypes
from generator.lowering.identifiers import (
    OPTIONS,
    attribute_name,
    with_underscore,
)
from generator.model.operations import Body, Operation, Parameter, ParameterPlace
from generator.model.types import (
    Access,
    Alias,
    Declaration,
    DeclarationRef,
    Documentation,
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
from generator.python.expressions import ArgumentDoc
from generator.python.resources import Argument, Place

PLACES = {
    ParameterPlace.PATH: Place.PATH,
    ParameterPlace.QUERY: Place.QUERY,
    ParameterPlace.QUERY_STRING: Place.QUERY,
    ParameterPlace.HEADER: Place.HEADERS,
    ParameterPlace.COOKIE: Place.COOKIES,
}
"""The keyword of the runtime for each place of a parameter."""
_FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments of a method, in the order of its signature, and what is said of them."""

    arguments: tuple[Argument, ...]
    docs: tuple[ArgumentDoc, ...]
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Wanted:
    key: str
    place: Place
    type: Type
    required: bool
    documentation: Documentation
    whole: bool = False


def arguments(
    operation: Operation, declarations: Mapping[Key, Declaration], types: ParamTypes
) -> Arguments:
    """What the method of an operation takes."""
    wanted = [_from_parameter(item) for item in operation.parameters]
    files: tuple[str, ...] = ()
    if operation.body is not None:
        from_body = _from_body(operation.body, declarations)
        wanted += from_body
        if operation.body.media_type.startswith("multipart/"):
            files = tuple(
                item.key
                for item in from_body
                if not item.whole and _is_file(item.type, declarations)
            )
    names = _names(wanted)
    order = sorted(
        range(len(wanted)),
        key=lambda i: (wanted[i].place is not Place.PATH, not wanted[i].required),
    )
    return Arguments(
        tuple(
            Argument(
                name=names[i],
                key=wanted[i].key,
                place=wanted[i].place,
                type=types.of(wanted[i].type),
                required=wanted[i].required,
                positional=wanted[i].place is Place.PATH,
                whole=wanted[i].whole,
            )
            for i in order
        ),
        tuple(
            ArgumentDoc(names[i], text)
            for i in order
            if (text := value_text(wanted[i].documentation, whole=False))
        ),
        files,
    )


def _from_parameter(item: Parameter) -> _Wanted:
    return _Wanted(
        item.name, PLACES[item.place], item.type, item.required, item.documentation
    )


def _from_body(body: Body, declarations: Mapping[Key, Declaration]) -> list[_Wanted]:
    """The properties of an object, each on its own; anything else as a whole."""
    shape = flattened(body, declarations)
    if shape is None:
        said = Documentation(body.description)
        return [_Wanted("body", Place.BODY, body.type, body.required, said, True)]
    return [
        _Wanted(
            item.name,
            Place.BODY,
            item.type,
            item.required and body.required,
            item.documentation,
        )
        for item in shape
    ]


def flattened(
    body: Body, declarations: Mapping[Key, Declaration]
) -> tuple[Property, ...] | None:
    """The properties that become arguments, `None` when the body is given as a whole."""
    type_ = _plain(body.type, declarations)
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


def _is_json(media_type: str) -> bool:
    return media_type in ("application/json", "text/json") or media_type.endswith(
        "+json"
    )


def _plain(type_: Type, declarations: Mapping[Key, Declaration]) -> Type:
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
    type_ = _plain(type_, declarations)
    match type_:
        case ListOf(item):
            inner = _plain(item, declarations)
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


def _names(wanted: list[_Wanted]) -> list[str]:
    """A name for each; where two clash, the later place puts itself before its name."""
    taken: set[str] = set()
    names = []
    for item in wanted:
        name = with_underscore(attribute_name(item.key), OPTIONS)
        if name in taken:
            name = f"{item.place.value.removesuffix('s')}_{name}"
        number = 2
        unique = name
        while unique in taken:
            unique = f"{name}_{number}"
            number += 1
        taken.add(unique)
        names.append(unique)
    return names
