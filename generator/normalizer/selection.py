"""Which operations are wanted: the settings `only` and `exclude`."""

from __future__ import annotations

import difflib
from fnmatch import fnmatchcase

from generator.config import Config
from generator.diagnostics import Diagnostics, Rule, Severity
from generator.model.operations import Operation

MATCHES_NOTHING = Rule(
    "matches-nothing",
    Severity.NOTE,
    "A pattern of the settings `only` or `exclude` matches no operation. Patterns are "
    "compared with operation ids, with `METHOD /path`, with paths and with calls such as "
    "`chat.completions.create`.",
)
NOTHING_SELECTED = Rule(
    "nothing-selected",
    Severity.WARNING,
    "The settings `only` and `exclude`, or the flag `--only`, leave no operation of those "
    "that the documents describe. The client has no calls.",
)


def select(
    operations: list[Operation], config: Config, diagnostics: Diagnostics
) -> list[Operation]:
    """The operations that `only` names, all when it names none, without `exclude`."""
    wanted = operations
    if config.only:
        wanted = _matching(wanted, config.only, "only", diagnostics)
    if config.exclude:
        dropped = _matching(operations, config.exclude, "exclude", diagnostics)
        wanted = [item for item in wanted if item not in dropped]
    if operations and not wanted:
        diagnostics.add(
            NOTHING_SELECTED,
            "none of the operations is wanted",
            hint="correct `only` and `exclude`, which are compared with operation ids, "
            "paths and calls",
        )
    return wanted


def _matching(
    operations: list[Operation],
    patterns: tuple[str, ...],
    setting: str,
    diagnostics: Diagnostics,
) -> list[Operation]:
    found: list[Operation] = []
    for pattern in patterns:
        matching = [item for item in operations if _matches(item, pattern)]
        if not matching:
            diagnostics.add(
                MATCHES_NOTHING,
                f"{setting!r}: {pattern!r} matches no operation",
                hint=_meant(pattern, operations),
            )
        found += matching
    return [item for item in operations if item in found]


def _matches(operation: Operation, pattern: str) -> bool:
    return any(fnmatchcase(name, pattern) for name in _names(operation))


def _meant(pattern: str, operations: list[Operation]) -> str:
    """What a pattern that matches nothing may have been meant to say."""
    names = [name for item in operations for name in _names(item)]
    close = difflib.get_close_matches(pattern, names, 1)
    return f"did you mean {close[0]!r}?" if close else ""


def _names(operation: Operation) -> tuple[str, ...]:
    """What an operation is called by."""
    method, path = operation.method, operation.path
    call = ".".join((*operation.resource, "_".join(operation.name)))
    return (operation.id, path, f"{method} {path}", call)
