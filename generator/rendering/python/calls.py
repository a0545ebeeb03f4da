"""Rendering of the statements that call operations."""

from __future__ import annotations

from ...python.expressions import NONE
from ...python.literals import string_literal
from ...python.resources import (
    Argument,
    LinkMethod,
    Method,
    Place,
    Streams,
    own_arguments,
)
from .layout import INDENT, fits, format_bracketed, format_expanded, format_item


def format_call(method: Method | LinkMethod, asynchronous: bool) -> str:
    """Format the statements that call the operation, or the target of a link."""
    if isinstance(method, LinkMethod):
        return _format_link_call(method, asynchronous)
    parts = [method.endpoint]
    if method.is_parsing:
        selected = [method.parses] if method.parses else []
        selected += [f"tools={method.tools}"] if method.tools else []
        parts = [f"{method.endpoint}.endpoint({', '.join(selected)})"]
    for place in Place:
        arguments = [item for item in method.arguments if item.place is place]
        if any(item.replaces for item in arguments):
            parts.append(_with_alternatives(place, arguments))
        elif place is Place.BODY and any(item.whole for item in arguments):
            parts.append(_body(method, arguments))
        elif place is Place.BODY and method.is_parsing:
            parts.append(_parsed_body(method, arguments))
        elif arguments and place is not Place.PARSED:
            parts.append(_pairs(place, arguments))
    parts.append("options=options")
    if method.opens is not None:
        prefix, owner = ("async_", "Async") if asynchronous else ("", "")
        name, place = method.opens
        parts[:1] = ["self", string_literal(f"{owner}{name}"), method.endpoint]
        if place is not Place.BODY:
            parts.insert(3, string_literal(place.value))
        head = f"return _runtime.{prefix}open_stream("
        return format_bracketed(head, parts, ")", INDENT * 2)
    nothing = method.returns == NONE and method.streams is Streams.NEVER
    lazy = asynchronous and method.paged
    wait = "await " if asynchronous and not lazy else ""
    name = "_page" if lazy else "_run" if nothing else "_call"
    name = "_poll" if method.polls else name
    return format_bracketed(f"return {wait}self.{name}(", parts, ")", INDENT * 2)


def _format_link_call(link: LinkMethod, asynchronous: bool) -> str:
    """Format the statements that make the call of a link."""
    client = f"Async{link.client}" if asynchronous else link.client
    method = link.method
    wait = "await " if asynchronous and not method.paged else ""
    start = "" if method.returns == NONE else "return "
    cast = format_bracketed(
        "client = cast(", [string_literal(client), "self._client"], ")", INDENT * 2
    )
    call = format_bracketed(
        f"{start}{wait}client.{link.call}(",
        [*link.arguments, "**options"],
        ")",
        INDENT * 2,
    )
    return f"{cast}\n{call}"


def _body(method: Method, arguments: list[Argument]) -> str:
    """Return the whole body, or the expression that selects it or its properties."""
    whole = next(item for item in arguments if item.whole)
    members = [item for item in arguments if not item.whole]
    if not members:
        return f"body={whole.name}"
    selector = next(item.name for item in method.arguments if item.selects_media_type)
    pairs = [f"{string_literal(item.key)}: {item.name}" for item in members]
    indent = INDENT * 4
    properties = f"{{{', '.join(pairs)}}}"
    # The properties are an item of the brackets, and the brackets an item of the call.
    if not fits(f"{indent}{properties},"):
        properties = format_expanded("{", pairs, "}", indent)[len(indent) :]
    either = [properties, whole.name]
    if any(item.whole for item in method.default_arguments):
        either.reverse()
    head = "body=_runtime.select_body("
    return format_item(head, (*either, selector), ")", INDENT * 3)


def _with_alternatives(place: Place, arguments: list[Argument]) -> str:
    """Return arguments, some of which can be passed under another name or as a whole."""
    own = own_arguments(arguments)
    (other,) = (item for item in arguments if item.replaces)
    indent = INDENT * 4
    if other.whole:
        pairs = [f"{string_literal(item.key)}: {item.name}" for item in own]
        needed = [string_literal(item.key) for item in own if item.required]
        parts = (
            format_expanded("{", pairs, "}", indent)[len(indent) :],
            format_item("[", needed, "]", indent),
            f"{other.name}={other.name}",
        )
        head = "body=_runtime.whole_or_members("
        return format_expanded(head, parts, ")", INDENT * 3)[len(INDENT * 3) :]
    names = [f"{name}={name}" for name in (*other.replaces, other.name)]
    pairs = [
        (
            format_item(
                f"{string_literal(item.key)}: _runtime.either(", names, ")", indent
            )
            if item.name in other.replaces
            else f"{string_literal(item.key)}: {item.name}"
        )
        for item in own
    ]
    head = f"{place.value}={{"
    return format_expanded(head, pairs, "}", INDENT * 3)[len(INDENT * 3) :]


def _parsed_body(method: Method, arguments: list[Argument]) -> str:
    """Return the body with the JSON Schema of the type that the response is parsed to."""
    indent = INDENT * 4
    pairs = [f"{string_literal(item.key)}: {item.name}" for item in arguments]
    members = format_expanded("{", pairs, "}", indent)[len(indent) :] if pairs else "{}"
    parts = [members, *([method.parses] if method.parses else ())]
    head = f"body={method.endpoint}.body("
    return format_expanded(head, parts, ")", INDENT * 3)[len(INDENT * 3) :]


def _pairs(place: Place, arguments: list[Argument]) -> str:
    indent = INDENT * 3
    pairs = [f"{string_literal(item.key)}: {item.name}" for item in arguments]
    flat = f"{place.value}={{{', '.join(pairs)}}}"
    if fits(f"{indent}{flat},"):
        return flat
    return format_expanded(f"{place.value}={{", pairs, "}", indent)[len(indent) :]
