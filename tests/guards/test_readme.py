"""The README and the guides are complete and correct: commands, settings, code, links."""

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
from click.testing import CliRunner

from generator.cli import main
from generator.cli.exit_codes import ExitCode
from generator.config import read_settings
from generator.runtime.command_line.options import common_options, page_options
from tests.guards.conftest import GENERATED, PETSHOP
from tests.guards.documentation import (
    COMMANDS_PAGE,
    CONTRIBUTING,
    GUIDES,
    PAGES,
    README,
)
from tests.guards.pages import blocks, broken_links, links
from tests.guards.sources import ROOT, modules

COMMANDS = sorted(main.commands.items())
COMMAND_PAGE_TEXT = COMMANDS_PAGE.read_text(encoding="utf-8")

PREAMBLE = """
import openai_client
from openai_client.testing import MockAPI

class OpenAI(openai_client.OpenAI):
    def __init__(self, **options):
        options.setdefault("http_client", mock.client())
        super().__init__(**options)

mock = MockAPI()
batch = mock.sample("batches.create")
mock.respond("batches.create", json={**batch, "status": "completed"})
openai_client.OpenAI = OpenAI
"""
"""Code that replaces the transport of `OpenAI` by the mock."""


def options(command: click.Command) -> list[click.Option]:
    """Return the options of a command, without its arguments."""
    return [item for item in command.params if isinstance(item, click.Option)]


def makefile() -> str:
    """Return the text of the Makefile."""
    return (ROOT / "Makefile").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_commands_and_flags_are_documented(name: str, command: click.Command) -> None:
    assert f"`oasmith {name}`" in COMMAND_PAGE_TEXT
    rows = [row for row in COMMAND_PAGE_TEXT.splitlines() if row.startswith("| `--")]
    documented = {
        row.split("`")[1]
        for row in rows
        if f"`{name}`" in row or ("all but" in row and f"`{name}`" not in row)
    }
    assert {item.opts[0] for item in options(command)} <= documented


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_commands_and_flags_have_help(name: str, command: click.Command) -> None:
    assert command.help and len(command.help) > 40
    assert command.epilog and f"oasmith {name}" in command.epilog
    for option in options(command):
        assert option.help and option.help.endswith("."), option.opts


@pytest.mark.parametrize("name", ["", *main.commands])
def test_help_fits_80_columns(name: str) -> None:
    # The command is invoked: click keeps the help option of the first context, and a
    # context made by hand has no `-h`.
    arguments = [name] if name else []
    text = (
        CliRunner().invoke(main, [*arguments, "--help"], env={"COLUMNS": "80"}).stdout
    )
    assert "Usage:" in text
    assert [line for line in text.splitlines() if len(line) > 80] == []


def test_exit_codes_are_documented() -> None:
    rows = re.findall(r"^\| (\d+) \|", COMMAND_PAGE_TEXT, re.MULTILINE)
    assert list(map(int, rows)) == list(ExitCode)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_documented_commands_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert set(re.findall(r"`oasmith ([a-z]+)", text)) <= set(main.commands)
    targets = set(re.findall(r"^([a-z-]+):", makefile(), re.MULTILINE))
    targets |= {"test-newest", "test-lowest", "venv-newest", "venv-lowest"}
    assert set(re.findall(r"`make ([a-z-]+)", text)) <= targets


@pytest.mark.parametrize("page", GUIDES, ids=lambda page: page.name)
def test_documented_flags_exist(page: Path) -> None:
    known = {
        flag
        for _, command in COMMANDS
        for item in options(command)
        for flag in item.opts
    }
    if page.name == "guide-command-line.md":
        emitted = (*common_options(), *page_options())
        known = {flag for item in emitted for flag in item.opts}
        known |= {"--keyring", "--api-", "--api-timeout", "--model", "--stop", "--file"}
    if page.name in ("guide-client.md", "guide-command-line.md"):
        known |= {"--client-id", "--device", "--scope"}  # of `login` of a client
    if page.name == "guide-reference-site.md":  # variables of the style sheet
        style = (ROOT / "templates/site/assets/site.css").read_text(encoding="utf-8")
        known |= set(re.findall(r"--[a-z-]+(?=:)", style))
    flags = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", page.read_text("utf-8")))
    assert flags <= {*known, "--help", "--version", "--update", "--check"}


