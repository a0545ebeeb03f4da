"""Lowering of operations to commands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ...model.accumulation import TextPiece
from ...model.api import Api
from ...model.command_names import CommandNames
from ...model.operations import Operation
from ...model.types import (
    Anything,
    Declaration,
    Documentation,
    Key,
    Literal,
    OneOf,
    Type,
)
from ...python.commands import Command, CommandArgument, Commands, TextPath
from ...python.package import Call, Package
from ...python.resources import Argument, Method, Place
from ..python.alternatives import null_argument
from ..python.arguments import PLACES, whole_key
from ..python.bodies import BodyFormat, body_format, extra_type
from ..python.body_variants import media_types
from ..python.distribution import distribution_name
from ..python.docstrings import summarize, value_text
from ..python.returns import list_accepted
from .schemas import Schemas

_NO_VALUE = (Anything(), Documentation())


def lower_commands(api: Api, package: Package) -> Commands:
    """Lower the operations of an API to commands.

    Args:
        api: API with the operations.
        package: Client whose methods the commands call.
    """
    declarations = {item.header.key: item for item in api.declarations}
    schemas = Schemas(declarations, package.parameters)
    methods = dict(_methods(package))
    operations = {item.id: item for item in api.operations if not item.alias_of}
    commands = [
        _command(
            operations[call.id],
            call,
            methods[call.resource, call.name],
            schemas,
            declarations,
        )
        for call in package.calls
        if not operations[call.id].command.ignored
    ]
    return Commands(
        program=distribution_name(package.name),
        title=api.title,
        version=api.version,
        client=package.client.name,
        commands=tuple(_name_commands(commands, operations)),
        schemas=schemas.definitions(),
    )


def _name_commands(
    commands: Iterable[Command], operations: Mapping[str, Operation]
) -> Iterator[Command]:
    """Yield the commands with the names that the document declares.

    A name that another command of the same resource has already is not used.
    """
    commands = list(commands)
    taken = {item.words for item in commands}
    taken |= {item.words[:end] for item in commands for end in range(len(item.words))}
    for item in commands:
        names = operations[item.id].command
        declared: list[str] = []
        for words in filter(None, (names.name, *names.aliases)):
            path = (*item.words[:-1], "_".join(words))
            if path not in taken:
                taken.add(path)
                declared.append("-".join(words))
        has_name = bool(names.name) and "-".join(names.name) in declared[:1]
        yield replace(
            item,
            name=declared[0] if has_name else "",
            aliases=tuple(declared[1:] if has_name else declared),
            hidden=names.hidden,
        )


def _methods(package: Package) -> Iterator[tuple[tuple[str, str], Method]]:
    """Yield each method that calls an operation once, with its resource and its name."""
    for module in package.resources:
        for file in module.files:
            for item in file.classes:
                for method in item.methods:
                    yield (".".join(item.path), method.name), method


def _command(
    operation: Operation,
    call: Call,
    method: Method,
    schemas: Schemas,
    declarations: Mapping[Key, Declaration],
) -> Command:
    body = operation.body
    form = body_format(body, declarations) if body is not None else None
    values = _values(operation, form)
    extra = extra_type(body, declarations) if body is not None else None
    arguments = [
        _argument(item, *values.get((item.place, item.key), _NO_VALUE), schemas)
        for item in method.default_arguments
    ]
    return Command(
        words=(*filter(None, call.resource.split(".")), call.name),
        id=operation.id,
        method=operation.method,
        path=operation.path,
        summary=summarize(
            operation.summary
            or operation.command.description
            or operation.title
            or operation.description
        ),
        text=(operation.command.description or operation.description).strip(),
        arguments=tuple(_name_arguments(arguments, operation)),
        texts=_texts(operation),
        extra=None if extra is None else schemas.of(extra),
        deprecated=operation.deprecated,
        paged=method.paged,
        null=null_argument(method),
    )


def _name_arguments(
    arguments: Iterable[CommandArgument], operation: Operation
) -> Iterator[CommandArgument]:
    """Yield the arguments with the names that the document declares for them.

    Optional arguments that it ignores are left out. A name that another argument has
    already is not used.
    """
    arguments = list(arguments)
    taken = {name for item in arguments for name in (item.name, item.key)}
    commands = {
        (PLACES[item.place].value, item.name): item.command
        for item in operation.parameters
    }
    for item in arguments:
        command = commands.get((item.place, item.key), CommandNames())
        if command.ignored and not item.required:
            continue
        declared = ["_".join(it) for it in (command.name, *command.aliases) if it]
        names = tuple(name for name in dict.fromkeys(declared) if name not in taken)
        taken.update(names)
        has_name = bool(command.name) and declared[0] in names
        yield replace(
            item,
            names=names if has_name or not names else (item.name, *names),
            hidden=command.hidden,
            text=command.description or item.text,
        )


def _texts(operation: Operation) -> tuple[TextPath, ...]:
    """Return the paths from an item of a stream to the pieces of its text.

    Pieces in lists, such as arguments of calls of tools, are not part of the running text.
    """
    streaming = operation.result.streaming
    if streaming is None:
        return ()
    if streaming.aggregation[:1] != ("pieces",):
        text = streaming.text
        return () if text is None else tuple(map(_text_path, text.pieces))
    entries = streaming.aggregation[1]
    return tuple((entries, "[]", *path) for path in streaming.texts if "[]" not in path)


def _text_path(piece: TextPiece) -> TextPath:
    """Return the path of a piece, with the values that events have as pairs in it."""
    path: list[str | tuple[str, str | int]] = []
    for index, key in enumerate(piece.path):
        above = piece.path[:index]
        for place, value in piece.conditions:
            if place[:-1] == above:
                path.append((place[-1], value))
        path.append(key)
    return tuple(path)


def _argument(
    item: Argument, type_: Type, documentation: Documentation, schemas: Schemas
) -> CommandArgument:
    return CommandArgument(
        name=item.name,
        key=item.key,
        place=item.place.value,
        required=item.required,
        positional=item.positional,
        whole=item.whole,
        text=value_text(documentation),
        schema=schemas.of(type_, documentation),
    )


def _values(
    operation: Operation, form: BodyFormat | None
) -> dict[tuple[Place, str], tuple[Type, Documentation]]:
    """Return the type and the documentation of each argument."""
    values = {
        (PLACES[item.place], item.name): (item.type, item.documentation)
        for item in operation.parameters
    }
    for header, names in (
        ("Content-Type", media_types(form) if form is not None else ()),
        ("Accept", list_accepted(operation)),
    ):
        values[Place.HEADERS, header] = Literal(names), Documentation()
    if form is None:
        return values
    for item in form.properties or ():
        values[Place.BODY, item.name] = item.type, item.documentation
    if form.whole and operation.body is not None:
        types = tuple(dict.fromkeys(body.type for body in form.whole))
        whole = types[0] if len(types) == 1 else OneOf(types)
        documentation = Documentation(operation.body.description)
        values[Place.BODY, whole_key(form)] = whole, documentation
    return values
