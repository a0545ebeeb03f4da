"""Runs that are killed: files stay whole, the next run repairs, no edit is lost."""

from __future__ import annotations

import itertools
import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.emission import EditedFiles, EmissionError, Manifest, Written
from generator.emission import find_drift, write_tree
from tests.unit.emission.trees import MANY, NEW, OLD, Tree, content_of, manifest_of

Write = Callable[..., Written]


class Killed(BaseException):
    """Ends a run where it stands."""


def kill_at(monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    """Has the step of that number, of those that change a file, not take place."""
    left = [step]

    def counted(real: Callable[..., None]) -> Callable[..., None]:
        def call(*args: object, **named: object) -> None:
            if left[0] == 0:
                raise Killed
            left[0] -= 1
            real(*args, **named)

        return call

    monkeypatch.setattr(os, "replace", counted(os.replace))
    monkeypatch.setattr(os, "unlink", counted(os.unlink))
    monkeypatch.setattr(os, "rmdir", counted(os.rmdir))


def run_killed(
    monkeypatch: pytest.MonkeyPatch, write: Write, tree: Tree, step: int
) -> bool:
    """Whether a run was killed before its step of that number; else it is complete."""
    with monkeypatch.context() as patched:
        kill_at(patched, step)
        try:
            write(tree)
        except Killed:
            return True
    return False


def is_whole(output: Path, *trees: Tree) -> bool:
    """Whether each file is one of those trees, apart from temporary ones."""
    return all(
        any(tree.get(path) == content for tree in trees)
        for path, content in content_of(output).items()
        if not path.startswith(".oasmith.tmp-")
    )


STEPS = 20
"""More than a run has."""


def test_every_step_can_be_the_last(
    monkeypatch: pytest.MonkeyPatch, write: Write, output: Path
) -> None:
    killed = 0
    for step in range(STEPS):
        write(OLD, force=True)
        killed += run_killed(monkeypatch, write, NEW, step)
        assert is_whole(output, OLD, NEW)
        write(NEW)
        assert content_of(output) == NEW
        assert not (output / "pkg/types/dog.py").exists()
        assert (output / ".oasmith.json").read_bytes() == manifest_of(NEW).to_bytes()
    assert 5 < killed < STEPS


def test_a_directory_that_was_to_be_pruned_is_pruned_by_the_next_run(
    monkeypatch: pytest.MonkeyPatch, write: Write, output: Path
) -> None:
    kept = {"pkg/__init__.py": b"one\n"}
    for step in range(STEPS):
        write(OLD, force=True)
        run_killed(monkeypatch, write, kept, step)
        write(kept)
        assert [path.name for path in output.iterdir() if path.is_dir()] == ["pkg"]
        assert not (output / "pkg/types").exists()


def test_two_killed_runs_in_a_row_leave_what_the_third_knows(
    monkeypatch: pytest.MonkeyPatch, write: Write, output: Path
) -> None:
    third = {**NEW, "pkg/__init__.py": b"three\n", "pkg/resources/bird.py": b"fly\n"}
    for first in range(STEPS // 2):
        for second in range(STEPS // 2):
            write(OLD, force=True)
            run_killed(monkeypatch, write, NEW, first)
            run_killed(monkeypatch, write, third, second)
            assert is_whole(output, OLD, NEW, third)
            write(OLD)
            assert content_of(output) == OLD


def test_an_edit_after_a_killed_run_is_kept(
    monkeypatch: pytest.MonkeyPatch, write: Write, output: Path
) -> None:
    for step in range(STEPS):
        write(OLD, force=True)
        if not run_killed(monkeypatch, write, NEW, step):
            break
        (output / "docs/README.md").write_bytes(b"my edit")
        with pytest.raises(EditedFiles) as caught:
            write(NEW)
        assert caught.value.paths == ("docs/README.md",)
        assert (output / "docs/README.md").read_bytes() == b"my edit"


def test_an_edit_is_not_made_ours_by_a_forced_run_that_was_killed(
    monkeypatch: pytest.MonkeyPatch, write: Write, output: Path
) -> None:
    write(OLD)
    (output / "docs/README.md").write_bytes(b"my edit")
    with monkeypatch.context() as patched:
        kill_at(patched, 2)
        with pytest.raises(Killed):
            write(NEW, force=True)
    if (output / "docs/README.md").read_bytes() == b"my edit":
        with pytest.raises(EditedFiles, match="docs/README.md"):
            write(NEW)


def test_the_interim_manifest_holds_both_hashes(
    monkeypatch: pytest.MonkeyPatch, write: Write, output: Path
) -> None:
    write(OLD)
    assert run_killed(monkeypatch, write, NEW, 2)
    interim = Manifest.read(output)
    assert interim.files == manifest_of(OLD).files
    assert interim.pending == manifest_of(NEW).files
    reasons = {item.reason for item in find_drift(NEW, manifest_of(NEW), output)}
    assert "edited by hand" not in reasons


def test_a_full_disk_is_said_and_the_next_run_repairs(
    monkeypatch: pytest.MonkeyPatch, write: Write, output: Path
) -> None:
    write(OLD)
    full = OSError(28, "No space left on device", "pkg/__init__.py")

    def fail(file: Path, content: bytes) -> int:
        if content == NEW["pkg/__init__.py"]:
            raise full
        with file.open("wb") as stream:
            return stream.write(content)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", fail)
        with pytest.raises(EmissionError, match="No space left on device"):
            write(NEW)
    assert is_whole(output, OLD, NEW)
    assert not list(output.glob(".oasmith.tmp-*"))
    write(NEW)
    assert content_of(output) == NEW


def write_for_ever(output: Path, ready: int) -> None:
    """Writes one tree after the other, from now until it is killed."""
    os.write(ready, b"!")
    for turn in itertools.count():
        tree = MANY[turn % 2]
        write_tree(tree, manifest_of(tree), output, False)


def kill_a_run(output: Path, delay: float) -> None:
    """Kills a process that writes, so many seconds after it began."""
    waiting, ready = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            write_for_ever(output, ready)
        finally:
            os._exit(1)
    os.read(waiting, 1)
    time.sleep(delay)
    os.kill(process, signal.SIGKILL)
    _, status = os.waitpid(process, 0)
    os.close(waiting)
    os.close(ready)
    assert os.WTERMSIG(status) == signal.SIGKILL


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills as POSIX systems do")
def test_processes_killed_at_fifty_random_moments_leave_whole_files(
    write: Write, output: Path
) -> None:
    moments = random.Random(20)
    (output / "pkg").mkdir(parents=True)
    (output / "pkg/mine.txt").write_bytes(b"mine")
    caught = 0
    for _ in range(50):
        kill_a_run(output, moments.uniform(0, 0.03))
        mine = {"pkg/mine.txt": b"mine"}
        assert is_whole(output, *MANY, mine)
        caught += bool(Manifest.read(output).pending)
        tree = moments.choice(MANY)
        write(tree)
        assert content_of(output) == {**tree, **mine}
        assert {path.name for path in (output / "pkg").iterdir() if path.is_dir()} == {
            path.split("/")[1] for path in tree
        }
    assert caught > 5, "few runs were caught in the middle of their work"
