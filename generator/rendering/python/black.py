"""Formatting of source with black.

Black takes as long for a module as all other stages together. Therefore it formats only
the definitions, statements and fields that need it; the rest is not changed.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from .layout import ends_inside, needs_black


def format_with_black(source: str) -> str:
    """Format the parts of a module that need black."""
    with _trees_freed():
        return "".join(
            _formatted(block) if needs_black(block) else block
            for block in _blocks(source)
        )


@contextmanager
def _trees_freed() -> Iterator[None]:
    """Free the syntax trees of black if the garbage collector is paused.

    They contain reference cycles, and take more than a hundred times the size of the
    source. All older objects are frozen meanwhile, so that they are not traversed.
    """
    if gc.isenabled():
        yield
        return
    gc.freeze()
    try:
        yield
    finally:
        gc.collect()
        gc.unfreeze()


def _blocks(source: str) -> list[str]:
    """Split a module into blocks that black can format separately.

    A block begins after an empty line, without indent or with the indent of members in a
    class.
    """
    blocks: list[list[str]] = [[]]
    inside, fresh, in_class = False, True, False
    for line in source.splitlines(keepends=True):
        is_member = in_class and line[:4] == "    " and line[4:5].strip()
        begins = line[:1].strip() or is_member
        if line[:1].strip() and not inside:
            # The head of a class may end on another line, which begins with a bracket.
            in_class = line.startswith("class ") or (in_class and line[0] == ")")
        if begins and fresh and not inside:
            blocks.append([])
        blocks[-1].append(line)
        fresh = not line.strip()
        if '"""' in line:
            inside = ends_inside(line, inside)
    return ["".join(lines) for lines in blocks]


def _formatted(block: str) -> str:
    import black
    from black.mode import TargetVersion

    text = block.rstrip("\n")
    trailing = block[len(text) :]
    member = text.startswith(" ")
    if member:  # A class member is formatted in a temporary class, for its indent.
        text = f"class _:\n{text}"
    # Black infers the Python version from a whole module; a block is too small for that.
    mode = black.Mode(target_versions={TargetVersion.PY311})
    result = black.format_str(f"{text}\n", mode=mode).rstrip("\n")
    return (result.partition("\n")[2] if member else result) + trailing
