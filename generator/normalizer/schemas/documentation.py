"""Documentation of schemas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ...model.types import Access, Documentation, JsonValue, Presentation, ValueWords
from ...openapi.composed_values import read_default, read_examples
from ...openapi.document import BrokenReference, Document
from ...openapi.enum_words import read_value_words
from ...openapi.limits import LIMITS, has_effect
from ...openapi.schema import COMPOSITION, Schema
from ..external_docs import read_external_docs
from .statements import has_statements, list_statements

_EMPTY = Documentation()
_COMMON = frozenset(
    {"$ref", "description", "format", "properties", "required", "title", "type"}
)
"""Keywords of half of all schemas; of these, `_DESCRIBING` are documentation."""
_DESCRIBING = frozenset({"description", "format", "title"})
_DOCUMENTING = frozenset(
    {
        "const",
        "contentEncoding",
        "default",
        "deprecated",
        "enum",
        "example",
        "examples",
        "externalDocs",
        "x-oaiExpandable",
        "x-oaiTypeLabel",
        *LIMITS,
    }
)
"""Keywords of which documentation consists; most schemas have none of them."""
_ACCESS = frozenset({"readOnly", "writeOnly"})
_SHOWING_ACCESS = COMPOSITION | _ACCESS
_MAX_DEPTH = 4
"""How many nested schemas are searched."""


def read_documentation(schema: Schema, document: Document) -> Documentation:
    """Return the title, description, default, limits and examples of a schema."""
    value = schema.value
    if not isinstance(value, dict):
        return _EMPTY
    is_stated = has_statements(value)
    if not is_stated and value.keys() <= _COMMON:
        if _DESCRIBING.isdisjoint(value):
            return _EMPTY
        return Documentation(
            description=schema.description, title=schema.title, format=schema.format
        )
    words = read_value_words(schema, document)
    values = tuple(ValueWords(*item) for item in words) if words else ()
    statements = list_statements(schema, document) if is_stated else ()
    if _DOCUMENTING.isdisjoint(value):
        return Documentation(
            description=schema.description,
            title=schema.title,
            expandable=schema.expandable,
            format=schema.format,
            values=values,
            statements=statements,
        )
    return Documentation(
        description=schema.description,
        title=schema.title,
        deprecated=schema.deprecated,
        has_default=schema.has_default,
        default=read_default(schema, document),
        limits=tuple(schema.limits.items()),
        examples=read_examples(schema, document) or _compound_values(schema),
        label=schema.type_label,
        expandable=schema.expandable,
        # Decoding is left to the caller, who needs to know how a string is encoded.
        format=schema.format or schema.text("contentEncoding"),
        external_docs=read_external_docs(schema),
        values=values,
        statements=statements,
    )


def _compound_values(schema: Schema) -> tuple[JsonValue, ...]:
    """Return the values of an `enum` or `const` that a `Literal` cannot contain."""
    values = schema.enum or []
    is_compound = any(isinstance(value, dict | list | float) for value in values)
    return tuple(values) if is_compound else ()


def read_presentation(schema: Schema) -> Presentation | None:
    """Return the section that `x-oaiMeta` defines for a schema, or `None`."""
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


def inherit_documentation(schema: Schema, document: Document) -> Documentation:
    """Return the documentation of a schema, completed by that of its only inner schema.

    The inner schema is the target of its reference, or the only member of its `allOf`,
    `anyOf` or `oneOf` besides null.
    """
    result = read_documentation(schema, document)
    if not schema.is_composed:
        return result
    current = schema
    for _ in range(_MAX_DEPTH):
        inner = _find_inner(current, document)
        if inner is None:
            break
        inherited = read_documentation(inner, document)
        if inherited is _EMPTY:
            current = inner
            continue
        result = Documentation(
            description=result.description or inherited.description,
            title=result.title,
            deprecated=result.deprecated or inherited.deprecated,
            has_default=result.has_default or inherited.has_default,
            default=result.default if result.has_default else inherited.default,
            limits=result.limits or inherited.limits,
            examples=result.examples or inherited.examples,
            label=result.label or inherited.label,
            expandable=result.expandable,
            format=result.format or inherited.format,
            external_docs=result.external_docs or inherited.external_docs,
            # The target of a reference is a type that has its own documentation.
            values=result.values or (() if current.reference else inherited.values),
            statements=result.statements
            or (() if current.reference else inherited.statements),
        )
        current = inner
    return _without_ineffective_limits(result, schema, document)


def _without_ineffective_limits(
    documentation: Documentation, schema: Schema, document: Document
) -> Documentation:
    """Leave out the limits that have no effect on values of the types of a schema.

    The types are those of the schema, or of its inner schemas if it has none.
    """
    if not documentation.limits:
        return documentation
    current: Schema | None = schema
    for _ in range(_MAX_DEPTH):
        if current is None or current.types:
            break
        current = _find_inner(current, document)
    types = current.types if current is not None else ()
    limits = tuple(item for item in documentation.limits if has_effect(item[0], types))
    if len(limits) == len(documentation.limits):
        return documentation
    return replace(documentation, limits=limits)


def join_documentation(
    schemas: Sequence[Schema], document: Document, optional: Sequence[Schema] = ()
) -> Documentation:
    """Return the documentation of a value to which several schemas apply.

    A later schema replaces what an earlier one has, and keeps what it lacks itself.

    Args:
        schemas: The schemas that always apply.
        document: The document, which resolves references.
        optional: Schemas of which some apply. They describe what the others do not.
    """
    result = _join_all(schemas, document)
    if not optional:
        return result
    other = _join_optional(optional, document)
    if not any(isinstance(schema.value, dict) for schema in schemas):
        return other
    return replace(
        result,
        description=result.description or other.description,
        title=result.title or other.title,
    )


def _join_optional(schemas: Sequence[Schema], document: Document) -> Documentation:
    """Return what the documentation of schemas of which some apply has in common."""
    items = [inherit_documentation(schema, document) for schema in schemas]
    if all(item == items[0] for item in items):
        return items[0]
    return Documentation(
        description=next((item.description for item in items if item.description), ""),
        title=next((item.title for item in items if item.title), ""),
        deprecated=all(item.deprecated for item in items),
    )


def _join_all(schemas: Sequence[Schema], document: Document) -> Documentation:
    if len(schemas) == 1:
        return inherit_documentation(schemas[0], document)
    result = _EMPTY
    for schema in schemas:
        item = inherit_documentation(schema, document)
        if result is _EMPTY:
            result = item
            continue
        result = replace(
            item,
            description=item.description or result.description,
            title=item.title or result.title,
            deprecated=item.deprecated or result.deprecated,
            has_default=item.has_default or result.has_default,
            default=item.default if item.has_default else result.default,
            limits=tuple({**dict(result.limits), **dict(item.limits)}.items()),
            examples=item.examples or result.examples,
            label=item.label or result.label,
            expandable=item.expandable or result.expandable,
            format=item.format or result.format,
            external_docs=item.external_docs or result.external_docs,
            values=item.values or result.values,
            statements=tuple(dict.fromkeys((*result.statements, *item.statements))),
        )
    for schema in schemas:
        result = _without_ineffective_limits(result, schema, document)
    return result


def _find_inner(schema: Schema, document: Document) -> Schema | None:
    if not schema.is_composed:
        return None
    if schema.reference is not None:
        target = document.resolve(schema)
        return None if isinstance(target, BrokenReference) else target
    members = [*schema.all_of, *schema.any_of, *schema.one_of]
    members = [item for item in members if item.types != ("null",)]
    return members[0] if len(members) == 1 else None


class PropertyTexts:
    """The documentation and the direction of properties, each read once.

    A property of a base belongs to all objects that extend it.

    Args:
        document: The document, which resolves references.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._known: dict[object, tuple[Documentation, Access]] = {}

    def read(self, schema: Schema) -> tuple[Documentation, Access]:
        """Return both for a property with one schema."""
        key = schema.key
        known = self._known.get(key)
        if known is None:
            documentation = inherit_documentation(schema, self._document)
            access = Access.BOTH
            if _can_state_access(schema):
                access = read_access([schema], self._document)
            known = self._known[key] = documentation, access
        return known


