"""Examples of rules: documents with their expected report, one text file per code.

A case starts with a sentence about the example. Files follow, each after a line
`=== name`, and the report after `=== report`. After `=== name as bytes`, the file is
written as escaped bytes; after `=== name as link`, as the target of a symbolic link. A
`pyproject.toml` contains the settings; without it, the first file is the document.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from generator.config import FILE, Config, read_settings
from generator.diagnostics import Diagnostics, GenerationError
from generator.diagnostics.deduplicate import deduplicate_diagnostics
from generator.ignoring import remove_ignored
from generator.loader.validation import validate_documents
from generator.loader.worker import ValidationProcess
from generator.lowering import lower_client
from generator.pipeline import build

FOLDER = Path(__file__).parent / "cases"
_MARK = re.compile(r"^=== (.+)\n", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """An example of a rule.

    Args:
        code: code of the rule.
        text: sentence about the example.
        files: content of the files by name.
        report: expected report.
    """

    code: str
    text: str
    files: dict[str, str]
    report: str

    def write(self, directory: Path) -> None:
        """Write the files of the case to a directory."""
        for name, content in self.files.items():
            name, _, kind = name.partition(" as ")
            path = directory / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if kind == "link":
                path.symlink_to(content.strip())
            elif kind == "bytes":
                one_line = content.replace("\n", "")
                path.write_bytes(
                    one_line.encode().decode("unicode_escape").encode("latin-1")
                )
            else:
                path.write_text(content, encoding="utf-8")

    def config(self, directory: Path) -> Config:
        """Return the settings of the case, whose files are in a directory."""
        if FILE in self.files:
            (config,) = read_settings(directory / FILE)
            return config
        name = next(iter(self.files)).partition(" as ")[0]
        return Config(specs=(name,), directory=directory)


def read_case(path: Path) -> Case:
    """Read a case from its file."""
    text, *parts = _MARK.split(path.read_text(encoding="utf-8"))
    files = dict(zip(parts[::2], parts[1::2], strict=True))
    report = files.pop("report")
    return Case(path.stem, " ".join(text.split()), files, report)


def all_cases() -> list[Case]:
    """Return all cases, sorted by code."""
    return [read_case(path) for path in sorted(FOLDER.glob("*.txt"))]


def diagnose(case: Case, directory: Path) -> Diagnostics:
    """Return the diagnostics of a case, whose files are written to a directory."""
    case.write(directory)
    diagnostics = Diagnostics()
    try:
        error = MemoryError if case.code == "exhausted" else None
        with patch("generator.pipeline.lower_client", wraps=lower_client) as lowering:
            lowering.side_effect = error
            config = case.config(directory)
            document = build(config, diagnostics).document
        if case.code == "validation-timeout":
            with ValidationProcess(document, seconds=3) as process:
                process.finish(diagnostics)
        elif case.code == "validation-stopped":
            with ValidationProcess(document) as process:
                process.stop()
                process.finish(diagnostics)
        else:
            validate_documents(document, diagnostics)
        deduplicate_diagnostics(diagnostics)
        remove_ignored(diagnostics, config, dt.date(2026, 1, 1))
    except GenerationError:
        pass  # the reason is one of the diagnostics
    return diagnostics


def write_report(case: Case, report: str) -> None:
    """Replace the expected report in the file of a case."""
    path = FOLDER / f"{case.code}.txt"
    text = path.read_text(encoding="utf-8")
    unchanged = text[: text.rindex("=== report\n")]
    path.write_text(f"{unchanged}=== report\n{report}", encoding="utf-8")
