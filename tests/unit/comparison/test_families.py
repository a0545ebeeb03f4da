"""Every kind of check of other tools is covered by a rule, or refused with a reason."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from generator.comparison import RULES
from generator.comparison.families import CALLER_FAMILIES, DOCUMENT_FAMILIES, Family


@pytest.mark.parametrize("family", [*DOCUMENT_FAMILIES, *CALLER_FAMILIES])
def test_family_has_rules_or_a_reason(family: Family) -> None:
    assert set(family.rules) <= set(RULES)
    assert family.rules or family.note.endswith(".")


@pytest.mark.parametrize(
    ("file", "families"),
    [
        ("diff-families.tsv", DOCUMENT_FAMILIES),
        ("diff-beyond.tsv", CALLER_FAMILIES),
    ],
)
def test_all_families_are_listed_once(
    shared: Path, file: str, families: tuple[Family, ...]
) -> None:
    text = (shared / "research" / file).read_text(encoding="utf-8")
    names = [row[0] for row in csv.reader(text.splitlines(), delimiter="\t")][1:]
    listed = [name for family in families for name in family.names]
    assert sorted(listed) == sorted(names)
