"""Explain YAML syntax errors."""

from __future__ import annotations

from typing import NamedTuple

import yaml
from yaml.reader import ReaderError

from ...diagnostics import Diagnostics, Related, Rule, Severity
from ...source import SourceFile
from ..conflicts import report_conflict
from ..limits import report_too_deep, shorten

YAML_SYNTAX = Rule(
    "yaml-syntax",
    Severity.ERROR,
    "The file is not valid YAML. The parser stopped at the given place; the mistake is"
    " there or shortly before it.",
    hint="correct the syntax at this place or shortly before it",
)


class _Advice(NamedTuple):
    """Message and hint for an error message of libyaml.

    Attributes:
        problem: Part of the message of libyaml.
        message: Message of the diagnostic.
        hint: Hint of the diagnostic.
        at_start: Whether the mistake is at the start of the construct, not at the error.
    """

    problem: str
    message: str
    hint: str
    at_start: bool = False


_QUOTE = "put quotes around the text"
_INDENT = "indent all entries of a mapping or list by the same number of spaces"

_ADVICE = (
    _Advice("violates indentation", "tab in the indentation", "indent with spaces"),
    _Advice(
        "mapping values are not allowed",
        "unexpected colon",
        "put quotes around text that contains a colon and a space, or check the indentation",
    ),
    _Advice(
        "did not find expected key",
        "expected a key or the end of the mapping",
        _INDENT,
    ),
    _Advice(
        "could not find expected ':'",
        "the line is neither `key: value` nor part of a multi-line string",
        "add a colon and a space after the key, or indent the line",
        at_start=True,
    ),
    _Advice(
        "found unexpected end of stream",
        "the quoted string is not closed",
        "close the quote; inside single quotes, double a quote",
        at_start=True,
    ),
    _Advice(
        "found unexpected document indicator",
        "the quoted string is not closed",
        "close the quote",
        at_start=True,
    ),
    _Advice(
        "',' or ']'",
        "the list is not closed",
        "close it with `]`",
        at_start=True,
    ),
    _Advice(
        "',' or '}'",
        "the mapping is not closed",
        "close it with `}`",
        at_start=True,
    ),
    _Advice(
        "expected '-' indicator",
        "unexpected key in a list",
        _INDENT,
    ),
    _Advice(
        "unknown escape character",
        "invalid escape sequence in double quotes",
        "double the backslash, or use single quotes",
    ),
    _Advice(
        "invalid Unicode character escape",
        "YAML does not support escape sequences of surrogate pairs",
        "write the character itself, or save the file as JSON with the suffix `.json`",
    ),
    _Advice(
        "expected alphabetic or numeric",
        "text begins with `&` or `*`, which denotes an anchor or an alias",
        _QUOTE,
        at_start=True,
    ),
    _Advice(
        "undefined tag handle", "text begins with `!`, which denotes a tag", _QUOTE
    ),
    _Advice(
        "comment or line break",
        "text after the indicator of a block scalar",
        "start the text on the next line",
    ),
    _Advice(
        "<document start>",
        "unexpected content after the end of the document",
        "remove it, or the `...` or `%` line before it",
    ),
)

_NESTING_LIMIT = "exceeded maximum nesting depth"
"""Message of libyaml 0.2.6 and later for more than 1,000 levels.

The scanner reads ahead of the events, so it can stop before the reader has counted
`MAX_DEPTH` levels.
"""


def report_yaml_error(
    error: yaml.YAMLError, file: SourceFile, diagnostics: Diagnostics
) -> None:
    """Add the diagnostic for a syntax error."""
    if report_conflict(file, diagnostics, YAML_SYNTAX):
        return
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        _report_marked(error, file, diagnostics)
    elif isinstance(error, ReaderError):
        # The character is an int from libyaml and a string from the reader of PyYAML.
        code = error.character
        character = chr(code) if isinstance(code, int) else str(code)
        diagnostics.add(
            YAML_SYNTAX,
            f"the character U+{ord(character[:1] or chr(0)):04X} is not allowed in YAML",
            file.span(max(0, file.text.find(character))),
            hint="remove it, or use an escape sequence in double quotes",
        )
    else:
        diagnostics.add(YAML_SYNTAX, shorten(str(error), 200), file.span(0))


def _report_marked(
    error: yaml.MarkedYAMLError, file: SourceFile, diagnostics: Diagnostics
) -> None:
    mark, opening = error.problem_mark, error.context_mark
    assert mark is not None
    problem = error.problem or "invalid YAML"
    if _NESTING_LIMIT in problem:
        report_too_deep(file.span(_visible(file.text, mark.index)), diagnostics)
        return
    advice = _advice(problem, file.text, mark.index)
    offset, other = mark.index, opening
    related: tuple[Related, ...] = ()
    if advice.at_start and opening is not None:
        offset, other = opening.index, mark
    if other is not None and other.line != file.lines.place(offset).line - 1:
        message = (
            "start of the mapping or list"
            if other is opening
            else "the parser stopped here"
        )
        related = (Related(message, file.span(_visible(file.text, other.index))),)
    diagnostics.add(
        YAML_SYNTAX,
        advice.message,
        file.span(_visible(file.text, offset)),
        related=related,
        hint=advice.hint,
    )


def _advice(problem: str, text: str, offset: int) -> _Advice:
    character = text[offset : offset + 1]
    line_before = text[:offset].rpartition("\n")[2].rstrip()
    if "did not find expected key" in problem and line_before[-1:] in ("'", '"'):
        return _Advice(
            "",
            "unexpected text after the closing quote",
            "put the whole text into quotes; inside single quotes, double a quote",
        )
    if "cannot start any token" in problem:
        if character == "\t":
            return _Advice("", "tab in the indentation", "indent with spaces")
        return _Advice("", f"text cannot begin with {character!r}", _QUOTE)
    for advice in _ADVICE:
        if advice.problem in problem:
            return advice
    return _Advice("", shorten(problem, 200), "check the YAML near this place")


def _visible(text: str, offset: int) -> int:
    """Return `offset`, or at the end of the text the offset of the last character."""
    if offset < len(text):
        return offset
    return max(0, len(text.rstrip()) - 1)
