"""Modules of the runtime are compiled once, and name their own file."""

from __future__ import annotations

import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType

import pytest

from tests.compiled import compiled_once

SOURCE = "def fail():\n    return [1 / 0 for _ in range(2)]\n"


def compiled(file: Path) -> CodeType:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(SOURCE, encoding="utf-8")
    code = SourceFileLoader("module", str(file)).get_code("module")
    assert code is not None
    return code


@pytest.fixture(autouse=True)
def without_bytecode(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)


def test_code_of_the_runtime_is_compiled_once_and_names_each_file(
    tmp_path: Path,
) -> None:
    files = [tmp_path / name / "_runtime" / "a.py" for name in ("one", "two")]
    with compiled_once():
        codes = [compiled(file) for file in files]
    assert codes[0] == codes[1].replace(co_filename=codes[0].co_filename)
    for code, file in zip(codes, files, strict=True):
        (function,) = (each for each in code.co_consts if isinstance(each, CodeType))
        inner = [each for each in function.co_consts if isinstance(each, CodeType)]
        names = {each.co_filename for each in (code, function, *inner)}
        assert names == {str(file)}


def test_a_changed_module_is_compiled_again(tmp_path: Path) -> None:
    file = tmp_path / "_runtime" / "a.py"
    with compiled_once():
        compiled(file)
        file.write_text("VALUE = 2\n", encoding="utf-8")
        code = SourceFileLoader("module", str(file)).get_code("module")
    assert code is not None
    assert "VALUE" in code.co_names
