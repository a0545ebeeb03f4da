"""The version that is due after changes."""

from __future__ import annotations

import pytest
from packaging.version import Version

from generator.comparison import RULES, Change, Level
from generator.comparison.versions import next_version


def _change(level: Level) -> Change:
    rule = next(rule for rule in RULES.values() if rule.level is level)
    return Change(rule, "client", "something changes")


@pytest.mark.parametrize(
    ("version", "level", "expected"),
    [
        ("1.4.2", Level.BREAKING, "2.0.0"),
        ("1.4.2", Level.WARNING, "1.5.0"),
        ("1.4.2", Level.COMPATIBLE, "1.5.0"),
        ("1.4.2", Level.INFO, "1.4.3"),
        ("2", Level.COMPATIBLE, "2.1.0"),
        ("0.3.1", Level.BREAKING, "0.4.0"),
        ("0.3.1", Level.COMPATIBLE, "0.3.2"),
        ("2.0.0rc1", Level.BREAKING, "2.0.0"),
        ("2.1.0b2", Level.BREAKING, "3.0.0"),
        ("2.1.0b2", Level.COMPATIBLE, "2.1.0"),
        ("2.1.1.dev0", Level.INFO, "2.1.1"),
        ("1.0.0.4", Level.INFO, "1.0.1"),
    ],
)
def test_next_version(version: str, level: Level, expected: str) -> None:
    due = next_version(version, [_change(Level.INFO), _change(level)])
    assert due.next == expected
    assert Version(due.next) > Version(version)


def test_version_stays_without_changes() -> None:
    assert next_version("1.4.2", []).next == "1.4.2"


@pytest.mark.parametrize(
    ("current", "expected"),
    [("", "1.5.0"), ("1.4.2", "1.5.0"), ("1.4.9", "1.5.0"), ("1.6.0", "1.6.0")],
)
def test_version_that_was_raised_is_kept(current: str, expected: str) -> None:
    changes = [_change(Level.COMPATIBLE)]
    assert next_version("1.4.2", changes, current).next == expected


def test_dates_are_not_increased() -> None:
    due = next_version("2024.10.21", [_change(Level.BREAKING)])
    assert due.next == ""
    assert due.sentence == (
        "next version: a later date than 2024.10.21 (breaking changes)"
    )


def test_text_without_a_number_is_not_a_version() -> None:
    with pytest.raises(ValueError, match="not a version"):
        next_version("latest", [])
