"""Chapters from tags: their order, their titles, and what holds them.

OpenAPI 3.2 gives tags a `parent`, a `kind` and a `summary` (section 4.22); before it,
publishers agreed on `x-tagGroups` at the root and `x-displayName` at the tag.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.diagnostics import Diagnostics, Related, Rule, Severity
from generator.model.api import Group
from generator.openapi.document import Document, Root, Tag
from generator.openapi.node import Node

UNKNOWN_TAG = Rule(
    "unknown-tag",
    Severity.NOTE,
    "A `parent` or an entry of `x-tagGroups` names a tag that is not declared, or that "
    "holds the one that names it. It is passed over.",
)
DOUBLE_TAG = Rule(
    "double-tag",
    Severity.NOTE,
    "A tag is declared twice. The first declaration counts.",
)

_NAVIGATION = ("", "nav")
"""The kinds of tags that are chapters; others are labels, such as `badge`."""


def tag_groups(document: Document, diagnostics: Diagnostics) -> list[Group]:
    """A group for each declared tag, in order, without sections.

    Args:
        document: whose tags.
        diagnostics: takes tags that are doubled, and names that are no tag's.
    """
    tags: dict[str, Tag] = {}
    for root in document.roots:
        for tag in root.tags:
            first = tags.setdefault(tag.name, tag)
            if first is not tag:
                _report_double(tag, first, root, diagnostics)
    parts = _parts(document, tags, diagnostics)
    declared = [name for name in (*parts, *tags) if name in tags]
    return [
        _group(tags[name], parts.get(name) or _parents(name, tags, diagnostics))
        for name in _by_tree(list(dict.fromkeys(declared)), tags)
        if name and tags[name].kind in _NAVIGATION
    ]


def _group(tag: Tag, parts: tuple[str, ...]) -> Group:
    return Group(
        id=tag.name,
        title=tag.summary or tag.name,
        description=tag.description,
        parts=parts,
        sections=(),
    )


def _report_double(tag: Tag, first: Tag, root: Root, diagnostics: Diagnostics) -> None:
    if root.file is first.file:  # Several documents may declare what they share.
        diagnostics.add(
            DOUBLE_TAG,
            f"{tag.name!r} is declared twice",
            tag.location,
            related=(Related("the other one", first.location),),
        )


def _parts(
    document: Document, tags: Mapping[str, Tag], diagnostics: Diagnostics
) -> dict[str, tuple[str, ...]]:
    """The part that `x-tagGroups` puts each tag in, in the order there."""
    found: dict[str, tuple[str, ...]] = {}
    for root in document.roots:
        for node in root.sequence("x-tagGroups", Node):
            for name in node.strings("tags"):
                if name not in tags:
                    diagnostics.add(
                        UNKNOWN_TAG, f"no tag is called {name!r}", node.location
                    )
                found.setdefault(name, (node.text("name"),))
    return found


def _parents(
    name: str, tags: Mapping[str, Tag], diagnostics: Diagnostics
) -> tuple[str, ...]:
    """The titles of the tags that hold a tag, the outermost first."""
    found: list[str] = []
    seen = {name}
    tag = tags[name]
    while tag.parent:
        parent = tags.get(tag.parent)
        if parent is None or parent.name in seen:
            if tag is tags[name]:
                why = "holds itself" if parent is not None else "is no tag"
                diagnostics.add(UNKNOWN_TAG, f"{tag.parent!r} {why}", tag.location)
            return tuple(found)
        seen.add(parent.name)
        found.insert(0, parent.summary or parent.name)
        tag = parent
    return tuple(found)


def _by_tree(names: Sequence[str], tags: Mapping[str, Tag]) -> Iterator[str]:
    """The names, each followed by those of the tags that it holds."""
    inside: dict[str, list[str]] = {}
    for name in names:
        inside.setdefault(tags[name].parent, []).append(name)
    seen: set[str] = set()
    # Tags whose parents are none, or hold themselves, come at the end.
    waiting = [*reversed(names), *reversed(inside.get("", ()))]
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            yield name
            waiting += reversed(inside.get(name, ()))
