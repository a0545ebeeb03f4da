"""Lowering of the names and descriptions of enumerated values to a list."""

from __future__ import annotations

from ...model.types import Documentation, JsonValue, ValueWords
from ...python.literals import literal_text
from ...words import split_words


def append_values(text: str, documentation: Documentation) -> str:
    """Append a Markdown list of the enumerated values that have names or descriptions.

    The text is unchanged if names only repeat their values, and nothing is described.
    """
    lines = [_describe(item) for item in documentation.values]
    if not any(lines):
        return text
    values = "\n".join(
        f"- `{literal_text(item.value)}`{line}"
        for item, line in zip(documentation.values, lines, strict=True)
    )
    return f"{text or 'One of:'}\n\n{values}"


def _describe(item: ValueWords) -> str:
    """Return name and description of a value as the end of a line."""
    description = " ".join(item.description.split())
    name = "" if _repeats(item.name, item.value) else " ".join(item.name.split())
    if description.rstrip(".") in ("", name):
        description, name = name, ""
    if not description:
        return ""
    return f" ({name}): {description}" if name else f": {description}"


def _repeats(name: str, value: JsonValue) -> bool:
    return split_words(name) == split_words(str(value))
