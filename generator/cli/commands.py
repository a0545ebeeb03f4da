"""The commands: they parse, call, print and say how it went. Decisions are elsewhere."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from .. import __version__
from ..config.clients import STANDARD_INPUT, Request, choose_clients
from ..config import Config, refuse_address
from .console import FAILED, Console, counted, exit_code
from ..diagnostics import Diagnostics, Severity, GenerationError

if TYPE_CHECKING:
    from ..pipeline import Generated

F = TypeVar("F", bound=Callable[..., Any])


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start with: oasmith generate openapi.yaml",
)
@click.version_option(__version__, prog_name="oasmith")
def main() -> None:
    """Makes a typed Python client and its reference from OpenAPI documents.

    Settings come from [tool.oasmith] of the nearest pyproject.toml. Documents that are
    given here choose the client that the settings describe for them; others need an
    --output of their own. Flags replace single settings.
    """


def _documents(
    context: click.Context, parameter: click.Parameter, given: tuple[str, ...]
) -> tuple[Path, ...]:
    """The documents of the command line; `-` is standard input, as everywhere."""
    for spec in given:
        if refusal := refuse_address(spec):
            raise click.BadParameter(refusal)
    return tuple(STANDARD_INPUT if spec == "-" else Path(spec) for spec in given)


_specs_argument = click.argument(
    "specs", nargs=-1, type=click.Path(), callback=_documents
)


def _shared(command: F) -> F:
    """The arguments that all commands take."""
    command = click.option(
        "--select",
        multiple=True,
        metavar="NAME",
        help="Only this client of several in the settings, by package, client or output.",
    )(command)
    command = click.option(
        "--config",
        "settings",
        type=click.Path(path_type=Path),
        help="The settings file. Default: the nearest pyproject.toml with them.",
    )(command)
    return _specs_argument(command)


def _selecting(command: F) -> F:
    """The flags that say what is generated, and under which names."""
    for option in (
        click.option("--no-docs", is_flag=True, help="Leave the reference out."),
        click.option(
            "--only",
            multiple=True,
            metavar="GLOB",
            help="Only these operations: ids, paths or calls. May be repeated.",
        ),
        click.option("--client", metavar="NAME", help="Name of the client class."),
        click.option("--package", metavar="NAME", help="Name of the package."),
        click.option(
            "--output",
            type=click.Path(path_type=Path),
            metavar="DIR",
            help="Where files are written.",
        ),
    ):
        command = option(command)
    return command


@main.command(epilog="Example: oasmith generate openapi.yaml --output client")
@_shared
@_selecting
@click.option("--strict", is_flag=True, help="Write nothing when there are warnings.")
@click.option("--force", is_flag=True, help="Discard changes made to generated files.")
def generate(
    specs: tuple[Path, ...],
    settings: Path | None,
    strict: bool,
    force: bool,
    **flags: Any,
) -> None:
    """Writes the client and its reference.

    Unchanged files are not touched, and files that are no longer generated are removed.
    Files that somebody edited are named and left alone.
    """
    from ..cache import Cache

    with Console() as console:
        chosen = _clients(console, "generate", specs, settings, flags, writes=True)
        for config in chosen:
            _generate(config, Cache(config), strict, force, console)


def _generate(
    config: Config, cache: Any, strict: bool, force: bool, console: Console
) -> None:
    started = time.perf_counter()
    remembered = None if strict or force else cache.current()
    if remembered is not None:
        console.say(f"Nothing to do: {remembered}")
        return
    from ..emission import write_tree
    from ..pipeline import build, keep_user_files

    diagnostics = Diagnostics()
    with console.findings(diagnostics):
        made = keep_user_files(build(config, diagnostics, console.progress), force)
        cache.validate(made.document, diagnostics, console.progress)
        if strict and _warned(diagnostics):
            raise GenerationError
        console.progress("writing")
        output = config.output_directory
        written = write_tree(made.files, made.manifest, output, force)
    summary = _summary(made, diagnostics)
    cache.remember(made, summary)
    seconds = time.perf_counter() - started
    changes = (
        f"{counted(written.written, 'file')} written, {written.unchanged} unchanged, "
        f"{written.removed} removed"
        if written.written or written.removed
        else f"Nothing to do: {counted(written.unchanged, 'file')} unchanged"
    )
    console.say(f"{summary}\n{changes} in {config.output} ({seconds:.1f} s)")
    for name in made.user_files:
        console.say(f"{config.output}/{name} is not one of ours, and stays as it is")
    if diagnostics.count(Severity.NOTE):
        console.say("oasmith validate shows the notes")


def _warned(diagnostics: Diagnostics) -> bool:
    return (diagnostics.worst() or Severity.NOTE) >= Severity.WARNING


def _summary(made: Generated, diagnostics: Diagnostics) -> str:
    package = made.package
    types = sum(len(module.items) for module in (*package.types, *package.params))
    found = ", ".join(
        counted(diagnostics.count(severity), severity.name.lower())
        for severity in (Severity.WARNING, Severity.NOTE)
    )
    return (
        f"{package.name}: {counted(len(package.calls), 'operation')}, "
        f"{counted(types, 'type')}, {found}"
    )


@main.command(epilog="Example, in CI: oasmith check")
@_shared
@_selecting
def check(specs: tuple[Path, ...], settings: Path | None, **flags: Any) -> None:
    """Says whether generate would change anything. Writes nothing.

    Names each file that is not current, and why; exits with 1 if there is any.
    """
    from ..cache import Cache

    stale = False
    with Console() as console:
        chosen = _clients(console, "check", specs, settings, flags, writes=True)
        for config in chosen:
            remembered = Cache(config).current()
            if remembered is not None:
                console.say(f"Current: {remembered}")
                continue
            stale |= _check(config, console)
    if stale:
        sys.exit(FAILED)


def _check(config: Config, console: Console) -> bool:
    from ..emission import find_drift
    from ..pipeline import build, keep_user_files

    diagnostics = Diagnostics()
    with console.findings(diagnostics, quiet=True):
        made = keep_user_files(build(config, diagnostics, console.progress))
    drift = find_drift(made.files, made.manifest, config.output_directory)
    for item in drift:
        console.say(f"{config.output}/{item.path}: {item.reason}")
    if drift:
        console.say(f"{counted(len(drift), 'file')} not current; run oasmith generate")
    else:
        console.say(f"Current: {_summary(made, diagnostics)}")
    return bool(drift)


@main.command(epilog="Example: oasmith validate openapi.yaml --format json")
@_shared
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How findings are printed.",
)
def validate(
    specs: tuple[Path, ...], settings: Path | None, form: str, **flags: Any
) -> None:
    """Shows every finding on the documents, with its place and what to do.

    Findings of the OpenAPI standard, and what the client could not represent. Exits
    with 1 when nothing could be generated.
    """
    from ..cache import Cache
    from ..pipeline import build

    with Console() as console:
        diagnostics = Diagnostics()
        for config in _clients(console, "validate", specs, settings, flags):
            found = Diagnostics()
            try:
                made = build(config, found, console.progress)
                Cache(config).validate(made.document, found, console.progress)
            except GenerationError:
                pass  # the reason is among what was found
            diagnostics.extend(found)
        console.show(diagnostics, form, cap=None)
        if form == "text" and not len(diagnostics):
            console.say("nothing found")
        if diagnostics.worst() is Severity.ERROR:
            sys.exit(exit_code(diagnostics))


@main.command(epilog="Example: oasmith explain unresolved-reference")
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Says what a kind of finding means, with an example of it.

    Lists all kinds when none is named.
    """
    from ..diagnostics import explain as explanations

    with Console() as console:
        try:
            text = explanations.explain(code) if code else explanations.overview()
        except explanations.UnknownCode as error:
            raise click.BadParameter(str(error), param_hint="CODE") from None
        console.out(text)


