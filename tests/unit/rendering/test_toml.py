"""Tests of TOML strings: lossless, without invisible characters or additional keys."""

from __future__ import annotations

import tomllib
import unicodedata

from hypothesis import given

from generator.rendering.toml import toml_string
from tests.unit.rendering.strategies import examples, prose


@examples(300)
@given(prose)
def test_strings_are_lossless(text: str) -> None:
    source = toml_string(text)
    known = "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    assert tomllib.loads(f"key = {source}\n") == {"key": known}
    assert not {unicodedata.category(char) for char in source} & {"Cc", "Cf", "Cs"}


def test_quotes_and_controls() -> None:
    assert toml_string('a"\n[x]\\') == r'"a\"\u000a[x]\\"'
    assert toml_string("\U000e0041\u202e\ud800") == '"\\U000e0041\\u202e\ufffd"'
