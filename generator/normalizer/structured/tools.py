"""Detection of tools in requests, and of their calls in responses.

A tool is an item of an array of the JSON body. It has a name and a JSON Schema of its
parameters, in the item or in an object in it. A call is an object of the response with a
name and arguments, which are an object or its JSON text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...diagnostics import Diagnostics, Rule, Severity
from ...model.operations import KeyPath, Operation
from ...model.structured import ITEMS
from ...model.tools import ToolCalls, ToolDefinition, Tools
from ...model.types import (
    Anything,
    JsonValue,
    ListOf,
    Literal,
    MapOf,
    Object,
    Property,
    Scalar,
    ScalarKind,
    Type,
)
from ...words import split_words
from ..pagination.response_list import Declarations
from ..schemas.type_queries import Shapes
from .detect import has_body_path, response_type

NO_TOOL_CALLS = Rule(
    "no-tool-calls",
    Severity.NOTE,
    "A request has tools with a JSON Schema of their parameters, but the client cannot"
    " parse the arguments of their calls: the response has several kinds of objects with a"
    " name and arguments, or their class already has a property `parsed_arguments` or"
    " `parse_arguments`. Tools are passed as JSON as usual. The setting `tools` selects the"
    " calls, or accepts that there are none.",
)

_SCHEMAS = (
    *("parameters", "input_schema", "inputSchema", "parameters_json_schema"),
    *("parametersJsonSchema", "json_schema"),
)
"""Keys of JSON Schemas of parameters."""
_MENTIONED = re.compile(r"\bJSON[ -]?Schema\b", re.IGNORECASE)
ARGUMENTS = ("arguments", "input", "args")
"""Keys of the arguments of calls."""
RESERVED = frozenset(("parsed_arguments", "parse_arguments"))
"""Attributes of the calls of tools."""
_DEPTH = 8
"""Maximum length of a path to the calls of tools."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An object of a response that may be the call of a tool."""

    path: KeyPath
    owner: Object
    arguments: str
    tag: str


def find_tools(
    operation: Operation, declarations: Declarations, diagnostics: Diagnostics
) -> Tools | None:
    """Return the tools of an operation; `None` if it has none.

    Args:
        operation: The operation.
        declarations: Declarations that its types refer to.
        diagnostics: Receives a note if the response has no known calls.
    """
    shapes = Shapes(declarations)
    if not has_body_path(operation, (), declarations):
        return None
    members = list_members(shapes, operation)
    response = response_type(operation)
    definitions = [
        definition
        for member in sorted(members, key=lambda item: item.documentation.deprecated)
        if (definition := find_definition(shapes, member)) is not None
    ]
    if not definitions or response is None:
        return None
    repeated = {member.name for member in members}
    candidates = [
        item
        for item in _list_candidates(shapes, response, (), frozenset())
        if item.path[0] not in repeated
    ]
    for definition in definitions:
        calls = _find_calls(candidates, definition)
        if calls is not None:
            return Tools(operation.id, definition, calls)
    if candidates:
        diagnostics.add(
            NO_TOOL_CALLS,
            f"{operation.id}: arguments of calls of `{definitions[0].argument}` are not"
            " parsed",
            operation.origin,
            hint="describe the tools and their calls in the setting `tools`, or set `false`",
        )
    return None


def list_members(shapes: Shapes, operation: Operation) -> tuple[Property, ...]:
    """Return the members of the JSON body of an operation."""
    owner = shapes.only(operation.body.type) if operation.body is not None else None
    return owner.properties if owner is not None else ()


def find_definition(shapes: Shapes, member: Property) -> ToolDefinition | None:
    """Return the tool that the items of an array are; `None` if they are not tools."""
    for shape in shapes.alternatives(member.type):
        if isinstance(shape, ListOf):
            for item in shapes.alternatives(shape.item):
                if isinstance(item, Object):
                    definition = _read_tool(shapes, member.name, item)
                    if definition is not None:
                        return definition
    return None


def _read_tool(shapes: Shapes, argument: str, item: Object) -> ToolDefinition | None:
    """Return the definition of a tool, whose schema is in it or in an object in it."""
    holders: list[tuple[KeyPath, Object]] = [((), item)]
    for member in item.properties:
        inner = shapes.only(member.type)
        if inner is not None:
            holders.append(((member.name,), inner))
    for path, holder in holders:
        names = {each.name: each for each in holder.properties}
        is_named = "name" in names and shapes.is_string(names["name"].type)
        schema = _find_schema(shapes, holder) if is_named else ""
        if schema:
            constants: dict[str, JsonValue] = dict(_constants(shapes, item))
            inner_constants = dict(_constants(shapes, holder))
            if path:
                constants[path[0]] = inner_constants
            has_description = "description" in names
            return ToolDefinition(
                argument,
                (*path, schema),
                (*path, "name"),
                (*path, "description") if has_description else (),
                constants,
            )
    return None


