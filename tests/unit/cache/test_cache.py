"""The cache of earlier runs: detected changes, and damaged entries."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

import generator.fingerprint
from generator.background_validation import BackgroundValidation
from generator.fingerprint import library_metadata
from tests.unit.cli.conftest import SMALL, Run, here, process, run, snapshot

pytestmark = pytest.mark.slow

__all__ = ["here", "run"]  # fixtures

SETTINGS = '[tool.oasmith]\nspecs = ["docs.d", "small.yaml"]\nvalidate = false\n'
COMMON = "Named: {type: object, properties: {label: {type: string}}}\n"


@pytest.fixture
def project(here: Path, run: Run) -> Path:
    """A project with current output and a cache entry."""
    (here / "pyproject.toml").write_text(SETTINGS, encoding="utf-8")
    text = SMALL.replace("#/components/schemas/Thing", "common.yaml#/Named")
    (here / "small.yaml").write_text(text, encoding="utf-8")
    (here / "common.yaml").write_text(COMMON, encoding="utf-8")
    (here / "docs.d").mkdir()
    second = SMALL.replace("things", "items").replace("listThings", "listItems")
    (here / "docs.d/second.yaml").write_text(second, encoding="utf-8")
    third = SMALL.replace("things", "rests").replace("listThings", "listRests")
    (here / "docs.d/first.yaml").write_text(third, encoding="utf-8")
    run("generate")
    assert is_remembered(run)
    return here


def is_remembered(run: Run) -> bool:
    """Return whether the cache is used, on which `check` and `generate` must agree."""
    current = run("check", code=0).stdout
    return current.startswith("Current: ") and run("generate").stdout.startswith(
        "Nothing to do: small_client: "
    )


def record_builds(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Record each run of the stages."""
    import generator.pipeline

    generated: list[str] = []
    real = generator.pipeline.build

    def build(*arguments: Any, **options: Any) -> object:
        generated.append("build")
        return real(*arguments, **options)

    monkeypatch.setattr(generator.pipeline, "build", build)
    return generated


def edit(name: str, old: str, new: str) -> Callable[[Path], None]:
    """Return a function that changes a file."""

    def change(project: Path) -> None:
        text = (project / name).read_text(encoding="utf-8")
        assert old in text
        (project / name).write_text(text.replace(old, new), encoding="utf-8")

    return change


def add(name: str, content: str) -> Callable[[Path], None]:
    """Return a function that adds a file."""

    def change(project: Path) -> None:
        (project / name).write_text(content, encoding="utf-8")

    return change


def remove(name: str) -> Callable[[Path], None]:
    """Return a function that removes a file."""
    return lambda project: (project / name).unlink()


THIRD = SMALL.replace("things", "more").replace("listThings", "listMore")
OUT = "generated/small_client"


def test_stages_do_not_run_without_changes(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    generated = record_builds(monkeypatch)
    assert is_remembered(run)
    assert generated == []


@pytest.mark.parametrize(
    "change",
    [
        edit("small.yaml", "Things.", "All things."),
        edit("common.yaml", "label", "title"),
        edit("docs.d/second.yaml", "/items", "/pieces"),
        add("docs.d/third.yaml", THIRD),
        remove("docs.d/second.yaml"),
        edit("pyproject.toml", "specs", 'client = "Other"\nspecs'),
        edit("pyproject.toml", "specs", "docs = false\nspecs"),
        edit("pyproject.toml", ', "small.yaml"', ""),
        remove(f"{OUT}/_client.py"),
        remove("generated/.oasmith.json"),
        edit("generated/.oasmith.json", "oasmith 0", "oasmith 1"),
        edit("docs.d/second.yaml", "openapi", "# the same\nopenapi"),
    ],
)
def test_change_is_detected(
    project: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[Path], None],
) -> None:
    generated = record_builds(monkeypatch)
    change(project)
    run("check", code=1)
    assert generated == ["build"]
    assert not run("generate").stdout.startswith("Nothing to do: small_client: ")
    assert generated == ["build", "build"]
    monkeypatch.setenv("OASMITH_CACHE", "off")
    run("check")


def test_edit_of_the_output_is_detected(project: Path, run: Run) -> None:
    (project / OUT / "_client.py").write_text("# mine\n", encoding="utf-8")
    assert "_client.py" in run("check", code=1).stdout
    assert "_client.py" in run("generate", code=1).stderr


def test_user_files_in_the_output_are_ignored(project: Path, run: Run) -> None:
    (project / "generated/NOTES.md").write_text("mine", encoding="utf-8")
    assert is_remembered(run)


def test_file_that_becomes_a_document_is_detected(project: Path, run: Run) -> None:
    (project / "docs.d/third.yaml").write_text("just: data\n", encoding="utf-8")
    run("generate")
    (project / "docs.d/third.yaml").write_text(THIRD, encoding="utf-8")
    run("check", code=1)
    assert "4 operations" in run("generate").stdout


def test_missing_file_that_appears_is_detected(project: Path, run: Run) -> None:
    (project / "common.yaml").unlink()
    assert "missing-file" in run("generate").stderr
    (project / "common.yaml").write_text(COMMON, encoding="utf-8")
    run("check", code=1)


