"""The clients that the arguments of a command select."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ..config import Config
from ..config.clients import CommandLine, select_clients
from .console import Console


def clients_of(
    console: Console,
    command: str,
    specs: tuple[Path, ...],
    settings: Path | None,
    flags: dict[str, Any],
    writes: bool = False,
) -> tuple[Config, ...]:
    """Return the clients that a command processes, and print a note if needed.

    Args:
        console: where the note is printed.
        command: name of the command.
        specs: documents of the command line.
        settings: settings file of the command line.
        flags: other flags by name.
        writes: whether the command reads or writes an output directory.

    Raises:
        SettingsError: the settings or flags are wrong.
    """
    selection = select_clients(CommandLine(command, specs, settings, flags, writes))
    if selection.note:
        console.note(selection.note)
    return selection.configs


def only_client(configs: tuple[Config, ...]) -> tuple[Config]:
    """Return the only client.

    Raises:
        click.UsageError: there are several.
    """
    if len(configs) != 1:
        raise click.UsageError(
            "the settings have several clients; choose one: --select"
        )
    return (configs[0],)
