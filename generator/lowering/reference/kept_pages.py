"""Files and anchors of an earlier reference, which links from elsewhere use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from ...recorded_names import RecordedNames, RecordedPage
from ...reference.site import Page, Site


class KeptPages:
    """The pages of an earlier output, and what their sections stand for now.

    A section stands for a call or a type, written as `client.CALL` or `types.NAME`.

    Args:
        names: Names of the client, with the pages of the earlier output.
    """

    def __init__(self, names: RecordedNames) -> None:
        self._pages = names.pages
        self._names = names
        self._anchors: dict[str, list[str]] = defaultdict(list)
        for page in names.pages.values():
            for anchor, item in page.anchors.items():
                self._anchors[self._current(item)].append(anchor)

    def find_files(self, chapters: Mapping[str, Iterable[str]]) -> dict[str, str]:
        """Return the earlier file of each chapter that has one.

        A chapter is the same if its key is the same. A chapter with a new key is the same
        as one whose key has disappeared if it has most of the sections.

        Args:
            chapters: What the sections stand for, by key of the chapter.
        """
        files = {
            page.chapter: file
            for file, page in self._pages.items()
            if page.chapter in chapters
        }
        new = {key: set(items) for key, items in chapters.items() if key not in files}
        for file, page in sorted(self._pages.items()):
            if page.chapter in chapters:
                continue
            items = {self._current(item) for item in page.anchors.values()}
            shared = {key: len(items & own) for key, own in new.items()}
            best = max(shared, key=lambda key: (shared[key], key), default="")
            if best and shared[best] * 2 > len(items):
                files[best] = file
                del new[best]
        return files

    def add_anchors(self, page: Page) -> Page:
        """Return a page whose sections have their earlier anchors, too."""
        taken = {section.anchor for section in page.sections}
        sections = []
        for section in page.sections:
            earlier = [
                anchor
                for anchor in dict.fromkeys(self._anchors.get(section.item, ()))
                if anchor not in taken
            ]
            taken.update(earlier)
            sections.append(replace(section, earlier_anchors=tuple(earlier)))
        return replace(page, sections=tuple(sections))

    def _current(self, item: str) -> str:
        """Return what a section stands for now, if the call or the type was renamed."""
        kind, _, name = item.partition(".")
        rows = self._names.calls if kind == "client" else self._names.types
        row = rows.get(name)
        return f"{kind}.{row.alias_of}" if row is not None and row.alias_of else item


def record_pages(site: Site) -> dict[str, RecordedPage]:
    """Return the record of the pages of chapters."""
    return {
        page.file: RecordedPage(
            page.chapter,
            {
                anchor: section.item
                for section in page.sections
                for anchor in (section.anchor, *section.earlier_anchors)
            },
        )
        for page in site.pages
    }
