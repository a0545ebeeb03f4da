"""Callers of views under mypy --strict and pyright strict."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CALLERS = Path(__file__).with_name("views_callers.py")
ROOT = CALLERS.parents[2]


def wrong_lines() -> set[int]:
    """The lines of the mistakes, which say so themselves."""
    lines = CALLERS.read_text("utf-8").splitlines()
    return {number for number, line in enumerate(lines, 1) if line.endswith("# wrong")}


def run(*command: str, cwd: Path = ROOT) -> str:
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True).stdout


def test_mypy() -> None:
    output = run(sys.executable, "-m", "mypy", "--strict", str(CALLERS))
    found = re.findall(r"views_callers\.py:(\d+): error: ", output)
    assert {int(line) for line in found} == wrong_lines(), output


def test_pyright(tmp_path: Path) -> None:
    if shutil.which("pyright", path=str(Path(sys.executable).parent)) is None:
        pytest.skip("needs pyright, which is not in this environment")
    shutil.copy(CALLERS, tmp_path)
    settings = {
        "typeCheckingMode": "strict",
        "extraPaths": [str(ROOT)],
        # A mistake that is an expression would be reported for that alone.
        "reportUnusedExpression": False,
    }
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings))
    command = ("-m", "pyright", "--pythonpath", sys.executable, "--outputjson")
    output = run(sys.executable, *command, CALLERS.name, cwd=tmp_path)
    found = {
        each["range"]["start"]["line"] + 1
        for each in json.loads(output)["generalDiagnostics"]
        if each["severity"] == "error"
    }
    assert found == wrong_lines(), output
