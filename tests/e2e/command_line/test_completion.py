"""Completion of commands, names of members, values, files and profiles."""

from __future__ import annotations

import importlib
import os
from pathlib import Path
from unittest import mock

import pytest
from click.shell_completion import ShellComplete

from tests.e2e.command_line.conftest import PACKAGE, CommandLine
from tests.unit.runtime.conftest import Server

CREATE = ("pets", "create")
OWNER = ["owner[name]=", "owner[parent][", "owner[role]="]
FRIEND = [name.replace("owner", "friends[0]") for name in OWNER]
COMPLETED: dict[tuple[str, ...], list[str]] = {
    (*CREATE, "ow"): OWNER,
    (*CREATE, "fri"): FRIEND,
    (*CREATE, "wei"): ["weights="],
    (*CREATE, "na"): ["name="],
    (*CREATE, "owner["): OWNER,
    (*CREATE, "owner[pa"): [it.replace("owner", "owner[parent]") for it in OWNER],
    (*CREATE, "owner[parent][ro"): ["owner[parent][role]="],
    (*CREATE, "owner[role]="): ["owner[role]=keeper", "owner[role]=owner"],
    (*CREATE, "owner[parent][role]=k"): ["owner[parent][role]=keeper"],
    (*CREATE, "friends["): FRIEND,
    (*CREATE, "friends[0][name]=x", "friends["): ["friends[0][", "friends[1]["],
    (*CREATE, "friends[0][ro"): ["friends[0][role]="],
    (*CREATE, "friends[][role]=o"): ["friends[][role]=owner"],
    (*CREATE, "home[kind]="): ["home[kind]=cage", "home[kind]=garden"],
    (*CREATE, "home["): ["home[doors]=", "home[gold]=", "home[kind]="],
    (*CREATE, "home[gold]=t"): ["home[gold]=true"],
    (*CREATE, "weights["): ["weights[0]="],
    (*CREATE, "unknown["): [],
    (*CREATE, "name["): [],
    (*CREATE, "name=@pet"): ["name=@pet.json", "name=@pets/", "name=@petstore-client/"],
    (*CREATE, "home:=@pets/"): ["home:=@pets/a.txt"],
    (*CREATE, "--status", "s"): ["sold"],
    ("pets", "list", "status[]=p"): ["status[]=pending"],
    ("addPhotos", "1", "fil"): ["files@"],
    ("addPhotos", "1", "files@pet"): [
        "files@pet.json",
        "files@pets/",
        "files@petstore-client/",
    ],
    ("--profile", "st"): ["stable", "staging"],
    (*CREATE, "--profile", "sta"): ["stable", "staging"],
    ("logout", "--profile", "stag"): ["staging"],
    ("login", "--profile", "sta"): ["stable", "staging"],
}


@pytest.fixture
def complete(petstore: tuple[CommandLine, Server]) -> ShellComplete:
    run, _ = petstore
    (run.home / "pets").mkdir()
    for name in ("pet.json", "pets/a.txt"):
        (run.home / name).touch()
    for name in ("stable", "staging"):
        assert run("login", "--profile", name, stdin=b"key\n").code == 0
    module = importlib.import_module(f"{run.package}._runtime.command_line.main")
    program = module.build_program(run.package, run.folder / run.package)
    return ShellComplete(program, {}, "petstore-client", "_COMPLETE")


def values(complete: ShellComplete, run: CommandLine, *words: str) -> list[str]:
    before = Path.cwd()
    os.chdir(run.home)
    try:
        with mock.patch.dict(os.environ, run.variables(), clear=True):
            items = complete.get_completions(list(words[:-1]), words[-1])
    finally:
        os.chdir(before)
    return sorted(item.value for item in items)


@pytest.mark.parametrize("words", COMPLETED)
def test_completed(
    words: tuple[str, ...],
    complete: ShellComplete,
    petstore: tuple[CommandLine, Server],
) -> None:
    assert values(complete, petstore[0], *words) == COMPLETED[words]


def test_completion_works_with_broken_profiles(
    complete: ShellComplete, petstore: tuple[CommandLine, Server]
) -> None:
    run, _ = petstore
    (run.home / "petstore-client" / "profiles.json").write_text("{", encoding="utf-8")
    assert values(complete, run, "--profile", "") == []
    assert values(complete, run, "pets", "creat") == ["create"]


def test_files_of_flags(complete: ShellComplete) -> None:
    for words in (["addPhotos", "--files"], ["--body"], ["--output-file"]):
        (item,) = complete.get_completions(words, "pe")
        assert (item.type, item.value) == ("file", "pe")


def test_bash_without_a_line(run: CommandLine) -> None:
    """A shell can request completions without `COMP_LINE`."""
    module = importlib.import_module(f"{PACKAGE}._runtime.command_line.shells")
    main = importlib.import_module(f"{PACKAGE}._runtime.command_line.main")
    program = main.build_program(PACKAGE, run.folder / PACKAGE)
    bash = module.Bash(program, {}, "inventory-client", "_COMPLETE")
    with mock.patch.dict(os.environ):
        os.environ.pop("COMP_LINE", None)
        assert "plain,items" in bash.complete()
        for line, expected in {
            "inventory-client": "plain,items",
            "inventory-client it": "plain,items",
            "inventory-client items ": "plain,create",
            "inventory-client items create 'parts[0][k": "plain,parts[0][kind]=",
        }.items():
            os.environ["COMP_LINE"] = line
            assert expected in bash.complete().splitlines(), line
