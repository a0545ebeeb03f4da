"""`oasmith adopt-edit`: keep edits of generated files as patches."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from ..config import Config
from ..diagnostics import Diagnostics
from ..edits.adopt import EditableFiles, NoEditError, adopt_edit
from ..generated import keep_user_files
from ..pipeline import build
from .console import Console
from .selection import clients_of
from .shared_runtimes import build_edited_runtime


def adopt_edits(files: tuple[Path, ...], settings: Path | None, **flags: Any) -> None:
    """Write a patch for each edited file."""
    with Console() as console:
        configs = clients_of(console, "adopt-edit", (), settings, flags, writes=True)
        clients = list(_build_clients(configs, files, console))
        for file in files:
            try:
                patch = adopt_edit(*_find_owner(clients, file))
            except NoEditError as error:
                message = f"{file} {error}"
                raise click.BadParameter(message, param_hint="FILE") from None
            console.say(f"{file}: the edit is kept in {os.path.relpath(patch)}")
        console.say("run `oasmith generate`, and commit the patches")


def _build_clients(
    configs: tuple[Config, ...], files: tuple[Path, ...], console: Console
) -> Iterator[EditableFiles]:
    """Yield the clients that have files in their output directories, and the runtime."""
    for config in configs:
        if any(_name_in(config, file) for file in files):
            diagnostics = Diagnostics()
            failure = "no edit was adopted"
            with console.report(diagnostics, only_failures=True, failure=failure):
                generated = build(config, diagnostics, console.progress)
            yield keep_user_files(generated)
    runtime = build_edited_runtime(configs, files, console)
    if runtime is not None:
        yield runtime


def _find_owner(clients: list[EditableFiles], file: Path) -> tuple[EditableFiles, str]:
    """Return the client or the runtime that contains a file, and its path in the output directory."""
    for generated in clients:
        name = _name_in(generated.config, file)
        if name in generated.files:
            return generated, name
    raise NoEditError("is not a generated file of the clients in the settings")


def _name_in(config: Config, file: Path) -> str:
    """Return the path of a file in an output directory; `""` if it is not inside."""
    try:
        relative = os.path.relpath(file, config.output_directory)
    except ValueError:  # on another drive of Windows
        return ""
    return "" if relative.startswith(os.pardir) else Path(relative).as_posix()
