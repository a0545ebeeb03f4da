"""Operations that can be polled, configured by the setting `polling`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from ...config import Config
from ...diagnostics import Diagnostics, Rule, Severity
from ...model.operations import KeyPath, Operation, ParameterPlace, Polling
from ...model.resolution import resolve_type
from ...model.types import DeclarationRef, Enumeration, Literal, Object, Type
from ...suggestions import did_you_mean, suggest
from .response_fields import find_field_type, find_missing_key
from .response_list import Declarations, find_body_type, resolve_object

UNKNOWN_POLLING = Rule(
    "unknown-polling",
    Severity.ERROR,
    "An entry of the setting `polling` names an operation, a field or a value that does "
    "not exist, or an operation that does not start the work. Keys are operation ids or "
    "`METHOD /path` of the operation that is polled; `create` lists the operations that "
    "start the work. They must belong to the same resource, and their response must "
    "contain the path parameters of the polled operation.",
    about_settings=True,
)


class _Problem(NamedTuple):
    """A mistake in an entry; `path` is the path of the invalid value in the entry."""

    path: tuple[str | int, ...]
    message: str
    hint: str = ""


def build_pollings(
    operations: Sequence[Operation],
    known: Sequence[Operation],
    declarations: Declarations,
    config: Config,
    diagnostics: Diagnostics,
) -> tuple[Polling, ...]:
    """Build the pollings that the settings configure.

    Args:
        operations: Selected operations. Entries for other operations are only checked.
        known: All operations of the documents.
        declarations: Declarations that their types refer to.
        config: Settings, including `polling`.
        diagnostics: Collects entries that do not fit the documents.
    """
    by_key = {f"{item.method} {item.path}": item for item in known}
    by_key |= {item.id: item for item in known}
    pollings: list[Polling] = []
    for key, table in config.polling.items():
        of_entry, problems = _build_entry(key, table, by_key, declarations)
        pollings += of_entry
        for problem in problems:
            diagnostics.add(
                UNKNOWN_POLLING,
                f"`polling`: {key!r}: {problem.message}",
                config.origin.span("polling", key, *problem.path),
                hint=problem.hint,
            )
    selected = {item.id for item in operations}
    return tuple(
        item
        for item in pollings
        if item.operation_id in selected
        and (not item.created_by or item.created_by in selected)
    )


def _build_entry(
    key: str,
    table: Mapping[str, Any],
    by_key: Mapping[str, Operation],
    declarations: Declarations,
) -> tuple[list[Polling], list[_Problem]]:
    """Return the pollings that an entry configures, and the mistakes in the entry."""
    polled = by_key.get(key)
    if polled is None:
        hint = did_you_mean(key, by_key) or "use an operation id or `METHOD /path`"
        return [], [_Problem((), "it matches no operation", hint)]
    path = _key_path(table.get("field", "status"))
    problems = list(_find_field_problems(polled, path, table["until"], declarations))
    if problems:
        return [], problems
    polling = Polling(polled.id, path, tuple(table["until"]))
    pollings = [polling]
    creates = table.get("create", [])
    for index, name in enumerate([creates] if isinstance(creates, str) else creates):
        place = ("create",) if isinstance(creates, str) else ("create", index)
        if name not in by_key:
            hint = did_you_mean(name, by_key)
            problems.append(_Problem(place, f"there is no operation {name!r}", hint))
            continue
        created = build_created(by_key[name], polled, polling, declarations)
        if isinstance(created, str):
            problems.append(_Problem(place, f"{name!r} does not start it: {created}"))
        else:
            pollings.append(created)
    return pollings, problems


def build_created(
    create: Operation, polled: Operation, polling: Polling, declarations: Declarations
) -> Polling | str:
    """Return the polling of the work that an operation starts.

    Returns:
        The polling; else the reason why `create` does not start the work.
    """
    if create.resource[:1] != polled.resource[:1]:
        return f"it belongs to another resource than {polled.id!r}"
    shape = _response_object(create, declarations)
    names = {item.name for item in shape.properties} if shape else set()
    common = set(path_parameters(create))
    arguments: list[tuple[str, str]] = []
    for name in path_parameters(polled):
        if name in common:
            continue
        source = name if name in names else "id"
        if source not in names or source in {each for _, each in arguments}:
            return f"its response has no value for the path parameter {name!r}"
        arguments.append((name, source))
    return replace(polling, created_by=create.id, path_arguments=tuple(arguments))


def path_parameters(operation: Operation) -> list[str]:
    """Return the names of the path parameters of an operation."""
    parameters = operation.parameters
    return [item.name for item in parameters if item.place is ParameterPlace.PATH]


def _response_object(operation: Operation, declarations: Declarations) -> Object | None:
    """Return the object of the non-streaming response."""
    type_ = response_type(operation)
    return resolve_object(type_, declarations) if type_ is not None else None


def response_type(operation: Operation) -> Type | None:
    """Return the type of the non-streaming response; `None` if there are several."""
    contents = operation.result.contents
    return contents[0].type if len(contents) == 1 else find_body_type(operation)


def _find_field_problems(
    polled: Operation,
    path: KeyPath,
    until: list[str],
    declarations: Declarations,
) -> Iterator[_Problem]:
    """Yield what is wrong with a status field and its terminal values."""
    type_ = response_type(polled)
    if type_ is None or _response_object(polled, declarations) is None:
        yield _Problem((), "the response is not a JSON object")
        return
    missing = find_missing_key(type_, path, declarations)
    if missing is not None:
        yield _Problem(
            ("field", missing.position) if len(path) > 1 else ("field",),
            f"the response has no field {'.'.join(path[: missing.position + 1])!r}",
            suggest(missing.key, missing.known, "fields"),
        )
        return
    status_type = find_field_type(type_, path, declarations)
    values = list_values(status_type, declarations) if status_type is not None else None
    if values is None:
        return
    for index, value in enumerate(until):
        if value not in values:
            yield _Problem(
                ("until", index),
                f"{value!r} is not a value of {path[-1]!r}",
                suggest(value, [str(item) for item in values], "values"),
            )


def list_values(type_: Type, declarations: Declarations) -> tuple[object, ...] | None:
    """Return the allowed values of a type; `None` if they are not enumerated."""
    resolved = resolve_type(type_, declarations)
    if isinstance(resolved, Literal):
        return resolved.values
    if not isinstance(resolved, DeclarationRef):
        return None
    declaration = declarations.get(resolved.key)
    return declaration.type.values if isinstance(declaration, Enumeration) else None


def _key_path(value: str | list[str]) -> KeyPath:
    return (value,) if isinstance(value, str) else tuple(value)
