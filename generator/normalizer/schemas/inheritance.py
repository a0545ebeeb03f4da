"""Families: schemas that extend, by `allOf`, a schema that has a discriminator."""

from __future__ import annotations

from typing import NamedTuple

from ...openapi.document import BrokenReference, Document
from ...openapi.schema import Schema
from .names import list_declared_schemas


class Family(NamedTuple):
    """A schema that has a discriminator, and its direct and indirect extensions."""

    head: Schema
    children: list[Schema]


def find_families(document: Document) -> dict[object, Family]:
    """Return the families of a document.

    Args:
        document: The document that declares the schemas.

    Returns:
        The families, by the key of the schema that has the discriminator.
    """
    children: dict[object, list[Schema]] = {}
    heads: dict[object, Schema] = {}
    for root in document.roots:
        for _, declared in list_declared_schemas(document, root.schemas):
            schema = document.resolve(declared)
            if isinstance(schema, BrokenReference) or not schema.is_mapping:
                continue
            if "discriminator" in schema.value and not (
                schema.value.keys() & {"oneOf", "anyOf"}
            ):
                heads[schema.key] = schema
            if "allOf" in schema.value:
                for part in schema.all_of:
                    _add_child(document, part, schema, children)
    return {
        key: Family(head, family)
        for key, head in heads.items()
        if (family := _list_descendants(key, children, {key}))
    }


def _add_child(
    document: Document,
    part: Schema,
    child: Schema,
    children: dict[object, list[Schema]],
) -> None:
    if part.reference is not None:
        base = document.resolve(part)
        if not isinstance(base, BrokenReference):
            children.setdefault(base.key, []).append(child)


def _list_descendants(
    key: object, children: dict[object, list[Schema]], seen: set[object]
) -> list[Schema]:
    descendants: list[Schema] = []
    for child in children.get(key, ()):
        if child.key not in seen:
            seen.add(child.key)
            descendants += [child, *_list_descendants(child.key, children, seen)]
    return descendants
