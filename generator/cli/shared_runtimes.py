"""Write and check the runtime that several clients of a settings file share."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..config import Config, read_settings
from ..emission.manifest import NAME as MANIFEST
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
    from ..shared_runtime import build_shared_runtime

    started = time.perf_counter()
    runtime = build_shared_runtime(sharing, force)
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
    from ..emission import Manifest, find_causes, find_drift
    from ..shared_runtime import build_shared_runtime
    from .drift_report import CheckedClient, read_diff

    runtime = build_shared_runtime(sharing)
    name, output = sharing[0].runtime_output, sharing[0].runtime_directory
    drift = find_drift(runtime.files, runtime.manifest, output)
    diffs = [
        (
            item.path,
            read_diff(
                output / item.path,
                runtime.files.get(item.path),
                f"{name}/{item.path}",
            ),
        )
        for item in drift
        if diff and item.path != MANIFEST
    ]
    return CheckedClient(
        runtime.package,
        name,
        _summarize(runtime, sharing),
        drift,
        find_causes(Manifest.read(output), runtime.manifest) if drift else (),
        diffs=tuple(diffs),
    )


def _summarize(runtime: SharedRuntime, sharing: tuple[Config, ...]) -> str:
    return f"{runtime.package}: runtime of {count(len(sharing), 'client')}"


def _sharing_clients(configs: Iterable[Config]) -> tuple[Config, ...]:
    """Return all clients that share the runtime of some; none if these do not share one.

    Other clients of the settings file are included, because they import the same package.
    """
    sharing = {
        os.path.realpath(config.output_directory): config
        for config in configs
        if config.shares_runtime
    }
    for config in tuple(sharing.values()):
        file = config.origin.file and uri_to_path(config.origin.file.uri)
        for other in read_settings(file) if file else ():
            if other.shares_runtime:
                sharing.setdefault(os.path.realpath(other.output_directory), other)
    return tuple(sharing.values())
