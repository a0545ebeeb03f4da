"""`oasmith adopt-edit`: edits of generated files that survive regeneration."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.unit.cli.conftest import SMALL, Run, snapshot

pytestmark = pytest.mark.slow

CLIENT = "generated/small_client/_client.py"
README = "generated/README.md"
PATCH = "oasmith-patches/small_client/small_client/_client.py.patch"
SETTINGS = '[tool.oasmith]\nspecs = ["small.yaml"]\n'


@pytest.fixture
def project(run: Run, here: Path) -> Path:
    (here / "pyproject.toml").write_text(SETTINGS, encoding="utf-8")
    run("generate")
    return here


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_an_edit_survives_a_new_document(project: Path, run: Run) -> None:
    edit(project / CLIENT, "Client for Small.", "Client for Small, edited.")
    stdout = run("adopt-edit", CLIENT).stdout
    assert f"{CLIENT}: the edit is kept in {PATCH}" in stdout
    assert "run `oasmith generate`" in stdout
    check = run("check", code=1).stdout
    assert "`small_client/_client.py` changed" in check and CLIENT not in check
    run("generate")
    assert "Current" in run("check").stdout
    assert "Nothing to do" in run("generate").stdout
    edit(project / "small.yaml", "version: '1'", "version: '2'")
    run("generate")
    text = (project / CLIENT).read_text(encoding="utf-8")
    assert "Client for Small, edited." in text and 'version="2"' in text


def test_an_edit_can_be_changed_and_dropped(project: Path, run: Run) -> None:
    original = (project / CLIENT).read_bytes()
    edit(project / CLIENT, "Client for Small.", "First.")
    run("adopt-edit", CLIENT)
    run("generate")
    edit(project / CLIENT, "First.", "Second.")
    assert "edited by hand" in run("check", code=1).stdout
    run("adopt-edit", CLIENT)
    run("generate")
    assert b"Second." in (project / CLIENT).read_bytes()
    assert b"First." not in (project / PATCH).read_bytes()
    (project / PATCH).unlink()
    assert f"{CLIENT}: out of date" in run("check", code=1).stdout
    run("generate")
    assert (project / CLIENT).read_bytes() == original


def test_a_conflict_is_reported_and_nothing_is_written(project: Path, run: Run) -> None:
    edit(project / CLIENT, 'version="1"', 'version="one"')
    run("adopt-edit", CLIENT)
    run("generate")
    edit(project / "small.yaml", "version: '1'", "version: '2'")
    before = snapshot(project)
    stderr = run("generate", code=1).stderr
    assert f"error[patch-conflict] {PATCH}:3:1\n  the edit of" in stderr
    assert "do not occur in the file" in stderr and "nothing was written" in stderr
    assert snapshot(project) == before
    edit(project / PATCH, 'version="1"', 'version="2"')
    run("generate")
    assert 'version="one"' in (project / CLIENT).read_text(encoding="utf-8")


def test_an_edit_of_an_outdated_file_needs_its_original(
    project: Path, run: Run
) -> None:
    edit(project / CLIENT, "Client for Small.", "Mine.")
    edit(project / "small.yaml", "version: '1'", "version: '2'")
    stderr = run("adopt-edit", CLIENT, code=2).stderr
    assert f"{CLIENT} is out of date, too" in stderr
    assert not (project / PATCH).exists()


def test_the_original_is_taken_from_git(project: Path, run: Run) -> None:
    for command in ("init -q", "add .", "commit -qm all"):
        author = ["-c", "user.name=T", "-c", "user.email=t@example.com"]
        subprocess.run(["git", *author, *command.split()], cwd=project, check=True)
    edit(project / CLIENT, "Client for Small.", "Mine.")
    edit(project / "small.yaml", "version: '1'", "version: '2'")
    run("adopt-edit", CLIENT)
    run("generate", "--force")
    text = (project / CLIENT).read_text(encoding="utf-8")
    assert "Mine." in text and 'version="2"' in text


def test_other_files_can_be_edited(project: Path, run: Run) -> None:
    (project / README).write_text("no line break at the end", encoding="utf-8")
    run("adopt-edit", README)
    run("generate")
    assert (project / README).read_text() == "no line break at the end"
    assert "Current" in run("check").stdout


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (CLIENT, "has no edits"),
        ("generated/other.py", "is not a generated file"),
        ("small.yaml", "is not a generated file"),
        ("generated/../small.yaml", "is not a generated file"),
    ],
)
def test_files_without_edits(project: Path, run: Run, file: str, message: str) -> None:
    assert f"{file} {message}" in run("adopt-edit", file, code=2).stderr


def test_deleted_and_binary_files(project: Path, run: Run) -> None:
    (project / CLIENT).write_bytes(b"\xff")
    assert "is not UTF-8: invalid byte" in run("adopt-edit", CLIENT, code=2).stderr
    (project / CLIENT).unlink()
    assert "was deleted, which a patch" in run("adopt-edit", CLIENT, code=2).stderr


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff", "invalid-patch] {}:1:1\n  the patch is not UTF-8"),
        (b"text\n", "invalid-patch] {}:1:1\n  the patch has no headings"),
        (
            b'--- a\n+++ b\n@@ -1 +1 @@\n-"""Clients `Small` and `AsyncSmall`."""\n+(\n',
            "invalid-patch] {}:1:1\n  the patch makes small_client/_client.py invalid: ",
        ),
    ],
)
def test_invalid_patches(project: Path, run: Run, content: bytes, message: str) -> None:
    (project / PATCH).parent.mkdir(parents=True)
    (project / PATCH).write_bytes(content)
    assert message.format(PATCH) in run("generate", code=1).stderr
    assert "invalid-patch" in run("check", code=1).stderr


def test_a_patch_of_another_file(project: Path, run: Run) -> None:
    edit(project / CLIENT, "Client for Small.", "Mine.")
    run("adopt-edit", CLIENT)
    other = project / PATCH.replace("_client.py", "_clients.py")
    (project / PATCH).rename(other)
    stderr = run("generate", code=1).stderr
    assert "error[patch-without-file]" in stderr
    assert "small_client/_clients.py is not generated" in stderr
    assert "small_client/_client.py" in stderr


def test_the_folder_is_settable(project: Path, run: Run) -> None:
    settings = f'{SETTINGS}patches = "tools/edits"\n'
    (project / "pyproject.toml").write_text(settings, encoding="utf-8")
    edit(project / CLIENT, "Client for Small.", "Mine.")
    run("adopt-edit", CLIENT)
    moved = project / PATCH.replace("oasmith-patches", "tools/edits")
    assert moved.is_file() and not (project / PATCH).exists()


def test_clients_keep_their_own_edits(here: Path, run: Run) -> None:
    other = SMALL.replace("Small", "Other").replace("/things", "/others")
    (here / "other.yaml").write_text(other, encoding="utf-8")
    (here / "pyproject.toml").write_text(
        "[tool.oasmith]\n"
        '[[tool.oasmith.clients]]\nspecs = ["small.yaml"]\noutput = "one"\n'
        '[[tool.oasmith.clients]]\nspecs = ["other.yaml"]\noutput = "two"\n'
    )
    run("generate")
    edit(here / "one/README.md", "Small", "Tiny")
    edit(here / "two/README.md", "Other", "Huge")
    run("adopt-edit", "one/README.md", "two/README.md")
    run("generate")
    assert "Tiny" in (here / "one/README.md").read_text()
    assert "Huge" in (here / "two/README.md").read_text()
    assert "Current" in run("check").stdout


def test_generate_names_the_command_that_keeps_an_edit(project: Path, run: Run) -> None:
    edit(project / CLIENT, "Client for Small.", "Client for Small, edited.")
    stderr = run("generate", code=1).stderr
    command = stderr.partition("`oasmith ")[2].partition("`")[0].split()
    assert command == ["adopt-edit", CLIENT] and "--force" in stderr
    run(*command)
    run("generate")
    assert "Current" in run("check").stdout


def test_a_byte_order_mark_is_not_adopted(project: Path, run: Run) -> None:
    file = project / CLIENT
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    stderr = run("adopt-edit", CLIENT, code=2).stderr
    assert "byte order mark" in stderr and not (project / PATCH).exists()


def test_an_edit_that_is_not_python_is_not_adopted(project: Path, run: Run) -> None:
    edit(project / CLIENT, "class ", "clas ")
    stderr = run("adopt-edit", CLIENT, code=2).stderr
    assert "is not valid Python" in stderr and not (project / PATCH).exists()