def read_access(schemas: Iterable[Schema], document: Document) -> Access:
    """Return the direction in which a property with these schemas is sent.

    The keywords count wherever they apply to the value: in the schema, in the target of
    its reference, in any part of its `allOf` and in all members of its union.
    """
    keywords: frozenset[str] = frozenset()
    for schema in schemas:
        keywords |= _read_access_keywords(schema, document, {})
    if "readOnly" in keywords:
        return Access.READ_ONLY
    return Access.WRITE_ONLY if keywords else Access.BOTH


def _can_state_access(schema: Schema) -> bool:
    """Return whether a direction may apply to a schema; few schemas state one."""
    value = schema.value
    return isinstance(value, dict) and not _SHOWING_ACCESS.isdisjoint(value)


def _read_access_keywords(
    schema: Schema, document: Document, known: dict[object, frozenset[str]]
) -> frozenset[str]:
    """Return which of `readOnly` and `writeOnly` apply to the values of a schema.

    Args:
        schema: The schema.
        document: The document, which resolves references.
        known: The keywords of schemas that have been read or are being read, by key.
    """
    if not _can_state_access(schema):
        return frozenset()
    own = frozenset(keyword for keyword in _ACCESS if schema.flag(keyword))
    if not schema.is_composed:
        return own
    key = schema.key
    if key in known:
        return known[key]
    known[key] = own
    keywords = own
    parts = schema.all_of
    if schema.reference is not None:
        target = document.resolve(schema)
        if not isinstance(target, BrokenReference):
            parts = [*parts, target]
    for part in parts:
        keywords |= _read_access_keywords(part, document, known)
    members = [*schema.any_of, *schema.one_of]
    members = [item for item in members if item.types != ("null",)]
    if members:
        read = [_read_access_keywords(item, document, known) for item in members]
        keywords |= frozenset.intersection(*read)
    known[key] = keywords
    return keywords
