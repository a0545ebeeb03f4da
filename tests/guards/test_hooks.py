"""The hooks that other repositories run with pre-commit."""

from __future__ import annotations

import shlex
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import main
from tests.guards.sources import ROOT

FILE = ROOT / ".pre-commit-hooks.yaml"
HOOKS: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_hooks_run_commands_that_exist(hook: dict[str, Any]) -> None:
    assert {"id", "name", "entry", "language"} <= set(hook)
    program, *arguments = shlex.split(hook["entry"])
    assert program == "oasmith" and hook["language"] == "python"
    assert hook["id"] == f"oasmith-{arguments[0]}"
    assert hook["pass_filenames"] is False  # a file name would select another client
    assert CliRunner().invoke(main, [*arguments, "--help"]).exit_code == 0


def test_hooks_are_documented() -> None:
    guide = (ROOT / "generator/docs/guide-ci.md").read_text(encoding="utf-8")
    assert all(f"`{hook['id']}`" in guide for hook in HOOKS)
