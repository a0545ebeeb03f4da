"""Lowering of parameters and bodies to arguments of methods.

Path parameters are positional arguments; all others are keyword arguments.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...model.bodies import Body
from ...model.media_types import is_json_lines
from ...model.operations import Operation, Parameter, ParameterPlace
from ...model.types import Declaration, Documentation, Key, ListOf, Literal, Type
from ...python.expressions import ArgumentDoc, Subscript, TypeExpr
from ...python.resources import Argument, Place
from .bodies import body_format, whole_type
from .docstrings import value_text
from .expressions import ParamTypes
from .identifiers import OPTIONS, attribute_name, distinct, with_underscore
from .returns import list_accepted

PLACES = {
    ParameterPlace.PATH: Place.PATH,
    ParameterPlace.QUERY: Place.QUERY,
    ParameterPlace.QUERY_STRING: Place.QUERY,
    ParameterPlace.HEADER: Place.HEADERS,
    ParameterPlace.COOKIE: Place.COOKIES,
}
"""Place of an argument for each place of a parameter."""

REQUIRED_WITH_BODY = "Required if the request has a body."


@dataclass(frozen=True, slots=True)
class Arguments:
    """Arguments of a method, in the order of its signature, and their documentation."""

    arguments: tuple[Argument, ...]
    docs: tuple[ArgumentDoc, ...]


@dataclass(frozen=True, slots=True)
class _Input:
    """A parameter, a property of a body, or a whole body.

    A body of rows, such as JSON Lines, is passed as an iterable.
    """

    key: str
    place: Place
    type: Type
    required: bool
    documentation: Documentation
    whole: bool = False
    with_body: bool = False
    rows: bool = False


def arguments(
    operation: Operation, declarations: Mapping[Key, Declaration], types: ParamTypes
) -> Arguments:
    """Return the arguments of the method of an operation.

    Args:
        operation: Operation that the method calls.
        declarations: Declarations by key.
        types: Types of arguments.
    """
    inputs = [_from_parameter(item) for item in operation.parameters]
    if operation.body is not None:
        inputs += _from_body(operation.body, declarations)
    inputs += _from_media_types(operation)
    names = _names(inputs)
    order = sorted(
        range(len(inputs)),
        key=lambda i: (inputs[i].place is not Place.PATH, *_rank(inputs[i])),
    )
    return Arguments(
        tuple(
            Argument(
                name=names[i],
                key=inputs[i].key,
                place=inputs[i].place,
                type=_argument_type(inputs[i], types),
                required=inputs[i].required,
                positional=inputs[i].place is Place.PATH,
                whole=inputs[i].whole,
                with_body=inputs[i].with_body,
            )
            for i in order
        ),
        tuple(ArgumentDoc(names[i], text) for i in order if (text := _text(inputs[i]))),
    )


def _rank(item: _Input) -> tuple[bool, bool]:
    """Return the sort key of an input: required ones first."""
    return not (item.required or item.with_body), not item.required


def _text(item: _Input) -> str:
    text = value_text(item.documentation)
    return f"{REQUIRED_WITH_BODY} {text}".strip() if item.with_body else text


def _argument_type(item: _Input, types: ParamTypes) -> TypeExpr:
    if item.rows and isinstance(item.type, ListOf):
        return Subscript("Iterable", (types.of(item.type.item),))
    return types.of(item.type)


def _from_parameter(item: Parameter) -> _Input:
    return _Input(
        item.name, PLACES[item.place], item.type, item.required, item.documentation
    )


def _from_media_types(operation: Operation) -> list[_Input]:
    """Return the inputs that select one of several media types."""
    inputs: list[_Input] = []
    body = operation.body
    if body is not None and body.alternatives:
        names = tuple(item.full_media_type for item in (body, *body.alternatives))
        text = f"Media type of the request body. Default: `{names[0]}`."
        inputs.append(_media_type_input("Content-Type", names, text))
    if names := list_accepted(operation):
        text = f"Media type of the response. Default: `{names[0]}`."
        inputs.append(_media_type_input("Accept", names, text))
    return inputs


def _media_type_input(header: str, names: tuple[str, ...], text: str) -> _Input:
    documentation = Documentation(text)
    return _Input(header, Place.HEADERS, Literal(names), False, documentation)


def _from_body(body: Body, declarations: Mapping[Key, Declaration]) -> list[_Input]:
    """Return the properties of an object body as inputs, or any other body as one."""
    properties = body_format(body, declarations).properties
    if properties is None:
        documentation = Documentation(body.description)
        return [
            _Input(
                "body",
                Place.BODY,
                whole_type(body),
                body.required,
                documentation,
                whole=True,
                rows=is_json_lines(body.media_type),
            )
        ]
    return [
        _Input(
            item.name,
            Place.BODY,
            item.type,
            item.required and body.required,
            item.documentation,
            with_body=item.required and not body.required,
        )
        for item in properties
    ]


def _names(inputs: list[_Input]) -> list[str]:
    """Return a distinct Python name for each input.

    If inputs in two places have the same name, the later place becomes a prefix of the
    name. Names that clash in one place are disambiguated like the fields of a model: by
    their spelling, not by their order.
    """
    result = [""] * len(inputs)
    taken: set[str] = set()
    for place in dict.fromkeys(item.place for item in inputs):
        here = {i: item.key for i, item in enumerate(inputs) if item.place is place}
        names = _names_in(list(here.values()), place, taken)
        for i, key in here.items():
            result[i] = names[key]
        taken.update(names.values())
    return result


def _names_in(keys: list[str], place: Place, taken: set[str]) -> dict[str, str]:
    """Return the Python name of each key of one place."""
    plain = {key: with_underscore(attribute_name(key), OPTIONS) for key in keys}
    prefix = place.value.removesuffix("s")
    names = {
        key: f"{prefix}_{name}" if name in taken else name
        for key, name in plain.items()
    }
    return distinct(names, taken)
