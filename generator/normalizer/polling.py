"""What can be waited for: operations that are asked again and again, by the settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.diagnostics import Diagnostics, Rule, Severity
from generator.model.operations import Operation, ParameterPlace, Polling
from generator.model.types import Literal, Object
from generator.normalizer.listing import (
    Declarations,
    body_type,
    object_of,
    plain,
)

UNKNOWN_POLLING = Rule(
    "unknown-polling",
    Severity.WARNING,
    "An entry of the setting `polling` names an operation or a field that does not "
    "exist, or one that cannot be waited with. Keys are operation ids or `METHOD /path` "
    "of what is asked again; `create` lists the operations that begin it, in the same "
    "resource and with what it takes in their answers.",
)


def pollings(
    operations: list[Operation],
    declarations: Declarations,
    settings: Mapping[str, Any],
    diagnostics: Diagnostics,
) -> tuple[Polling, ...]:
    """What the settings ask for, as far as it can be done."""
    known = {f"{item.method} {item.path}": item for item in operations}
    known |= {item.id: item for item in operations}
    found = []
    for key, table in settings.items():
        asked = known.get(key)
        if asked is None:
            _report(diagnostics, key, "it names no operation")
            continue
        shape = _shape(asked, declarations)
        way = _way(table.get("field", "status"))
        problem = _problem(shape, way, table["until"], declarations)
        if problem:
            _report(diagnostics, key, problem)
            continue
        polling = Polling(asked.id, way, tuple(table["until"]))
        found.append(polling)
        creates = table.get("create", [])
        for begin in [creates] if isinstance(creates, str) else creates:
            made = _begun(known.get(begin), asked, polling, declarations)
            if made is None:
                _report(diagnostics, key, f"{begin!r} does not begin it")
            else:
                found.append(made)
    return tuple(found)


def _begun(
    begin: Operation | None,
    asked: Operation,
    polling: Polling,
    declarations: Declarations,
) -> Polling | None:
    """Waiting for what an operation begins; `None` where the one does not lead on."""
    if begin is None or begin.resource[:1] != asked.resource[:1]:
        return None
    shape = _shape(begin, declarations)
    names = {item.name for item in shape.properties} if shape else set()
    given = set(_path(begin))
    ids: list[tuple[str, str]] = []
    for name in _path(asked):
        if name in given:
            continue
        source = name if name in names else "id"
        if source not in names or source in {each for _, each in ids}:
            return None
        ids.append((name, source))
    return replace(polling, begin=begin.id, ids=tuple(ids))


def _path(operation: Operation) -> list[str]:
    parameters = operation.parameters
    return [item.name for item in parameters if item.place is ParameterPlace.PATH]


def _shape(operation: Operation, declarations: Declarations) -> Object | None:
    """The object that an operation answers when it does not stream."""
    contents = operation.answer.contents
    type_ = contents[0].type if len(contents) == 1 else body_type(operation)
    return object_of(type_, declarations) if type_ is not None else None


def _problem(
    shape: Object | None,
    way: tuple[str, ...],
    until: list[str],
    declarations: Declarations,
) -> str:
    """What is wrong with a field and the values that end it."""
    for position, name in enumerate(way):
        properties = {item.name: item for item in shape.properties} if shape else {}
        if name not in properties:
            return f"the answer has no {'.'.join(way)!r}"
        type_ = properties[name].type
        shape = object_of(type_, declarations)
        values = plain(type_, declarations)
        if position == len(way) - 1 and isinstance(values, Literal):
            strange = [value for value in until if value not in values.values]
            if strange:
                return f"{name!r} is never {strange[0]!r}"
    return ""


def _way(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _report(diagnostics: Diagnostics, key: str, message: str) -> None:
    diagnostics.add(UNKNOWN_POLLING, f"'polling': {key!r}: {message}")
