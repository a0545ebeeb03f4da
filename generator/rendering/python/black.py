"""What was not laid out goes through black: slow, and right whatever the shape.

Black takes as long for a module as all other stages together. So it is given only the
definitions, statements and fields that need it, and the rest stays as it is.
"""

from __future__ import annotations

from .layout import ends_inside, needs_black


def format_with_black(source: str) -> str:
    """The source as black formats it."""
    return "".join(
        _formatted(block) if needs_black(block) else block for block in _blocks(source)
    )


def _blocks(source: str) -> list[str]:
    """A module in pieces that black formats one by one as it does together.

    A piece begins behind an empty line, at the margin or one step from it, where classes
    have their members.
    """
    blocks: list[list[str]] = [[]]
    inside, fresh = False, True
    for line in source.splitlines(keepends=True):
        begins = line[:1].strip() or (line[:4] == "    " and line[4:5].strip())
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
    below = block[len(text) :]
    member = text.startswith(" ")
    if member:  # a member of a class: the class is not there, but its margin is
        text = f"class _:\n{text}"
    # Black guesses from a whole module what Python it is for; a piece is too small.
    mode = black.Mode(target_versions={TargetVersion.PY311})
    found = black.format_str(f"{text}\n", mode=mode).rstrip("\n")
    return (found.partition("\n")[2] if member else found) + below
