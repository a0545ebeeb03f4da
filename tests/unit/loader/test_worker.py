"""Validation in a separate process: results, limits and cleanup."""

from __future__ import annotations

import pickle
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostics
from generator.limits import VALIDATION_MAX_SECONDS, VALIDATION_SECONDS
from generator.loader import load, spec_validators
from generator.loader.validation import validate_documents
from generator.loader.worker import ValidationProcess, time_limit
from generator.openapi.document import Document
from generator.source import JsonPointer, Location, Place
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


def load_document(load_files: Load, text: str) -> Document:
    document = load_files({"a.yaml": text}).document
    assert document is not None
    return document


def codes(diagnostics: Diagnostics) -> list[str]:
    return [item.rule.code for item in diagnostics]


def test_results_equal_those_of_this_process(load_files: Load) -> None:
    document = load_document(load_files, INVALID)
    expected, diagnostics = Diagnostics(), Diagnostics()
    validate_documents(document, expected)
    with ValidationProcess(document) as process:
        assert process.finish(diagnostics)
    assert list(diagnostics) == list(expected) and len(diagnostics) >= 2


def places(diagnostics: Diagnostics) -> list[Place]:
    return [item.location.place for item in diagnostics if item.location is not None]


def refuse(text: str) -> dict[JsonPointer, Place]:
    raise AssertionError("the text was parsed again")


def test_the_places_of_results_need_no_parsing(load_files: Load) -> None:
    expected, diagnostics = Diagnostics(), Diagnostics()
    validate_documents(load_document(load_files, INVALID), expected)
    document = load_document(load_files, INVALID)
    with ValidationProcess(document) as process:
        assert process.finish(diagnostics)
    document.roots[0].file.locator = refuse
    assert places(diagnostics) == places(expected)
    assert len({place.line for place in places(expected)}) > 1


class Gate:
    """A value that is pickled as soon as an event is set."""

    def __init__(self) -> None:
        self.event = threading.Event()

    def __reduce__(self) -> tuple[type[str], tuple[()]]:
        assert self.event.wait(60)
        return str, ()


def test_a_document_is_sent_while_references_are_resolved(load_files: Load) -> None:
    schemas = "".join(
        f"    S{number}: {{properties: {{p: {{$ref: '#/components/schemas/T'}}}}}}\n"
        for number in range(2_000)
    )
    text = f"{HEAD}paths: {{}}\ncomponents:\n  schemas:\n    T: {{}}\n{schemas}"
    # The thread continues when this one fills the caches.
    gate = Gate()
    document = replace(load_document(load_files, text), originals={"gate": gate})
    diagnostics = Diagnostics()
    with ValidationProcess(document, seconds=120) as process:
        thread = process._thread
        number = 0
        while thread.is_alive() and number < 2_000_000:
            # A resolver fills the caches in this way.
            document.resolved[number] = document.targets[number] = (None, None)  # type: ignore[assignment]
            number += 1
            gate.event.set()
        assert number and process.finish(diagnostics)
    assert codes(diagnostics) == []
    copy = pickle.loads(pickle.dumps(document))
    assert (
        not copy.resolved
        and not copy.targets
        and copy.files.keys() == document.files.keys()
    )


def test_a_document_that_cannot_be_sent_raises_its_error(load_files: Load) -> None:
    document = load_document(load_files, INVALID)
    broken = replace(document, originals={"a": lambda: None})
    start = time.monotonic()
    with (
        ValidationProcess(broken) as process,
        pytest.raises((AttributeError, pickle.PicklingError), match="lambda"),
    ):
        process.finish(Diagnostics())
    assert time.monotonic() - start < 60


