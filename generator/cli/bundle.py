"""The command `bundle`: a document and the files that it refers to in one file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..documents.bundle import bundle_document
from ..documents.convert import write_document
from .client_comparison import report_client_changes
from .console import Console
from .output_file import check_force, check_new_file
from .summary import count
from .upgrade import is_json, one_document, read_one_with_files, write_converted


def bundle(
    specs: tuple[Path, ...],
    settings: Path | None,
    output: Path | None,
    force: bool,
    output_format: str | None,
    **flags: Any,
) -> None:
    """Write a document with the targets of its references to other files."""
    check_force(output, force)
    with Console() as console:
        config = one_document(console, "bundle", specs, settings, flags)
        if output is not None:
            check_new_file(output, force)
        document, values = read_one_with_files(config, console)
        console.progress("bundling")
        file = document.roots[0].file
        result = bundle_document(document, values)
        as_json = is_json(output, output_format, document)
        converted = write_document(
            file.text,
            values[file.uri],
            result.value,
            result.origins,
            as_json=as_json,
        )
        report_client_changes(config, document, converted.text, as_json, console)
        write_converted(converted, document, output, force, console)
        console.note(
            f"{count(len(result.embedded), 'component')} added from other files"
        )
        if result.kept:
            console.note(
                f"{count(len(result.kept), 'reference')} without a target kept, such as "
                f"{result.kept[0]!r}; run `oasmith validate` to see them"
            )
