"""Rendering of the methods that parse payloads of callbacks."""

from __future__ import annotations

from ...python.callbacks import CallbackMethod
from ...python.literals import string_literal
from .annotations import format_type
from .layout import INDENT, fits, format_annotated, format_bracketed, format_expanded


def format_callback_signature(method: CallbackMethod) -> str:
    """Format the signature of a method that parses a payload."""
    head, arguments = f"def {method.name}(", ["self", "payload: str | bytes"]
    returns = format_annotated(") -> ", method.returns, ":", INDENT).removeprefix(
        INDENT
    )
    line = f"{INDENT}{head}{', '.join(arguments)}{returns}"
    if "\n" not in line and fits(line):
        return line
    return format_expanded(head, arguments, returns, INDENT)


def format_callback_call(method: CallbackMethod) -> str:
    """Format the statement that parses a payload."""
    arguments = [string_literal(format_type(method.type)), "payload"]
    if method.media_type:
        arguments.append(string_literal(method.media_type))
    return format_bracketed(
        "return _runtime.parse_callback(", arguments, ")", INDENT * 2
    )
