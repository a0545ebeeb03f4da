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
VALIDATION_CODES = frozenset(
    {
        "invalid-document",
        "invalid-value",
        "validation-stopped",
        "validation-timeout",
        "validator-failed",
    }
)
"""Codes that only the validation reports."""

EXPIRED_IGNORE = Rule(
    "expired-ignore",
    Severity.WARNING,
    "The date `until` of an entry of `ignore` or `changes` in the settings is in the past,"
    " so its diagnostics or changes are reported again. Correct the document, or change the"
    " date.",
    about_settings=True,
    hint="correct the document, or change the date",
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
        is_complete: Whether the documents were validated. If not, unused entries for
            results of the validation are not reported.

    Returns:
        The number of removed diagnostics.
    """
    # After an error, the remaining stages report nothing.
    errors = {item.rule.code for item in diagnostics if item.severity is Severity.ERROR}
    removed: set[int] = set()
    for position, entry in enumerate(config.ignore):
        where = config.origin.span("ignore", position)
        if is_expired(diagnostics, entry.code, entry.until, today, where):
            continue
        matches = {id(item) for item in diagnostics if _matches(item, entry)}
        is_known = is_complete or entry.code not in VALIDATION_CODES
        if not matches and (entry.code in errors if errors else is_known):
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
    items = [item for item in diagnostics if item.rule.code == entry.code]
    if not items:
        return _code_hint(entry.code)
    if items[0].rule.about_settings:
        return "diagnostics of settings cannot be ignored; correct the settings"
    if items[0].severity is Severity.ERROR:
        return "errors cannot be ignored; correct the document"
    return f"a diagnostic with this code is at {place_of(items[0])}"


def _code_hint(code: str) -> str:
    """Return a hint for an entry whose code no diagnostic has."""
    codes = known_codes()
    if code in codes:
        return "remove the entry"
    suggestion = did_you_mean(code, sorted(codes))
    other = f"; {suggestion}" if suggestion else ""
    return f"this version has no diagnostic with this code; remove the entry{other}"
