"""The runtime, a client and its callers under strict mypy and strict pyright."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.typing.typed_callers import checked_paths

HERE = Path(__file__).parent
SAMPLE = HERE.parent / "unit" / "runtime" / "sample" / "acme_client"
RUNTIME = HERE.parents[1] / "generator" / "runtime"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Create a project with the sample client and its callers."""
    root = tmp_path_factory.mktemp("typed")
    shutil.copytree(SAMPLE, root / "acme_client")
    shutil.copytree(
        RUNTIME,
        root / "acme_client" / "_runtime",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    for name in ("runtime_callers.py", "runtime_mistakes.py"):
        shutil.copy(HERE / name, root / name)
    (root / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict"}')
    return root


def wrong_lines() -> set[int]:
    """Return the numbers of the lines that end in `# wrong`."""
    source = (HERE / "runtime_mistakes.py").read_text()
    return {
        number
        for number, line in enumerate(source.splitlines(), 1)
        if line.endswith("# wrong")
    }


def run(project: Path, *command: str) -> str:
    process = subprocess.run(
        [sys.executable, "-m", *command], cwd=project, capture_output=True, text=True
    )
    return process.stdout


def mypy(project: Path, *files: str) -> list[tuple[str, int]]:
    output = run(project, "mypy", "--strict", "--no-error-summary", *files)
    errors = re.findall(r"^(.+?):(\d+): error:", output, re.MULTILINE)
    return [(file, int(line)) for file, line in errors]


def pyright(project: Path, *files: str) -> list[tuple[str, int]]:
    command = ("pyright", "--pythonpath", sys.executable, "--outputjson", *files)
    diagnostics = json.loads(run(project, *command))["generalDiagnostics"]
    return [
        (Path(item["file"]).name, item["range"]["start"]["line"] + 1)
        for item in diagnostics
        if item["severity"] == "error"
    ]


@pytest.mark.slow
def test_mypy(project: Path) -> None:
    errors = mypy(project, "acme_client", "runtime_callers.py", "runtime_mistakes.py")
    assert [error for error in errors if error[0] != "runtime_mistakes.py"] == []
    assert {line for _, line in errors} == wrong_lines()


@pytest.mark.slow
def test_pyright(project: Path) -> None:
    # `make check` runs pyright in strict mode on the modules of the runtime.
    errors = pyright(project, *checked_paths("pyright", project))
    assert [error for error in errors if error[0] != "runtime_mistakes.py"] == []
    assert {line for _, line in errors} == wrong_lines()
