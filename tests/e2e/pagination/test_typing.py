"""The types of pages, of their items, and of awaiting them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.clients import unformatted_files

CALLERS = Path(__file__).parent / "callers.py"


@pytest.mark.slow
@pytest.mark.parametrize(
    "checker",
    [
        ("mypy", "--strict", "--no-error-summary", "pages_client"),
        ("pyright", "--pythonpath", sys.executable),
    ],
)
def test_type_checkers_report_no_errors(
    package: Path, checker: tuple[str, ...]
) -> None:
    shutil.copy(CALLERS, package / "callers.py")
    (package / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict"}')
    process = subprocess.run(
        [sys.executable, "-m", *checker, "callers.py"],
        cwd=package,
        capture_output=True,
        text=True,
    )
    assert process.returncode == 0, process.stdout


@pytest.mark.slow
def test_emitted_code_is_formatted(package: Path) -> None:
    assert unformatted_files(package / "pages_client") == []
