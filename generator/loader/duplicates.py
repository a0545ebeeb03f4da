"""Report duplicate keys in mappings."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..diagnostics import Diagnostics, Related, Rule, Severity
from ..source import JsonPointer, Place, SourceFile, Span, format_pointer

DUPLICATE_KEY = Rule(
    "duplicate-key",
    Severity.WARNING,
    "A mapping contains the same key twice. As in most parsers, the last value is used"
    " and the first one is ignored. Remove or rename one of the keys.",
)


def report_duplicate_keys(
    file: SourceFile,
    places: Callable[[str], Iterator[tuple[JsonPointer, Place]]],
    diagnostics: Diagnostics,
) -> None:
    """Add a warning for each key that occurs twice in a mapping.

    Args:
        file: File to check.
        places: Function that yields the pointer and the place of each node of a text.
        diagnostics: Receives the warnings.
    """
    first: dict[JsonPointer, Place] = {}
    duplicates: set[JsonPointer] = set()
    for pointer, place in places(file.text):
        earlier = first.setdefault(pointer, place)
        if earlier is place or _is_inside(pointer, duplicates):
            continue
        duplicates.add(pointer)
        diagnostics.add(
            DUPLICATE_KEY,
            f"duplicate key {pointer[-1]!r} in {_name(pointer[:-1])}; the last value is used",
            Span(file, place),
            related=(Related("first occurrence", Span(file, earlier)),),
            hint="remove or rename one of them",
        )


def _is_inside(pointer: JsonPointer, duplicates: set[JsonPointer]) -> bool:
    """Return whether an ancestor is a duplicate, whose children are found twice, too."""
    return any(pointer[:length] in duplicates for length in range(len(pointer)))


def _name(pointer: JsonPointer) -> str:
    return f"`{format_pointer(pointer)}`" if pointer else "the root"
