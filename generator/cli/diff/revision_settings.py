"""The settings that a client has in a revision of git."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from ...config import Config, SettingsError, read_settings
from .revisions import has_path, read_file

_ROOT = ("tool", "oasmith")


def settings_at(
    revision: str,
    config: Config,
    root: Path,
    folder: Path,
    note: Callable[[str], None],
) -> Config | None:
    """Return the settings of a client in a revision.

    The client is the one with the same package, client or output, or the only one.

    Args:
        revision: Name of the revision.
        config: Current settings of the client.
        root: Root of the repository.
        folder: Directory of the files of the revision, to which the settings are written.
        note: Function that prints a note if the settings cannot be read.

    Returns:
        The settings; `None` if the revision has none for the client, or if they cannot be
        read. The current settings apply then.
    """
    if config.origin.file is None:
        return None
    file = os.path.realpath(config.directory / config.origin.file.name)
    name = Path(os.path.relpath(file, os.path.realpath(root)))
    content = read_file(revision, name.as_posix(), root)
    if not content:
        return None
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    try:
        clients = read_settings(target)
    except SettingsError as error:
        reason = str(error).replace(str(target), name.as_posix())
        note(f"the settings of {revision} are replaced by the current ones: {reason}")
        return None
    is_only = len(clients) == 1 and _is_single(clients[0]) and _is_single(config)
    for client in clients:
        if (is_only and client.origin.tables) or _is_same(
            client, config, target.parent
        ):
            return client
    return None


def is_new_at(revision: str, config: Config, root: Path, folder: Path) -> bool:
    """Return whether a revision has neither settings nor documents of a client.

    Args:
        revision: Name of the revision, which exists.
        config: Current settings of the client.
        root: Root of the repository.
        folder: Directory to which the settings of the revision are written.
    """
    if settings_at(revision, config, root, folder, lambda text: None) is not None:
        return False
    try:
        documents = [
            Path(os.path.relpath(os.path.realpath(path), os.path.realpath(root)))
            for path in config.spec_paths()
        ]
    except SettingsError:  # The working tree has other documents than both revisions.
        return False
    return not any(has_path(revision, name.as_posix(), root) for name in documents)


def _is_single(config: Config) -> bool:
    """Return whether settings are not those of one of several clients."""
    return all(pointer == _ROOT for pointer in config.origin.tables.values())


def _is_same(client: Config, config: Config, directory: Path) -> bool:
    """Return whether settings of a revision are those of a current client."""
    names = {client.package, client.client} & {config.package, config.client}
    outputs = {
        os.path.normpath(os.path.relpath(item.output_directory, start))
        for item, start in ((client, directory), (config, config.directory))
    }
    return bool(client.origin.tables) and (bool(names - {""}) or len(outputs) == 1)
