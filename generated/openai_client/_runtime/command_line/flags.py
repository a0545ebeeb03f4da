"""The flags of arguments, and the words after a command."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from .index import Argument, Command, Schema
    from .schemas import Schemas

if TYPE_CHECKING:
    TextType = click.ParamType[str]
else:
    # Generic since click 8.5 only.
    TextType = click.ParamType


class Flag(click.Option):
    """A flag of an argument, whose help is written when it is displayed.

    Args:
        names: The flag, and the name of its parameter.
        item: The argument.
        schemas: The schemas of the client.
    """

    def __init__(self, names: list[str], item: Argument, schemas: Schemas) -> None:
        kind = Value(item.schema, schemas)
        super().__init__(names, multiple=True, type=kind, hidden=item.hidden)
        self._item = item
        self._schemas = schemas

    @property
    def description(self) -> str:
        """The description of the argument in plain text."""
        text = plain_text(self._item.text)
        return f"Required. {text}".strip() if self._item.required else text

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the flag with its values, and the description of the argument."""
        self.metavar = _metavar(self._item.schema, self._schemas)
        self.help = self.description
        return super().get_help_record(ctx)


class Value(TextType):
    """The text of a flag; the schema checks it later."""

    name = "text"

    def __init__(self, schema: Schema, schemas: Schemas) -> None:
        self._schema = schema
        self._schemas = schemas

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Return the values of the argument that begin with a text."""
        from .completion import complete_value

        return complete_value(self._schema, self._schemas, incomplete)


class Word(TextType):
    """A pair, or the value of a positional argument."""

    name = "word"

    def __init__(self, command: Command, schemas: Schemas) -> None:
        self._arguments = command.arguments
        self._schemas = schemas

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Return the names of arguments, or the values of the one before `=`."""
        from .completion import complete_pair

        words = ctx.params.get("words") or ()
        return complete_pair(self._arguments, self._schemas, incomplete, words)


def _metavar(schema: Schema, schemas: Schemas) -> str:
    """Return the values of a flag in words, for its help."""
    if schemas.is_file(schema) or schemas.are_files(schema):
        return "FILE"
    values = schemas.values(schema)
    kinds = schemas.kinds(schema) - {"null"}
    if values and len(values) <= 6 and len("|".join(map(str, values))) <= 60:
        return "|".join(map(str, values))
    names = {
        "string": "TEXT",
        "integer": "INTEGER",
        "number": "NUMBER",
        "boolean": "true|false",
        "array": "ITEM",
        "object": "JSON",
    }
    order = [name for kind, name in names.items() if kind in kinds]
    return order[0] if order else "VALUE"


def plain_text(text: str) -> str:
    """Return CommonMark as plain text: links become their labels."""
    text = re.sub(r"\[([^\[\]]*)\]\([^()\s]*\)", r"\1", text)
    return text.strip()
