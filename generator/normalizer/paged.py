"""Which operations return pages: as the settings say, else as documents show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fnmatch import fnmatchcase
from typing import Any

from generator.diagnostics import Diagnostics, Rule, Severity
from generator.model.operations import Operation, PageKind, Pagination, Way
from generator.normalizer.listing import Declarations, json_contents, listing
from generator.normalizer.pagination import recognized

UNKNOWN_PAGINATION = Rule(
    "unknown-pagination",
    Severity.WARNING,
    "An entry of the setting `pagination` matches no operation, or says of one what its "
    "answer cannot be. Keys are operation ids, `METHOD /path`, or patterns of these; "
    "values are `false`, or a table with `kind` and the places of its fields.",
)

_WAYS = ("next", "more", "done", "total", "pages", "current")
_NEEDS_PARAMETER = (PageKind.TOKEN, PageKind.ID, PageKind.NUMBER, PageKind.OFFSET)


def with_pagination(
    operations: list[Operation],
    declarations: Declarations,
    settings: Mapping[str, Any],
    diagnostics: Diagnostics,
) -> list[Operation]:
    """The operations, each with how its list goes on.

    Args:
        operations: all of them.
        declarations: what their types refer to.
        settings: by operation id, `METHOD /path` or pattern: `False`, or a table.
        diagnostics: takes entries that match nothing.
    """
    for key in settings:
        if not any(_matches(item, key) for item in operations):
            _report(diagnostics, key, "it matches no operation")
    return [
        _paged(item, _pagination(item, declarations, settings, diagnostics))
        for item in operations
    ]


def _paged(operation: Operation, found: Pagination | None) -> Operation:
    """The operation as one whose answer is a page: in JSON, and never nothing."""
    if found is None:
        return operation
    answer = replace(operation.answer, contents=json_contents(operation), empty=False)
    return replace(operation, answer=answer, pagination=found)


def _pagination(
    operation: Operation,
    declarations: Declarations,
    settings: Mapping[str, Any],
    diagnostics: Diagnostics,
) -> Pagination | None:
    key = _key(operation, settings)
    if key is None or settings[key] is True:
        return recognized(operation, declarations)
    if settings[key] is False:
        return None
    made = _from_table(operation, declarations, settings[key])
    if made is None:
        _report(diagnostics, key, f"{operation.id!r} answers no such list")
    return made


def _key(operation: Operation, settings: Mapping[str, Any]) -> str | None:
    """The entry that speaks of an operation: by its name, else the first pattern."""
    for key in (operation.id, f"{operation.method} {operation.path}"):
        if key in settings:
            return key
    return next((key for key in settings if _matches(operation, key)), None)


def _matches(operation: Operation, key: str) -> bool:
    names = (operation.id, f"{operation.method} {operation.path}")
    return key in names or any(fnmatchcase(name, key) for name in names)


def _from_table(
    operation: Operation, declarations: Declarations, table: Mapping[str, Any]
) -> Pagination | None:
    kind = PageKind(table["kind"])
    items = _way(table["items"]) if "items" in table else None
    found = listing(operation, declarations, items)
    send = table.get("send", "")
    if found is None or (kind in _NEEDS_PARAMETER and not send):
        return None
    ways = {name: _way(table[name]) for name in _WAYS if name in table}
    in_query = any(item.name == send for item in operation.parameters)
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


def _way(value: str | list[str]) -> Way:
    return (value,) if isinstance(value, str) else tuple(value)


def _report(diagnostics: Diagnostics, key: str, message: str) -> None:
    diagnostics.add(UNKNOWN_PAGINATION, f"'pagination': {key!r}: {message}")
