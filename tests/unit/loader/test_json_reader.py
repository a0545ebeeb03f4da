"""The JSON reader: accepted extensions, warnings and errors."""

from __future__ import annotations

import pytest

from tests.unit.loader.conftest import Load


def document(members: str) -> str:
    """Return a document with additional members."""
    return '{"openapi": "3.1.0", "info": {}, "paths": {}, ' + members + "}"


def test_control_characters_in_strings_are_accepted(load_files: Load) -> None:
    text = document('"x":\t"a\tb",\r\n\t"y": [\t1\t]')
    loaded = load_files({"a.json": text})
    assert loaded.root["x"] == "a\tb"
    assert loaded.root["y"] == [1]
    assert loaded.codes == []


def test_last_duplicate_name_is_used(load_files: Load) -> None:
    loaded = load_files({"a.json": document('"x": {"a": 1,\n"b": 2,\n"a": 3}')})
    assert loaded.root["x"] == {"a": 3, "b": 2}
    assert loaded.place("duplicate-key") == ("a.json", 3, 1)
    (related,) = loaded.only("duplicate-key").related
    assert related.location.place.line == 1


def test_unsupported_numbers_are_read_as_strings(load_files: Load) -> None:
    many = "7" * 5000
    loaded = load_files({"a.json": document(f'"s": "1e999", "x": 1e999, "y": {many}')})
    assert (loaded.root["x"], loaded.root["y"]) == ("1e999", many)
    assert loaded.codes == ["number-out-of-range"] * 2


def test_lone_surrogate_is_replaced(load_files: Load) -> None:
    loaded = load_files({"a.json": document(r'"x": ["\ud83d\ude00", "a\ud800"]')})
    assert loaded.root["x"] == ["\U0001f600", "a\ufffd"]
    assert loaded.place("lone-surrogate")[0] == "a.json"


@pytest.mark.parametrize(
    ("text", "line", "column", "output"),
    [
        ('{"openapi": "3.1.0",\n}', 1, 20, "comma"),
        ('{"openapi": ["a",]}', 1, 17, "comma"),
        ('{"openapi": "3.1.0",\n "paths": {"/a', 2, 14, "2 unclosed brackets"),
        ('{"openapi": "3.1.0",\n "paths": tr', 2, 12, "1 unclosed bracket"),
        ('{"openapi": "3.1.0",', 1, 20, "1 unclosed bracket"),
        ("{'openapi': 1}", 1, 2, "double quotes"),
        ('{"openapi": 1 // no\n}', 1, 15, "not support comments"),
        ('{"openapi": 1 "a": 2}', 1, 15, "comma between"),
        ('{"openapi" 1}', 1, 12, "colon"),
        ('{"openapi": 1}}', 1, 15, "unexpected text"),
        ('{"openapi": NaN}', 1, 13, "NaN"),
        ('{"openapi": "NaN", "x": -Infinity}', 1, 25, "-Infinity"),
        ('{"openapi": "\\d"}', 1, 14, "escape"),
        ("openapi: 3.1.0", 1, 1, ".yaml"),
        ('<<<<<<< a\n{"openapi": 1\n=======\n}\n>>>>>>> b', 1, 1, "conflict"),
    ],
)
def test_errors_have_place_and_hint(
    load_files: Load, text: str, line: int, column: int, output: str
) -> None:
    loaded = load_files({"a.json": text})
    assert loaded.document is None
    assert loaded.place("json-syntax") == ("a.json", line, column)
    result = loaded.only("json-syntax")
    assert output in f"{result.message} {result.hint}"
    assert result.hint


def test_nesting_beyond_the_recursion_limit_is_refused(load_files: Load) -> None:
    for text in ("[" * 100_000, "[" * 300 + "]" * 300):
        loaded = load_files({"a.json": '{"openapi": ' + text + "}"})
        assert loaded.document is None
        assert loaded.codes == ["too-deep"]


def test_yaml_flow_style_may_look_like_json(load_files: Load) -> None:
    text = "{openapi: 3.1.0, info: {title: a}, paths: {}, # comment\n}"
    loaded = load_files({"a.yaml": text})
    assert loaded.root["info"] == {"title": "a"}
    assert loaded.codes == []
    assert loaded.document is not None
    file = loaded.document.roots[0].file
    assert file.place(("info", "title"))[:2] == (1, 25)
