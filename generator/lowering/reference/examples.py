"""Generation of example calls with values for all required arguments."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TypeAlias

from ...model.types import Documentation, JsonValue
from ...python.expressions import (
    NONE,
    Literal,
    Name,
    Subscript,
    TypeExpr,
    imported_names,
    is_unpacked,
    union_members,
)
from ...python.literals import literal_text
from ...python.resources import Argument, Method, Place, Streams
from .generated_values import GeneratedValues

_MAX_VALUE = 60
"""Characters of an example value from the document; longer ones are not used."""
_LINE_LENGTH = 88
_MAX_ALIASES = 8
"""Aliases of aliases that are resolved."""
_VALUES = {
    "str": '"…"',
    "int": "1",
    "float": "1.0",
    "bool": "True",
    "object": "{}",
    "FileTypes": 'Path("file.bin")',
    "datetime": "datetime.now()",
    "date": "date.today()",
    "None": "None",
}
_FILE = Name("FileTypes")
_EMPTY = ("{}", "[]")

Aliases: TypeAlias = Mapping[str, TypeExpr]
"""Value of each type alias, by name."""


def example_call(
    call: str,
    method: Method,
    documentation: Mapping[tuple[Place, str], Documentation],
    aliases: Aliases,
    generated: GeneratedValues,
    needed: Collection[str] = (),
) -> str:
    """Return the shortest call of a method as Python source.

    Args:
        call: Path of the method on the client, such as `chat.completions.create`.
        method: Method to call.
        documentation: Documentation of the arguments, by location and name.
        aliases: Value of each type alias, by name.
        generated: Values of arguments that are objects or arrays.
        needed: Names of optional properties of the body that the call needs.
    """
    start = f"client.{call}("
    if method.streams is Streams.ALWAYS:
        start = f"stream = {start}"
    elif method.returns != NONE:
        start = f"result = {start}"
    arguments = example_arguments(method, documentation, aliases, generated, needed)
    return format_call(start, arguments, ")")


def example_arguments(
    method: Method,
    documentation: Mapping[tuple[Place, str], Documentation],
    aliases: Aliases,
    generated: GeneratedValues = lambda _: "",
    needed: Collection[str] = (),
) -> tuple[str, ...]:
    """Return the required arguments of a method as Python source; see `example_call`."""
    arguments = []
    for item in method.default_arguments:
        is_needed = item.place is Place.BODY and item.key in needed
        if item.required or item.with_body or is_needed:
            details = documentation.get((item.place, item.key))
            value = _example_value(item, details, aliases, generated)
            arguments.append(value if item.positional else f"{item.name}={value}")
    return tuple(arguments)


def example_values(
    method: Method,
    documentation: Mapping[tuple[Place, str], Documentation],
    aliases: Aliases,
    generated: GeneratedValues = lambda _: "",
) -> dict[str, str]:
    """Return an example of each argument as Python source, by name; see `example_call`."""
    return {
        item.name: _example_value(
            item, documentation.get((item.place, item.key)), aliases, generated
        )
        for item in method.default_arguments
    }


def format_call(start: str, arguments: tuple[str, ...], end: str) -> str:
    """Return a call in one line, or with each argument in a line if it is too long.

    Args:
        start: Source before the arguments, with the opening parenthesis.
        arguments: Source of the arguments.
        end: Source after the arguments, with the closing parenthesis.
    """
    line = f"{start}{', '.join(arguments)}{end}"
    if (len(line) <= _LINE_LENGTH and "\n" not in line) or not arguments:
        return line
    lines = (argument.replace("\n", "\n    ") for argument in arguments)
    return "\n".join((start, *(f"    {argument}," for argument in lines), end))


def _example_value(
    item: Argument,
    documentation: Documentation | None,
    aliases: Aliases,
    generated: GeneratedValues,
) -> str:
    """Return the value of an argument, generated in place of an empty object or array."""
    value = _argument_value(item, documentation, aliases)
    # Generated values are JSON, which has no files.
    if value not in _EMPTY or _FILE.name in imported_names(item.type):
        return value
    return generated(item) or value


def _argument_value(
    item: Argument, documentation: Documentation | None, aliases: Aliases
) -> str:
    """Return an example from the document, or a value of the type, as Python source."""
    type_ = _resolve(item.type, aliases)
    if isinstance(type_, Literal):
        return literal_text(type_.values[0])
    if documentation is not None and _first_member(type_) != _FILE:
        for sample in (*documentation.examples, documentation.default):
            source = _scalar_source(sample)
            if source and _is_allowed(source, type_):
                return source
    return _default_value(type_, item.name, aliases)


def _resolve(type_: TypeExpr, aliases: Aliases) -> TypeExpr:
    """Resolve an alias; of a union, the first member is resolved."""
    for _ in range(_MAX_ALIASES):
        first = _first_member(type_)
        value = aliases.get(first.name) if isinstance(first, Name) else None
        if value is None:
            return type_
        type_ = value
    return type_


def _first_member(type_: TypeExpr) -> TypeExpr:
    return union_members(type_)[0]


def _scalar_source(value: JsonValue) -> str:
    """Return the source of a short scalar, or `""` for other values."""
    if value is None or isinstance(value, list | dict):
        return ""
    source = literal_text(value)
    return source if len(source) <= _MAX_VALUE else ""


def _is_allowed(source: str, type_: TypeExpr) -> bool:
    """Return whether the type of a scalar is a member of a type."""
    kinds = {"str"} if source[0] in "\"'" else {"bool"}
    if source not in ("True", "False") and source[0] not in "\"'":
        kinds = {"int", "float"} if "." not in source else {"float"}
    return any(Name(kind) in union_members(type_) for kind in kinds)


def _default_value(type_: TypeExpr, name: str, aliases: Aliases, depth: int = 0) -> str:
    """Return the source of a value of a type.

    Args:
        type_: Type of the argument.
        name: Name of the argument; an argument `order_id` gets the value `order-1`.
        aliases: Value of each type alias, by name.
        depth: Number of tuples around the value.
    """
    match _first_member(type_):
        case Literal(values):
            return literal_text(values[0])
        case Name("str") if name.endswith("_id"):
            return literal_text(f"{name.removesuffix('_id')}-1")
        case Name(type_name):
            return _VALUES.get(type_name, "{}")
        case Subscript("Sequence" | "Iterable", (item,)) if item == _FILE:
            return f"[{_VALUES[_FILE.name]}]"
        case Subscript("Sequence" | "Iterable"):
            return "[]"
        case Subscript("tuple", arguments) if depth < _MAX_ALIASES:
            items = [
                _default_value(_resolve(argument, aliases), name, aliases, depth + 1)
                for argument in arguments
                if not is_unpacked(argument)
            ]
            return f"({', '.join(items)}{',' if len(items) == 1 else ''})"
        case _:
            return "{}"
