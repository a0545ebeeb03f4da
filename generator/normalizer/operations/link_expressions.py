"""Runtime expressions of links (OpenAPI 3.1, section 4.8.20.4)."""

from __future__ import annotations

import re
from typing import Any

from ...model.links import Constant, Expression, ExpressionSource, LinkValue, Template
from ...model.types import JsonValue
from ...source import parse_pointer

_PLAIN = (ExpressionSource.URL, ExpressionSource.METHOD, ExpressionSource.STATUS_CODE)
_NAMED = (
    *(ExpressionSource.REQUEST_PATH, ExpressionSource.REQUEST_QUERY),
    *(ExpressionSource.REQUEST_HEADER, ExpressionSource.RESPONSE_HEADER),
)
_BODIES = (ExpressionSource.REQUEST_BODY, ExpressionSource.RESPONSE_BODY)
_EMBEDDED = re.compile(r"\{(\$[^{}]*)\}")
_BAD_ESCAPE = re.compile(r"~(?![01])")


class InvalidExpressionError(ValueError):
    """A string that begins with `$` and is not a runtime expression."""


def read_value(value: Any) -> LinkValue:
    """Return the value of a parameter or a body of a link.

    A string that begins with `$` is an expression, a string with `{$…}` contains
    expressions, and any other value is a constant.

    Args:
        value: The JSON value of the document.

    Raises:
        InvalidExpressionError: An expression is not valid.
    """
    if not isinstance(value, str):
        return Constant(_as_json(value))
    if value.startswith("$"):
        return _read_expression(value)
    pieces = _EMBEDDED.split(value)
    if len(pieces) == 1:
        return Constant(value)
    # Every second piece is the expression between two constant pieces.
    parts = (
        _read_expression(piece) if position % 2 else piece
        for position, piece in enumerate(pieces)
    )
    return Template(tuple(part for part in parts if part != ""))


def _as_json(value: Any) -> JsonValue:
    json: JsonValue = value
    return json


def _read_expression(text: str) -> Expression:
    for source in _PLAIN:
        if text == source.value:
            return Expression(source)
    for source in _NAMED:
        if text.startswith(source.value) and len(text) > len(source.value):
            return Expression(source, text.removeprefix(source.value))
    for source in _BODIES:
        rest = text.removeprefix(source.value)
        if rest == text:
            continue
        pointer = rest.removeprefix("#")
        if rest == "" or (rest != pointer and _is_pointer(pointer)):
            return Expression(source, pointer=parse_pointer(pointer))
    raise InvalidExpressionError(f"invalid runtime expression {text!r}")


def _is_pointer(text: str) -> bool:
    """Return whether a text is a JSON pointer (RFC 6901)."""
    return text == "" or (text.startswith("/") and not _BAD_ESCAPE.search(text))
