"""Tools whose parameters are a type of the caller, and the calls of tools in responses."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeAlias, TypeVar, cast

from ..lazy import set_public_module
from ..models.base import BaseModel
from ..models.records import JSONObject, plain
from .kinds import build_schema, check_kind, parse_text, schema_name

if TYPE_CHECKING:
    from collections.abc import Iterator

T = TypeVar("T")
Path = tuple[str, ...]


class ParsedSlots(JSONObject):
    """An object with slots for values that are not members of the JSON object.

    One class has all slots, because Python cannot combine classes with different ones.
    """

    __slots__ = ("_parsed", "_parsed_arguments")

    _copied_slots = ("_parsed", "_parsed_arguments")

    if TYPE_CHECKING:  # At run time an annotation would declare a field.
        _parsed: Any
        _parsed_arguments: Any


class ToolCall(ParsedSlots, BaseModel):
    """The call of a tool, whose arguments are an object or its JSON text."""

    __slots__ = ()

    if TYPE_CHECKING:
        _call: ClassVar[tuple[str, str]]
        """Keys of the name of the tool and of the arguments."""

    def __init_subclass__(
        cls, *, call: tuple[str, str] | None = None, **others: Any
    ) -> None:
        if call is not None:
            cls._call = call
        super().__init_subclass__(**others)

    @property
    def parsed_arguments(self) -> object:
        """The arguments as an instance of the type that was passed for the tool.

        Raises:
            RuntimeError: No type was passed for the tool, or the response is not that of a
                method `parse` or `stream`.
        """
        try:
            return cast("object", self._parsed_arguments)
        except AttributeError:
            pass
        raise RuntimeError(
            f"the arguments of the tool {self._tool_name()!r} are not parsed; pass its type"
            " in the tools of `parse` or `stream`, or use `parse_arguments`"
        )

    def parse_arguments(self, type_: type[T]) -> T:
        """Return the arguments as an instance of a type.

        Args:
            type_: A pydantic model or dataclass, a dataclass, a `TypedDict` or a msgspec
                `Struct`.

        Raises:
            TypeError: The type is none of these.
            ValueError: The arguments do not match the type.
        """
        _, key = type(self)._call
        value = self.__dict__.get(key)
        text = value if isinstance(value, str) else json.dumps(plain(value))
        return cast("T", parse_call(self._tool_name(), type_, text))

    def _tool_name(self) -> Any:
        key, _ = type(self)._call
        return self.__dict__.get(key)


class FunctionTool(Generic[T]):
    """A tool whose parameters are the fields of a type.

    Methods `parse` and `stream` accept it among their tools.

    Args:
        type_: A pydantic model or dataclass, a dataclass, a `TypedDict` or a msgspec
            `Struct`.
        name: Name of the tool. Default: the name of the type.
        description: Description of the tool. Default: the docstring of the type.
    """

    __slots__ = ("description", "name", "type")

    def __init__(
        self, type_: type[T], *, name: str | None = None, description: str | None = None
    ) -> None:
        self.type = type_
        self.name = schema_name(type_) if name is None else name
        self.description = description

    def __repr__(self) -> str:
        return f"FunctionTool({self.type!r}, name={self.name!r})"


ToolType: TypeAlias = type[Any] | FunctionTool[Any]
"""A tool that is a type of the caller."""


def pydantic_function_tool(
    model: type[T], *, name: str | None = None, description: str | None = None
) -> FunctionTool[T]:
    """Return a tool whose parameters are the fields of a type; see `FunctionTool`."""
    return FunctionTool(model, name=name, description=description)


class Tools:
    """The tools of an operation, as plain data.

    Args:
        argument: Key of the tools in the body.
        schema: Path in a tool of the JSON Schema of its parameters.
        name: Path in a tool of its name.
        calls: Path in the response of the objects with arguments.
        description: Path in a tool of its description; `()` if there is none.
        constants: Paths and values of members of a tool that do not depend on the type.
    """

    __slots__ = ("_constants", "_description", "_name", "_schema", "argument", "calls")

    def __init__(
        self,
        argument: str,
        *,
        schema: Path,
        name: Path,
        calls: Path,
        description: Path = (),
        constants: tuple[tuple[Path, Any], ...] = (),
    ) -> None:
        self.argument = argument
        self.calls = calls
        self._schema = schema
        self._name = name
        self._description = description
        self._constants = constants

    def types(self, tools: object) -> dict[str, Any]:
        """Return the types among the tools of a call, by the name of the tool.

        Raises:
            TypeError: Two tools with a type have the same name.
        """
        types: dict[str, Any] = {}
        for tool in _types_in(tools):
            if tool.name in types:
                raise TypeError(f"several tools are called {tool.name!r}")
            types[tool.name] = tool.type
        return types

    def encode(self, tools: object) -> object:
        """Return the tools with a definition in place of each type.

        Raises:
            TypeError: A type has no strict JSON Schema.
        """
        if not isinstance(tools, (list, tuple)):
            return tools
        return [self._encode(tool) for tool in cast("Iterable[object]", tools)]

    def _encode(self, tool: object) -> object:
        typed = _as_tool(tool)
        if typed is None:
            return tool
        schema = build_schema(typed.type)
        value: dict[str, Any] = {}
        for path, constant in self._constants:
            set_member(value, path, constant)
        set_member(value, self._name, typed.name)
        description = typed.description
        if description is None:
            description = schema.get("description")
        if self._description and description:
            set_member(value, self._description, description)
        set_member(value, self._schema, schema)
        return value


def parse_call(name: object, type_: Any, text: str) -> object:
    """Return the arguments of a call as an instance of a type.

    Args:
        name: Name of the tool, for messages.
        type_: The type.
        text: JSON text of the arguments.

    Raises:
        TypeError: The type cannot be parsed.
        ValueError: The arguments do not match the type.
    """
    check_kind(type_)
    try:
        return cast("object", parse_text(type_, text))
    except ValueError as error:
        raise ValueError(
            f"the arguments of the tool {name!r} do not match {type_.__name__}: {error}"
        ) from error


def set_member(value: dict[str, Any], path: Path, item: object) -> None:
    """Set a value at a path of keys, creating the objects on the way."""
    for key in path[:-1]:
        value = value.setdefault(key, {})
    value[path[-1]] = item


def _types_in(tools: object) -> Iterator[FunctionTool[Any]]:
    if isinstance(tools, (list, tuple)):
        for item in cast("Iterable[object]", tools):
            tool = _as_tool(item)
            if tool is not None:
                yield tool


def _as_tool(value: object) -> FunctionTool[Any] | None:
    """Return a type of the caller as a tool; `None` for JSON."""
    if isinstance(value, FunctionTool):
        return cast("FunctionTool[object]", value)
    # A `TypedDict` class is an instance of `type`, too.
    return FunctionTool(cast("type[Any]", value)) if isinstance(value, type) else None


set_public_module("", FunctionTool)
