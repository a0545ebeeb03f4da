"""Conversion of schemas into types and declarations.

Every schema under `components` and every target of a reference is a declaration. So is
every inline object, every inline union of several objects and every long inline
enumeration. All other schemas are anonymous types.
"""

from __future__ import annotations

from functools import partial

from ...diagnostics import Diagnostics
from ...model.types import (
    Alias,
    Anything,
    Declaration,
    DeclarationRef,
    Header,
    Key,
    ListOf,
    Nullable,
    Scalar,
    ScalarKind,
    Type,
)
from ...openapi.conditions import CONDITIONAL
from ...openapi.document import BrokenReference, Document
from ...openapi.exclusions import excludes_null
from ...openapi.root import SchemaMap
from ...openapi.schema import ANNOTATIONS, COMPOSITION, Schema
from ..context import Context
from ..rules import KEYWORDS
from .all_of import Merger
from .booleans import build_boolean
from .composition import build_composition, unwrap_nullable_union
from .discriminators import narrow_tags, set_bases
from .divided import DividedReading, ReadState
from .documentation import PropertyTexts, read_documentation, read_presentation
from .enums import build_enumeration
from .headers import PendingHeader, pending
from .inheritance import Family
from .keys import DeclarationKeys
from .merged import MergedSchema
from .missing_tags import add_missing_tags
from .names import SchemaNames
from .nulls import Nulls
from .objects import build_object
from .protocol import Definition
from .references import References
from .repeated import build_merged_values, combine_schemas
from .type_ops import SCALARS
from .values import build_types, build_value

_NESTED = frozenset(
    {
        "allOf",
        "anyOf",
        "oneOf",
        "$ref",
        "properties",
        "additionalProperties",
        "patternProperties",
        "items",
        "prefixItems",
        "unevaluatedItems",
        "unevaluatedProperties",
        "propertyNames",
        *CONDITIONAL,
    }
)
"""Keywords that contain schemas."""

_SIMPLE = ANNOTATIONS | {
    "type",
    "format",
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "pattern",
}
"""Keywords of a schema whose type depends on `type` and `format` only."""


