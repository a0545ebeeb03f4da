"""Schemas become types and declarations.

Every schema of `components`, and every schema that a reference leads to, is a declaration;
so is every object that stands inline, every inline union of several objects and every
long inline enumeration. All other schemas are types where they stand.
"""

from __future__ import annotations

from ...diagnostics import Diagnostics
from ...model.types import (
    Alias,
    Anything,
    Declaration,
    DeclarationRef,
    Header,
    Key,
    Nullable,
    Scalar,
    ScalarKind,
    Type,
)
from .booleans import boolean
from .documentation import documentation, presentation
from .all_of import Merged, Merger
from .names import SchemaNames, declared_schemas
from .objects import object_or_map
from ..rules import KEYWORDS, RECURSIVE_REFERENCE, UNRESOLVED_REFERENCE
from .type_ops import admits_null
from .unions import Alternatives, is_constraint, is_value, union
from .values import OBJECT_WORDS, SCALARS, enumeration, typed
from ...openapi.document import BrokenReference, Document
from ...openapi.schema import ANNOTATIONS, Schema
from ...source import format_pointer

_COMPOSED = frozenset({"$ref", "allOf", "anyOf", "oneOf"})
_PARTS = frozenset(
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
        "unevaluatedProperties",
    }
)
_PLAIN = ANNOTATIONS | {
    "type",
    "format",
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "pattern",
}


