"""Failing stages, and stages that exceed memory or recursion: no traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.large_stack import on_large_stack
from tests.unit.cli.conftest import Run

STAGES = {
    "reading": "generator.pipeline.read",
    "normalizing": "generator.pipeline.normalize",
    "lowering": "generator.pipeline.lower_client",
    "rendering": "generator.client_files.render_client",
}
COMMANDS = ["generate", "check", "inspect"]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("error", [MemoryError, RecursionError])
def test_stage_that_exceeds_resources_is_a_diagnostic(
    run: Run,
    here: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    stage: str,
    error: type[Exception],
) -> None:
    def fail(*arguments: object) -> None:
        raise error

    monkeypatch.setattr(STAGES[stage], fail)
    result = run(command, "small.yaml", code=1)
    assert "error[exhausted]" in result.stderr
    assert f"{stage} the document exceeds the available" in result.stderr
    assert not (here / "generated").exists()


def test_writing_that_exceeds_memory_is_an_error(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise MemoryError

    monkeypatch.setattr("generator.emission.write_tree", fail)
    result = run("generate", "small.yaml", code=1)
    assert "error: writing needs more memory than is available" in result.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_internal_error_requests_a_bug_report(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    def fail(*arguments: object) -> None:
        raise KeyError("key")

    monkeypatch.setattr(STAGES["lowering"], fail)
    monkeypatch.delenv("OASMITH_DEBUG", raising=False)
    result = run(command, "small.yaml", code=70)
    assert "error: lowering failed: KeyError: 'key'" in result.stderr
    assert "please report it" in result.stderr
    assert "OASMITH_DEBUG=1" in result.stderr


def test_deep_recursion_does_not_end_the_interpreter() -> None:
    """Runs in a new process, because a segmentation fault would end the tests."""
    code = """
import copy, json, pickle
from generator.large_stack import on_large_stack
value = []
for _ in range(100_000):
    value = [value]
for function in (repr, json.dumps, pickle.dumps, copy.deepcopy):
    try:
        on_large_stack(lambda: function(value))
    except (RecursionError, MemoryError):
        print("refused")
def deep(number):
    return number and max([number], key=lambda item: deep(item - 1))
try:
    on_large_stack(lambda: deep(100_000))
except RecursionError:
    print("refused")
import os
os._exit(0)  # skip the destruction of the value
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
    )
    assert done.returncode == 0, done.stderr[-500:]


def test_errors_and_results_are_returned() -> None:
    limit = sys.getrecursionlimit()
    assert on_large_stack(lambda: 3) == 3
    with pytest.raises(KeyError):
        on_large_stack(lambda: {}["a"])
    assert sys.getrecursionlimit() == limit


def test_chain_of_4000_schemas_causes_no_traceback(run: Run, here: Path) -> None:
    schemas = {
        f"S{number}": {
            "type": "object",
            "properties": {"next": {"$ref": f"#/components/schemas/S{number + 1}"}},
        }
        for number in range(4000)
    }
    schemas["S4000"] = {"type": "object"}
    root = {"openapi": "3.1.0", "info": {"title": "A", "version": "1"}, "paths": {}}
    root["components"] = {"schemas": schemas}
    (here / "a.json").write_text(json.dumps(root), encoding="utf-8")
    run("check", "a.json", "--no-docs", code=1)