class SchemaReader:
    """Converts schemas into types, and collects the declarations that they need.

    Args:
        context: The document and its diagnostics.
        families: The families, by the key of the schema with the discriminator.

    Attributes:
        declarations: The declarations, by key.
        decoded: Keys of string schemas whose value is decoded as JSON before it is
            returned: their type is that of their `contentSchema`.
        texts: Documentation and directions of properties.
    """

    def __init__(self, context: Context, families: dict[object, Family]) -> None:
        self.context = context
        self.names = SchemaNames(context.document)
        self.merger = Merger(context, self.names)
        self.nulls = Nulls(context.document)
        self.declarations: dict[Key, Declaration] = {}
        self.decoded: set[object] = set()
        self.texts = PropertyTexts(context.document)
        self._keys = DeclarationKeys()
        self._references = References(self, families)
        self._ranks = _rank_files(context.document)
        self._entries: set[Key] = set()
        self._declared: set[Key] = set()
        self._pending: list[tuple[Schema, Key]] = []
        self._types: dict[Key, Type] = {}
        self._open: set[Key] = set()
        self._recursive: set[Key] = set()

    @property
    def document(self) -> Document:
        """The document."""
        return self.context.document

    @property
    def diagnostics(self) -> Diagnostics:
        """The collected diagnostics."""
        return self.context.diagnostics

    def key(self, schema: Schema) -> Key:
        """Return the key of the declaration that a schema defines."""
        return self._keys.key(schema)

    def merge_declarations(self, schema: Schema, first: Schema) -> None:
        """Make `schema` define the same declaration as `first`."""
        self._keys.merge(schema, first)

    def declare_all(self, schemas: SchemaMap | None) -> None:
        """Declare the schemas of a `schemas` map, which may itself be a reference."""
        if schemas is None:
            return
        resolved = self.context.document.resolve(schemas)
        if isinstance(resolved, BrokenReference):
            self._references.report(schemas, resolved)
            return
        for name, schema in resolved.members(Schema):
            if not name.startswith("x-") or isinstance(schema.value, dict):
                self._entries.add(self.declare(schema))

    def declare(self, schema: Schema) -> Key:
        """Declare a schema, which `finish` reads, and return its key."""
        schema = self.names.canonical(schema)
        key = self.key(schema)
        if self.reserve(key):
            self._pending.append((schema, key))
        return key

    def reserve(self, key: Key) -> bool:
        """Mark a key as declared; return `False` if it already is."""
        if key in self._declared:
            return False
        self._declared.add(key)
        return True

    def start(self) -> DividedReading:
        """Start to read the declared schemas, in a copy of the process if there are many."""
        state = ReadState(
            self.declarations,
            self._types,
            self._declared,
            self._pending,
            self.decoded,
            self.diagnostics,
        )
        return DividedReading(state, self._read_declaration, self.document)

    def finish(self, divided: DividedReading) -> None:
        """Read the declared schemas, and the schemas that these declare in turn."""
        position = divided.finish()
        while position < len(self._pending):
            schema, key = self._pending[position]
            position += 1
            self._read_declaration(schema, key)
        self._pending.clear()

    def narrow_tags(self) -> None:
        """Narrow the discriminator properties of the members of unions and families."""
        families = self._references.list_unused_families()
        add_missing_tags(self.declarations, self.diagnostics)
        narrow_tags(self.declarations, self.diagnostics, families)
        set_bases(self.declarations, self._references.list_bases())

    def build_type(self, schema: Schema, words: tuple[str, ...]) -> Type:
        """Return the type of a schema, registering the declarations that it needs.

        Args:
            schema: The schema.
            words: Parts of the name of its declaration, if it needs one.
        """
        value = schema.value
        if not isinstance(value, dict):
            return build_boolean(schema, self.diagnostics)
        if self.decoded and schema.key in self.decoded:
            content = schema.content
            return self.build_type(content, words) if content else Anything()
        if schema.reference is not None:
            target = self._references.build_type(schema, schema.reference)
            if target is not None:
                return target
        if _NESTED.isdisjoint(value):
            type_ = self._build_simple(schema, words)
        else:
            type_ = self._build_nested(schema, words)
        if self.nulls.accepts(schema):
            return _add_null(type_)
        if "not" in value and isinstance(type_, Nullable) and excludes_null(value):
            return type_.type
        return type_

    def _build_simple(self, schema: Schema, words: tuple[str, ...]) -> Type:
        """Return the type of a schema that contains no other schemas."""
        value = schema.value
        name = value.get("type")
        simple = isinstance(name, str) and value.keys() <= _SIMPLE
        kind = SCALARS.get(name) if simple else None
        if kind is not None:
            if kind is ScalarKind.STRING and schema.is_binary:
                return Scalar(ScalarKind.BINARY)
            return Scalar(kind, schema.format)
        header = self._prepare_header(schema, words)
        return self.register(self.build_definition(schema, words, header))

    def _build_nested(self, schema: Schema, words: tuple[str, ...]) -> Type:
        """Return the type of a schema that contains schemas, possibly itself.

        Each schema is read once. A schema that contains itself becomes a declaration.
        """
        key = self.key(schema)
        known = self._types.get(key)
        if known is not None:
            return known
        if key in self._open:
            self._recursive.add(key)
            return DeclarationRef(key)
        self._open.add(key)
        header = self._prepare_header(schema, words)
        definition = self.build_definition(schema, words, header)
        self._open.discard(key)
        if key in self._recursive and not isinstance(definition, Declaration):
            definition = Alias(header.build(), definition)
        type_ = self._types[key] = self.register(definition)
        return type_

    def register(self, definition: Definition) -> Type:
        """Register a declaration and return a reference to it; return types as is."""
        if isinstance(definition, Declaration):
            self._declared.add(definition.header.key)
            self.declarations[definition.header.key] = definition
            return DeclarationRef(definition.header.key)
        return definition

    def build_header(
        self, schema: Schema, words: tuple[str, ...], suffix: str = ""
    ) -> Header:
        """Return the header of the declaration that a schema defines.

        Args:
            schema: The schema.
            words: Parts of the name.
            suffix: Suffix of the key, for an additional declaration of the schema.
        """
        key = self.key(schema)
        return Header(
            key=key + suffix,
            words=words,
            declared=not suffix and self._is_declared(schema, words),
            documentation=read_documentation(schema, self.context.document),
            origin=schema.location,
            presentation=None if suffix else read_presentation(schema),
            rank=0 if key in self._entries else self._ranks.get(schema.file.uri, 0),
        )

    def _prepare_header(self, schema: Schema, words: tuple[str, ...]) -> PendingHeader:
        """Return the header of the declaration that a schema may define."""
        # Files are numbered in the order in which schemas are read, not headers built.
        self._keys.name_file(schema.file)
        build = partial(self.build_header, schema, words)
        return PendingHeader(self._is_declared(schema, words), build)

    def _is_declared(self, schema: Schema, words: tuple[str, ...]) -> bool:
        """Return whether a name comes from the document."""
        return len(words) == 1 and bool(self.names.declared(schema))

    def build_definition(
        self, schema: Schema, words: tuple[str, ...], header: PendingHeader
    ) -> Definition:
        """Return the definition of a schema, ignoring whether it accepts null."""
        value = schema.value
        if not isinstance(value, dict):
            return build_boolean(schema, self.diagnostics)
        if not KEYWORDS.keys().isdisjoint(value):
            for keyword in filter(KEYWORDS.__contains__, value):
                self.diagnostics.add(
                    KEYWORDS[keyword],
                    f"{keyword!r} is ignored in the generated type",
                    schema.location,
                )
        if not COMPOSITION.isdisjoint(value):
            extends = self._references.extends
            return build_composition(self, schema, words, header, extends)
        if (values := schema.enum) is not None:
            return build_enumeration(schema, values, header, self.diagnostics)
        return build_value(self, schema, schema.types, words, header)

    def build_merged(
        self,
        merged: MergedSchema,
        schema: Schema,
        words: tuple[str, ...],
        header: PendingHeader,
    ) -> Definition:
        """Return the definition of merged parts, ignoring their unions."""
        types = merged.types
        if len(types) > 1 and "object" in types and not merged.enums:
            return build_types(self, merged, schema, words, header)
        has_members = merged.properties or merged.extra
        if types == ("object",) or (has_members and (not types or "object" in types)):
            return build_object(self, merged, words, header)
        values = merged.values
        if values is None:
            if merged.conditional:
                return build_object(self, merged, words, header)
            return Anything()
        if merged.enums:
            return build_merged_values(self, merged, header)
        if len(merged.items) > 1 and merged.types in ((), ("array",)):
            return ListOf(combine_schemas(self, merged.items))
        return build_value(self, values, merged.types, merged.values_words, header)

    def _read_declaration(self, schema: Schema, key: Key) -> None:
        words = self.names.words(schema)
        header = self.build_header(schema, words)
        definition: Definition | None = None
        if schema.reference is not None:
            definition = self._references.build_type(schema, schema.reference)
        if definition is None:
            schema = unwrap_nullable_union(schema)
            definition = self.build_definition(schema, words, pending(header))
        if isinstance(definition, Nullable):
            definition = definition.type
        if not isinstance(definition, Declaration):
            definition = Alias(header, definition)
        self.declarations[key] = definition


def _add_null(type_: Type) -> Type:
    if isinstance(type_, Nullable | Anything):
        return type_
    return type_ if type_ == Scalar(ScalarKind.NULL) else Nullable(type_)


def _rank_files(document: Document) -> dict[str, int]:
    """Return the precedence of names by file: entry documents, then others as reached."""
    ranks = {uri: index for index, uri in enumerate(document.files, 1)}
    return {**ranks, **{root.file.uri: 0 for root in document.roots}}
