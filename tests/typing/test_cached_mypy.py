"""mypy reports the errors of each of several clients that have modules in common."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.typing.cached_mypy import mypy_errors

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, for checks with an empty cache."""
    monkeypatch.setenv("MYPY_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "folder").mkdir()
    return tmp_path / "folder"


def write(package: Path, **modules: str) -> Path:
    """Write a package, all modules of which have the same time."""
    package.mkdir()
    for name, text in {"__init__": "", **modules}.items():
        (package / f"{name}.py").write_text(text)
        os.utime(package / f"{name}.py", (1, 1))
    return package


def test_modules_with_the_same_size_and_time_are_checked(folder: Path) -> None:
    packages = [
        write(folder.parent / name, part=text, caller="from .part import X\nX + 1\n")
        for name, text in (
            ("right", "X: int = 1\n"),
            ("wrong", "X: int = ''\n"),
            ("again", "X: int = 1\n"),
            ("other", "X: str = 1\n"),
            ("third", "X: str = ''\n"),
        )
    ]
    errors = mypy_errors(packages, folder)
    assert errors.keys() == {"wrong", "other", "third"}
    assert "part.py:1: error" in errors["wrong"] and "caller" not in errors["wrong"]
    assert "part.py:1: error" in errors["other"] and "caller" in errors["other"]
    assert "part.py" not in errors["third"] and "caller.py:2: error" in errors["third"]


def test_modules_that_are_missing_are_reported(folder: Path) -> None:
    text = "from .part import X\n"
    packages = [
        write(folder.parent / "whole", part="X = 1\n", caller=text),
        write(folder.parent / "less", caller=text),
    ]
    errors = mypy_errors(packages, folder)
    assert errors.keys() == {"less"} and "caller.py:1: error" in errors["less"]
