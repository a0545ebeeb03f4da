"""Every check of other tools is covered by a rule, or refused with a reason."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from generator.comparison import RULES
from tests.unit.comparison.families import Family, all_families


@pytest.mark.parametrize("family", all_families(), ids=lambda item: item.names[0])
def test_family_has_rules_or_a_reason(family: Family) -> None:
    assert set(family.rules) <= set(RULES)
    assert family.rules or family.note.endswith(".")


@pytest.mark.parametrize(
    ("file", "kind"),
    [("diff-families.tsv", "document"), ("diff-beyond.tsv", "caller")],
)
def test_all_families_are_listed_once(shared: Path, file: str, kind: str) -> None:
    text = (shared / "research" / file).read_text(encoding="utf-8")
    names = [row[0] for row in csv.reader(text.splitlines(), delimiter="\t")][1:]
    families = [item for item in all_families() if item.kind == kind]
    assert sorted(name for item in families for name in item.names) == sorted(names)
