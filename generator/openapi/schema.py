"""Schema Objects: JSON Schema 2020-12 in OpenAPI 3.1 (section 4.8.24).

The equivalent keywords of OpenAPI 3.0 (`nullable`, a boolean `exclusiveMinimum`,
`example`) are supported, too, because many published 3.1 documents contain them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple, TypeGuard

from ..source import Location
from .content_keywords import ContentKeywords
from .discriminator import Discriminator
from .exclusions import accepts_nothing, excluded_types, excluded_values
from .groups import Meta
from .limits import LIMITS, read_limits
from .node import Node
from .typed_values import read_as

ANNOTATIONS = frozenset(
    {
        "title",
        "description",
        "default",
        "deprecated",
        "readOnly",
        "writeOnly",
        "example",
        "examples",
        "externalDocs",
        "xml",
        "nullable",
        "summary",
        "$comment",
    }
)
"""Keywords that do not constrain values."""

COMPOSITION = frozenset({"$ref", "allOf", "anyOf", "oneOf"})
"""Keywords that combine schemas."""


def is_nullable_only(value: Any) -> bool:
    """Return whether a schema has no keywords but `nullable: true` and annotations.

    Without a type, OpenAPI 3.0.3 gives `nullable` no effect. As a part of `anyOf`, `oneOf`
    or `allOf`, published documents use it to state that the whole schema accepts null.
    """
    return (
        isinstance(value, dict)
        and value.get("nullable") is True
        and value.keys() <= ANNOTATIONS
    )


class WrittenValue(NamedTuple):
    """A value of an enumeration.

    Attributes:
        value: The value as the document has it.
        read: The value as one of the type.
        where: Location of the value.
    """

    value: Any
    read: Any
    where: Location


class Schema(ContentKeywords):
    """A Schema Object, or one of the boolean schemas `true` and `false`."""

    __slots__ = ("_members",)
    kind = "schema"
    _members: dict[str, Sequence[Schema]]

    @property
    def types(self) -> tuple[str, ...]:
        """JSON types in `type`, including `null`; empty if there is no `type`.

        Types that `not` excludes are left out.
        """
        value = self.value.get("type") if isinstance(self.value, dict) else None
        if isinstance(value, str):
            types: tuple[str, ...] = (value,)
        elif isinstance(value, list):
            types = tuple(item for item in value if isinstance(item, str))
        else:
            return ()
        if self.value.get("nullable") is True and "null" not in types:
            types = (*types, "null")
        if "not" in self.value:
            excluded = excluded_types(self.value)
            return tuple(item for item in types if item not in excluded) or types
        return types

    @property
    def nullable(self) -> bool:
        """Whether the schema has `nullable: true` (3.0)."""
        return self.flag("nullable")

    @property
    def format(self) -> str:
        """The `format` annotation."""
        return self.text("format")

    @property
    def title(self) -> str:
        """The `title` annotation."""
        return self.text("title")

    @property
    def description(self) -> str:
        """Description, as CommonMark; for events, including that of their data."""
        description = self.prose("description")
        if not self.has("x-oaiMeta"):
            return description
        meta = self.oai_meta
        data = meta.data_description if meta is not None else ""
        return f"{description}\n\n{data}".strip() if data else description

    def _place(self, *keys: str) -> Location:
        return Location(self.file, (*self.pointer, *keys))

    def read_enum(self, types: tuple[str, ...] = ()) -> list[WrittenValue] | None:
        """Return enumerated values as the document has them, and as values of the type.

        Args:
            types: JSON types of the values if the schema has no `type`.
        """
        types = self.types or types
        if self.has("const"):
            value, where = self.value["const"], self._place("const")
            return [WrittenValue(value, read_as(value, types, where), where)]
        values, where = self.raw("enum"), self._place("enum")
        if not isinstance(values, list):
            return None
        if not types or ("string" in types and all(type(v) is str for v in values)):
            return [WrittenValue(value, value, where) for value in values]
        places = (self._place("enum", str(index)) for index in range(len(values)))
        return [
            WrittenValue(value, read_as(value, types, place), place)
            for value, place in zip(values, places, strict=True)
        ]

    @property
    def enum(self) -> list[Any] | None:
        """Enumerated values of a schema that no other schema is combined with."""
        return self.list_enum()

    def list_enum(self, types: tuple[str, ...] = ()) -> list[Any] | None:
        """Return enumerated values, without those that `not` excludes.

        `const` is an enum with one value. A value of another type than the schema is read
        as one of its type if possible.

        Args:
            types: JSON types of the values if the schema has no `type`.
        """
        written = self.read_enum(types)
        if written is None:
            return None
        value = [item.read for item in written]
        if self.has("const") or not self.has("not"):
            return value
        excluded = excluded_values(self.value)
        keys = {(type(item), repr(item)) for item in excluded}
        return [item for item in value if (type(item), repr(item)) not in keys] or value

    @property
    def properties(self) -> dict[str, Schema]:
        """Declared properties, in document order."""
        return self.mapping("properties", Schema)

    @property
    def pattern_properties(self) -> dict[str, Schema]:
        """Schemas of properties whose name matches a pattern, by pattern."""
        return self.mapping("patternProperties", Schema)

    @property
    def required(self) -> tuple[str, ...]:
        """Names of required properties."""
        return self.strings("required")

    @property
    def additional_properties(self) -> Schema | None:
        """Schema of `additionalProperties` or `unevaluatedProperties`."""
        for key in ("additionalProperties", "unevaluatedProperties"):
            value = self.raw(key)
            if isinstance(value, dict | bool):
                return self.at(key, Schema)
        return None

    @property
    def items(self) -> Schema | None:
        """Schema of items after those of `prefix_items`.

        If `items` is a list (before 2020-12), it is in `additionalItems`. Without other
        schemas that evaluate items, `unevaluatedItems` is the same as `items`.
        """
        key = "additionalItems" if isinstance(self.raw("items"), list) else "items"
        if isinstance(self.raw(key), dict | bool):
            return self.at(key, Schema)
        key = "unevaluatedItems"
        if isinstance(self.raw(key), dict | bool) and self.has_all_items:
            return self.at(key, Schema)
        return None

    @property
    def has_all_items(self) -> bool:
        """Whether no schema beside `unevaluatedItems` evaluates items, but `prefixItems`."""
        return isinstance(self.value, dict) and _IN_PLACE.isdisjoint(self.value)

    @property
    def prefix_items(self) -> list[Schema]:
        """Schemas of the first items, by position; `items` if it is a list."""
        key = "items" if isinstance(self.raw("items"), list) else "prefixItems"
        return self.sequence(key, Schema)

    @property
    def item_counts(self) -> tuple[int, int | None]:
        """The smallest and the largest number of items; `None` for no limit."""
        minimum, maximum = self.raw("minItems"), self.raw("maxItems")
        least = minimum if _is_count(minimum) else 0
        most = maximum if _is_count(maximum) else None
        if self.items is not None and accepts_nothing(self.items.value):
            count = len(self.prefix_items)
            most = count if most is None else min(most, count)
        return least, most

    @property
    def is_composed(self) -> bool:
        """Whether other schemas apply to the same value: a reference, parts or members."""
        value = self.value
        return isinstance(value, dict) and not COMPOSITION.isdisjoint(value)

    @property
    def all_of(self) -> Sequence[Schema]:
        """Schemas that all apply."""
        return self._combined("allOf")

    @property
    def any_of(self) -> Sequence[Schema]:
        """Schemas of which at least one applies; `nullable: true` alone is null."""
        return self._combined("anyOf")

    @property
    def one_of(self) -> Sequence[Schema]:
        """Schemas of which exactly one applies; `nullable: true` alone is null."""
        return self._combined("oneOf")

    def _combined(self, key: str) -> Sequence[Schema]:
        """Return the schemas that `key` combines. They are built once: many passes read them."""
        value = self.value
        if not isinstance(value, dict) or key not in value:
            return ()
        if not hasattr(self, "_members"):
            self._members = {}
        if key not in self._members:
            schemas = self.sequence(key, Schema)
            self._members[key] = schemas if key == "allOf" else _type_nulls(schemas)
        return self._members[key]

    @property
    def discriminator(self) -> Discriminator | None:
        """Discriminator, if there is one."""
        return self.find("discriminator", Discriminator)

    @property
    def discriminator_value(self) -> str:
        """Value of the discriminator for this schema (a vendor extension)."""
        for key in ("x-ms-discriminator-value", "x-discriminator-value"):
            if value := self.text(key):
                return value
        return ""

    @property
    def has_default(self) -> bool:
        """Whether there is a default, which may be null; see `read_default`."""
        return self.has("default")

    @property
    def deprecated(self) -> bool:
        """Whether it is deprecated."""
        return self.flag("deprecated")

    @property
    def read_only(self) -> bool:
        """Whether the property is sent in responses only."""
        return self.flag("readOnly")

    @property
    def write_only(self) -> bool:
        """Whether the property is sent in requests only."""
        return self.flag("writeOnly")

    @property
    def examples(self) -> list[Node]:
        """Example values; `example` (3.0) is a list with one value."""
        if isinstance(self.raw("examples"), list):
            return self.sequence("examples", Node)
        return [self.at("example", Node)] if self.has("example") else []

    @property
    def content(self) -> Schema | None:
        """Schema of the JSON in a string (`contentSchema`)."""
        return self.find("contentSchema", Schema)

    @property
    def type_label(self) -> str:
        """Label of the type in the reference (`x-oaiTypeLabel`)."""
        return self.text("x-oaiTypeLabel")

    @property
    def expandable(self) -> bool:
        """Whether the reference shows the fields of the type inline (`x-oaiExpandable`).

        For arrays, this is the value of their items.
        """
        if self.flag("x-oaiExpandable"):
            return True
        items = self.raw("items")
        return isinstance(items, dict) and items.get("x-oaiExpandable") is True

    @property
    def oai_meta(self) -> Meta | None:
        """Metadata for the reference (`x-oaiMeta`)."""
        return self.find("x-oaiMeta", Meta)

    @property
    def is_sdk_only(self) -> bool:
        """Whether the property exists only in SDKs of the vendor (`x-oaiSupportedSDKs`)."""
        value = self.value
        if not isinstance(value, dict):
            return False
        if "x-oaiSupportedSDKs" in value:
            return True
        text = value.get("description")
        return isinstance(text, str) and _SDK_ONLY.match(text) is not None

    @property
    def limits(self) -> dict[str, Any]:
        """Assertions that the documentation mentions; see `read_limits`."""
        if not isinstance(self.value, dict) or LIMITS.keys().isdisjoint(self.value):
            return {}
        return read_limits(self.value, self.types)

    @property
    def is_annotated_only(self) -> bool:
        """Whether the schema has annotations and extensions only."""
        if not isinstance(self.value, dict):
            return False
        return all(key in ANNOTATIONS or key.startswith("x-") for key in self.value)


_IN_PLACE = frozenset(
    {
        *("$ref", "$dynamicRef", "$recursiveRef", "allOf", "anyOf", "oneOf", "not"),
        *("if", "then", "else", "dependentSchemas", "dependencies", "contains"),
    }
)
"""Keywords that evaluate items, or apply schemas that do, to the same value."""

_SDK_ONLY = re.compile(
    r"\s*(?:\W*)SDK[- ]only\s+(?:convenience\s+)?(?:property|field|attribute)\b",
    re.IGNORECASE,
)


def _type_nulls(members: list[Schema]) -> list[Schema]:
    """Return the members of a union with the type null for those that are only nullable."""
    nulls = [item for item in members if is_nullable_only(item.value)]
    if not nulls or len(nulls) == len(members):
        return members
    return [
        (
            Schema({**item.value, "type": "null"}, item.file, item.pointer)
            if item in nulls
            else item
        )
        for item in members
    ]


def _is_count(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
