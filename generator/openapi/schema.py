"""Schema Objects: JSON Schema 2020-12 as OpenAPI 3.1 uses it (section 4.8.24).

The words of OpenAPI 3.0 that mean the same (`nullable`, a boolean `exclusiveMinimum`,
`example`) are read too: published 3.1 documents hold them as often as 3.0 ones.
"""

from __future__ import annotations

from typing import Any

from .groups import Meta
from .node import Node, Referable

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
"""Keywords that say something about a value without changing what it may be."""


class Discriminator(Node):
    """A Discriminator Object (OpenAPI 3.1, section 4.8.25)."""

    __slots__ = ()

    @property
    def property_name(self) -> str:
        """The property that tells the members of a union apart."""
        return self.text("propertyName")

    @property
    def targets(self) -> dict[str, str]:
        """From a value of the property to a schema name or a reference."""
        value = self.raw("mapping")
        if not isinstance(value, dict):
            return {}
        return {key: item for key, item in value.items() if isinstance(item, str)}

    @property
    def default_target(self) -> str:
        """The schema of values that no mapping names (`defaultMapping`, 3.2)."""
        return self.text("defaultMapping")


class Schema(Referable):
    """A Schema Object; also the boolean schemas `true` and `false`."""

    __slots__ = ()
    kind = "schema"

    @property
    def types(self) -> tuple[str, ...]:
        """What `type` allows, `null` included; empty when it is not said."""
        value = self.value.get("type") if isinstance(self.value, dict) else None
        if isinstance(value, str):
            named: tuple[str, ...] = (value,)
        elif isinstance(value, list):
            named = tuple(item for item in value if isinstance(item, str))
        else:
            return ()
        if self.value.get("nullable") is True and "null" not in named:
            return (*named, "null")
        return named

    @property
    def nullable(self) -> bool:
        """Whether `nullable: true` (a word of 3.0) stands here."""
        return self.flag("nullable")

    @property
    def format(self) -> str:
        """The `format` annotation."""
        return self.text("format")

    @property
    def title(self) -> str:
        """The short name that it gives itself."""
        return self.text("title")

    @property
    def description(self) -> str:
        """Its description, CommonMark; of an event, with what its data are."""
        text = self.prose("description")
        if not self.has("x-oaiMeta"):
            return text
        meta = self.oai_meta
        more = meta.data_description if meta is not None else ""
        return f"{text}\n\n{more}".strip() if more else text

    @property
    def enum(self) -> list[Any] | None:
        """The values that are allowed; `const` is an enum of one."""
        if self.has("const"):
            return [self.value["const"]]
        value = self.raw("enum")
        return value if isinstance(value, list) else None

    @property
    def properties(self) -> dict[str, Schema]:
        """The declared properties, in the order of the text."""
        return self.mapping("properties", Schema)

    @property
    def pattern_properties(self) -> dict[str, Schema]:
        """Schemas of properties whose names match a pattern."""
        return self.mapping("patternProperties", Schema)

    @property
    def required(self) -> tuple[str, ...]:
        """The names of properties that must be present."""
        return self.strings("required")

    @property
    def additional_properties(self) -> Schema | None:
        """The schema of undeclared properties; `unevaluatedProperties` counts too."""
        for key in ("additionalProperties", "unevaluatedProperties"):
            value = self.raw(key)
            if isinstance(value, dict | bool):
                return self.at(key, Schema)
        return None

    @property
    def items(self) -> Schema | None:
        """The schema of items (of the first, where 3.0 documents give a list)."""
        value = self.raw("items")
        if isinstance(value, dict | bool):
            return self.at("items", Schema)
        several = self.sequence("items", Schema)
        return several[0] if several else None

    @property
    def prefix_items(self) -> list[Schema]:
        """Schemas of the first items, by position."""
        return self.sequence("prefixItems", Schema)

    @property
    def all_of(self) -> list[Schema]:
        """Schemas that hold together."""
        return self.sequence("allOf", Schema)

    @property
    def any_of(self) -> list[Schema]:
        """Schemas of which at least one holds."""
        return self.sequence("anyOf", Schema)

    @property
    def one_of(self) -> list[Schema]:
        """Schemas of which exactly one holds."""
        return self.sequence("oneOf", Schema)

    @property
    def discriminator(self) -> Discriminator | None:
        """How the members of a union are told apart."""
        return self.find("discriminator", Discriminator)

    @property
    def has_default(self) -> bool:
        """Whether a default is given; it may be null."""
        return self.has("default")

    @property
    def default(self) -> Any:
        """The default, `None` when there is none."""
        return self.raw("default")

    @property
    def deprecated(self) -> bool:
        """Whether it should no longer be used."""
        return self.flag("deprecated")

    @property
    def read_only(self) -> bool:
        """Whether only answers hold it."""
        return self.flag("readOnly")

    @property
    def write_only(self) -> bool:
        """Whether only requests hold it."""
        return self.flag("writeOnly")

    @property
    def examples(self) -> list[Any]:
        """Sample values; `example` (3.0) is a list of one."""
        value = self.raw("examples")
        if isinstance(value, list):
            return value
        return [self.value["example"]] if self.has("example") else []

    @property
    def is_binary(self) -> bool:
        """Whether values are bytes rather than text (OpenAPI 3.1, section 4.8.14.2)."""
        if self.format == "binary":
            return True
        if not self.has("contentMediaType") or self.has("contentEncoding"):
            return False
        return not self._content_type.startswith("text/") and not self._is_json

    @property
    def holds_json(self) -> bool:
        """Whether it is text that is JSON, with a schema of its own (`contentSchema`)."""
        return self._is_json and self.has("contentSchema")

    @property
    def _content_type(self) -> str:
        return self.text("contentMediaType").partition(";")[0].strip().lower()

    @property
    def _is_json(self) -> bool:
        name = self._content_type
        return name == "application/json" or name.endswith("+json")

    @property
    def content(self) -> Schema | None:
        """The schema of JSON that stands inside the string (`contentSchema`)."""
        return self.find("contentSchema", Schema)

    @property
    def type_label(self) -> str:
        """What the reference calls its type (`x-oaiTypeLabel`)."""
        return self.text("x-oaiTypeLabel")

    @property
    def expandable(self) -> bool:
        """Whether the reference shows what is inside it, or inside each of its items
        (`x-oaiExpandable`)."""
        if self.flag("x-oaiExpandable"):
            return True
        items = self.raw("items")
        return isinstance(items, dict) and items.get("x-oaiExpandable") is True

    @property
    def oai_meta(self) -> Meta | None:
        """What OpenAI's documents say of it for their reference (`x-oaiMeta`)."""
        return self.find("x-oaiMeta", Meta)

    @property
    def limits(self) -> dict[str, Any]:
        """The assertions on values that a reader may want to know, in a fixed order."""
        if not isinstance(self.value, dict):
            return {}
        return {key: self.value[key] for key in _LIMITS if key in self.value}

    @property
    def unrepresented(self) -> tuple[str, ...]:
        """Keywords of it that restrict values in a way that no Python type says."""
        if not isinstance(self.value, dict):
            return ()
        return tuple(key for key in _UNREPRESENTED if key in self.value)

    @property
    def is_annotated_only(self) -> bool:
        """Whether it says nothing about what a value may be."""
        if not isinstance(self.value, dict):
            return False
        return all(key in ANNOTATIONS or key.startswith("x-") for key in self.value)


_LIMITS = (
    "minimum",
    "exclusiveMinimum",
    "maximum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "pattern",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
)

_UNREPRESENTED = (
    "not",
    "if",
    "then",
    "else",
    "dependentSchemas",
    "dependentRequired",
    "dependencies",
    "contains",
    "propertyNames",
    "unevaluatedItems",
    "$dynamicRef",
    "$recursiveRef",
)
