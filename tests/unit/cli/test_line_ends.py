"""Commands in a working tree in which Git wrote CR LF instead of LF."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.emission.manifest import NAME
from tests.unit.cli.conftest import SMALL, Run, snapshot

pytestmark = pytest.mark.slow

SETTINGS = '[tool.oasmith]\nspecs = ["small.yaml"]\nversion = "1.0.0"\n'
CLIENT = "generated/small_client/_client.py"
PATCH = "oasmith-patches/small_client/small_client/_client.py.patch"


def git(*arguments: str) -> None:
    """Run Git with its defaults, and with an identity that is plainly not real."""
    options = ("-c", "user.name=Test", "-c", "user.email=test@example.com")
    subprocess.run(["git", *options, *arguments], check=True, capture_output=True)


def with_crlf(file: Path) -> None:
    content = file.read_bytes()
    assert b"\r" not in content
    file.write_bytes(content.replace(b"\n", b"\r\n"))


@pytest.fixture
def clone(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Clone with CR LF in all files, as on Windows, of a repository with a client."""
    (here / "pyproject.toml").write_text(SETTINGS, encoding="utf-8")
    run("generate")
    client = here / CLIENT
    client.write_text(client.read_text().replace("for Small.", "for Small, edited."))
    run("adopt-edit", CLIENT)
    run("generate")
    git("init", "--initial-branch=main")
    git("add", "--all")
    git("commit", "--message", "Add the client")
    clone = here.parent / "clone"
    git("clone", "--config", "core.autocrlf=true", str(here), str(clone))
    monkeypatch.chdir(clone)
    for name in ("small.yaml", CLIENT, PATCH, f"generated/{NAME}"):
        assert b"\r\n" in (clone / name).read_bytes()
    return clone


def is_clean() -> bool:
    """Return whether the next commit would change nothing."""
    command = ["git", "status", "--porcelain"]
    result = subprocess.run(command, check=True, capture_output=True, text=True)
    return result.stdout == ""


def test_a_clone_is_current(clone: Path, run: Run) -> None:
    before = snapshot(clone)
    assert "Current" in run("check", "--diff").stdout
    run("generate")
    assert "Nothing to do" in run("generate").stdout
    assert snapshot(clone) == before and is_clean()


def test_what_is_written_has_line_feeds(clone: Path, run: Run) -> None:
    changed = SMALL.replace("name: {type", "title: {type").replace("\n", "\r\n")
    (clone / "small.yaml").write_bytes(changed.encode())
    stdout = run("check", "--diff", code=1).stdout
    assert "edited by hand" not in stdout and "`small.yaml` changed" in stdout
    assert "title" in stdout and "Operations on" not in stdout, "only changed lines"
    run("generate")
    module = (clone / "generated/small_client/types/things.py").read_bytes()
    assert b"title" in module and b"\r" not in module
    assert "Current" in run("check").stdout


def test_files_that_are_no_longer_generated_are_removed(clone: Path, run: Run) -> None:
    text = SMALL.replace("listThings", "listItems").replace("/things", "/items")
    (clone / "small.yaml").write_bytes(text.encode())
    (clone / PATCH).unlink()
    run("generate")
    assert not (clone / "generated/small_client/resources/things.py").exists()
    assert "Current" in run("check").stdout


def test_an_edit_in_a_clone(clone: Path, run: Run) -> None:
    file = clone / "generated/small_client/resources/things.py"
    before = file.read_bytes()
    file.write_bytes(before.replace(b'"""', b'"""Edited. ', 1))
    stdout = run("check", "--diff", code=1).stdout
    changed = [line for line in stdout.splitlines() if line.startswith(("  +", "  -"))]
    assert len(changed) == 4, "two headings and two lines"
    run("adopt-edit", str(file.relative_to(clone)))
    run("generate")
    assert b'"""Edited. ' in file.read_bytes()
    assert "Current" in run("check").stdout
    patch = (
        clone / "oasmith-patches/small_client/small_client/resources/things.py.patch"
    )
    assert b"\r" not in patch.read_bytes()


def test_other_line_ends_are_not_an_edit(run: Run, here: Path) -> None:
    (here / "pyproject.toml").write_text(SETTINGS, encoding="utf-8")
    run("generate")
    with_crlf(here / CLIENT)
    assert "has no edits" in run("adopt-edit", CLIENT, code=2).stderr
    assert "Current" in run("check").stdout


def test_a_release_in_a_clone(clone: Path, run: Run) -> None:
    changed = SMALL.replace("name: {type", "title: {type").replace("\n", "\r\n")
    (clone / "small.yaml").write_bytes(changed.encode())
    stdout = run("generate", "--bump", "--changelog", "CHANGES.md").stdout
    assert "version: 1.0.0 to 2.0.0" in stdout
    assert b"[2.0.0]" in (clone / "CHANGES.md").read_bytes()


def test_a_renamed_field_in_a_clone(clone: Path, run: Run) -> None:
    with_crlf_text = SMALL.replace("version: '1'", "version: '2'").replace("\n", "\r\n")
    (clone / "small.yaml").write_bytes(with_crlf_text.encode())
    stdout = run("diff", "HEAD..").stdout
    assert "breaking" not in stdout.partition("next version")[0], stdout
