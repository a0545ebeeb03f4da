"""Rendering of the classes of streams of typed events, and of the methods."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...python.constants import PlainValue
from ...python.event_streams import EventStreamClass, StreamMethod
from ...python.expressions import (
    Import,
    Literal,
    Name,
    Subscript,
    TypeExpr,
    Union,
    imported_names,
    renamed,
)
from ...python.literals import string_literal
from ...python.own_classes import OwnModel
from .annotations import format_type
from .layout import (
    INDENT,
    format_bracketed,
    format_generic,
    format_type_alias,
    format_value,
)
from .type_imports import type_imports

_RESULT = Name("_runtime.ResultT")
_PARAMETERS = "Concatenate[Any, _runtime.Arguments]"


def event_stream_imports(
    classes: Iterable[EventStreamClass],
    modules: Mapping[str, str],
    own: Iterable[OwnModel],
) -> tuple[Import, ...]:
    """Return the imports of the types of items and responses, for type checkers only.

    Args:
        classes: Classes of streams.
        modules: Module of each type.
        own: Classes of the user that replace models.
    """
    types: list[TypeExpr] = []
    for item in classes:
        is_named = item.of_plain or not item.of_parsed
        types += (item.item, item.result) if is_named else (item.item,)
    names = (name for type_ in types for name in imported_names(type_))
    return type_imports(names, modules, own)


def format_event_alias(item: EventStreamClass) -> str:
    """Format the alias of the type of the events."""
    alias = _alias_name(item)
    if item.texts is None:
        return format_type_alias(alias, _item(item), INDENT)
    chunk = Subscript("_runtime.ChunkEvent", (_item(item), _result(item)))
    names = [_name_text(path) for path in item.texts]
    special = (item.parsed_text, item.arguments_text)
    others = [name for name in names if name not in special]
    events = [
        Subscript(
            f"_runtime.{kind}Event",
            (Literal(tuple(f"{name}.{kind.lower()}" for name in texts)),),
        )
        for kind, texts in (("Delta", names), ("Done", others))
        if texts
    ]
    if item.arguments_text in names:
        done = Literal((f"{item.arguments_text}.done",))
        events.append(Subscript("_runtime.ArgumentsDoneEvent", (done,)))
    if item.parsed_text in names:
        done = Literal((f"{item.parsed_text}.done",))
        events.append(Subscript("_runtime.ParsedDoneEvent", (done, _result(item))))
    type_ = Union((chunk, *events)) if events else chunk
    return format_type_alias(alias, type_, INDENT)


def _item(item: EventStreamClass) -> TypeExpr:
    return renamed(item.item, {"Any": "typing.Any"})


def _name_text(path: tuple[str, ...]) -> str:
    """Return the name of a text in the types of events, as the runtime does."""
    keys = [key for key in path if key != "[]"]
    return ".".join(keys[1:] or keys)


def _alias_name(item: EventStreamClass) -> str:
    return f"_{item.name.removesuffix('Stream')}"


def _result(item: EventStreamClass) -> TypeExpr:
    """Return the type of the complete response in the class."""
    return _RESULT if item.of_parsed else item.result


def format_event_stream_head(item: EventStreamClass, asynchronous: bool) -> str:
    """Format the first line of a class of streams."""
    prefix = "Async" if asynchronous else ""
    is_generic = item.of_parsed and item.texts is not None
    event = _alias_name(item) + (f"[{_RESULT.name}]" if is_generic else "")
    result = format_type(_result(item))
    if not item.of_parsed:
        result = string_literal(result)
    kind = "EventStream" if item.text is None else "TextEventStream"
    arguments = [string_literal(event), result]
    base = format_generic(f"_runtime.{prefix}{kind}", arguments, INDENT)
    return format_bracketed(f"class {prefix}{item.name}(", [base], "):", "")


def list_attributes(item: EventStreamClass) -> list[str]:
    """Return the attributes with the texts of chunks, and with the text of the response."""
    values: dict[str, PlainValue] = {}
    if item.texts is not None:
        values["_texts"] = item.texts
    if item.parsed_text:
        values["_parsed_text"] = item.parsed_text
    if item.arguments_text:
        values["_arguments_text"] = item.arguments_text
    if item.text is not None:
        values["_pieces"] = tuple(
            (each.path, each.conditions) for each in item.text.pieces
        )
        values["_text"] = item.text.holder, item.text.key, item.text.where
    return [
        format_value(f"{INDENT}{name} = ", value, INDENT)
        for name, value in values.items()
    ]


def format_final(item: EventStreamClass, asynchronous: bool) -> str:
    """Format the signature of the method that returns the complete response."""
    word = "async def" if asynchronous else "def"
    returns = format_type(_result(item))
    return format_bracketed(
        f"{word} {item.final}(", ["self"], f") -> {returns}:", INDENT
    )


def list_method_types(classes: Iterable[EventStreamClass]) -> list[str]:
    """Return the types of the methods of all classes.

    An empty line separates functions from other lines, as black does it.
    """
    lines: list[str] = []
    after_function = False
    for item in classes:
        for asynchronous in (False, True):
            for source in _method_types(item, asynchronous):
                is_function = source.startswith(f"{INDENT}def ")
                lines += [""] if is_function != after_function else []
                lines.append(source)
                after_function = is_function
    return lines


def _method_types(item: EventStreamClass, asynchronous: bool) -> list[str]:
    """Return the type that methods return, and the function for parsing methods."""
    owner = "Async" if asynchronous else ""
    stream = f"{owner}{item.name}"
    types: list[str] = []
    if item.of_plain:
        result = (Name(format_type(item.result)),) if item.of_parsed else ()
        kind = Subscript(stream, result) if result else Name(stream)
        types.append(
            format_type_alias(
                f"{stream}Manager",
                Subscript(f"_runtime.{owner}StreamManager", (kind,)),
                INDENT,
            )
        )
    if item.of_parsed:
        types.append(_format_parsed_type(item, asynchronous))
    return types


def _format_parsed_type(item: EventStreamClass, asynchronous: bool) -> str:
    """Format the function for methods whose response has a type of the caller."""
    prefix, owner = ("async_", "Async") if asynchronous else ("", "")
    returned = f"Coroutine[Any, Any, {_RESULT.name}]" if asynchronous else _RESULT.name
    opened = f"{owner}{item.name}[{_RESULT.name}]"
    stream = format_generic(f"_runtime.{owner}StreamManager", [opened], INDENT * 2, ",")
    method = format_bracketed(
        "method: Callable[", [_PARAMETERS, returned], "],", INDENT * 2
    )
    tail = format_bracketed(") -> Callable[", [_PARAMETERS, stream], "]: ...", INDENT)
    return f"{INDENT}def {prefix}parsed_{item.function}(\n{method}\n{tail}"


def format_stream_method(method: StreamMethod, asynchronous: bool) -> str:
    """Format the attribute that is a method for streaming."""
    prefix, owner = ("async_", "Async") if asynchronous else ("", "")
    inner = INDENT * 2
    typed = format_bracketed(
        f"{method.name} = {prefix}{method.function}(", [method.source], ")", inner
    )
    names = [
        method.source,
        *map(string_literal, (method.name, f"{owner}{method.stream}")),
    ]
    runs = format_bracketed(
        f"{method.name} = _runtime.{prefix}stream_method(", names, ")", inner
    )
    text = f"Stream the response of `{method.source}` as typed events."
    documentation = f'{INDENT}"""{text}"""'
    return f"{INDENT}if TYPE_CHECKING:\n{typed}\n{INDENT}else:\n{runs}\n{documentation}"
