"""Every rule has a test in this folder, and errors prevent the output."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from generator.diagnostics import GenerationError, Severity
from generator.diagnostics.explain import explain_code
from tests.e2e.explained.example import Example, code_of_test
from tests.guards.rules import defined_rules
from tests.unit.diagnostics.cases import FOLDER, read_case

RULES = [item.rule for item in defined_rules()]
ERRORS = [rule.code for rule in RULES if rule.severity is Severity.ERROR]
_LABELS = {
    Severity.NOTE: "*Note.*",
    Severity.WARNING: "*Warning.*",
    Severity.ERROR: "*Error.*",
}


def _tested_codes() -> set[str]:
    """Return the codes that tests of this folder are named after."""
    names = {
        node.name
        for path in Path(__file__).parent.glob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    }
    return {code_of_test(name) for name in names if name.startswith("test_")}


def test_every_note_and_warning_has_a_test() -> None:
    """To add one, write `test_CODE(example)` into a module of this folder."""
    codes = {rule.code for rule in RULES} - set(ERRORS)
    assert codes - _tested_codes() == set()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_explanation_begins_with_the_severity(rule: object) -> None:
    code, severity = rule.code, rule.severity  # type: ignore[attr-defined]
    assert f"\n{_LABELS[severity]} " in explain_code(code)


@pytest.mark.parametrize("code", ERRORS)
def test_error_writes_nothing(code: str, tmp_path: Path) -> None:
    example = Example(read_case(FOLDER / f"{code}.txt"), tmp_path)
    with pytest.raises(GenerationError):
        example.generated  # the property generates
    assert not example.output.exists()
