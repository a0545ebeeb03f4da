"""Bad documents and the reports that people get: one text file a case.

A case begins with what it shows, then holds files, each after a line `=== name`, and
last the report after `=== report`. `pytest --update` writes the reports anew.
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
def test_the_report_is_as_expected(case: Path, tmp_path: Path, update: bool) -> None:
    text = case.read_text("utf-8")
    _, *parts = _MARK.split(text)
    files = dict(zip(parts[::2], parts[1::2], strict=True))
    expected = files.pop("report")
    for name, content in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    got = _report(tmp_path / next(iter(files)), tmp_path)
    if update:
        kept = text[: text.rindex("=== report\n")]
        case.write_text(f"{kept}=== report\n{got}", "utf-8")
    else:
        assert got == expected


def _report(spec: Path, folder: Path) -> str:
    diagnostics = Diagnostics()
    try:
        document = load([spec], relative_to=folder, diagnostics=diagnostics)
        validate_documents(document, diagnostics)
    except GenerationError:
        pass
    return render(diagnostics)


def test_there_are_cases() -> None:
    assert len(CASES) > 15
