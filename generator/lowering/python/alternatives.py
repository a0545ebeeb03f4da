"""Arguments that can be passed in place of others.

A sample can show another name of a path parameter, such as `file_batch_id` for `batch_id`,
or one argument for the whole body in place of its properties. The method accepts both. A
body that is an object or null has an argument for the whole body, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...model.naming import Naming
from ...model.operations import Operation
from ...python.expressions import NONE, ArgumentDoc, TypeExpr, union_members
from ...python.resources import Argument, BodyVariant, Method, Place
from ...words import split_words
from .bodies import BodyFormat
from .body_variants import whole_type
from .expressions import ParamTypes
from .identifiers import OPTIONS, attribute_name, distinct


def alternative_arguments(
    operation: Operation,
    arguments: Sequence[Argument],
    variants: Sequence[BodyVariant],
    body_form: BodyFormat | None,
    types: ParamTypes,
    whole_name: str,
) -> tuple[Argument, ...]:
    """Return the arguments of an operation that can be passed in place of others.

    Args:
        operation: Operation with the call in its sample.
        arguments: Arguments of the method.
        variants: Arguments of the body in each of its media types.
        body_form: Format of the body; `None` if there is no body.
        types: Types of arguments.
        whole_name: Name of the argument for the whole body in an earlier output; `""` for
            none.
    """
    naming = operation.naming
    unknown = _list_unknown(naming, arguments)
    result = []
    if (path := _find_path_alternative(naming, arguments, unknown)) is not None:
        result.append(path)
    if body_form is None or variants:
        return tuple(result)
    whole: list[Argument] = []
    streams = operation.result.streaming is not None
    if not streams:
        whole += _list_body_alternatives(naming, arguments, unknown, body_form, types)
    if not whole and body_form.nullable:
        # Members of a body can select a stream; null has none.
        type_ = NONE if streams else whole_type(body_form.nullable, types)
        taken = {item.name for item in (*arguments, *result)}
        whole.append(_null_alternative(arguments, type_, taken))
    if whole_name:
        whole = [replace(item, name=whole_name, key=whole_name) for item in whole]
    return (*result, *whole)


def alternative_docs(alternatives: Sequence[Argument]) -> Iterator[ArgumentDoc]:
    """Yield the documentation of arguments that can be passed in place of others."""
    for item in alternatives:
        names = ", ".join(f"`{name}`" for name in item.replaces)
        kind = "The whole body" if item.whole else "Another name"
        link = "in place of" if item.whole else "of"
        sent = "; `None` is sent as `null`" if takes_null(item) else ""
        yield ArgumentDoc(item.name, f"{kind} {link} {names}{sent}.")


def null_argument(method: Method) -> str:
    """Return the name of the argument for null in place of members; `""` for none.

    Null of another media type than the default is not considered.
    """
    for item in method.arguments:
        if takes_null(item):
            return item.name
    for variant in method.body_variants:
        body, *_, selector = variant.arguments
        if body.type == NONE and not selector.required:
            return body.name
    return ""


def takes_null(item: Argument) -> bool:
    """Return whether an argument is passed in place of members, and can be null."""
    can_be_null = item.whole and NONE in union_members(item.type)
    return can_be_null and bool(item.replaces)


def _list_unknown(naming: Naming, arguments: Sequence[Argument]) -> list[str]:
    """Return the keywords of the sample that no argument of the method has."""
    known = {item.name for item in arguments} | OPTIONS
    return [
        name
        for name in naming.keywords
        if name not in known and name == attribute_name(name)
    ]


def _find_path_alternative(
    naming: Naming, arguments: Sequence[Argument], unknown: Sequence[str]
) -> Argument | None:
    """Return another name of the only path parameter that the sample does not name.

    The words of one name are the start or the end of the other: `batch_id` and
    `file_batch_id`.
    """
    path = [item for item in arguments if item.place is Place.PATH]
    positional = [item for item in path if item.positional]
    passed = {item.name for item in positional[: naming.positional]}
    missing = [item for item in path if item.name not in passed.union(naming.keywords)]
    if len(missing) != 1 or missing[0] in positional[:-1]:
        return None
    (item,) = missing
    names = [name for name in unknown if _is_variant(name, item.name)]
    if len(names) != 1:
        return None
    return replace(
        item, name=names[0], required=False, positional=False, replaces=(item.name,)
    )


def _is_variant(name: str, other: str) -> bool:
    """Return whether the words of one name are the start or the end of the other."""
    short, long = sorted((split_words(name), split_words(other)), key=len)
    return bool(short) and short in (long[: len(short)], long[-len(short) :])


def _list_body_alternatives(
    naming: Naming,
    arguments: Sequence[Argument],
    unknown: Sequence[str],
    body_form: BodyFormat,
    types: ParamTypes,
) -> Iterator[Argument]:
    """Yield the argument for the whole body, if the sample passes all of it in one.

    Its value in the sample is a dict of properties of the body.
    """
    members = [item for item in arguments if item.place is Place.BODY]
    keys = {item.key for item in members}
    replaced = {item.name for item in members}
    needed = {item.key for item in members if item.required or item.with_body}
    if any(item.whole for item in members) or replaced.intersection(naming.keywords):
        return
    for name, passed in naming.mappings:
        if name in unknown and passed and needed <= {*passed} <= keys:
            bodies = (item.body for item in body_form.representations)
            yield _whole_body(name, whole_type(bodies, types), members)
            return


def _null_alternative(
    arguments: Sequence[Argument], type_: TypeExpr, taken: set[str]
) -> Argument:
    """Return the argument for a whole body that can be null."""
    name = "whole_body" if "body" in taken else "body"
    members = [item for item in arguments if item.place is Place.BODY]
    return _whole_body(distinct({name: name}, taken)[name], type_, members)


def _whole_body(name: str, type_: TypeExpr, members: Sequence[Argument]) -> Argument:
    return Argument(
        name,
        name,
        Place.BODY,
        type_,
        required=False,
        whole=True,
        replaces=tuple(item.name for item in members),
    )
