"""The tree of commands, which are created when they are looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from .flags import Flag, Word, plain_text
from .options import common_options, page_options
from .schemas import Schemas
from .terminal import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from click.shell_completion import CompletionItem

    from .index import Argument, Command, Entry, Index

    Run = Callable[["Operation", "click.Context"], None]

_PAIRS = (
    "Arguments are flags or pairs: NAME=VALUE, NAME[MEMBER]=VALUE, NAME[]=ITEM,"
    " NAME:=JSON, NAME=@FILE, and NAME@FILE for a file to upload."
)


class Resource(click.Group):
    """A resource, whose commands are methods and nested resources.

    Args:
        name: Name of the resource.
        index: All commands.
        prefix: Path of the resource with a trailing dot; `""` for the client itself.
        run: Function that calls an operation.
        **settings: Further arguments of `click.Group`.
    """

    def __init__(
        self, name: str, index: Index, prefix: str, run: Run, **settings: Any
    ) -> None:
        super().__init__(name, no_args_is_help=True, **settings)
        self._index = index
        self._prefix = prefix
        self._run = run

    def _children(self) -> dict[str, Entry | None]:
        """Return the entry of each method, and `None` for each nested resource."""
        children: dict[str, Entry | None] = {}
        for entry in self._index.entries:
            if entry.call.startswith(self._prefix) and not entry.hidden:
                name, dot, _ = entry.call[len(self._prefix) :].partition(".")
                if dot:
                    children.setdefault(name.replace("_", "-"), None)
                else:
                    children[entry.names[0]] = entry
        return children

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return [*self._children(), *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name, or by the ID of its operation."""
        name = cmd_name.replace("_", "-")
        for entry in self._index.entries:
            resource, _, _ = entry.call.rpartition(".")
            if f"{resource}." == (self._prefix or ".") and name in entry.names:
                return Operation(cmd_name, self._index, entry, self._run)
        prefix = f"{self._prefix}{name.replace('-', '_')}."
        count = sum(item.call.startswith(prefix) for item in self._index.entries)
        if count:
            text = f"{count} {'command' if count == 1 else 'commands'}."
            return Resource(cmd_name, self._index, prefix, self._run, help=text)
        command = super().get_command(ctx, cmd_name)
        if command is None and not self._prefix and cmd_name in self._index.by_id:
            entry = self._index.by_id[cmd_name]
            return Operation(cmd_name, self._index, entry, self._run)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is named first, and the arguments after it.

        Raises:
            UsageError: There is no such command.
        """
        if args and args[0][:1].isalnum() and self.get_command(ctx, args[0]) is None:
            hint = self._similar(ctx, args[0])
            ctx.fail(f"No such command {args[0]!r}.{hint}")
        return super().resolve_command(ctx, args)

    def _similar(self, ctx: click.Context, name: str) -> str:
        """Return a question with the command that is most like a name."""
        from difflib import get_close_matches

        names = {text.lower(): text for text in self.list_commands(ctx)}
        if not self._prefix:
            names = {text.lower(): text for text in self._index.by_id} | names
        close = get_close_matches(name.lower(), names, 1)
        return f" Did you mean {names[close[0]]!r}?" if close else ""

    def get_help(self, ctx: click.Context) -> str:
        """Return the help without control characters of the document."""
        return printable(super().get_help(ctx))

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write the list of commands, without creating them."""
        rows: list[tuple[str, str]] = []
        for name, entry in self._children().items():
            if entry is None:
                prefix = f"{self._prefix}{name.replace('-', '_')}."
                nested = [
                    item.call[len(prefix) :].partition(".")[0].replace("_", "-")
                    for item in self._index.entries
                    if item.call.startswith(prefix)
                ]
                text = ", ".join(dict.fromkeys(nested))
            else:
                text = (
                    f"(deprecated) {entry.summary}"
                    if entry.deprecated
                    else entry.summary
                )
            rows.append((name, _shorten(text, 100)))
        with formatter.section("Commands of the API"):
            formatter.write_dl(rows)
        own = [
            (name, self.commands[name].get_short_help_str(100))
            for name in super().list_commands(ctx)
            if not self.commands[name].hidden
        ]
        if own:
            with formatter.section("Other commands"):
                formatter.write_dl(own)

    def shell_complete(
        self, ctx: click.Context, incomplete: str
    ) -> list[CompletionItem]:
        """Return the commands, and at the top level the IDs of operations."""
        from .completion import complete_names

        names = {
            name: entry.summary if entry else "resource"
            for name, entry in self._children().items()
        }
        for name in super().list_commands(ctx):
            if not self.commands[name].hidden:
                names[name] = self.commands[name].get_short_help_str()
        items = complete_names(names, incomplete)
        if not self._prefix and not items:
            ids = {name: entry.summary for name, entry in self._index.by_id.items()}
            items = complete_names(ids, incomplete)
        return [*items, *click.Command.shell_complete(self, ctx, incomplete)]


