"""Rendering of overloads: streams on request, optional bodies, several media types."""

from __future__ import annotations

from dataclasses import replace

from ...python.resources import (
    Argument,
    Method,
    Place,
    Streams,
    arguments_of,
    own_arguments,
)
from .methods import (
    format_one_signature,
    format_type_overloads,
    response_type,
    stream_type,
)


def format_overloads(method: Method, asynchronous: bool) -> list[str]:
    """Return the overloads of a method; empty if one signature is sufficient."""
    alternatives = [item for item in method.arguments if item.replaces]
    if alternatives:
        own = replace(method, arguments=own_arguments(method.arguments))
        methods = (own, *(_with_alternative(own, item) for item in alternatives))
        return [
            signature
            for each in methods
            for signature in (
                format_overloads(each, asynchronous)
                or [_only_overload(each, asynchronous)]
            )
        ]
    variants = _body_variants(method)
    if not variants:
        return format_type_overloads(method, asynchronous)
    return [
        signature
        for variant in variants
        for signature in (
            format_type_overloads(variant, asynchronous)
            or [_only_overload(variant, asynchronous)]
        )
    ]


def _with_alternative(method: Method, alternative: Argument) -> Method:
    """Return a method with an argument in place of those that it replaces."""
    replaced = [item for item in method.arguments if item.name in alternative.replaces]
    required = any(item.required for item in replaced)
    kept = [item for item in method.arguments if item not in replaced]
    position = sum(item.required for item in kept) if required else len(kept)
    kept.insert(position, replace(alternative, required=required, replaces=()))
    return replace(method, arguments=tuple(kept))


def _body_variants(method: Method) -> tuple[Method, ...]:
    """Return the method with the arguments for each group of media types of the body.

    If the body is optional and has required properties, the method without a body comes
    first. Empty if one signature is sufficient.
    """
    forms = tuple(
        replace(
            method, arguments=arguments_of(method.arguments, (item,)), body_variants=()
        )
        for item in method.body_variants
    )
    if not any(item.with_body for each in (method, *forms) for item in each.arguments):
        return forms
    without = (item for item in method.arguments if item.place is not Place.BODY)
    return (
        replace(method, arguments=tuple(without), body_variants=()),
        *(replace(each, arguments=_complete(each)) for each in forms or (method,)),
    )


def _complete(method: Method) -> tuple[Argument, ...]:
    """Return the arguments with all required properties of the body."""
    return tuple(
        replace(item, required=True) if item.with_body else item
        for item in method.arguments
    )


def _only_overload(method: Method, asynchronous: bool) -> str:
    """Return the overload of a method without an argument that enables streaming."""
    parameter = method.stream_parameter
    is_stream = method.streams is Streams.ALWAYS or (
        parameter is not None and parameter.default_on
    )
    returns = stream_type if is_stream else response_type
    return format_one_signature(method, asynchronous, {}, returns(method, asynchronous))
