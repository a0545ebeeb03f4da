"""Explain JSON syntax errors."""

from __future__ import annotations

import json
import re

from ...diagnostics import Diagnostics, Related, Rule, Severity
from ...source import SourceFile
from ..conflicts import report_conflict

JSON_SYNTAX = Rule(
    "json-syntax",
    Severity.ERROR,
    "The file is not valid JSON. The parser stopped at the given place; the mistake is"
    " there or directly before it.",
)


def report_json_error(
    error: json.JSONDecodeError, file: SourceFile, diagnostics: Diagnostics
) -> None:
    """Add the diagnostic for a syntax error."""
    if report_conflict(file, diagnostics, JSON_SYNTAX):
        return
    text, offset = file.text, error.pos
    opened = _open_brackets(text, offset)
    if opened and (_TRUNCATED.fullmatch(text, offset) or _ends_in_string(error, text)):
        _report_truncated(file, opened, diagnostics)
        return
    if not text.lstrip().startswith(("{", "[")):
        diagnostics.add(
            JSON_SYNTAX,
            "the file does not begin with `{` or `[`",
            file.span(len(text) - len(text.lstrip())),
            hint="if it is YAML, rename the file so that it ends in `.yaml`",
        )
        return
    before = text[:offset].rstrip()
    message, hint = _explain(error, text[offset : offset + 1], before[-1:])
    if hint is _TRAILING_COMMA:
        offset = len(before) - 1
    diagnostics.add(JSON_SYNTAX, message, file.span(offset), hint=hint)


_TRAILING_COMMA = "remove the comma after the last entry"

_HINTS = {
    "'": "use double quotes for strings",
    "/": "JSON does not support comments; remove it, or save the file as YAML with `#`",
    "#": "JSON does not support comments; remove it, or save the file as YAML",
    "\\": 'valid escapes are \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits',
}


_TRUNCATED = re.compile(r"[\w.+-]*\s*")
"""Beginning of a number or a constant at the end of a truncated file."""


def _explain(
    error: json.JSONDecodeError, character: str, before: str
) -> tuple[str, str]:
    """Return a message and a hint for a syntax error.

    Args:
        error: Error of the parser.
        character: Character at the error.
        before: Last character before it, without white space.
    """
    if character in "}]" and before == ",":
        return "trailing comma before a closing bracket", _TRAILING_COMMA
    if error.msg.endswith("not a JSON value"):
        return error.msg, "use null, or omit the entry"
    if error.msg.startswith("Extra data"):
        return (
            "unexpected text after the end of the value",
            "remove the text, or an extra closing bracket before it",
        )
    if character == "\\":
        return "invalid escape sequence", _HINTS[character]
    hint = _HINTS.get(character, "")
    if not hint and "','" in error.msg:
        hint = "put a comma between the entries"
    if not hint and "property name" in error.msg:
        hint = "put the name in double quotes"
    if not hint and "':'" in error.msg:
        hint = "put a colon between a name and its value"
    message = _lower(error.msg.removesuffix(" starting at"))
    return message, hint or "check for a missing bracket, quote or comma"


def _lower(message: str) -> str:
    return message[:1].lower() + message[1:]


def _ends_in_string(error: json.JSONDecodeError, text: str) -> bool:
    """Return whether the error is a string that is not closed."""
    return error.msg.startswith("Unterminated string") and '"' not in re.sub(
        r"\\.", "", text[error.pos + 1 :]
    )


def _report_truncated(
    file: SourceFile, opened: list[int], diagnostics: Diagnostics
) -> None:
    end = len(file.text.rstrip())
    related = tuple(
        Related("the innermost open bracket", file.span(offset))
        for offset in opened[-1:]
    )
    diagnostics.add(
        JSON_SYNTAX,
        f"the file ends with {len(opened)} unclosed bracket{'s' * (len(opened) > 1)}",
        file.span(max(0, end - 1)),
        related=related,
        hint="the file may be truncated; download it again",
    )


_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*"?|[{}\[\]]', re.DOTALL)


def _open_brackets(text: str, end: int) -> list[int]:
    """Return the offsets of the brackets that are not closed before `end`."""
    opened: list[int] = []
    for match in _BRACKET.finditer(text, 0, end):
        if match[0] in "{[":
            opened.append(match.start())
        elif match[0] in "}]" and opened:
            opened.pop()
    return opened
