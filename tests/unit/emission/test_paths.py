"""Paths that are not written, and files that block a path."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.emission import EmissionError, Written, find_drift
from generator.emission.paths import check_paths, is_portable
from tests.unit.emission.trees import NEW, OLD, content_of, manifest_of

Write = Callable[..., Written]


@pytest.mark.parametrize(
    "path",
    [
        *("/etc/passwd", "../a", "a/../b", "a/./b", "a//b", "", "a/", "C:/a", "a\\b"),
        *("con", "CON.py", "pkg/nul.txt", "pkg/Aux.py", "lpt1", "com9.md", "com1 .py"),
        *("a.", "a ", "pkg /a", "a<b", "a>b", 'a"b', "a|b", "a?b", "a*b", "a:b"),
        *("a\nb", "a\0b", "a\x7fb", "a\u202eb", "a\ud800b", "x" * 256, "é" * 128),
    ],
)
def test_path_that_is_not_portable_is_refused(
    write: Write, output: Path, path: str
) -> None:
    with pytest.raises(EmissionError, match="not a portable file path"):
        write({"pkg/a.py": b"a", path: b"b"})
    assert not output.exists()


@pytest.mark.parametrize(
    "path", ["pkg/a.py", ".gitattributes", "pkg/café.py", "con_/nul_.py", "x" * 255]
)
def test_portable_path_is_written(write: Write, output: Path, path: str) -> None:
    write({path: b"a"})
    assert content_of(output) == {path: b"a"}


@pytest.mark.parametrize(
    ("one", "other"), [("pkg/a.py", "pkg/A.py"), ("Pkg/a.py", "pkg/a.py"), ("ß", "SS")]
)
def test_paths_that_differ_only_by_case_are_refused(
    write: Write, output: Path, one: str, other: str
) -> None:
    with pytest.raises(EmissionError, match="differ only by case"):
        write({one: b"a", other: b"b"})
    assert not output.exists()


@settings(deadline=None)
@given(st.text())
def test_portable_path_stays_in_its_directory(path: str) -> None:
    if is_portable(path):
        root = os.path.abspath(os.sep + "root")
        assert os.path.normpath(os.path.join(root, path)) == os.path.join(root, path)
        check_paths([path])
    else:
        with pytest.raises(EmissionError):
            check_paths([path])


def links(output: Path, kind: str) -> tuple[str, Path]:
    """Replace a part of the output by a link; return its path and its target."""
    outside = output.parent / "outside"
    outside.mkdir()
    (outside / "cat.py").write_bytes(b"cat\n")
    (outside / "dog.py").write_bytes(b"dog\n")
    if kind == "file":
        (output / "pkg/types/cat.py").unlink()
        (output / "pkg/types/cat.py").symlink_to(outside / "cat.py")
        return "pkg/types/cat.py", outside
    if kind == "dangling":
        (output / "pkg/types/cat.py").unlink()
        (output / "pkg/types/cat.py").symlink_to(outside / "nothing")
        return "pkg/types/cat.py", outside
    for file in (output / "pkg/types").iterdir():
        file.unlink()
    (output / "pkg/types").rmdir()
    (output / "pkg/types").symlink_to(outside, target_is_directory=True)
    return "pkg/types", outside


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("kind", ["file", "dangling", "directory"])
def test_nothing_is_written_or_removed_through_links(
    write: Write, output: Path, kind: str, force: bool
) -> None:
    write(OLD)
    name, outside = links(output, kind)
    with pytest.raises(EmissionError, match="is a symbolic link") as caught:
        write(NEW, force=force)
    assert str(output / name) in str(caught.value)
    with pytest.raises(EmissionError, match="is a symbolic link"):
        find_drift(OLD, manifest_of(OLD), output)
    result = {file.name: file.read_bytes() for file in outside.iterdir()}
    assert result == {"cat.py": b"cat\n", "dog.py": b"dog\n"}


def test_output_directory_may_be_a_link(write: Write, output: Path) -> None:
    target = output.parent / "elsewhere"
    target.mkdir()
    output.symlink_to(target, target_is_directory=True)
    write(OLD)
    write(NEW)
    assert content_of(target) == NEW and output.is_symlink()


@pytest.mark.parametrize("below", ["", "deeper/down"])
def test_output_that_is_a_file_is_refused(
    output: Path, write: Write, below: str
) -> None:
    from generator.emission import write_tree

    output.write_bytes(b"mine")
    with pytest.raises(EmissionError, match="is not a directory"):
        write_tree(OLD, manifest_of(OLD), output / below, True)
    assert output.read_bytes() == b"mine"


def test_output_that_is_a_broken_link_is_refused(output: Path, write: Write) -> None:
    output.symlink_to(output.parent / "nothing")
    with pytest.raises(EmissionError, match="is not a directory"):
        write(OLD)


@pytest.mark.parametrize("force", [False, True])
def test_file_in_place_of_a_directory_is_refused(
    write: Write, output: Path, force: bool
) -> None:
    output.mkdir()
    (output / "pkg").write_bytes(b"mine")
    with pytest.raises(EmissionError, match="is a file, but must be a directory"):
        write(OLD, force=force)
    assert content_of(output) == {"pkg": b"mine"}


@pytest.mark.parametrize("force", [False, True])
def test_directory_in_place_of_a_file_is_refused(
    write: Write, output: Path, force: bool
) -> None:
    (output / "docs/README.md").mkdir(parents=True)
    with pytest.raises(EmissionError, match="is a directory, but must be a file"):
        write(OLD, force=force)
    assert content_of(output) == {}


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="permissions bind no root",
)
def test_read_only_output_is_reported(write: Write, output: Path) -> None:
    write(OLD)
    output.chmod(0o555)
    try:
        with pytest.raises(EmissionError, match="cannot be written: Permission denied"):
            write(NEW)
    finally:
        output.chmod(0o755)
    assert content_of(output) == OLD


def test_errors_of_the_operating_system_are_reported(
    write: Write, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(OLD)
    denied = PermissionError(13, "Permission denied", str(output))
    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", lambda *_: (_ for _ in ()).throw(denied))
        with pytest.raises(EmissionError) as caught:
            write(NEW)
    assert str(caught.value) == f"{output} cannot be written: Permission denied"
    assert content_of(output) == OLD


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs POSIX special files")
@pytest.mark.parametrize("path", ["pkg/__init__.py", ".oasmith.json"])
def test_pipe_in_place_of_a_file_is_refused(
    write: Write, output: Path, path: str
) -> None:
    """Reading the pipe would never end."""
    (output / path).parent.mkdir(parents=True)
    os.mkfifo(output / path)
    with pytest.raises(EmissionError, match="is not a regular file; remove it"):
        write(OLD)
