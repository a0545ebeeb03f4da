"""The validation in a process of its own: its limits, and that nothing stays behind."""

from __future__ import annotations

import os
import sys
import time

import pytest

from generator.diagnostics import Diagnostics
from generator.limits import VALIDATION_MAX_SECONDS, VALIDATION_SECONDS
from generator.loader.validation import validate_documents
from generator.loader.worker import ValidationProcess, time_limit
from generator.openapi.document import Document
from tests.unit.loader.conftest import Load

HEAD = "openapi: 3.1.0\ninfo: {title: A, version: '1'}\n"
ENDLESS = (
    HEAD + "paths: {}\ncomponents:\n  schemas:\n"
    "    A: {type: string, pattern: '^(a+)+$', default: " + "a" * 50 + "!}\n"
)
INVALID = (
    HEAD + "paths: {/a: {get: {}}}\ncomponents:\n  schemas:\n"
    "    A: {type: integer, default: text}\n    B: {type: string, default: 1}\n"
)


def loaded(load_files: Load, text: str) -> Document:
    document = load_files({"a.yaml": text}).document
    assert document is not None
    return document


def codes(diagnostics: Diagnostics) -> list[str]:
    return [item.rule.code for item in diagnostics]


def test_findings_are_those_of_this_process(load_files: Load) -> None:
    document = loaded(load_files, INVALID)
    expected, found = Diagnostics(), Diagnostics()
    validate_documents(document, expected)
    with ValidationProcess(document) as process:
        assert process.finish(found)
    assert list(found) == list(expected) and len(found) >= 2


def test_an_endless_pattern_is_stopped(load_files: Load) -> None:
    diagnostics = Diagnostics()
    started = time.monotonic()
    with ValidationProcess(loaded(load_files, ENDLESS), seconds=3) as process:
        assert not process.finish(diagnostics)
        assert process._process.returncode is not None
    assert time.monotonic() - started < 20
    assert codes(diagnostics) == ["validation-timeout"]


def test_a_process_that_is_killed_is_a_finding(load_files: Load) -> None:
    diagnostics = Diagnostics()
    with ValidationProcess(loaded(load_files, ENDLESS), seconds=60) as process:
        process._process.kill()
        assert not process.finish(diagnostics)
    assert codes(diagnostics) == ["validation-stopped"]


def test_nothing_stays_behind_when_the_run_breaks_off(load_files: Load) -> None:
    with pytest.raises(KeyboardInterrupt):
        with ValidationProcess(loaded(load_files, ENDLESS), seconds=60) as process:
            raise KeyboardInterrupt
    assert process._process.returncode is not None


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_process_without_a_parent_ends_by_itself(load_files: Load) -> None:
    """The watchdog of the process works although a regular expression runs."""
    with ValidationProcess(loaded(load_files, ENDLESS), seconds=0.5) as process:
        assert process._process.wait(timeout=30) == 1


def test_modules_of_the_current_directory_are_not_run(
    load_files: Load, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    folder = str(tmp_path)
    for name in ("json", "pickle", "re"):
        with open(os.path.join(folder, f"{name}.py"), "w", encoding="utf-8") as file:
            file.write("raise SystemExit(9)\n")
    monkeypatch.chdir(folder)
    diagnostics = Diagnostics()
    with ValidationProcess(loaded(load_files, HEAD + "paths: {}")) as process:
        assert process.finish(diagnostics)
    assert codes(diagnostics) == []


def test_larger_documents_have_more_time(load_files: Load) -> None:
    small = loaded(load_files, HEAD + "paths: {}")
    assert VALIDATION_SECONDS <= time_limit(small) < VALIDATION_SECONDS + 1
    large = loaded(load_files, HEAD + "paths: {}\n#" + "x" * (8 << 20))
    assert time_limit(large) == VALIDATION_MAX_SECONDS
