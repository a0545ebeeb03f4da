"""`--used`: generate only the operations that source code calls."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from ..config import Config
from ..diagnostics import Diagnostics
from ..pipeline import Analysis, analyze
from ..rendering.toml import toml_string
from ..usage.scan import Source, UnreadableSourceError, list_modules, scan_module
from ..usage.select import Usage, find_usage
from .console import Console
from .summary import count


def limit_to_used(config: Config, paths: tuple[Path, ...], console: Console) -> Config:
    """Return settings that select the operations that source code calls.

    Args:
        config: Settings of a client.
        paths: Python files, and folders with such files.
        console: Where notes are printed.
    """
    sources = scan_sources(paths)
    usage = _find_usage(config, sources, console)
    if not usage.operations:
        raise click.BadParameter(
            f"{', '.join(map(str, paths))} calls no operation of the client",
            param_hint="--used",
        )
    limited = replace(config, only=usage.patterns)
    _report_missing_types(limited, usage, console)
    places = sum(map(len, usage.calls.values()))
    console.note(
        f"{count(len(usage.operations), 'operation is', 'operations are')} used, in "
        f"{count(places, 'place')}; to select them always: only = "
        f"[{', '.join(map(toml_string, usage.patterns))}]"
    )
    return limited


def scan_sources(paths: tuple[Path, ...]) -> list[Source]:
    """Return what Python files, and the files in folders, use.

    Raises:
        click.BadParameter: A file cannot be parsed.
    """
    try:
        return [scan_module(file) for path in paths for file in list_modules(path)]
    except UnreadableSourceError as error:
        raise click.BadParameter(str(error), param_hint="--used") from None


def _find_usage(config: Config, sources: list[Source], console: Console) -> Usage:
    analysis = _analyze(config, console)
    return find_usage(sources, analysis.api, analysis.package)


def _report_missing_types(config: Config, usage: Usage, console: Console) -> None:
    """Print a note about types that are imported, but used by no selected operation."""
    missing = sorted(
        usage.types.keys() - _analyze(config, console).package.modules.keys()
    )
    if missing:
        console.note(
            f"the code imports types that no operation in use has: {', '.join(missing)}"
        )


def _analyze(config: Config, console: Console) -> Analysis:
    diagnostics = Diagnostics()
    with console.report(
        diagnostics, only_failures=True, failure="nothing was selected"
    ):
        return analyze(config, diagnostics, console.progress)
