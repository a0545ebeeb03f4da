"""Ctrl-C in each stage of each command: one line, exit code 130, nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NoReturn

import click
import pytest

from generator.cache import Cache
from generator.cli import main
from generator.cli.docs import _write
from generator.config import Config
from tests.unit.cli.conftest import PETSHOP, ROOT, SMALL, process

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals"),
]

ENDLESS = SMALL.replace(
    "name: {type: string}",
    f"name: {{type: string, pattern: '^(a+)+$', default: {'a' * 50}!}}",
)
PROGRAM = """
import os, signal, sys, threading, time
from generator import client_files, normalizer
from generator.__main__ import run
from generator.cli.console import Console

client_files.FORKED_OPERATIONS = normalizer.FORKED_SCHEMAS = 0
show = Console._show_progress
stage = sys.argv.pop(1)

def interrupt(self, line):
    show(self, line)
    if line.startswith(stage):
        os.kill(os.getpid(), signal.SIGINT)
        if threading.current_thread() is not threading.main_thread():
            time.sleep(60)  # the stage lasts until the process ends

def replace(file, content, output):
    write(file, content, output)
    if stage == file.name:
        os.kill(os.getpid(), signal.SIGINT)

Console._show_progress = interrupt
from generator.emission import writing
write, writing._replace = writing._replace, replace
run()
"""
"""Runs a command, and sends SIGINT to itself when a stage begins or a file was written."""

UNCHANGED = "generated was not changed"
STAGES = [
    *(("generate", name, UNCHANGED) for name in ("reading", "normalizing", "lowering")),
    ("generate", "rendering", UNCHANGED),
    ("generate", "writing", UNCHANGED),
    ("check", "rendering", ""),
    ("validate", "lowering", ""),
    ("docs", "rendering", ""),
]


def interrupted(
    directory: Path, stage: str, *arguments: str
) -> subprocess.CompletedProcess[str]:
    """Return the result of a command that is interrupted in a stage."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, stage, *arguments],
        cwd=directory,
        capture_output=True,
        text=True,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "XDG_CACHE_HOME": str(directory / "cache"),
            "OASMITH_TEST": str(directory),
        },
        # A shell starts background processes with SIGINT ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        check=False,
        timeout=120,
    )


def remaining_processes(directory: Path) -> list[str]:
    """Return the processes that a command started and that still run."""
    variable = f"OASMITH_TEST={directory}\0".encode()
    running = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if variable in (folder / "environ").read_bytes():
                running.append(folder.name)
        except OSError:  # it has ended, or belongs to another user
            continue
    return running


def assert_nothing_remains(directory: Path) -> None:
    end = time.monotonic() + 20
    while remaining_processes(directory):
        assert time.monotonic() < end
        time.sleep(0.05)
    assert not [path for path in directory.rglob("*") if "tmp" in path.name]


@pytest.mark.parametrize(("command", "stage", "state"), STAGES)
def test_a_stage_is_interrupted(
    tmp_path: Path, command: str, stage: str, state: str
) -> None:
    (tmp_path / "shop.yaml").write_bytes(PETSHOP.read_bytes())
    done = interrupted(tmp_path, stage, command, "shop.yaml")
    after = f"; {state}" if state else ""
    assert done.stderr == f"interrupted while {stage}{after}\n"
    assert (done.returncode, done.stdout) == (130, "")
    assert_nothing_remains(tmp_path)


def test_another_run_completes_the_files(tmp_path: Path) -> None:
    (tmp_path / "shop.yaml").write_bytes(PETSHOP.read_bytes())
    command = ("generate", "shop.yaml", "--no-validate")
    done = interrupted(tmp_path, "_client.py", *command)
    assert done.stderr == (
        "interrupted while writing; generated is incomplete: run the command again\n"
    )
    assert done.returncode == 130
    assert_nothing_remains(tmp_path)
    assert process(*command, cwd=tmp_path, OASMITH_CACHE="off").returncode == 0
    check = process("check", "shop.yaml", cwd=tmp_path, OASMITH_CACHE="off")
    assert check.stdout.startswith("Current: ")


@pytest.mark.parametrize(
    ("command", "state"),
    [
        (("generate",), "; generated was written"),
        (("generate", "--strict"), "; generated was not changed"),
        (("validate",), ""),
        (("check", "--strict"), ""),
    ],
)
def test_a_validation_is_interrupted(
    tmp_path: Path, command: tuple[str, ...], state: str
) -> None:
    (tmp_path / "small.yaml").write_text(ENDLESS, encoding="utf-8")
    done = interrupted(tmp_path, "validating", *command, "small.yaml")
    assert done.stderr == f"interrupted while validating{state}\n"
    assert (done.returncode, done.stdout) == (130, "")
    assert (tmp_path / "generated").exists() is ("was written" in state)
    assert_nothing_remains(tmp_path)


def refuse_input(prompt: str) -> NoReturn:
    raise KeyboardInterrupt


def test_a_prompt_is_interrupted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("click.termui.visible_prompt_func", refuse_input)

    def ask(*arguments: object) -> None:
        from generator.cli.console import Console

        with Console() as console:
            console.progress("reading")
            click.confirm("continue?", abort=True)

    monkeypatch.setattr("generator.cli.update.update", ask)
    with pytest.raises(SystemExit) as caught:
        main(["update"], prog_name="oasmith")
    assert caught.value.code == 130
    assert capsys.readouterr().err.endswith("interrupted while reading\n")


def test_an_interrupt_outside_of_the_console(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(code: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.cli.explanations.explain", interrupt)
    with pytest.raises(SystemExit) as caught:
        main(["explain"], prog_name="oasmith")
    assert caught.value.code == 130
    assert capsys.readouterr().err == "interrupted\n"


def test_an_entry_of_the_cache_is_interrupted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.delenv("OASMITH_CACHE", raising=False)

    def interrupt(*arguments: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        Cache(Config())._write("run", {})
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_site_that_is_interrupted_leaves_an_empty_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Path.write_bytes

    def interrupt(path: Path, content: bytes) -> int:
        if path.name == "last.html":
            raise KeyboardInterrupt
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", interrupt)
    files = {"index.html": b"", "assets/style.css": b"", "last.html": b""}
    with pytest.raises(KeyboardInterrupt):
        _write(files, tmp_path / "site")
    assert list((tmp_path / "site").iterdir()) == []
