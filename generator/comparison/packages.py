"""Calls, arguments and types of an existing package that a client lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..adoption import Matching, Sdk, SdkCall
from .changes import Change
from .rules import RULES
from .sides import MethodEntry, Side

OPTIONS = frozenset(
    {
        "extra_headers",
        "extra_query",
        "extra_body",
        "timeout",
        "max_retries",
        "total_timeout",
        "cross_origin_body",
    }
)
"""Options that all methods of a client accept: the keys of `RequestOptions`."""


def compare_package(sdk: Sdk, matching: Matching, side: Side) -> tuple[Change, ...]:
    """Compare an existing package with a client, for code that calls the package.

    Names are compared: calls, arguments that are passed by name, required arguments, and
    names of types. Types of arguments and responses are not compared.

    Args:
        sdk: Calls and types of the package.
        matching: Its calls and the operations of the client.
        side: The client.
    """
    by_operation = {entry.operation.id: entry for entry in side.methods.values()}
    others = {
        call.call: by_operation[match.operation.id]
        for match in matching.matches
        if match.operation.id in by_operation
        for call in match.calls
    }
    streams = _stream_calls(side)
    changes: list[Change] = []
    for call in {item.call: item for item in sdk.calls}.values():
        entry = side.methods.get(call.call) or streams.get(call.call)
        if entry is None:
            changes.append(_lost_call(sdk, call, others))
        else:
            changes += _compare_arguments(call, entry)
    changes += _lost_types(sdk, side)
    return tuple(changes)


def _stream_calls(side: Side) -> Mapping[str, MethodEntry]:
    """Return the methods that stream typed events, with the method that each streams."""
    return {
        ".".join((*resource.path, item.name)): side.methods[
            ".".join((*resource.path, item.source))
        ]
        for module in side.package.resources
        for resource in module.classes
        for item in resource.stream_methods
    }


def _lost_call(sdk: Sdk, call: SdkCall, others: Mapping[str, MethodEntry]) -> Change:
    subject = f"client.{call.call}"
    entry = others.get(call.call)
    if entry is not None:
        message = (
            f"`{subject}` is `{entry.subject}`; keep it with "
            f'`aliases."{call.call}" = "{entry.call}"`'
        )
        origin = entry.operation.origin
        return Change(RULES["call-renamed"], subject, message, new=origin)
    request = f"{call.request.method} /{call.request.path}"
    message = f"`{subject}` of `{sdk.name}`, which sends `{request}`, does not exist"
    return Change(RULES["call-removed"], subject, message)


def _compare_arguments(call: SdkCall, entry: MethodEntry) -> Iterator[Change]:
    method, subject = entry.method, f"client.{call.call}"
    origin = entry.operation.origin
    names = {item.name for item in method.arguments}
    variants = [item for each in method.body_variants for item in each.arguments]
    names |= OPTIONS | {item.name for item in variants}
    for argument in call.arguments:
        if argument.name not in names:
            message = f"`{subject}` does not have the argument `{argument.name}`"
            rule = RULES["argument-removed"]
            yield Change(rule, subject, message, new=origin)
    passed = {item.name for item in call.arguments if item.required}
    optional = {item.name for item in call.arguments} - passed
    for item in method.default_arguments:
        if not item.required or item.name in passed:
            continue
        if item.name in optional:
            message = f"`{subject}` requires the argument `{item.name}`"
            rule = RULES["argument-required"]
        elif item.positional:
            continue  # passed by position, under the name that the package gives it
        else:
            message = f"`{subject}` requires the new argument `{item.name}`"
            rule = RULES["required-argument-added"]
        yield Change(rule, subject, message, new=origin)


def _lost_types(sdk: Sdk, side: Side) -> Iterator[Change]:
    known = {*side.types}
    known |= {item.name for item in side.package.streams}
    known |= {item.name for item in side.package.parsed}
    for name in dict.fromkeys(name for _, name in sdk.types):
        if name not in known:
            module = next(place for place, type_ in sdk.types if type_ == name)
            subject = f"{module}.{name}"
            message = f"the type `{subject}` does not exist"
            yield Change(RULES["type-removed"], subject, message)
