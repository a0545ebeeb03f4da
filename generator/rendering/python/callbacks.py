"""Rendering of the methods that parse payloads of callbacks."""

from __future__ import annotations

from ...python.callbacks import CallbackMethod, WebhookEvent
from ...python.expressions import TypeExpr
from ...python.literals import string_literal
from .annotations import format_type
from .layout import INDENT, fits, format_annotated, format_bracketed, format_expanded


def format_callback_signature(method: CallbackMethod) -> str:
    """Format the signature of a method that parses a payload."""
    payload = "bytes" if method.requires_bytes else "str | bytes"
    headers = "" if method.requires_headers else " | None = None"
    arguments = ["self", f"payload: {payload}", f"headers: Mapping[str, str]{headers}"]
    head = f"def {method.name}("
    returns = format_annotated(") -> ", method.returns, ":", INDENT).removeprefix(
        INDENT
    )
    line = f"{INDENT}{head}{', '.join(arguments)}{returns}"
    if "\n" not in line and fits(line):
        return line
    return format_expanded(head, arguments, returns, INDENT)


def format_callback_call(method: CallbackMethod) -> str:
    """Format the statement that parses a payload."""
    return _format_call(
        "parse_callback", ["self._client"], method.types, ["payload", "headers"]
    )


def format_unwrap_return(event: WebhookEvent) -> str:
    """Format the end of the signature of the method that parses webhooks."""
    return format_annotated(") -> ", event.type, ":", INDENT)


def format_unwrap_call(event: WebhookEvent) -> str:
    """Format the statement that parses a webhook."""
    arguments = ["payload", "headers", "secret"]
    return _format_call("unwrap", ["self._client"], event.types, arguments)


def _format_call(
    function: str,
    before: list[str],
    types: tuple[tuple[str, TypeExpr], ...],
    after: list[str],
) -> str:
    """Format a call of the runtime that has the types by media type as an argument."""
    indent = INDENT * 2
    pairs = [
        f"{string_literal(name)}: {string_literal(format_type(type_))}"
        for name, type_ in types
    ]
    mapping = f"{{{', '.join(pairs)}}}"
    if not fits(f"{indent}{INDENT}{mapping},"):
        mapping = format_expanded("{", pairs, "}", indent + INDENT).lstrip()
    return format_bracketed(
        f"return _runtime.{function}(", [*before, mapping, *after], ")", indent
    )
