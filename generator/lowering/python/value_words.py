"""Lowering of the names and descriptions of enumerated values to a list."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.types import Documentation, JsonValue, ValueWords
from ...python.literals import literal_text
from ...words import split_words


def append_values(text: str, documentation: Documentation) -> str:
    """Append a Markdown list of the enumerated values that have names or descriptions.

    The text is unchanged if names only repeat their values, and nothing is described.
    """
    items = describe_values(documentation)
    if not items:
        return text
    values = "\n".join(
        f"- `{source}`{f' ({name})' if name else ''}"
        f"{f': {description}' if description else ''}"
        for source, name, description in items
    )
    return f"{text or 'One of:'}\n\n{values}"


def describe_values(documentation: Documentation) -> Sequence[tuple[str, str, str]]:
    """Return source, name and description of each enumerated value.

    A name that repeats the value is omitted. A name without a description takes its place.

    Returns:
        The values; none if none of them has a name or a description.
    """
    items = [
        (literal_text(item.value), *_describe(item)) for item in documentation.values
    ]
    return items if any(description for _, _, description in items) else ()


def _describe(item: ValueWords) -> tuple[str, str]:
    """Return name and description of a value."""
    description = " ".join(item.description.split())
    name = "" if _repeats(item.name, item.value) else " ".join(item.name.split())
    return ("", name) if description.rstrip(".") in ("", name) else (name, description)


def _repeats(name: str, value: JsonValue) -> bool:
    own, other = (split_words(text) for text in (name, str(value)))
    return "".join(own) == "".join(other)
