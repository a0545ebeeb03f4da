"""Paths and digests of the user's files for the site, from which a run can be skipped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..config import Config, SettingsError
from ..emission.manifest import digest
from ..file_access import RefusedFileError, read_regular

MAX_BYTES = 2_000_000


def list_files(config: Config) -> Iterator[Path]:
    """Yield the files of the folder `site_files`, sorted by name; hidden ones excluded.

    Raises:
        SettingsError: The folder cannot be read.
    """
    if not config.site_files:
        return
    folder = config.directory / config.site_files
    try:
        yield from sorted(
            path for path in folder.iterdir() if not path.name.startswith(".")
        )
    except OSError as error:
        where = config.origin.prefix("site_files")
        raise SettingsError(
            f"{where}the folder {config.site_files!r} cannot be read: {error.strerror}"
        ) from None


def site_paths(config: Config) -> tuple[Path, ...]:
    """Return the folder and the changelog that the settings name."""
    names = (config.site_files, config.changelog)
    return tuple(config.directory / name for name in names if name)


def site_digests(config: Config) -> dict[str, str]:
    """Return the SHA-256 of each file by path; `""` if unreadable, none without the site.

    Raises:
        SettingsError: The folder cannot be read.
    """
    if "site" not in config.docs_formats:
        return {}
    paths = list(list_files(config))
    if config.changelog:
        paths.append(config.directory / config.changelog)
    return {str(path): _digest(path) for path in paths}


def _digest(path: Path) -> str:
    try:
        return digest(read_regular(path, MAX_BYTES))
    except (OSError, RefusedFileError):
        return ""
