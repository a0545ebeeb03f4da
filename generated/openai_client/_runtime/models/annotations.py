"""Parser for the annotations in emitted modules.

    union    = term { "|" term }
    term     = "None" | "Any" | "object" | "str" | "int" | "float" | "bool" | "bytes"
             | "list" "[" union "]" | "dict" "[" "str" "," union "]"
             | "Union" "[" union { "," union } "]"
             | "tuple" "[" union "," "..." "]"
             | "tuple" "[" union { "," union } [ "," "*tuple" "[" union "," "..." "]" ] "]"
             | "Literal" "[" value { "," value } "]" | NAME | STRING
    value    = STRING | ["-"] NUMBER | "True" | "False" | "None"

Annotations are strings at run time. They are parsed here and never evaluated. A STRING in
place of a type is a nested annotation, as in `list["Node"]`. The value of a type alias is
either such a string or the object that Python evaluated; `node_from_value` accepts both.
"""

from __future__ import annotations

import re
from ast import literal_eval
from collections.abc import Iterator
from functools import cache
from types import NoneType, UnionType
from typing import Any, ForwardRef, Literal, Never, TypeAlias, get_args, get_origin
from typing import Union as TypingUnion

LiteralValue: TypeAlias = str | int | float | bool | None


class _BaseNode:
    """Base class of the nodes; written by hand because dataclasses slow down the import."""

    __slots__ = ()

    def __repr__(self) -> str:
        names: tuple[str, ...] = self.__slots__
        values = ", ".join(repr(getattr(self, name)) for name in names)
        return f"{type(self).__name__}({values})"


class Scalar(_BaseNode):
    """A JSON string, number or boolean, or binary content.

    Args:
        name: `"str"`, `"int"`, `"float"`, `"bool"`, `"bytes"` or one of `NATIVE_NAMES`.
    """

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name


class Anything(_BaseNode):
    """Any JSON value."""

    __slots__ = ()


class Literals(_BaseNode):
    """One of a set of values; `None` is JSON's null."""

    __slots__ = ("values",)

    def __init__(self, values: tuple[LiteralValue, ...]) -> None:
        self.values = values


class ListOf(_BaseNode):
    """A JSON array whose items have one type."""

    __slots__ = ("item",)

    def __init__(self, item: Node) -> None:
        self.item = item


class TupleOf(_BaseNode):
    """A JSON array whose items have types by position.

    Args:
        items: Types of the positions.
        rest: Type of any number of items after these; `None` if there are none.
    """

    __slots__ = ("items", "rest")

    def __init__(self, items: tuple[Node, ...], rest: Node | None) -> None:
        self.items = items
        self.rest = rest


class MapOf(_BaseNode):
    """A JSON object with arbitrary keys whose values have one type."""

    __slots__ = ("value",)

    def __init__(self, value: Node) -> None:
        self.value = value


class Union(_BaseNode):
    """One of several types, in order of declaration."""

    __slots__ = ("members",)

    def __init__(self, members: tuple[Node, ...]) -> None:
        self.members = members


