"""The commands that write documents and overlays, with their arguments and flags."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from .commands import main
from .options import config_options, conversion_options

__all__ = ["main"]


@main.command(epilog="Example: oasmith overlay vendor.yaml edited.yaml > changes.yaml")
@click.argument("old", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("new", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def overlay(old: Path, new: Path) -> None:
    """Print the difference of two documents as an overlay.

    OLD is the document as its vendor publishes it, NEW the same document with edits. In
    the settings, replace NEW by OLD, and list the overlay under `overlays`. Files that
    the documents refer to are not compared. Comments and the order of keys are not part
    of the overlay.
    """
    from .overlay import overlay as run

    run(old, new)


@main.command(epilog="Example: oasmith bundle api/openapi.yaml -o openapi.yaml")
@config_options
@conversion_options
def bundle(specs: tuple[Path, ...], settings: Path | None, **flags: Any) -> None:
    """Combine the files of a document into one document.

    Each target in another file becomes a component with the name that it has there, or
    that of the file. References within the document stay as they are. Comments of the
    main document are kept, those of the other files are not. The client is generated
    from both documents, and a note says if they differ.
    """
    from .bundle import bundle as run

    run(specs, settings, **flags)


@main.command(epilog="Example: oasmith upgrade swagger.yaml -o openapi.yaml")
@config_options
@conversion_options
def upgrade(specs: tuple[Path, ...], settings: Path | None, **flags: Any) -> None:
    """Write a document of Swagger 2.0 or OpenAPI 3.0 as OpenAPI 3.1.

    Of YAML, the order, the comments and the style of everything that stays are kept;
    comments that cannot be kept are counted. The client is generated from both
    documents, and a note says if they differ. Overlays of the settings are applied.
    A document that refers to other files is combined first by bundle.
    """
    from .upgrade import upgrade as run

    run(specs, settings, **flags)
