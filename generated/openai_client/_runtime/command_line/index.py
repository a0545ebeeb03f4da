"""The commands of a client, which are read from a file when they are needed."""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

Schema: TypeAlias = "dict[str, Any]"
"""A JSON Schema (2020-12). `$ref` names another schema of the client."""


class Entry(NamedTuple):
    """The part of a command that help and completion need.

    Attributes:
        call: Path of the method on the client: `chat.completions.create`.
        id: ID of the operation.
        summary: Description in one line.
        deprecated: Whether the operation is deprecated.
        name: Name in place of that of the method; `""` for none.
        aliases: Further names.
        hidden: Whether help and completion leave the command out.
    """

    call: str
    id: str
    summary: str
    deprecated: bool
    name: str = ""
    aliases: Sequence[str] = ()
    hidden: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the command in its resource, the one that help shows first."""
        method = self.call.rpartition(".")[2].replace("_", "-")
        return (*filter(None, (self.name,)), method, *self.aliases)

    @property
    def words(self) -> str:
        """The command as it is typed: `chat completions create`."""
        resource = self.call.rpartition(".")[0].replace("_", "-").replace(".", " ")
        return f"{resource} {self.names[0]}".lstrip()


class Argument(NamedTuple):
    """An argument of a command.

    Attributes:
        name: Name of the argument of the method.
        key: Name in the request.
        place: Location in the request: `path`, `query`, `headers`, `cookies` or `body`.
        required: Whether the argument is required.
        positional: Whether the value can be given without a name.
        whole: Whether the argument is the whole body rather than a property of it.
        text: Description in a few sentences; `""` if there is none.
        schema: Schema of the value.
        names: Names that the document declares for the command line.
        hidden: Whether help and completion leave the argument out.
    """

    name: str
    key: str
    place: str
    required: bool
    positional: bool
    whole: bool
    text: str
    schema: Schema
    names: tuple[str, ...] = ()
    hidden: bool = False

    @property
    def label(self) -> str:
        """The name that help and completion show."""
        return self.names[0] if self.names else self.name

    @property
    def all_names(self) -> tuple[str, ...]:
        """All names of the argument, the one of the request last."""
        return (*self.names, self.name, self.key)


TextPath = tuple[str | tuple[str, str | int], ...]


class Command(NamedTuple):
    """A command that calls an operation.

    Attributes:
        entry: Its entry in the index.
        method: HTTP method.
        path: Path of the operation.
        text: Description in CommonMark; `""` if the summary says it all.
        arguments: The arguments.
        texts: Paths from an item of a stream to the pieces of its text; a pair of a path is a
            key and the value that the object at this place has.
        extra: Schema of undeclared properties of the body; `None` if there are none.
        paged: Whether the result is a list that consists of pages.
        null: Name of the argument for a whole body that is null; `""` for none.
    """

    entry: Entry
    method: str
    path: str
    text: str
    arguments: tuple[Argument, ...]
    texts: tuple[TextPath, ...]
    extra: Schema | None
    paged: bool
    null: str = ""

    @property
    def whole(self) -> Argument | None:
        """The argument that is the whole body, if there is one."""
        return next((item for item in self.arguments if item.whole), None)

    @property
    def body(self) -> tuple[Argument, ...]:
        """The arguments that are properties of the body."""
        return tuple(
            item for item in self.arguments if item.place == "body" and not item.whole
        )


class Index:
    """The commands of a client.

    Args:
        file: File with a line of JSON for the index, for each command and each schema.
    """

    def __init__(self, file: Path) -> None:
        # Decoded line by line, because most commands need few of the lines.
        self._lines = file.read_bytes().split(b"\n")
        index: dict[str, Any] = json.loads(self._lines[0])
        self.program: str = index["program"]
        self.title: str = index["title"]
        self.version: str = index["version"]
        self.client: str = index["client"]
        self.entries = [Entry(*item) for item in index["commands"]]
        self._schemas = {name: place for place, name in enumerate(index["schemas"])}

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        """The entries by the ID of the operation."""
        return {item.id: item for item in self.entries}

    def command(self, entry: Entry) -> Command:
        """Return the command of an entry."""
        line: dict[str, Any] = json.loads(self._lines[1 + self.entries.index(entry)])
        return Command(
            entry,
            line["method"],
            line["path"],
            line.get("text", ""),
            tuple(map(_argument, line.get("arguments", ()))),
            tuple(map(_text_path, line.get("texts", ()))),
            line.get("extra"),
            line.get("paged", False),
            line.get("null", ""),
        )

    def schema(self, name: str) -> Schema:
        """Return the schema of a named type."""
        place = 1 + len(self.entries) + self._schemas[name]
        schema: Schema = json.loads(self._lines[place])
        return schema


def _text_path(path: list[Any]) -> TextPath:
    return tuple(step if isinstance(step, str) else (step[0], step[1]) for step in path)


def _argument(item: dict[str, Any]) -> Argument:
    return Argument(
        item["name"],
        item.get("key", item["name"]),
        item["place"],
        item.get("required", False),
        item.get("positional", False),
        item.get("whole", False),
        item.get("text", ""),
        item["schema"],
        tuple(item.get("names", ())),
        item.get("hidden", False),
    )
