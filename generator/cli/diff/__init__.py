"""The command `diff`: two sides, their comparison, and a report."""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
from collections.abc import Set
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from ...comparison import Change, Level, compare
from ...comparison.reports import FORMATS, Report
from ...comparison.versions import compared_with, next_version
from ...config import Config
from ...diagnostics import Diagnostics
from ...emission import Manifest
from ...pipeline import Analysis, analyze
from ...recorded_names import NO_NAMES, RecordedNames
from ...usage.reach import find_types_by_call
from ...usage.select import find_usage
from ...versions import python_version
from ..console import Console
from ..exit_codes import ExitCode
from ..summary import count
from ..usage import scan_sources
from .accepted import apply_levels
from .against import compare_against
from .causes import changes_by_generator, is_same_selection, mark_settings
from .recorded import has_record, with_output
from .sides import (
    ABSENT,
    DiffSide,
    config_of,
    is_new_client,
    parse_arguments,
    settings_documents,
    without_operations,
)
from .used import select_used

_LEVELS = {"breaking": Level.BREAKING, "warning": Level.WARNING, "never": None}

__all__ = ["diff"]


def diff(
    old: str | None,
    new: str | None,
    settings: Path | None,
    output_format: str,
    fail_on: str,
    all_: bool,
    used: tuple[Path, ...],
    against: str | None = None,
    **flags: Any,
) -> None:
    """Report what changes for callers; exit with 1 if `fail_on` is reached."""
    from ..selection import clients_of

    with Console() as console, tempfile.TemporaryDirectory() as folder:
        sides = parse_arguments(old, new, against, bool(used))
        specs = settings_documents(sides)
        configs = clients_of(console, "diff", specs, settings, flags)
        has_several = len(configs) > 1 or bool(flags.get("select"))
        reports: list[Report] = []
        diagnostics = Diagnostics()
        for number, config in enumerate(configs):
            exported = Path(folder, str(number))
            run = _Run(config, sides, exported, console, diagnostics)
            report = (
                _compare_package(run, against, all_)
                if against
                else _compare(run, all_, used)
            )
            reports.append(report if has_several else replace(report, client=""))
        console.write(FORMATS[output_format](reports))
        console.show(diagnostics)
        level = _LEVELS[fail_on]
        changes = [change for report in reports for change in report.changes]
        if level is not None and any(change.level >= level for change in changes):
            sys.exit(ExitCode.FAILED)


class _Run(NamedTuple):
    """Inputs of the comparison of one client.

    Args:
        config: Settings of the client.
        sides: The documents.
        folder: Directory for files of revisions, which does not exist.
        console: Where the progress is shown.
        diagnostics: Where entries of the settings are reported.
    """

    config: Config
    sides: tuple[DiffSide, DiffSide]
    folder: Path
    console: Console
    diagnostics: Diagnostics

    def side_config(self, number: int) -> Config:
        """Return the settings for the documents of a side."""
        side = self.sides[number]
        if side.is_absent:
            return without_operations(self.side_config(1 - number), self.folder)
        folder = self.folder / str(number)
        config = config_of(side, self.config, folder, self.console.note)
        return with_output(side, config)

    def apply_levels(self, changes: tuple[Change, ...]) -> tuple[Change, ...]:
        """Give changes the levels of the settings."""
        # Dates in the settings are meant in the time zone of the user.
        today = dt.datetime.now().astimezone().date()
        kept, ignored = apply_levels(changes, self.config, self.diagnostics, today)
        if ignored:
            self.console.note(f"{count(ignored, 'change')} ignored by the settings")
        return kept


def _compare(run: _Run, all_: bool, used: tuple[Path, ...]) -> Report:
    run = _with_new_client(run)
    console, sides = run.console, run.sides
    old_config, new_config = run.side_config(0), run.side_config(1)
    old, new = _analyze_sides(run, old_config, new_config)
    changes = compare((old.api, old.package), (new.api, new.package))
    if not any(side.is_absent for side in sides):
        changes = mark_settings(changes, old, new, console)
    if has_record(sides[0], old_config):
        manifest = Manifest.read(old_config.output_directory)
        changes += changes_by_generator(manifest, old, new)
    changes = run.apply_levels(changes)
    if used:
        usage = find_usage(scan_sources(used), old.api, old.package)
        types: Set[str] = frozenset()
        if usage.operations:
            limited = replace(old_config, only=usage.operations)
            kept = replace(old.names, keeps_types=False)
            analysis = _analyze(limited, console, kept, ends_aliases=False)
            types = analysis.package.modules.keys()
        by_call = find_types_by_call(old.package)
        changes = tuple(select_used(changes, usage, types, by_call))
    base = python_version(old.package.client.release)
    version = next_version(base, changes, new_config.version)
    prefixes = (sides[0].prefix, sides[1].prefix)
    return Report(changes, version, *prefixes, not all_, new.package.name)


def _with_new_client(run: _Run) -> _Run:
    """Return the inputs with an absent old side if its revision lacks the client."""
    old, new = run.sides
    if not is_new_client(old, run.config, run.folder / "settings"):
        return run
    run.console.note(
        f"{old.revision} has neither the settings nor the documents of the client; it is "
        "compared with a client without calls"
    )
    return run._replace(sides=(ABSENT, new))


def _analyze_sides(
    run: _Run, old_config: Config, new_config: Config
) -> tuple[Analysis, Analysis]:
    """Return both clients, with the names that their committed outputs record.

    Without a record of the new side, its client keeps the names of the old one, as
    generating it does.
    """
    console, sides = run.console, run.sides
    is_recorded = has_record(sides[0], old_config)
    earlier = None if is_recorded else NO_NAMES
    old = _analyze(old_config, console, earlier, ends_aliases=False)
    keeps_types = is_same_selection(old.config, new_config)
    kept: RecordedNames | None = (
        replace(old.names, keeps_types=keeps_types)
        if new_config.keep_names
        else NO_NAMES
    )
    if is_recorded and has_record(sides[1], new_config):
        kept = None
    return old, _analyze(new_config, console, kept)


def _compare_package(run: _Run, package: str, all_: bool) -> Report:
    # The client that is generated keeps the names of its output.
    analysis = _analyze(run.side_config(1), run.console, None)
    changes = compare_against(package, analysis, run.console)
    changes = run.apply_levels(changes)
    version = compared_with(package, changes)
    prefix = run.sides[1].prefix
    return Report(changes, version, "", prefix, not all_, analysis.package.name)


def _analyze(
    config: Config,
    console: Console,
    earlier: RecordedNames | None,
    *,
    ends_aliases: bool = True,
) -> Analysis:
    diagnostics = Diagnostics()
    failure = "the documents were not compared"
    with console.report(diagnostics, only_failures=True, failure=failure):
        return analyze(
            config, diagnostics, console.progress, earlier, ends_aliases=ends_aliases
        )
