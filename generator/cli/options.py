"""Arguments and options of the commands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

QUIET = "oasmith.quiet"
"""Name of the flag `--quiet` in the context of a command."""

F = TypeVar("F", bound=Callable[..., Any])


def _parse_documents(
    context: click.Context, parameter: click.Parameter, values: tuple[str, ...]
) -> tuple[Path, ...]:
    """Convert document arguments to paths; `-` is standard input."""
    from ..config import check_spec_path
    from ..config.clients import STANDARD_INPUT

    for value in values:
        if error := check_spec_path(value):
            raise click.BadParameter(error)
    return tuple(STANDARD_INPUT if value == "-" else Path(value) for value in values)


def _be_quiet(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    """Store the flag where the console of the command reads it."""
    context.meta[QUIET] = value


documents_argument = click.argument(
    "specs",
    nargs=-1,
    type=click.Path(),
    metavar="[DOCUMENT]...",
    callback=_parse_documents,
)
"""OpenAPI documents, directories that contain them, or `-` for standard input."""


def config_options(command: F) -> F:
    """Add the documents, `--config` and `--select` to a command."""
    return documents_argument(settings_options(command))


def settings_options(command: F) -> F:
    """Add `--config` and `--select` to a command."""
    return _decorate(
        command,
        click.option(
            "--config",
            "settings",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="Settings file. Default: the nearest pyproject.toml with "
            "[tool.oasmith], in this directory or above.",
        ),
        click.option(
            "--select",
            multiple=True,
            metavar="NAME",
            help="Process only this client of the settings, given by package, client "
            "class or output. Can be repeated.",
        ),
    )


def conversion_options(command: F) -> F:
    """Add the flags of commands that write a document."""
    return _decorate(
        command,
        click.option(
            "--output",
            "-o",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="File to write. Default: standard output.",
        ),
        click.option("--force", is_flag=True, help="Replace the file if it exists."),
        click.option(
            "--format",
            "output_format",
            type=click.Choice(["yaml", "json"]),
            help="Format. Default: by the name of the file, or that of DOCUMENT.",
        ),
    )


def output_options(command: F) -> F:
    """Add the flags that select and name the output to a command."""
    return _decorate(
        command,
        click.option(
            "--quiet",
            "-q",
            is_flag=True,
            expose_value=False,
            callback=_be_quiet,
            help="Print errors only, and the report of check.",
        ),
        click.option(
            "--output",
            "-o",
            type=click.Path(path_type=Path),
            metavar="DIR",
            help="Output directory. Default: generated.",
        ),
        click.option(
            "--package",
            metavar="NAME",
            help="Name of the package. Default: derived from the title.",
        ),
        click.option(
            "--client",
            metavar="NAME",
            help="Name of the client class. Default: derived from the title.",
        ),
        click.option(
            "--package-version",
            metavar="VERSION",
            help="Version of the package. Default: that of the document.",
        ),
        click.option(
            "--only",
            multiple=True,
            metavar="GLOB",
            help="Generate only these operations: operation ids, paths or calls. Can "
            "be repeated.",
        ),
        click.option("--no-docs", is_flag=True, help="Do not write the reference."),
    )


def docs_options(command: F) -> F:
    """Add the options of the local server to a command."""
    return _decorate(
        command,
        click.option(
            "--port",
            type=click.IntRange(0, 65535),
            default=0,
            metavar="PORT",
            help="Port of 127.0.0.1. Default: a free one.",
        ),
        click.option(
            "--open", "opens", is_flag=True, help="Open the reference in a browser."
        ),
        click.option(
            "--to",
            "folder",
            type=click.Path(file_okay=False, path_type=Path),
            metavar="DIR",
            help="Write the site to this empty folder, instead of serving it.",
        ),
    )


used_option = click.option(
    "--used",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    metavar="PATH",
    help="Generate only the operations that this Python file, or the files in this "
    "directory, call. Can be repeated.",
)
"""Source code whose calls select the operations."""


def format_option(command: F) -> F:
    """Add `--format` to a command, as the parameter `output_format`."""
    return _decorate(
        command,
        click.option(
            "--format",
            "output_format",
            type=click.Choice(["text", "json"]),
            default="text",
            show_default=True,
            help="Output format.",
        ),
    )


def diff_options(command: F) -> F:
    """Add the format and the selection of the report to `diff`."""
    return _decorate(
        command,
        click.option(
            "--format",
            "output_format",
            type=click.Choice(
                [
                    "text",
                    "markdown",
                    "json",
                    "github",
                    "sarif",
                    "junit",
                    "changelog",
                    "html",
                ]
            ),
            default="text",
            show_default=True,
            help="Output format. github: commands of GitHub Actions that annotate the lines. "
            "html: one file.",
        ),
        click.option(
            "--fail-on",
            type=click.Choice(["breaking", "warning", "never"]),
            default="breaking",
            show_default=True,
            help="Exit with 1 if there is a change of this level or above.",
        ),
        click.option(
            "--used",
            multiple=True,
            type=click.Path(exists=True, path_type=Path),
            metavar="PATH",
            help="Report only changes of what this Python file, or the files in this directory, "
            "use, with their lines. Can be repeated.",
        ),
        click.option(
            "--all", "all_", is_flag=True, help="Show all compatible changes."
        ),
        click.option(
            "--against",
            metavar="PACKAGE",
            help="Compare an installed package, or a directory that contains one, with the "
            "client of OLD: calls, arguments and types that the client lacks. The package is "
            "parsed, never imported.",
        ),
    )


def _decorate(command: F, *decorators: Callable[[F], F]) -> F:
    """Apply decorators so that `--help` lists them in this order."""
    for decorator in reversed(decorators):
        command = decorator(command)
    return command
