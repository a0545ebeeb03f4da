"""Patterns of operation ids that name methods."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.openapi.root import Root
from generator.openapi.sdk_name_patterns import read_pattern_name
from generator.source import SourceFile

FILE = SourceFile("api.yaml", Path("/api.yaml").as_uri(), "", lambda text: {})


def read(entries: Any, operation_id: str) -> str:
    root = Root({"x-speakeasy-name-override": entries}, FILE, ())
    return read_pattern_name(root, operation_id)


@pytest.mark.parametrize(
    ("pattern", "matching", "other"),
    [
        ("^get.*", "getSong", "forget"),
        ("get", "forget", "put"),
        ("^get$", "get", "gets"),
        ("Song$", "getSong", "getSongs"),
        ("^get.*Song$", "getMySong", "getSonga"),
        ("^get.*getSong$", "getgetSong", "getSong"),
        ("^a.*b.*c$", "axbxc", "acb"),
        (".*", "anything", None),
        ("^aba$", "aba", "ab"),
    ],
)
def test_a_pattern(pattern: str, matching: str, other: str | None) -> None:
    entries = [{"operationId": pattern, "methodNameOverride": "x"}]
    assert read(entries, matching) == "x"
    if other is not None:
        assert read(entries, other) == ""


def test_the_first_pattern_that_matches_is_used() -> None:
    entries = [
        {"operationId": "^put.*", "methodNameOverride": "put"},
        {"operationId": ".*Song", "methodNameOverride": "sing"},
        {"operationId": ".*", "methodNameOverride": "other"},
    ]
    assert read(entries, "getSong") == "sing"


@pytest.mark.parametrize(
    "entries",
    [
        None,
        "get",
        {"operationId": ".*", "methodNameOverride": "x"},
        [1, None, {"operationId": 1, "methodNameOverride": "x"}, {"operationId": ".*"}],
        [{"operationId": "(a+)+$", "methodNameOverride": "x"}],
        [{"operationId": "[a-z]*", "methodNameOverride": "x"}],
    ],
)
def test_other_values_are_ignored(entries: Any) -> None:
    assert read(entries, "a" * 40) == ""


def test_patterns_take_linear_time() -> None:
    pattern = "^" + ".*a" * 2_000 + ".*b$"
    assert (
        read([{"operationId": pattern, "methodNameOverride": "x"}], "a" * 3_000) == ""
    )