@pytest.mark.parametrize("name", ["small.yaml", "common.yaml"])
def test_change_during_a_run_is_detected(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    real = BackgroundValidation.finish

    def finish(self: BackgroundValidation, *arguments: Any) -> None:
        real(self, *arguments)
        with (project / name).open("a", encoding="utf-8") as file:
            file.write("# saved while it was running\n")

    monkeypatch.setattr(BackgroundValidation, "finish", finish)
    run("generate", "--force")
    monkeypatch.undo()
    monkeypatch.setenv("XDG_CACHE_HOME", str(project.parent / "cache"))
    monkeypatch.chdir(project)
    generated = record_builds(monkeypatch)
    run("check", code=1)
    assert generated == ["build"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_pipe_is_read_once(here: Path) -> None:
    os.mkfifo(here / "pipe.yaml")
    with subprocess.Popen(["cp", "small.yaml", "pipe.yaml"]) as writer:
        generated = process("generate", "pipe.yaml", cwd=here, seconds=300)
        assert (generated.returncode, writer.wait(timeout=300)) == (
            0,
            0,
        ), generated.stderr


def test_flags_select_other_cache_entries(project: Path, run: Run) -> None:
    run("check", "--no-docs", code=1)
    run("check", "--package", "other", code=1)
    run("check", "--only", "listThings", code=1)
    run("check", "--output", "elsewhere", code=1)
    run("check", "small.yaml", code=2)
    assert is_remembered(run)


@pytest.mark.parametrize("kind", ["source", "template"])
def test_change_of_the_generator_is_detected(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str
) -> None:
    package = Path(generator.fingerprint.__file__).parent
    templates = generator.templates.templates_directory()
    copies = tmp_path / "copies"
    shutil.copytree(
        package, copies / "generator", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copytree(templates, copies / "templates")
    monkeypatch.setattr(
        generator.fingerprint, "__file__", f"{copies}/generator/fingerprint.py"
    )
    monkeypatch.setattr(
        generator.fingerprint, "templates_directory", lambda: copies / "templates"
    )
    assert is_remembered(run)  # its location makes no difference
    changed = {
        "source": "generator/runtime/lazy.py",
        "template": "templates/docs/index.md.jinja",
    }[kind]
    with (copies / changed).open("a", encoding="utf-8") as file:
        file.write("\n")
    generated = record_builds(monkeypatch)
    run("check")
    assert generated == ["build"]


@pytest.mark.parametrize(
    "folder",
    [
        "black-99.1.dist-info",
        "Jinja2-99.1.dist-info",
        "jsonschema-99.1.dist-info",
        "jsonschema_rs-99.1.dist-info",
        "openapi_spec_validator-99.1.dist-info",
        "PyYAML-99.1-py3.11.egg-info",
    ],
)
def test_other_version_of_a_library_is_detected(
    project: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    folder: str,
) -> None:
    (tmp_path / "libraries" / folder).mkdir(parents=True)
    monkeypatch.syspath_prepend(tmp_path / "libraries")
    generated = record_builds(monkeypatch)
    run("check")
    assert generated == ["build"]


def test_other_libraries_make_no_difference(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "libraries/blackened-99.1.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(tmp_path / "libraries")
    assert is_remembered(run)


def test_versions_of_libraries_are_those_of_their_metadata() -> None:
    names = {folder.lower() for folder in library_metadata(sys.path)}
    for library in ("black", "jinja2", "jsonschema", "pyyaml"):
        assert f"{library}-{version(library)}.dist-info" in names


def test_change_of_the_python_version_is_detected(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    generated = record_builds(monkeypatch)
    monkeypatch.setattr(sys, "version", "3.99")
    run("check")
    assert generated == ["build"]


def cache_of(project: Path) -> Path:
    return project.parent / "cache/oasmith"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff",
        b"{}",
        b'{"diagnostics": 3}',
        b'{"diagnostics": [{}]}',
        None,
    ],
)
def test_damaged_cache_is_ignored(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    before = snapshot(project / "generated")
    if content is None:
        shutil.rmtree(cache_of(project))
    else:
        for file in cache_of(project).iterdir():
            file.write_bytes(content)
    generated = record_builds(monkeypatch)
    run("generate")
    assert generated == ["build"]
    assert snapshot(project / "generated") == before
    assert is_remembered(run)
    assert generated == ["build"]


@pytest.mark.parametrize("key", ["specs", "inputs", "files", "summary", "fingerprint"])
def test_entry_with_another_format_is_ignored(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    (file,) = cache_of(project).glob("run-*.json")
    entry = json.loads(file.read_bytes())
    generated = record_builds(monkeypatch)
    file.write_text(json.dumps({**entry, key: []}), encoding="utf-8")
    if key != "summary":
        run("check")
    del entry[key]
    file.write_text(json.dumps(entry), encoding="utf-8")
    run("check")
    assert generated and set(generated) == {"build"}


def test_unwritable_cache_is_ignored(
    here: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(here / "file"))
    run("generate", "small.yaml")
    assert "Nothing to do: " in run("generate", "small.yaml").stdout
    run("check", "small.yaml")


def test_cache_is_not_created_in_the_current_directory(
    here: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(here.parent / "home"))
    run("generate", "small.yaml")
    assert {path.name for path in here.iterdir()} == {"generated", "small.yaml"}
    assert (here.parent / "home/.cache/oasmith").is_dir()


def test_strict_and_force_always_run(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    generated = record_builds(monkeypatch)
    run("generate", "--strict")
    run("generate", "--force")
    assert generated == ["build", "build"]
