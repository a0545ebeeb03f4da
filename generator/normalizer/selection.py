"""Which operations are wanted: the settings `only` and `exclude`."""

from __future__ import annotations

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
                MATCHES_NOTHING, f"{setting!r}: {pattern!r} matches no operation"
            )
        found += matching
    return [item for item in operations if item in found]


def _matches(operation: Operation, pattern: str) -> bool:
    call = ".".join((*operation.resource, "_".join(operation.name)))
    names = (
        operation.id,
        operation.path,
        f"{operation.method} {operation.path}",
        call,
    )
    return any(fnmatchcase(name, pattern) for name in names)
