"""Callers of models under strict mypy and strict pyright."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CALLERS = Path(__file__).with_name("model_callers.py")
ROOT = CALLERS.parents[2]


def wrong_lines() -> set[int]:
    """Return the numbers of the lines that end in `# wrong`."""
    lines = CALLERS.read_text("utf-8").splitlines()
    return {number for number, line in enumerate(lines, 1) if line.endswith("# wrong")}


def run(*command: str, cwd: Path = ROOT) -> str:
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True).stdout


def test_mypy() -> None:
    output = run(sys.executable, "-m", "mypy", "--strict", str(CALLERS))
    reported = re.findall(r"model_callers\.py:(\d+): error: ", output)
    assert {int(line) for line in reported} == wrong_lines(), output


@pytest.mark.slow
def test_pyright(tmp_path: Path) -> None:
    if shutil.which("pyright", path=str(Path(sys.executable).parent)) is None:
        pytest.skip("pyright is not installed")
    shutil.copy(CALLERS, tmp_path)
    settings = {
        "typeCheckingMode": "strict",
        "extraPaths": [str(ROOT)],
        # Expression statements would be reported as unused.
        "reportUnusedExpression": False,
    }
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings))
    command = ("-m", "pyright", "--pythonpath", sys.executable, "--outputjson")
    output = run(sys.executable, *command, CALLERS.name, cwd=tmp_path)
    reported = {
        each["range"]["start"]["line"] + 1
        for each in json.loads(output)["generalDiagnostics"]
        if each["severity"] == "error"
    }
    assert reported == wrong_lines(), output
