"""Diagnostics as text and as JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.diagnostics import Diagnostics, Related, Rule, Severity
from generator.diagnostics.render import (
    as_json,
    count_columns,
    escape,
    render,
    summarize,
)
from generator.source import Location, Place, SourceFile, Span

ERROR = Rule("some-error", Severity.ERROR, "")
WARNING = Rule("some-warning", Severity.WARNING, "")
NOTE = Rule("some-note", Severity.NOTE, "")


def source(text: str) -> SourceFile:
    """Return a file in which `/a` is at the second character."""
    return SourceFile("api/a.yaml", "", text, lambda _: {("a",): Place(1, 2, 3)})


def rendered(text: str, place: Place, **named: Any) -> str:
    """Return the report of one diagnostic."""
    diagnostics = Diagnostics()
    diagnostics.add(WARNING, "something", Span(source(text), place))
    return render(diagnostics, **named)


def test_parts_of_a_diagnostic_are_in_order() -> None:
    diagnostics = Diagnostics()
    diagnostics.add(
        ERROR,
        "the name is wrong",
        Location(source("xabcx\n"), ("a",)),
        related=(Related("it is defined here", Span(source("b: 1"), Place(1, 4))),),
        hint="change the name",
    )
    assert render(diagnostics) == """\
error[some-error] api/a.yaml:1:2
  the name is wrong
  1 | xabcx
    |  ^^^
  it is defined here: api/a.yaml:1:4
  1 | b: 1
    |    ^
  hint: change the name

1 error
"""


def test_diagnostic_without_location_has_no_source() -> None:
    diagnostics = Diagnostics()
    diagnostics.add(NOTE, "a setting is unused")
    assert render(diagnostics) == "note[some-note]\n  a setting is unused\n\n1 note\n"


def test_diagnostics_are_sorted_by_severity_and_counted() -> None:
    diagnostics = Diagnostics()
    for number in range(8):
        diagnostics.add(WARNING, f"warning {number}")
        diagnostics.add(NOTE, f"note {number}")
    diagnostics.add(ERROR, "error")
    text = render(diagnostics)
    assert text.startswith("error[some-error]\n")
    assert "\n1 error, 8 warnings, 8 notes\n" in text
    assert "warning 4" in text
    assert "warning 5" not in text
    assert "  … and 3 more of some-warning\n" in text
    assert "warning 7" in render(diagnostics, limit=None)
    assert render(diagnostics) == text


def test_no_diagnostics() -> None:
    assert render([]) == ""
    assert summarize([]) == "no diagnostics"
    assert as_json([]) == []


def test_color_is_optional() -> None:
    plain = rendered("abc", Place(1, 1))
    colored = rendered("abc", Place(1, 1), color=True)
    assert "\033" not in plain
    assert "\033[1;33mwarning[some-warning]\033[0m" in colored
    assert _remove_color(colored) == plain


def _remove_color(text: str) -> str:
    parts = text.split("\033[")
    return parts[0] + "".join(part.partition("m")[2] for part in parts[1:])


def test_carets_are_aligned_with_tabs_and_wide_characters() -> None:
    lines = rendered("\t日本\u0301x", Place(1, 5, 1)).splitlines()
    assert lines[2] == "  1 |     日本\u0301x"
    assert lines[3] == "    |         ^"
    assert count_columns("日e\u0301") == 3
    assert count_columns("\u26a0\ufe0fx") == 2


def test_control_characters_are_escaped() -> None:
    text = "a\x1b[31m\u202eb\u2028\x00"
    assert escape(text) == "a\\x1b[31m\\u202eb\\u2028\\x00"
    lines = rendered(text, Place(1, 2)).splitlines()
    assert lines[2] == "  1 | a\\x1b[31m\\u202eb\\u2028\\x00"
    assert lines[3] == "    |  ^^^^"
    diagnostics = Diagnostics()
    diagnostics.add(ERROR, "bad\n\x1b[2J", hint="also\u202e")
    assert "\x1b" not in render(diagnostics)
    assert "bad\\n\\x1b[2J" in render(diagnostics)
    file = SourceFile("a\x1b\nb.yaml", "", "x", lambda _: {})
    diagnostics.add(ERROR, "named", file.span(0))
    assert "a\\x1b\\nb.yaml:1:1" in render(diagnostics)


def test_long_lines_are_cut_around_the_place() -> None:
    text = "".join(f"<{number:04}>" for number in range(200))
    lines = rendered(text, Place(1, 601, 6)).splitlines()
    assert lines[2].startswith("  1 | …") and lines[2].endswith("…")
    assert len(lines[2]) < 115
    caret = lines[3].index("^")
    assert lines[2][caret : caret + 6] == "<0100>"
    assert lines[3].count("^") == 6
    start = rendered(text, Place(1, 1, 6)).splitlines()
    assert start[2].startswith("  1 | <0000>")
    end = rendered(text, Place(1, 1195, 6)).splitlines()
    assert end[2].endswith("<0199>") and end[3].endswith("^" * 6)
    whole = rendered(text, Place(1, 601, 1000)).splitlines()
    assert len(whole[3]) <= len(whole[2])


@pytest.mark.parametrize("width", [10, 40, 80, 200])
def test_source_lines_fit_the_terminal(width: int) -> None:
    text = "".join(f"<{number:04}>" for number in range(200))
    for column in (1, 61, 601, 1195):
        lines = rendered(text, Place(1, column, 6), columns=width).splitlines()
        assert all(len(line) <= max(width, 30) for line in lines[2:4])
        assert lines[3].count("^") == 6
        caret = lines[3].index("^")
        assert lines[2][caret : caret + 6] == text[column - 1 : column + 5]


def test_places_outside_of_the_text_are_accepted() -> None:
    assert "^" not in rendered("abc", Place(7, 1))
    assert rendered("abc", Place(1, 90)).splitlines()[3] == "    |    ^"


def test_json_contains_all_fields() -> None:
    diagnostics = Diagnostics()
    file = source("xabcx\n")
    diagnostics.add(
        ERROR,
        "wrong",
        Location(file, ("a", "b/c")),
        related=(Related("here", Span(file, Place(1, 4))),),
        hint="h",
    )
    diagnostics.add(NOTE, "no place")
    first, second = as_json(diagnostics)
    assert first == {
        "code": "some-error",
        "severity": "error",
        "message": "wrong",
        "file": "api/a.yaml",
        "line": 1,
        "column": 2,
        "pointer": "/a/b~1c",
        "hint": "h",
        "related": [
            {
                "message": "here",
                "file": "api/a.yaml",
                "line": 1,
                "column": 4,
                "pointer": None,
            }
        ],
    }
    assert second["file"] is None and second["pointer"] is None
    assert json.loads(json.dumps(first)) == first


def test_many_diagnostics_are_counted_by_code() -> None:
    diagnostics = Diagnostics()
    for number in range(11):
        diagnostics.add(NOTE, f"note {number}")
    assert render(diagnostics).endswith("\n11 notes\n")
    diagnostics.add(WARNING, "warning")
    assert render(diagnostics).endswith(
        "\n1 warning, 11 notes\n   1 some-warning\n  11 some-note\n"
    )


def test_file_names_are_configurable() -> None:
    diagnostics = Diagnostics()
    diagnostics.add(ERROR, "wrong", Location(source("xabc"), ("a",)))
    assert "error[some-error] elsewhere/a.yaml:1:2\n" in render(
        diagnostics, name=lambda file: "elsewhere/a.yaml"
    )
    (item,) = as_json(diagnostics, lambda file: "elsewhere/a.yaml")
    assert item["file"] == "elsewhere/a.yaml"
