"""Completion of the names and values of arguments in a shell."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Final

from click.shell_completion import CompletionItem

from .schemas import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .index import Argument, Schema
    from .schemas import Schemas

_PAIR: Final = re.compile(
    r"(?P<name>[^\[\]=:@]+(?:\[[^\[\]]*\])*)(?P<operator>:=@|:=|=@|=|@)(?P<text>.*)",
    re.DOTALL,
)
_MAX_HELP: Final = 80
# Bash inserts a value as it is, so that it could run commands that the value contains.
_SAFE: Final = re.compile(r"[\w@%+=:,./-]*")


def complete_names(names: Mapping[str, str], incomplete: str) -> list[CompletionItem]:
    """Return the names that begin with a text and need no quotes in a shell.

    Args:
        names: Help by name.
        incomplete: The text.
    """
    return [
        CompletionItem(name, help=one_line(text))
        for name, text in names.items()
        if name.startswith(incomplete) and _SAFE.fullmatch(name)
    ]


def complete_pair(
    arguments: Iterable[Argument], schemas: Schemas, incomplete: str
) -> list[CompletionItem]:
    """Return the names of arguments, the values of the argument before `=`, or files."""
    match = _PAIR.fullmatch(incomplete)
    if match is None:
        return _complete_arguments(arguments, incomplete)
    name, operator, text = match.groups()
    if operator.endswith("@"):
        return complete_files(text, f"{name}{operator}")
    for item in arguments:
        if operator == "=" and name in item.all_names:
            if schemas.is_file(item.schema):
                return complete_files(text, f"{name}=")
            return complete_value(item.schema, schemas, text, f"{name}=")
    return []


def _complete_arguments(
    arguments: Iterable[Argument], incomplete: str
) -> list[CompletionItem]:
    names = {f"{item.label}=": item.text for item in arguments if not item.hidden}
    return complete_names(names, incomplete)


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
    if schemas.is_file(schema):
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
