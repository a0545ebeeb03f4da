"""Says what libyaml finds wrong with a text, and what to do about it."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml
from yaml.reader import ReaderError

from ...diagnostics import Diagnostics, Related, Rule, Severity
from ..limits import report_too_deep, shorten
from ...source import SourceFile

YAML_SYNTAX = Rule(
    "yaml-syntax",
    Severity.ERROR,
    "The text is not YAML. The place is where the parser gave up; the mistake stands"
    " there or a little above it.",
)


class _Advice(NamedTuple):
    """What to say of a problem that libyaml words in its own way."""

    problem: str
    message: str
    hint: str
    at_start: bool = False
    """Whether the mistake is where the construct began, not where it broke."""


_QUOTE = "put quotes around the text"
_INDENT = "indent the entries of one mapping or list alike, with spaces"

_ADVICE = (
    _Advice("violates indentation", "a tab indents the line", "indent with spaces"),
    _Advice(
        "mapping values are not allowed",
        "a colon stands where no key can be",
        "put quotes around text that holds a colon and a space, and indent alike",
    ),
    _Advice(
        "did not find expected key",
        "neither a key nor the end of the mapping comes here",
        _INDENT,
    ),
    _Advice(
        "could not find expected ':'",
        "a line is neither a `key: value` nor part of a text",
        "put a colon and a space behind the key, or indent the line as text",
        at_start=True,
    ),
    _Advice(
        "found unexpected end of stream",
        "the quote that opens here is never closed",
        "close the quote; inside single quotes, write a quote twice",
        at_start=True,
    ),
    _Advice(
        "found unexpected document indicator",
        "the quote that opens here is never closed",
        "close the quote",
        at_start=True,
    ),
    _Advice(
        "',' or ']'",
        "the list that opens here is not closed",
        "close it with `]`",
        at_start=True,
    ),
    _Advice(
        "',' or '}'",
        "the mapping that opens here is not closed",
        "close it with `}`",
        at_start=True,
    ),
    _Advice(
        "expected '-' indicator",
        "a key stands among the items of a list",
        _INDENT,
    ),
    _Advice(
        "unknown escape character",
        "double quotes do not know this escape",
        "write the backslash twice, or use single quotes",
    ),
    _Advice(
        "invalid Unicode character escape",
        "YAML knows no escapes of surrogate pairs",
        "write the character itself, or let the file be JSON that ends in `.json`",
    ),
    _Advice(
        "expected alphabetic or numeric",
        "text begins with a character that means an anchor or an alias",
        _QUOTE,
        at_start=True,
    ),
    _Advice(
        "undefined tag handle", "text begins with a `!`, which means a tag", _QUOTE
    ),
    _Advice(
        "comment or line break",
        "text stands behind the mark of a block of text",
        "begin the text on the next line",
    ),
    _Advice(
        "<document start>",
        "something stands where the document has ended",
        "remove it, or the `...` or `%` line before it",
    ),
)

_NESTING_LIMIT = "exceeded maximum nesting depth"
"""How libyaml 0.2.6 and newer refuse more than 1,000 levels.

Their scanner reads ahead of the events, so it can stop before the reader has counted
`MAX_DEPTH` levels.
"""

_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)


def report_yaml_error(
    error: yaml.YAMLError, file: SourceFile, diagnostics: Diagnostics
) -> None:
    """Adds the diagnostic of a syntax error."""
    if report_conflict(file, diagnostics, YAML_SYNTAX):
        return
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        _report_marked(error, file, diagnostics)
    elif isinstance(error, ReaderError):
        # The character is an int with libyaml and text with PyYAML's own reader.
        code = error.character
        character = chr(code) if isinstance(code, int) else str(code)
        diagnostics.add(
            YAML_SYNTAX,
            f"the character U+{ord(character[:1] or chr(0)):04X} is not allowed in YAML",
            file.span(max(0, file.text.find(character))),
            hint="remove it, or write it as an escape inside double quotes",
        )
    else:
        diagnostics.add(YAML_SYNTAX, shorten(str(error), 200), file.span(0))


def report_conflict(file: SourceFile, diagnostics: Diagnostics, rule: Rule) -> bool:
    """Adds the diagnostic of a merge that was left unresolved, if there is one."""
    marks = [match.start() for match in _CONFLICT.finditer(file.text)]
    if len(marks) < 3:
        return False
    diagnostics.add(
        rule,
        "a merge conflict was left in the file",
        file.span(marks[0], marks[0] + 7),
        hint="resolve the conflict and remove its marks",
    )
    return True


def _report_marked(
    error: yaml.MarkedYAMLError, file: SourceFile, diagnostics: Diagnostics
) -> None:
    mark, opening = error.problem_mark, error.context_mark
    assert mark is not None
    problem = error.problem or "the text is not YAML"
    if _NESTING_LIMIT in problem:
        report_too_deep(file.span(_visible(file.text, mark.index)), diagnostics)
        return
    advice = _advice(problem, file.text, mark.index)
    offset, other = mark.index, opening
    related: tuple[Related, ...] = ()
    if advice.at_start and opening is not None:
        offset, other = opening.index, mark
    if other is not None and other.line != file.lines.place(offset).line - 1:
        words = (
            "the mapping or list began here"
            if other is opening
            else "the parser gave up here"
        )
        related = (Related(words, file.span(_visible(file.text, other.index))),)
    diagnostics.add(
        YAML_SYNTAX,
        advice.message,
        file.span(_visible(file.text, offset)),
        related=related,
        hint=advice.hint,
    )


def _advice(problem: str, text: str, offset: int) -> _Advice:
    found = text[offset : offset + 1]
    line_before = text[:offset].rpartition("\n")[2].rstrip()
    if "did not find expected key" in problem and line_before[-1:] in ("'", '"'):
        return _Advice(
            "",
            "text goes on behind its closing quote",
            "put the whole of it into quotes; a quote inside single quotes is doubled",
        )
    if "cannot start any token" in problem:
        if found == "\t":
            return _Advice("", "a tab indents the line", "indent with spaces")
        return _Advice("", f"text cannot begin with {found!r}", _QUOTE)
    for advice in _ADVICE:
        if advice.problem in problem:
            return advice
    return _Advice("", shorten(problem, 200), "see the YAML around this place")


def _visible(text: str, offset: int) -> int:
    """`offset`, or the last character before it when the text ends there."""
    if offset < len(text):
        return offset
    return max(0, len(text.rstrip()) - 1)
