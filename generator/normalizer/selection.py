"""Which operations are wanted: the settings `only` and `exclude`."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase

from ..config import Config
from ..diagnostics import Diagnostics, Rule, Severity
from ..model.operations import Operation
from ..suggestions import did_you_mean

MATCHES_NOTHING = Rule(
    "matches-nothing",
    Severity.ERROR,
    "A pattern of the settings `only` or `exclude`, or of the flag `--only`, matches no "
    "operation. Patterns are compared with operation ids, with `METHOD /path`, with paths "
    "and with calls such as `chat.completions.create`.",
    about_settings=True,
)
NOTHING_SELECTED = Rule(
    "nothing-selected",
    Severity.ERROR,
    "The settings `only` and `exclude`, or the flag `--only`, leave no operation of those "
    "that the documents describe. A client without calls is not written.",
    about_settings=True,
)


def select(
    operations: list[Operation], config: Config, diagnostics: Diagnostics
) -> list[Operation]:
    """Return the operations that `only` names, all when it names none, without `exclude`.

    Args:
        operations: all operations of the documents.
        config: has the two settings.
        diagnostics: takes patterns that match nothing.
    """
    wanted = operations
    unmatched = 0
    for setting in ("only", "exclude"):
        patterns: tuple[str, ...] = getattr(config, setting)
        for position, pattern in enumerate(patterns):
            if not _matching(operations, (pattern,)):
                unmatched += 1
                diagnostics.add(
                    MATCHES_NOTHING,
                    f"{config.origin.name(setting)}: {pattern!r} matches no operation",
                    config.origin.span(setting, position),
                    hint=_meant(pattern, operations),
                )
    if config.only:
        wanted = _matching(operations, config.only)
    dropped = {item.id for item in _matching(operations, config.exclude)}
    wanted = [item for item in wanted if item.id not in dropped]
    if operations and not wanted and not unmatched:
        setting = "exclude" if config.exclude else "only"
        diagnostics.add(
            NOTHING_SELECTED,
            f"{config.origin.name(setting)} leaves none of {len(operations)} operations",
            config.origin.span(setting),
            hint="correct `only` and `exclude`, which are compared with operation ids, "
            "paths and calls",
        )
    return wanted


def _matching(operations: list[Operation], patterns: Sequence[str]) -> list[Operation]:
    return [
        item
        for item in operations
        if any(_matches(item, pattern) for pattern in patterns)
    ]


def _matches(operation: Operation, pattern: str) -> bool:
    return any(fnmatchcase(name, pattern) for name in _names(operation))


def _meant(pattern: str, operations: list[Operation]) -> str:
    """Return what a pattern that matches nothing may have been meant to be."""
    return did_you_mean(pattern, [name for item in operations for name in _names(item)])


def _names(operation: Operation) -> tuple[str, ...]:
    """What an operation is called by."""
    method, path = operation.method, operation.path
    call = ".".join((*operation.resource, "_".join(operation.name)))
    return (operation.id, path, f"{method} {path}", call)
