"""The command that reports whether the generated files are current."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..cache import Cache
from ..config import Config
from ..diagnostics import Diagnostics, GenerationError
from ..emission.manifest import NAME as MANIFEST
from .actions import has_warnings, limit_operations
from .console import Console
from .exit_codes import ExitCode
from .inputs import parse_ahead
from .selection import clients_of
from .shared_runtimes import check_shared_runtime
from .summary import summarize_client

if TYPE_CHECKING:
    from .drift_report import CheckedClient


def check(
    specs: tuple[Path, ...],
    settings: Path | None,
    strict: bool,
    diff: bool,
    output_format: str | None,
    used: tuple[Path, ...],
    **flags: Any,
) -> None:
    """Report whether generate would change a file."""
    from . import drift_report

    chosen = output_format or (
        "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"
    )
    clients: list[CheckedClient] = []
    with Console() as console:
        configs = clients_of(console, "check", specs, settings, flags, writes=True)
        for config in configs:
            limited = limit_operations(config, used, console)
            clients.append(_check(limited, console, strict, diff))
            if chosen != "json":
                console.write(drift_report.text_report(clients[-1]))
        runtime = check_shared_runtime(configs, console, diff)
        if runtime is not None:
            clients.append(runtime)
            if chosen != "json":
                console.write(drift_report.text_report(runtime))
        if chosen == "github":
            console.write(drift_report.github_report(clients))
        elif chosen == "json":
            console.write(drift_report.json_report(clients))
    if any(client.drift for client in clients):
        sys.exit(ExitCode.FAILED)


def _check(config: Config, console: Console, strict: bool, diff: bool) -> CheckedClient:
    """Return the files of a client that are not current."""
    from .drift_report import CheckedClient, read_diff

    cache = Cache(config)
    cached_summary = None if strict else cache.current()
    if cached_summary is not None:
        package = config.package or cached_summary.partition(":")[0]
        return CheckedClient(package, config.output, cached_summary)
    parsed = parse_ahead(config)
    from ..background_validation import BackgroundValidation
    from ..emission import Manifest, find_causes, find_drift
    from ..pipeline import build, keep_user_files
    from .diagnostics_report import finish_diagnostics

    diagnostics = Diagnostics()
    failure = "the generated files were not checked"
    with (
        console.report(diagnostics, only_failures=not strict, failure=failure),
        BackgroundValidation(cache, enabled=strict and config.validate) as validation,
        parsed,
    ):
        generated = keep_user_files(
            build(
                config,
                diagnostics,
                console.progress,
                validation.start,
                parsed=parsed,
            )
        )
        if strict:
            finish_diagnostics(validation, diagnostics, config, console)
            if has_warnings(diagnostics):
                raise GenerationError
    output = config.output_directory
    drift = find_drift(generated.files, generated.manifest, output)
    diffs = [
        (
            item.path,
            read_diff(
                output / item.path,
                generated.files.get(item.path),
                f"{config.output}/{item.path}",
            ),
        )
        for item in drift
        if diff and item.path != MANIFEST
    ]
    return CheckedClient(
        generated.package.name,
        config.output,
        summarize_client(generated, diagnostics),
        drift,
        find_causes(Manifest.read(output), generated.manifest) if drift else (),
        bool(generated.extensions),
        config.origin.file is not None,
        tuple(diffs),
    )
