"""What can be waited for: operations that are asked again and again, by the settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from ...config import Config
from ...diagnostics import Diagnostics, Rule, Severity
from ...model.operations import Operation, ParameterPlace, Polling
from ...model.types import DeclarationRef, Enumeration, Literal, Object, Type
from .response_list import Declarations, body_type, object_of, plain
from .response_fields import field_type, missing_key
from ...suggestions import did_you_mean, suggest

UNKNOWN_POLLING = Rule(
    "unknown-polling",
    Severity.ERROR,
    "An entry of the setting `polling` names an operation, a field or a value that does "
    "not exist, or an operation that does not start what is polled. Keys are operation ids "
    "or `METHOD /path` of what is polled; `create` lists the operations that start it, in "
    "the same resource and with the path parameters of the former in their responses.",
    about_settings=True,
)


class _Problem(NamedTuple):
    """What is wrong with an entry; `path` leads to the wrong value."""

    path: tuple[str | int, ...]
    message: str
    hint: str = ""


def pollings(
    operations: Sequence[Operation],
    known: Sequence[Operation],
    declarations: Declarations,
    config: Config,
    diagnostics: Diagnostics,
) -> tuple[Polling, ...]:
    """Return what can be polled, as the settings say.

    Args:
        operations: those that are wanted; of others, entries are checked only.
        known: all operations of the documents.
        declarations: what their types refer to.
        config: has the setting `polling`.
        diagnostics: takes entries that cannot be.
    """
    by_key = {f"{item.method} {item.path}": item for item in known}
    by_key |= {item.id: item for item in known}
    found: list[Polling] = []
    for key, table in config.polling.items():
        made, problems = _entry(key, table, by_key, declarations)
        found += made
        for problem in problems:
            diagnostics.add(
                UNKNOWN_POLLING,
                f"`polling`: {key!r}: {problem.message}",
                config.origin.span("polling", key, *problem.path),
                hint=problem.hint,
            )
    wanted = {item.id for item in operations}
    return tuple(
        item
        for item in found
        if item.asked in wanted and (not item.begin or item.begin in wanted)
    )


def _entry(
    key: str,
    table: Mapping[str, Any],
    known: Mapping[str, Operation],
    declarations: Declarations,
) -> tuple[list[Polling], list[_Problem]]:
    """Return what an entry makes, and what is wrong with it."""
    asked = known.get(key)
    if asked is None:
        hint = did_you_mean(key, known) or "give an operation id or `METHOD /path`"
        return [], [_Problem((), "there is no such operation", hint)]
    way = _way(table.get("field", "status"))
    problems = list(_field_problems(asked, way, table["until"], declarations))
    if problems:
        return [], problems
    polling = Polling(asked.id, way, tuple(table["until"]))
    found = [polling]
    creates = table.get("create", [])
    for position, begin in enumerate(
        [creates] if isinstance(creates, str) else creates
    ):
        path = ("create",) if isinstance(creates, str) else ("create", position)
        if begin not in known:
            hint = did_you_mean(begin, known)
            problems.append(_Problem(path, f"there is no operation {begin!r}", hint))
            continue
        made = _begun(known[begin], asked, polling, declarations)
        if isinstance(made, str):
            problems.append(_Problem(path, f"{begin!r} does not start it: {made}"))
        else:
            found.append(made)
    return found, problems


def _begun(
    begin: Operation, asked: Operation, polling: Polling, declarations: Declarations
) -> Polling | str:
    """Return polling of what an operation starts, or why it does not lead on."""
    if begin.resource[:1] != asked.resource[:1]:
        return f"it belongs to another resource than {asked.id!r}"
    shape = _shape(begin, declarations)
    names = {item.name for item in shape.properties} if shape else set()
    given = set(_path(begin))
    ids: list[tuple[str, str]] = []
    for name in _path(asked):
        if name in given:
            continue
        source = name if name in names else "id"
        if source not in names or source in {each for _, each in ids}:
            return f"its response has no value for the path parameter {name!r}"
        ids.append((name, source))
    return replace(polling, begin=begin.id, ids=tuple(ids))


def _path(operation: Operation) -> list[str]:
    parameters = operation.parameters
    return [item.name for item in parameters if item.place is ParameterPlace.PATH]


def _shape(operation: Operation, declarations: Declarations) -> Object | None:
    """Return the object that an operation returns when it does not stream."""
    type_ = _response(operation)
    return object_of(type_, declarations) if type_ is not None else None


def _response(operation: Operation) -> Type | None:
    contents = operation.result.contents
    return contents[0].type if len(contents) == 1 else body_type(operation)


def _field_problems(
    asked: Operation,
    way: tuple[str, ...],
    until: list[str],
    declarations: Declarations,
) -> Iterator[_Problem]:
    """Yield what is wrong with a field and the values that end polling."""
    type_ = _response(asked)
    if type_ is None or _shape(asked, declarations) is None:
        yield _Problem((), "the response is not a JSON object")
        return
    missing = missing_key(type_, way, declarations)
    if missing is not None:
        path = ("field", missing.position) if len(way) > 1 else ("field",)
        yield _Problem(
            path,
            f"the response has no field {'.'.join(way[: missing.position + 1])!r}",
            suggest(missing.key, missing.known, "fields"),
        )
        return
    found = field_type(type_, way, declarations)
    values = _values(found, declarations) if found is not None else None
    if values is None:
        return
    for position, value in enumerate(until):
        if value not in values:
            yield _Problem(
                ("until", position),
                f"{way[-1]!r} is never {value!r}",
                suggest(value, [str(item) for item in values], "values"),
            )


def _values(type_: Type, declarations: Declarations) -> tuple[object, ...] | None:
    """Return the values that a field may have, `None` where they are not listed."""
    found = plain(type_, declarations)
    if isinstance(found, Literal):
        return found.values
    declaration = (
        declarations.get(found.key) if isinstance(found, DeclarationRef) else None
    )
    return declaration.type.values if isinstance(declaration, Enumeration) else None


def _way(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
