"""Text that the generator writes, as spans without a markup language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Code:
    """A span of source code in a text.

    Args:
        source: Source code on one line.
    """

    source: str


Text: TypeAlias = tuple[str | Code, ...]
"""A paragraph. Strings are plain text; text from a document is never a part of it."""


def parse_text(template: str, *values: str) -> Text:
    """Return a text with code spans.

    Args:
        template: Text in which code is between backticks. Each `{}` is a value.
        values: The values in order. They may contain any character.
    """
    remaining = iter(values)
    spans: list[str | Code] = []
    for index, part in enumerate(template.split("`")):
        first, *others = part.split("{}")
        content = first + "".join(next(remaining) + other for other in others)
        if index % 2:
            spans.append(Code(content))
        elif content:
            spans.append(content)
    return tuple(spans)
