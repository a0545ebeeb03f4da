"""Diagnostics and changes that the settings `ignore` and `changes` accept."""

from __future__ import annotations

import datetime as dt
from fnmatch import fnmatchcase

from .config import Config
from .config.ignored import Ignored
from .diagnostics import Diagnostic, Diagnostics, Rule, Severity
from .diagnostics.explain import known_codes
from .source import Location, Span, format_pointer
from .suggestions import did_you_mean

UNUSED_IGNORE = Rule(
    "unused-ignore",
    Severity.WARNING,
    "No warning or note has the code and the place of an entry of `ignore` in the settings,"
    " or no change has the rule, the fingerprint and the subject of an entry of `changes`."
    " Remove the entry, or correct it. Errors cannot be ignored.",
    about_settings=True,
)
EXPIRED_IGNORE = Rule(
    "expired-ignore",
    Severity.WARNING,
    "The date `until` of an entry of `ignore` or `changes` in the settings is in the past,"
    " so its diagnostics or changes are reported again. Correct the document, or change the"
    " date.",
    about_settings=True,
)


def remove_ignored(
    diagnostics: Diagnostics,
    config: Config,
    today: dt.date,
    *,
    is_complete: bool = True,
) -> int:
    """Remove the diagnostics that the settings ignore; report unused entries.

    Args:
        diagnostics: Diagnostics of all stages.
        config: Settings with the entries.
        today: Current date.
        is_complete: Whether the documents were validated. If not, unused entries are not
            reported, because the validation might have used them.

    Returns:
        The number of removed diagnostics.
    """
    removed: set[int] = set()
    for position, entry in enumerate(config.ignore):
        where = config.origin.span("ignore", position)
        if is_expired(diagnostics, entry.code, entry.until, today, where):
            continue
        matches = {id(item) for item in diagnostics if _matches(item, entry)}
        if not matches and is_complete:
            message = f"nothing is ignored by the entry for `{entry.code}`"
            diagnostics.add(
                UNUSED_IGNORE, message, where, hint=_unused_hint(diagnostics, entry)
            )
        removed |= matches
    diagnostics.remove(lambda item: id(item) in removed)
    return len(removed)


def is_expired(
    diagnostics: Diagnostics,
    name: str,
    until: dt.date | None,
    today: dt.date,
    where: Span | None,
) -> bool:
    """Return whether an entry has ended, and report that.

    Args:
        diagnostics: Where it is reported.
        name: Code, rule or fingerprint of the entry.
        until: Its last day; `None` for no end.
        today: Current date.
        where: Its place in the settings file.
    """
    if until is None or until >= today:
        return False
    message = f"the entry for `{name}` ended on {until.isoformat()}"
    diagnostics.add(EXPIRED_IGNORE, message, where)
    return True


def place_of(item: Diagnostic) -> str:
    """Return the place of a diagnostic: `file#/json/pointer`, without a line."""
    if isinstance(item.location, Location):
        file, pointer = item.location
        return f"{file.name}#{format_pointer(pointer)}"
    return item.location.file.name if item.location is not None else ""


def _matches(item: Diagnostic, entry: Ignored) -> bool:
    return (
        item.rule.code == entry.code
        and item.severity < Severity.ERROR
        and not item.rule.about_settings
        and fnmatchcase(place_of(item), entry.place)
    )


def _unused_hint(diagnostics: Diagnostics, entry: Ignored) -> str:
    places = [place_of(item) for item in diagnostics if item.rule.code == entry.code]
    if not places:
        return _code_hint(entry.code)
    return f"a diagnostic with this code is at {places[0]}"


def _code_hint(code: str) -> str:
    """Return a hint for an entry whose code no diagnostic has."""
    codes = known_codes()
    if code in codes:
        return "remove the entry"
    suggestion = did_you_mean(code, sorted(codes))
    other = f"; {suggestion}" if suggestion else ""
    return f"this version has no diagnostic with this code; remove the entry{other}"
