"""Attributes of models that are computed are compared, too."""

from __future__ import annotations

from pathlib import Path

from generator.comparison import compare
from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import analyze
from tests.e2e.documents.test_tool_calls import DOCUMENT

_WITHOUT_CALLS = DOCUMENT.replace(
    "required: [name, arguments], properties: {name: {type: string},\n"
    "      arguments: {type: string}}",
    "required: [name, arguments], properties: {name: {type: string},\n"
    "      arguments: {type: integer}}",
)


def _changes(folder: Path, old: str, new: str) -> set[tuple[str, str]]:
    sides = []
    for name, text in (("old", old), ("new", new)):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        config = Config("acme", "Acme", (f"{name}.yaml",), directory=folder)
        result = analyze(config, Diagnostics())
        sides.append((result.api, result.package))
    return {(item.rule.id, item.message) for item in compare(sides[0], sides[1])}


def test_objects_that_are_calls_of_tools_no_longer(tmp_path: Path) -> None:
    assert _WITHOUT_CALLS != DOCUMENT
    changes = _changes(tmp_path, DOCUMENT, _WITHOUT_CALLS)
    for name in ("parse_arguments", "parsed_arguments"):
        text = f"does not have the attribute `{name}` any more"
        assert any(
            rule == "field-removed" and text in m for rule, m in changes
        ), changes


def test_objects_that_become_calls_of_tools(tmp_path: Path) -> None:
    changes = _changes(tmp_path, _WITHOUT_CALLS, DOCUMENT)
    text = "has the new attribute `parsed_arguments`, which is computed"
    assert any(rule == "field-added" and text in m for rule, m in changes), changes
