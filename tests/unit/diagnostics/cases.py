"""Documents that have a finding: one text file a code.

A case begins with a sentence on what it shows. It holds files, each after a line
`=== name`, and last the report after `=== report`. What is no text is written as the
escapes of its bytes, after `=== name as bytes`; `=== name as link` gives the target.
A `pyproject.toml` says what is generated; without one, the first file is the document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from generator.config import FILE, Config, read_settings
from generator.diagnostics import Diagnostics, GenerationError
from generator.diagnostics.deduplicate import deduplicate_diagnostics
from generator.loader.validation import validate_documents
from generator.loader.worker import ValidationProcess
from generator.lowering import lower_client
from generator.pipeline import build
from generator.diagnostics.render import render

FOLDER = Path(__file__).parent / "cases"
_MARK = re.compile(r"^=== (.+)\n", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """A case: the code that it is about, what it shows, its files, the report."""

    code: str
    text: str
    files: dict[str, str]
    report: str

    def write(self, directory: Path) -> None:
        """Lays the files out."""
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
        """What to read, when the files lie in a directory."""
        if FILE in self.files:
            (config,) = read_settings(directory / FILE)
            return config
        name = next(iter(self.files)).partition(" as ")[0]
        return Config(specs=(name,), directory=directory)


def read_case(path: Path) -> Case:
    """The case of a file."""
    text, *parts = _MARK.split(path.read_text(encoding="utf-8"))
    files = dict(zip(parts[::2], parts[1::2], strict=True))
    report = files.pop("report")
    return Case(path.stem, " ".join(text.split()), files, report)


def all_cases() -> list[Case]:
    """Every case, in the order of the alphabet."""
    return [read_case(path) for path in sorted(FOLDER.glob("*.txt"))]


def findings(case: Case, directory: Path) -> Diagnostics:
    """What is found in the documents of a case."""
    case.write(directory)
    found = Diagnostics()
    try:
        lacking = MemoryError if case.code == "exhausted" else None
        with patch("generator.pipeline.lower_client", wraps=lower_client) as lowering:
            lowering.side_effect = lacking
            document = build(case.config(directory), found).document
        if case.code == "validation-timeout":
            with ValidationProcess(document, seconds=3) as process:
                process.finish(found)
        elif case.code == "validation-stopped":
            with ValidationProcess(document) as process:
                process.stop()
                process.finish(found)
        else:
            validate_documents(document, found)
        deduplicate_diagnostics(found)
    except GenerationError:
        pass  # the reason is among what was found
    return found


def write_report(case: Case, report: str) -> None:
    """Puts another report into the file of a case."""
    path = FOLDER / f"{case.code}.txt"
    text = path.read_text(encoding="utf-8")
    kept = text[: text.rindex("=== report\n")]
    path.write_text(f"{kept}=== report\n{report}", encoding="utf-8")


def report_of(found: Diagnostics) -> str:
    """What people read."""
    return render(found)
