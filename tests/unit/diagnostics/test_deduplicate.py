"""What two findings say of one thing is said once."""

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


def left(*found: tuple[str, Severity, SourceFile, JsonPointer]) -> list[str]:
    """The codes of those findings that are no echoes."""
    diagnostics = Diagnostics()
    for code, severity, file, pointer in found:
        diagnostics.add(Rule(code, severity, ""), "…", Location(file, pointer))
    deduplicate_diagnostics(diagnostics)
    return [item.rule.code for item in diagnostics]


WARNING, NOTE = Severity.WARNING, Severity.NOTE
SAID = ("unknown-type", WARNING, FILE, ("a",))


def test_an_echo_goes_and_nothing_else() -> None:
    echo = ("invalid-document", WARNING, FILE, ("a", "type"))
    assert left(SAID, echo) == ["unknown-type"]
    assert left(echo, SAID) == ["unknown-type"]
    for other in (
        ("invalid-document", WARNING, FILE, ("a",)),
        ("invalid-document", WARNING, FILE, ("a", "format")),
        ("invalid-document", WARNING, OTHER, ("a", "type")),
        ("invalid-value", WARNING, FILE, ("a", "type")),
    ):
        assert left(SAID, other) == ["unknown-type", other[0]]
    assert left(echo) == ["invalid-document"]


def test_what_is_more_severe_stays() -> None:
    said = ("unknown-type", NOTE, FILE, ("a",))
    assert len(left(said, ("invalid-document", WARNING, FILE, ("a", "type")))) == 2


@pytest.mark.parametrize("pair", DUPLICATES, ids="-".join)
def test_each_pair_occurs(pair: tuple[str, str], tmp_path: Path) -> None:
    said, echo = pair
    case = read_case(FOLDER / f"{said}.txt")
    case.write(tmp_path)
    found = Diagnostics()
    validate_documents(build(case.config(tmp_path), found).document, found)
    before = {item.rule.code for item in found}
    deduplicate_diagnostics(found)
    # The stages drop echoes of their own before these can be seen.
    assert echo in before | {"unresolved-reference", "broken-misplaced-reference"}
    assert before <= {said, *(two for one, two in DUPLICATES if one == said)}
    assert {item.rule.code for item in found} == {said}
