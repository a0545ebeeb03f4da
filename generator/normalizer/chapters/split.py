"""Division of chapters with many operations by resource.

Some documents have one tag for a large part of an API. Resources with at least a few
operations become nested chapters; the other operations stay in the chapter.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from ...model.api import Section
from ...words import join_words, split_words
from .chapters import Chapter, Chapters

_MAX_OPERATIONS = 60
"""Number of operations above which a chapter is divided."""
_MIN_OPERATIONS = 3
"""Number of operations that a nested chapter has at least."""


def split_chapters(
    chapters: Chapters,
    resources: Mapping[str, tuple[str, ...]],
    listed: AbstractSet[str],
) -> None:
    """Divide large chapters, except for operations that the document lists in them.

    Args:
        chapters: All chapters.
        resources: Words of the resource of each operation, by id.
        listed: Ids of the operations that the document lists.
    """
    for chapter in chapters.walk():
        free = {
            section.key: resources[section.key]
            for section in chapter.sections
            if section.key in resources and section.key not in listed
        }
        if len(free) > _MAX_OPERATIONS:
            _split(chapter, chapters, free)


def _split(
    chapter: Chapter, chapters: Chapters, resources: Mapping[str, tuple[str, ...]]
) -> None:
    depth = _common_prefix_length(list(resources.values())) + 1
    by_resource: dict[tuple[str, ...], list[Section]] = {}
    for section in chapter.sections:
        words = resources.get(section.key, ())
        if len(words) >= depth:
            by_resource.setdefault(words[:depth], []).append(section)
    moved = {
        words: sections
        for words, sections in by_resource.items()
        if len(sections) >= _MIN_OPERATIONS
    }
    if len(moved) < 2:
        return
    for words, sections in moved.items():
        inner = Chapter(".".join(words), join_words(split_words(words[-1])))
        inner.sections += sections
        chapters.add(inner, chapter)
    removed = {section for sections in moved.values() for section in sections}
    chapter.sections[:] = [item for item in chapter.sections if item not in removed]


def _common_prefix_length(resources: list[tuple[str, ...]]) -> int:
    first, last = min(resources), max(resources)
    count = 0
    while count < min(len(first), len(last)) and first[count] == last[count]:
        count += 1
    return count
