"""Calls that a reader can start from: what must be given, with values that would do."""

from __future__ import annotations

from collections.abc import Mapping

from ...model.types import Documentation, JsonValue
from ...python.expressions import LiteralExpr, TypeExpr
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


Aliases = Mapping[str, TypeExpr | LiteralExpr]
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
    elif method.returns.members != ("None",):
        head = f"result = {head}"
    line = f"{head}{', '.join(parts)})"
    if len(line) <= _WIDTH:
        return line
    return "\n".join((head, *(f"    {part}," for part in parts), ")"))


def _value(item: Argument, said: Documentation | None, aliases: Aliases) -> str:
    type_ = _behind(item.type, aliases)
    if isinstance(type_, LiteralExpr):
        return literal_text(type_.values[0])
    if said is not None and type_.members[0] != "FileTypes":
        for sample in (*said.examples, said.default):
            shown = _shown(sample)
            if shown and _suits(shown, type_):
                return shown
    return _made(type_, item.name)


def _behind(type_: TypeExpr, aliases: Aliases) -> TypeExpr | LiteralExpr:
    """The type itself, where it is given by a name; of a union, the first member."""
    for _ in range(8):
        value = aliases.get(type_.members[0])
        if value is None:
            return type_
        if isinstance(value, LiteralExpr):
            return value
        type_ = value
    return type_


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
    return not kinds.isdisjoint(type_.members)


def _made(type_: TypeExpr, name: str) -> str:
    first = type_.members[0]
    if first.startswith("Literal["):
        return _first_literal(first)
    if first == "str" and name.endswith("_id"):
        return literal_text(f"{name.removesuffix('_id')}-1")
    if first.startswith("Sequence["):
        return "[]"
    return _PLAIN.get(first, "{}")


def _first_literal(text: str) -> str:
    """The first value of `Literal[…]`; a comma inside a string does not end it."""
    inner = text[len("Literal[") : -1]
    if inner[0] not in "\"'":
        return inner.partition(",")[0]
    quote, position = inner[0], 1
    while inner[position] != quote:
        position += 2 if inner[position] == "\\" else 1
    return inner[: position + 1]
