"""The YAML reader: core schema of YAML 1.2, aliases, merge keys and errors."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from yaml.scanner import ScannerError

from generator.diagnostics import Diagnostics, GenerationError
from generator.loader.locate import locate_yaml
from generator.loader.yaml import reader as yaml_reader
from generator.loader.yaml.reader import read_yaml
from generator.source import SourceFile

pytestmark = pytest.mark.slow


def read(text: str) -> tuple[Any, list[str]]:
    """Return the value of a text and the codes of its diagnostics."""
    diagnostics = Diagnostics()
    value = read_yaml(SourceFile("a.yaml", "", text, locate_yaml), diagnostics)
    return value, [item.rule.code for item in diagnostics]


def refused(text: str) -> tuple[str, int, int]:
    """Return the code, line and column of the error in a text."""
    diagnostics = Diagnostics()
    with pytest.raises(GenerationError):
        read_yaml(SourceFile("a.yaml", "", text, locate_yaml), diagnostics)
    (result,) = diagnostics
    assert result.location is not None
    return result.rule.code, result.location.place.line, result.location.place.column


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("true", True),
        ("TRUE", True),
        ("tRue", "tRue"),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("nil", "nil"),
        ("12", 12),
        ("-7", -7),
        ("+7", 7),
        ("007", 7),
        ("0o17", 15),
        ("0x1F", 31),
        ("0b11", "0b11"),
        ("1_000", "1_000"),
        ("12:30:45", "12:30:45"),
        ("1.10", 1.1),
        ("1.", 1.0),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("-1.5E-2", -0.015),
        ("1.1.0", "1.1.0"),
        (".", "."),
        ("2001-12-14", "2001-12-14"),
        ("=", "="),
        ("'12'", "12"),
        ('"true"', "true"),
        ("|\n  12", "12"),
        ("! 12", "12"),
        ("!!str 12", "12"),
        ("!!int '12'", 12),
        ("!!float 1", 1.0),
        ("!!bool 'true'", True),
        ("!!null ''", None),
    ],
)
def test_plain_scalars_follow_the_core_schema(text: str, value: Any) -> None:
    got, codes = read(f"a: {text}")
    assert got == {"a": value}
    assert type(got["a"]) is type(value)
    assert codes == []


def test_keys_are_strings_as_written() -> None:
    text = "404: a\ntrue: b\n1.10: c\nnull: d\n~: e\n0x1: f\n2001-12-14: g\n'8': h"
    assert list(read(text)[0]) == [
        "404",
        "true",
        "1.10",
        "null",
        "~",
        "0x1",
        "2001-12-14",
        "8",
    ]


@pytest.mark.parametrize("text", [".inf", "-.INF", ".nan", "1e999", "9" * 5000])
def test_unsupported_numbers_are_read_as_strings(text: str) -> None:
    assert read(f"a: {text}") == ({"a": text}, ["number-out-of-range"])


def test_alias_is_the_same_object_as_its_anchor() -> None:
    value, codes = read("a: &x {b: 1}\nc: *x\nd: &y text\ne: *y\n*y : f")
    assert value == {
        "a": {"b": 1},
        "c": {"b": 1},
        "d": "text",
        "e": "text",
        "text": "f",
    }
    assert value["a"] is value["c"]
    assert codes == []


def test_anchor_may_be_redefined() -> None:
    assert read("- &x 1\n- *x\n- &x 2\n- *x") == ([1, 1, 2, 2], [])


def test_own_and_earlier_entries_take_precedence_over_merged_ones() -> None:
    text = """