class SchemaReader:
    """Reads schemas, and remembers the declarations that it comes by.

    Args:
        document: resolves references.
        diagnostics: takes what cannot be represented.
        families: from the key of a schema with a discriminator of its own to the
            schemas that build on it by `allOf`.
    """

    def __init__(
        self,
        document: Document,
        diagnostics: Diagnostics,
        families: dict[object, list[Schema]],
    ) -> None:
        self.document = document
        self.diagnostics = diagnostics
        self.names = SchemaNames(document)
        self.merger = Merger(document, self.names, diagnostics)
        self.declarations: dict[Key, Declaration] = {}
        self._families = families
        self._known: set[Key] = set()
        self._waiting: list[tuple[Schema, Key]] = []
        self._files: dict[str, str] = {}
        self._same: dict[Key, Key] = {}
        self._read_types: dict[Key, Type] = {}
        self._open: set[Key] = set()
        self._needed: set[Key] = set()
        self.decoded: set[object] = set()
        """The strings whose JSON is meant, and not the text that it is written as."""

    def key(self, schema: Schema) -> Key:
        """The identity of the declaration that a schema makes."""
        file = schema.file
        name = self._files.get(file.uri)
        if name is None:
            taken = sum(known == file.name for known in self._files.values())
            name = file.name if not taken else f"{file.name}~{taken + 1}"
            self._files[file.uri] = name
        key = f"{name}#{format_pointer(schema.pointer)}"
        return self._same.get(key, key)

    def same(self, schema: Schema, first: Schema) -> None:
        """Makes `schema` the same declaration as `first`."""
        self._same[self.key(schema)] = self.key(first)

    def declare_all(self, schemas: Schema | None) -> None:
        """Declares the schemas of a `schemas` map, which may itself be a reference."""
        if schemas is None:
            return
        resolved = self.document.resolve(schemas)
        if isinstance(resolved, BrokenReference):
            self._unresolved(schemas, resolved)
            return
        for name, schema in resolved.members(Schema):
            if not name.startswith("x-") or isinstance(schema.value, dict):
                self.declare(schema)

    def declare(self, schema: Schema) -> Key:
        """Declares a schema, to be read when `finish` is called."""
        schema = self.names.end(schema)
        key = self.key(schema)
        if key not in self._known:
            self._known.add(key)
            self._waiting.append((schema, key))
        return key

    def finish(self) -> None:
        """Reads the declared schemas, and those that they lead to."""
        position = 0
        while position < len(self._waiting):
            schema, key = self._waiting[position]
            position += 1
            self._read(schema, key)
        self._waiting.clear()

    def type_of(self, schema: Schema, words: tuple[str, ...]) -> Type:
        """What a value may be; `words` call it, should it need a declaration."""
        value = schema.value
        if not isinstance(value, dict):
            return boolean(schema, self.diagnostics)
        if self.decoded and schema.key in self.decoded:
            content = schema.content
            return self.type_of(content, words) if content else Anything()
        if schema.reference is not None:
            found = self._reference(schema, schema.reference)
            if found is not None:
                return found
        if _PARTS.isdisjoint(value):
            type_ = self._simple(schema, words)
        else:
            type_ = self._compound(schema, words)
        return self._with_null(type_) if admits_null(value) else type_

    def _simple(self, schema: Schema, words: tuple[str, ...]) -> Type:
        """A schema that holds no others."""
        value = schema.value
        name = value.get("type")
        plain = isinstance(name, str) and value.keys() <= _PLAIN
        kind = SCALARS.get(name) if plain else None
        if kind is not None:
            if kind is ScalarKind.STRING and schema.is_binary:
                return Scalar(ScalarKind.BINARY)
            return Scalar(kind, schema.format)
        return self.named(self.describe(schema, words, self.header(schema, words)))

    def _compound(self, schema: Schema, words: tuple[str, ...]) -> Type:
        """A schema that holds others, perhaps itself; it is read once."""
        key = self.key(schema)
        known = self._read_types.get(key)
        if known is not None:
            return known
        if key in self._open:
            self._needed.add(key)
            return DeclarationRef(key)
        self._open.add(key)
        header = self.header(schema, words)
        described = self.describe(schema, words, header)
        self._open.discard(key)
        if key in self._needed and not isinstance(described, Declaration):
            described = Alias(header, described)
        type_ = self._read_types[key] = self.named(described)
        return type_

    def named(self, described: Declaration | Type) -> Type:
        """The type of what was described, which is declared when it must be."""
        if isinstance(described, Declaration):
            self._known.add(described.header.key)
            self.declarations[described.header.key] = described
            return DeclarationRef(described.header.key)
        return described

    def header(
        self, schema: Schema, words: tuple[str, ...], suffix: str = ""
    ) -> Header:
        """What a declaration made from `schema` begins with."""
        return Header(
            key=self.key(schema) + suffix,
            words=words,
            declared=len(words) == 1
            and not suffix
            and bool(self.names.declared(schema)),
            documentation=documentation(schema),
            origin=schema.location,
            presentation=None if suffix else presentation(schema),
        )

    def describe(
        self, schema: Schema, words: tuple[str, ...], header: Header
    ) -> Declaration | Type:
        """What a schema says apart from null: a declaration under `header`, or a type."""
        value = schema.value
        if not isinstance(value, dict):
            return boolean(schema, self.diagnostics)
        if not KEYWORDS.keys().isdisjoint(value):
            for keyword in filter(KEYWORDS.__contains__, value):
                self.diagnostics.add(
                    KEYWORDS[keyword],
                    f"{keyword!r} is not part of the generated type",
                    schema.location,
                )
        if not _COMPOSED.isdisjoint(value):
            return self._composed(schema, words, header)
        if (values := schema.enum) is not None:
            return enumeration(self, schema, values, header)
        return typed(self, schema, schema.types, words, header)

    def from_merged(
        self, merged: Merged, schema: Schema, words: tuple[str, ...], header: Header
    ) -> Declaration | Type:
        """What merged parts without unions say."""
        if merged.properties or merged.extra or merged.types == ("object",):
            return object_or_map(self, merged, words, header)
        values = merged.values
        if values is None:
            return Anything()
        if (allowed := values.enum) is not None:
            return enumeration(self, values, allowed, header)
        return typed(self, values, merged.types, merged.values_words, header)

    def _read(self, schema: Schema, key: Key) -> None:
        words = self.names.words(schema)
        header = self.header(schema, words)
        described: Declaration | Type
        reference = (
            self._reference(schema, schema.reference)
            if schema.reference is not None
            else None
        )
        if reference is not None:
            described = reference
        else:
            described = self.describe(_but_for_null(schema), words, header)
        if not isinstance(described, Declaration):
            type_ = described.type if isinstance(described, Nullable) else described
            described = Alias(header, type_)
        self.declarations[key] = described

    def _reference(self, schema: Schema, reference: str) -> Type | None:
        """The type behind `$ref`; `None` when its siblings say more about the value."""
        siblings = schema.value.keys() - ANNOTATIONS - {"$ref", "type"}
        if any(not word.startswith("x-") for word in siblings):
            return None
        target = self.document.target(schema, reference)
        if isinstance(target, BrokenReference):
            return self._unresolved(schema, target)
        if target.reference is not None:
            final = self.document.resolve(target)
            if isinstance(final, BrokenReference):
                return self._unresolved(target, final)
        else:
            final = target
        type_ = DeclarationRef(self._family(target) or self.declare(target))
        if isinstance(final.value, dict) and admits_null(final.value):
            return Nullable(type_)
        return Nullable(type_) if schema.nullable else type_

    def _family(self, target: Schema) -> Key | None:
        """The union of a schema and those that build on it, where it has a family."""
        target = self.names.end(target)
        children = self._families.get(target.key)
        if not children:
            return None
        key = self.key(target) + "~family"
        if key not in self._known:
            self._known.add(key)
            words = (*self.names.words(target), "variant")
            header = self.header(target, words, "~family")
            self.declare(target)
            alternatives = Alternatives(
                [*children, target], target.discriminator, target, declare=True
            )
            described = union(self, alternatives, words, header)
            if not isinstance(described, Declaration):
                described = Alias(header, described)
            self.declarations[key] = described
        return key

    def _builds_on(self, schema: Schema, part: Schema) -> bool:
        """Whether a part is the base of the schema, and not the family that it heads."""
        target = self.document.resolve(part)
        if isinstance(target, BrokenReference):
            return False
        children = self._families.get(target.key, ())
        return any(child.key == schema.key for child in children)

    def _composed(
        self, schema: Schema, words: tuple[str, ...], header: Header
    ) -> Declaration | Type:
        value = schema.value
        if "allOf" in value or "$ref" in value:
            only = _only_part(schema)
            if only is not None and not self._builds_on(schema, only):
                return self.type_of(only, words)
        elif not (value.keys() & OBJECT_WORDS) and not (
            "anyOf" in value and "oneOf" in value
        ):
            members = schema.any_of or schema.one_of
            real = [item for item in members if not is_constraint(item)]
            if real:
                alternatives = Alternatives(real, schema.discriminator, schema)
                return union(self, alternatives, words, header)
        merged = self.merger.merge(schema, words)
        unions = [
            (owner, real)
            for owner, members in merged.unions
            if (real := [item for item in members if not is_constraint(item)])
        ]
        if not unions:
            return self.from_merged(merged, schema, words, header)
        owner, real = unions[0]
        alternatives = Alternatives(
            real, owner.discriminator, schema, merged, tuple(unions[1:])
        )
        return union(self, alternatives, words, header)

    def _unresolved(self, schema: Schema, broken: BrokenReference) -> Type:
        itself = broken.reason.endswith("refers to itself")
        self.diagnostics.add(
            RECURSIVE_REFERENCE if itself else UNRESOLVED_REFERENCE,
            broken.reason,
            schema.location,
            hint="" if itself else "declare what it names, or correct the reference",
        )
        return Anything(degraded=True)

    @staticmethod
    def _with_null(type_: Type) -> Type:
        if isinstance(type_, Nullable | Anything):
            return type_
        return type_ if type_ == Scalar(ScalarKind.NULL) else Nullable(type_)


def _but_for_null(schema: Schema) -> Schema:
    """The one inline schema that a declared `anyOf` or `oneOf` offers beside null.

    It is the declaration, then; null is said wherever the declaration is referred to.
    """
    value = schema.value
    if not isinstance(value, dict) or "anyOf" in value and "oneOf" in value:
        return schema
    if any(
        word not in ANNOTATIONS and word not in ("anyOf", "oneOf") and word[:2] != "x-"
        for word in value
    ):
        return schema
    members = [item for item in schema.any_of or schema.one_of if is_value(item)]
    return members[0] if len(members) == 1 and not members[0].reference else schema


def _only_part(schema: Schema) -> Schema | None:
    """The one part of an `allOf` that says anything, where nothing stands beside it."""
    value = schema.value
    for word in value:
        if (
            word not in ANNOTATIONS
            and word not in ("allOf", "type")
            and word[:2] != "x-"
        ):
            return None
    parts = [part for part in schema.all_of if not part.is_annotated_only]
    return parts[0] if len(parts) == 1 else None
