"""Schemas that several entry documents declare under the same name."""

from __future__ import annotations

from ...diagnostics import Related, Rule, Severity
from ...openapi.document import BrokenReference
from ...openapi.schema import Schema
from .names import list_declared_schemas
from .reader import SchemaReader

CONFLICTING_DECLARATIONS = Rule(
    "conflicting-declarations",
    Severity.ERROR,
    "Two entry documents declare different schemas under the same name. Rename one of "
    "them, or move the schema to a file that both documents refer to.",
)


def merge_equal_declarations(reader: SchemaReader) -> None:
    """Merge equal declarations of the same name; report different ones as errors."""
    document = reader.document
    first: dict[str, Schema] = {}
    for root in document.roots if len(document.roots) > 1 else ():
        for name, schema in list_declared_schemas(document, root.schemas):
            known = first.setdefault(name, schema)
            if known.key == schema.key:
                continue
            if known.value == schema.value or _have_same_target(reader, known, schema):
                reader.merge_declarations(schema, known)
            else:
                reader.diagnostics.add(
                    CONFLICTING_DECLARATIONS,
                    f"two documents declare different schemas named {name!r}",
                    schema.location,
                    related=(Related("the other declaration", known.location),),
                    hint="rename one of them, or let both refer to the same schema",
                )


def _have_same_target(reader: SchemaReader, first: Schema, second: Schema) -> bool:
    """Return whether the references of both schemas resolve to the same schema."""
    targets = [reader.document.resolve(item) for item in (first, second)]
    keys = {target.key for target in targets if not isinstance(target, BrokenReference)}
    is_broken = any(isinstance(target, BrokenReference) for target in targets)
    return not is_broken and len(keys) == 1
