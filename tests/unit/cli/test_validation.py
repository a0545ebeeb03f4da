"""When the documents are validated, and what happens if that takes long."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.loader import worker
from tests.unit.cli.conftest import SMALL, Run, here, run, snapshot

__all__ = ["here", "run"]

INVALID = SMALL.replace("name: {type: string}", "name: {type: string, default: 1}")
ENDLESS = SMALL.replace(
    "name: {type: string}",
    f"name: {{type: string, pattern: '^(a+)+$', default: {'a' * 50}!}}",
)


@pytest.fixture
def no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every start of a validation fail."""

    def refuse(self: object, document: object, seconds: float | None = None) -> None:
        raise AssertionError("a validation was started")

    monkeypatch.setattr(worker.ValidationProcess, "__init__", refuse)


def test_output_is_written_before_the_validation_ends(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "small.yaml").write_text(ENDLESS, encoding="utf-8")
    monkeypatch.setattr(worker, "time_limit", lambda document: 2.0)
    at_first_wait: list[bool] = []
    finish = worker.ValidationProcess.finish

    def observe(
        self: worker.ValidationProcess, diagnostics: object, waiting: object
    ) -> bool:
        at_first_wait.append((here / "generated/.oasmith.json").exists())
        return finish(self, diagnostics, waiting)  # type: ignore[arg-type]  # passed on

    monkeypatch.setattr(worker.ValidationProcess, "finish", observe)
    result = run("generate", "small.yaml")
    assert "stopped after 2 seconds" in result.stderr
    assert " written, 0 unchanged" in result.stdout and at_first_wait == [True]
    # Another run would not repeat a validation that exceeded its limits.
    monkeypatch.setenv("OASMITH_CACHE", "off")
    run("generate", "small.yaml", "--strict", "--output", "strict", code=1)
    assert at_first_wait == [True, True] and not (here / "strict").exists()


def test_strict_writes_nothing_if_the_document_is_invalid(run: Run, here: Path) -> None:
    (here / "small.yaml").write_text(INVALID, encoding="utf-8")
    result = run("generate", "small.yaml", "--strict", code=1)
    assert "warning[invalid-value]" in result.stderr
    assert not (here / "generated").exists()
    assert "warning[invalid-value]" in run("generate", "small.yaml").stderr
    assert (here / "generated").exists()


def test_a_killed_validation_is_repeated(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "small.yaml").write_text(INVALID, encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(worker, "_START", "import os\nos.kill(os.getpid(), 9)\n")
        assert "ended with signal 9" in run("generate", "small.yaml").stderr
    monkeypatch.setattr(worker, "time_limit", lambda document: 1e3)
    result = run("generate", "small.yaml")
    assert "warning[invalid-value]" in result.stderr
    assert run("generate", "small.yaml").stdout.startswith("Nothing to do: ")


@pytest.mark.parametrize("ignored", [False, True])
def test_a_validation_that_exceeds_its_time_limit_is_repeated(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, ignored: bool
) -> None:
    (here / "small.yaml").write_text(INVALID, encoding="utf-8")
    entry = (
        "[[tool.oasmith.ignore]]\ncode = 'validation-timeout'\nreason = 'known'\n"
        if ignored
        else ""
    )
    (here / "pyproject.toml").write_text(
        f'[tool.oasmith]\nspecs = ["small.yaml"]\n{entry}', encoding="utf-8"
    )
    with monkeypatch.context() as patched:
        patched.setattr(worker, "time_limit", lambda document: 0.0)
        stopped = run("generate")
    assert ("stopped after 0 seconds" in stopped.stderr) is not ignored
    # On a busy machine, a validation can exceed the real limit.
    monkeypatch.setattr(worker, "time_limit", lambda document: 1e3)
    assert "warning[invalid-value]" in run("generate").stderr
    assert run("generate").stdout.startswith("Nothing to do: ")


def test_an_exceeded_time_limit_is_reported_again_without_a_validation(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "small.yaml").write_text(INVALID, encoding="utf-8")
    monkeypatch.setattr(worker, "time_limit", lambda document: 0.0)
    run("generate", "small.yaml")
    with monkeypatch.context() as patched:
        patched.setattr(worker, "ValidationProcess", None)
        again = run("generate", "small.yaml").stderr
    assert "stopped after 0 seconds in an earlier run, and was not repeated" in again
    assert "run `oasmith validate` to repeat it" in again
    monkeypatch.setattr(worker, "time_limit", lambda document: 1e3)
    assert "warning[invalid-value]" in run("generate", "small.yaml").stderr


def test_an_exceeded_memory_limit_is_reported_again(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = "import os\nos._exit(3)\n"
    with monkeypatch.context() as patched:
        patched.setattr(worker, "_START", start)
        first = run("generate", "small.yaml").stderr
        assert "openapi-spec-validator needs more than" in first
    assert "in an earlier run" in run("generate", "small.yaml").stderr
    assert "validation-stopped" not in run("validate", "small.yaml").stdout
    assert "in an earlier run" not in run("generate", "small.yaml").stderr


@pytest.mark.usefixtures("no_process")
def test_validation_can_be_left_out(run: Run, here: Path) -> None:
    (here / "small.yaml").write_text(INVALID, encoding="utf-8")
    assert run("generate", "small.yaml", "--no-validate").stderr == ""
    written = snapshot(here / "generated")
    (here / "pyproject.toml").write_text(
        '[tool.oasmith]\nspecs = ["small.yaml"]\nvalidate = false\n', encoding="utf-8"
    )
    assert run("generate", "--strict").stderr == ""
    assert snapshot(here / "generated") == written


@pytest.mark.usefixtures("no_process")
def test_check_does_not_validate(run: Run, here: Path) -> None:
    run("generate", "small.yaml", "--no-validate")
    (here / "small.yaml").write_text(INVALID, encoding="utf-8")
    run("check", "small.yaml", code=1)


def test_validate_ignores_the_setting(run: Run, here: Path) -> None:
    (here / "small.yaml").write_text(INVALID, encoding="utf-8")
    (here / "pyproject.toml").write_text(
        '[tool.oasmith]\nspecs = ["small.yaml"]\nvalidate = false\n', encoding="utf-8"
    )
    assert "warning[invalid-value]" in run("validate").stdout


def test_validate_reports_violations_beside_an_error(run: Run, here: Path) -> None:
    text = INVALID.replace("schemas/Thing'}", "schemas/Thong'}")
    (here / "small.yaml").write_text(text, encoding="utf-8")
    report = run("validate", "small.yaml").stdout
    assert "unresolved-reference" in report and "invalid-value" in report