def test_environment_variables_are_documented() -> None:
    pattern = re.compile(r"environ(?:\.get\(|\[)\"([A-Z_]+)\"")
    used = {
        name
        for module in modules().values()
        if module.top != "runtime"
        for name in pattern.findall(module.file.read_text(encoding="utf-8"))
    }
    documented = re.findall(r"^\| `([A-Z_]+)` \|", COMMAND_PAGE_TEXT, re.MULTILINE)
    limits = COMMAND_PAGE_TEXT.partition("<!-- limits: begin")[2]
    assert used == set(documented) - set(re.findall(r"`([A-Z_]+)`", limits))
    assert "OASMITH_CACHE" in used


def test_pages_have_no_broken_links() -> None:
    assert broken_links(ROOT, PAGES) == []


def test_every_page_is_linked() -> None:
    reached = {
        (page.parent / link.partition("#")[0]).resolve()
        for page in PAGES
        for link in links(page)
        if not link.startswith("#")
    }
    # GitHub finds these by their names.
    by_name = {"README.md", "PULL_REQUEST_TEMPLATE.md", "AGENTS.md"}
    assert {page.name for page in PAGES if page not in reached} <= by_name


def test_readme_is_one_page() -> None:
    lines = README.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 110
    assert all(len(line) <= 120 for line in lines if not line.startswith("|"))


def shell_lines() -> list[str]:
    """Return the shell commands of the guides."""
    code = "".join(text for page in GUIDES for text in blocks(page, "sh"))
    return [line for line in code.splitlines() if line and not line.startswith("#")]


def _commit(directory: Path) -> None:
    """Commit all files of a directory to the branch `main` of a new repository."""
    author = ("-c", "user.name=Test", "-c", "user.email=test@example.invalid")
    for arguments in (
        ("init", "--initial-branch=main"),
        ("add", "."),
        (*author, "-c", "commit.gpgsign=false", "commit", "-m", "Add the document"),
    ):
        subprocess.run(
            ["git", *arguments], cwd=directory, check=True, capture_output=True
        )


def test_shell_commands_run(tmp_path: Path) -> None:
    """Targets of make are only tried with `--dry-run`, because pip needs a network."""
    for name in ("openapi.yaml", "old.yaml", "new.yaml"):
        (tmp_path / name).write_bytes(PETSHOP.read_bytes())
    _commit(tmp_path)
    executed = []
    for line in shell_lines():
        words = shlex.split(line)
        if words[0] == "make":
            command, directory = ["make", "--dry-run", *words[1:]], ROOT
        elif words[0] == "oasmith":
            command = [sys.executable, "-m", "generator", *words[1:]]
            directory = tmp_path
        else:
            assert words[:2] == ["pip", "install"], line
            continue
        done = subprocess.run(
            command,
            cwd=directory,
            env={**os.environ, "PYTHONPATH": str(ROOT), "OASMITH_CACHE": "off"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{line}\n{done.stderr}"
        executed.append(words[:2])
    assert ["oasmith", "generate"] in executed and ["make", "generate"] in executed
    assert (tmp_path / "generated/pet_shop_client/__init__.py").is_file()


def test_settings_in_the_guides_are_valid(tmp_path: Path) -> None:
    examples = [text for page in GUIDES for text in blocks(page, "toml")]
    assert len(examples) > 2
    for text in examples:
        if "oasmith" not in tomllib.loads(text).get("tool", {}):
            continue  # an example of another table, such as dependencies
        (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
        assert read_settings(tmp_path / "pyproject.toml")[0].specs


PYTHON = [
    pytest.param(code, id=f"{page.stem}-{number}")
    for page in GUIDES
    if page.name != "guide-extensions.md"  # tests/e2e/extensions/test_guide.py
    for number, code in enumerate(blocks(page, "python"))
]


@pytest.mark.parametrize("code", PYTHON)
def test_python_in_the_guides_runs_against_the_mock(code: str, tmp_path: Path) -> None:
    if not (GENERATED / "openai_client/testing.py").is_file():
        pytest.skip("generated/openai_client does not exist")
    done = subprocess.run(
        [sys.executable, "-c", PREAMBLE + code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(GENERATED), "OPENAI_API_KEY": "sk-test"},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr


def test_guides_contain_python() -> None:
    assert len(PYTHON) > 5


def test_make_targets_have_help_and_are_documented() -> None:
    helped = set(re.findall(r"^([a-z-]+):.*## ", makefile(), re.MULTILINE))
    phony = makefile().partition(".PHONY:")[2].partition("\n\n")[0].replace("\\\n", " ")
    assert set(phony.split()) - helped == {"venv-newest", "venv-lowest"}
    documented = set(re.findall(r"`make ([a-z-]+)`", CONTRIBUTING.read_text("utf-8")))
    assert helped - {"help", "generate"} <= documented
