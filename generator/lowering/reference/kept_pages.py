"""Pages and anchors of an earlier reference, which links from elsewhere use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from urllib.parse import quote, unquote

from ...model.api import Webhook
from ...recorded_names import RecordedNames, RecordedPage
from ...reference.site import Page, Site

_WEBHOOK = "webhook."
_SUFFIX = ".md"
"""End of the names of pages in the manifest."""


class KeptPages:
    """The pages of an earlier output, and what their sections stand for now.

    A section stands for a call or a type, written as `client.CALL` or `types.NAME`, or for
    a webhook, written by `webhook_item`.

    Args:
        names: Names of the client, with the pages of the earlier output.
    """

    def __init__(self, names: RecordedNames) -> None:
        pages = {_page_name(file): page for file, page in names.pages.items()}
        self._pages = {
            name: page for name, page in pages.items() if not _is_webhooks(page)
        }
        self._webhooks = {
            name: page for name, page in pages.items() if name not in self._pages
        }
        self._names = names
        self._anchors: dict[str, list[str]] = defaultdict(list)
        for page in self._pages.values():
            for anchor, item in page.anchors.items():
                self._anchors[self._current(item)].append(anchor)

    def find_names(self, chapters: Mapping[str, Iterable[str]]) -> dict[str, str]:
        """Return the earlier page of each chapter that has one.

        A chapter is the same if its key is the same. A chapter with a new key is the same
        as one whose key has disappeared if it has most of the sections.

        Args:
            chapters: What the sections stand for, by key of the chapter.
        """
        names = {
            page.chapter: name
            for name, page in self._pages.items()
            if page.chapter in chapters
        }
        new = {key: set(items) for key, items in chapters.items() if key not in names}
        for name, page in sorted(self._pages.items()):
            if page.chapter in chapters:
                continue
            items = {self._current(item) for item in page.anchors.values()}
            shared = {key: len(items & own) for key, own in new.items()}
            best = max(shared, key=lambda key: (shared[key], key), default="")
            if best and shared[best] * 2 > len(items):
                names[best] = name
                del new[best]
        return names

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

    def find_webhooks(self, items: Iterable[str]) -> tuple[str, dict[str, str]]:
        """Return the earlier page of the webhooks, and the earlier anchor of each.

        A webhook is the same if its name and its method are the same. A new webhook is the
        same as one that has disappeared if only the spelling of the name differs.

        Args:
            items: The webhooks of the page; empty if there is none.

        Returns:
            The name of the page, `""` if there is none, and the anchors by webhook.
        """
        current = set(items)
        for name, page in self._webhooks.items() if current else ():
            return name, _match_webhooks(page, current)
        return "", {}

    def _current(self, item: str) -> str:
        """Return what a section stands for now, if the call or the type was renamed."""
        kind, _, name = item.partition(".")
        rows = self._names.calls if kind == "client" else self._names.types
        row = rows.get(name)
        return f"{kind}.{row.alias_of}" if row is not None and row.alias_of else item


def _page_name(file: str) -> str:
    return file.removesuffix(_SUFFIX)


def record_pages(site: Site) -> dict[str, RecordedPage]:
    """Return the record of the pages of chapters and of webhooks."""
    pages = {
        f"{page.name}{_SUFFIX}": RecordedPage(
            page.chapter,
            {
                anchor: section.item
                for section in page.sections
                for anchor in (section.anchor, *section.earlier_anchors)
            },
        )
        for page in site.pages
    }
    if (webhooks := site.webhooks) is not None:
        anchors = {section.anchor: section.item for section in webhooks.sections}
        pages[f"{webhooks.name}{_SUFFIX}"] = RecordedPage("", anchors)
    return pages


def webhook_item(webhook: Webhook) -> str:
    """Return what the section of a webhook stands for: `webhook.METHOD.NAME`."""
    name = quote(webhook.name, safe="", errors="replace")
    return f"{_WEBHOOK}{webhook.origin.pointer[-1]}.{name}"


def _is_webhooks(page: RecordedPage) -> bool:
    return any(item.startswith(_WEBHOOK) for item in page.anchors.values())


def _match_webhooks(page: RecordedPage, current: Set[str]) -> dict[str, str]:
    """Return the earlier anchor of each webhook that has one."""
    earlier = {item: anchor for anchor, item in page.anchors.items()}
    kept = {item: earlier[item] for item in current & earlier.keys()}
    lost = {
        _spelling(item): anchor
        for item, anchor in earlier.items()
        if item not in current
    }
    for item in sorted(current - earlier.keys()):
        if anchor := lost.pop(_spelling(item), ""):
            kept[item] = anchor
    return kept


def _spelling(item: str) -> str:
    """Return a webhook without what a change of the spelling changes."""
    method, _, name = item.removeprefix(_WEBHOOK).partition(".")
    letters = "".join(filter(str.isalnum, unquote(name).casefold()))
    return f"{method}.{letters or name}"
