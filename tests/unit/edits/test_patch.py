"""Patches: reading, applying and conflicts."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.edits.patch import (
    ConflictError,
    InvalidPatchError,
    apply_patch,
    diff_texts,
    read_patch,
)

LINES = [f"line {number}\n" for number in range(1, 21)]
TEXT = "".join(LINES)

texts = st.lists(st.sampled_from(["a\n", "b\n", "c\n", " \n", "\n", "+\n", "\x0c\n"]))
endings = st.sampled_from(["", "end", "\r"])


def patch_line(number: int, line: str) -> str:
    """Return the patch that replaces a line of the text, counted from 1."""
    changed = [*LINES[: number - 1], line, *LINES[number:]]
    return diff_texts(TEXT, "".join(changed), "file.py")


@given(texts, endings, texts, endings)
def test_a_difference_is_applied(
    before: list[str], before_end: str, after: list[str], after_end: str
) -> None:
    old, new = "".join(before) + before_end, "".join(after) + after_end
    patch = diff_texts(old, new, "file")
    if old == new:
        assert patch == ""
    else:
        assert apply_patch(read_patch(patch), old) == new


@given(texts, texts)
def test_git_applies_the_same_patch(
    tmp_path_factory: pytest.TempPathFactory, before: list[str], after: list[str]
) -> None:
    old, new = "".join(before), "".join(after)
    if not old or not new or old == new:
        return
    folder = tmp_path_factory.mktemp("repository")
    (folder / "file").write_bytes(old.encode())
    (folder / "p.patch").write_text(diff_texts(old, new, "file"), newline="")
    subprocess.run(
        ["git", "apply", "--unsafe-paths", "p.patch"], cwd=folder, check=True
    )
    assert (folder / "file").read_bytes() == new.encode()


def test_a_hunk_applies_where_its_lines_moved() -> None:
    patch = read_patch(patch_line(10, "mine\n"))
    moved = "new\n" * 7 + TEXT
    assert apply_patch(patch, moved) == moved.replace("line 10\n", "mine\n")


def test_changes_near_an_edit_are_kept() -> None:
    patch = read_patch(patch_line(10, "mine\n"))
    changed = TEXT.replace("line 8\n", "new 8\n").replace("line 12\n", "")
    assert apply_patch(patch, changed) == changed.replace("line 10\n", "mine\n")


def test_several_hunks_move_separately() -> None:
    both = TEXT.replace("line 3\n", "").replace("line 17\n", "17\nmine\n")
    patch = read_patch(diff_texts(TEXT, both, "file"))
    changed = TEXT.replace("line 10\n", "10\n" * 5)
    assert apply_patch(patch, changed) == changed.replace("line 3\n", "").replace(
        "line 17\n", "17\nmine\n"
    )


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        (TEXT.replace("line 10\n", "other\n"), "do not occur"),
        (TEXT.replace("line 9\n", "new\n").replace("line 11\n", "new\n"), "do not"),
        ("new\n" + TEXT + TEXT, "in 2 places"),
        ("", "do not occur"),
    ],
)
def test_conflicts(changed: str, reason: str) -> None:
    with pytest.raises(ConflictError, match=reason) as error:
        apply_patch(read_patch(patch_line(10, "mine\n")), changed)
    assert error.value.line == 3


def test_the_place_decides_between_equal_lines() -> None:
    text = "a\nb\nc\nd\n" * 5
    edited = text[:16] + "mine\n" + text[16:]
    patch = read_patch(diff_texts(text, edited, "file"))
    assert apply_patch(patch, text) == edited


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "no headings"),
        ("hello\n", 1, "no headings"),
        ("\n--- a\n+++ b\n-a\n", 4, "no line `@@` after"),
        (patch_line(3, "x\n") * 2, 11, "several files"),
        (patch_line(3, "x\n")[:-9], 3, "ends within a hunk"),
        (patch_line(3, "x\n") + "*\n", 11, "belongs to no hunk"),
        ("--- a\n+++ b\n@@ -1,2 +1,1 @@\n*a\n", 4, "belongs to no hunk"),
        ("--- a\n+++ b\n@@ -1,1 +1,1 @@\n a\n", 3, "without changes"),
        ("--- a\n+++ b\n@@ -1,2 +1,1 @@\n-a\n+b\n+c\n", 3, "another number of lines"),
    ],
)
def test_invalid_patches(text: str, line: int, reason: str) -> None:
    with pytest.raises(InvalidPatchError, match=reason) as error:
        read_patch(text)
    assert error.value.line == line


def test_a_comment_before_the_heading_is_ignored(tmp_path: Path) -> None:
    patch = "Why: the vendor's document lacks it.\n\n" + patch_line(10, "mine\n")
    assert "mine" in apply_patch(read_patch(f"{patch}\n\n"), TEXT)
