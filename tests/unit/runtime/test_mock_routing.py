"""Tests of the paths that operations of the mock match."""

from __future__ import annotations

import pytest

from generator.runtime.testing.routing import MockOperation


def operation(path: str) -> MockOperation:
    return MockOperation({"call": "things.get", "method": "GET", "path": path})


@pytest.mark.parametrize(
    ("path", "segments", "query", "expected"),
    [
        ("/a/{id}", ["a", "x%2Fy"], [], {"id": "x/y"}),
        ("/a?action=start", ["a"], [("action", "start")], {}),
        ("/a?action=start", ["a"], [("action", "stop")], None),
        ("/a/{id}?do={verb}", ["a", "1"], [("do", "x")], {"id": "1", "verb": "x"}),
        ("/a?/{id}/b", ["a"], [("/1/b", "")], {"id": "1"}),
        ("/a?/{id}/b", ["a"], [], None),
        ("https://{host}/a/{id}", ["a", "1"], [], {"id": "1"}),
    ],
)
def test_paths_with_queries_and_hosts(
    path: str,
    segments: list[str],
    query: list[tuple[str, str]],
    expected: dict[str, str] | None,
) -> None:
    assert operation(path).match(segments, query) == expected


@pytest.mark.parametrize(
    ("specific", "general"),
    [
        ("/a/b", "/a/{id}"),
        ("/a/{id}.json", "/a/{id}"),
        ("/a/{id}:cancel", "/a/{id}"),
        ("/{{ x }}", "/{any}"),
        ("/a/{id}?action=start", "/a/{id}"),
    ],
)
def test_specific_paths_precede(specific: str, general: str) -> None:
    assert operation(specific).rank < operation(general).rank
