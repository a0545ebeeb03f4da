"""Each module is imported first in a process by the tests of clients."""

from __future__ import annotations

from pathlib import Path

from tests.clients import failed_imports


def test_modules_that_need_another_first_are_reported(tmp_path: Path) -> None:
    (tmp_path / "early.py").write_text("import late\n")
    (tmp_path / "late.py").write_text("import sys\nsys.modules['early']\n")
    (tmp_path / "wrong.py").write_text("raise SystemExit(0)\n")
    assert failed_imports(tmp_path, ["early"]) == ""
    output = failed_imports(tmp_path, ["early", "late", "wrong", "missing"])
    assert "KeyError: 'early'" in output
    names = [
        line.partition(":")[0] for line in output.splitlines() if ": Trace" in line
    ]
    assert names == ["late", "wrong", "missing"]
