"""Write and check the runtime that several clients of a settings file share."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from ..config import Config, read_settings
from ..diagnostics import Diagnostics, GenerationError
from ..source import uri_to_path
from .console import Console
from .summary import count, summarize_files

if TYPE_CHECKING:
    from ..shared_runtime import SharedRuntime
    from .drift_report import CheckedClient


def write_shared_runtime(
    configs: Iterable[Config], console: Console, *, force: bool = False
) -> None:
    """Write the runtime that clients share, after these were written.

    Args:
        configs: The clients that were generated.
        console: Receives the numbers of files.
        force: Whether to overwrite files that the user edited.
    """
    sharing = _sharing_clients(configs)
    if not sharing:
        return
    from ..emission import write_tree

    started = time.perf_counter()
    runtime = _build(sharing, console, "the shared runtime was not written", force)
    output = sharing[0].runtime_directory
    written = write_tree(runtime.files, runtime.manifest, output, force)
    seconds = time.perf_counter() - started
    console.say(_summarize(runtime, sharing))
    console.say(summarize_files(written, sharing[0].runtime_output, seconds))


def check_shared_runtime(configs: Iterable[Config], diff: bool) -> CheckedClient | None:
    """Return the files of the runtime of clients that are not current.

    Args:
        configs: The clients that were checked.
        diff: Whether to return the differences of the files.

    Returns:
        The result; `None` if no client has a shared runtime.
    """
    sharing = _sharing_clients(configs)
    if not sharing:
        return None
    from ..emission import EmissionError, Manifest, find_causes, find_drift
    from ..shared_runtime import build_shared_runtime
    from .drift_report import CheckedClient, read_diffs

    name, output = sharing[0].runtime_output, sharing[0].runtime_directory
    package, diagnostics = sharing[0].runtime_package, Diagnostics()
    try:
        runtime = build_shared_runtime(sharing, diagnostics)
        drift = find_drift(runtime.files, runtime.manifest, output)
    except GenerationError:
        failure, items = "the shared runtime was not checked", tuple(diagnostics)
        return CheckedClient(package, name, failure=failure, diagnostics=items)
    except EmissionError as error:
        return CheckedClient(package, name, failure=str(error))
    return CheckedClient(
        package,
        name,
        _summarize(runtime, sharing),
        drift,
        find_causes(Manifest.read(output), runtime.manifest) if drift else (),
        diffs=read_diffs(drift, runtime.files, output, name) if diff else (),
        has_settings=True,
    )


def build_edited_runtime(
    configs: Iterable[Config], files: Iterable[Path], console: Console
) -> SharedRuntime | None:
    """Return the runtime of clients if it contains one of the files.

    Args:
        configs: Clients of the settings.
        files: Files that the user edited.
        console: Receives errors of patches.
    """
    sharing = _sharing_clients(configs)
    if sharing:
        output = os.path.realpath(sharing[0].runtime_directory)
        if any(Path(os.path.realpath(file)).is_relative_to(output) for file in files):
            return _build(sharing, console, "no edit was adopted")
    return None


def patches_of_runtime(configs: Iterable[Config]) -> tuple[Path, ...]:
    """Return the folder with the patches of the runtime that clients share, if any."""
    sharing = _sharing_clients(configs)
    if not sharing:
        return ()
    from ..edits.files import patch_folder
    from ..shared_runtime import runtime_config

    return (patch_folder(runtime_config(sharing)),)


def _build(
    sharing: tuple[Config, ...], console: Console, failure: str, force: bool = False
) -> SharedRuntime:
    """Return the runtime of clients; exit if a patch cannot be applied."""
    from ..shared_runtime import build_shared_runtime

    diagnostics = Diagnostics()
    with console.report(diagnostics, only_failures=True, failure=failure):
        return build_shared_runtime(sharing, diagnostics, force)


def _summarize(runtime: SharedRuntime, sharing: tuple[Config, ...]) -> str:
    return f"{runtime.config.package}: runtime of {count(len(sharing), 'client')}"


def _sharing_clients(configs: Iterable[Config]) -> tuple[Config, ...]:
    """Return all clients that share the runtime of some; none if these do not share one.

    Other clients of the settings file are included, because they import the same package.
    They have the order of the file, so that the result is the same for any selection.
    """
    selected = {
        os.path.realpath(config.output_directory): config
        for config in configs
        if config.shares_runtime
    }
    sharing: dict[str, Config] = {}
    for config in selected.values():
        file = config.origin.file and uri_to_path(config.origin.file.uri)
        for other in read_settings(file) if file else ():
            if other.shares_runtime:
                sharing.setdefault(os.path.realpath(other.output_directory), other)
    sharing.update(selected)
    return tuple(sharing.values())
