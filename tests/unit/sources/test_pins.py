"""Digests and dates in the settings file."""

from __future__ import annotations

import datetime as dt
import tomllib

import pytest

from generator.sources.pins import write_pins

DAY = dt.date(2026, 11, 29)
NEW, OLD = "b" * 64, "a" * 64

CASES = {
    "table": (
        "[tool.oasmith]\n"
        '[[tool.oasmith.sources]]\nfile = "a.yaml"  # our shop\nurl = "https://a.test/#x"\n'
        "\n[other]\nurl = 1\n",
        "[tool.oasmith]\n"
        '[[tool.oasmith.sources]]\nfile = "a.yaml"  # our shop\nurl = "https://a.test/#x"\n'
        f'sha256 = "{NEW}"\ndate = 2026-11-29\n'
        "\n[other]\nurl = 1\n",
    ),
    "replaced": (
        '[[tool.oasmith.sources]]\nsha256 = "' + OLD + '" # digest\n'
        'date   =  2025-01-01\nfile = "a.yaml"\nurl = "https://a.test"\n',
        '[[tool.oasmith.sources]]\nsha256 = "' + NEW + '" # digest\n'
        'date   =  2026-11-29\nfile = "a.yaml"\nurl = "https://a.test"\n',
    ),
    "inline": (
        "[tool.oasmith]\nsources = [\n"
        "  {url = 'https://a.test', file = 'a.yaml'}, # first\n"
        f"  {{url = 'https://b.test', file = 'b.yaml', sha256 = '{OLD}'}},\n]\n",
        "[tool.oasmith]\nsources = [\n"
        f"  {{url = 'https://a.test', sha256 = \"{NEW}\", date = 2026-11-29,"
        " file = 'a.yaml'}, # first\n"
        f"  {{url = 'https://b.test', file = 'b.yaml', sha256 = '{OLD}'}},\n]\n",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_only_the_digest_and_the_date_change(name: str) -> None:
    before, after = CASES[name]
    text = write_pins(before, {"a.yaml": (NEW, DAY)})
    assert text == after
    assert write_pins(text, {"a.yaml": (NEW, DAY)}) == text


def test_several_entries() -> None:
    entry = '[[tool.oasmith.sources]]\nfile = "{0}"\nurl = "https://{0}.test"\n'
    before = "".join(entry.format(name) for name in "abc")
    text = write_pins(before, {"a": (OLD, DAY), "c": (NEW, DAY)})
    entries = tomllib.loads(text)["tool"]["oasmith"]["sources"]
    assert [item.get("sha256") for item in entries] == [OLD, None, NEW]
    assert [item.get("date") for item in entries] == [DAY, None, DAY]
