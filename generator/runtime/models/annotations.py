"""The grammar of the annotations that emitted modules carry, and its parser.

    union    = term { "|" term }
    term     = "None" | "Any" | "object" | "str" | "int" | "float" | "bool" | "bytes"
             | "list" "[" union "]" | "dict" "[" "str" "," union "]"
             | "Literal" "[" value { "," value } "]" | NAME | STRING
    value    = STRING | ["-"] NUMBER | "True" | "False" | "None"

Annotations are text at run time; they are read here and never evaluated. A STRING that
stands for a type is an annotation again, as in `list["Node"]`. The value of a type alias
may be such text, or the object that Python made of it; `node_of` reads both.
"""

from __future__ import annotations

import re
from ast import literal_eval
from collections.abc import Iterator
from functools import cache
from types import NoneType, UnionType
from typing import Any, ForwardRef, Literal, TypeAlias
from typing import Union as TypingUnion
from typing import get_args, get_origin

LiteralValue: TypeAlias = str | int | float | bool | None


class _Shape:
    """A node; slotted classes by hand, since importing must be cheap."""

    __slots__ = ()

    def __repr__(self) -> str:
        names: tuple[str, ...] = self.__slots__
        values = ", ".join(repr(getattr(self, name)) for name in names)
        return f"{type(self).__name__}({values})"


class Scalar(_Shape):
    """A JSON string, number, boolean or null, or what does not come as JSON at all."""

    __slots__ = ()


class Anything(_Shape):
    """Any JSON value."""

    __slots__ = ()


class Literals(_Shape):
    """One of some values."""

    __slots__ = ("values",)

    def __init__(self, values: tuple[LiteralValue, ...]) -> None:
        self.values = values


class ListOf(_Shape):
    """A JSON array of one type."""

    __slots__ = ("item",)

    def __init__(self, item: Node) -> None:
        self.item = item


class MapOf(_Shape):
    """A JSON object with any keys and values of one type."""

    __slots__ = ("value",)

    def __init__(self, value: Node) -> None:
        self.value = value


class Union(_Shape):
    """One of some types, in order of declaration."""

    __slots__ = ("members",)

    def __init__(self, members: tuple[Node, ...]) -> None:
        self.members = members


class Name(_Shape):
    """A class or an alias, to be found by its name."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name


class Class(_Shape):
    """A class itself."""

    __slots__ = ("cls",)

    def __init__(self, cls: type) -> None:
        self.cls = cls


Node: TypeAlias = Scalar | Anything | Literals | ListOf | MapOf | Union | Name | Class

SCALARS = frozenset({"None", "str", "int", "float", "bool", "bytes"})
_CONSTANTS = {"True": True, "False": False, "None": None}
_TOKEN = r"""\s*(
    [^][\s|,'"\d.-][^][\s|,'"]*                      # name, in any script
    | '(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*"          # string
    | -?\s*(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?      # number
    | [][|,]
)\s*"""


@cache
def _scanner() -> re.Pattern[str]:
    """The pattern of one token; compiled at first use, for importing must be cheap."""
    return re.compile(_TOKEN, re.VERBOSE | re.DOTALL)


def _tokens(text: str) -> Iterator[str]:
    scan, position, end = _scanner().match, 0, len(text)
    while position < end:
        found = scan(text, position)
        if found is None:
            raise SyntaxError(f"not an annotation at column {position}: {text!r}")
        yield found[1]
        position = found.end()
    yield ""


class _Parser:
    """Recursive descent with one token of lookahead."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = _tokens(text)
        self._next = next(self._tokens)

    def whole(self) -> Node:
        node = self._union()
        if self._next:
            raise self._unexpected()
        return node

    def _take(self) -> str:
        token = self._next
        if not token:
            raise self._unexpected()
        self._next = next(self._tokens)
        return token

    def _expect(self, token: str) -> None:
        if self._next != token:
            raise self._unexpected()
        self._take()

    def _unexpected(self) -> SyntaxError:
        what = repr(self._next) if self._next else "the end"
        return SyntaxError(f"unexpected {what} in the annotation {self._text!r}")

    def _union(self) -> Node:
        members = [self._term()]
        while self._next == "|":
            self._take()
            members.append(self._term())
        return members[0] if len(members) == 1 else Union(tuple(members))

    def _term(self) -> Node:
        token = self._next
        if not token or not (token[0] in "'\"" or token.isidentifier()):
            raise self._unexpected()
        self._take()
        if token[0] in "'\"":
            return parse(_string(token))
        if token == "None":
            return Literals((None,))
        if token in SCALARS:
            return Scalar()
        if token in ("Any", "object"):
            return Anything()
        return self._subscribed(token) if self._next == "[" else _bare(token)

    def _subscribed(self, generic: str) -> Node:
        self._take()
        node: Node
        if generic == "Literal":
            node = self._literals()
        elif generic == "list":
            node = ListOf(self._union())
        elif generic == "dict":
            self._expect("str")
            self._expect(",")
            node = MapOf(self._union())
        else:
            raise SyntaxError(f"{generic}[...] is no annotation: {self._text!r}")
        self._expect("]")
        return node

    def _literals(self) -> Literals:
        values = [self._value()]
        while self._next == ",":
            self._take()
            values.append(self._value())
        return Literals(tuple(values))

    def _value(self) -> LiteralValue:
        token = self._take()
        if token[0] in "'\"":
            return _string(token)
        if token in _CONSTANTS:
            return _CONSTANTS[token]
        if token[-1].isdigit() or token[-1] == ".":
            number: LiteralValue = literal_eval(token)
            return number
        raise SyntaxError(f"{token!r} is no literal value in {self._text!r}")


def _string(token: str) -> str:
    """The text that a string token stands for."""
    if "\\" not in token:
        return token[1:-1]
    text: str = literal_eval(token)
    return text


def _bare(name: str) -> Node:
    """A name without brackets; `list` and `dict` alone say nothing of what they hold."""
    if name == "list":
        return ListOf(Anything())
    return MapOf(Anything()) if name == "dict" else Name(name)


@cache
def parse(text: str) -> Node:
    """The node of an annotation.

    Raises:
        SyntaxError: the text is not of the grammar.
    """
    return _Parser(text).whole()


def node_of(value: Any) -> Node:
    """The node of an annotation or of an alias's value: text, a class or an object of `typing`.

    Raises:
        SyntaxError: it is nothing that the grammar could say.
    """
    if isinstance(value, str):
        return parse(value)
    if isinstance(value, ForwardRef):
        return parse(value.__forward_arg__)
    if type(value).__name__ == "TypeAliasType":  # of `typing` or `typing_extensions`
        return node_of(value.__value__)
    if value is None or value is NoneType:
        return Literals((None,))
    if value is Any or value is object:
        return Anything()
    origin, arguments = get_origin(value), get_args(value)
    if origin is Literal:
        return Literals(arguments)
    if origin is TypingUnion or origin is UnionType:
        return Union(tuple(map(node_of, arguments)))
    if value is list or origin is list:
        return ListOf(node_of(arguments[0]) if arguments else Anything())
    if value is dict or origin is dict:
        return MapOf(node_of(arguments[1]) if arguments else Anything())
    if isinstance(value, type) and origin is None:
        return Scalar() if value.__name__ in SCALARS else Class(value)
    raise SyntaxError(f"{value!r} is no annotation")
