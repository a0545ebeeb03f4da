"""Pagination of operations: configured by the settings, or detected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from typing import Any, NamedTuple

from ...config import Config
from ...diagnostics import Diagnostics, Rule, Severity
from ...model.operations import KeyPath, Operation, Pagination, ParameterPlace
from ...model.page_kind import PageKind
from ...model.types import ListOf, Type
from ...suggestions import did_you_mean, suggest
from .detect import detect_pagination
from .response_fields import find_field_type, find_missing_key
from .response_list import (
    Declarations,
    find_body_type,
    find_json_contents,
    find_list,
    resolve_type,
)

UNKNOWN_PAGINATION = Rule(
    "unknown-pagination",
    Severity.ERROR,
    "An entry of the setting `pagination` matches no operation, or names a parameter or a "
    "field of the response that does not exist, so that lists would end after their first "
    "page. Keys are operation ids, `METHOD /path`, or patterns of these; values are "
    "`false`, or a table with `kind` and the paths of its fields.",
    about_settings=True,
)
PAGINATION_NOT_APPLIED = Rule(
    "pagination-not-applied",
    Severity.WARNING,
    "A pattern of the setting `pagination` matches an operation that returns a list, but "
    "the operation does not have the parameter or the fields of the entry. Its method "
    "returns the response unchanged, without further pages. Add an entry for the "
    "operation, or set it to `false`.",
    about_settings=True,
)

_PATH_SETTINGS = ("next", "more", "done", "total", "pages", "current")
_NEEDS_PARAMETER = (PageKind.TOKEN, PageKind.ID, PageKind.NUMBER, PageKind.OFFSET)


class _Problem(NamedTuple):
    """A reason why an entry does not fit an operation.

    Args:
        path: Path of the invalid value in the entry.
        message: The reason.
        hint: How to correct the value; `""` if unknown.
    """

    path: tuple[str | int, ...]
    message: str
    hint: str = ""


def add_pagination(
    operations: Sequence[Operation],
    declarations: Declarations,
    config: Config,
    diagnostics: Diagnostics,
    known: Sequence[Operation] = (),
) -> list[Operation]:
    """Return the operations with the pagination of the lists that they return.

    Args:
        operations: Selected operations.
        declarations: Declarations that their types refer to.
        config: Settings, including `pagination`.
        diagnostics: Collects entries that match nothing or do not fit.
        known: All operations of the documents; empty if all are selected.
    """
    entries = _Entries(declarations, config, diagnostics)
    for key in config.pagination:
        entries.check(key, known or operations)
    return [_paginate(item, entries.find_pagination(item)) for item in operations]


def _paginate(operation: Operation, pagination: Pagination | None) -> Operation:
    """Return the operation with a pagination, and a result that is always JSON."""
    if pagination is None:
        return operation
    result = replace(
        operation.result,
        contents=find_json_contents(operation),
        empty=False,
        text_format=None,
    )
    return replace(operation, result=result, pagination=pagination)


class _Entries:
    """The entries of the setting `pagination`."""

    def __init__(
        self, declarations: Declarations, config: Config, diagnostics: Diagnostics
    ) -> None:
        self._declarations = declarations
        self._settings = config.pagination
        self._origin = config.origin
        self._diagnostics = diagnostics

    def find_pagination(self, operation: Operation) -> Pagination | None:
        """Return the pagination of an operation: from its entry, else detected."""
        key = _find_key(operation, self._settings)
        if key is None or self._settings[key] is True:
            return detect_pagination(operation, self._declarations)
        table = self._settings[key]
        if table is False or any(_find_problems(operation, self._declarations, table)):
            return None
        return _from_table(operation, self._declarations, table)

    def check(self, key: str, operations: Sequence[Operation]) -> None:
        """Report an entry that matches no operation or does not fit its operations.

        A pattern may also match operations that it does not fit, but must fit at least
        one operation.
        """
        matching = [item for item in operations if _matches(item, key)]
        if not matching:
            names = [name for item in operations for name in _names(item)]
            hint = (
                did_you_mean(key, names)
                or "use an operation id, `METHOD /path`, or a pattern of these"
            )
            self._report(key, _Problem((), "it matches no operation", hint))
        table = self._settings[key]
        if isinstance(table, bool):
            return
        applied = [item for item in matching if _find_key(item, self._settings) == key]
        problems = {
            item.id: list(_find_problems(item, self._declarations, table))
            for item in applied
        }
        lists = [item for item in applied if find_list(item, self._declarations)]
        rule = PAGINATION_NOT_APPLIED
        if all(problems.values()):
            exact = [item for item in applied if key in _names(item)]
            lists = exact or lists or applied[:1]
            rule = UNKNOWN_PAGINATION
        for item in lists:
            for problem in problems[item.id]:
                self._report(key, problem, item.id, rule)

    def _report(
        self,
        key: str,
        problem: _Problem,
        operation: str = "",
        rule: Rule = UNKNOWN_PAGINATION,
    ) -> None:
        suffix = f" ({operation})" if operation and operation != key else ""
        self._diagnostics.add(
            rule,
            f"`pagination`: {key!r}{suffix}: {problem.message}",
            self._origin.span("pagination", key, *problem.path),
            hint=problem.hint,
        )


def _find_key(operation: Operation, settings: Mapping[str, Any]) -> str | None:
    """Return the entry for an operation: its own name, else the first pattern."""
    for key in _names(operation):
        if key in settings:
            return key
    return next((key for key in settings if _matches(operation, key)), None)


def _names(operation: Operation) -> tuple[str, str]:
    return operation.id, f"{operation.method} {operation.path}"


def _matches(operation: Operation, key: str) -> bool:
    names = _names(operation)
    return key in names or any(fnmatchcase(name, key) for name in names)


def _find_problems(
    operation: Operation, declarations: Declarations, table: Mapping[str, Any]
) -> Iterator[_Problem]:
    """Yield the reasons why a table does not fit an operation."""
    type_ = find_body_type(operation)
    if type_ is None:
        yield _Problem((), "the response is not JSON of one type")
        return
    yield from _find_items_problems(operation, type_, declarations, table)
    if PageKind(table["kind"]) in _NEEDS_PARAMETER:
        yield from _find_send_problems(operation, declarations, table)
    for name in _PATH_SETTINGS:
        if name in table:
            path = _key_path(table[name])
            yield from _find_path_problems(name, path, type_, declarations)


def _find_items_problems(
    operation: Operation,
    type_: Type,
    declarations: Declarations,
    table: Mapping[str, Any],
) -> Iterator[_Problem]:
    """Yield problems of the settings `items` and `id`."""
    items = _key_path(table["items"]) if "items" in table else None
    if items is not None:
        problems = list(_find_path_problems("items", items, type_, declarations))
        if problems:
            yield from problems
            return
        field = find_field_type(type_, items, declarations)
        if field is None or not isinstance(resolve_type(field, declarations), ListOf):
            name = ".".join(items)
            yield _Problem(("items",), f"{name!r} of the response is not a list")
            return
    response_list = find_list(operation, declarations, items)
    if response_list is None:
        yield _Problem(
            (),
            "no list was detected in the response",
            "set `items` to the path of the list",
        )
    elif table["kind"] == PageKind.ID.value and "next" not in table:
        name = table.get("id", "id")
        if response_list.keys and name not in response_list.keys:
            yield _Problem(
                ("id",),
                f"items have no field {name!r}",
                suggest(name, sorted(response_list.keys), "fields of an item"),
            )


def _find_send_problems(
    operation: Operation, declarations: Declarations, table: Mapping[str, Any]
) -> Iterator[_Problem]:
    """Yield the problem of the setting `send`, if there is one.

    The parameter must be a query parameter or, for POST, a property of the body.
    """
    send = table.get("send", "")
    parameters = operation.parameters
    names = [item.name for item in parameters if item.place is ParameterPlace.QUERY]
    if send in names:
        return
    body = operation.body if operation.method == "POST" else None
    if body is not None:
        missing = find_missing_key(body.type, (send,), declarations)
        if missing is None:
            return
        names += missing.known
    message = f"there is no query parameter {send!r}"
    places = [item.place.value for item in parameters if item.name == send]
    if places:
        message += f"; {send!r} is a {places[0]} parameter"
    yield _Problem(("send",), message, suggest(send, names, "parameters"))


def _find_path_problems(
    setting: str, path: KeyPath, type_: Type, declarations: Declarations
) -> Iterator[_Problem]:
    """Yield the problem of a setting that is the path of a field, if there is one."""
    missing = find_missing_key(type_, path, declarations)
    if missing is None:
        return
    parent = ".".join(path[: missing.position])
    owner = f"{parent!r} of the response" if parent else "the response"
    yield _Problem(
        (setting, missing.position) if len(path) > 1 else (setting,),
        f"{owner} has no field {missing.key!r}",
        suggest(missing.key, missing.known, "fields"),
    )


def _from_table(
    operation: Operation, declarations: Declarations, table: Mapping[str, Any]
) -> Pagination | None:
    kind = PageKind(table["kind"])
    items = _key_path(table["items"]) if "items" in table else None
    response_list = find_list(operation, declarations, items)
    if response_list is None:
        return None
    send = table.get("send", "")
    paths = {name: _key_path(table[name]) for name in _PATH_SETTINGS if name in table}
    in_query = any(
        item.name == send and item.place is ParameterPlace.QUERY
        for item in operation.parameters
    )
    return Pagination(
        kind,
        response_list.items,
        response_list.item,
        send=send,
        in_body=bool(send) and not in_query and operation.method == "POST",
        id=table.get("id", "id"),
        first=table.get("first", 1 if kind is PageKind.NUMBER else 0),
        **paths,
    )


def _key_path(value: str | list[str]) -> KeyPath:
    return (value,) if isinstance(value, str) else tuple(value)
