"""Tools that the setting `tools` describes, and those that are detected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ...config import Config
from ...diagnostics import Diagnostics, Rule, Severity
from ...model.operations import KeyPath, Operation
from ...model.structured import ITEMS
from ...model.tools import ToolCalls, ToolDefinition, Tools
from ...model.types import ListOf, Object, Type
from ...suggestions import did_you_mean
from ..pagination.response_list import Declarations
from ..schemas.type_queries import Shapes
from .detect import has_body_path, has_response_path, response_type
from .tools import ARGUMENTS, RESERVED, find_definition, find_tools, list_members

UNKNOWN_TOOLS = Rule(
    "unknown-tools",
    Severity.ERROR,
    "An entry of the setting `tools` names an operation, an argument or calls that do not"
    " exist, or leaves out what the document does not determine. Keys are operation ids or"
    " `METHOD /path`. Paths are lists of keys, in which `[]` stands for each item of an"
    " array. The calls must be one kind of declared objects, selected by `where` if there"
    " are several.",
    about_settings=True,
    hint="correct the path, or remove the entry",
)


class _UnfitError(Exception):
    """An entry does not fit the document."""

    def __init__(self, key: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.key = key
        self.hint = hint


def find_all_tools(
    operations: Sequence[Operation],
    known: Sequence[Operation],
    declarations: Declarations,
    config: Config,
    diagnostics: Diagnostics,
) -> tuple[Tools, ...]:
    """Return the tools of all operations that have any.

    Args:
        operations: Selected operations. Entries for other operations are only checked.
        known: All operations of the documents.
        declarations: Declarations that their types refer to.
        config: Settings; `tools` takes precedence over what is detected.
        diagnostics: Collects entries that do not fit the documents, and a note for each
            operation whose calls are not known.
    """
    by_key = {f"{item.method} {item.path}": item for item in known}
    by_key |= {item.id: item for item in known}
    configured: dict[str, Tools | None] = {}
    for key, table in config.tools.items():
        operation = by_key.get(key)
        try:
            if operation is None:
                hint = did_you_mean(key, by_key)
                raise _UnfitError(
                    "",
                    "it matches no operation",
                    hint or "use an operation id or `METHOD /path`",
                )
            configured[operation.id] = (
                _read_entry(operation, table, declarations) if table else None
            )
        except _UnfitError as error:
            diagnostics.add(
                UNKNOWN_TOOLS,
                f"`tools`: {key!r}: {error}",
                config.origin.span("tools", key, *filter(None, (error.key,))),
                hint=error.hint,
            )
    results = (
        (
            configured[item.id]
            if item.id in configured
            else find_tools(item, declarations, diagnostics)
        )
        for item in operations
    )
    return tuple(item for item in results if item is not None)


def _read_entry(
    operation: Operation, table: Mapping[str, Any], declarations: Declarations
) -> Tools:
    """Return the tools that an entry describes, completed by what is detected.

    Raises:
        _UnfitError: The entry does not fit the operation.
    """
    shapes = Shapes(declarations)
    detected = find_tools(operation, declarations, Diagnostics())
    definition = _read_definition(shapes, operation, table)
    if not has_body_path(operation, (definition.argument,), declarations):
        raise _UnfitError("argument", f"the JSON body has no {definition.argument!r}")
    if {"calls", "where", "call_name", "call_arguments"} & table.keys():
        calls = _read_calls(shapes, operation, table, detected)
    elif detected is not None:
        calls = detected.calls
    else:
        raise _UnfitError("", "the calls are not known", "add `calls`")
    return Tools(operation.id, definition, calls)


def _read_definition(
    shapes: Shapes, operation: Operation, table: Mapping[str, Any]
) -> ToolDefinition:
    """Return the definition of tools: that of the entry, or the detected one."""
    definitions = [
        definition
        for member in list_members(shapes, operation)
        if table.get("argument", member.name) == member.name
        and (definition := find_definition(shapes, member)) is not None
    ]
    definition = definitions[0] if definitions else None
    if "schema" in table:
        argument = table.get("argument") or (definition and definition.argument)
        if not argument:
            raise _UnfitError("", "the argument is not known", "add `argument`")
        base = ToolDefinition(argument, (), (), (), {})
        definition = replace(
            base, schema=_path(table["schema"]), name=_path(table["name"])
        )
    if definition is None:
        name = table.get("argument", "")
        message = f"{name!r} of the JSON body is not an array of tools"
        if not name:
            message = "the JSON body has no tools"
        raise _UnfitError(
            "argument" if name else "",
            message,
            "add the paths `schema` and `name` of a tool",
        )
    if "description" in table:
        definition = replace(definition, description=_path(table["description"]))
    if "constants" in table:
        definition = replace(definition, constants=table["constants"])
    return definition


def _read_calls(
    shapes: Shapes,
    operation: Operation,
    table: Mapping[str, Any],
    detected: Tools | None,
) -> ToolCalls:
    """Return the calls that an entry describes.

    Raises:
        _UnfitError: The response has no such objects, or several kinds of them.
    """
    path = _path(table.get("calls", []))
    if not path:
        if detected is None:
            raise _UnfitError("", "the calls are not known", "add `calls`")
        path = detected.calls.path
    response = response_type(operation)
    if response is None or not has_response_path(operation, path, shapes.declarations):
        raise _UnfitError("calls", f"the JSON response has no {'.'.join(path)!r}")
    name = table.get("call_name", "name")
    keys = [table["call_arguments"]] if "call_arguments" in table else ARGUMENTS
    ((tag, kind),) = table.get("where", {"": ""}).items()
    calls = {
        owner.header.key: ToolCalls(path, owner.header.key, name, arguments)
        for owner in _objects_at(shapes, response, path)
        if (arguments := _find_arguments(owner, name, keys))
        and (not tag or kind in _values(shapes, owner, tag))
        and not RESERVED & {member.name for member in owner.properties}
    }
    if len(calls) != 1:
        expected = f"{name!r} and {' or '.join(map(repr, keys))}"
        message = (
            f"{'.'.join(path)!r} has {len(calls)} kinds of objects with {expected}"
        )
        hint = "select one by `where`" if calls else "set `call_name`, `call_arguments`"
        raise _UnfitError("calls" if "calls" in table else "", message, hint)
    return next(iter(calls.values()))


def _find_arguments(owner: Object, name: str, keys: Sequence[str]) -> str:
    """Return the key of the arguments; `""` if the object is not a call."""
    members = {member.name for member in owner.properties}
    return next((key for key in keys if {name, key} <= members), "")


def _values(shapes: Shapes, owner: Object, tag: str) -> tuple[str, ...]:
    types = (item.type for item in owner.properties if item.name == tag)
    return next(map(shapes.values, types), ())


def _objects_at(shapes: Shapes, type_: Type, path: KeyPath) -> Iterator[Object]:
    """Yield the objects at a path."""
    for shape in shapes.alternatives(type_):
        if path[:1] == (ITEMS,) and isinstance(shape, ListOf):
            yield from _objects_at(shapes, shape.item, path[1:])
        elif path and isinstance(shape, Object):
            for member in shape.properties:
                if member.name == path[0]:
                    yield from _objects_at(shapes, member.type, path[1:])
        elif isinstance(shape, Object):
            yield shape


def _path(value: str | list[str]) -> KeyPath:
    return (value,) if isinstance(value, str) else tuple(value)
