"""Lowering of documentation to docstrings."""

from __future__ import annotations

import re
from dataclasses import replace

from ...model.types import Documentation, Literal, Property
from ...python.expressions import Docstring
from ...python.literals import literal_text
from ...words import join_words, split_words
from .value_words import append_values

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
    "minProperties": "at least {} properties",
    "maxProperties": "at most {} properties",
}
_SINGULAR = {"characters": "character", "items": "item", "properties": "property"}
_BLOCK = re.compile(
    r"^(?:\s*(?:[-*+>|#]|\d+[.)])\s|\s*(?:```|~~~)|    |\|)", re.MULTILINE
)
"""First characters of a line of Markdown that is not prose, such as a list item."""

_RELATIVE_LINK = re.compile(r"\[([^\[\]]*)\]\((?!https?://|mailto:)[^()\s]*\)")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_STRICT_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z*`\[(])")

_MAX_DEFAULT_LENGTH = 48
_MAX_FIELD_LENGTH = 220
"""Maximum length of the description of a field; the reference has the full text."""

_MAX_SUMMARY_LENGTH = 160


def type_docstring(documentation: Documentation) -> Docstring:
    """Return the docstring of a class or an alias, with its deprecation."""
    text = prose(documentation.description or documentation.title)
    if documentation.deprecated and "deprecated" not in text.lower():
        text = f"{text}\n\nDeprecated.".strip()
    return Docstring(_append_values(text, documentation))


def _append_values(text: str, documentation: Documentation) -> str:
    """Append the names and descriptions of enumerated values."""
    return append_values(text, documentation) if documentation.values else text


def class_docstring(name: str, documentation: Documentation) -> Docstring:
    """Return the docstring of a class; its name is the default of the description."""
    summary = f"{join_words(split_words(name))}."
    return Docstring(type_docstring(documentation).text, summary=summary)


def prose(text: str) -> str:
    """Return a text for a docstring: relative links are replaced by their labels."""
    return _RELATIVE_LINK.sub(r"\1", text).strip() if "](" in text else text.strip()


def _first_sentences(text: str) -> str:
    """Return the sentences of the first paragraph that fit the length of a field."""
    text = text.partition("\n\n")[0].rstrip()
    if len(text) <= _MAX_FIELD_LENGTH:
        return text
    result = ""
    for sentence in _SENTENCE_END.split(text):
        if result and len(result) + len(sentence) > _MAX_FIELD_LENGTH:
            break
        result = f"{result} {sentence}" if result else sentence
    return result


def summarize(text: str) -> str:
    """Return the first paragraph on one line, or its first sentence if it is long."""
    paragraph = " ".join(text.strip().partition("\n\n")[0].split())
    if len(paragraph) <= _MAX_SUMMARY_LENGTH:
        return paragraph
    return _STRICT_SENTENCE_END.split(paragraph)[0]


def value_text(documentation: Documentation) -> str:
    """Return a short description of a field or an argument.

    It consists of the deprecation, the first sentences of the description, the limits
    and the default.
    """
    text = _first_sentences(
        prose(documentation.description) or documentation.title.strip()
    )
    if documentation.deprecated and "deprecated" not in text.lower():
        text = f"Deprecated. {text}".strip()
    if not (documentation.limits or documentation.has_default or documentation.values):
        return text
    notes = [note for note in (_limits(documentation), _default(documentation)) if note]
    return _append_values(_append_notes(text, " ".join(notes)), documentation)


def _append_notes(text: str, notes: str) -> str:
    """Append sentences to the last paragraph of a text, or as one if it is not prose."""
    if not text or not notes:
        return text or notes
    if _BLOCK.search(text.rpartition("\n\n")[2]) or text.endswith(":"):
        return f"{text}\n\n{notes}"
    end = "" if text.endswith((".", "!", "?", ".)", ".*", ".`")) else "."
    return f"{text}{end} {notes}"


def value_docstring(item: Property) -> Docstring:
    """Return the docstring of a field."""
    documentation = item.documentation
    if documentation.has_default and isinstance(item.type, Literal):
        if len(item.type.values) == 1:
            # The default can only be the single value of the type.
            documentation = replace(documentation, has_default=False)
    return Docstring(value_text(documentation))


def limits_text(documentation: Documentation) -> str:
    """Describe the limits, as in `at least 1, at most 20`; `""` for no limits."""
    limits = []
    for name, value in documentation.limits:
        template = _LIMITS.get(name)
        if template and isinstance(value, int | float) and not isinstance(value, bool):
            text = template.format(value)
            words, _, unit = text.rpartition(" ")
            is_singular = value == 1 and unit in _SINGULAR
            limits.append(f"{words} {_SINGULAR[unit]}" if is_singular else text)
        elif name == "uniqueItems" and value is True:
            limits.append("without duplicates")
    return ", ".join(limits)


def default_text(documentation: Documentation) -> str:
    """Return the default as a literal; `""` for no default, or a long one."""
    default = documentation.default
    if not documentation.has_default or default is None:
        return ""
    literal = literal_text(default)
    return literal if len(literal) <= _MAX_DEFAULT_LENGTH else ""


def _limits(documentation: Documentation) -> str:
    text = limits_text(documentation)
    return f"{text[0].upper()}{text[1:]}." if text else ""


def _default(documentation: Documentation) -> str:
    text = default_text(documentation)
    if not text or "default" in documentation.description.lower():
        return ""
    return f"Default: `{text}`."
