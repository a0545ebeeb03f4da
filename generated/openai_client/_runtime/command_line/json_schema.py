"""The JSON Schema of the arguments of a command (JSON Schema 2020-12)."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from ..requests.encoding import is_list, is_object
from .terminal import is_unicode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .index import Schema
    from .tree import Operation


def print_schema(operation: Operation) -> None:
    """Print the schema of the arguments of a command, with all schemas it refers to."""
    ascii_only = not is_unicode(sys.stdout)
    schema = arguments_schema(operation)
    click.echo(json.dumps(schema, indent=2, ensure_ascii=ascii_only))


def arguments_schema(operation: Operation) -> Schema:
    """Return the schema of the arguments of a command."""
    command = operation.command
    properties: dict[str, Schema] = {
        item.name: (
            {"description": item.text, **item.schema} if item.text else item.schema
        )
        for item in command.arguments
    }
    definitions: dict[str, Schema] = {}
    waiting = list(_references([*properties.values(), command.extra]))
    while waiting:
        name = waiting.pop()
        if name not in definitions:
            definitions[name] = operation.schemas.named(name)
            waiting.extend(_references(definitions[name]))
    schema: Schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": command.entry.words,
        "description": command.entry.summary,
        "type": "object",
        "properties": properties,
        "required": [item.name for item in command.arguments if item.required],
        "additionalProperties": False if command.extra is None else command.extra,
    }
    if definitions:
        schema["$defs"] = dict(sorted(definitions.items()))
    return schema


def _references(value: Any) -> Iterator[str]:
    """Yield the names of the schemas that a value refers to."""
    if is_object(value):
        reference = value.get("$ref")
        if isinstance(reference, str):
            yield reference.rpartition("/")[2]
        for item in value.values():
            yield from _references(item)
    elif is_list(value):
        for item in value:
            yield from _references(item)
