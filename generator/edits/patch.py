"""Patches of one text file, in the unified format of diff and Git.

Source: GNU diffutils manual, section "Detailed Description of Unified Format".
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence

from ..frozen_dataclass import dataclass

_HUNK = re.compile(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_NO_NEWLINE = "\\ No newline at end of file\n"
_CONTEXT = 3


class InvalidPatchError(ValueError):
    """A text that is not a patch of one file.

    Args:
        line: Line of the problem, from 1.
        reason: What is wrong.
    """

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line


class ConflictError(Exception):
    """Lines of a patch that are not in the file, or in several places of it.

    Args:
        line: Line of the hunk in the patch, from 1.
        reason: What is wrong.
    """

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line


@dataclass(frozen=True, slots=True)
class Hunk:
    """A change of some lines. Lines include their line break.

    Args:
        start: Line of the file at which it was made, from 0.
        lines: Pairs of the mark (space, `-` or `+`) and the line.
        number: Line of the hunk in the patch, from 1.
    """

    start: int
    lines: tuple[tuple[str, str], ...]
    number: int

    def before(self) -> list[str]:
        """Return the lines that the change replaces, with their context."""
        return [line for mark, line in self.lines if mark != "+"]

    def without_context(self, count: int) -> tuple[int, Hunk]:
        """Return the hunk with at most so many lines of context at each end.

        Returns:
            How many lines are left out at the beginning, and the hunk.
        """
        marks = [mark for mark, _ in self.lines]
        changed = [index for index, mark in enumerate(marks) if mark != " "]
        first = max(changed[0] - count, 0)
        last = min(changed[-1] + count + 1, len(marks))
        return first, Hunk(self.start + first, self.lines[first:last], self.number)


@dataclass(frozen=True, slots=True)
class Patch:
    """The changes of one file.

    Args:
        hunks: The changes, in the order of the lines.
    """

    hunks: tuple[Hunk, ...]


def diff_texts(before: str, after: str, name: str) -> str:
    """Return the patch that changes one text to another; `""` if they are equal.

    Args:
        before: The original text.
        after: The changed text.
        name: Name of the file in the headings.
    """
    lines = difflib.unified_diff(
        _split(before), _split(after), f"a/{name}", f"b/{name}", n=_CONTEXT
    )
    return "".join(
        line if line.endswith("\n") else f"{line}\n{_NO_NEWLINE}" for line in lines
    )


def _split(text: str) -> list[str]:
    """Return the lines of a text; only line feeds end a line."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def read_patch(text: str) -> Patch:
    """Return the changes of a patch of one file.

    Lines before the first heading, such as a comment, are ignored.

    Raises:
        InvalidPatchError: It is not a patch, or changes several files.
    """
    lines = _split(text)
    headings = [i for i, line in enumerate(lines) if _is_heading(lines, i)]
    if not headings:
        plain = next((i for i in range(len(lines)) if _has_names(lines, i)), None)
        if plain is None:
            raise InvalidPatchError(1, "has no headings `---` and `+++`")
        raise InvalidPatchError(plain + 3, "has no line `@@` after the headings")
    if len(headings) > 1:
        raise InvalidPatchError(headings[1] + 1, "changes several files")
    position = headings[0] + 2
    end = len(lines)
    while not lines[end - 1].strip():
        end -= 1
    hunks: list[Hunk] = []
    while position < end:
        hunk, position = _read_hunk(lines, position)
        hunks.append(hunk)
    if not hunks:
        raise InvalidPatchError(len(lines), "has no changes")
    return Patch(tuple(hunks))


def _is_heading(lines: Sequence[str], index: int) -> bool:
    """Return whether lines are the headings of a file; removed lines can look similar."""
    after = lines[index + 2 : index + 3]
    return _has_names(lines, index) and bool(after and _HUNK.match(after[0]))


def _has_names(lines: Sequence[str], index: int) -> bool:
    after = "".join(lines[index + 1 : index + 2])
    return lines[index].startswith("--- ") and after.startswith("+++ ")


def _read_hunk(lines: Sequence[str], position: int) -> tuple[Hunk, int]:
    match = _HUNK.match(lines[position])
    if match is None:
        raise InvalidPatchError(position + 1, "has a line that belongs to no hunk")
    start, old, new = int(match[1]), int(match[2] or 1), int(match[4] or 1)
    number, position = position + 1, position + 1
    items: list[tuple[str, str]] = []
    while old > 0 or new > 0:
        if position >= len(lines):
            raise InvalidPatchError(number, "ends within a hunk")
        mark, line = _read_line(lines, position)
        old -= mark != "+"
        new -= mark != "-"
        if old < 0 or new < 0:
            raise InvalidPatchError(number, "has a hunk with another number of lines")
        position += 1
        if lines[position : position + 1] == [_NO_NEWLINE]:
            line, position = line.removesuffix("\n"), position + 1
        items.append((mark, line))
    if all(mark == " " for mark, _ in items):
        raise InvalidPatchError(number, "has a hunk without changes")
    return Hunk(max(start - 1, 0), tuple(items), number), position


def _read_line(lines: Sequence[str], position: int) -> tuple[str, str]:
    line = lines[position]
    if line in ("\n", "\r\n"):  # an editor removed the space
        return " ", line
    if line[0] not in " -+":
        raise InvalidPatchError(position + 1, "has a line that belongs to no hunk")
    return line[0], line[1:]


def apply_patch(patch: Patch, text: str) -> str:
    """Return the changed text.

    Each hunk is applied where all its lines are: at its line, or in the only other place
    after the previous hunk. If they are nowhere, fewer lines of context must match, but
    at least one at each end.

    Raises:
        ConflictError: The lines of a hunk are not in the text, or in several places.
    """
    lines = _split(text)
    offset, first = 0, 0
    for hunk in patch.hunks:
        position, reduced = _find(hunk, lines, first, offset)
        before = reduced.before()
        after = [line for mark, line in reduced.lines if mark != "-"]
        lines[position : position + len(before)] = after
        offset = position - reduced.start + len(after) - len(before)
        first = position + len(after)
    return "".join(lines)


def _find(
    hunk: Hunk, lines: Sequence[str], first: int, offset: int
) -> tuple[int, Hunk]:
    """Return the line at which a hunk applies, and the hunk with the context that matches."""
    for context in range(_CONTEXT, 0, -1):
        _, reduced = hunk.without_context(context)
        places = list(_find_lines(reduced.before(), lines, first))
        expected = reduced.start + offset
        if expected in places:
            return expected, reduced
        if len(places) == 1:
            return places[0], reduced
        if places:
            raise ConflictError(
                hunk.number, f"the lines occur in {len(places)} places of the file"
            )
    raise ConflictError(hunk.number, "the lines do not occur in the file")


def _find_lines(
    searched: Sequence[str], lines: Sequence[str], first: int
) -> Iterator[int]:
    """Yield each position of lines, from `first` on."""
    if not searched:  # the hunk adds all lines of an empty file
        yield from (0,) if not lines else ()
        return
    for position in range(first, len(lines) - len(searched) + 1):
        if lines[position : position + len(searched)] == list(searched):
            yield position
