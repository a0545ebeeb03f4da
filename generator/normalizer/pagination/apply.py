"""Pagination of operations: configured by the settings, or detected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from typing import Any

from ...config import Config
from ...diagnostics import Diagnostics, Rule, Severity
from ...model.operations import Operation, Pagination
from ...suggestions import did_you_mean
from .detect import detect_pagination
from .last_ids import count_last_id_parameters, detect_shared_last_id
from .response_list import Declarations, find_json_contents, find_list
from .settings import SettingProblem, build_from_setting, find_setting_problems

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
    hint="add an entry for the operation, or set it to `false`",
)


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
    by_id = {item.id: item for item in (*known, *operations)}
    pages = {id_: entries.find_pagination(item) for id_, item in by_id.items()}
    counts = count_last_id_parameters(
        ((item, pages[id_]) for id_, item in by_id.items()), declarations
    )
    for item in operations if counts else ():
        if pages[item.id] is None and not entries.configures(item):
            pages[item.id] = detect_shared_last_id(item, declarations, counts)
    return [_paginate(item, pages[item.id]) for item in operations]


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

    def configures(self, operation: Operation) -> bool:
        """Return whether an entry decides about the pagination of an operation."""
        key = _find_key(operation, self._settings)
        return key is not None and self._settings[key] is not True

    def find_pagination(self, operation: Operation) -> Pagination | None:
        """Return the pagination of an operation: from its entry, else detected."""
        key = _find_key(operation, self._settings)
        if key is None or self._settings[key] is True:
            return detect_pagination(operation, self._declarations)
        table = self._settings[key]
        if table is False or any(
            find_setting_problems(operation, self._declarations, table)
        ):
            return None
        return build_from_setting(operation, self._declarations, table)

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
            self._report(key, SettingProblem((), "it matches no operation", hint))
        table = self._settings[key]
        if isinstance(table, bool):
            return
        applied = [item for item in matching if _find_key(item, self._settings) == key]
        problems = {
            item.id: list(find_setting_problems(item, self._declarations, table))
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
        problem: SettingProblem,
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
