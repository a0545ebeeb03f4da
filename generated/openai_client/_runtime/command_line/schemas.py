"""The schemas of arguments: references, alternatives, members and words for them."""

from __future__ import annotations

import json
from types import NoneType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from .index import Schema

_NAMES: Final = {
    "string": "a string",
    "integer": "an integer",
    "number": "a number",
    "boolean": "true or false",
    "null": "null",
    "array": "an array",
    "object": "an object",
}
_KINDS: Final[Mapping[type, str]] = {
    NoneType: "null",
    int: "integer",
    str: "string",
    list: "array",
    dict: "object",
}
MAX_NAMED_VALUES: Final = 12
"""Number of permitted values that a message names."""


class ArgumentError(ValueError):
    """An argument that cannot be sent.

    Args:
        place: The argument, or the part of it that is wrong: `messages[0].role`.
        problem: What is wrong, as the end of a sentence.
    """

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(f"{place}: {problem}" if place else problem)


class Schemas:
    """The schemas of a client.

    Args:
        find: Returns the schema of a named type.
    """

    def __init__(self, find: Callable[[str], Schema]) -> None:
        self._find = find
        self._schemas: dict[str, Schema] = {}

    def named(self, name: str) -> Schema:
        """Return the schema of a named type."""
        if name not in self._schemas:
            self._schemas[name] = self._find(name)
        return self._schemas[name]

    def alternatives(self, schema: Schema) -> list[Schema]:
        """Return the schemas, without `$ref` and `anyOf`, of which a value meets one."""
        return list(self._alternatives(schema, set()))

    def _alternatives(self, schema: Schema, seen: set[str]) -> Iterator[Schema]:
        if reference := schema.get("$ref"):
            name = str(reference).rpartition("/")[2]
            if name not in seen:
                yield from self._alternatives(self.named(name), seen | {name})
        elif members := schema.get("anyOf"):
            for member in members:
                yield from self._alternatives(member, seen)
        else:
            yield schema

    def kinds(self, schema: Schema) -> frozenset[str]:
        """Return the JSON types of the values of a schema; empty for all types."""
        kinds: set[str] = set()
        for item in self.alternatives(schema):
            own = kinds_of(item)
            if not own:
                return frozenset()
            kinds |= own
        return frozenset(kinds)

    def is_file(self, schema: Schema) -> bool:
        """Return whether a value can be a file."""
        return any(item.get("format") == "binary" for item in self.alternatives(schema))

    def are_files(self, schema: Schema) -> bool:
        """Return whether a value is an array of files, and cannot be a single one."""
        item, _ = self.child(schema, 0)
        is_file = item is not None and self.is_file(item)
        return is_file and not self.is_file(schema)

    def values(self, schema: Schema) -> list[Any]:
        """Return the values that a schema enumerates, without `null`."""
        return [
            value
            for item in self.alternatives(schema)
            for value in item.get("enum", ())
            if value is not None
        ]

    def child(self, schema: Schema, key: str | int) -> tuple[Schema | None, list[str]]:
        """Return the schema of a member of an object, or of an item of an array.

        Args:
            schema: Schema of the object or array.
            key: Name of the member, or index of the item.

        Returns:
            The schema; `None` if no such member is declared. And the names of the
            declared members.
        """
        matches: list[Schema] = []
        names: dict[str, None] = {}
        for item in self.alternatives(schema):
            if not kinds_of(item):
                matches.append({})
            elif isinstance(key, int):
                matches.extend(_item(item, key))
            else:
                members: dict[str, Schema] = item.get("properties", {})
                names |= dict.fromkeys(members)
                extra = item.get("additionalProperties", False)
                if key in members:
                    matches.append(members[key])
                elif extra is not False:
                    matches.append(extra)
        if not matches:
            return None, list(names)
        return matches[0] if len(matches) == 1 else {"anyOf": matches}, list(names)

    def is_closed(self, schema: Schema) -> bool:
        """Return whether objects of a schema cannot have undeclared members."""
        return all(
            item.get("additionalProperties") is False
            for item in self.alternatives(schema)
            if item.get("type") == "object"
        )

    def describe(self, schema: Schema) -> str:
        """Return which values a schema accepts, as the object of a sentence."""
        parts: dict[str, None] = {}
        for item in self.alternatives(schema):
            if "enum" in item:
                values = [text_of(value) for value in item["enum"]]
                first = values[:MAX_NAMED_VALUES]
                parts |= dict.fromkeys([*first, *(["…"] if values != first else [])])
            elif item.get("format") == "binary":
                parts["a file"] = None
            else:
                kinds = sorted(kinds_of(item)) or ["any value"]
                parts |= dict.fromkeys(_NAMES.get(kind, kind) for kind in kinds)
        names = list(parts)
        if len(names) < 2:
            return "".join(names)
        return f"{', '.join(names[:-1])} or {names[-1]}"


def kinds_of(schema: Schema) -> frozenset[str]:
    """Return the JSON types of a schema without `$ref` and `anyOf`; empty for all."""
    if "enum" in schema:
        return frozenset(kind_of(value) for value in schema["enum"])
    return frozenset((schema["type"],)) if "type" in schema else frozenset()


def kind_of(value: object) -> str:
    """Return the JSON type of a value; `file` if it is none."""
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, float):
        return "integer" if value.is_integer() else "number"
    return _KINDS.get(type(value), "file")


def text_of(value: Any) -> str:
    """Return a value as it is typed."""
    return value if isinstance(value, str) else json.dumps(value)


def unknown_member(name: str, names: list[str]) -> str:
    """Return the message for a name that is not declared."""
    from difflib import get_close_matches

    close = get_close_matches(name, names, 1, 0.6)
    hint = f"; did you mean {close[0]}?" if close else ""
    return f"is not a declared member{hint}"


def _item(schema: Schema, index: int) -> Iterator[Schema]:
    if schema.get("type") != "array":
        return
    first = schema.get("prefixItems", ())
    if index < len(first):
        yield first[index]
    elif schema.get("items", {}) is not False:
        yield schema.get("items", {})