@pytest.mark.parametrize("method", ["errors", "is_valid"])
def test_a_validation_that_runs_out_of_memory_has_no_results(
    load_files: Load, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    def exhaust(self: object, value: object) -> None:
        raise MemoryError

    monkeypatch.setattr(spec_validators.QuickCheck, method, exhaust)
    document = load_document(load_files, INVALID)
    with pytest.raises(MemoryError):
        validate_documents(document, Diagnostics())


def test_outside_files_with_the_same_base_name_are_distinguished(
    tmp_path: Path,
) -> None:
    project = tmp_path / "project"
    for folder, default in (("one", "text"), ("project", ""), ("two", "3")):
        (tmp_path / folder).mkdir()
        schema = f"A: {{type: string, default: {default}}}\n"
        (tmp_path / folder / "common.yaml").write_text(schema, encoding="utf-8")
    (project / "a.yaml").write_text(
        HEAD + "paths: {}\ncomponents:\n  schemas:\n"
        "    Two: {$ref: '../two/common.yaml#/A'}\n"
        "    One: {$ref: '../one/common.yaml#/A'}\n",
        encoding="utf-8",
    )
    document = load(
        [project / "a.yaml"],
        relative_to=project,
        diagnostics=Diagnostics(),
        folders=[tmp_path],
    )
    diagnostics = Diagnostics()
    with ValidationProcess(document) as process:
        assert process.finish(diagnostics)
    (item,) = diagnostics
    assert isinstance(item.location, Location)
    assert item.location.file.uri == (tmp_path / "two/common.yaml").as_uri()
    assert item.location.file is document.files[item.location.file.uri].source


def test_an_exponential_pattern_is_stopped(load_files: Load) -> None:
    diagnostics = Diagnostics()
    start = time.monotonic()
    with ValidationProcess(load_document(load_files, ENDLESS), seconds=3) as process:
        assert not process.finish(diagnostics)
        assert process._process is not None
        assert process._process.returncode is not None
    assert time.monotonic() - start < 60
    assert codes(diagnostics) == ["validation-timeout"]


def test_a_killed_process_is_reported(load_files: Load) -> None:
    diagnostics = Diagnostics()
    with ValidationProcess(load_document(load_files, ENDLESS), seconds=60) as process:
        assert process._process is not None
        process._process.kill()
        assert not process.finish(diagnostics)
    assert codes(diagnostics) == ["validation-stopped"]


@pytest.mark.parametrize(
    ("executable", "reason"),
    [
        ("", "the path of the Python interpreter is unknown"),
        (None, "the path of the Python interpreter is unknown"),
        ("missing/python", "No such file or directory"),
    ],
)
def test_a_process_that_cannot_be_started_is_reported(
    load_files: Load,
    monkeypatch: pytest.MonkeyPatch,
    executable: str | None,
    reason: str,
) -> None:
    monkeypatch.setattr(sys, "executable", executable)
    diagnostics = Diagnostics()
    with ValidationProcess(load_document(load_files, INVALID)) as process:
        assert not process.finish(diagnostics)
    (item,) = diagnostics
    assert item.rule.code == "validation-stopped"
    assert item.message == f"openapi-spec-validator could not be started: {reason}"


def test_an_interrupted_run_leaves_no_process(load_files: Load) -> None:
    with pytest.raises(KeyboardInterrupt):
        with ValidationProcess(load_document(load_files, ENDLESS), seconds=60) as job:
            raise KeyboardInterrupt
    assert job._process is not None
    assert job._process.returncode is not None


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_the_process_ends_without_its_parent(load_files: Load) -> None:
    """The timer of the worker expires although a regular expression is running."""
    with ValidationProcess(load_document(load_files, ENDLESS), seconds=0.5) as process:
        assert process._process is not None
        assert process._process.wait(timeout=60) == 1


def test_modules_of_the_current_directory_are_not_imported(
    load_files: Load, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("json", "pickle", "re"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(9)\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    diagnostics = Diagnostics()
    with ValidationProcess(load_document(load_files, HEAD + "paths: {}")) as process:
        assert process.finish(diagnostics)
    assert codes(diagnostics) == []


def test_larger_documents_have_a_larger_time_limit(load_files: Load) -> None:
    small = load_document(load_files, HEAD + "paths: {}")
    assert VALIDATION_SECONDS <= time_limit(small) < VALIDATION_SECONDS + 1
    large = load_document(load_files, HEAD + "paths: {}\n#" + "x" * (8 << 20))
    assert time_limit(large) == VALIDATION_MAX_SECONDS
