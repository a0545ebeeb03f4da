"""The chapters of the reference: `x-oaiMeta.groups`, else tags."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.diagnostics import Diagnostics, Rule, Severity
from generator.model.api import Group, Section, SectionKind
from generator.model.operations import Operation
from generator.normalizer.tag_groups import tag_groups
from generator.openapi.document import Document, Root
from generator.openapi.node import Node
from generator.words import split_words

UNKNOWN_SECTION = Rule(
    "unknown-section",
    Severity.NOTE,
    "A section of `x-oaiMeta.groups` names an operation or a schema that does not exist. "
    "The reference leaves it out.",
)

_KINDS = {"endpoint": SectionKind.OPERATION, "object": SectionKind.OBJECT}


def groups(
    document: Document,
    operations: Sequence[Operation],
    schema_names: frozenset[str],
    diagnostics: Diagnostics,
) -> tuple[Group, ...]:
    """The chapters, in order: those of `x-oaiMeta`, by part, then those of tags.

    An operation stands in the section that names it, else at the end of the group that
    it names itself, by `x-oaiMeta.group` or its first tag.

    Args:
        document: whose groups.
        operations: what they hold.
        schema_names: the declared names of schemas.
        diagnostics: takes sections and tags that name nothing.
    """
    ids = frozenset(item.id for item in operations)
    found: dict[str, Group] = {}
    for root in document.roots:
        for group in _meta_groups(root, ids, schema_names, diagnostics):
            found.setdefault(group.id, group)
    for group in tag_groups(document, diagnostics):
        found.setdefault(group.id, group)
    for item in operations:
        if item.groups and found.keys().isdisjoint(item.groups):
            found[item.groups[0]] = _undeclared(item.groups[0])
    return tuple(_filled(found, operations))


def _meta_groups(
    root: Root,
    operation_ids: frozenset[str],
    schema_names: frozenset[str],
    diagnostics: Diagnostics,
) -> list[Group]:
    """The groups of `x-oaiMeta`; those of one navigation group stand together."""
    meta = root.oai_meta
    if meta is None:
        return []
    parts = {node.text("id"): node for node in meta.sequence("navigationGroups", Node)}
    order = {identity: place for place, identity in enumerate(parts)}
    nodes = [node for node in meta.sequence("groups", Node) if node.text("id")]
    nodes.sort(key=lambda node: order.get(node.text("navigationGroup"), len(order)))
    return [
        _group(
            node,
            parts.get(node.text("navigationGroup")),
            _sections(node, operation_ids, schema_names, diagnostics),
        )
        for node in nodes
    ]


def _group(node: Node, part: Node | None, sections: tuple[Section, ...]) -> Group:
    name = node.text("navigationGroup")
    if part is not None:
        name = part.text("title") or name
    standing = [node, *([part] if part is not None else [])]
    return Group(
        id=node.text("id"),
        title=node.text("title") or node.text("id"),
        description=node.text("description"),
        parts=(name,) if name else (),
        beta=any(item.flag("beta") for item in standing),
        legacy=any(item.flag("legacy") for item in standing),
        deprecated=any(item.flag("deprecated") for item in standing),
        sections=sections,
    )


def _undeclared(name: str) -> Group:
    """The chapter of a name that only operations have."""
    title = name
    if name == name.lower():
        title = " ".join(split_words(name)).capitalize() or name
    return Group(name, title, "", (), ())


def _sections(
    node: Node,
    operation_ids: frozenset[str],
    schema_names: frozenset[str],
    diagnostics: Diagnostics,
) -> tuple[Section, ...]:
    found = []
    for item in node.sequence("sections", Node):
        kind, key = _KINDS.get(item.text("type")), item.text("key")
        known = operation_ids if kind is SectionKind.OPERATION else schema_names
        if kind is None or key not in known:
            diagnostics.add(
                UNKNOWN_SECTION, f"nothing is called {key!r}", item.location
            )
        else:
            found.append(Section(kind, key))
    return tuple(found)


def _filled(
    found: dict[str, Group], operations: Sequence[Operation]
) -> Iterable[Group]:
    """The groups, with the operations that no section names; empty ones are left out."""
    listed = {
        section.key
        for group in found.values()
        for section in group.sections
        if section.kind is SectionKind.OPERATION
    }
    further: dict[str, list[Section]] = {}
    for item in operations:
        home = next((name for name in item.groups if name in found), None)
        if item.id not in listed and home is not None:
            section = Section(SectionKind.OPERATION, item.id)
            further.setdefault(home, []).append(section)
    for group in found.values():
        sections = (*group.sections, *further.get(group.id, ()))
        if sections:
            yield replace(group, sections=sections)
