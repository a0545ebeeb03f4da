"""Lowering of parameters and bodies to arguments of methods.

The path parameter that identifies the object itself is a positional argument. All others,
also the path parameters of its parents, are keyword arguments.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...frozen_dataclass import dataclass
from ...model.bodies import Body
from ...model.operations import Operation, Parameter, ParameterPlace
from ...model.types import Anything, Declaration, Documentation, Key, Literal, Type
from ...python.expressions import ArgumentDoc, TypeExpr
from ...python.resources import (
    Argument,
    BodyVariant,
    Place,
    arguments_of,
    own_arguments,
)
from ...recorded_names import WHOLE_BODY, Keys
from ...words import split_words
from .alternatives import alternative_arguments, alternative_docs
from .bodies import BodyFormat, body_format
from .body_variants import (
    CONTENT_TYPE,
    body_variants,
    media_types,
    null_bodies,
    whole_type,
)
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
    """Arguments of a method, in the order of its signature, and their documentation.

    Args:
        arguments: The arguments.
        docs: Their documentation.
        variants: Arguments of the body in each of its media types.
    """

    arguments: tuple[Argument, ...]
    docs: tuple[ArgumentDoc, ...]
    variants: tuple[BodyVariant, ...]

    @property
    def default_arguments(self) -> tuple[Argument, ...]:
        """The arguments for the default media type of the body."""
        return arguments_of(own_arguments(self.arguments), self.variants[:1])


@dataclass(frozen=True, slots=True)
class _Input:
    """A parameter, a property of a body, or a whole body in some of its media types."""

    key: str
    place: Place
    type: Type
    required: bool
    documentation: Documentation
    whole: tuple[Body, ...] = ()
    with_body: bool = False
    name: str = ""

    @property
    def words(self) -> str:
        """The text that the name of the argument consists of."""
        return self.name if split_words(self.name) else self.key


def arguments(
    operation: Operation,
    declarations: Mapping[Key, Declaration],
    types: ParamTypes,
    kept: Keys,
) -> Arguments:
    """Return the arguments of the method of an operation.

    Args:
        operation: Operation that the method calls.
        declarations: Declarations by key.
        types: Types of arguments.
        kept: Names of arguments in an earlier output, which stay.
    """
    inputs = [_from_parameter(item) for item in operation.parameters]
    body = operation.body
    body_form = body_format(body, declarations) if body is not None else None
    if body is not None and body_form is not None:
        inputs += _from_body(body, body_form)
    inputs += _from_media_types(operation, body_form)
    names = _names(inputs, kept)
    whole_name = kept.get(WHOLE_BODY, "")
    by_key = {(item.place, item.key): names[i] for i, item in enumerate(inputs)}
    order = sorted(
        range(len(inputs)),
        key=lambda i: (inputs[i].place is not Place.PATH, *_rank(inputs[i])),
    )
    positional = order[: operation.positional]
    own = [
        Argument(
            name=names[i],
            key=inputs[i].key,
            place=inputs[i].place,
            type=_argument_type(inputs[i], types),
            required=inputs[i].required,
            positional=i in positional,
            whole=bool(inputs[i].whole),
            with_body=inputs[i].with_body,
        )
        for i in order
    ]
    docs = [ArgumentDoc(names[i], text) for i in order if (text := _text(inputs[i]))]
    variants: tuple[BodyVariant, ...] = ()
    if body_form is not None:
        variants = body_variants(body_form, by_key, whole_key(body_form), types)
    others = alternative_arguments(
        operation, own, variants, body_form, types, whole_name
    )
    return Arguments((*own, *others), (*docs, *alternative_docs(others)), variants)


def _rank(item: _Input) -> tuple[bool, bool]:
    """Return the sort key of an input: required ones first."""
    return not (item.required or item.with_body), not item.required


def _text(item: _Input) -> str:
    text = value_text(item.documentation)
    return f"{REQUIRED_WITH_BODY} {text}".strip() if item.with_body else text


def _argument_type(item: _Input, types: ParamTypes) -> TypeExpr:
    return whole_type(item.whole, types) if item.whole else types.of(item.type)


def _from_parameter(item: Parameter) -> _Input:
    return _Input(
        item.name,
        PLACES[item.place],
        item.type,
        item.required,
        item.documentation,
        name=item.argument,
    )


def _from_media_types(operation: Operation, body: BodyFormat | None) -> list[_Input]:
    """Return the inputs that select one of several media types."""
    inputs: list[_Input] = []
    names = media_types(body) if body is not None else ()
    if body is not None and len(names) > 1:
        text = f"Media type of the request body. Default: `{names[0]}`"
        if body.without_files:
            text += f", or `{body.media_type}` if the body contains files"
        inputs.append(_media_type_input(CONTENT_TYPE[1], names, f"{text}."))
    if names := list_accepted(operation):
        text = f"Media type of the response. Default: `{names[0]}`."
        inputs.append(_media_type_input("Accept", names, text))
    return inputs


def _media_type_input(header: str, names: tuple[str, ...], text: str) -> _Input:
    documentation = Documentation(text)
    return _Input(header, Place.HEADERS, Literal(names), False, documentation)


def _from_body(body: Body, body_form: BodyFormat) -> list[_Input]:
    """Return the properties of an object body as inputs, or any other body as one."""
    properties, nulls = body_form.properties, null_bodies(body_form)
    whole = (*body_form.whole, *nulls)
    inputs = [
        _Input(
            item.name,
            Place.BODY,
            item.type,
            item.required and body.required,
            item.documentation,
            with_body=item.required and not body.required,
        )
        for item in properties or ()
    ]
    if whole:
        text = body.description
        if properties is not None:
            text = _whole_text(body_form.whole, nulls)
        inputs.append(
            _Input(
                whole_key(body_form),
                Place.BODY,
                Anything(),
                body.required and properties is None,
                Documentation(text),
                whole=whole,
            )
        )
    return inputs


def _whole_text(whole: Iterable[Body], nulls: Iterable[Body]) -> str:
    """Describe the argument for the whole body or null, in place of its properties."""
    names, null_names = (
        ", ".join(f"`{item.full_media_type}`" for item in bodies)
        for bodies in (whole, nulls)
    )
    if not null_names:
        return f"The whole body, in place of its properties, in {names}."
    null = f"`None` is sent as `null` in {null_names}."
    kind = f"The whole body in {names}" if names else "The whole body"
    return f"{kind}, in place of its properties; {null}"


def whole_key(body_form: BodyFormat) -> str:
    """Return the key of the argument for the whole body, which no property has."""
    names, key = {item.name for item in body_form.properties or ()}, "body"
    while key in names:
        key = f"whole_{key}"
    return key


def _names(inputs: list[_Input], kept: Keys) -> list[str]:
    """Return a distinct Python name for each input.

    If inputs in two places have the same name, the later place becomes a prefix of the
    name. Names that clash in one place are disambiguated like the fields of a model: by
    their spelling, not by their order. Names of an earlier output stay, also that of the
    argument for a whole body that is passed in place of its properties.
    """
    result = _keep_names(inputs, kept)
    taken = {*result, kept.get(WHOLE_BODY, "")} - {""}
    for place in dict.fromkeys(item.place for item in inputs):
        here = {
            i: item
            for i, item in enumerate(inputs)
            if item.place is place and not result[i]
        }
        words = {item.key: item.words for item in here.values()}
        names = _names_in(words, place, taken)
        for i, item in here.items():
            result[i] = names[item.key]
        taken.update(names.values())
    return result


def _keep_names(inputs: list[_Input], kept: Keys) -> list[str]:
    """Return the earlier name of each input; `""` if it had none, or cannot keep it."""
    names = [kept.get(f"{item.place.value} {item.key}", "") for item in inputs]
    names = [
        # Earlier versions recorded a whole body as if it were a property.
        kept.get(WHOLE_BODY, name) if item.whole else name
        for name, item in zip(names, inputs, strict=True)
    ]
    return ["" if name in OPTIONS or names.count(name) > 1 else name for name in names]


def _names_in(
    words: Mapping[str, str], place: Place, taken: set[str]
) -> dict[str, str]:
    """Return the Python name of each key of one place, from the words of its name."""
    plain = {
        key: with_underscore(attribute_name(text), OPTIONS)
        for key, text in words.items()
    }
    prefix = place.value.removesuffix("s")
    names = {
        key: f"{prefix}_{name}" if name in taken else name
        for key, name in plain.items()
    }
    return distinct(names, taken)
