"""Cases of rules: two documents with the expected report, one text file per rule.

A case starts with a sentence about the change. The old document follows after a line
`=== old.yaml`, the new one after `=== new.yaml`, and the report after `=== report`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from generator.comparison import Change, compare
from generator.comparison.reports import FORMATS, Report
from generator.comparison.versions import next_version
from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import analyze

FOLDER = Path(__file__).parent
_MARK = re.compile(r"^=== (.+)\n", re.MULTILINE)
UNNAMED = {"client-renamed", "package-renamed"}
"""Rules about names that the settings would keep."""
RECORDED = {"type-deprecated"}
"""Rules about names that the new client keeps because the old one records them."""


@dataclass(frozen=True)
class Case:
    """A case of a rule.

    Args:
        rule: Id of the rule.
        text: Sentence about the change.
        old, new: The documents.
        report: Expected report, as Markdown.
    """

    rule: str
    text: str
    old: str
    new: str
    report: str

    def config(self, directory: Path, side: str, package: str = "acme") -> Config:
        """Write a document, and return the settings for it.

        Args:
            directory: Directory of the document.
            side: `old` or `new`.
            package: Name of the package, if the rule is not about names.
        """
        name = f"{side}.yaml"
        (directory / name).write_text(getattr(self, side), encoding="utf-8")
        if self.rule in UNNAMED:
            return Config(specs=(name,), directory=directory)
        return Config(package, "Acme", (name,), directory=directory)

    def changes(self, directory: Path, package: str = "acme") -> tuple[Change, ...]:
        """Return the changes between the documents."""
        old = analyze(self.config(directory, "old", package), Diagnostics())
        recorded = old.names if self.rule in RECORDED else None
        new = analyze(
            self.config(directory, "new", package), Diagnostics(), earlier=recorded
        )
        return compare((old.api, old.package), (new.api, new.package))

    def write_report(self, report: str) -> None:
        """Replace the expected report in the file of the case."""
        path = FOLDER / f"{self.rule}.txt"
        text = path.read_text(encoding="utf-8")
        unchanged = text[: text.rindex("=== report\n")]
        path.write_text(f"{unchanged}=== report\n{report}", encoding="utf-8")


def all_cases() -> list[Case]:
    """Return all cases, sorted by rule."""
    return [_read(path) for path in sorted(FOLDER.glob("*.txt"))]


def _read(path: Path) -> Case:
    text, *parts = _MARK.split(path.read_text(encoding="utf-8"))
    files = dict(zip(parts[::2], parts[1::2], strict=True))
    old, new, report = (files[name] for name in ("old.yaml", "new.yaml", "report"))
    return Case(path.stem, " ".join(text.split()), old, new, report)


def render(changes: tuple[Change, ...]) -> str:
    """Return changes as Markdown."""
    return FORMATS["markdown"]([Report(changes, next_version("1.4.2", changes))])