class Name(_BaseNode):
    """A class or an alias that is referenced by its name."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name


class Class(_BaseNode):
    """A class object."""

    __slots__ = ("cls",)

    def __init__(self, cls: type) -> None:
        self.cls = cls


Node: TypeAlias = (
    Scalar | Anything | Literals | ListOf | TupleOf | MapOf | Union | Name | Class
)

NATIVE_NAMES = {*"_datetime _date _UUID _Decimal _timedelta _bytes _UnixTime".split()}
"""Types of formatted values, which are read if the client has `native_types`."""

_SCALARS = frozenset({"str", "int", "float", "bool", "bytes", "ReceivedFile"})
_ANYTHING = frozenset({"Any", "Never", "object"})
_CONSTANTS = {"True": True, "False": False, "None": None}
_TOKEN = r"""\s*(
    [^][\s|,'"\d.-][^][\s|,'"]*                      # name, in any script, or `*tuple`
    | \.\.\.
    | '(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*"          # string
    | -?\s*(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?      # number
    | [][|,]
)\s*"""


@cache
def _token_pattern() -> re.Pattern[str]:
    """Return the pattern of one token; compiled on first use to keep the import fast."""
    return re.compile(_TOKEN, re.VERBOSE | re.DOTALL)


def _tokenize(source: str) -> Iterator[str]:
    """Yield the tokens of an annotation, then an empty string."""
    match_token, position, end = _token_pattern().match, 0, len(source)
    while position < end:
        match = match_token(source, position)
        if match is None:
            raise SyntaxError(f"invalid annotation at column {position}: {source!r}")
        yield match[1]
        position = match.end()
    yield ""


class _Parser:
    """Recursive descent parser with one token of lookahead."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._tokens = _tokenize(source)
        self._next = next(self._tokens)

    def parse_annotation(self) -> Node:
        node = self._parse_union()
        if self._next:
            raise self._unexpected()
        return node

    def _take(self) -> str:
        token = self._next
        if not token:
            raise self._unexpected()
        self._next = next(self._tokens)
        return token

    def _accept(self, token: str) -> bool:
        if self._next != token:
            return False
        self._take()
        return True

    def _expect(self, token: str) -> None:
        if not self._accept(token):
            raise self._unexpected()

    def _unexpected(self) -> SyntaxError:
        token = repr(self._next) if self._next else "end"
        return SyntaxError(f"unexpected {token} in annotation {self._source!r}")

    def _parse_union(self) -> Node:
        members = [self._parse_term()]
        while self._accept("|"):
            members.append(self._parse_term())
        return members[0] if len(members) == 1 else Union(tuple(members))

    def _parse_term(self) -> Node:
        token = self._next
        if not token or not (token[0] in "'\"" or token.isidentifier()):
            raise self._unexpected()
        self._take()
        if token[0] in "'\"":
            return parse(_unquote(token))
        if token == "None":
            return Literals((None,))
        if token in _SCALARS or token in NATIVE_NAMES:
            return Scalar(token)
        if token in _ANYTHING:
            return Anything()
        return self._parse_generic(token) if self._next == "[" else _bare_name(token)

    def _parse_generic(self, generic: str) -> Node:
        self._take()
        node: Node
        if generic == "Literal":
            node = self._parse_literals()
        elif generic == "Union":
            node = self._parse_members()
        elif generic == "list":
            node = ListOf(self._parse_union())
        elif generic == "tuple":
            node = self._parse_tuple()
        elif generic == "dict":
            self._parse_key()
            self._expect(",")
            node = MapOf(self._parse_union())
        else:
            raise SyntaxError(
                f"unsupported generic type {generic!r} in annotation {self._source!r}"
            )
        self._expect("]")
        return node

    def _parse_key(self) -> None:
        """Read the type of keys: strings or enumerated ones, which are kept as received."""
        start = self._next
        key = self._parse_union()
        is_string = isinstance(key, Scalar) and key.name == "str"
        if not is_string and not isinstance(key, Literals | Name):
            raise SyntaxError(
                f"unsupported type of keys {start!r} in annotation {self._source!r}"
            )

    def _parse_members(self) -> Union:
        members = [self._parse_union()]
        while self._accept(","):
            members.append(self._parse_union())
        return Union(tuple(members))

    def _parse_tuple(self) -> TupleOf:
        items, rest = [self._parse_union()], None
        while rest is None and self._accept(","):
            if len(items) == 1 and self._accept("..."):
                return TupleOf((), items[0])
            if self._accept("*tuple"):
                self._expect("[")
                rest = self._parse_union()
                for token in (",", "...", "]"):
                    self._expect(token)
            else:
                items.append(self._parse_union())
        return TupleOf(tuple(items), rest)

    def _parse_literals(self) -> Literals:
        values = [self._parse_value()]
        while self._next == ",":
            self._take()
            values.append(self._parse_value())
        return Literals(tuple(values))

    def _parse_value(self) -> LiteralValue:
        token = self._take()
        if token[0] in "'\"":
            return _unquote(token)
        if token in _CONSTANTS:
            return _CONSTANTS[token]
        if token[-1].isdigit() or token[-1] == ".":
            number: LiteralValue = literal_eval(token)
            return number
        raise SyntaxError(f"invalid literal {token!r} in annotation {self._source!r}")


def _unquote(token: str) -> str:
    """Return the value of a string token."""
    if "\\" not in token:
        return token[1:-1]
    value: str = literal_eval(token)
    return value


def _bare_name(name: str) -> Node:
    """Return the node of a name without brackets; those of containers have any items."""
    if name == "list":
        return ListOf(Anything())
    if name == "tuple":
        return TupleOf((), Anything())
    return MapOf(Anything()) if name == "dict" else Name(name)


@cache
def parse(annotation: str) -> Node:
    """Parse an annotation.

    Raises:
        SyntaxError: The string does not match the grammar.
    """
    return _Parser(annotation).parse_annotation()


def is_scalar_or_literal(annotation: str) -> bool:
    """Detect annotations without any class, without parsing them.

    Most fields are scalars, and parsing them all would dominate the time of the first
    response. A false result says nothing.
    """
    required = annotation.removesuffix(" | None")
    if required.startswith("Literal["):
        return required.find("]") == len(required) - 1
    return is_scalar(required)


def is_scalar(annotation: str) -> bool:
    """Return whether an annotation is the name of a scalar type, `Any` or `None`."""
    return annotation in _SCALARS or annotation in _ANYTHING or annotation == "None"


@cache
def union_members(annotation: str) -> tuple[Node, ...]:
    """Parse an annotation and return the members of the union; of other types, the type.

    Raises:
        SyntaxError: The string does not match the grammar.
    """
    node = parse(annotation)
    return node.members if isinstance(node, Union) else (node,)


def node_from_value(value: Any) -> Node:
    """Convert an annotation, or the value of a type alias, to a node.

    Args:
        value: A string, a class or an object of `typing`.

    Raises:
        SyntaxError: The grammar has no form for the value.
    """
    if isinstance(value, str):
        return parse(value)
    if isinstance(value, ForwardRef):
        return parse(value.__forward_arg__)
    if type(value).__name__ == "TypeAliasType":  # of `typing` or `typing_extensions`
        return node_from_value(value.__value__)
    if value is None or value is NoneType:
        return Literals((None,))
    if value is Any or value is object or value is Never:
        return Anything()
    origin, arguments = get_origin(value), get_args(value)
    if origin is Literal:
        return Literals(arguments)
    if origin is TypingUnion or origin is UnionType:
        return Union(tuple(map(node_from_value, arguments)))
    if value is list or origin is list:
        return ListOf(node_from_value(arguments[0]) if arguments else Anything())
    if value is tuple or origin is tuple:
        return _tuple_from_arguments(arguments)
    if value is dict or origin is dict:
        return MapOf(node_from_value(arguments[1]) if arguments else Anything())
    if isinstance(value, type) and origin is None:
        name = value.__name__
        return Scalar(name) if name in _SCALARS else Class(value)
    raise SyntaxError(f"unsupported annotation: {value!r}")


def _tuple_from_arguments(arguments: tuple[Any, ...]) -> TupleOf:
    """Convert the arguments of `tuple[…]`; a bare `tuple` has none."""
    if not arguments:
        return TupleOf((), Anything())
    if arguments[-1] is Ellipsis:
        return TupleOf((), node_from_value(arguments[0]))
    *items, last = arguments
    if getattr(last, "__unpacked__", False):  # `*tuple[C, ...]`
        rest = node_from_value(get_args(last)[0])
        return TupleOf(tuple(map(node_from_value, items)), rest)
    return TupleOf(tuple(map(node_from_value, arguments)), None)
