"""`diff` with the setting `changes`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import SMALL, Run, here, run

__all__ = ["here", "run"]

CHANGED = SMALL.replace("name: {type: string}", "name: {type: integer}")
RULE = 'rule = "field-type-changed"\n'


@pytest.fixture
def settings(here: Path) -> Path:
    """Settings file for a document with a breaking change."""
    (here / "new.yaml").write_text(CHANGED, encoding="utf-8")
    file = here / "pyproject.toml"
    file.write_text('[tool.oasmith]\nspecs = ["new.yaml"]\n', encoding="utf-8")
    return file


def add(settings: Path, text: str) -> None:
    """Add an entry of `changes`."""
    with settings.open("a", encoding="utf-8") as file:
        file.write(f'[[tool.oasmith.changes]]\nreason = "agreed"\n{text}\n')


def test_rule_is_ignored(run: Run, settings: Path) -> None:
    run("diff", "small.yaml", "new.yaml", code=1)
    add(settings, RULE)
    result = run("diff", "small.yaml", "new.yaml")
    assert result.stdout == "next version: 1 (nothing changes for callers since 1)\n"
    assert result.stderr == "note: 1 change ignored by the settings\n"


def test_fingerprint_has_another_level(run: Run, settings: Path) -> None:
    flags = ("--format", "json", "--fail-on", "never")
    report = json.loads(run("diff", "small.yaml", "new.yaml", *flags).stdout)
    (change,) = report["clients"][0]["changes"]
    fingerprint = change["fingerprint"]
    add(settings, f'fingerprint = "{fingerprint}"\nlevel = "warning"')
    report = json.loads(run("diff", "small.yaml", "new.yaml", *flags).stdout)
    (client,) = report["clients"]
    assert client["version"]["bump"] == "minor"
    assert client["changes"] == [change | {"level": "warning"}]
    run("diff", "small.yaml", "new.yaml", "--fail-on", "warning", code=1)
    assert run("diff", "small.yaml", "new.yaml").stderr == ""


def test_subject_selects_changes_and_the_last_entry_counts(
    run: Run, settings: Path
) -> None:
    add(settings, f'{RULE}subject = "types.*.Thing"')
    run("diff", "small.yaml", "new.yaml")
    add(settings, f'{RULE}subject = "types.*.Other"')
    result = run("diff", "small.yaml", "new.yaml")
    assert "warning[unused-ignore] pyproject.toml:7:16" in result.stderr
    assert "no change matches the entry for `field-type-changed`" in result.stderr
    add(settings, f'{RULE}level = "breaking"')
    run("diff", "small.yaml", "new.yaml", code=1)


def test_expired_entry_has_no_effect(run: Run, settings: Path) -> None:
    add(settings, f"{RULE}until = 2020-01-31")
    result = run("diff", "small.yaml", "new.yaml", code=1)
    assert "the entry for `field-type-changed` ended on 2020-01-31" in result.stderr
    assert "[expired-ignore]" in result.stderr


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ('rule = "field-type-change"', "did you mean 'field-type-changed'?"),
        ("", "needs either 'rule' or 'fingerprint'"),
        (f'{RULE}fingerprint = "0f3c9a1b2d4e"', "needs either 'rule' or 'fingerprint'"),
        (f'{RULE}level = "none"', "'level' must be one of ignored, info"),
        (f'{RULE}place = "x"', "has no setting 'place'"),
        (f'{RULE}until = "2027"', "'until' must be a date"),
    ],
)
def test_wrong_entries(run: Run, settings: Path, entry: str, message: str) -> None:
    add(settings, entry)
    assert message in run("diff", "small.yaml", "new.yaml", code=2).stderr
