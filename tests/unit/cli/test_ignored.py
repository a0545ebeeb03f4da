"""The setting `ignore`, and the formats of `validate`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.diagnostics import Rule
from generator.ignoring import VALIDATION_CODES
from generator.loader import spec_validators, worker
from tests.unit.cli.conftest import SMALL, Run, here, run

pytestmark = pytest.mark.slow

__all__ = ["here", "run"]

INVALID = SMALL.replace(
    "name: {type: string}",
    "\n        ".join(
        f"f{number}: {{type: string, default: 1}}" for number in range(8)
    ),
)
ENTRY = """
[[tool.oasmith.ignore]]
code = "invalid-value"
reason = "reported: #12, with a comma"
"""


@pytest.fixture
def settings(here: Path) -> Path:
    """Settings file of a document with eight invalid defaults."""
    (here / "small.yaml").write_text(INVALID, encoding="utf-8")
    file = here / "pyproject.toml"
    file.write_text('[tool.oasmith]\nspecs = ["small.yaml"]\n', encoding="utf-8")
    return file


def add(settings: Path, text: str) -> None:
    with settings.open("a", encoding="utf-8") as file:
        file.write(text)


def test_strict_passes_if_all_warnings_are_ignored(run: Run, settings: Path) -> None:
    assert "8 warnings" in run("generate", "--strict", code=1).stderr
    add(settings, ENTRY)
    result = run("generate", "--strict")
    assert "note: 8 diagnostics ignored by the settings" in result.stderr
    assert "0 warnings" in result.stdout
    assert run("validate").stdout == "no diagnostics\n"


def test_strict_check_fails_for_warnings_that_are_not_ignored(
    run: Run, settings: Path
) -> None:
    run("generate")
    assert "Current" in run("check").stdout
    result = run("check", "--strict", code=1)
    assert result.stdout.startswith("Current: ")
    assert "error: 8 warnings in a strict check; correct the documents" in result.stderr
    add(settings, ENTRY)
    run("generate")
    result = run("check", "--strict")
    assert "Current" in result.stdout
    assert "note: 8 diagnostics ignored by the settings" in result.stderr


def test_strict_check_reports_files_that_are_not_current(
    run: Run, settings: Path
) -> None:
    add(settings, ENTRY)
    result = run("check", "--strict", code=1)
    assert "not written yet" in result.stdout


def test_place_selects_diagnostics(run: Run, settings: Path) -> None:
    add(settings, f'{ENTRY}place = "small.yaml#/*/properties/f[0-5]/*"\n')
    report = run("validate").stdout
    assert report.count("invalid-value]") == 2 and "2 warnings" in report


def test_codes_that_do_not_exist_are_reported(run: Run, settings: Path) -> None:
    settings.with_name("small.yaml").write_text(SMALL, encoding="utf-8")
    for code, hint in (
        ("invalid-valeu", "remove the entry; did you mean 'invalid-value'?"),
        ("zzzz", "remove the entry\n"),
    ):
        add(settings, f"[[tool.oasmith.ignore]]\ncode = '{code}'\nreason = 'known'\n")
        report = run("generate").stderr
        assert f"nothing is ignored by the entry for `{code}`" in report
        no_code = "hint: this version has no diagnostic with this code"
        assert f"{no_code}; {hint}" in report
    assert "2 warnings" in report and "pyproject.toml:3:16" in report
    assert "error: nothing was written" in run("generate", "--strict", code=1).stderr


def test_unused_entry_is_reported_with_its_line(run: Run, settings: Path) -> None:
    add(settings, f'{ENTRY}place = "other.yaml#*"\n')
    report = run("validate", "--all").stdout
    assert "warning[unused-ignore] pyproject.toml:4:16" in report
    assert "a diagnostic with this code is at small.yaml#/components/" in report
    # Without the validation, it is unknown whether the entry is used.
    assert "unused-ignore" not in run("generate", "--no-validate").stderr


def test_unused_entries_are_reported_without_the_validation(
    run: Run, settings: Path
) -> None:
    add(settings, ENTRY.replace("invalid-value", "double-tag"))
    report = run("generate", "--no-validate").stderr
    assert "nothing is ignored by the entry for `double-tag`" in report


def test_codes_of_the_validation() -> None:
    modules = (spec_validators, worker)
    rules = [
        item
        for module in modules
        for item in vars(module).values()
        if isinstance(item, Rule)
    ]
    assert {rule.code for rule in rules} == VALIDATION_CODES


def test_entries_are_not_unused_after_an_error(
    run: Run, settings: Path, here: Path
) -> None:
    add(settings, ENTRY.replace("invalid-value", "double-tag"))
    (here / "small.yaml").write_text("openapi: [", encoding="utf-8")
    assert "unused-ignore" not in run("validate", code=1).stdout
    add(settings, ENTRY.replace("invalid-value", "yaml-syntax"))
    report = run("validate", code=1).stdout
    assert "nothing is ignored by the entry for `yaml-syntax`" in report
    assert "hint: errors cannot be ignored; correct the document" in report
    assert "`double-tag`" not in report


def test_diagnostics_of_settings_cannot_be_ignored(run: Run, settings: Path) -> None:
    add(settings, ENTRY.replace("invalid-value", "expired-ignore"))
    add(settings, f"{ENTRY}until = 2020-01-01\n")
    report = run("validate", "--all").stdout
    assert "hint: this version has no" not in report
    add(settings, ENTRY.replace("invalid-value", "expired-ignore"))
    hint = "hint: diagnostics of settings cannot be ignored; correct the settings"
    assert hint in run("validate", "--all").stdout


def test_an_entry_that_ended_since_the_last_run_is_reported(
    run: Run, settings: Path, here: Path
) -> None:
    add(settings, f"{ENTRY}until = 2020-01-01\n")
    assert "expired-ignore" in run("generate").stderr
    assert run("generate").stdout.startswith("Nothing to do: ")
    (entry,) = (here.parent / "cache/oasmith").glob("run-*.json")
    content = json.loads(entry.read_text(encoding="utf-8"))
    entry.write_text(json.dumps({**content, "date": "2020-01-01"}), encoding="utf-8")
    assert "expired-ignore" in run("generate").stderr
    assert run("generate").stdout.startswith("Nothing to do: ")


def test_expired_entry_has_no_effect(run: Run, settings: Path) -> None:
    add(settings, f"{ENTRY}until = 2020-01-01\n")
    report = run("validate").stdout
    assert "expired-ignore" in report and "9 warnings" in report
    assert "expired-ignore" in run("generate", "--strict", code=1).stderr


def test_errors_cannot_be_ignored(run: Run, settings: Path, here: Path) -> None:
    add(settings, ENTRY.replace("invalid-value", "syntax-error"))
    (here / "small.yaml").write_text("openapi: [", encoding="utf-8")
    assert "error[" in run("generate", code=1).stderr


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ('code = "a"', "4:16: an entry of 'ignore' needs 'reason'"),
        ('code = "a"\nreason = ""', "6:1: 'reason' must be a non-empty string"),
        (
            'code = "a"\nreason = "b"\nuntil = "2027-01-01"',
            "7:1: 'until' must be a date",
        ),
        ('code = "a"\nreason = "b"\nplaces = "c"', "did you mean 'place'?"),
    ],
)
def test_invalid_entries_are_reported(
    run: Run, settings: Path, entry: str, problem: str
) -> None:
    add(settings, f"\n[[tool.oasmith.ignore]]\n{entry}\n")
    assert problem in run("generate", code=2).stderr


def test_text_is_in_line_order_and_capped(run: Run, settings: Path) -> None:
    text = (settings.parent / "small.yaml").read_text(encoding="utf-8")
    unknown = text.replace("name: Things", "x").replace(
        "components:", "components:\n  responses: {R: {$ref: '#/nowhere'}}"
    )
    (settings.parent / "small.yaml").write_text(unknown, encoding="utf-8")
    report = run("validate").stdout
    lines = [
        int(line.split(":")[1])
        for line in report.splitlines()
        if line.startswith(("warning[", "note["))
    ]
    assert lines == sorted(lines)
    assert "… and 3 more of invalid-value" in report
    assert run("validate", "--all").stdout.count("warning[invalid-value]") == 8


def test_sarif(run: Run, settings: Path) -> None:
    log = json.loads(run("validate", "--format", "sarif").stdout)
    (result,) = log["runs"]
    rules = result["tool"]["driver"]["rules"]
    first = result["results"][0]
    assert (log["version"], len(result["results"])) == ("2.1.0", 8)
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"] == "invalid-value"
    assert first["level"] == "warning" and first["message"]["text"]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "small.yaml"}
    lines = (settings.parent / "small.yaml").read_text(encoding="utf-8").splitlines()
    region = place["region"]
    assert "default" in lines[region["startLine"] - 1][region["startColumn"] - 1 :]


def test_github_annotations(run: Run, here: Path) -> None:
    text = SMALL.replace(
        "name: {type: string}", 'name: {type: string, default: {"%": 1}}'
    )
    (here / "a,b.yaml").write_text(text, encoding="utf-8")
    lines = run("validate", "a,b.yaml", "--format", "github").stdout.splitlines()
    (line,) = lines
    assert line.startswith("::warning file=a%2Cb.yaml,line=")
    assert ",title=invalid-value::" in line and "%25" in line
