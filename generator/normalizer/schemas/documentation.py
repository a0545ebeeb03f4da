"""What schemas say to people."""

from __future__ import annotations

from ...model.types import Access, Documentation, Presentation
from ...openapi.document import BrokenReference, Document
from ...openapi.schema import Schema

_NOTHING = Documentation()


def documentation(schema: Schema) -> Documentation:
    """The title, description, default, limits and samples of a schema."""
    if not isinstance(schema.value, dict):
        return _NOTHING
    return Documentation(
        description=schema.description,
        title=schema.title,
        deprecated=schema.deprecated,
        has_default=schema.has_default,
        default=schema.default,
        limits=tuple(schema.limits.items()),
        examples=tuple(schema.examples),
        label=schema.type_label,
        expandable=schema.expandable,
    )


def presentation(schema: Schema) -> Presentation | None:
    """How the reference shows a schema (`x-oaiMeta`); `None` where nothing says so."""
    meta = schema.oai_meta
    if meta is None or not (meta.name or meta.group or meta.example):
        return None
    return Presentation(
        title=meta.name,
        group=meta.group,
        example=meta.example.strip("\n"),
        beta=meta.beta,
        legacy=meta.legacy,
        deprecated=meta.deprecated,
    )


def inherited(schema: Schema, document: Document) -> Documentation:
    """The documentation of a schema; what it does not say itself, the one schema that
    it stands for says: what it refers to, or its only part or member but null.
    """
    said = documentation(schema)
    current = schema
    for _ in range(4):
        if said.description:
            break
        inner = _stands_for(current, document)
        if inner is None:
            break
        more = documentation(inner)
        said = Documentation(
            description=more.description,
            title=said.title,
            deprecated=said.deprecated or more.deprecated,
            has_default=said.has_default or more.has_default,
            default=said.default if said.has_default else more.default,
            limits=said.limits or more.limits,
            examples=said.examples or more.examples,
            label=said.label or more.label,
            expandable=said.expandable,
        )
        current = inner
    return said


def _stands_for(schema: Schema, document: Document) -> Schema | None:
    if schema.reference is not None:
        target = document.resolve(schema)
        return None if isinstance(target, BrokenReference) else target
    members = [*schema.all_of, *schema.any_of, *schema.one_of]
    real = [item for item in members if item.types != ("null",)]
    return real[0] if len(real) == 1 else None


def access(schema: Schema) -> Access:
    """In which direction a property with this schema travels."""
    if schema.read_only:
        return Access.READ_ONLY
    return Access.WRITE_ONLY if schema.write_only else Access.BOTH