def _find_schema(shapes: Shapes, holder: Object) -> str:
    """Return the key of the JSON Schema of the parameters; `""` if there is none."""
    for member in holder.properties:
        texts = [member.documentation.description]
        open_ = False
        for shape in shapes.alternatives(member.type):
            open_ = open_ or isinstance(shape, MapOf | Anything)
            if isinstance(shape, Object):
                texts.append(shape.header.documentation.description)
                kinds = [each for each in shape.properties if each.name == "type"]
                is_schema = any("object" in shapes.values(each.type) for each in kinds)
                open_ = open_ or is_schema or not shape.properties
        if open_ and (member.name in _SCHEMAS or any(map(_MENTIONED.search, texts))):
            return member.name
    return ""


def _constants(shapes: Shapes, item: Object) -> Iterator[tuple[str, JsonValue]]:
    """Yield the required members with a single value, and that for strict schemas."""
    for member in item.properties:
        literals = [
            shape
            for shape in shapes.alternatives(member.type)
            if isinstance(shape, Literal)
        ]
        values = [value for shape in literals for value in shape.values]
        if member.required and len(values) == 1:
            yield member.name, values[0]
        elif member.name == "strict" and shapes.is_flag(member.type):
            yield member.name, True


def _find_calls(
    candidates: list[_Candidate], definition: ToolDefinition
) -> ToolCalls | None:
    """Return the calls of a tool in a response; `None` if they are not certain."""
    kinds = {value for value in definition.constants.values() if isinstance(value, str)}
    tool = {definition.argument.removesuffix("s")}
    in_path = [item for item in candidates if tool & set(_words(item.path))]
    of_kind = [item for item in candidates if kinds & set(_words((item.tag,)))]
    of_tool = [item for item in candidates if tool & set(_words((item.tag,)))]
    items = in_path or of_kind or of_tool or candidates
    # `tool_use` rather than `server_tool_use`.
    base = [item for item in items if all(item.tag in each.tag for each in items)]
    if len(base) != 1 or (len(items) > 1 and not base[0].tag):
        return None
    call = base[0]
    if RESERVED & {member.name for member in call.owner.properties}:
        return None
    return ToolCalls(call.path, call.owner.header.key, "name", call.arguments)


def _words(names: tuple[str, ...]) -> Iterator[str]:
    """Yield the words of names, and those in the plural in the singular, too."""
    for name in names:
        for word in split_words(name):
            yield word
            yield word.removesuffix("s")


def _list_candidates(
    shapes: Shapes, type_: Type, path: KeyPath, owners: frozenset[str]
) -> Iterator[_Candidate]:
    """Yield the objects with a name and arguments, each with its path."""
    if len(path) > _DEPTH:
        return
    for shape in shapes.alternatives(type_):
        if isinstance(shape, ListOf):
            yield from _list_candidates(shapes, shape.item, (*path, ITEMS), owners)
        elif isinstance(shape, Object) and shape.header.key not in owners:
            candidate = _read_call(shapes, path, shape)
            if candidate is not None:
                yield candidate
                continue
            for member in shape.properties:
                inner = owners | {shape.header.key}
                yield from _list_candidates(
                    shapes, member.type, (*path, member.name), inner
                )


def _read_call(shapes: Shapes, path: KeyPath, item: Object) -> _Candidate | None:
    """Return the call that an object is; `None` if it lacks a name or arguments."""
    members = {member.name: member for member in item.properties}
    name = members.get("name")
    # A call is an item of an array, or in an object that is.
    if name is None or ITEMS not in path or not shapes.is_string(name.type):
        return None
    tags = (shapes.values(members[key].type) for key in ("type",) if key in members)
    tag = next((values[0] for values in tags if len(values) == 1), "")
    for key in ARGUMENTS:
        if key in members and _has_arguments(shapes, key, members[key].type):
            return _Candidate(path, item, key, tag)
    return None


def _has_arguments(shapes: Shapes, key: str, type_: Type) -> bool:
    """Return whether a type is an open object, or the text of one."""
    for shape in shapes.alternatives(type_):
        if isinstance(shape, MapOf | Anything):
            return True
        if isinstance(shape, Object) and not shape.properties:
            return True
        if isinstance(shape, Scalar) and shape.kind is ScalarKind.STRING:
            return key != "input"
    return False
