"""Families: schemas that build by `allOf` on one that has a discriminator of its own."""

from __future__ import annotations

from .names import declared_schemas
from ...openapi.document import BrokenReference, Document
from ...openapi.schema import Schema


def families(document: Document) -> dict[object, list[Schema]]:
    """From the key of such a schema to those that build on it, children's children too."""
    children: dict[object, list[Schema]] = {}
    heads: dict[object, Schema] = {}
    for root in document.roots:
        for _, declared in declared_schemas(document, root.schemas):
            schema = document.resolve(declared)
            if isinstance(schema, BrokenReference) or not schema.is_mapping:
                continue
            if "discriminator" in schema.value and not (
                schema.value.keys() & {"oneOf", "anyOf"}
            ):
                heads[schema.key] = schema
            if "allOf" in schema.value:
                for part in schema.all_of:
                    _add(document, part, schema, children)
    return {
        key: found for key in heads if (found := _descendants(key, children, {key}))
    }


def _add(
    document: Document,
    part: Schema,
    child: Schema,
    children: dict[object, list[Schema]],
) -> None:
    if part.reference is not None:
        base = document.resolve(part)
        if not isinstance(base, BrokenReference):
            children.setdefault(base.key, []).append(child)


def _descendants(
    key: object, children: dict[object, list[Schema]], seen: set[object]
) -> list[Schema]:
    found: list[Schema] = []
    for child in children.get(key, ()):
        if child.key not in seen:
            seen.add(child.key)
            found += [child, *_descendants(child.key, children, seen)]
    return found
