"""Tools that a request offers, whose calls are in the response."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .operations import KeyPath
from .types import JsonValue, Key


@dataclass(frozen=True, slots=True)
class ToolDefinition:
    """A property of the request body that is an array of tools.

    Args:
        argument: Name of the property.
        schema: Path in a tool of the JSON Schema of its parameters.
        name: Path in a tool of its name.
        description: Path in a tool of its description; empty if there is none.
        constants: Members of a tool that do not depend on the type.
    """

    argument: str
    schema: KeyPath
    name: KeyPath
    description: KeyPath
    constants: Mapping[str, JsonValue]


@dataclass(frozen=True, slots=True)
class ToolCalls:
    """The calls of tools in a response.

    Args:
        path: Path in the response of the objects with the arguments.
        owner: Declaration of these objects.
        name: Key of the name of the tool.
        arguments: Key of the arguments, which are an object or its JSON text.
    """

    path: KeyPath
    owner: Key
    name: str
    arguments: str


@dataclass(frozen=True, slots=True)
class Tools:
    """The tools of an operation.

    Args:
        operation_id: ID of the operation.
        definition: The tools in the request.
        calls: Their calls in the response.
    """

    operation_id: str
    definition: ToolDefinition
    calls: ToolCalls
