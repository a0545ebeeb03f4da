"""Chapters with more operations than anybody reads in one go: resources divide them.

Some documents have a tag for a whole department of an API. Its resources with a few
operations each become chapters inside it; operations of other resources stay.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from ...model.api import Section
from .chapters import Chapter, Chapters
from ...words import split_words

_MOST = 60
_FEWEST = 3


def divide(
    chapters: Chapters,
    resources: Mapping[str, tuple[str, ...]],
    listed: AbstractSet[str],
) -> None:
    """Divides large chapters, but for operations that the document lists in them.

    Args:
        chapters: all of them.
        resources: the words of the resource of each operation.
        listed: what stands where the document says.
    """
    for chapter in chapters.walk():
        free = {
            section.key: resources[section.key]
            for section in chapter.sections
            if section.key in resources and section.key not in listed
        }
        if len(free) > _MOST:
            _divide(chapter, chapters, free)


def _divide(
    chapter: Chapter, chapters: Chapters, resources: Mapping[str, tuple[str, ...]]
) -> None:
    depth = _shared(list(resources.values())) + 1
    found: dict[tuple[str, ...], list[Section]] = {}
    for section in chapter.sections:
        words = resources.get(section.key, ())
        if len(words) >= depth:
            found.setdefault(words[:depth], []).append(section)
    moved = {words: own for words, own in found.items() if len(own) >= _FEWEST}
    if len(moved) < 2:
        return
    for words, sections in moved.items():
        title = " ".join(split_words(words[-1]))
        inner = Chapter(".".join(words), f"{title[:1].upper()}{title[1:]}")
        inner.sections += sections
        chapters.add(inner, chapter)
    gone = {section for sections in moved.values() for section in sections}
    chapter.sections[:] = [item for item in chapter.sections if item not in gone]


def _shared(ways: list[tuple[str, ...]]) -> int:
    """How many words all ways begin with."""
    first, last = min(ways), max(ways)
    count = 0
    while count < min(len(first), len(last)) and first[count] == last[count]:
        count += 1
    return count
