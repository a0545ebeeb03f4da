"""Duplicate diagnostics are removed."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Diagnostics, Rule, Severity
from generator.diagnostics.deduplicate import DUPLICATES, deduplicate_diagnostics
from generator.loader.validation import validate_documents
from generator.pipeline import build
from generator.source import JsonPointer, Location, SourceFile
from tests.unit.diagnostics.cases import FOLDER, read_case

FILE = SourceFile("a.yaml", "", "", lambda _: {})
OTHER = SourceFile("b.yaml", "", "", lambda _: {})


def deduplicate_codes(
    *items: tuple[str, Severity, SourceFile, JsonPointer]
) -> list[str]:
    """Return the codes of the diagnostics that are not duplicates."""
    diagnostics = Diagnostics()
    for code, severity, file, pointer in items:
        diagnostics.add(Rule(code, severity, ""), "…", Location(file, pointer))
    deduplicate_diagnostics(diagnostics)
    return [item.rule.code for item in diagnostics]


WARNING, NOTE = Severity.WARNING, Severity.NOTE
ORIGINAL = ("unknown-type", WARNING, FILE, ("a",))


def test_only_duplicates_are_removed() -> None:
    duplicate = ("invalid-document", WARNING, FILE, ("a", "type"))
    assert deduplicate_codes(ORIGINAL, duplicate) == ["unknown-type"]
    assert deduplicate_codes(duplicate, ORIGINAL) == ["unknown-type"]
    for other in (
        ("invalid-document", WARNING, FILE, ("a",)),
        ("invalid-document", WARNING, FILE, ("a", "format")),
        ("invalid-document", WARNING, OTHER, ("a", "type")),
        ("invalid-value", WARNING, FILE, ("a", "type")),
    ):
        assert deduplicate_codes(ORIGINAL, other) == ["unknown-type", other[0]]
    assert deduplicate_codes(duplicate) == ["invalid-document"]


def test_duplicate_with_higher_severity_is_kept() -> None:
    original = ("unknown-type", NOTE, FILE, ("a",))
    assert (
        len(
            deduplicate_codes(
                original, ("invalid-document", WARNING, FILE, ("a", "type"))
            )
        )
        == 2
    )


@pytest.mark.parametrize("pair", DUPLICATES, ids="-".join)
def test_each_pair_occurs(pair: tuple[str, str], tmp_path: Path) -> None:
    original, duplicate = pair
    case = read_case(FOLDER / f"{original}.txt")
    case.write(tmp_path)
    diagnostics = Diagnostics()
    validate_documents(build(case.config(tmp_path), diagnostics).document, diagnostics)
    before = {item.rule.code for item in diagnostics}
    deduplicate_diagnostics(diagnostics)
    # Some duplicates are already removed by the stages.
    assert duplicate in before | {"unresolved-reference", "broken-misplaced-reference"}
    assert before <= {original, *(two for one, two in DUPLICATES if one == original)}
    assert {item.rule.code for item in diagnostics} == {original}
