"""Calls that a reader can start from: what must be given, with values that would do."""

from __future__ import annotations

from collections.abc import Mapping

from ...model.types import Documentation, JsonValue
from ...python.expressions import (
    NONE,
    Literal,
    Name,
    Subscript,
    TypeExpr,
    union_members,
)
from ...python.literals import literal_text
from ...python.resources import Argument, Method, Place, Streams

_LONGEST = 60
_WIDTH = 88
_PLAIN = {
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

Aliases = Mapping[str, TypeExpr]
"""What the names of types that are no classes stand for."""


def example_call(
    call: str,
    method: Method,
    said: Mapping[tuple[Place, str], Documentation],
    aliases: Aliases,
) -> str:
    """A call as Python source, in lines that fit.

    Args:
        call: `chat.completions.create`.
        method: what is called.
        said: what the document says of each argument.
        aliases: what the names of types stand for.
    """
    parts = []
    for item in method.arguments:
        if item.required:
            value = _value(item, said.get((item.place, item.key)), aliases)
            parts.append(value if item.positional else f"{item.name}={value}")
    head = f"client.{call}("
    if method.streams is Streams.ALWAYS:
        head = f"stream = {head}"
    elif method.returns != NONE:
        head = f"result = {head}"
    line = f"{head}{', '.join(parts)})"
    if len(line) <= _WIDTH:
        return line
    return "\n".join((head, *(f"    {part}," for part in parts), ")"))


def _value(item: Argument, said: Documentation | None, aliases: Aliases) -> str:
    type_ = _behind(item.type, aliases)
    if isinstance(type_, Literal):
        return literal_text(type_.values[0])
    if said is not None and _first(type_) != _FILE:
        for sample in (*said.examples, said.default):
            shown = _shown(sample)
            if shown and _suits(shown, type_):
                return shown
    return _made(type_, item.name)


def _behind(type_: TypeExpr, aliases: Aliases) -> TypeExpr:
    """The type itself, where it is given by a name; of a union, the first member."""
    for _ in range(8):
        first = _first(type_)
        value = aliases.get(first.name) if isinstance(first, Name) else None
        if value is None:
            return type_
        type_ = value
    return type_


def _first(type_: TypeExpr) -> TypeExpr:
    return union_members(type_)[0]


def _shown(sample: JsonValue) -> str:
    if sample is None or isinstance(sample, list | dict):
        return ""
    text = literal_text(sample)
    return text if len(text) <= _LONGEST else ""


def _suits(shown: str, type_: TypeExpr) -> bool:
    """Whether a sample is of a type that is allowed, so far as that can be seen."""
    kinds = {"str"} if shown[0] in "\"'" else {"bool"}
    if shown not in ("True", "False") and shown[0] not in "\"'":
        kinds = {"int", "float"} if "." not in shown else {"float"}
    return any(Name(kind) in union_members(type_) for kind in kinds)


def _made(type_: TypeExpr, name: str) -> str:
    match _first(type_):
        case Literal(values):
            return literal_text(values[0])
        case Name("str") if name.endswith("_id"):
            return literal_text(f"{name.removesuffix('_id')}-1")
        case Name(type_name):
            return _PLAIN.get(type_name, "{}")
        case Subscript("Sequence"):
            return "[]"
        case _:
            return "{}"
