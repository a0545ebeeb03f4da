"""The README keeps its word: commands and flags are in it, and what it shows runs."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import click
import pytest

from generator.cli import main
from generator.config import read_settings
from tests.guards.conftest import GENERATED, PETSHOP
from tests.guards.pages import blocks
from tests.guards.sources import ROOT, modules

README = ROOT / "README.md"
COMMANDS = sorted(main.commands.items())


def options(command: click.Command) -> list[click.Option]:
    """The flags of a command that are its own."""
    return [item for item in command.params if isinstance(item, click.Option)]


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_commands_and_flags_are_documented(name: str, command: click.Command) -> None:
    readme = README.read_text(encoding="utf-8")
    assert f"`oasmith {name}`" in readme
    for option in options(command):
        assert f"`{option.opts[0]}" in readme, option.opts[0]


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_commands_and_flags_have_help(name: str, command: click.Command) -> None:
    assert command.help and len(command.help) > 40
    assert command.epilog and f"oasmith {name}" in command.epilog
    for option in options(command):
        assert option.help and option.help.endswith("."), option.opts


def test_readme_speaks_of_nothing_that_is_not_there() -> None:
    readme = README.read_text(encoding="utf-8")
    known = {
        flag
        for _, command in COMMANDS
        for item in options(command)
        for flag in item.opts
    }
    shown = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", readme))
    assert shown <= {*known, "--help", "--version"}
    assert set(re.findall(r"`oasmith ([a-z]+)`", readme)) <= set(main.commands)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    assert (
        set(re.findall(r"\bmake ([a-z]+(?:-[a-z]+)*)`?$", readme, re.MULTILINE))
        <= targets
    )
    assert set(re.findall(r"`make ([a-z-]+)`", readme)) <= targets


def test_every_variable_of_the_environment_is_documented() -> None:
    pattern = re.compile(r"environ(?:\.get\(|\[)\"([A-Z_]+)\"")
    read = {
        name
        for module in modules().values()
        if module.room != "runtime"
        for name in pattern.findall(module.file.read_text(encoding="utf-8"))
    }
    shown = set(
        re.findall(r"^\| `([A-Z_]+)` \|", README.read_text("utf-8"), re.MULTILINE)
    )
    assert read == shown and "OASMITH_CACHE" in read


def shell_lines() -> list[str]:
    """The commands of the README, as they stand."""
    code = "".join(blocks(README, "sh"))
    return [line for line in code.splitlines() if line and not line.startswith("#")]


def test_shell_commands_run(tmp_path: Path) -> None:
    """Those of make are tried without running what they would; pip needs a network."""
    (tmp_path / "openapi.yaml").write_bytes(PETSHOP.read_bytes())
    ran = []
    for line in shell_lines():
        words = shlex.split(line)
        if words[0] == "make":
            command, where = ["make", "--dry-run", *words[1:]], ROOT
        elif words[0] == "oasmith":
            command, where = [sys.executable, "-m", "generator", *words[1:]], tmp_path
        else:
            assert words[:2] == ["pip", "install"], line
            continue
        done = subprocess.run(
            command,
            cwd=where,
            env={**os.environ, "PYTHONPATH": str(ROOT), "OASMITH_CACHE": "off"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{line}\n{done.stderr}"
        ran.append(words[:2])
    assert ["oasmith", "generate"] in ran and ["make", "generate"] in ran
    assert (tmp_path / "generated/pet_shop_client/__init__.py").is_file()


def test_settings_in_the_readme_are_settings(tmp_path: Path) -> None:
    shown = blocks(README, "toml")
    assert shown
    for text in shown:
        tomllib.loads(text)
        (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
        assert read_settings(tmp_path / "pyproject.toml")[0].specs


def test_python_in_the_readme_type_checks(tmp_path: Path) -> None:
    shown = blocks(README, "python")
    assert shown
    for code in shown:
        compile(code, "README.md", "exec")
    if not (GENERATED / "openai_client").is_dir():
        pytest.skip("generated/ does not exist yet")
    (tmp_path / "shown.py").write_text("".join(shown[:1]), encoding="utf-8")
    code = "import shown"
    offline = "import httpx2; httpx2.Client.send = None; "
    done = subprocess.run(
        [sys.executable, "-c", f"{offline}{code}"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(GENERATED), "OPENAI_API_KEY": "sk-test"},
        capture_output=True,
        text=True,
        check=False,
    )
    # Names, arguments and the client are right; only the call itself has no way out.
    assert "'NoneType' object is not callable" in done.stderr, done.stderr


def test_the_mock_in_the_readme_runs(tmp_path: Path) -> None:
    (shown,) = (code for code in blocks(README, "python") if "MockAPI" in code)
    if not (GENERATED / "openai_client/testing.py").is_file():
        pytest.skip("generated/ does not have it yet")
    done = subprocess.run(
        [sys.executable, "-c", shown],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(GENERATED)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_targets_of_make_have_help_and_are_documented() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    helped = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))
    phony = makefile.partition(".PHONY:")[2].partition("\n\n")[0].replace("\\\n", " ")
    assert set(phony.split()) - helped == {"venv-newest", "venv-lowest"}
    shown = set(re.findall(r"`make ([a-z-]+)`", README.read_text("utf-8")))
    assert helped - {"help"} <= shown
