"""The time to compare enumerations grows with the number of their values, not its square."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

from generator.comparison import Change, compare
from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import analyze


def document(count: int, extra: str = "") -> dict[str, Any]:
    values = [f"value_{number}" for number in range(count)]
    schema = {"type": "string", "enum": [*values, *filter(None, [extra])]}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Kind"}}}
    responses = {"200": {"description": "Ok", "content": content}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Acme", "version": "1"},
        "paths": {"/kind": {"get": {"responses": responses}}},
        "components": {"schemas": {"Kind": schema}},
    }


def measured(folder: Path, *documents: dict[str, Any]) -> tuple[float, set[str]]:
    """Return the processor time of a comparison in seconds, and the rules of changes."""
    sides = []
    for number, content in enumerate(documents):
        path = folder / f"{number}.json"
        path.write_text(json.dumps(content), encoding="utf-8")
        config = Config("acme", "Acme", (path.name,), directory=folder)
        analysis = analyze(config, Diagnostics())
        sides.append((analysis.api, analysis.package))
    started = time.process_time()
    changes: tuple[Change, ...] = compare(*sides)
    return time.process_time() - started, {change.rule.id for change in changes}


def test_comparison_of_large_enumerations_is_linear(tmp_path: Path) -> None:
    small, _ = measured(tmp_path, document(1000), document(1000))
    large, rules = measured(tmp_path, document(10_000), document(10_000))
    assert rules == set()
    # Ten times the values; the square would take a hundred times as long.
    assert large < 30 * small + 0.1


def test_an_added_value_of_a_large_enumeration_is_named(tmp_path: Path) -> None:
    _, rules = measured(tmp_path, document(1000), document(1000, "added"))
    assert rules == {"value-added"}
