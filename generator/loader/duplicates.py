"""Reports keys that stand twice in one mapping."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..diagnostics import Diagnostics, Related, Rule, Severity
from ..source import JsonPointer, Place, SourceFile, Span, format_pointer

DUPLICATE_KEY = Rule(
    "duplicate-key",
    Severity.WARNING,
    "A key stands twice in one mapping. As with most parsers the last one counts and"
    " what stands under the first is lost: remove or rename one of them.",
)


def report_duplicate_keys(
    file: SourceFile,
    places: Callable[[str], Iterator[tuple[JsonPointer, Place]]],
    diagnostics: Diagnostics,
) -> None:
    """Warns of every key that `places` finds twice, with both places."""
    first: dict[JsonPointer, Place] = {}
    doubled: set[JsonPointer] = set()
    for pointer, place in places(file.text):
        earlier = first.setdefault(pointer, place)
        if earlier is place or _is_inside(pointer, doubled):
            continue
        doubled.add(pointer)
        diagnostics.add(
            DUPLICATE_KEY,
            f"the key {pointer[-1]!r} stands twice in {_name(pointer[:-1])};"
            " the last one counts",
            Span(file, place),
            related=(Related("it stands here first", Span(file, earlier)),),
            hint="remove or rename one of them",
        )


def _is_inside(pointer: JsonPointer, doubled: set[JsonPointer]) -> bool:
    """Whether an ancestor stands twice, so that its children had to, too."""
    return any(pointer[:length] in doubled for length in range(len(pointer)))


def _name(pointer: JsonPointer) -> str:
    return f"`{format_pointer(pointer)}`" if pointer else "the root"
