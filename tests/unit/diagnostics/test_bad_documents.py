"""Reports on bad documents, one text file per case.

A case starts with a title. Files follow, each after a line `=== name`, and the report
after `=== report`. `pytest --update` writes the reports.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostics, GenerationError
from generator.diagnostics.render import render
from generator.loader import load
from generator.loader.validation import validate_documents

CASES = sorted((Path(__file__).parent / "bad_documents").glob("*.txt"))
_MARK = re.compile(r"^=== (.+)\n", re.MULTILINE)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_report(case: Path, tmp_path: Path, update: bool) -> None:
    text = case.read_text("utf-8")
    _, *parts = _MARK.split(text)
    files = dict(zip(parts[::2], parts[1::2], strict=True))
    expected = files.pop("report")
    for name, content in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    actual = _report(tmp_path / next(iter(files)), tmp_path)
    if update:
        unchanged = text[: text.rindex("=== report\n")]
        case.write_text(f"{unchanged}=== report\n{actual}", "utf-8")
    else:
        assert actual == expected


def _report(spec: Path, folder: Path) -> str:
    diagnostics = Diagnostics()
    try:
        document = load([spec], relative_to=folder, diagnostics=diagnostics)
        validate_documents(document, diagnostics)
    except GenerationError:
        pass
    return render(diagnostics)


def test_cases_exist() -> None:
    assert len(CASES) > 15
