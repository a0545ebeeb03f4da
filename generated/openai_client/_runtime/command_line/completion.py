"""Completion of the names and values of arguments in a shell."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Final

from click.shell_completion import CompletionItem

from .schemas import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .index import Argument, Schema
    from .schemas import Schemas

_PAIR: Final = re.compile(
    r"([^\[\]=:@]+)((?:\[[^\[\]]*\])*)(:=@|:=|=@|=|@)(.*)", re.DOTALL
)
# A pair up to the name of a member that is incomplete.
_PATH: Final = re.compile(r"([^\[\]=:@]+)((?:\[[^\[\]]*\])*)\[([^\[\]]*)")
_STEP: Final = re.compile(r"\[([^\[\]]*)\]")
_INDEX: Final = re.compile(r"[0-9]{1,4}")
_MAX_STEPS: Final = 5
_MAX_HELP: Final = 80
# Bash inserts a value as it is, so that it could run commands that the value contains.
# Brackets are patterns of file names, which bash leaves as they are if no file matches.
_SAFE: Final = re.compile(r"[\w@%+=:,./-]*")
_SAFE_PATH: Final = re.compile(r"[\w@%+=:,./\[\]-]*")


def complete_names(names: Mapping[str, str], incomplete: str) -> list[CompletionItem]:
    """Return the names that begin with a text and need no quotes in a shell.

    Args:
        names: Help by name.
        incomplete: The text.
    """
    return [
        CompletionItem(name, help=one_line(text))
        for name, text in names.items()
        if name.startswith(incomplete) and _SAFE_PATH.fullmatch(name)
    ]


def complete_pair(
    arguments: Sequence[Argument],
    schemas: Schemas,
    incomplete: str,
    words: Iterable[str] = (),
) -> list[CompletionItem]:
    """Return the names of arguments or members, the values after `=`, or files after `@`.

    Args:
        arguments: The arguments of a command.
        schemas: The schemas of the client.
        incomplete: The text.
        words: The pairs before it, which decide the next index of an array.
    """
    match = _PAIR.fullmatch(incomplete)
    if match is None:
        items = _complete_path(arguments, schemas, incomplete, words)
        for _ in range(_MAX_STEPS):
            # Shells would add a space after the bracket.
            if len(items) == 1 and items[0].value[-1:] == "[":
                items = _complete_path(arguments, schemas, items[0].value, words)
        return items
    name, path, operator, text = match.groups()
    prefix = f"{name}{path}{operator}"
    if operator.endswith("@"):
        return complete_files(text, prefix)
    schema = _schema_at(arguments, schemas, name, _STEP.findall(path))
    if operator == ":=" or schema is None or schemas.is_file(schema):
        return []
    return complete_value(schema, schemas, text, prefix)


def _complete_path(
    arguments: Sequence[Argument],
    schemas: Schemas,
    incomplete: str,
    words: Iterable[str],
) -> list[CompletionItem]:
    """Return the names of arguments, or of the members and items at a path."""
    match = _PATH.fullmatch(incomplete)
    if match is None:
        names = {
            f"{item.label}{_operator(item.schema, schemas)}": item.text
            for item in arguments
            if not item.hidden and not item.whole
        }
        for item in arguments:
            if item.whole:
                names |= _members(item.schema, schemas, "", "")
        return complete_names(names, incomplete)
    name, path, start = match.groups()
    schema = _schema_at(arguments, schemas, name, _STEP.findall(path))
    if schema is None:
        return []
    place = f"{name}{path}"
    names = _members(schema, schemas, f"{place}[", "]")
    kinds = schemas.kinds(schema)
    entry, _ = schemas.child(schema, 0) if "array" in kinds else (None, [])
    if entry is not None:
        operator = _operator(entry, schemas)
        for index in range(_next_index(place, words) + 1):
            names[f"{place}[{index}]{operator}"] = ""
    return complete_names(names, f"{place}[{start}")


def _schema_at(
    arguments: Iterable[Argument], schemas: Schemas, name: str, path: Iterable[str]
) -> Schema | None:
    """Return the schema of the value at a path, or `None` if it is not declared."""
    schema: Schema | None = None
    for item in arguments:
        if name in item.all_names:
            schema = item.schema
        elif item.whole and schema is None:
            schema, _ = schemas.child(item.schema, name)
    for step in path:
        if schema is None:
            break
        is_index = (not step or step.isdecimal()) and "array" in schemas.kinds(schema)
        schema, _ = schemas.child(schema, 0 if is_index else step)
    return schema


def _members(schema: Schema, schemas: Schemas, start: str, end: str) -> dict[str, str]:
    """Return the help of each member of an object, by its name with its operator."""
    names: dict[str, str] = {}
    for name in schemas.child(schema, "")[1]:
        child, _ = schemas.child(schema, name)
        if child is not None and _SAFE.fullmatch(name):
            text = str(child.get("description", ""))
            names[f"{start}{name}{end}{_operator(child, schemas)}"] = text
    return names


def _operator(schema: Schema, schemas: Schemas) -> str:
    """Return what follows a name: `@`, `[` where only members or items have values, or `=`."""
    if schemas.is_file(schema) or schemas.are_files(schema):
        return "@"
    kinds = schemas.kinds(schema) - {"null"}
    if kinds and kinds <= {"array"}:
        item, _ = schemas.child(schema, 0)
        return "[" if item and _operator(item, schemas) == "[" else "="
    return "[" if kinds and kinds <= {"array", "object"} else "="


def _next_index(place: str, words: Iterable[str]) -> int:
    """Return the number of items of an array in pairs; 0 if they append items."""
    starts = (word[len(place) :] for word in words if word.startswith(f"{place}["))
    indexes = [match[1] for start in starts if (match := _STEP.match(start))]
    return max((int(it) + 1 for it in indexes if _INDEX.fullmatch(it)), default=0)


def complete_files(incomplete: str, prefix: str) -> list[CompletionItem]:
    """Return the files and folders whose path begins with a text.

    Args:
        incomplete: The text.
        prefix: Text before each path.
    """
    folder, slash, start = incomplete.rpartition("/")
    try:
        with os.scandir(f"{folder}{slash}" or ".") as entries:
            files = sorted((it.name, "/" if it.is_dir() else "") for it in entries)
    except OSError:
        return []
    paths = (f"{folder}{slash}{name}{end}" for name, end in files)
    hidden = start.startswith(".")
    names = {
        f"{prefix}{path}": ""
        for path in paths
        if hidden or not path[len(folder + slash) :].startswith(".")
    }
    return complete_names(names, f"{prefix}{incomplete}")


def complete_value(
    schema: Schema, schemas: Schemas, incomplete: str, prefix: str = ""
) -> list[CompletionItem]:
    """Return the values of a schema that begin with a text and need no quotes in a shell.

    Args:
        schema: The schema.
        schemas: The schemas of the client.
        incomplete: The text.
        prefix: Text before each value.
    """
    if schemas.is_file(schema) or schemas.are_files(schema):
        return [CompletionItem(incomplete, type="file")]
    texts = [text_of(value) for value in schemas.values(schema)]
    if "boolean" in schemas.kinds(schema):
        texts += ["true", "false"]
    return [
        CompletionItem(f"{prefix}{text}")
        for text in dict.fromkeys(texts)
        if text.startswith(incomplete) and _SAFE.fullmatch(text)
    ]


def one_line(text: str) -> str:
    """Return the beginning of a text in one line, without control characters."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= _MAX_HELP else f"{line[: _MAX_HELP - 1]}…"
