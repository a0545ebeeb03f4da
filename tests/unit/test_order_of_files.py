"""Files that take longest are started first by workers of xdist."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.conftest import pytest_collection_modifyitems


def item(file: str, *marks: Any) -> Any:
    return SimpleNamespace(path=Path(file), iter_markers=lambda name: iter(marks))


def order(config: Any) -> list[str]:
    slow = pytest.mark.slow
    items = [
        item("one"),
        item("three"),
        item("short", slow.mark),
        item("long", slow(seconds=9).mark),
        item("three"),
        item("long"),
        item("longest", slow.mark, slow(seconds=20).mark),
        item("three"),
    ]
    pytest_collection_modifyitems(config, items)
    return [each.path.name for each in items]


def test_files_with_the_most_seconds_and_then_the_most_tests_are_first() -> None:
    names = order(SimpleNamespace(workerinput={}))
    assert names == ["longest", *["long"] * 2, *["three"] * 3, "one", "short"]


def test_without_workers_the_order_is_kept() -> None:
    names = order(SimpleNamespace())
    assert names[:3] == ["one", "three", "short"] and names[-1] == "three"
