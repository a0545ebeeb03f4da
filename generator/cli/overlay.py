"""The command `overlay`: the difference of two documents as an overlay."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ..diagnostics import Diagnostics
from ..loader.overlays.difference import UnselectableKeyError, find_difference
from ..loader.single_file import read_file
from ..loader.yaml.dump import dump_yaml
from .console import Console
from .summary import count


def overlay(old: Path, new: Path) -> None:
    """Print an overlay that changes one document into another."""
    with Console() as console:
        before, after = _read(old, console), _read(new, console)
        try:
            actions = find_difference(before, after)
        except UnselectableKeyError as error:
            raise click.BadParameter(str(error), param_hint="OLD NEW") from None
        if not actions:
            console.note("the documents are equal; there is nothing to write")
            return
        console.write(dump_yaml(_overlay(actions, after)))
        console.note(
            f"{count(len(actions), 'action')}; save the overlay, and list it under "
            "`overlays` in the settings"
        )


def _read(path: Path, console: Console) -> dict[str, Any]:
    diagnostics = Diagnostics()
    with console.report(diagnostics, only_failures=True, failure="nothing was written"):
        value = read_file(path, Path.cwd(), diagnostics)
    if not isinstance(value, dict):
        raise click.BadParameter(f"{path} is not an object", param_hint="OLD NEW")
    return value


def _overlay(actions: list[dict[str, Any]], document: dict[str, Any]) -> dict[str, Any]:
    info = document.get("info")
    title = info.get("title") if isinstance(info, dict) else None
    name = title if isinstance(title, str) else "the API"
    return {
        "overlay": "1.1.0",
        "info": {"title": f"Changes of {name}", "version": "1"},
        "actions": actions,
    }
