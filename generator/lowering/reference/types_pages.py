"""Pages of types, of which very large ones are divided by the first words of names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ...python.types import TypesModule
from ...reference.links import Link
from ...reference.site import Page, TypeSection, TypesPage
from ...words import split_words
from .tables import is_async_page

_MAX_TYPES = 600
"""Number of types above which a page is divided."""
_MAX_PART = 150
"""Number of types above which a part is divided, if the names allow it."""
_MIN_PART = 10
"""Number of types that a part has at least."""

Words = tuple[str, ...]


def type_links(modules: Iterable[TypesModule]) -> dict[str, Link]:
    """Return the link to the section of each type, by type name."""
    return {
        name: Link(name, _page_name(module, part), name.lower())
        for module in modules
        for name, part in divide_types(_type_names(module)).items()
    }


def build_types_pages(
    modules: Iterable[TypesModule],
    sections: Mapping[str, TypeSection],
    links: Mapping[str, Link],
    pages: tuple[Page, ...],
) -> tuple[TypesPage, ...]:
    """Build the pages of types, with links to the first chapter that documents each.

    Args:
        modules: Modules of types, in the order of their pages.
        sections: Section of each type, by type name.
        links: Link to the section of each type, by type name.
        pages: Pages of the chapters.
    """
    documented_in = {
        item.type.name: Link(page.title, page.name, item.anchor)
        for page in reversed(pages)
        for item in reversed(page.objects)
    }
    documented = {
        name: replace(sections[name], documented_in=link)
        for name, link in documented_in.items()
    }
    sections = {**sections, **documented}
    return tuple(page for module in modules for page in _pages(module, sections, links))


def _pages(
    module: TypesModule, sections: Mapping[str, TypeSection], links: Mapping[str, Link]
) -> Iterator[TypesPage]:
    """Yield the page of a module, and those of its parts."""
    title = module.docstring.rstrip(".")
    parts: dict[Words, list[str]] = {(): []}
    for name, part in divide_types(_type_names(module)).items():
        parts.setdefault(part, []).append(name)
    for part, names in sorted(parts.items()):
        others = (name for key, inner in parts.items() if key for name in inner)
        yield TypesPage(
            _page_name(module, part),
            f"{title}: {' '.join(part)}" if part else title,
            tuple(sections[name] for name in names),
            () if part else tuple(links[name] for name in sorted(others)),
        )


def _type_names(module: TypesModule) -> list[str]:
    return [item.name for item in module.items if not is_async_page(item)]


def _page_name(module: TypesModule, part: Words) -> str:
    """Return the name of a page. Names of modules have no hyphens."""
    return "-".join((f"types/{module.name}", *part))


def divide_types(names: Iterable[str]) -> dict[str, Words]:
    """Return the part of the page of a module to which each type belongs.

    A part has the types whose names begin with the same words, so that its name does not
    depend on other types.

    Args:
        names: Names of the types of the module.

    Returns:
        The first words of each part, by name of the type; none for those that stay on
        the page of the module.
    """
    parts: dict[str, Words] = dict.fromkeys(names, ())
    if len(parts) <= _MAX_TYPES:
        return parts
    words = {name: split_words(name) for name in parts}
    pending: list[tuple[Words, list[str]]] = [((), list(words))]
    while pending:
        prefix, members = pending.pop()
        for part, inner in _by_next_word(prefix, members, words).items():
            if len(inner) < _MIN_PART:
                continue
            parts.update(dict.fromkeys(inner, part))
            if len(inner) > _MAX_PART:
                pending.append((part, inner))
    return parts


def _by_next_word(
    prefix: Words, names: Iterable[str], words: dict[str, Words]
) -> dict[Words, list[str]]:
    """Return the names that continue after a prefix, by the prefix and the next word."""
    groups: dict[Words, list[str]] = {}
    for name in names:
        part = words[name][: len(prefix) + 1]
        if len(part) > len(prefix):
            groups.setdefault(part, []).append(name)
    return groups
