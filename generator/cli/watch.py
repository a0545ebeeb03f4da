"""`oasmith watch`: generate again when an input changes."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeAlias

from ..comparison import compare
from ..comparison.reports import FORMATS, Report
from ..comparison.versions import next_version
from ..config import Config, SettingsError, find_settings
from ..diagnostics import Diagnostics
from ..edits.files import patch_folder
from ..extensions.digests import FOLDER
from ..model.api import Api
from ..pipeline import analyze
from ..python.package import Package
from ..site_files.digests import site_paths
from ..versions import python_version
from .actions import generate_client
from .console import Console
from .exit_codes import ExitCode
from .inputs import Inputs
from .selection import clients_of
from .shared_runtimes import patches_of_runtime, write_shared_runtime

INTERVAL = 0.15
"""Seconds between two looks at the files."""

_CLOCK_TICK = 20_000_000
"""Nanoseconds by which times of files can be behind the clock."""

Clients: TypeAlias = dict[Path, tuple[Api, Package]]
"""Model and client of the last run, by output directory."""

State: TypeAlias = frozenset[tuple[str, int, int]]
"""Path, time of the last change in nanoseconds and size in bytes of each file."""


def watch(specs: tuple[Path, ...], settings: Path | None, **flags: Any) -> None:
    """Generate, and again after each change, until the process is interrupted."""
    gc.enable()
    inputs = {path for path in (*specs, settings) if path is not None}
    clients: Clients = {}
    with Console() as console:
        while True:
            started = time.time_ns() - _CLOCK_TICK
            _generate(specs, settings, flags, inputs, clients)
            # A file that was saved during the run may have been read before that.
            state = _read_state(inputs)
            if all(changed < started for _, changed, _ in state):
                console.progress("watching")
                _wait(inputs, state)


def _generate(
    specs: tuple[Path, ...],
    settings: Path | None,
    flags: dict[str, Any],
    inputs: set[Path],
    clients: Clients,
) -> None:
    """Generate the clients, and add the files and folders that they depend on.

    Changes for callers since the last run are printed.

    Errors are printed; the next change can correct them.
    """
    configs: tuple[Config, ...] = ()
    with _errors_printed() as console:
        inputs.update(path for path in [find_settings(Path.cwd())] if path)
        configs = clients_of(console, "watch", specs, settings, flags, writes=True)
    for config in configs:
        with _errors_printed() as console:
            _generate_client(config, console, inputs, clients)
    if configs:
        with _errors_printed() as console:
            inputs.update(patches_of_runtime(configs))
            write_shared_runtime(configs, console)


@contextmanager
def _errors_printed() -> Iterator[Console]:
    """Yield a console, and print errors of the block; only interrupts end the command."""
    try:
        with Console() as console:
            yield console
    except SystemExit as error:
        if error.code == ExitCode.INTERRUPTED:
            raise


def _generate_client(
    config: Config, console: Console, inputs: set[Path], clients: Clients
) -> None:
    with suppress(SettingsError):  # reported by the run
        inputs.update(config.spec_paths())
    inputs.update(config.directory / name for name in config.overlays)

    def show(run: Inputs) -> None:
        _show_changes(run, clients, console)

    run = generate_client(config, console, on_written=show)
    if run.trees is None and run.config.output_directory not in clients:
        # The client is current, so that nothing changes.
        analysis = analyze(run.config, Diagnostics())
        clients[run.config.output_directory] = (analysis.api, analysis.package)
    inputs.update(run.documents)
    inputs.add(run.config.output_directory / run.config.package / FOLDER)
    inputs.add(patch_folder(run.config))
    inputs.update(site_paths(run.config))


def _show_changes(run: Inputs, clients: Clients, console: Console) -> None:
    """Print what changes for callers since the last run, and store the client."""
    assert run.trees is not None, "the client was written"
    output = run.config.output_directory
    if output in clients:
        old = clients[output]
        if changes := compare(old, run.trees):
            base = python_version(old[1].client.release)
            version = next_version(base, changes, run.config.version)
            console.say(f"{run.config.package}:")
            console.write(FORMATS["text"]([Report(changes, version)]))
    clients[output] = run.trees


def _wait(inputs: set[Path], before: State) -> None:
    """Return when a file has changed, and no more changes follow at once.

    Args:
        inputs: Files and folders.
        before: Their state, which may differ already.
    """
    now = _read_state(inputs)
    while now == before:
        time.sleep(INTERVAL)
        now = _read_state(inputs)
    time.sleep(INTERVAL / 3)
    while (later := _read_state(inputs)) != now:
        now = later
        time.sleep(INTERVAL / 3)


def _read_state(inputs: Iterable[Path]) -> State:
    """Return the state of files, and of the files in folders."""
    state = set()
    for path in inputs:
        for file in _list_files(path):
            # A missing file becomes a change when it is created.
            with suppress(OSError):
                status = file.stat()
                state.add((str(file), status.st_mtime_ns, status.st_size))
    return frozenset(state)


def _list_files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for file in path.rglob("*"):
        if file.is_file() and file.parent.name != "__pycache__":
            yield file
