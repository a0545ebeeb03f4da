"""Commands only read the documents, and files in allowed folders."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.cli.conftest import ROOT, SMALL, Run, process, snapshot

pytestmark = pytest.mark.slow

SECRET = "token-5ecre7"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")


def document(reference: str) -> str:
    """Return a document whose summary and schema are references."""
    return SMALL.replace(
        "version: '1'}", f"version: '1', summary: {{$ref: '{reference}'}}}}"
    ).replace("name: {type: string}", f"name: {{$ref: '{reference}'}}")


@pytest.fixture
def secret(here: Path) -> Path:
    """A file above the current directory."""
    path = here.parent / "token"
    path.write_text(SECRET, encoding="utf-8")
    return path


def written(here: Path) -> bytes:
    return b"\n".join(snapshot(here / "generated").values())


def test_content_of_other_files_is_never_written(
    run: Run, here: Path, secret: Path
) -> None:
    (here / "a.yaml").write_text(document("../token"), encoding="utf-8")
    result = run("generate", "a.yaml")
    assert "warning[outside-reference] a.yaml:2" in result.stderr
    assert SECRET.encode() not in written(here)
    assert "outside-reference" in run("validate", "a.yaml").stdout
    assert SECRET not in run("inspect", "a.yaml", "--stage", "document").output


def test_strict_writes_nothing(run: Run, here: Path, secret: Path) -> None:
    (here / "a.yaml").write_text(document(str(secret)), encoding="utf-8")
    result = run("generate", "a.yaml", "--strict", code=1)
    assert "outside-reference" in result.stderr
    assert not (here / "generated").exists()


def test_current_directory_is_not_an_allowed_folder(run: Run, here: Path) -> None:
    (here / "token").write_text(SECRET, encoding="utf-8")
    (here / "api").mkdir()
    (here / "api/a.yaml").write_text(document("../token"), encoding="utf-8")
    result = run("generate", "api/a.yaml")
    assert "outside-reference" in result.stderr
    assert SECRET.encode() not in written(here)


def test_folder_of_the_settings_and_reference_folders_are_allowed(
    run: Run, here: Path
) -> None:
    common = here.parent / "common"
    common.mkdir()
    (common / "text.md").write_text("From the common folder.", encoding="utf-8")
    (here / "text.md").write_text("From the settings' folder.", encoding="utf-8")
    (here / "api").mkdir()
    settings = here / "pyproject.toml"
    settings.write_text('[tool.oasmith]\nspecs = "api/a.yaml"\n', encoding="utf-8")
    (here / "api/a.yaml").write_text(document("../text.md"), encoding="utf-8")
    assert "outside-reference" not in run("generate").stderr
    assert b"From the settings" in written(here)
    (here / "api/a.yaml").write_text(document("../../common/text.md"), encoding="utf-8")
    assert "outside-reference" in run("generate").stderr
    with settings.open("a", encoding="utf-8") as file:
        file.write('reference_folders = ["../common"]\n')
    assert "outside-reference" not in run("generate").stderr
    assert b"From the common folder" in written(here)


def piped(line: str, here: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of bash in which `oasmith` is the command."""
    function = f'oasmith() {{ "{sys.executable}" -m generator "$@"; }}\n'
    return subprocess.run(
        ["bash", "-c", function + line],
        cwd=here,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


@POSIX
@pytest.mark.parametrize(
    "line",
    [
        "cat a.yaml | oasmith generate -",
        "oasmith generate - < a.yaml",
        "oasmith generate <(cat a.yaml)",
        "oasmith generate /dev/stdin < a.yaml",
    ],
)
@pytest.mark.parametrize("folder", ["", "file://localhost"])
def test_document_from_a_pipe_cannot_reference_files(
    here: Path, line: str, folder: str
) -> None:
    (here / "token").write_text(SECRET, encoding="utf-8")
    reference = f"{folder}{here.as_posix()}/token" if folder else "token"
    (here / "a.yaml").write_text(document(reference), encoding="utf-8")
    (here / "pyproject.toml").write_text("[tool.oasmith]\n", encoding="utf-8")
    done = piped(line, here)
    assert done.returncode == 0, done.stderr
    assert "outside-reference" in done.stderr
    assert SECRET.encode() not in written(here)


@POSIX
@pytest.mark.parametrize("name", ["/dev/zero", "pipe"])
def test_reference_to_an_endless_file_is_rejected(here: Path, name: str) -> None:
    os.mkfifo(here / "pipe")
    (here / "a.yaml").write_text(document(name), encoding="utf-8")
    done = process("generate", "a.yaml", cwd=here, seconds=60)
    assert done.returncode == 0, done.stderr
    assert "outside-reference" in done.stderr or "missing-file" in done.stderr


@POSIX
@pytest.mark.parametrize("argument", ["/dev/zero", "- < /dev/zero", "pipe"])
def test_endless_document_is_rejected(here: Path, argument: str) -> None:
    os.mkfifo(here / "pipe")
    done = piped(f"oasmith generate {argument}", here)
    assert done.returncode == 1
    assert "error[unreadable-file]" in done.stderr
    assert "Traceback" not in done.stderr


@POSIX
def test_pipes_in_a_directory_are_ignored(here: Path) -> None:
    (here / "specs").mkdir()
    os.mkfifo(here / "specs/pipe.yaml")
    (here / "specs/small.yaml").write_text(SMALL, encoding="utf-8")
    (here / "pyproject.toml").write_text(
        '[tool.oasmith]\nspecs = "specs"\n', encoding="utf-8"
    )
    done = process("generate", cwd=here, seconds=60)
    assert done.returncode == 0, done.stderr
