"""What is said of things becomes docstrings."""

from __future__ import annotations

import re
from dataclasses import replace

from ...model.types import Documentation, Literal, Property
from ...python.expressions import Docstring
from ...python.literals import literal_text
from ...words import split_words

_LIMITS = {
    "minimum": "at least {}",
    "exclusiveMinimum": "more than {}",
    "maximum": "at most {}",
    "exclusiveMaximum": "less than {}",
    "multipleOf": "a multiple of {}",
    "minLength": "at least {} characters",
    "maxLength": "at most {} characters",
    "minItems": "at least {} items",
    "maxItems": "at most {} items",
}
_ONE = {"characters": "character", "items": "item"}
_BLOCK = re.compile(
    r"^(?:\s*(?:[-*+>|#]|\d+[.)])\s|\s*(?:```|~~~)|    |\|)", re.MULTILINE
)
"""A line that is no prose: an item of a list, a table, a heading, code."""

_LONGEST_DEFAULT = 48
_LONGEST_FIELD = 220
"""Characters of what an editor should show of a field; the reference has the rest."""

_LINK = re.compile(r"\[([^\[\]]*)\]\((?!https?://|mailto:)[^()\s]*\)")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_FULL_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z*`\[(])")
_LONGEST_GLANCE = 160


def type_docstring(documentation: Documentation) -> Docstring:
    """The docstring of a class or an alias, and its standing."""
    text = prose(documentation.description or documentation.title)
    if documentation.deprecated and "deprecated" not in text.lower():
        text = f"{text}\n\nDeprecated.".strip()
    return Docstring(text)


def class_docstring(name: str, documentation: Documentation) -> Docstring:
    """Return the docstring of a class; without a description it is made of its name."""
    words = " ".join(split_words(name))
    return replace(
        type_docstring(documentation), summary=f"{words[:1].upper()}{words[1:]}."
    )


def prose(text: str) -> str:
    """Text for a docstring: links that lead nowhere from there become their words."""
    return _LINK.sub(r"\1", text).strip() if "](" in text else text.strip()


def _short(text: str) -> str:
    """The first paragraph, and of it the sentences that are read at a glance."""
    text = text.partition("\n\n")[0].rstrip()
    if len(text) <= _LONGEST_FIELD:
        return text
    shown = ""
    for sentence in _SENTENCE.split(text):
        if shown and len(shown) + len(sentence) > _LONGEST_FIELD:
            break
        shown = f"{shown} {sentence}" if shown else sentence
    return shown


def at_a_glance(text: str) -> str:
    """The first sentences of a text that fit into a line of a list."""
    paragraph = " ".join(text.strip().partition("\n\n")[0].split())
    if len(paragraph) <= _LONGEST_GLANCE:
        return paragraph
    return _FULL_SENTENCE.split(paragraph)[0]


def value_text(documentation: Documentation) -> str:
    """What is said of a field or an argument at a glance: the first sentences of its
    description, its standing, limits and default."""
    text = _short(prose(documentation.description) or documentation.title.strip())
    if documentation.deprecated and "deprecated" not in text.lower():
        text = f"Deprecated. {text}".strip()
    notes = [note for note in (_limits(documentation), _default(documentation)) if note]
    return _followed(text, " ".join(notes))


def _followed(text: str, notes: str) -> str:
    """A text with sentences behind it, in its last paragraph if that is prose."""
    if not text or not notes:
        return text or notes
    if _BLOCK.search(text.rpartition("\n\n")[2]) or text.endswith(":"):
        return f"{text}\n\n{notes}"
    end = "" if text.endswith((".", "!", "?", ".)", ".*", ".`")) else "."
    return f"{text}{end} {notes}"


def value_docstring(item: Property) -> Docstring:
    """The docstring of a field."""
    said = item.documentation
    if isinstance(item.type, Literal) and len(item.type.values) == 1:
        said = replace(said, has_default=False)  # It is all that the value can be.
    return Docstring(value_text(said))


def limits_text(documentation: Documentation) -> str:
    """The limits in words, `""` when there are none: `at least 1, at most 20`."""
    found = []
    for name, value in documentation.limits:
        template = _LIMITS.get(name)
        if template and isinstance(value, int | float) and not isinstance(value, bool):
            text = template.format(value)
            words, _, unit = text.rpartition(" ")
            found.append(
                f"{words} {_ONE[unit]}" if value == 1 and unit in _ONE else text
            )
    return ", ".join(found)


def default_text(documentation: Documentation) -> str:
    """The default as source, `""` when there is none worth showing."""
    default = documentation.default
    if not documentation.has_default or default is None:
        return ""
    if isinstance(default, str | int | float | bool):
        shown = literal_text(default)
        return shown if len(shown) <= _LONGEST_DEFAULT else ""
    return ""


def _limits(documentation: Documentation) -> str:
    text = limits_text(documentation)
    return f"{text[0].upper()}{text[1:]}." if text else ""


def _default(documentation: Documentation) -> str:
    shown = default_text(documentation)
    if not shown or "default" in documentation.description.lower():
        return ""
    return f"Default: `{shown}`."
