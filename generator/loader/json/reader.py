"""Reads JSON into plain values, with duplicate keys and odd numbers reported."""

from __future__ import annotations

import json
import re
from typing import Any

from ...diagnostics import Diagnostics, Rule, Severity
from ..duplicates import report_duplicate_keys
from ..limits import NUMBER_OUT_OF_RANGE, is_too_deep, refuse_too_deep, shorten
from ..locate import json_places
from ..yaml.scalars import finite, integer
from ...source import Location, SourceFile


def read_json(file: SourceFile, diagnostics: Diagnostics) -> Any:
    """The value of a JSON text (RFC 8259).

    Control characters inside strings, such as tabs, are let pass. Of two equal keys of
    one object the last wins.

    Raises:
        json.JSONDecodeError: the text is not JSON; nothing was added to the
            diagnostics.
        GenerationError: it is nested too deep.
    """
    reading = _Reading(file)
    try:
        value = reading.decoder.decode(file.text)
    except RecursionError:
        refuse_too_deep(file, diagnostics)
    if is_too_deep(value):
        refuse_too_deep(file, diagnostics)
    if reading.doubled:
        report_duplicate_keys(file, json_places, diagnostics)
    if _SURROGATE.search(file.text):
        value = _without_surrogates(value, Location(file, ()), diagnostics)
    for text in reading.odd_numbers:
        offset = find_token(file.text, text)
        diagnostics.add(
            NUMBER_OUT_OF_RANGE,
            f"{shorten(text)} is no number that can be held; it is read as text",
            file.span(offset, offset + len(text)),
        )
    return value


LONE_SURROGATE = Rule(
    "lone-surrogate",
    Severity.WARNING,
    "A string escapes one half of a surrogate pair (`\\ud800` to `\\udfff`), which is no"
    " character and cannot be written in UTF-8. U+FFFD stands in its place.",
)

_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_HALF = re.compile("[\ud800-\udfff]")


def _without_surrogates(value: Any, where: Location, diagnostics: Diagnostics) -> Any:
    """`value` with U+FFFD for each half of a surrogate pair, keys included."""
    if isinstance(value, str) and _HALF.search(value):
        message = "a string holds half of a surrogate pair; U+FFFD stands in its place"
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
    """What the hooks of a decoder notice."""

    def __init__(self, file: SourceFile) -> None:
        self._file = file
        self.doubled = False
        self.odd_numbers: list[str] = []
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
            self.doubled = True
        return value

    def _float(self, text: str) -> float | str:
        try:
            return finite(text)
        except ValueError:
            self.odd_numbers.append(text)
            return text

    def _integer(self, text: str) -> int | str:
        try:
            return integer(text)
        except ValueError:
            self.odd_numbers.append(text)
            return text

    def _constant(self, text: str) -> Any:
        offset = find_token(self._file.text, text)
        raise json.JSONDecodeError(
            f"{text} is not a JSON value", self._file.text, offset
        )


_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"?|[^\s{}\[\],":]+', re.DOTALL)


def find_token(text: str, token: str) -> int:
    """The offset of the first `token` in a JSON text that stands in no string."""
    for match in _TOKEN.finditer(text):
        if match[0] == token:
            return match.start()
    return 0
