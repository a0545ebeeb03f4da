"""Numbers and booleans keep the text of their file."""

from __future__ import annotations

import tracemalloc

import pytest

from generator.diagnostics import Diagnostics
from generator.loader.reading import make_source, parse
from generator.openapi.written import written_text
from generator.source import Location

CASES = {
    "default: 1.10": "1.10",
    "default: 010 # a comment": "010",
    "default:\n  1.10": "1.10",
    "'default': &shared 0x1F": "0x1F",
    "{default: 1e3, other: 1}": "1e3",
    "default: True": "True",
    '{"default": 1.10}': "1.10",
    '{"default" : -0.0}': "-0.0",
    '{"default":\n 1E5}': "1E5",
    "default: !!float 2": "2.0",
    "other: &shared 1.10\ndefault: *shared": "1.10",
    "other: &shared 1\nagain: &shared 1.10\ndefault: *shared\nlast: &shared 1.1": "1.10",
    "other: &base {default: 1.10}\n<<: *base": "1.10",
    "first: &first {default: 1.10}\nsecond: &second {<<: *first}\n<<: [*second]": "1.10",
    "<<: {default: 1.10}": "1.10",
    "other: &base {default: 2.10}\n<<: *base\ndefault: 1.10": "1.10",
    "default: 123456789012345678901234567890": "123456789012345678901234567890",
}
ITEMS = {
    "enum: [1.10, 010, TRUE]": ["1.10", "010", "TRUE"],
    "enum:\n- 1.10\n- 010 # a comment": ["1.10", "010"],
    "enum:\n-\n  1.10\n- .5": ["1.10", ".5"],
    '{"enum": [1.10,1e2]}': ["1.10", "1e2"],
    "other: &shared 1.10\nenum: [*shared, 1.20]": ["1.10", "1.20"],
    "other: &shared [1.10, 010]\nenum: *shared": ["1.10", "010"],
}


@pytest.mark.parametrize("text", CASES)
def test_value_of_a_key(text: str) -> None:
    source = make_source("openapi", "", text)
    value = parse(source, Diagnostics())["default"]
    assert written_text(value, Location(source, ("default",))) == CASES[text]


@pytest.mark.parametrize("text", ITEMS)
def test_items(text: str) -> None:
    source = make_source("openapi", "", text)
    values = parse(source, Diagnostics())["enum"]
    places = [Location(source, ("enum", str(index))) for index in range(len(values))]
    assert list(map(written_text, values, places)) == ITEMS[text]


def test_another_value_than_in_the_file() -> None:
    """An overlay or an upgrade has changed the value."""
    source = make_source("openapi", "", "default: 1.10")
    assert written_text(2.5, Location(source, ("default",))) == "2.5"
    assert written_text(True, Location(source, ("default",))) == "true"


def test_a_long_line_is_not_copied() -> None:
    """The time of a document in one line is not quadratic."""
    source = make_source("openapi", "", f'{{"a": "{"x" * 10**6}", "b": [1.10, {{}}]}}')
    value, where = parse(source, Diagnostics())["b"][0], Location(source, ("b", "0"))
    assert written_text(value, where) == "1.10"
    tracemalloc.start()
    try:
        assert written_text(value, where) == "1.10"
        assert tracemalloc.get_traced_memory()[1] < 10**5
    finally:
        tracemalloc.stop()
