"""Calls, arguments and types of an existing package that a client lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..adoption import Matching, Sdk, SdkCall, SdkField, SdkType
from ..python.expressions import Name
from ..python.types import (
    AliasDefinition,
    ModelClass,
    PageClass,
    ParamClass,
    TypeNameAlias,
)
from .changes import Change
from .fields import computed_names, fields_of
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

    Names are compared: calls, arguments that are passed by name, required arguments,
    types, and attributes and keys of types of the same name. Types of arguments,
    attributes and responses are not compared, since packages spell them differently.

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
    changes += _compare_types(sdk, side)
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


def _compare_types(sdk: Sdk, side: Side) -> Iterator[Change]:
    known = {*side.types}
    known |= {item.name for item in side.package.streams}
    known |= {item.name for item in side.package.parsed}
    seen: set[tuple[str, tuple[SdkField, ...]]] = set()
    for type_ in sdk.types:
        # A package can export one class in several places, and two classes of one name.
        known_as = (type_.name, type_.fields if type_.name in known else ())
        if known_as in seen:
            continue
        seen.add(known_as)
        subject = f"{type_.module}.{type_.name}"
        if type_.name in known:
            yield from _compare_fields(type_, side, subject)
        else:
            message = f"the type `{subject}` does not exist"
            yield Change(RULES["type-removed"], subject, message)


def _compare_fields(type_: SdkType, side: Side, subject: str) -> Iterator[Change]:
    """Yield the attributes and keys that a type lacks, and keys that it requires.

    A type that is not a class in one of the packages, such as a union, is left out.
    """
    own = _find_class(side, type_.name)
    if own is None:
        return
    origin = side.type_location(own.name)
    if isinstance(own, ModelClass) and not type_.is_dictionary:
        names = {item.name for item in fields_of(side, own).values()}
        names |= computed_names(side, own)
        for item in type_.fields:
            if item.name not in names:
                message = f"`{subject}` does not have the attribute `{item.name}`"
                yield Change(RULES["field-removed"], subject, message, new=origin)
    elif isinstance(own, ParamClass) and type_.is_dictionary:
        keys = {item.key: item for item in own.fields}
        for item in type_.fields:
            if item.name not in keys:
                message = f"`{subject}` does not have the key `{item.name}`"
                yield Change(RULES["key-removed"], subject, message, new=origin)
            elif keys[item.name].required and not item.required:
                message = f"`{subject}` requires the key `{item.name}`"
                yield Change(RULES["key-required"], subject, message, new=origin)
        for key in sorted(keys.keys() - {item.name for item in type_.fields}):
            if keys[key].required:
                message = f"`{subject}` requires the new key `{key}`"
                yield Change(RULES["required-key-added"], subject, message, new=origin)


def _find_class(side: Side, name: str) -> ModelClass | ParamClass | None:
    """Return the class that a name stands for, through other names of the class."""
    seen: set[str] = set()
    while name not in seen:
        seen.add(name)
        match side.types.get(name):
            case (ModelClass() | ParamClass()) as item:
                return item
            case TypeNameAlias(of=other) | AliasDefinition(value=Name(other)):
                name = other
            case PageClass(base=other):
                name = other
            case _:
                return None
    return None
