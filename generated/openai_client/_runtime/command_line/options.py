"""Options that all commands accept, before or after the name of the command."""

from __future__ import annotations

import os
import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from .flags import TextType
from .terminal import printable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from click.shell_completion import CompletionItem

    from .index import Index

FORMATS: Final = ("json", "jsonl", "table", "yaml", "lines", "raw")
"""Formats of results."""
# A token (RFC 9110, section 5.6.2).
_NAME: Final = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_FILE: Final = click.Path()


class _Body(TextType):
    name = "body"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        return [CompletionItem(incomplete, type="file")]


class ProfileName(TextType):
    """The name of a profile."""

    name = "profile"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Return the names of the stored profiles; none if they cannot be read."""
        from .completion import complete_names
        from .profiles import ProfileError, Profiles

        try:
            stored = Profiles(ctx.find_root().command.name or "").read()
        except ProfileError:
            return []
        return complete_names(dict.fromkeys(stored, ""), incomplete)


_BODY: Final = _Body()
_PROFILE: Final = ProfileName()


_COMMON: Final[Sequence[tuple[tuple[str, ...], Mapping[str, Any]]]] = (
    (
        ("-o", "--output"),
        {
            "type": click.Choice(FORMATS),
            "help": "Format of the result. Default: json, on several lines on a terminal.",
        },
    ),
    (
        ("--query",),
        {"metavar": "JMESPATH", "help": "Print only what the expression selects."},
    ),
    (
        ("--output-file",),
        {
            "type": _FILE,
            "help": "Write the result to a file, or a new file in a folder.",
        },
    ),
    (
        ("--dry-run",),
        {"is_flag": True, "help": "Print the request; do not send it."},
    ),
    (
        ("--curl",),
        {
            "is_flag": True,
            "help": "Print the request as a command of curl; do not send it.",
        },
    ),
    (
        ("--schema",),
        {
            "is_flag": True,
            "help": "Print the JSON Schema of the arguments; do not send a request.",
        },
    ),
    (
        ("--body",),
        {
            "type": _BODY,
            "metavar": "JSON|FILE|-",
            "help": "Body of the request; - reads standard input.",
        },
    ),
    (
        ("-H", "--header"),
        {
            "multiple": True,
            "metavar": "'NAME: VALUE'",
            "help": "Send a header, too.",
        },
    ),
    (
        ("--base-url", "--host"),
        {"metavar": "URL", "help": "Send the request to this server."},
    ),
    (
        ("--timeout",),
        {
            "type": click.FloatRange(min=0, min_open=True),
            "metavar": "SECONDS",
            "help": "Limit each wait for the server.",
        },
    ),
    (
        ("--retries",),
        {
            "type": click.IntRange(min=0),
            "metavar": "NUMBER",
            "help": "Limit how often a failed request is sent again.",
        },
    ),
    (
        ("--profile",),
        {"type": _PROFILE, "metavar": "NAME", "help": "Use the settings of a profile."},
    ),
    (
        ("--credential",),
        {
            "multiple": True,
            "metavar": "NAME=VALUE",
            "help": "Set a credential. Other users can see it in the list of processes.",
        },
    ),
    (
        ("--no-check",),
        {"is_flag": True, "help": "Send values of types that the API refuses."},
    ),
    (
        ("-v", "--verbose"),
        {
            "is_flag": True,
            "help": "Log requests and responses, without credentials.",
        },
    ),
)


def common_options() -> list[click.Option]:
    """Return the options of every command."""
    return [click.Option(names, **settings) for names, settings in _COMMON]


def version_option(package: str, index: Index) -> click.Option:
    """Return the option that prints the versions of a client and of its API.

    Args:
        package: Package of the client.
        index: Commands of the client.
    """

    def run(ctx: click.Context, param: click.Parameter, is_used: bool) -> None:
        if is_used and not ctx.resilient_parsing:
            own = f"{index.program} {import_module(package).__version__}"
            api = " ".join(f"{index.title} {index.version}".split())
            click.echo(printable(f"{own} ({api})"))
            ctx.exit()

    return click.Option(
        ["--version"],
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=run,
        help="Print the versions of this client and of the API.",
    )


def page_options() -> list[click.Option]:
    """Return the options of commands that return lists."""
    return [
        click.Option(
            ["--limit"],
            type=click.IntRange(min=1),
            metavar="NUMBER",
            help="Print at most this many items, from as many pages as needed.",
        ),
        click.Option(
            ["--all", "every"], is_flag=True, help="Print the items of all pages."
        ),
    ]


class Options:
    """The values of the common options.

    Args:
        outer: Values of the options before the name of the command.
        inner: Values of the options after it, which have precedence.
    """

    def __init__(self, outer: Mapping[str, Any], inner: Mapping[str, Any]) -> None:
        values: dict[str, Any] = dict(outer)
        values.update({key: item for key, item in inner.items() if _is_set(item)})
        for name in ("header", "credential"):
            values[name] = (*outer.get(name, ()), *inner.get(name, ()))
        self.output: str = values.get("output") or ""
        self.query: str = values.get("query") or ""
        self.output_file = _output_file(values.get("output_file"))
        self.dry_run: bool = values.get("dry_run", False)
        self.curl: bool = values.get("curl", False)
        self.schema: bool = values.get("schema", False)
        self.body: str | None = values.get("body")
        self.headers = tuple(map(_header, values["header"]))
        self.base_url: str = values.get("base_url") or ""
        self.timeout: float | None = values.get("timeout")
        self.retries: int | None = values.get("retries")
        self.profile: str = values.get("profile") or ""
        self.credentials = tuple(map(_credential, values["credential"]))
        self.no_check: bool = values.get("no_check", False)
        self.verbose: bool = values.get("verbose", False)


def _is_set(value: object) -> bool:
    """Return whether an option is used; its value can be 0 or empty."""
    return not (value is None or value is False or value == ())


def _header(text: str) -> tuple[str, str]:
    name, colon, value = text.partition(":")
    if not colon or not text.isprintable() or not _NAME.fullmatch(name.strip()):
        raise click.UsageError(
            f"--header must be 'NAME: VALUE' in printable characters, not {text!r}"
        )
    return name.strip(), value.strip()


def _output_file(text: str | None) -> Path | None:
    """Return the file or folder of the result; `None` for standard output."""
    if text is None or text == "-":
        return None
    path = Path(text)
    if not text or (text[-1] in ("/", os.sep) and not path.is_dir()):
        raise click.UsageError(f"--output-file: there is no folder {text!r}")
    return path


def _credential(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        # Without the text, which can be the secret.
        raise click.UsageError("--credential must be NAME=VALUE")
    return name.replace("-", "_"), value
