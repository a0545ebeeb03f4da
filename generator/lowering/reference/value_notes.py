"""Lowering of documentation to the notes beside a value."""

from __future__ import annotations

from ...model.types import Documentation, ExternalDocs, JsonValue
from ...python.literals import literal_text
from ...reference.links import ExternalLink
from ...reference.rows import ValueNotes
from ...reference.text import parse_text
from ..python.docstrings import limits_text, summarize

_MAX_LENGTH = 120
"""Characters of a default or an example; the rest of a longer one is omitted."""
_MAX_EXAMPLES = 3
_NO_NOTES = ValueNotes()


def value_notes(documentation: Documentation) -> ValueNotes:
    """Return the notes about a parameter, a property or a type."""
    if not _has_notes(documentation):
        return _NO_NOTES
    has_default = documentation.has_default and documentation.default is not None
    pattern = dict(documentation.limits).get("pattern")
    examples = documentation.examples[:_MAX_EXAMPLES]
    return ValueNotes(
        deprecated=documentation.deprecated,
        format=documentation.format,
        limits=limits_text(documentation),
        pattern=pattern if isinstance(pattern, str) else "",
        default=_source(documentation.default) if has_default else "",
        examples=tuple(dict.fromkeys(map(_source, examples))),
        link=external_link(documentation.external_docs),
        statements=tuple(
            parse_text(item.template, *item.values) for item in documentation.statements
        ),
    )


def _has_notes(documentation: Documentation) -> bool:
    """Return whether there is anything to note, which few values have."""
    return bool(
        documentation.deprecated
        or documentation.has_default
        or documentation.limits
        or documentation.examples
        or documentation.format
        or documentation.external_docs
        or documentation.statements
    )


def external_link(docs: ExternalDocs | None) -> ExternalLink | None:
    """Return the link to external documentation, if there is any."""
    if docs is None:
        return None
    return ExternalLink(docs.url, summarize(docs.description).removesuffix("."))


def _source(value: JsonValue) -> str:
    """Return a JSON value as Python source, cut to one short line."""
    source = literal_text(value)
    return source if len(source) <= _MAX_LENGTH else f"{source[: _MAX_LENGTH - 1]}…"
