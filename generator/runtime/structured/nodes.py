"""The parts of a type that a JSON Schema can describe."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias


@dataclass(frozen=True, slots=True)
class Scalar:
    """A string, number or boolean.

    Args:
        name: `string`, `integer`, `number`, `boolean` or `null`.
        format: Format of a string, such as `date-time`; `""` for none.
        convert: Converts a string of that format; it raises a `ValueError`.
    """

    name: str
    format: str = ""
    convert: Callable[[str], Any] | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several constants.

    Args:
        values: JSON values, and the Python value of each.
    """

    values: tuple[tuple[Any, Any], ...]


@dataclass(frozen=True, slots=True)
class Array:
    """A list of any length.

    Args:
        item: Type of the items.
        create: Creates the collection from a list.
    """

    item: Node
    create: Callable[[list[Any]], Any]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of several types, the first that matches."""

    members: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Described:
    """A type with a description."""

    node: Node
    text: str


@dataclass(frozen=True, slots=True)
class Reference:
    """An object, by the class that defines it, because classes can be recursive."""

    target: type


@dataclass(frozen=True, slots=True)
class Property:
    """A property of an object.

    Args:
        node: Type of the value.
        nullable: Whether `null` stands for an absent key.
    """

    node: Node
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class ObjectNode:
    """An object with known properties.

    Args:
        properties: Properties by name.
        description: Description; `""` for none.
        create: Creates the object from keyword arguments.
    """

    properties: Mapping[str, Property]
    description: str
    create: Callable[..., Any]


Node: TypeAlias = Scalar | Choice | Array | AnyOf | Described | Reference
