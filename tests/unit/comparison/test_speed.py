"""A comparison takes less than twice the time of generating both clients."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.comparison import compare
from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import analyze, build


def _seconds(action: Callable[[], object]) -> float:
    """Return the processor time of an action, with that of its processes."""
    before = os.times()
    action()
    after = os.times()
    return sum(after[:4]) - sum(before[:4])


@pytest.mark.slow(seconds=40)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("openai/2025-01.yaml", "openai/2026-08.yaml"),
        ("corpus/stripe.json", "corpus/stripe.json"),
    ],
)
def test_comparison_is_fast(old: str, new: str, shared: Path) -> None:
    configs = [
        Config("acme", "Acme", (path.name,), directory=path.parent)
        for path in (shared / "specs" / old, shared / "specs" / new)
    ]

    def compare_both() -> None:
        sides = [analyze(config, Diagnostics()) for config in configs]
        compare(*((side.api, side.package) for side in sides))

    def generate_both() -> None:
        for config in configs:
            build(config, Diagnostics())

    assert _seconds(compare_both) < 2 * _seconds(generate_both)
