"""Labels of the inline members of a union."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from ...openapi.document import BrokenReference
from ...openapi.schema import Schema
from .protocol import Reader

_MAX_TITLE_LENGTH = 40
"""Maximum length in characters of a title of several words that is used as a label."""

_MAX_WORD_LENGTH = 56
"""Maximum length in characters of a title of one word that is used as a label."""


def is_value(schema: Schema) -> bool:
    """Return whether a member accepts anything but null."""
    return not (isinstance(schema.value, dict) and schema.value.get("type") == "null")


class UnionLabels:
    """Labels for the members of a union.

    Args:
        reader: Provides the names of declared schemas.
        members: Schemas of the members.
    """

    def __init__(self, reader: Reader, members: Sequence[Schema]) -> None:
        self._reader = reader
        self._members = members
        self.is_single = sum(map(is_value, members)) == 1
        """Whether the union has only one member besides null, which needs no label."""

    @cached_property
    def _object_count(self) -> int:
        return sum(map(_is_object, self._members))

    @cached_property
    def _property_counts(self) -> Counter[str]:
        """The number of members that have a property, by its name."""
        return Counter(name for member in self._members for name in member.properties)

    def label(self, index: int) -> str:
        """Return the label of a member.

        The first of these that applies: the declared name, the title, `option` for an
        enumeration, the value of the only constant property, the name of the only base,
        `object` for the only object, `with` and a property that no other member has, or
        `variant` and the position.
        """
        schema = self._members[index]
        if name := self._find_name(schema):
            return name
        title = schema.title
        limit = _MAX_TITLE_LENGTH if " " in title else _MAX_WORD_LENGTH
        if title and len(title) <= limit:
            return title
        if schema.enum is not None:
            return "option"
        bases = [name for part in schema.all_of if (name := self._find_name(part))]
        if label := _find_constant(schema) or (bases[0] if len(bases) == 1 else ""):
            return label
        if not _is_object(schema):
            return f"variant {index + 1}"
        if self._object_count == 1:
            return "object"
        unique = [
            name for name in schema.properties if self._property_counts[name] == 1
        ]
        required = [name for name in unique if name in schema.required]
        return f"with {[*required, *unique][0]}" if unique else f"variant {index + 1}"

    def _find_name(self, schema: Schema) -> str:
        """Return the declared name of the target of a reference; `""` if none."""
        if (reference := schema.reference) is None:
            return ""
        target = self._reader.context.document.target(schema, reference)
        if isinstance(target, BrokenReference):
            return ""
        return self._reader.names.declared(target)


def _is_object(schema: Schema) -> bool:
    return (
        schema.reference is not None
        or "object" in schema.types
        or bool(schema.properties)
    )


def _find_constant(schema: Schema) -> str:
    """Return the value of the only property with one string as its value; else `""`."""
    constants = [
        values[0]
        for name, item in schema.properties.items()
        if (values := item.enum) is not None
        and len(values) == 1
        and isinstance(values[0], str)
    ]
    return constants[0] if len(constants) == 1 else ""
