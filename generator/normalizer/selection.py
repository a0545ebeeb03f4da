"""Selection of operations by the settings `only` and `exclude`."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase

from ..config import Config
from ..diagnostics import Diagnostics, Rule, Severity
from ..model.api import Webhook
from ..model.operations import Operation
from ..suggestions import did_you_mean

MATCHES_NOTHING = Rule(
    "matches-nothing",
    Severity.ERROR,
    "A pattern of the settings `only`, `exclude` or `optional_bodies`, or of the flag "
    "`--only`, matches no operation. Patterns are compared with operation ids, with `METHOD /path`, with paths "
    "and with calls such as `chat.completions.create`. `webhooks.NAME` is a webhook.",
    about_settings=True,
)
NOTHING_SELECTED = Rule(
    "nothing-selected",
    Severity.ERROR,
    "The settings `only` and `exclude`, or the flag `--only`, select no operation of the "
    "documents. A client without methods is not generated.",
    about_settings=True,
)


def select_operations(
    operations: list[Operation],
    webhooks: Sequence[str],
    config: Config,
    diagnostics: Diagnostics,
) -> list[Operation]:
    """Return the operations that match `only` and do not match `exclude`.

    Args:
        operations: All operations of the documents.
        webhooks: Names of all webhooks, which patterns can match, too.
        config: Settings; an empty `only` matches all operations.
        diagnostics: Collects patterns that match nothing.
    """
    selected = operations
    known = [_webhook_name(name) for name in webhooks]
    only_match = check_patterns(operations, "only", config, diagnostics, known)
    all_match = (
        check_patterns(operations, "exclude", config, diagnostics, known) and only_match
    )
    if config.only:
        selected = find_matching(operations, config.only)
    excluded = {item.id for item in find_matching(operations, config.exclude)}
    selected = [item for item in selected if item.id not in excluded]
    if operations and not selected and all_match:
        setting = "exclude" if config.exclude else "only"
        diagnostics.add(
            NOTHING_SELECTED,
            f"{config.origin.name(setting)} selects none of {len(operations)} operations",
            config.origin.span(setting),
            hint="correct `only` and `exclude`, which are compared with operation ids, "
            "paths and calls",
        )
    return selected


def select_webhooks(
    webhooks: tuple[Webhook, ...], config: Config
) -> tuple[Webhook, ...]:
    """Return the webhooks that match `only` and do not match `exclude`.

    They are compared as `webhooks.NAME`. An empty `only` matches all webhooks.
    """
    return tuple(
        item
        for item in webhooks
        if _matches_any(item, config.only or ("*",))
        and not _matches_any(item, config.exclude)
    )


def _matches_any(webhook: Webhook, patterns: Sequence[str]) -> bool:
    name = _webhook_name(webhook.name)
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def _webhook_name(name: str) -> str:
    return f"webhooks.{name}"


def check_patterns(
    operations: Sequence[Operation],
    setting: str,
    config: Config,
    diagnostics: Diagnostics,
    others: Sequence[str] = (),
) -> bool:
    """Report patterns of a setting that match nothing; return whether all match.

    Args:
        operations: All operations.
        setting: The setting.
        config: Settings.
        diagnostics: Collects patterns that match nothing.
        others: Other names that patterns can match.
    """
    all_match = True
    patterns: tuple[str, ...] = getattr(config, setting)
    for index, pattern in enumerate(patterns):
        if not find_matching(operations, (pattern,)) and not any(
            fnmatchcase(name, pattern) for name in others
        ):
            all_match = False
            diagnostics.add(
                MATCHES_NOTHING,
                f"{config.origin.name(setting)}: {pattern!r} matches no operation",
                config.origin.span(setting, index),
                hint=_suggest(pattern, operations),
            )
    return all_match


def find_matching(
    operations: Sequence[Operation], patterns: Sequence[str]
) -> list[Operation]:
    """Return the operations that match one of the patterns."""
    return [
        item
        for item in operations
        if any(_matches(item, pattern) for pattern in patterns)
    ]


def _matches(operation: Operation, pattern: str) -> bool:
    return any(fnmatchcase(name, pattern) for name in operation_names(operation))


def _suggest(pattern: str, operations: Sequence[Operation]) -> str:
    """Return a hint with the name most similar to a pattern, or `""`."""
    return did_you_mean(
        pattern, [name for item in operations for name in operation_names(item)]
    )


def operation_names(operation: Operation) -> tuple[str, ...]:
    """Return the names of an operation that patterns are compared with."""
    method, path = operation.method, operation.path
    call = ".".join((*operation.resource, "_".join(operation.name)))
    return (operation.id, path, f"{method} {path}", call)
