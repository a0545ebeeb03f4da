"""Rendering of overloads: methods that stream on request, and optional bodies."""

from __future__ import annotations

from dataclasses import replace

from ...python.resources import Method, Place, Streams
from .methods import either_type, format_one_signature, response_type, stream_type


def format_overloads(method: Method, asynchronous: bool) -> list[str]:
    """Return the overloads of a method; empty if one signature is sufficient."""
    variants = _body_variants(method)
    if not variants:
        return _type_overloads(method, asynchronous)
    return [
        signature
        for variant in variants
        for signature in (
            _type_overloads(variant, asynchronous)
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
    return format_one_signature(
        method, asynchronous, returns(method, asynchronous), is_overload=True
    )


def _type_overloads(method: Method, asynchronous: bool) -> list[str]:
    """Return the overloads of a method whose return type depends on an argument."""
    stream_parameter, argument = method.stream_parameter, method.stream_argument
    if stream_parameter is None or argument is None:
        return _selector_overloads(method, asynchronous)
    needed = argument.required
    return [
        format_one_signature(
            method, asynchronous, returns, (argument, type_, required), is_overload=True
        )
        for type_, required, returns in (
            (
                stream_parameter.plain_type,
                needed or stream_parameter.default_on,
                response_type(method, asynchronous),
            ),
            (
                stream_parameter.streaming_type,
                needed or not stream_parameter.default_on,
                stream_type(method, asynchronous),
            ),
            (stream_parameter.either_type, True, either_type(method, asynchronous)),
        )
    ]


def _selector_overloads(method: Method, asynchronous: bool) -> list[str]:
    """Return an overload for each return type, and one for all of them."""
    selector, argument = method.selector, method.selector_argument
    if selector is None or argument is None:
        return []
    overloads = [
        format_one_signature(
            method,
            asynchronous,
            item.returns_async if asynchronous else item.returns,
            (argument, item.value_type, argument.required or not item.is_default),
            is_overload=True,
        )
        for item in selector.variants
    ]
    either = (argument, argument.type, argument.required)
    returns = response_type(method, asynchronous)
    return [
        *overloads,
        format_one_signature(method, asynchronous, returns, either, is_overload=True),
    ]
