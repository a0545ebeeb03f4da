"""Tags: the values of a discriminator, with the member that each of them selects."""

from __future__ import annotations

from typing import TypeAlias

from ...diagnostics import Rule, Severity
from ...model.types import Type
from ...openapi.discriminator import Discriminator
from ...openapi.document import BrokenReference
from ...openapi.schema import ANNOTATIONS, Schema
from .protocol import Reader

UNKNOWN_DISCRIMINATOR_TARGET = Rule(
    "unknown-discriminator-target",
    Severity.NOTE,
    "The `mapping` of a discriminator names a schema that is not a member of the union. "
    "Values with that tag are not converted.",
    hint="add the schema to the union, or remove it from `mapping`",
)

Tags: TypeAlias = tuple[str, tuple[tuple[str, int], ...], tuple[int, ...]]
"""The discriminator's property, `(value, member index)` pairs, and the members whose
values are the names of their schemas."""


def build_tags(
    reader: Reader,
    discriminator: Discriminator | None,
    schemas: list[Schema],
    types: list[Type],
    members: tuple[Type, ...],
) -> Tags:
    """Return the discriminator's property and the member index for each of its values.

    A value is defined by `mapping` or by an extension of the member
    (`x-ms-discriminator-value`). All other members have their name as their value
    (OpenAPI 3.1, section 4.8.25).

    Args:
        reader: Resolves references.
        discriminator: The discriminator, if there is one.
        schemas: Schemas of the union.
        types: Type of each schema.
        members: Distinct types of the union.
    """
    if discriminator is None or not discriminator.property_name:
        return "", (), ()
    indexes = {member: index for index, member in reversed([*enumerate(members)])}
    by_name: dict[str, int] = {}
    extensions: list[tuple[str, int]] = []
    for member, type_ in zip(schemas, types, strict=True):
        schema = _unwrap(reader, member)
        if type_ in indexes:
            for name in _list_mapping_names(reader, schema):
                by_name.setdefault(name, indexes[type_])
            if value := _find_extension(reader, schema):
                extensions.append((value, indexes[type_]))
    tags = _read_mapping(reader, discriminator, by_name)
    mapped = {index for _, index in tags}
    tags += [tag for tag in extensions if tag[1] not in mapped]
    mapped.update(index for _, index in tags)
    # The member for unmapped values has no declared tag.
    mapped.add(by_name.get(discriminator.default_target.rpartition("/")[2], -1))
    names = [
        (name, index)
        for name, index in by_name.items()
        if index not in mapped and "/" not in name
    ]
    unmapped = tuple(dict.fromkeys(index for _, index in names))
    return discriminator.property_name, (*tags, *names), unmapped


def _read_mapping(
    reader: Reader, discriminator: Discriminator, by_name: dict[str, int]
) -> list[tuple[str, int]]:
    """Return the entries of `mapping` with the index of the member that they name."""
    tags: list[tuple[str, int]] = []
    for value, target in discriminator.targets.items():
        index = by_name.get(target, by_name.get(target.rpartition("/")[2]))
        if index is None:
            reader.context.diagnostics.add(
                UNKNOWN_DISCRIMINATOR_TARGET,
                f"{target!r} is not a member of this union",
                discriminator.location,
            )
        else:
            tags.append((value, index))
    return tags


def _unwrap(reader: Reader, schema: Schema) -> Schema:
    """Return the only reference in the `allOf` of an inline member with nothing else."""
    if reader.names.declared(schema):
        return schema
    parts = schema.all_of
    is_wrapper = isinstance(schema.value, dict) and not (
        schema.value.keys() - ANNOTATIONS - {"allOf"}
    )
    if is_wrapper and len(parts) == 1 and parts[0].reference is not None:
        return parts[0]
    return schema


def _list_mapping_names(reader: Reader, schema: Schema) -> list[str]:
    """Return the reference and the declared name by which `mapping` may name a member."""
    target = _resolve(reader, schema)
    name = reader.names.declared(target) if target is not None else ""
    return [item for item in (schema.reference, name) if item]


def _find_extension(reader: Reader, schema: Schema) -> str:
    """Return the value that a member, or an inline part of it, declares for itself."""
    target = _resolve(reader, schema)
    if target is None:
        return ""
    for part in (target, *target.all_of):
        if part.reference is None and (value := part.discriminator_value):
            return value
    return ""


def _resolve(reader: Reader, schema: Schema) -> Schema | None:
    """Return the target of a member's reference, or the member; `None` if broken."""
    reference = schema.reference
    if reference is None:
        return schema
    target = reader.context.document.target(schema, reference)
    return None if isinstance(target, BrokenReference) else target
