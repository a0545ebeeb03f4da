"""Commands of a client's command line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from ..frozen_dataclass import dataclass
from ..model.types import JsonValue

TextPath: TypeAlias = tuple[str | tuple[str, str | int], ...]
"""Path of a piece of a text.

`[]` represents the first item of an array, whose index is 0. A pair is a key and the value
that the object at this place has.
"""


@dataclass(frozen=True, slots=True)
class CommandArgument:
    """An argument of a command.

    Args:
        name: Name of the argument of the method.
        key: Name in the request.
        place: Location in the request: `path`, `query`, `headers`, `cookies` or `body`.
        required: Whether the argument is required.
        positional: Whether the argument can be passed by position.
        whole: Whether the argument is the whole body rather than a property of it.
        text: Description in a few sentences; `""` if there is none.
        schema: JSON Schema of the value; a `$ref` refers to `Commands.schemas`.
        names: Names that the document declares for the command line, the displayed first.
        hidden: Whether help and completion leave the argument out.
    """

    name: str
    key: str
    place: str
    required: bool
    positional: bool
    whole: bool
    text: str
    schema: JsonValue
    names: tuple[str, ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """The command that calls an operation.

    Args:
        words: Names of the resource and of the method: `("chat", "completions", "create")`.
        name: Name in place of that of the method, as it is typed; `""` for none.
        aliases: Further names.
        hidden: Whether help and completion leave the command out.
        id: ID of the operation.
        method, path: HTTP method and path of the operation.
        summary: Description in one line.
        text: Description in CommonMark.
        arguments: Arguments, in the order of the signature.
        texts: Paths from an item of a stream to the pieces of its text.
        extra: JSON Schema of undeclared properties of the body; `None` if there are none.
        deprecated: Whether the operation is deprecated.
        paged: Whether the result is a list that consists of pages.
        null: Name of the argument for a whole body that is null; `""` for none.
    """

    words: tuple[str, ...]
    id: str
    method: str
    path: str
    summary: str
    text: str
    arguments: tuple[CommandArgument, ...]
    texts: tuple[TextPath, ...] = ()
    extra: JsonValue = None
    deprecated: bool = False
    paged: bool = False
    name: str = ""
    aliases: tuple[str, ...] = ()
    hidden: bool = False
    null: str = ""


@dataclass(frozen=True, slots=True)
class Commands:
    """All commands of a client.

    Args:
        program: Name of the console script.
        title: Title of the API.
        version: Version of the API; `""` if the document declares none.
        client: Name of the client class.
        commands: Commands, in the order of the reference.
        schemas: JSON Schemas of named types, by the name of the type.
    """

    program: str
    title: str
    version: str
    client: str
    commands: tuple[Command, ...]
    schemas: Mapping[str, JsonValue]
