"""Interrupted writes: files stay complete, the next run repairs them, edits are kept."""

from __future__ import annotations

import itertools
import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.emission import (
    EditedFilesError,
    EmissionError,
    Manifest,
    Written,
    find_drift,
    write_tree,
)
from tests.unit.emission.trees import MANY, NEW, OLD, Tree, content_of, manifest_of

Write = Callable[..., Written]


class Killed(BaseException):
    """Ends a run at a certain step."""


def kill_at(monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    """Raise `Killed` in place of the file operation with the number `step`."""
    remaining = [step]

    def wrap(real: Callable[..., None]) -> Callable[..., None]:
        def call(*args: object, **kwargs: object) -> None:
            if remaining[0] == 0:
                raise Killed
            remaining[0] -= 1
            real(*args, **kwargs)

        return call

    monkeypatch.setattr(os, "replace", wrap(os.replace))
    monkeypatch.setattr(os, "unlink", wrap(os.unlink))
    monkeypatch.setattr(os, "rmdir", wrap(os.rmdir))


def run_killed(
    monkeypatch: pytest.MonkeyPatch, write: Write, tree: Tree, step: int
) -> bool:
    """Write a tree; return whether the run was killed before it was complete."""
    with monkeypatch.context() as patched:
        kill_at(patched, step)
        try:
            write(tree)
        except Killed:
            return True
    return False


def is_complete(output: Path, *trees: Tree) -> bool:
    """Return whether each file, apart from temporary ones, is a file of the trees."""
    return all(
        any(tree.get(path) == content for tree in trees)
        for path, content in content_of(output).items()
        if not path.startswith(".oasmith.tmp-")
    )


STEPS = 20
"""More than the number of file operations of a run."""


def test_a_run_can_be_killed_at_every_step(
    monkeypatch: pytest.MonkeyPatch, write: Write, output: Path
) -> None:
    killed = 0
    for step in range(STEPS):
        write(OLD, force=True)
        killed += run_killed(monkeypatch, write, NEW, step)
        assert is_complete(output, OLD, NEW)
        write(NEW)
        assert content_of(output) == NEW
        assert not (output / "pkg/types/dog.py").exists()
        assert (output / ".oasmith.json").read_bytes() == manifest_of(NEW).to_bytes()
    assert 5 < killed < STEPS


def test_the_next_run_removes_directories_that_a_killed_run_left(
    monkeypatch: pytest.MonkeyPatch, write: Write, output: Path
) -> None:
    kept = {"pkg/__init__.py": b"one\n"}
    for step in range(STEPS):
        write(OLD, force=True)
        run_killed(monkeypatch, write, kept, step)
        write(kept)
        assert [path.name for path in output.iterdir() if path.is_dir()] == ["pkg"]
        assert not (output / "pkg/types").exists()


def test_the_files_of_two_killed_runs_are_known_to_the_third(
    monkeypatch: pytest.MonkeyPatch, write: Write, output: Path
) -> None:
    third = {**NEW, "pkg/__init__.py": b"three\n", "pkg/resources/bird.py": b"fly\n"}
    for first in range(STEPS // 2):
        for second in range(STEPS // 2):
            write(OLD, force=True)
            run_killed(monkeypatch, write, NEW, first)
            run_killed(monkeypatch, write, third, second)
            assert is_complete(output, OLD, NEW, third)
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
        with pytest.raises(EditedFilesError) as error:
            write(NEW)
        assert error.value.paths == ("docs/README.md",)
        assert (output / "docs/README.md").read_bytes() == b"my edit"


def test_a_killed_forced_run_does_not_take_over_an_edit(
    monkeypatch: pytest.MonkeyPatch, write: Write, output: Path
) -> None:
    write(OLD)
    (output / "docs/README.md").write_bytes(b"my edit")
    with monkeypatch.context() as patched:
        kill_at(patched, 2)
        with pytest.raises(Killed):
            write(NEW, force=True)
    if (output / "docs/README.md").read_bytes() == b"my edit":
        with pytest.raises(EditedFilesError, match="docs/README.md"):
            write(NEW)


def test_the_interim_manifest_has_both_digests(
    monkeypatch: pytest.MonkeyPatch, write: Write, output: Path
) -> None:
    write(OLD)
    assert run_killed(monkeypatch, write, NEW, 2)
    interim = Manifest.read(output)
    assert interim.files == manifest_of(OLD).files
    assert interim.pending == manifest_of(NEW).files
    reasons = {item.reason for item in find_drift(NEW, manifest_of(NEW), output)}
    assert "edited by hand" not in reasons


def test_a_full_disk_is_an_error_and_the_next_run_repairs_the_output(
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
    assert is_complete(output, OLD, NEW)
    assert not list(output.glob(".oasmith.tmp-*"))
    write(NEW)
    assert content_of(output) == NEW


def write_repeatedly(output: Path, ready: int) -> None:
    """Write two trees in turn until the process is killed."""
    os.write(ready, b"!")
    for number in itertools.count():
        tree = MANY[number % 2]
        write_tree(tree, manifest_of(tree), output, False)


def kill_process(output: Path, is_due: Callable[[], bool]) -> None:
    """Start a process that writes, and kill it as soon as `is_due` returns true."""
    receiver, sender = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            write_repeatedly(output, sender)
        finally:
            os._exit(1)
    os.read(receiver, 1)
    while not is_due():
        time.sleep(0.0002)
    os.kill(process, signal.SIGKILL)
    _, status = os.waitpid(process, 0)
    os.close(receiver)
    os.close(sender)
    assert os.WTERMSIG(status) == signal.SIGKILL


def check_repair(write: Write, output: Path, tree: Tree) -> None:
    """Check the files that a killed process left, and that the next run repairs them."""
    mine = {"pkg/mine.txt": b"mine"}
    assert is_complete(output, *MANY, mine)
    write(tree)
    assert content_of(output) == {**tree, **mine}
    folders = {path.name for path in (output / "pkg").iterdir() if path.is_dir()}
    assert folders == {path.split("/")[1] for path in tree}


@pytest.fixture
def shared_output(output: Path) -> Path:
    """An output directory with a file of the user."""
    (output / "pkg").mkdir(parents=True)
    (output / "pkg/mine.txt").write_bytes(b"mine")
    return output


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs POSIX signals")
def test_processes_killed_at_random_moments_leave_complete_files(
    write: Write, shared_output: Path
) -> None:
    generator = random.Random(20)
    for _ in range(30):
        deadline = time.monotonic() + generator.uniform(0, 0.03)
        kill_process(shared_output, lambda: time.monotonic() >= deadline)
        check_repair(write, shared_output, generator.choice(MANY))


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs POSIX signals")
def test_processes_killed_while_they_write_leave_complete_files(
    write: Write, shared_output: Path
) -> None:
    """The interim manifest tells that a process is writing, however fast the machine is."""
    generator = random.Random(21)
    interrupted = attempts = 0
    while interrupted < 20:
        attempts += 1
        assert attempts <= 2000, f"only {interrupted} processes were killed in time"
        kill_process(shared_output, lambda: bool(Manifest.read(shared_output).pending))
        # The process may have completed the run between the check and the signal.
        interrupted += bool(Manifest.read(shared_output).pending)
        check_repair(write, shared_output, generator.choice(MANY))