class Operation(click.Command):
    """A command that calls an operation.

    Args:
        name: Name of the command.
        index: All commands.
        entry: Entry of the command.
        run: Function that calls the operation.

    Attributes:
        command: The command.
        schemas: The schemas of the client.
        flags: The argument of each flag, by the name of its parameter.
    """

    def __init__(self, name: str, index: Index, entry: Entry, run: Run) -> None:
        self.command: Command = index.command(entry)
        self.schemas = Schemas(index.schema)
        self.flags: dict[str, Argument] = {}
        self._run = run
        options = [*common_options(), *(page_options() if self.command.paged else ())]
        taken = {text for option in options for text in option.opts}
        super().__init__(
            name,
            params=[*self._flags(taken), *self._words(), *options],
            help=_help(self.command),
            epilog=_PAIRS if self.command.arguments else None,
            deprecated=entry.deprecated,
        )

    def _flags(self, taken: set[str]) -> list[click.Parameter]:
        """Return an option for each argument; names of other options get a prefix."""
        flags: list[click.Parameter] = []
        for item in self.command.arguments:
            if item.positional or item.whole:
                continue
            names = (
                name.replace("_", "-").strip("-") for name in (*item.names, item.name)
            )
            texts = dict.fromkeys(
                f"--api-{name}" if f"--{name}" in taken else f"--{name}"
                for name in names
            )
            parameter = f"argument_{item.name}"
            self.flags[parameter] = item
            flags.append(Flag([*texts, parameter], item, self.schemas))
        return flags

    def _words(self) -> list[click.Parameter]:
        if not self.command.arguments:
            return []
        positions = [
            item.label.upper() for item in self.command.arguments if item.positional
        ]
        metavar = " ".join([*(f"[{name}]" for name in positions), "[NAME=VALUE]..."])
        return [
            click.Argument(
                ["words"],
                nargs=-1,
                type=Word(self.command, self.schemas),
                metavar=metavar,
            )
        ]

    def get_help(self, ctx: click.Context) -> str:
        """Return the help without control characters of the document."""
        return printable(super().get_help(ctx))

    def format_options(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write the arguments of the operation apart from the options of all commands."""
        own: list[tuple[str, str]] = []
        common: list[tuple[str, str]] = []
        for parameter in self.get_params(ctx):
            is_option = isinstance(parameter, click.Option)
            record = parameter.get_help_record(ctx) if is_option else None
            if record is not None:
                rows = own if parameter.name in self.flags else common
                rows.append(record)
        if own:
            with formatter.section("Arguments"):
                formatter.write_dl(own)
        with formatter.section("Options"):
            formatter.write_dl(common)

    def shell_complete(
        self, ctx: click.Context, incomplete: str
    ) -> list[CompletionItem]:
        """Return the flags that begin with a text, with their descriptions."""
        from .completion import one_line

        texts = {
            flag.opts[0]: one_line(flag.description)
            for flag in self.params
            if isinstance(flag, Flag)
        }
        items = super().shell_complete(ctx, incomplete)
        for item in items:
            item.help = texts.get(item.value, item.help)
        return items

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments.

        Raises:
            UsageError: They cannot be understood.
        """
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            if not error.option_name.lstrip("-")[:1].isdecimal():
                raise
            text = f"write -- before a value that begins with -, such as {error.option_name}"
            raise click.UsageError(f"{error.message} {text}", ctx) from None

    def invoke(self, ctx: click.Context) -> Any:
        """Call the operation."""
        self._run(self, ctx)


def _help(command: Command) -> str:
    """Return the help of a command: its summary, its description and its request."""
    parts = [command.entry.summary]
    text = plain_text(command.text)
    if text and not text.startswith(command.entry.summary):
        parts.append(text)
    parts.append(f"{command.method} {command.path}")
    return "\n\n".join(parts)


def _shorten(text: str, length: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1]}…"


def values_of(operation: Operation, ctx: click.Context) -> Mapping[str, Any]:
    """Return the values of the common options of a command."""
    return {
        name: value
        for name, value in ctx.params.items()
        if name not in operation.flags and name != "words"
    }
