"""`oasmith check --strict`: diagnostics and files in one report, in each format."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.unit.cli.conftest import SMALL, Run, here, run
from tests.unit.diagnostics.test_sarif import problems

__all__ = ["here", "run"]

pytestmark = pytest.mark.slow

INVALID = SMALL.replace("name: {type: string}", "name: {type: string, default: 1}")
BROKEN = "openapi: ["
ENTRY = "[[tool.oasmith.ignore]]\ncode = 'invalid-value'\nreason = 'known'\n"
CLIENT = "generated/small_client/_client.py"


@pytest.fixture
def drifted(here: Path, run: Run) -> Path:
    """Current directory with a document that has a warning, and a file that is edited."""
    (here / "small.yaml").write_text(INVALID, encoding="utf-8")
    run("generate", "small.yaml", "--no-validate")
    (here / CLIENT).write_text("# mine\n", encoding="utf-8")
    return here


def strict(run: Run, output_format: str, code: int = 1) -> Any:
    """Return the report of a strict check, which is valid if it is SARIF."""
    result = run(
        "check", "small.yaml", "--strict", "--format", output_format, code=code
    )
    assert result.stderr == ""
    content = json.loads(result.stdout)
    assert output_format != "sarif" or problems(content) == []
    return content


def test_text_reports_warnings_and_files(drifted: Path, run: Run) -> None:
    result = run("check", "small.yaml", "--strict", code=1)
    assert "warning[invalid-value] small.yaml:18:" in result.stderr
    assert result.stderr.endswith(
        "error: 1 warning in a strict check; correct the documents, or accept them by "
        "entries of `ignore` in the settings\n"
    )
    assert result.stdout.startswith(f"{CLIENT}: edited by hand\n")
    quiet = run("check", "small.yaml", "--strict", "--quiet", code=1)
    assert quiet.stdout == result.stdout and quiet.stderr.count("\n") == 1


def test_json_reports_warnings_and_files(drifted: Path, run: Run) -> None:
    (client,) = strict(run, "json")["clients"]
    assert [item["path"] for item in client["files"]] == ["small_client/_client.py"]
    (item,) = client["diagnostics"]
    assert (item["code"], item["severity"], item["line"]) == (
        *("invalid-value", "warning"),
        18,
    )
    assert client["current"] is False and client["error"] is None


def test_sarif_reports_warnings_and_files(drifted: Path, run: Run) -> None:
    (result,) = strict(run, "sarif")["runs"]
    warning, file = result["results"]
    assert (warning["ruleId"], warning["level"]) == ("invalid-value", "warning")
    assert (file["ruleId"], file["level"]) == ("not-current", "error")
    rules = result["tool"]["driver"]["rules"]
    assert [rules[item["ruleIndex"]]["id"] for item in (warning, file)] == [
        *("invalid-value", "not-current")
    ]
    place = file["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": CLIENT}}


def test_annotations_for_warnings_and_files(drifted: Path, run: Run) -> None:
    result = run("check", "small.yaml", "--strict", "--format", "github", code=1)
    commands = [line for line in result.stdout.splitlines() if line.startswith("::")]
    assert len(commands) == 2
    assert commands[0].startswith("::warning file=small.yaml,line=18,col=")
    assert commands[1].startswith(f"::error file={CLIENT},title=not current::edited")


def test_each_format_reports_the_errors_of_a_document(here: Path, run: Run) -> None:
    run("generate", "small.yaml", "--no-validate")
    (here / "small.yaml").write_text(BROKEN, encoding="utf-8")
    for flags in ((), ("--strict",)):
        result = run("check", "small.yaml", *flags, "--format", "json", code=1)
        (client,) = json.loads(result.stdout)["clients"]
        assert client["current"] is None and client["files"] == []
        assert client["error"] == "the generated files were not checked"
        assert "yaml-syntax" in [
            item["code"]
            for item in client["diagnostics"]
            if item["severity"] == "error"
        ]
    (log,) = strict(run, "sarif")["runs"]
    assert log["invocations"][0]["executionSuccessful"] is False
    annotations = run("check", "small.yaml", "--format", "github", code=1).stdout
    assert "title=yaml-syntax::" in annotations
    assert "::error title=not checked::the generated files" in annotations
    text = run("check", "small.yaml", code=1)
    assert "error[yaml-syntax]" in text.stderr and text.stdout == ""
    assert text.stderr.endswith("error: the generated files were not checked\n")


def test_a_damaged_manifest_is_reported_in_the_format(here: Path, run: Run) -> None:
    run("generate", "small.yaml", "--no-validate")
    (here / "generated/.oasmith.json").write_text("{", encoding="utf-8")
    (client,) = strict(run, "json")["clients"]
    assert "manifest" in client["error"] and client["current"] is None
    assert client["error"] in run("check", "small.yaml", code=1).stderr


def test_all_clients_are_checked(here: Path, run: Run) -> None:
    (here / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    (here / "invalid.yaml").write_text(INVALID, encoding="utf-8")
    tables = "".join(
        f"[[tool.oasmith.clients]]\nspecs = ['{name}.yaml']\n"
        f"package = '{name}'\noutput = 'clients/{name}'\n"
        for name in ("broken", "invalid", "small")
    )
    settings = here / "pyproject.toml"
    settings.write_text(f"[tool.oasmith]\ndocs = false\n{tables}", encoding="utf-8")
    run("generate", "--select", "invalid", "--no-validate")
    result = run("check", "--strict", "--format", "json", code=1)
    clients = {item["package"]: item for item in json.loads(result.stdout)["clients"]}
    assert clients["broken"]["error"] and not clients["broken"]["files"]
    assert clients["invalid"]["diagnostics"] and clients["invalid"]["current"]
    assert clients["small"]["files"] and not clients["small"]["diagnostics"]


def test_a_strict_check_without_warnings_passes(here: Path, run: Run) -> None:
    (here / "small.yaml").write_text(INVALID, encoding="utf-8")
    text = f"[tool.oasmith]\nspecs = ['small.yaml']\n{ENTRY}"
    (here / "pyproject.toml").write_text(text, encoding="utf-8")
    run("generate", "--strict")
    for output_format in ("json", "sarif", "github", "text"):
        result = run("check", "--strict", "--format", output_format)
        assert result.stderr == "note: 1 diagnostic ignored by the settings\n"
