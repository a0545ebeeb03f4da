"""Which operations return pages: as the settings say, else as documents show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from typing import Any, NamedTuple

from ...config import Config
from ...diagnostics import Diagnostics, Rule, Severity
from ...model.operations import Operation, PageKind, Pagination, ParameterPlace, KeyPath
from ...model.types import ListOf, Type
from .response_list import Declarations, body_type, json_contents, listing, plain
from .detect import recognized
from .response_fields import field_type, missing_key
from ...suggestions import did_you_mean, suggest

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
    "not with the parameter or the fields that the entry names. The operation returns the "
    "response as it is, without further pages. Give it an entry of its own, or `false`.",
    about_settings=True,
)

_PATHS = ("next", "more", "done", "total", "pages", "current")
_NEEDS_PARAMETER = (PageKind.TOKEN, PageKind.ID, PageKind.NUMBER, PageKind.OFFSET)


class _Problem(NamedTuple):
    """Why an entry does not fit an operation; `path` leads to the wrong value."""

    path: tuple[str | int, ...]
    message: str
    hint: str = ""


def with_pagination(
    operations: Sequence[Operation],
    declarations: Declarations,
    config: Config,
    diagnostics: Diagnostics,
    known: Sequence[Operation] = (),
) -> list[Operation]:
    """Return the operations, each with how its list goes on.

    Args:
        operations: those that are wanted.
        declarations: what their types refer to.
        config: has the setting `pagination`.
        diagnostics: takes entries that match nothing or do not fit.
        known: all operations of the documents, where more are known than wanted.
    """
    entries = _Entries(declarations, config, diagnostics)
    for key in config.pagination:
        entries.check(key, [item for item in known or operations if matches(item, key)])
        if not any(matches(item, key) for item in known or operations):
            names = [name for item in known or operations for name in _names(item)]
            entries.report(key, _Problem((), "matches no operation", _near(key, names)))
    return [_paged(item, entries.pagination(item)) for item in operations]


def _paged(operation: Operation, found: Pagination | None) -> Operation:
    """Return the operation as one whose response is a page: in JSON, never empty."""
    if found is None:
        return operation
    answer = replace(operation.result, contents=json_contents(operation), empty=False)
    return replace(operation, result=answer, pagination=found)


class _Entries:
    """The entries of the setting `pagination`, applied to operations."""

    def __init__(
        self, declarations: Declarations, config: Config, diagnostics: Diagnostics
    ) -> None:
        self._declarations = declarations
        self._settings = config.pagination
        self._origin = config.origin
        self._diagnostics = diagnostics

    def pagination(self, operation: Operation) -> Pagination | None:
        """Return how an operation is paged: by its entry, else as it is recognized."""
        key = _key(operation, self._settings)
        if key is None or self._settings[key] is True:
            return recognized(operation, self._declarations)
        table = self._settings[key]
        if table is False or any(_problems(operation, self._declarations, table)):
            return None
        return _from_table(operation, self._declarations, table)

    def check(self, key: str, matching: Sequence[Operation]) -> None:
        """Report where an entry does not fit the operations that it applies to.

        A pattern may match other operations than lists, but must fit one operation.
        """
        table = self._settings[key]
        if isinstance(table, bool):
            return
        own = [item for item in matching if _key(item, self._settings) == key]
        found = {
            item.id: list(_problems(item, self._declarations, table)) for item in own
        }
        if all(found.values()):
            exact = [item for item in own if key in _names(item)]
            for item in exact or self._lists(own) or own[:1]:
                for problem in found[item.id]:
                    self.report(key, problem, item.id)
            return
        for item in self._lists(own):
            for problem in found[item.id]:
                self.report(key, problem, item.id, PAGINATION_NOT_APPLIED)

    def _lists(self, operations: Sequence[Operation]) -> list[Operation]:
        return [
            item for item in operations if listing(item, self._declarations) is not None
        ]

    def report(
        self,
        key: str,
        problem: _Problem,
        operation: str = "",
        rule: Rule = UNKNOWN_PAGINATION,
    ) -> None:
        """Add a diagnostic on an entry."""
        about = f" ({operation})" if operation and operation != key else ""
        self._diagnostics.add(
            rule,
            f"`pagination`: {key!r}{about}: {problem.message}",
            self._origin.span("pagination", key, *problem.path),
            hint=problem.hint,
        )


def _key(operation: Operation, settings: Mapping[str, Any]) -> str | None:
    """Return the entry for an operation: by its name, else the first pattern."""
    for key in _names(operation):
        if key in settings:
            return key
    return next((key for key in settings if matches(operation, key)), None)


def _names(operation: Operation) -> tuple[str, str]:
    return operation.id, f"{operation.method} {operation.path}"


def matches(operation: Operation, key: str) -> bool:
    """Return whether a key of the settings is an operation, or a pattern of it."""
    names = _names(operation)
    return key in names or any(fnmatchcase(name, key) for name in names)


def _near(key: str, names: Sequence[str]) -> str:
    return (
        did_you_mean(key, names)
        or "give an operation id, `METHOD /path`, or a pattern of these"
    )


def _problems(
    operation: Operation, declarations: Declarations, table: Mapping[str, Any]
) -> Iterator[_Problem]:
    """Yield why a table does not fit an operation."""
    type_ = body_type(operation)
    if type_ is None:
        yield _Problem((), "the response is not JSON of one type")
        return
    yield from _items_problems(operation, type_, declarations, table)
    if PageKind(table["kind"]) in _NEEDS_PARAMETER:
        yield from _send_problems(operation, declarations, table)
    for name in _PATHS:
        if name in table:
            yield from _path_problems(name, _way(table[name]), type_, declarations)


def _items_problems(
    operation: Operation,
    type_: Type,
    declarations: Declarations,
    table: Mapping[str, Any],
) -> Iterator[_Problem]:
    if "items" in table:
        way = _way(table["items"])
        problems = list(_path_problems("items", way, type_, declarations))
        yield from problems
        found = field_type(type_, way, declarations)
        if problems:
            return
        if found is None or not isinstance(plain(found, declarations), ListOf):
            dotted = ".".join(way)
            yield _Problem(("items",), f"{dotted!r} of the response is not a list")
            return
    items = _way(table["items"]) if "items" in table else None
    list_ = listing(operation, declarations, items)
    if list_ is None:
        yield _Problem(
            (),
            "no list is found in the response",
            "set `items` to the path of the list",
        )
    elif table["kind"] == PageKind.ID.value and "next" not in table:
        name = table.get("id", "id")
        if list_.keys and name not in list_.keys:
            yield _Problem(
                ("id",),
                f"items have no {name!r}",
                suggest(name, sorted(list_.keys), "fields of an item"),
            )


def _send_problems(
    operation: Operation, declarations: Declarations, table: Mapping[str, Any]
) -> Iterator[_Problem]:
    send = table.get("send", "")
    names = [
        item.name for item in operation.parameters if item.place is ParameterPlace.QUERY
    ]
    if send in names:
        return
    body = operation.body if operation.method == "POST" else None
    if body is not None:
        missing = missing_key(body.type, (send,), declarations)
        if missing is None:
            return
        names += missing.known
    elsewhere = [item.place.value for item in operation.parameters if item.name == send]
    message = f"there is no query parameter {send!r}"
    if elsewhere:
        message += f"; {send!r} is sent in the {elsewhere[0]}"
    yield _Problem(("send",), message, suggest(send, names, "parameters"))


def _path_problems(
    name: str, way: KeyPath, type_: Type, declarations: Declarations
) -> Iterator[_Problem]:
    missing = missing_key(type_, way, declarations)
    if missing is None:
        return
    where = ".".join(way[: missing.position])
    place = f"{where!r} of the response" if where else "the response"
    path = (name, missing.position) if len(way) > 1 else (name,)
    yield _Problem(
        path,
        f"{place} has no field {missing.key!r}",
        suggest(missing.key, missing.known, "fields"),
    )


def _from_table(
    operation: Operation, declarations: Declarations, table: Mapping[str, Any]
) -> Pagination | None:
    kind = PageKind(table["kind"])
    items = _way(table["items"]) if "items" in table else None
    found = listing(operation, declarations, items)
    if found is None:
        return None
    send = table.get("send", "")
    ways = {name: _way(table[name]) for name in _PATHS if name in table}
    in_query = any(
        item.name == send and item.place is ParameterPlace.QUERY
        for item in operation.parameters
    )
    return Pagination(
        kind,
        found.items,
        found.item,
        send=send,
        in_body=bool(send) and not in_query and operation.method == "POST",
        id=table.get("id", "id"),
        first=table.get("first", 1 if kind is PageKind.NUMBER else 0),
        **ways,
    )


def _way(value: str | list[str]) -> KeyPath:
    return (value,) if isinstance(value, str) else tuple(value)
