"""The command `upgrade`: a document as OpenAPI 3.1."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ..config import Config
from ..diagnostics import Diagnostics
from ..documents.convert import Converted, upgrade_text
from ..loader.original_values import read_original_values
from ..openapi.document import Document
from ..pipeline import read
from .client_comparison import report_client_changes
from .console import Console
from .output_file import check_force, check_new_file, write_result
from .selection import clients_of
from .summary import count


def upgrade(
    specs: tuple[Path, ...],
    settings: Path | None,
    output: Path | None,
    force: bool,
    output_format: str | None,
    **flags: Any,
) -> None:
    """Write a document of OpenAPI 3.0 or Swagger 2.0 as OpenAPI 3.1."""
    check_force(output, force)
    with Console() as console:
        config = one_document(console, "upgrade", specs, settings, flags)
        if output is not None:
            check_new_file(output, force)
        document, original = read_one(config, console)
        name = document.roots[0].file.name
        version = str(original.get("openapi", original.get("swagger")))
        if not version.startswith(("2", "3.0")):
            raise click.UsageError(
                f"{name} is OpenAPI {version} already; upgrade reads 2.0 and 3.0"
            )
        if len(document.files) > len(config.overlays) + 1:
            raise click.UsageError(
                f"{name} refers to other files; combine them first: oasmith bundle"
            )
        console.progress("upgrading")
        as_json = is_json(output, output_format, document)
        result = upgrade_text(document, original, as_json=as_json)
        report_client_changes(config, document, result.text, as_json, console)
        write_converted(result, document, output, force, console)


def one_document(
    console: Console,
    command: str,
    specs: tuple[Path, ...],
    settings: Path | None,
    flags: dict[str, Any],
) -> Config:
    """Return the settings of the client whose document a command converts.

    Raises:
        click.UsageError: Several clients are selected.
        SettingsError: The settings or flags are wrong.
    """
    configs = clients_of(console, command, specs, settings, flags)
    if len(configs) != 1:
        raise click.UsageError(
            "the settings have several clients; choose one: --select"
        )
    return configs[0]


def read_one(config: Config, console: Console) -> tuple[Document, Any]:
    """Return the loaded document, and the value of its text with the overlays.

    Raises:
        click.UsageError: There are several documents.
    """
    document, values = read_one_with_files(config, console)
    return document, values[document.roots[0].file.uri]


def read_one_with_files(
    config: Config, console: Console
) -> tuple[Document, dict[str, Any]]:
    """Return the loaded document, and the values of all files with the overlays.

    Raises:
        click.UsageError: There are several documents.
    """
    console.progress("reading")
    diagnostics = Diagnostics()
    with console.report(diagnostics, only_failures=True):
        document = read(config, diagnostics)
        values = read_original_values(
            document,
            [config.directory / name for name in config.overlays],
            {item.url: config.directory / item.file for item in config.sources},
            config.allowed_folders(),
        )
    if len(document.roots) != 1:
        raise click.UsageError("give one document; several are separate APIs")
    return document, values


def is_json(output: Path | None, output_format: str | None, document: Document) -> bool:
    """Return whether to write JSON: by the option, the file name or the document."""
    if output_format is not None:
        return output_format == "json"
    suffix = output.suffix.lower() if output is not None else ""
    if suffix in (".json", ".yaml", ".yml"):
        return suffix == ".json"
    return document.roots[0].file.text[:1000].lstrip()[:1] == "{"


def write_converted(
    result: Converted,
    document: Document,
    output: Path | None,
    force: bool,
    console: Console,
) -> None:
    """Write a document, and report the comments that it does not contain."""
    write_result(output, result.text, force, console)
    if output is not None:
        console.note(f"{output} was written")
    if not result.lost:
        return
    name = document.roots[0].file.name
    console.note(
        f"{count(len(result.lost), 'comment')} of {name} could not be kept, the first in "
        f"{name}:{result.lost[0].line}: {result.lost[0].text[:60]}"
    )
