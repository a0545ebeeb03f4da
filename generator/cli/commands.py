"""The commands with their arguments and flags.

Their actions are in `actions`, which is imported only when a command runs: `--help` and wrong
usage need none of it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from .. import __version__
from .completion import complete_codes, completion
from .interrupts import InterruptibleGroup
from .options import (
    config_options,
    diff_options,
    docs_options,
    documents_argument,
    format_option,
    output_options,
    settings_options,
    used_option,
)


@click.group(
    cls=InterruptibleGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start with: oasmith generate openapi.yaml",
)
@click.version_option(__version__, prog_name="oasmith")
def main() -> None:
    """Generate a typed Python client and its reference from OpenAPI documents.

    Settings are read from [tool.oasmith] in the nearest pyproject.toml. Documents on
    the command line select the client that the settings generate from them. Other
    documents need --output. Flags override settings for one run.
    """


@main.command(epilog="Example: oasmith generate openapi.yaml --output client")
@config_options
@output_options
@used_option
@click.option("--strict", is_flag=True, help="Write nothing if there are warnings.")
@click.option(
    "--no-validate",
    is_flag=True,
    help="Do not validate the documents with openapi-spec-validator.",
)
@click.option(
    "--prune",
    is_flag=True,
    help="Drop the names that only earlier outputs have: deprecated calls and unused types.",
)
@click.option(
    "--force",
    is_flag=True,
    help="Discard edits of generated files, and replace the client of another API.",
)
@click.option(
    "--changelog",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Add what changes for callers to this changelog.",
)
@click.option(
    "--bump",
    is_flag=True,
    help="Raise the setting `version` as the changes for callers require.",
)
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
    """Write the client and its reference.

    DOCUMENT is an OpenAPI document, a directory of documents, or `-` for standard
    input. Without it, the documents of the settings are used.

    Only changed files are written. Files that are no longer generated are removed.
    Edited files are reported and kept.
    """
    from . import actions

    actions.generate(
        specs, settings, strict, prune, force, used, changelog, bump, **flags
    )


@main.command(epilog="Example, in CI: oasmith check")
@config_options
@output_options
@used_option
@click.option(
    "--strict",
    is_flag=True,
    help="Validate the documents, too, report warnings, and fail if there are any.",
)
@click.option(
    "--diff", is_flag=True, help="Show the differences, 40 lines of each file."
)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json", "sarif", "github"]),
    help="Output format. sarif: SARIF 2.1.0. github: text, and commands of GitHub Actions "
    "that annotate the files. Default: github if GITHUB_ACTIONS is true, otherwise text.",
)
def check(
    specs: tuple[Path, ...],
    settings: Path | None,
    strict: bool,
    diff: bool,
    output_format: str | None,
    used: tuple[Path, ...],
    **flags: Any,
) -> None:
    """Report whether generate would change a file.

    Each file that is not current is listed with the reason, and the documents or
    settings that changed are named. Nothing is written. The exit code is 1 if a file is
    not current, or if --strict reports a warning.
    """
    from .check import check as check_clients

    check_clients(specs, settings, strict, diff, output_format, used, **flags)


@main.command(epilog="Example: oasmith validate openapi.yaml --format json")
@config_options
@click.option("--all", "all_", is_flag=True, help="Show all diagnostics of each code.")
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json", "sarif", "github"]),
    default="text",
    show_default=True,
    help="Output format. sarif: SARIF 2.1.0. github: commands of GitHub Actions that "
    "annotate the lines.",
)
@click.option(
    "--fix",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write repairs of the documents to this overlay; see below.",
)
@click.option("--force", is_flag=True, help="Replace the file of --fix if it exists.")
def validate(
    specs: tuple[Path, ...],
    settings: Path | None,
    all_: bool,
    output_format: str,
    fix: Path | None,
    force: bool,
    **flags: Any,
) -> None:
    """Show all diagnostics of the documents.

    Diagnostics are violations of the OpenAPI standard, and parts of the documents that
    the client cannot express. They are printed on standard output in the order of the
    lines, each with a location and a hint. The exit code is 1 if no client can be
    generated.

    --fix writes an overlay that corrects what is invalid but has a clear meaning. Each
    action names the diagnostic and the reason. Review it, list it under `overlays` in
    the settings, or send it to the author of the document. The client stays the same;
    this is checked before anything is written. Diagnostics that need a decision are
    printed.
    """
    from . import actions

    actions.validate(specs, settings, all_, output_format, fix, force, **flags)


@main.command(epilog="Example: oasmith explain unresolved-reference")
@click.argument("code", required=False, shell_complete=complete_codes)
def explain(code: str | None) -> None:
    """Explain a diagnostic, with an example.

    CODE is the name in brackets of an error, a warning or a note, or the rule of a
    change that diff reports. Without it, all codes of diagnostics are listed.
    """
    from .explanations import explain as run

    run(code)


@main.command(epilog="Example: oasmith inspect --stage python --format json")
@config_options
@click.option(
    "--stage",
    type=click.Choice(["document", "model", "python", "reference", "settings"]),
    default="model",
    show_default=True,
    metavar="STAGE",
    help="Tree to show: document, model, python, reference or settings.",
)
@click.option("--name", metavar="NAME", help="Show only the nodes with this name.")
@format_option
def inspect(
    specs: tuple[Path, ...],
    settings: Path | None,
    stage: str,
    name: str | None,
    output_format: str,
    **flags: Any,
) -> None:
    """Show the result of a stage, for debugging.

    Each stage produces a tree: the loaded document, the language-neutral model of the
    API, the Python client, and the reference. Text is an outline of the tree, JSON
    contains all of it.

    The stage `settings` prints settings that the documents suggest, as TOML: operations
    that can be polled, because they return a status with terminal values.
    """
    from . import actions

    actions.inspect(specs, settings, stage, name, output_format, **flags)


@main.command(epilog="Example, in CI: oasmith diff main..HEAD")
@click.argument("old", metavar="[OLD]", required=False)
@click.argument("new", metavar="[NEW]", required=False)
@settings_options
@diff_options
def diff(
    old: str | None,
    new: str | None,
    settings: Path | None,
    output_format: str,
    fail_on: str,
    all_: bool,
    used: tuple[Path, ...],
    against: str | None,
    **flags: Any,
) -> None:
    """Show what changes for code that calls the client.

    OLD and NEW are documents, directories of documents, or REVISION:PATH for a file in
    git. `main..HEAD` compares the documents of the settings in two revisions, and
    `main..` those in a revision with the files in the working tree. Both sides are
    generated with the settings of NEW; nothing is written.

    The report ends with the version that is due for the client. The exit code is 0, or
    1 if there are changes that --fail-on names, or 2 if the arguments are wrong.
    """
    from .diff import diff as run

    run(old, new, settings, output_format, fail_on, all_, used, against, **flags)


@main.command(epilog="Example: oasmith adopt openai openapi.yaml >> pyproject.toml")
@click.argument("package", metavar="PACKAGE")
@config_options
def adopt(
    package: str, specs: tuple[Path, ...], settings: Path | None, **flags: Any
) -> None:
    """Print settings that keep the calls of an existing SDK.

    PACKAGE is an installed Python package, or a directory that contains one. It is
    parsed, never imported. Its methods are matched with the operations of the documents
    by HTTP method and path.

    The settings are printed on standard output, what they cannot express on standard
    error. They contain the existing entries of `names`, `aliases` and `types`, too, and
    `coming_from`, by which the reference has a page for users of the SDK.
    """
    from . import actions

    actions.adopt(package, specs, settings, **flags)


@main.command(epilog="Example: oasmith names --format json")
@config_options
@format_option
def names(
    specs: tuple[Path, ...], settings: Path | None, output_format: str, **flags: Any
) -> None:
    """Show the names of a client, and what each name refers to.

    The names are those that the manifest of the output directory records, with the
    version of the API since which each exists. The next run keeps them.
    """
    from .names import show_names

    show_names(specs, settings, output_format, **flags)


@main.command(epilog="Example: oasmith docs openapi.yaml --open")
@config_options
@docs_options
def docs(specs: tuple[Path, ...], settings: Path | None, **flags: Any) -> None:
    """Serve the reference as a site, or write it to a folder.

    Without --to, the site is served on this machine, and nothing is written.
    """
    from .docs import show_docs

    show_docs(specs, settings, **flags)


@main.command(epilog="Example: oasmith watch openapi.yaml")
@config_options
@output_options
def watch(specs: tuple[Path, ...], settings: Path | None, **flags: Any) -> None:
    """Generate now, and again after each change.

    The documents, the files that they refer to, the settings, own code and patches are
    observed. Errors are printed, and the next change is awaited. Ctrl-C ends the command.
    """
    from .watch import watch as run

    run(specs, settings, **flags)


@main.command(epilog="Example: oasmith update --yes")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option(
    "--config",
    "settings",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Settings file. Default: the nearest pyproject.toml with [tool.oasmith].",
)
@click.option("--yes", is_flag=True, help="Write without asking.")
def update(files: tuple[str, ...], settings: Path | None, yes: bool) -> None:
    """Download the documents of the setting `sources`.

    FILE is a document in the repository with an entry in `sources`. Without it, all are
    downloaded. The changes are shown before anything is written; then the client is
    generated again. The digest and the date of each document are written into the
    settings file. No other command accesses the network.
    """
    from .update import update as run

    run(files, settings, yes)


@main.command(
    "adopt-edit", epilog="Example: oasmith adopt-edit generated/acme_client/_client.py"
)
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE..."
)
@settings_options
def adopt_edit(files: tuple[Path, ...], settings: Path | None, **flags: Any) -> None:
    """Keep edits of generated files as patches.

    Each run applies the patches, which are in the folder of the setting `patches`. If a
    new document changes the lines of a patch, nothing is written and the conflict is
    reported. Prefer own code in the folder `ext` of the package where it suffices.
    """
    from .adopt_edit import adopt_edits

    adopt_edits(files, settings, **flags)


@main.command(epilog="Example: oasmith init openapi.yaml")
@documents_argument
def init(specs: tuple[Path, ...]) -> None:
    """Add oasmith to a repository.

    Adds settings, targets for make, a workflow for GitHub Actions and git attributes.
    Without DOCUMENT, the OpenAPI document is searched for. Existing files are only
    appended to. A second run adds nothing.
    """
    from . import actions

    actions.init(specs)


main.add_command(completion)
