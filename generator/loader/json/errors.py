"""Says what is wrong with a text that should be JSON, and what to do about it."""

from __future__ import annotations

import json
import re

from ...diagnostics import Diagnostics, Related, Rule, Severity
from ..yaml.errors import report_conflict
from ...source import SourceFile

JSON_SYNTAX = Rule(
    "json-syntax",
    Severity.ERROR,
    "The text is not JSON. The place is where the parser gave up; the mistake stands"
    " there or directly before it.",
)


def report_json_error(
    error: json.JSONDecodeError, file: SourceFile, diagnostics: Diagnostics
) -> None:
    """Adds the diagnostic of a syntax error."""
    if report_conflict(file, diagnostics, JSON_SYNTAX):
        return
    text, offset = file.text, error.pos
    opened = _open_brackets(text, offset)
    if opened and (_CUT.fullmatch(text, offset) or _ends_in_string(error, text)):
        _report_cut(file, opened, diagnostics)
        return
    if not text.lstrip().startswith(("{", "[")):
        diagnostics.add(
            JSON_SYNTAX,
            "the text begins with neither `{` nor `[`",
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
    "'": "JSON puts strings in double quotes",
    "/": "JSON has no comments; remove it, or save the file as YAML with `#` comments",
    "#": "JSON has no comments; remove it, or save the file as YAML",
    "\\": 'JSON knows the escapes \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\uXXXX',
}


_CUT = re.compile(r"[\w.+-]*\s*")
"""What may be left where a file was cut: the beginning of a number or a constant."""


def _explain(error: json.JSONDecodeError, found: str, before: str) -> tuple[str, str]:
    """The message and the hint; `before` is the last character before `found`."""
    if found in "}]" and before == ",":
        return "a comma stands before the closing bracket", _TRAILING_COMMA
    if error.msg.endswith("not a JSON value"):
        return error.msg, "use null, or leave the entry out"
    if error.msg.startswith("Extra data"):
        return (
            "the text goes on after its value has ended",
            "remove what stands after the last bracket, or the bracket too many before",
        )
    if found == "\\":
        return "JSON does not know this escape", _HINTS[found]
    hint = _HINTS.get(found, "")
    if not hint and "','" in error.msg:
        hint = "put a comma between the entries"
    if not hint and "property name" in error.msg:
        hint = "put the name in double quotes"
    if not hint and "':'" in error.msg:
        hint = "put a colon between a name and its value"
    message = _lower(error.msg.removesuffix(" starting at"))
    return message, hint or "see whether a bracket, a quote or a comma is missing"


def _lower(message: str) -> str:
    return message[:1].lower() + message[1:]


def _ends_in_string(error: json.JSONDecodeError, text: str) -> bool:
    """Whether a string that began is never closed."""
    return error.msg.startswith("Unterminated string") and '"' not in re.sub(
        r"\\.", "", text[error.pos + 1 :]
    )


def _report_cut(file: SourceFile, opened: list[int], diagnostics: Diagnostics) -> None:
    end = len(file.text.rstrip())
    related = tuple(
        Related("the innermost bracket left open", file.span(offset))
        for offset in opened[-1:]
    )
    diagnostics.add(
        JSON_SYNTAX,
        f"the text ends with {len(opened)} brackets still open",
        file.span(max(0, end - 1)),
        related=related,
        hint="the file seems to be cut short; fetch it again",
    )


_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*"?|[{}\[\]]', re.DOTALL)


def _open_brackets(text: str, end: int) -> list[int]:
    """The offsets of the brackets that are not closed before `end`."""
    opened: list[int] = []
    for match in _BRACKET.finditer(text, 0, end):
        if match[0] in "{[":
            opened.append(match.start())
        elif match[0] in "}]" and opened:
            opened.pop()
    return opened
