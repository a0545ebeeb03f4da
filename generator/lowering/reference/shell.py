"""Example calls of the command line, from example calls in Python."""

from __future__ import annotations

import ast
import json
import shlex
from collections.abc import Iterable, Iterator, Mapping
from types import NoneType
from typing import Any, TypeAlias

from ...python.commands import Command, CommandArgument, Commands

_LINE_LENGTH = 88
_MAX_DEPTH = 20
_MOMENT = "2030-01-31T12:00:00Z"
_TIMES = {"now": _MOMENT, "today": _MOMENT.partition("T")[0]}

_TYPES: Mapping[type, tuple[str, ...]] = {
    bool: ("boolean",),
    int: ("integer", "number"),
    float: ("number",),
    NoneType: ("null",),
}
"""JSON types of values that `=` can mean in place of a string."""

_Schema: TypeAlias = Mapping[str, Any]


class _File(str):
    """The name of a file to upload."""

    __slots__ = ()


class ShellCalls:
    """Example calls of the commands of a client.

    Args:
        commands: Commands of the client.
    """

    def __init__(self, commands: Commands) -> None:
        self._program = commands.program
        self._by_id = {item.id: item for item in commands.commands}
        self._schemas = commands.schemas

    def example(self, operation: str, sources: Iterable[str]) -> str:
        """Return a call in the syntax of a POSIX shell.

        Args:
            operation: ID of the operation.
            sources: Calls in Python. The first whose arguments are constants is used.

        Returns:
            The call; `""` if no source can be translated, or if the operation has no
            command.
        """
        command = self._by_id.get(operation)
        if command is None:
            return ""
        for source in sources:
            values = _read_values(source, command)
            if values is not None:
                return self._format(command, self._complete(command, values))
        return ""

    def _complete(self, command: Command, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return the values, with content in the place of empty arrays and objects.

        Required members that the example lacks are added.
        """
        schemas: dict[str, Any] = {item.name: item.schema for item in command.arguments}
        return {
            name: (
                self._minimal(schemas[name])
                if value in ([], {}) or self._is_file(schemas[name], value)
                else self._with_required(schemas[name], value)
            )
            for name, value in values.items()
        }

    def _with_required(self, schema: _Schema, value: Any) -> Any:
        """Return a value with the required members that all of its objects lack."""
        formats = [item.get("format") for item in self._alternatives(schema)]
        if "binary" in formats and self._is_file(schema, value):
            return self._minimal(schema)
        if isinstance(value, list):
            return [
                self._with_required(self._child(schema, index), item)
                for index, item in enumerate(value)
            ]
        if not isinstance(value, dict):
            return value
        likely = [it for it in self._alternatives(schema) if _has_tags(it, value)]
        missing = [
            [name for name in it.get("required", ()) if name not in value]
            for it in likely
        ]
        members: dict[str, Any] = dict(value)
        if missing and all(missing):
            self._add_members(members, likely[0], missing[0])
        return {
            name: self._with_required(self._child(schema, name), member)
            for name, member in members.items()
        }

    def _add_members(
        self, members: dict[str, Any], schema: _Schema, names: Iterable[str]
    ) -> None:
        """Add members; an undeclared member beside one that declares it becomes part of it."""
        properties = schema.get("properties", {})
        for name in names:
            inner = {
                key
                for option in self._alternatives(properties.get(name, {}))
                for key in option.get("properties", {})
            }
            moved = [key for key in members if key not in properties and key in inner]
            if moved:
                members[name] = {key: members.pop(key) for key in moved}
            else:
                members[name] = self._minimal(properties.get(name, {}))

    def _is_file(self, schema: _Schema, value: Any) -> bool:
        """Return whether a string cannot be a value, because only a file can."""
        return type(value) is str and not any(
            item.get("type", "string") == "string" and item.get("format") != "binary"
            for item in self._alternatives(schema)
        )

    def _minimal(self, schema: _Schema, depth: int = 0) -> Any:
        """Return a small value of a schema, with all required members."""
        first = next(self._alternatives(schema), {})
        if "enum" in first:
            return first["enum"][0]
        match first.get("type", "object"):
            case "array" if first.get("minItems", 0) and depth < _MAX_DEPTH:
                items: _Schema = first.get("items") or {}
                tuple_items = first.get("prefixItems") or [items] * first["minItems"]
                return [self._minimal(item, depth + 1) for item in tuple_items]
            case "array":
                return []
            case "object" if depth < _MAX_DEPTH:
                members = first.get("properties", {})
                required = first.get("required") or list(members)[:1]
                return {
                    it: self._minimal(members.get(it, {}), depth + 1) for it in required
                }
            case "string":
                is_file = first.get("format") == "binary"
                return _File("file.bin") if is_file else "…"
            case "boolean":
                return True
            case "null":
                return None
            case "integer" | "number":
                return first.get("minimum", 1)
            case _:
                return {}

    def _format(self, command: Command, values: Mapping[str, Any]) -> str:
        arguments = {item.name: item for item in command.arguments}
        words = [
            shlex.quote(word)
            for name, value in values.items()
            for word in self._words(arguments[name], value)
        ]
        start = f"{self._program} {shlex.quote(command.id)}"
        line = " ".join((start, *words))
        if len(line) <= _LINE_LENGTH:
            return line
        return " \\\n  ".join((start, *words))

    def _words(self, argument: CommandArgument, value: Any) -> Iterator[str]:
        """Yield the pairs for the value of an argument."""
        schema: Any = argument.schema
        if argument.whole and not isinstance(value, (dict, list)):
            yield from (
                "--body",
                value if isinstance(value, str) else json.dumps(value),
            )
        elif argument.whole and isinstance(value, dict):
            for name, member in value.items():
                yield from self._pairs(name, member, self._child(schema, name))
        else:
            name = argument.names[0] if argument.names else argument.name
            yield from self._pairs(name, value, schema)

    def _pairs(self, place: str, value: Any, schema: _Schema) -> Iterator[str]:
        if isinstance(value, _File):
            yield f"{place}@{value}"
        elif isinstance(value, dict) and value and self._has_members(schema, value):
            for name, member in value.items():
                child = self._child(schema, name)
                yield from self._pairs(f"{place}[{name}]", member, child)
        elif isinstance(value, list) and value:
            for index, item in enumerate(value):
                child = self._child(schema, index)
                yield from self._pairs(f"{place}[{index}]", item, child)
        elif isinstance(value, str) and self._means(schema, value, value):
            # The command line removes one backslash there.
            escape = "\\" if value.lstrip("\\").startswith("@") else ""
            yield f"{place}={escape}{value}"
        else:
            text = json.dumps(value, ensure_ascii=False)
            is_plain = self._means(schema, text, value)
            yield f"{place}{'=' if is_plain else ':='}{text}"

    def _has_members(self, schema: _Schema, value: Mapping[str, Any]) -> bool:
        """Return whether each name in brackets means a member rather than an index."""
        return not any(name.isdecimal() for name in value) or all(
            item.get("type") == "object" for item in self._alternatives(schema)
        )

    def _means(self, schema: _Schema, text: str, value: Any) -> bool:
        """Return whether a text after `=` means a value, as the schema is read."""
        options = list(self._alternatives(schema))
        for item in (item for option in options for item in option.get("enum", ())):
            if (item if isinstance(item, str) else json.dumps(item)) == text:
                return bool(item == value and type(item) is type(value))
        if self._accepts_text(schema):
            return isinstance(value, str)
        types = {option.get("type") for option in options if "enum" not in option}
        return not types.isdisjoint(_TYPES.get(type(value), ()))

    def _alternatives(self, schema: _Schema, depth: int = 0) -> Iterator[_Schema]:
        """Yield the schemas of which a value meets one."""
        if depth > _MAX_DEPTH:
            return
        if "$ref" in schema:
            name = str(schema["$ref"]).rpartition("/")[2]
            named: Any = self._schemas[name]
            yield from self._alternatives(named, depth + 1)
        elif "anyOf" in schema:
            for item in schema["anyOf"]:
                yield from self._alternatives(item, depth + 1)
        else:
            yield schema

    def _accepts_text(self, schema: _Schema) -> bool:
        """Return whether a text can be a value, so that `=` would mean a string."""
        return any(
            item.get("type", "string") == "string"
            for item in self._alternatives(schema)
            if "enum" not in item and item.get("format") != "binary"
        )

    def _child(self, schema: _Schema, key: str | int) -> _Schema:
        """Return the schema of a member or an item."""
        children: list[_Schema] = []
        for item in self._alternatives(schema):
            if isinstance(key, int):
                if item.get("type", "array") == "array":
                    by_position = dict(enumerate(item.get("prefixItems", ())))
                    children.append(by_position.get(key, item.get("items")) or {})
            else:
                extra = item.get("additionalProperties") or {}
                children.append(item.get("properties", {}).get(key, extra))
        return {"anyOf": children} if children else {}


def _has_tags(schema: _Schema, value: Mapping[str, Any]) -> bool:
    """Return whether an object schema has the constant members of a value."""
    if schema.get("type") != "object":
        return False
    return all(
        name not in value or value[name] in member["enum"]
        for name, member in schema.get("properties", {}).items()
        if len(member.get("enum", ())) == 1
    )


def _read_values(source: str, command: Command) -> dict[str, Any] | None:
    """Return the arguments of the first call of a command in a Python program.

    Returns:
        Values by name; `None` if the program does not call it with constants only.
    """
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError):
        return None
    path = ".".join(command.words)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _is_call_of(node.func, path):
            return _values_of(node, command)
    return None


def _is_call_of(node: ast.expr, path: str) -> bool:
    return ast.unparse(node).partition(".")[2] == path


def _values_of(call: ast.Call, command: Command) -> dict[str, Any] | None:
    positions = [item.name for item in command.arguments if item.positional]
    names = {item.name for item in command.arguments}
    passed = [
        *zip(positions, call.args, strict=False),
        *((keyword.arg or "", keyword.value) for keyword in call.keywords),
    ]
    values: dict[str, Any] = {}
    if len(call.args) > len(positions):
        return None
    for name, node in passed:
        if name not in names or name in values:
            return None
        try:
            values[name] = _constant(node)
        except (ValueError, TypeError):
            return None
    if any(item.required and item.name not in values for item in command.arguments):
        return None
    return values


def _constant(node: ast.expr) -> Any:
    """Return the value of a constant expression, of a time, or the name of a file.

    Raises:
        ValueError: The expression is not constant.
    """
    match node:
        case ast.Call(
            func=ast.Name(id="Path" | "open"), args=[ast.Constant(value=str(name)), *_]
        ):
            return _File(name)
        case ast.Call(func=ast.Attribute(attr="now" | "today" as moment), args=[]):
            return _TIMES[moment]
        case ast.List(items) | ast.Tuple(items):
            return [_constant(item) for item in items]
        case ast.Dict(keys, values):
            pairs = zip(keys, values, strict=True)
            return {_key(key): _constant(value) for key, value in pairs}
        case _:
            value = ast.literal_eval(node)
            json.dumps(value, allow_nan=False)
            return value


def _key(node: ast.expr | None) -> str:
    match node:
        case ast.Constant(value=str(key)) if not set(key) & set("[]=:@") and key:
            return key
        case _:
            raise ValueError("the name of a member cannot be written in a pair")
