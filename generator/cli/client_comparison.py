"""Compare the client of a converted document with that of the original."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path, PurePath

from ..config import Config
from ..diagnostics import Diagnostics, GenerationError
from ..loader.access import descriptor_of
from ..openapi.document import Document
from ..pipeline import build
from .console import Console
from .summary import count


def report_client_changes(
    config: Config, document: Document, text: str, as_json: bool, console: Console
) -> None:
    """Print a note if the client of a converted document differs from that of the original.

    Args:
        config: Settings of the original.
        document: The original.
        text: The converted document.
        as_json: Whether it is JSON, not YAML.
        console: Output of the command.
    """
    stem = PurePath(document.roots[0].file.name).stem
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory, f"{stem}.{'json' if as_json else 'yaml'}")
        path.write_text(text, encoding="utf-8")
        original = replace(config, keep_names=False)
        if any(descriptor_of(spec) is not None for spec in config.spec_paths()):
            # A pipe can be read only once.
            copy = Path(directory, "original", f"{stem}.yaml")
            copy.parent.mkdir()
            copy.write_text(document.roots[0].file.text, encoding="utf-8")
            original = replace(original, specs=(str(copy),))
        old = _files(original, console)
        new = _files(
            replace(
                config,
                keep_names=False,
                specs=(str(path),),
                main=None,
                overlays=(),
                sources=(),
            ),
            console,
        )
    if old is None:
        console.note("no client can be generated from the document; see validate")
        return
    if new is None:
        console.note("no client can be generated from the result; please report this")
        return
    changed = [name for name in sorted(old | new) if old.get(name) != new.get(name)]
    if changed:
        console.note(
            f"the client differs from that of {document.roots[0].file.name} in "
            f"{count(len(changed), 'file')}, such as {changed[0]}; compare them: "
            "oasmith diff OLD NEW"
        )


def _files(config: Config, console: Console) -> dict[str, bytes] | None:
    """Return the files of a client, `None` if it cannot be generated."""
    try:
        return dict(build(config, Diagnostics(), console.progress).files)
    except GenerationError:
        return None
