"""Read JSON into plain values; report duplicate keys and unsupported numbers."""

from __future__ import annotations

import json
import re
from typing import Any

from ...diagnostics import Diagnostics, Rule, Severity
from ...source import Location, SourceFile
from ..duplicates import report_duplicate_keys
from ..limits import NUMBER_OUT_OF_RANGE, is_too_deep, refuse_too_deep, shorten
from ..yaml.scalars import parse_finite, parse_integer
from .places import json_places


def read_json(file: SourceFile, diagnostics: Diagnostics) -> Any:
    """Return the value of a JSON text (RFC 8259).

    Control characters in strings, such as tabs, are accepted. If an object contains a key
    twice, the last value is used.

    Args:
        file: Source of the text.
        diagnostics: Receives the diagnostics.

    Raises:
        json.JSONDecodeError: The text is not JSON; no diagnostics were added.
        GenerationError: The text is nested too deeply.
    """
    reader = _Reading(file)
    try:
        value = reader.decoder.decode(file.text)
    except RecursionError:
        refuse_too_deep(file, diagnostics)
    if is_too_deep(value):
        refuse_too_deep(file, diagnostics)
    if reader.has_duplicates:
        report_duplicate_keys(file, json_places, diagnostics)
    if _SURROGATE.search(file.text):
        value = _without_surrogates(value, Location(file, ()), diagnostics)
    for text in reader.unsupported_numbers:
        offset = find_token(file.text, text)
        diagnostics.add(
            NUMBER_OUT_OF_RANGE,
            f"{shorten(text)} cannot be represented as a number; it is read as a string",
            file.span(offset, offset + len(text)),
        )
    return value


LONE_SURROGATE = Rule(
    "lone-surrogate",
    Severity.WARNING,
    "A string contains the escape sequence of one half of a surrogate pair (`\\ud800` to"
    " `\\udfff`), which is not a character and cannot be encoded in UTF-8. It is replaced"
    " by U+FFFD.",
    hint="write both halves of the surrogate pair, or the character itself",
)

_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_HALF = re.compile("[\ud800-\udfff]")


def _without_surrogates(value: Any, where: Location, diagnostics: Diagnostics) -> Any:
    """Return a value with U+FFFD for each half of a surrogate pair, including keys."""
    if isinstance(value, str) and _HALF.search(value):
        message = "lone surrogate in a string; it is replaced by U+FFFD"
        diagnostics.add(LONE_SURROGATE, message, where)
        return _HALF.sub("\ufffd", value)
    if isinstance(value, list):
        return [
            _without_surrogates(item, _below(where, str(index)), diagnostics)
            for index, item in enumerate(value)
        ]
    if isinstance(value, dict):
        return {
            _without_surrogates(key, where, diagnostics): _without_surrogates(
                item, _below(where, key), diagnostics
            )
            for key, item in value.items()
        }
    return value


def _below(where: Location, token: str) -> Location:
    return Location(where.file, (*where.pointer, token))


class _Reading:
    """A JSON decoder with hooks that record duplicate keys and unsupported numbers."""

    def __init__(self, file: SourceFile) -> None:
        self._file = file
        self.has_duplicates = False
        self.unsupported_numbers: list[str] = []
        self.decoder = json.JSONDecoder(
            object_pairs_hook=self._object,
            parse_float=self._float,
            parse_int=self._integer,
            parse_constant=self._constant,
            strict=False,
        )

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(pairs)
        if len(value) != len(pairs):
            self.has_duplicates = True
        return value

    def _float(self, text: str) -> float | str:
        try:
            return parse_finite(text)
        except ValueError:
            self.unsupported_numbers.append(text)
            return text

    def _integer(self, text: str) -> int | str:
        try:
            return parse_integer(text)
        except ValueError:
            self.unsupported_numbers.append(text)
            return text

    def _constant(self, text: str) -> Any:
        offset = find_token(self._file.text, text)
        raise json.JSONDecodeError(
            f"{text} is not a JSON value", self._file.text, offset
        )


_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"?|[^\s{}\[\],":]+', re.DOTALL)


def find_token(text: str, token: str) -> int:
    """Return the offset of the first occurrence of a token outside of strings."""
    for match in _TOKEN.finditer(text):
        if match[0] == token:
            return match.start()
    return 0
