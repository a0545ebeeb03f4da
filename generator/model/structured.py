"""Operations with an argument for the JSON Schema of the response."""

from __future__ import annotations

from collections.abc import Mapping

from ..frozen_dataclass import dataclass
from .operations import KeyPath
from .types import JsonValue, Key

ITEMS = "[]"
"""Element of a path that stands for each item of an array."""


@dataclass(frozen=True, slots=True)
class SchemaArgument:
    """The argument for the JSON Schema of the response.

    Args:
        path: Path of its value in the request body.
        constants: Members of the value that do not depend on the type.
        schema: Path in the value of the JSON Schema.
        name: Path in the value of the name of the schema; empty if there is none.
    """

    path: KeyPath
    constants: Mapping[str, JsonValue]
    schema: KeyPath
    name: KeyPath = ()


@dataclass(frozen=True, slots=True)
class ResponseText:
    """The text in a response that matches the JSON Schema.

    Args:
        owner: Path of the objects that get a parsed value.
        holder: Path from such an object to the objects with the text.
        key: Key of the text.
        where: Key and value that objects with the text have; empty for all objects.
        refusal: Key of a text that replaces the other one; `""` if there is none.
        reason: Path of the reason for which the response ended, or of its status.
        incomplete: Values of `reason` with which the text is cut off.
    """

    owner: KeyPath
    holder: KeyPath
    key: str
    where: tuple[str, str] | tuple[()] = ()
    refusal: str = ""
    reason: KeyPath = ()
    incomplete: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Structured:
    """An operation whose response can be parsed to a type of the caller.

    Args:
        operation_id: ID of the operation.
        argument: The argument.
        text: The text in the response.
        attribute: Attribute of the parsed value.
        objects: Keys of the objects on the path to the owner of the attribute, from the
            response to the owner.
    """

    operation_id: str
    argument: SchemaArgument
    text: ResponseText
    attribute: str
    objects: tuple[Key, ...] = ()
