"""Arguments that are written as pairs: `model=m`, `metadata[topic]=x`, `n:=2`, `file@a.txt`.

A pair consists of a path of names, an operator and a text. Names in brackets are members of
objects, numbers are indexes of arrays, and empty brackets append an item.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from ..requests.encoding import is_list, is_object
from .schemas import ArgumentError, unknown_member

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .index import Schema
    from .schemas import Schemas

_PAIR: Final = re.compile(r"([^\[\]=:@\s]+)((?:\[[^\[\]]*\])*)(:=|=|@)(.*)", re.DOTALL)
_STEP: Final = re.compile(r"\[([^\[\]]*)\]")

_ABSENT: Final = object()
_ANYTHING: Final[Schema] = {}

Path: TypeAlias = "tuple[str, ...]"
"""Names of members and indexes of items, as they are written; `""` appends an item."""


class Pair(NamedTuple):
    """A pair.

    Attributes:
        name: Name of the argument.
        path: Path from the argument to the value; empty for the argument itself.
        operator: `=` for text, `:=` for JSON, `@` for a file to upload.
        text: The text after the operator.
    """

    name: str
    path: Path
    operator: str
    text: str

    @property
    def place(self) -> str:
        """The value in messages: `messages[0][role]`."""
        return self.name + "".join(f"[{step}]" for step in self.path)


def split_pair(token: str, names: frozenset[str]) -> Pair | None:
    """Split a pair, or return `None` for a text that is none.

    Args:
        token: The text.
        names: Names of arguments, which can contain characters that otherwise separate
            names from values.
    """
    for name in sorted(names, key=len, reverse=True):
        rest = token[len(name) :]
        if token.startswith(name) and (match := _PAIR.fullmatch(f"x{rest}")):
            return Pair(name, _path(match[2]), match[3], match[4])
    match = _PAIR.fullmatch(token)
    return Pair(match[1], _path(match[2]), match[3], match[4]) if match else None


def _path(text: str) -> Path:
    return tuple(_STEP.findall(text))


def schema_at(
    schema: Schema, path: Path, schemas: Schemas, name: str, strict: bool = True
) -> tuple[Schema, tuple[bool, ...]]:
    """Return the schema of the value at a path, and which steps are items of arrays.

    Args:
        schema: Schema of the argument.
        path: Path from the argument.
        schemas: The schemas of the client.
        name: Name of the argument, for messages.
        strict: Whether members must be declared; others have any value.

    Raises:
        ArgumentError: There is no such member.
    """
    place = name
    are_items: list[bool] = []
    for step in path:
        kinds = schemas.kinds(schema)
        is_index = (not step or step.isdecimal()) and (not kinds or "array" in kinds)
        key: str | int = int(step or 0) if is_index else step
        if not step and not is_index:
            raise ArgumentError(
                place, "is not an array, so that [] cannot append to it"
            )
        are_items.append(is_index)
        child, names = schemas.child(schema, key)
        is_possible = not strict or (not is_index and not schemas.is_closed(schema))
        if child is None and is_possible:
            child = _ANYTHING
        if child is None:
            raise _no_child(schema, schemas, place, step, names)
        schema, place = child, f"{place}[{step}]"
    return schema, tuple(are_items)


def _no_child(
    schema: Schema, schemas: Schemas, place: str, step: str, names: list[str]
) -> ArgumentError:
    """Return the error for a step to a value that does not exist.

    Args:
        schema: Schema of the value without such a member or item.
        schemas: The schemas of the client.
        place: Name of this value.
        step: The step.
        names: Names of the declared members.
    """
    if "object" in schemas.kinds(schema):
        return ArgumentError(f"{place}[{step}]", unknown_member(step, names))
    part = "item" if step.isdecimal() else "member"
    accepted = schemas.describe(schema)
    return ArgumentError(place, f"must be {accepted}, which has no {part} {step!r}")


def repeated(schema: Schema, schemas: Schemas, place: str) -> ArgumentError:
    """Return the error for a second value of an argument or member."""
    is_array = "array" in schemas.kinds(schema)
    hint = f"; write {place}[]=VALUE for each item" if is_array else ""
    return ArgumentError(place, f"is given twice{hint}")


def assign(
    target: dict[str, Any],
    pair: Pair,
    are_items: Sequence[bool],
    value: Any,
    error: ArgumentError,
) -> None:
    """Put a value into the arguments.

    Args:
        target: The arguments by name.
        pair: The pair with the path.
        are_items: Which of its steps are items of arrays.
        value: The value.
        error: Raised if there is a value already.

    Raises:
        ArgumentError: The path does not fit the values of earlier pairs.
    """
    place = pair.name
    owner: Any = target
    key: str | int = pair.name
    for depth, step in enumerate(pair.path):
        child = _get(owner, key)
        if child is _ABSENT:
            child = _new(are_items[depth])
            _set(owner, key, child)
        if is_list(child):
            key = _index(child, step, pair.path[depth + 1 :], place)
        elif is_object(child) and step:
            key = step
        else:
            raise ArgumentError(place, "has a value already, which has no members")
        owner, place = child, f"{place}[{step}]"
    if _get(owner, key) is not _ABSENT:
        raise error
    _set(owner, key, value)


def _index(items: Sequence[Any], step: str, rest: Path, place: str) -> int:
    """Return the index of an item.

    Empty brackets select the last item as long as the members that follow are new to it,
    so that `a[][x]=1 a[][y]=2` is one item.
    """
    if not step:
        last = items[-1] if items else None
        if rest and rest[0] and isinstance(last, dict) and rest[0] not in last:
            return len(items) - 1
        return len(items)
    if not step.isdecimal():
        raise ArgumentError(place, f"is an array, which has no member {step!r}")
    if int(step) > len(items):
        problem = f"the next index is {len(items)}, not {int(step)}"
        raise ArgumentError(f"{place}[{step}]", problem)
    return int(step)


def _new(is_list: bool) -> Any:
    items: list[Any] = []
    members: dict[str, Any] = {}
    return items if is_list else members


def _get(owner: Any, key: str | int) -> Any:
    if isinstance(key, int):
        return owner[key] if key < len(owner) else _ABSENT
    return owner.get(key, _ABSENT)


def _set(owner: Any, key: str | int, value: Any) -> None:
    if isinstance(key, int) and key == len(owner):
        owner.append(value)
    else:
        owner[key] = value
