"""The command that reports whether the generated files are current."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..cache import Cache
from ..config import Config
from ..diagnostics import Diagnostic, Diagnostics, GenerationError
from .actions import limit_operations
from .console import Console
from .exit_codes import ExitCode
from .inputs import parse_ahead
from .selection import clients_of
from .shared_runtimes import check_shared_runtime
from .summary import summarize_client

if TYPE_CHECKING:
    from ..generated import Generated
    from .drift_report import CheckedClient

_NOT_CHECKED = "the generated files were not checked"


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
    from .drift_report import FORMATS, exit_code, print_client

    chosen = output_format or (
        "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"
    )
    if diff and chosen == "sarif":
        raise click.UsageError("--format sarif has no differences; leave out --diff")
    clients: list[CheckedClient] = []
    with Console() as console:
        configs = clients_of(console, "check", specs, settings, flags, writes=True)
        for config in configs:
            limited = limit_operations(config, used, console)
            clients.append(_check_or_fail(limited, console, strict, diff))
            if chosen in ("text", "github"):
                print_client(clients[-1], console)
        runtime = check_shared_runtime(configs, diff)
        if runtime is not None:
            clients.append(runtime)
            if chosen in ("text", "github"):
                print_client(runtime, console)
        if chosen in FORMATS:
            console.write(FORMATS[chosen](clients))
        code = exit_code(clients)
        if code is not ExitCode.OK:
            sys.exit(code)


def _check_or_fail(
    config: Config, console: Console, strict: bool, diff: bool
) -> CheckedClient:
    """Return the result of a client, also if its output directory cannot be read."""
    from ..emission.errors import EmissionError
    from .drift_report import CheckedClient

    try:
        return _check(config, console, strict, diff)
    except EmissionError as error:
        name = config.package or config.output
        return CheckedClient(name, config.output, failure=str(error))


def _check(config: Config, console: Console, strict: bool, diff: bool) -> CheckedClient:
    """Return the files of a client that are not current, and what is reported."""
    from .drift_report import CheckedClient, reported

    cache = Cache(config)
    cached_summary = None if strict else cache.current()
    if cached_summary is not None:
        package = config.package or cached_summary.partition(":")[0]
        return CheckedClient(package, config.output, cached_summary)
    diagnostics = Diagnostics()
    generated = _build(config, diagnostics, cache, console, strict)
    if generated is None:
        return CheckedClient(
            config.package or config.output,
            config.output,
            failure=_NOT_CHECKED,
            diagnostics=tuple(diagnostics),
        )
    return _compare(generated, diagnostics, reported(diagnostics, strict), diff)


def _build(
    config: Config,
    diagnostics: Diagnostics,
    cache: Cache,
    console: Console,
    strict: bool,
) -> Generated | None:
    """Return the files of a client in memory; `None` if the documents have errors."""
    parsed = parse_ahead(config)
    from ..background_validation import BackgroundValidation
    from ..pipeline import build, keep_user_files
    from .diagnostics_report import finish_diagnostics

    generated = None
    with (
        BackgroundValidation(cache, enabled=strict and config.validate) as validation,
        parsed,
    ):
        with suppress(GenerationError):  # the reason is one of the diagnostics
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
    return generated


def _compare(
    generated: Generated,
    diagnostics: Diagnostics,
    items: tuple[Diagnostic, ...],
    diff: bool,
) -> CheckedClient:
    """Return how the output directory differs from what is generated."""
    from ..emission import Manifest, find_causes, find_drift
    from .drift_report import CheckedClient, read_diffs

    config = generated.config
    output = config.output_directory
    drift = find_drift(generated.files, generated.manifest, output)
    return CheckedClient(
        generated.package.name,
        config.output,
        summarize_client(generated, diagnostics),
        drift,
        find_causes(Manifest.read(output), generated.manifest) if drift else (),
        bool(generated.extensions),
        config.origin.file is not None,
        read_diffs(drift, generated.files, output, config.output) if diff else (),
        items,
    )
