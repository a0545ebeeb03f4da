"""Commands of the command line as lines of JSON, so that only the needed ones are read."""

from __future__ import annotations

import json
from collections.abc import Mapping

from ...python.commands import Command, CommandArgument, Commands

_Object = dict[str, object]


def format_commands(commands: Commands) -> str:
    """Return the content of the file.

    The first line has what help and completion need of all commands. A line for each
    command follows, and one for each schema, in the order of the first line.
    """
    index: _Object = {
        "program": commands.program,
        "title": commands.title,
        "version": commands.version,
        "client": commands.client,
        "commands": [
            [
                *(".".join(item.words), item.id, item.summary, item.deprecated),
                *_names(item),
            ]
            for item in commands.commands
        ],
        "schemas": list(commands.schemas),
    }
    lines = [index, *map(_command, commands.commands), *commands.schemas.values()]
    return "".join(f"{_json(line)}\n" for line in lines)


def _names(item: Command) -> list[object]:
    """Return the declared names of a command; empty if there are none."""
    if not (item.name or item.aliases or item.hidden):
        return []
    return [item.name, list(item.aliases), item.hidden]


def _command(item: Command) -> _Object:
    return _without_empty(
        {
            "method": item.method,
            "path": item.path,
            "text": item.text,
            "arguments": [_argument(argument) for argument in item.arguments],
            "texts": item.texts,
            "extra": item.extra,
            "paged": item.paged,
            "null": item.null,
        }
    )


def _argument(item: CommandArgument) -> _Object:
    optional = _without_empty(
        {
            "key": "" if item.key == item.name else item.key,
            "place": item.place,
            "required": item.required,
            "positional": item.positional,
            "whole": item.whole,
            "text": item.text,
            "names": list(item.names),
            "hidden": item.hidden,
        }
    )
    return {"name": item.name, **optional, "schema": item.schema}


def _without_empty(members: Mapping[str, object]) -> _Object:
    """Return the members whose value is not `False`, empty or `None`; schemas are kept."""
    return {
        name: value
        for name, value in members.items()
        if (name == "extra" and value is not None) or value not in (False, "", [], None)
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
