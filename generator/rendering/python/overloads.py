"""Rendering of overloads: methods that stream on request, and optional bodies."""

from __future__ import annotations

from dataclasses import replace

from ...python.resources import Method, Place, Streams
from .methods import (
    format_one_signature,
    format_type_overloads,
    response_type,
    stream_type,
)


def format_overloads(method: Method, asynchronous: bool) -> list[str]:
    """Return the overloads of a method; empty if one signature is sufficient."""
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


def _body_variants(method: Method) -> tuple[Method, ...]:
    """Return the method without a body, and with all required properties of the body.

    Empty if the body is not optional or has no required properties.
    """
    if not any(item.with_body for item in method.arguments):
        return ()
    without = (item for item in method.arguments if item.place is not Place.BODY)
    complete = (
        replace(item, required=item.required or item.with_body)
        for item in method.arguments
    )
    return (
        replace(method, arguments=tuple(without)),
        replace(method, arguments=tuple(complete)),
    )


def _only_overload(method: Method, asynchronous: bool) -> str:
    """Return the overload of a method without an argument that enables streaming."""
    parameter = method.stream_parameter
    is_stream = method.streams is Streams.ALWAYS or (
        parameter is not None and parameter.default_on
    )
    returns = stream_type if is_stream else response_type
    return format_one_signature(method, asynchronous, {}, returns(method, asynchronous))
