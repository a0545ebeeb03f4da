"""The links to other pages that the navigation of each page has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...reference.site import ContentsEntry, Site

_MAX_SIBLINGS = 100
"""Number of entries of a part that a page of a large site links at most."""
_ROOT = -1


@dataclass(frozen=True, slots=True)
class NavigationEntry:
    """A part or chapter in the navigation of a page.

    Args:
        entry: The part or chapter.
        indent: Number of pages that enclose it, at most 2. Parts without a page are
            headings, which do not indent.
        target: Target of a heading whose chapters are not listed; `""` otherwise.
    """

    entry: ContentsEntry
    indent: int
    target: str = ""


class Navigation:
    """The table of contents of a site, of which each page shows all or a part.

    If each page of a large site linked all others, the size of the site would grow with
    the square of their number. There, a page links its own chapter, those that enclose it,
    and the neighbours of these.

    Args:
        site: The reference.
    """

    def __init__(self, site: Site) -> None:
        self._is_large = site.is_large
        self._contents = site.contents
        self._parents = tuple(_parents(site.contents))
        self._children: dict[int, list[int]] = defaultdict(list)
        for number, parent in enumerate(self._parents):
            self._children[parent].append(number)
        self._numbers = {
            item.page: number for number, item in enumerate(site.contents) if item.page
        }
        self._entries = tuple(map(self._entry, range(len(site.contents))))

    def entries(self, page: str) -> tuple[NavigationEntry, ...]:
        """Return the entries that a page shows, in the order of the contents.

        Args:
            page: Name of the page, which need not be that of a chapter.
        """
        if not self._is_large:
            return self._entries
        visible = self._neighbours(page)
        return tuple(
            replace(self._entries[number], target=self._target(number, visible))
            for number in sorted(visible)
        )

    def _neighbours(self, page: str) -> set[int]:
        """Return the children of a chapter and of all that encloses it, if not too many."""
        visible: set[int] = set()
        child = _ROOT
        parent = self._numbers.get(page, _ROOT)
        while True:
            children = self._children[parent]
            middle = children.index(child) if child != _ROOT else 0
            first = max(
                0, min(middle - _MAX_SIBLINGS // 2, len(children) - _MAX_SIBLINGS)
            )
            visible.update(children[first : first + _MAX_SIBLINGS])
            if parent == _ROOT:
                return visible
            child, parent = parent, self._parents[parent]

    def _target(self, number: int, visible: set[int]) -> str:
        """Return the first page of an entry whose chapters are not visible."""
        if visible.intersection(self._children[number]):
            return ""
        while not self._contents[number].page and self._children[number]:
            number = self._children[number][0]
        return self._contents[number].page

    def _entry(self, number: int) -> NavigationEntry:
        indent = 0
        parent = self._parents[number]
        while parent != _ROOT:
            indent += bool(self._contents[parent].page)
            parent = self._parents[parent]
        return NavigationEntry(self._contents[number], min(2, indent))


def _parents(contents: tuple[ContentsEntry, ...]) -> Iterator[int]:
    """Yield the number of the entry that encloses each entry; `_ROOT` for none."""
    enclosing: list[int] = []
    for number, entry in enumerate(contents):
        del enclosing[entry.depth :]
        yield enclosing[-1] if enclosing else _ROOT
        enclosing.append(number)