one: &one {a: 1, b: 1, c: 1}
two: &two {b: 2, d: 2}
both: {c: 3, <<: [*one, *two], e: 3}
plain: {<<: *one}
chain: {<<: {<<: *two, x: 4}}
quoted: {'<<': 5}
"""
    value, codes = read(text)
    assert value["both"] == {"a": 1, "b": 1, "c": 3, "d": 2, "e": 3}
    assert value["plain"] == {"a": 1, "b": 1, "c": 1}
    assert value["chain"] == {"b": 2, "d": 2, "x": 4}
    assert value["quoted"] == {"<<": 5}
    assert codes == []


def test_invalid_merge_value_is_ignored() -> None:
    assert read("a: {<<: 5, b: 1}") == ({"a": {"b": 1}}, ["yaml-bad-merge"])


def test_last_duplicate_key_is_used_and_both_places_are_reported() -> None:
    diagnostics = Diagnostics()
    text = "a:\n  b: {x: 1, y: 1}\n  c: 2\n  b: {x: 3}\n"
    source = SourceFile("a.yaml", "", text, locate_yaml)
    assert read_yaml(source, diagnostics) == {"a": {"b": {"x": 3}, "c": 2}}
    (result,) = diagnostics
    assert result.rule.code == "duplicate-key"
    assert result.location is not None
    assert result.location.place[:2] == (4, 3)
    assert result.related[0].location.place[:2] == (2, 3)


def test_unknown_tags_are_ignored_with_a_warning() -> None:
    assert read("a: !thing 5\nb: !map {c: 1}\nd: !!int x\ne: !!binary YQ==") == (
        {"a": "5", "b": {"c": 1}, "d": "x", "e": "YQ=="},
        ["yaml-unknown-tag"] * 4,
    )
    assert read("a: !!map {b: !!seq [1]}") == ({"a": {"b": [1]}}, [])


def test_only_the_first_of_several_documents_is_read() -> None:
    assert read("---\na: 1\n---\nb: 2\n") == ({"a": 1}, ["yaml-several-documents"])
    assert read("%YAML 1.2\n---\na: 1\n...\n") == ({"a": 1}, [])


def test_value_of_empty_text_is_none() -> None:
    assert read("# nothing\n") == (None, [])


DEEP = {
    "flow sequences, not closed": "a: " + "[" * 100_000,
    "flow sequences": "a: " + "[" * 5_000 + "]" * 5_000,
    "flow mappings": "{a: " * 5_000 + "}" * 5_000,
    "flow, mixed": "[{a: " * 3_000 + "}]" * 3_000,
    "block sequences": "- " * 100_000,
    "block mappings": "\n".join(" " * n + "a:" for n in range(1_500)),
    "block, then flow": "- " * 700 + "[" * 700 + "]" * 700,
    "JSON": '{"a": ' * 5_000 + "1" + "}" * 5_000,
    "one level too many": "[" * 201 + "]" * 201,
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_deep_nesting_is_refused_without_a_crash(text: str) -> None:
    assert refused(text)[0] == "too-deep"


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_reader_limits_nesting_without_a_limit_in_the_parser(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # PyYAML's own parser has no limit, as libyaml had none before 0.2.6.
    monkeypatch.setattr(yaml_reader, "_Parser", yaml.SafeLoader)
    assert refused(text)[0] == "too-deep"


class ParserWithLimit(yaml.SafeLoader):
    """A parser that reports deep nesting, with the error of libyaml, before its caller."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.depth = 0

    def get_event(self) -> Any:
        event = super().get_event()
        if isinstance(event, yaml.CollectionStartEvent):
            self.depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            self.depth -= 1
        if self.depth > 100:
            mark = event.start_mark
            kind = "flow" if event.flow_style else "block"
            raise ScannerError(
                f"while increasing {kind} level",
                mark,
                "exceeded maximum nesting depth",
                mark,
            )
        return event


@pytest.mark.parametrize(
    ("text", "column"),
    [("[" * 150 + "]" * 150, 101), ("- " * 150, 201), ('{"a":' * 150, 501)],
)
def test_nesting_limit_of_the_parser_has_the_same_diagnostic(
    text: str, column: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_reader, "_Parser", ParserWithLimit)
    assert refused(text) == ("too-deep", 1, column)


@pytest.mark.parametrize("parser", [yaml_reader._Parser, yaml.SafeLoader])
@pytest.mark.parametrize(
    "text", ["[" * 200 + "]" * 200, "- " * 200, "{a: " * 200 + "}" * 200]
)
def test_nesting_up_to_the_limit_is_read(
    text: str, parser: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_reader, "_Parser", parser)
    assert read(text)[1] == []


def test_aliases_are_limited_in_size_and_depth() -> None:
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)]
    assert refused("\n".join(lines))[0] == "too-large"
    chain = ["- &a0 [x]"] + [f"- &a{n} [*a{n - 1}]" for n in range(1, 5000)]
    assert refused("\n".join(chain))[0] == "too-deep"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("a: *b", ("yaml-unknown-alias", 1, 4)),
        ("a: &x [1, *x]", ("yaml-recursive-alias", 1, 11)),
        ("a: &x\n  b: *x", ("yaml-recursive-alias", 2, 6)),
        ("a: {{ name }}", ("yaml-key-not-text", 1, 5)),
        ("a:\n\tb: 1", ("yaml-syntax", 2, 1)),
        ("a: 'b", ("yaml-syntax", 1, 4)),
        ("a: b\x07", ("yaml-syntax", 1, 5)),
        ("<<<<<<< a\nx: 1\n=======\ny: 2\n>>>>>>> b", ("yaml-syntax", 1, 1)),
    ],
)
def test_errors_have_a_place(text: str, where: tuple[str, int, int]) -> None:
    assert refused(text) == where


_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=12)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | _TEXT,
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(_TEXT, inner, max_size=4),
    max_leaves=20,
).filter(lambda value: "Infinity" not in json.dumps(value))


@settings(max_examples=200, deadline=None)
@given(_JSON)
def test_json_has_the_same_value_as_from_the_json_reader(value: Any) -> None:
    # The indentation makes keys short lines; YAML requires `"key":` within 1024 characters.
    text = json.dumps({"value": value}, indent=1, ensure_ascii=False)
    assert read(text) == ({"value": value}, [])
