"""The functions behind the commands: each calls the pipeline and prints the result."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..cache import Cache
from ..config import Config, SettingsError
from ..diagnostics import Diagnostics, GenerationError, Severity
from .console import Console
from .exit_codes import exit_code_for
from .inputs import Inputs, parse_ahead
from .selection import clients_of, only_client
from .shared_runtimes import write_shared_runtime
from .summary import (
    count,
    find_unwritten,
    summarize_changes,
    summarize_client,
    summarize_files,
)

if TYPE_CHECKING:
    from ..emission import Manifest
    from ..pipeline import Generated


def generate(
    specs: tuple[Path, ...],
    settings: Path | None,
    strict: bool,
    prune: bool,
    force: bool,
    used: tuple[Path, ...],
    changelog: Path | None,
    bump: bool,
    **flags: Any,
) -> None:
    """Write the client and its reference."""
    with Console() as console:
        configs = clients_of(console, "generate", specs, settings, flags, writes=True)
        if changelog is not None and len(configs) > 1:
            raise SettingsError("--changelog needs --select with several clients")
        for config in configs:
            limited = limit_operations(config, used, console)
            with _release(limited, changelog, bump, prune, console) as released:
                _generate(released, console, strict=strict, prune=prune, force=force)
        write_shared_runtime(configs, console, force=force)


def _release(
    config: Config,
    changelog: Path | None,
    bump: bool,
    prune: bool,
    console: Console,
) -> AbstractContextManager[Config]:
    if changelog is None and not bump:
        return nullcontext(config)
    from .release import prepare_release

    return prepare_release(config, changelog, bump, prune, console)


def limit_operations(
    config: Config, used: tuple[Path, ...], console: Console
) -> Config:
    """Return the settings of a client with only the operations that programs call."""
    if not used:
        return config
    from .usage import limit_to_used

    return limit_to_used(config, used, console)


def generate_client(
    config: Config,
    console: Console,
    on_written: Callable[[Inputs], None] = lambda inputs: None,
) -> Inputs:
    """Write the client of settings, and return what it was generated from.

    Args:
        config: Settings of the client.
        console: Output of the command.
        on_written: Called when the files are written, before the validation ends; not
            called if the client is current.
    """
    return _generate(config, console, on_written=on_written)


def _generate(
    config: Config,
    console: Console,
    *,
    strict: bool = False,
    prune: bool = False,
    force: bool = False,
    on_written: Callable[[Inputs], None] = lambda inputs: None,
) -> Inputs:
    started = time.perf_counter()
    console.state = f"{config.output} was not changed"
    cache = Cache(config)
    current = None if strict or prune or force else _find_current(cache, console)
    if current is not None:
        return current
    parsed = parse_ahead(config)
    from ..background_validation import BackgroundValidation
    from ..emission import read_manifest, write_tree
    from ..pipeline import build, keep_user_files
    from .diagnostics_report import finish_diagnostics

    diagnostics = Diagnostics()
    with (
        console.report(diagnostics),
        BackgroundValidation(cache, enabled=config.validate) as validation,
        parsed,
    ):
        generated = build(
            config,
            diagnostics,
            console.progress,
            validation.start,
            force=force,
            prune=prune,
            parsed=parsed,
        )
        generated = keep_user_files(generated, force)
        is_complete = strict and finish_diagnostics(
            validation, diagnostics, config, console
        )
        if strict and has_warnings(diagnostics):
            raise GenerationError
        console.progress("writing")
        output = config.output_directory
        earlier = read_manifest(output, force)
        console.state = f"{config.output} is incomplete: run the command again"
        written = write_tree(generated.files, generated.manifest, output, force)
        console.state = f"{config.output} was written"
        inputs = Inputs.of(generated)
        on_written(inputs)
        if not strict:
            is_complete = finish_diagnostics(validation, diagnostics, config, console)
    summary = summarize_client(generated, diagnostics)
    # Another run validates again what a killed process, or one that took too long, did not.
    if is_complete or not config.validate:
        cache.remember(generated, summary)
    seconds = time.perf_counter() - started
    console.say(f"{summary}\n{summarize_files(written, config.output, seconds)}")
    _say_remarks(generated, earlier, diagnostics, console)
    return inputs


def _find_current(cache: Cache, console: Console) -> Inputs | None:
    """Return what a client that is current was generated from, and print that it is."""
    summary = cache.current()
    if summary is None:
        return None
    console.say(f"Nothing to do: {summary}")
    package, documents = cache.last_inputs()
    return Inputs(replace(cache.config, package=package), documents)


def _say_remarks(
    generated: Generated, earlier: Manifest, diagnostics: Diagnostics, console: Console
) -> None:
    """Print changed names, kept files, unused settings, and where the notes are."""
    output = generated.config.output
    for line in summarize_changes(earlier, generated.manifest):
        console.say(line)
    for note in find_unwritten(generated.config):
        console.note(note)
    for name in generated.user_files:
        console.say(f"{output}/{name} was not written by oasmith and is kept")
    if diagnostics.count(Severity.NOTE):
        console.say("run `oasmith validate` to see the notes")


def has_warnings(diagnostics: Diagnostics) -> bool:
    """Return whether there is a warning or an error."""
    return (diagnostics.worst() or Severity.NOTE) >= Severity.WARNING


def validate(
    specs: tuple[Path, ...],
    settings: Path | None,
    all_: bool,
    output_format: str,
    fix: Path | None,
    force: bool,
    **flags: Any,
) -> None:
    """Show all diagnostics of the documents."""
    from ..diagnostics.render import LIMIT_PER_CODE
    from .diagnostics_report import format_report
    from .fix import run_client, write_repairs

    if force and fix is None:
        raise click.UsageError("--force replaces the file of --fix; add --fix FILE")
    with Console() as console:
        diagnostics = Diagnostics()
        configs = clients_of(console, "validate", specs, settings, flags)
        if fix is not None:
            (config,) = only_client(configs)
            diagnostics.extend(write_repairs(config, fix, force, console))
        else:
            for config in configs:
                diagnostics.extend(run_client(config, console).diagnostics)
        limit = None if all_ else LIMIT_PER_CODE
        console.write(format_report(diagnostics, output_format, console, limit))
        if output_format == "text":
            console.suggest_explanation(diagnostics)
        if diagnostics.worst() is Severity.ERROR:
            sys.exit(exit_code_for(diagnostics))


def inspect(
    specs: tuple[Path, ...],
    settings: Path | None,
    stage: str,
    name: str | None,
    output_format: str,
    **flags: Any,
) -> None:
    """Show the result of a stage, for debugging."""
    from ..pipeline import build
    from .diff.sides import at_revision
    from .inspect import render_stage

    with (
        Console() as console,
        at_revision(specs, console.note) as (
            documents,
            move,
        ),
    ):
        for client in clients_of(console, "inspect", documents, settings, flags):
            config = move(client)
            diagnostics = Diagnostics()
            failure = "there is nothing to inspect"
            with console.report(diagnostics, only_failures=True, failure=failure):
                generated = build(config, diagnostics, console.progress)
            console.write(render_stage(generated, stage, name, output_format))


def adopt(
    package: str, specs: tuple[Path, ...], settings: Path | None, **flags: Any
) -> None:
    """Print settings that give the client the calls of an existing SDK."""
    from ..adoption import (
        SdkError,
        adopt_names,
        adopt_types,
        find_package,
        match_operations,
        read_sdk,
        render_tables,
    )
    from .adoption_report import report_adoption, with_existing

    with Console() as console:
        (config,) = only_client(clients_of(console, "adopt", specs, settings, flags))
        try:
            console.progress(f"reading {package}")
            sdk = read_sdk(find_package(package))
        except SdkError as error:
            raise click.BadParameter(str(error), param_hint="PACKAGE") from None
        generated = _build_with_plain_names(config, console)
        operations = [item for item in generated.api.operations if not item.alias_of]
        matching = match_operations(sdk, operations)
        if not matching.matches:
            raise click.BadParameter(
                f"none of the {count(len(sdk.calls), 'call')} of {package} sends a "
                "request of the documents; give the SDK of this API",
                param_hint="PACKAGE",
            )
        adopted = adopt_names(matching, operations)
        models, parameters = generated.package.models, generated.package.parameters
        used = {*models.values(), *parameters.values()}
        types = adopt_types(matching.matches, models, used)
        for line in report_adoption(sdk, matching, adopted, types):
            console.note(line)
        new = {"names": adopted.names, "aliases": adopted.aliases, "types": types}
        tables = with_existing(new, config)
        if not config.coming_from:
            # A table, so that the text can be appended to a settings file.
            tables["coming_from"] = {"package": sdk.name}
        console.write(render_tables(tables))


def _build_with_plain_names(config: Config, console: Console) -> Generated:
    """Run the stages for all operations, with the names that the rules give them."""
    from ..pipeline import build

    plain = replace(
        config,
        keep_names=False,
        names={},
        aliases={},
        types={},
        only=(),
        exclude=(),
        docs=False,
    )
    diagnostics = Diagnostics()
    failure = "no settings were derived"
    with console.report(diagnostics, only_failures=True, failure=failure):
        return build(plain, diagnostics, console.progress, extend=False)


def init(specs: tuple[Path, ...]) -> None:
    """Add oasmith to a repository."""
    from ..pipeline import read
    from .init import choose_documents, find_repository, plan_changes, write_changes

    with Console() as console:
        directory = Path.cwd()
        config = Config(specs=choose_documents(directory, specs), directory=directory)
        diagnostics = Diagnostics()
        with console.report(diagnostics, only_failures=True):
            title = read(config, diagnostics).roots[0].info.text("title")
        repository = find_repository(directory)
        plan = plan_changes(directory, repository, config.with_names(title))
        write_changes(plan.changes)
        for change in plan.changes:
            status = "added" if change.addition else "already present"
            console.say(f"{os.path.relpath(change.path)}: {change.subject} {status}")
        console.say(
            f"\nNext: run `{plan.command}` and commit the generated files; the workflow "
            "checks that they are current."
        )
        if plan.missing_variable:
            console.say(
                "oasmith was installed from a location that CI cannot access: set the "
                f"variable {plan.missing_variable} of the repository to a source for "
                "pip, such as git+https://HOST/oasmith@COMMIT"
            )
