"""Names and descriptions of enumerated values.

JSON Schema has no keyword for them. Documents use `oneOf` with a `const`, a `title` and a
`description` for each value, or vendor extensions.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from .document import BrokenReference, Document
from .schema import Schema

_NAMES = ("x-enum-varnames", "x-enumNames", "x-enum-names")
_DESCRIPTIONS = ("x-enum-descriptions", "x-enumDescriptions")
_EXTENSIONS = frozenset({*_NAMES, *_DESCRIPTIONS, "x-ms-enum"})
_SOURCES = frozenset({"enum", "oneOf", "anyOf", "items"})


class ValueWords(NamedTuple):
    """The name and the description of an enumerated value; `""` for none."""

    value: Any
    name: str
    description: str


def read_value_words(schema: Schema, document: Document) -> list[ValueWords]:
    """Return the words for the values of a schema, or of the items of an array.

    The result is empty if no value has a name or a description.
    """
    # Most schemas enumerate no values, and most enumerations have no extension.
    if not isinstance(schema.value, dict) or _SOURCES.isdisjoint(schema.value):
        return []
    values = schema.raw("enum")
    if isinstance(values, list) and values and _EXTENSIONS.isdisjoint(schema.value):
        return []
    words = list(_read_words(schema, document))
    if not words and schema.items is not None:
        words = list(_read_words(schema.items, document))
    return words if any(item.name or item.description for item in words) else []


def _read_words(schema: Schema, document: Document) -> Iterator[ValueWords]:
    values = schema.raw("enum")
    if isinstance(values, list):
        yield from _read_extensions(schema, values)
        return
    if not (schema.has("oneOf") or schema.has("anyOf")):
        return
    words: list[ValueWords] = []
    for item in schema.one_of or schema.any_of:
        member = document.resolve(item)
        if isinstance(member, BrokenReference) or member.types == ("null",):
            continue
        constant = member.enum
        if constant is None or len(constant) != 1:
            return
        words.append(ValueWords(constant[0], member.title, member.description))
    yield from words


def _read_extensions(schema: Schema, values: list[Any]) -> Iterator[ValueWords]:
    """Yield the words of the vendor extensions of an `enum`."""
    microsoft = _read_microsoft_words(schema)
    names = _find_words(schema, _NAMES)
    descriptions = _find_words(schema, _DESCRIPTIONS)
    for index, value in enumerate(values):
        name, description = microsoft.get(_key(value), ("", ""))
        yield ValueWords(
            value,
            _word(names, index, value) or name,
            _word(descriptions, index, value) or description,
        )


def _read_microsoft_words(schema: Schema) -> dict[str, tuple[str, str]]:
    """Return name and description of the values in `x-ms-enum`."""
    extension = schema.raw("x-ms-enum")
    items = extension.get("values") if isinstance(extension, dict) else None
    return {
        _key(item.get("value")): (_text(item.get("name")), _text(item["description"]))
        for item in (items if isinstance(items, list) else ())
        if isinstance(item, dict) and "description" in item
    }


def _find_words(schema: Schema, keys: tuple[str, ...]) -> Any:
    return next((schema.raw(key) for key in keys if schema.raw(key)), None)


def _word(words: Any, index: int, value: Any) -> str:
    """Return the word for a value in a list by position, or in a map by value."""
    if isinstance(words, dict):
        return _text(words.get(_key(value)))
    if isinstance(words, list) and index < len(words):
        return _text(words[index])
    return ""


def _key(value: Any) -> str:
    """Return a value as the key of a map."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
