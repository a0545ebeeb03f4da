"""What methods take: path parameters by position, everything else by keyword."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...model.operations import Body, Operation, Parameter, ParameterPlace
from ...model.types import Declaration, Documentation, Key, Type
from ...python.expressions import ArgumentDoc
from ...python.resources import Argument, Place
from .bodies import body_format
from .docstrings import value_text
from .expressions import ParamTypes
from .identifiers import OPTIONS, attribute_name, distinct, with_underscore

PLACES = {
    ParameterPlace.PATH: Place.PATH,
    ParameterPlace.QUERY: Place.QUERY,
    ParameterPlace.QUERY_STRING: Place.QUERY,
    ParameterPlace.HEADER: Place.HEADERS,
    ParameterPlace.COOKIE: Place.COOKIES,
}
"""The keyword of the runtime for each place of a parameter."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments of a method, in the order of its signature, and what is said of them."""

    arguments: tuple[Argument, ...]
    docs: tuple[ArgumentDoc, ...]


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
    if operation.body is not None:
        wanted += _from_body(operation.body, declarations)
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
            if (text := value_text(wanted[i].documentation))
        ),
    )


def _from_parameter(item: Parameter) -> _Wanted:
    return _Wanted(
        item.name, PLACES[item.place], item.type, item.required, item.documentation
    )


def _from_body(body: Body, declarations: Mapping[Key, Declaration]) -> list[_Wanted]:
    """The properties of an object, each on its own; anything else as a whole."""
    properties = body_format(body, declarations).properties
    if properties is None:
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
        for item in properties
    ]


def _names(wanted: list[_Wanted]) -> list[str]:
    """A name for each; where places clash, the later puts its own before the name.

    Names that clash in one place are told apart as the fields of a view are: by their
    spelling, not by their order.
    """
    found = [""] * len(wanted)
    taken: set[str] = set()
    for place in dict.fromkeys(item.place for item in wanted):
        here = {i: item.key for i, item in enumerate(wanted) if item.place is place}
        names = _names_in(list(here.values()), place, taken)
        for i, key in here.items():
            found[i] = names[key]
        taken.update(names.values())
    return found


def _names_in(keys: list[str], place: Place, taken: set[str]) -> dict[str, str]:
    plain = {key: with_underscore(attribute_name(key), OPTIONS) for key in keys}
    prefix = place.value.removesuffix("s")
    names = {
        key: f"{prefix}_{name}" if name in taken else name
        for key, name in plain.items()
    }
    return distinct(names, taken)
