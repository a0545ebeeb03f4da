"""`oasmith completion` completes in a shell, and `--quiet` prints errors only."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from generator.cli import main
from tests.unit.cli.conftest import ROOT, SMALL, Run

COMPLETED = {
    ("gener",): ["generate"],
    ("generate", "--packa"): ["--package", "--package-version"],
    ("check", "--format", "git"): ["github"],
    ("explain", "unresolved-ref"): ["unresolved-reference"],
    ("completion", "f"): ["fish"],
}


@pytest.mark.parametrize("words", COMPLETED)
def test_commands_options_and_values(words: tuple[str, ...]) -> None:
    complete = ShellComplete(main, {}, "oasmith", "_OASMITH_COMPLETE")
    items = complete.get_completions(list(words[:-1]), words[-1])
    assert sorted(item.value for item in items) == COMPLETED[words]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_script_of_each_shell(run: Run, shell: str) -> None:
    script = run("completion", shell).stdout
    assert f"_OASMITH_COMPLETE={shell}_complete" in script


def test_script_of_bash_completes(here: Path) -> None:
    program = here / "oasmith"
    source = f'#!/bin/sh\nexec "{sys.executable}" -m generator "$@"\n'
    program.write_text(source, encoding="utf-8")
    program.chmod(0o755)
    commands = (
        'eval "$(oasmith completion bash)"\n'
        "COMP_WORDS=(oasmith gen) COMP_CWORD=1\n"
        "_oasmith_completion oasmith\n"
        'printf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    environment = {
        **os.environ,
        "PATH": f"{here}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
    }
    finished = subprocess.run(
        ["bash", "--norc", "-c", commands],
        capture_output=True,
        text=True,
        env=environment,
        timeout=300,
        check=False,
    )
    assert finished.stdout.split() == ["generate"], finished.stderr


def test_quiet_prints_errors_only(run: Run, here: Path) -> None:
    broken = SMALL.replace("#/components/schemas/Thing", "#/components/schemas/Nothing")
    (here / "small.yaml").write_text(broken)
    loud = run("generate", "small.yaml", "-o", "client", "--no-validate")
    assert "unresolved-reference" in loud.stderr and loud.stdout
    for command in (
        ("generate", "small.yaml", "-o", "other", "--no-validate", "-q"),
        ("generate", "small.yaml", "-o", "other", "--no-validate", "--quiet"),
    ):
        quiet = run(*command)
        assert (quiet.stdout, quiet.stderr) == ("", "")
    assert (here / "other" / "README.md").is_file()
    (here / "small.yaml").write_text("openapi: [")
    failed = run("generate", "small.yaml", "-o", "other", "-q", code=1)
    assert failed.stdout == "" and "error" in failed.stderr
    failed = run("check", "small.yaml", "-o", "other", "-q", code=1)
    assert "error" in failed.stderr
