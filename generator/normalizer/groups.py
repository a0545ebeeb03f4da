"""The chapters of the reference: `x-oaiMeta.groups`, else tags."""

from __future__ import annotations

from generator.diagnostics import Diagnostics, Rule, Severity
from generator.model.api import Group, Section, SectionKind
from generator.openapi.document import Document
from generator.openapi.node import Node

UNKNOWN_SECTION = Rule(
    "unknown-section",
    Severity.NOTE,
    "A section of `x-oaiMeta.groups` names an operation or a schema that does not exist. "
    "The reference leaves it out.",
)

_KINDS = {"endpoint": SectionKind.OPERATION, "object": SectionKind.OBJECT}


def groups(
    document: Document,
    operation_ids: frozenset[str],
    schema_names: frozenset[str],
    diagnostics: Diagnostics,
) -> tuple[Group, ...]:
    """The groups that the roots declare, in order, then a group for each tag."""
    found: dict[str, Group] = {}
    for root in document.roots:
        meta = root.oai_meta
        if meta is None:
            continue
        parts = {
            node.text("id"): node.text("title")
            for node in meta.sequence("navigationGroups", Node)
        }
        for node in meta.sequence("groups", Node):
            identity = node.text("id")
            if identity and identity not in found:
                sections = _sections(node, operation_ids, schema_names, diagnostics)
                found[identity] = _group(node, parts, sections)
    for root in document.roots:
        for tag in root.tags:
            if tag.name and tag.name not in found:
                found[tag.name] = Group(
                    id=tag.name,
                    title=tag.summary or tag.name,
                    description=tag.description,
                    part=tag.parent,
                    beta=False,
                    legacy=False,
                    sections=(),
                )
    return tuple(found.values())


def _group(node: Node, parts: dict[str, str], sections: tuple[Section, ...]) -> Group:
    part = node.text("navigationGroup")
    return Group(
        id=node.text("id"),
        title=node.text("title") or node.text("id"),
        description=node.text("description"),
        part=parts.get(part, part),
        beta=node.flag("beta"),
        legacy=node.flag("legacy") or node.flag("deprecated"),
        sections=sections,
    )


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
