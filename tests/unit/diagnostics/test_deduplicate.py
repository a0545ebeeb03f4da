"""Duplicate diagnostics are removed."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import Config
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


def test_repetitions_are_removed() -> None:
    """The validator reports each keyword that a default violates: type and enum."""
    value = ("invalid-value", WARNING, FILE, ("a", "default"))
    other = ("invalid-value", WARNING, FILE, ("b", "default"))
    same_place = ("invalid-value", WARNING, OTHER, ("a", "default"))
    assert deduplicate_codes(value, value, other, same_place) == ["invalid-value"] * 3
    assert deduplicate_codes(ORIGINAL, ORIGINAL) == ["unknown-type"]


def test_different_messages_at_one_location_are_kept() -> None:
    diagnostics = Diagnostics()
    rule = Rule("invalid-document", WARNING, "")
    for message in (
        "'title' is required",
        "'version' is required",
        "'title' is required",
    ):
        diagnostics.add(rule, message, Location(FILE, ("info",)))
    deduplicate_diagnostics(diagnostics)
    assert [item.message for item in diagnostics] == [
        "'title' is required",
        "'version' is required",
    ]


def test_null_default_is_one_diagnostic(tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text(
        "openapi: 3.1.0\n"
        "info: {title: Shop, version: '1'}\n"
        "paths: {}\n"
        "components:\n"
        "  schemas:\n"
        "    Size: {type: string, enum: [a, b], default: null}\n"
        "    Count: {type: integer, enum: [1, 2], default: x}\n"
    )
    diagnostics = Diagnostics()
    config = Config(specs=("openapi.yaml",), directory=tmp_path)
    validate_documents(build(config, diagnostics).document, diagnostics)
    deduplicate_diagnostics(diagnostics)
    assert sorted(item.rule.code for item in diagnostics) == [
        "default-outside-enum",
        "invalid-value",
    ]


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