@main.command(epilog="Example: oasmith inspect --stage python --format json")
@_shared
@click.option(
    "--stage",
    type=click.Choice(["document", "model", "python", "reference"]),
    default="model",
    show_default=True,
    help="Which tree.",
)
@click.option("--name", metavar="NAME", help="Only the nodes that are called so.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the tree is printed.",
)
def inspect(
    specs: tuple[Path, ...],
    settings: Path | None,
    stage: str,
    name: str | None,
    form: str,
    **flags: Any,
) -> None:
    """Shows the tree that a stage made.

    The document as it was read, the model of what it means, the client or the reference
    that is made of it.
    """
    from .inspect import show
    from ..pipeline import build

    with Console() as console:
        for config in _clients(console, "inspect", specs, settings, flags):
            diagnostics = Diagnostics()
            with console.findings(diagnostics, quiet=True):
                made = build(config, diagnostics, console.progress)
            console.out(show(made, stage, name, form))


@main.command(epilog="Example: oasmith init openapi.yaml")
@_specs_argument
def init(specs: tuple[Path, ...]) -> None:
    """Sets up a repository: settings, rules of make, a check in CI, git's attributes.

    Finds the OpenAPI document by itself, unless it is given. Adds to the end of files
    that are there, and changes nothing in them; a second run adds nothing.
    """
    from ..pipeline import read
    from .init import choose_documents, find_repository, plan_changes, write_changes

    with Console() as console:
        here = Path.cwd()
        config = Config(specs=choose_documents(here, specs), directory=here)
        diagnostics = Diagnostics()
        with console.findings(diagnostics, quiet=True):
            title = read(config, diagnostics).roots[0].info.text("title")
        plan = plan_changes(here, find_repository(here), config.with_names(title))
        write_changes(plan.changes)
        for change in plan.changes:
            path = os.path.relpath(change.path)
            done = "added" if change.addition else "already there"
            console.say(f"{path}: {change.what} {done}")
        console.say(
            f"\nNext: {plan.command}\nThen commit what it writes; CI checks that it is "
            "current."
        )
        if plan.missing:
            console.say(
                f"CI cannot reach what oasmith was installed from: set the variable "
                f"{plan.missing} of the repository to what pip can install there, such "
                "as git+https://HOST/oasmith@COMMIT"
            )


def _clients(
    console: Console,
    command: str,
    specs: tuple[Path, ...],
    settings: Path | None,
    flags: dict[str, Any],
    writes: bool = False,
) -> tuple[Config, ...]:
    """Return the clients that a command works on, and print why these."""
    chosen = choose_clients(Request(command, specs, settings, flags, writes))
    if chosen.note:
        console.note(chosen.note)
    return chosen.configs
