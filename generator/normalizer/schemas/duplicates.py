"""Declarations of one name in several entry documents."""

from __future__ import annotations

from ...diagnostics import Related, Rule, Severity
from .names import declared_schemas
from .reader import SchemaReader
from ...openapi.document import BrokenReference, Document
from ...openapi.schema import Schema

CONFLICTING_DECLARATIONS = Rule(
    "conflicting-declarations",
    Severity.ERROR,
    "Two entry documents declare different schemas under one name. Give one of them "
    "another name, or let both refer to one schema in a file that they share.",
)


def merge_same_declarations(reader: SchemaReader, document: Document) -> None:
    """Makes equal declarations of one name the same one; different ones are errors."""
    first: dict[str, Schema] = {}
    for root in document.roots if len(document.roots) > 1 else ():
        for name, schema in declared_schemas(document, root.schemas):
            known = first.setdefault(name, schema)
            if known.key == schema.key:
                continue
            if known.value == schema.value:
                reader.same(schema, known)
            elif not _refers_to_other(reader, known, schema):
                reader.diagnostics.add(
                    CONFLICTING_DECLARATIONS,
                    f"{name!r} is declared differently in two documents",
                    schema.location,
                    related=(Related("the other declaration", known.location),),
                    hint="rename one of them, or let both refer to one schema",
                )


def _refers_to_other(reader: SchemaReader, one: Schema, other: Schema) -> bool:
    """Whether both lead to the same schema, and so are one after all."""
    ends = [reader.document.resolve(item) for item in (one, other)]
    if any(isinstance(end, BrokenReference) for end in ends):
        return False
    if ends[0].key == ends[1].key:  # type: ignore[union-attr]  # checked above
        reader.same(other, one)
        return True
    return False
