"""The committed output of a side, whose manifest records the names of the client."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from ...config import Config, SettingsError
from ...emission import EmissionError, Manifest
from ...emission.manifest import NAME
from ...recorded_names import RecordedNames
from .sides import DiffSide


def with_output(side: DiffSide, config: Config) -> Config:
    """Return the settings with the output directory of a side, for the analysis.

    The output of a revision is among its files, where the settings already look for it.
    That of a directory is in the directory, if it contains one.
    """
    if side.path is None or not _contains_output(side, config):
        return config
    return replace(config, output=os.path.abspath(side.path / config.output))


def _contains_output(side: DiffSide, config: Config) -> bool:
    """Return whether a side is a directory of the working tree with an output."""
    return (
        not side.revision
        and side.path is not None
        and (side.path / config.output / NAME).is_file()
    )


def has_record(side: DiffSide, config: Config) -> bool:
    """Return whether the output of a side records names.

    A document of the working tree has no output: that of the settings can belong to
    another version of the document.

    Args:
        side: The side.
        config: Settings for the documents of the side.

    Raises:
        SettingsError: The record is damaged.
    """
    has_output = side.revision or side.path is None or _contains_output(side, config)
    if not has_output or not config.keep_names:
        return False
    try:
        names = Manifest.read(config.output_directory).names
        if names:
            RecordedNames.from_json_value(dict(names))
    except (EmissionError, ValueError):
        # The path of the file is that of a copy if the side is a revision.
        file = Path(config.output, NAME).as_posix()
        prefix = f"{side.revision}: " if side.revision else ""
        raise SettingsError(
            f"{prefix}{file} cannot be read; compare with a revision whose manifest is "
            "valid, or set `keep_names` to false"
        ) from None
    return bool(names)
