"""Formatting with black of the code that `layout` cannot break into lines.

Black takes as long for a module as all other stages together. It therefore formats only
the definitions, statements and fields that need it.
"""

from __future__ import annotations

from .layout import ends_inside, needs_black


def blackened(source: str) -> str:
    """Return the source as black formats it."""
    return "".join(
        _formatted(block) if needs_black(block) else block for block in _blocks(source)
    )


def _blocks(source: str) -> list[str]:
    """Split a module into blocks that black formats alone as it does in the module.

    A block starts after an empty line with a line that has at most one indent: a
    statement of the module or a member of a class.
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
    if member:  # a member of a class, which needs a class around it
        text = f"class _:\n{text}"
    # Black infers the target version from a module; a block is too small for that.
    mode = black.Mode(target_versions={TargetVersion.PY311})
    formatted = black.format_str(f"{text}\n", mode=mode).rstrip("\n")
    return (formatted.partition("\n")[2] if member else formatted) + below
