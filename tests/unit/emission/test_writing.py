"""Writing: unchanged, stale and edited files, and files of the user."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.emission import EditedFilesError, EmissionError, Written, find_drift
from tests.unit.emission.trees import NEW, OLD, content_of, manifest_of

Write = Callable[..., Written]


def test_tree_is_written(write: Write, output: Path) -> None:
    assert write(OLD) == Written(written=4, unchanged=0, removed=0)
    assert content_of(output) == OLD
    assert (output / ".oasmith.json").read_bytes() == manifest_of(OLD).to_bytes()


def test_unchanged_files_are_not_touched(write: Write, output: Path) -> None:
    write(OLD)
    for file in output.rglob("*"):
        os.utime(file, (1, 1))
    assert write(OLD) == Written(written=0, unchanged=4, removed=0)
    assert {file.stat().st_mtime for file in output.rglob("*")} == {1}
    write(NEW)
    touched = {
        file.relative_to(output).as_posix()
        for file in output.rglob("*")
        if file.is_file() and file.stat().st_mtime != 1
    }
    changed = {"pkg/__init__.py", "pkg/resources/bird.py", "docs/README.md"}
    assert touched == {*changed, ".oasmith.json"}


def test_stale_files_and_empty_directories_are_removed(
    write: Write, output: Path
) -> None:
    write(OLD)
    kept = {"pkg/__init__.py": b"one\n"}
    assert write(kept) == Written(written=0, unchanged=1, removed=3)
    assert content_of(output) == kept
    assert not (output / "docs").exists() and not (output / "pkg/types").exists()


def test_bytecode_files_do_not_keep_a_directory(write: Write, output: Path) -> None:
    write(OLD)
    cache = output / "pkg/types/__pycache__"
    cache.mkdir()
    (cache / "cat.cpython-311.pyc").write_bytes(b"\0")
    write({"pkg/__init__.py": b"one\n"})
    assert not (output / "pkg/types").exists()


@pytest.mark.parametrize(
    "foreign", ["pkg/types/mine.py", "pkg/types/__pycache__/a.txt"]
)
def test_user_files_keep_their_directory(
    write: Write, output: Path, foreign: str
) -> None:
    write(OLD)
    (output / foreign).parent.mkdir(exist_ok=True)
    (output / foreign).write_bytes(b"mine")
    kept = {"pkg/__init__.py": b"one\n"}
    write(kept)
    assert content_of(output) == {**kept, foreign: b"mine"}


def test_stale_file_may_already_be_removed(write: Write, output: Path) -> None:
    write(OLD)
    (output / "pkg/types/dog.py").unlink()
    (output / "docs/README.md").unlink()
    (output / "docs").rmdir()
    kept = {"pkg/__init__.py": b"one\n"}
    assert write(kept).removed == 1
    assert content_of(output) == kept


@pytest.mark.parametrize("path", ["pkg/__init__.py", "pkg/types/dog.py"])
def test_edited_file_is_reported_and_kept(
    write: Write, output: Path, path: str
) -> None:
    write(OLD)
    (output / path).write_bytes(b"my edit")
    before = {**content_of(output)}
    manifest = (output / ".oasmith.json").read_bytes()
    with pytest.raises(EditedFilesError) as caught:
        write(NEW)
    assert caught.value.paths == (path,)
    assert path in str(caught.value) and "--force" in str(caught.value)
    assert content_of(output) == before
    assert (output / ".oasmith.json").read_bytes() == manifest


def test_force_discards_edits(write: Write, output: Path) -> None:
    write(OLD)
    (output / "pkg/__init__.py").write_bytes(b"my edit")
    (output / "pkg/types/dog.py").write_bytes(b"my edit")
    write(NEW, force=True)
    assert content_of(output) == NEW


def test_edit_that_equals_the_new_content_is_accepted(
    write: Write, output: Path
) -> None:
    write(OLD)
    (output / "pkg/__init__.py").write_bytes(NEW["pkg/__init__.py"])
    write(NEW)
    assert content_of(output) == NEW


def test_deleted_file_is_written_again(write: Write, output: Path) -> None:
    write(OLD)
    (output / "docs/README.md").unlink()
    assert write(OLD).written == 1
    assert content_of(output) == OLD


def test_user_files_at_generated_paths_are_refused(write: Write, output: Path) -> None:
    (output / "docs").mkdir(parents=True)
    (output / "docs/README.md").write_bytes(b"mine")
    with pytest.raises(EditedFilesError, match="docs/README.md"):
        write(OLD)
    assert content_of(output) == {"docs/README.md": b"mine"}
    write(OLD, force=True)
    assert content_of(output) == OLD


def test_other_user_files_are_not_touched(write: Write, output: Path) -> None:
    write(OLD)
    (output / "NOTES.txt").write_bytes(b"mine")
    write(NEW)
    write(OLD, force=True)
    assert (output / "NOTES.txt").read_bytes() == b"mine"


def test_file_renamed_by_case_exists_afterwards(write: Write, output: Path) -> None:
    write({"pkg/Cat.py": b"cat\n"})
    write({"pkg/cat.py": b"cat\n"})
    assert content_of(output) == {"pkg/cat.py": b"cat\n"}


def test_concurrent_runs_leave_one_tree(write: Write, output: Path) -> None:
    trees = [OLD, NEW]
    failed: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for turn in range(5):
                write(trees[(number + turn) % 2])
        except EmissionError as error:
            failed.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    assert content_of(output) in trees


def test_drift_lists_files_with_reasons(write: Write, output: Path) -> None:
    write(OLD)
    manifest = manifest_of(NEW)
    assert {tuple(item) for item in find_drift(NEW, manifest, output)} == {
        (".oasmith.json", "out of date"),
        ("docs/README.md", "out of date"),
        ("pkg/__init__.py", "out of date"),
        ("pkg/resources/bird.py", "not written yet"),
        ("pkg/types/dog.py", "no longer generated"),
    }
    (output / "pkg/__init__.py").write_bytes(b"my edit")
    reasons = dict(find_drift(NEW, manifest, output))
    assert reasons["pkg/__init__.py"] == "edited by hand"
    (output / "pkg/__init__.py").write_bytes(OLD["pkg/__init__.py"])
    before = content_of(output)
    assert find_drift(OLD, manifest_of(OLD), output) == ()
    assert content_of(output) == before


def test_drift_of_a_missing_output(tmp_path: Path) -> None:
    tree = {"pkg/__init__.py": b"one"}
    drift = find_drift(tree, manifest_of(tree), tmp_path / "output")
    assert drift == (
        (".oasmith.json", "not written yet"),
        ("pkg/__init__.py", "not written yet"),
    )
