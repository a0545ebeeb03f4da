"""The levels that the setting `changes` gives to changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from fnmatch import fnmatchcase

from ...comparison import RULES, Change, Level
from ...config import Config, SettingsError
from ...config.ignored import ChangeLevel
from ...diagnostics import Diagnostics
from ...ignoring import UNUSED_IGNORE, is_expired
from ...suggestions import did_you_mean

_IGNORED = "ignored"


def apply_levels(
    changes: Iterable[Change],
    config: Config,
    diagnostics: Diagnostics,
    today: dt.date,
) -> tuple[tuple[Change, ...], int]:
    """Give changes the levels of the settings, and report unused and expired entries.

    If several entries match a change, the last one counts.

    Args:
        changes: All changes.
        config: Settings with the entries.
        diagnostics: Where entries are reported.
        today: Current date.

    Returns:
        The changes that are reported, and the number of the others.

    Raises:
        SettingsError: There is no such rule.
    """
    result = list(changes)
    levels: dict[int, str] = {}
    for position, entry in enumerate(config.changes):
        _check_rule(entry)
        where = config.origin.span("changes", position)
        name = entry.rule or entry.fingerprint
        if is_expired(diagnostics, name, entry.until, today, where):
            continue
        matches = [
            number for number, item in enumerate(result) if _matches(item, entry)
        ]
        if not matches:
            message = f"no change matches the entry for `{name}`"
            diagnostics.add(UNUSED_IGNORE, message, where, hint="remove the entry")
        levels |= dict.fromkeys(matches, entry.level)
    kept = tuple(
        _with_level(item, levels[number]) if number in levels else item
        for number, item in enumerate(result)
        if levels.get(number) != _IGNORED
    )
    return kept, len(result) - len(kept)


def _check_rule(entry: ChangeLevel) -> None:
    if entry.rule and entry.rule not in RULES:
        suggestion = did_you_mean(entry.rule, RULES)
        end = f"; {suggestion}" if suggestion else ""
        raise SettingsError(f"'changes': {entry.rule!r} is not a rule of diff{end}")


def _matches(item: Change, entry: ChangeLevel) -> bool:
    selected = (entry.rule or item.rule.id, entry.fingerprint or item.fingerprint)
    return selected == (item.rule.id, item.fingerprint) and fnmatchcase(
        item.subject, entry.subject
    )


def _with_level(item: Change, level: str) -> Change:
    return replace(item, rule=replace(item.rule, level=Level[level.upper()]))
