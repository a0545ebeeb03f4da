"""Reading of types: dataclasses, typed dictionaries and the types of their fields."""

from __future__ import annotations

import dataclasses
import datetime as dt
import inspect
import types
import uuid
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import Enum
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    NewType,
    NotRequired,
    Required,
    Union,
    cast,
    get_args,
    get_origin,
)

from typing_extensions import (
    ReadOnly,
    TypeAliasType,
    get_type_hints,
    is_typeddict,
)

from .nodes import (
    AnyOf,
    Array,
    Choice,
    Described,
    Node,
    ObjectNode,
    Property,
    Reference,
    Scalar,
)

_SCALARS: Final[Mapping[Any, Scalar]] = {
    str: Scalar("string"),
    int: Scalar("integer"),
    float: Scalar("number"),
    bool: Scalar("boolean"),
    None: Scalar("null"),
    type(None): Scalar("null"),
    dt.datetime: Scalar("string", "date-time", dt.datetime.fromisoformat),
    dt.date: Scalar("string", "date", dt.date.fromisoformat),
    dt.time: Scalar("string", "time", dt.time.fromisoformat),
    uuid.UUID: Scalar("string", "uuid", uuid.UUID),
}
_COLLECTIONS: Final[Mapping[Any, Any]] = {
    list: list,
    Sequence: list,
    set: set,
    frozenset: frozenset,
    AbstractSet: set,
}
_QUALIFIERS: Final = (Required, NotRequired, ReadOnly)


def is_own_kind(type_: object) -> bool:
    """Return whether a type is a dataclass or a typed dictionary."""
    return is_typeddict(type_) or (
        isinstance(type_, type) and dataclasses.is_dataclass(type_)
    )


def read_object(class_: Any) -> ObjectNode:
    """Return the properties of a dataclass or a typed dictionary.

    Raises:
        TypeError: A field has a type that JSON Schemas of responses cannot describe.
    """
    hints = get_type_hints(class_, include_extras=True)
    if is_typeddict(class_):
        properties = {
            name: Property(
                _read_field(class_, name, hint),
                nullable=not _is_required(hint, name in class_.__required_keys__),
            )
            for name, hint in hints.items()
        }
        return ObjectNode(properties, _description(class_), dict)
    fields = [item for item in dataclasses.fields(class_) if item.init]
    members = {
        item.name: Property(_read_field(class_, item.name, hints[item.name]))
        for item in fields
    }
    return ObjectNode(members, _description(class_), class_)


def _is_required(hint: Any, default: bool) -> bool:
    """Return whether a key of a typed dictionary is required.

    Args:
        hint: Type of the value, with its qualifiers.
        default: Whether the key is required without qualifiers. The class cannot tell
            those of annotations that are strings.
    """
    origin = get_origin(hint)
    if origin in (Required, NotRequired):
        return origin is Required
    if origin in (Annotated, ReadOnly):
        return _is_required(get_args(hint)[0], default)
    return default


def _read_field(class_: type, name: str, hint: Any) -> Node:
    try:
        return read_type(hint)
    except TypeError as error:
        raise TypeError(f"{class_.__name__}.{name}: {error}") from None


def _description(class_: type) -> str:
    """Return the docstring of a class, unless `dataclass` created it."""
    text = vars(class_).get("__doc__") or ""
    is_signature = text.startswith(f"{class_.__name__}(")
    return "" if is_signature else inspect.cleandoc(text)


def read_type(hint: Any) -> Node:
    """Return the node of the type of a field.

    Raises:
        TypeError: A JSON Schema of a response cannot describe the type.
    """
    if hint is None or (isinstance(hint, type) and hint in _SCALARS):
        return _SCALARS[hint]
    if is_own_kind(hint):
        return Reference(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _read_choice([(member.value, member) for member in hint], hint)
    if isinstance(hint, TypeAliasType | getattr(types, "TypeAliasType", TypeAliasType)):
        return read_type(cast("Any", hint).__value__)
    if isinstance(hint, NewType):
        return read_type(hint.__supertype__)
    return _read_generic(hint)


def _read_generic(hint: Any) -> Node:
    """Return the node of a type with arguments in brackets, or of a union."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in _QUALIFIERS:
        return read_type(arguments[0])
    if origin is Annotated:
        texts = [_annotation_text(item) for item in arguments[1:]]
        text = " ".join(filter(None, texts))
        node = read_type(arguments[0])
        return Described(node, text) if text else node
    if origin is Literal:
        return _read_choice([(value, value) for value in arguments], hint)
    if origin in (Union, types.UnionType):
        return AnyOf(tuple(map(read_type, arguments)))
    if origin in _COLLECTIONS:
        return Array(read_type(arguments[0]), _COLLECTIONS[origin])
    if origin is tuple and arguments[1:] == (...,):
        return Array(read_type(arguments[0]), tuple)
    raise TypeError(
        f"{_name(hint)} has no JSON Schema that a response can be required to match; use"
        " str, int, float, bool, None, list, Literal, an Enum, a union, a dataclass or a"
        " TypedDict"
    )


def _annotation_text(item: object) -> str:
    """Return the description that an argument of `Annotated` contains (also PEP 727)."""
    text = getattr(item, "documentation", item)
    return text if isinstance(text, str) else ""


def _read_choice(values: list[tuple[Any, Any]], hint: Any) -> Choice:
    for value, _ in values:
        if not isinstance(value, str | int | None):
            raise TypeError(
                f"{_name(hint)} has the value {value!r}; values must be strings, integers,"
                " booleans or None"
            )
    return Choice(tuple(values))


def _name(hint: Any) -> str:
    return hint.__name__ if isinstance(hint, type) else str(hint)
