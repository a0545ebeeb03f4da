"""Checks of tools that compare documents, with the rules that cover each.

The table `families.tsv` groups the checks of oasdiff (`document`), and kinds of changes that
concern callers in Python (`caller`).
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple


class Family(NamedTuple):
    """Checks with the same rules.

    Args:
        kind: `document` or `caller`.
        names: Names of the checks.
        rules: Rules of which one reports such a change if it affects callers; empty if
            none does.
        note: What is not reported, and why. Markdown.
    """

    kind: str
    names: tuple[str, ...]
    rules: tuple[str, ...]
    note: str


def all_families() -> list[Family]:
    """Return the rows of the table."""
    text = Path(__file__).with_suffix(".tsv").read_text(encoding="utf-8")
    return [
        Family(
            row["kind"],
            tuple(row["checks"].split(", ")),
            tuple(row["rules"].split(", ")) if row["rules"] else (),
            row["note"],
        )
        for row in csv.DictReader(text.splitlines(), delimiter="\t")
    ]
