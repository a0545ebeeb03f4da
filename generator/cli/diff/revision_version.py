"""The version that the settings of a revision of git give the package of a client."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...config import Config
from ...config.settings import DEFAULT_OUTPUT
from ...versions import is_version
from .revisions import read_file


def version_at(revision: str, config: Config, root: Path) -> str:
    """Return the setting `version` of a client in a revision.

    The client is the one with the same package, client or output. If the revision has no
    settings for it, the current settings apply, as they do for all other settings.

    Args:
        revision: Name of the revision.
        config: Current settings of the client.
        root: Root of the repository.

    Returns:
        The version; `""` if it is that of the document.
    """
    if config.origin.file is None or "version" in config.origin.flags:
        return config.version
    file = config.directory / config.origin.file.name
    name = os.path.relpath(os.path.realpath(file), os.path.realpath(root))
    content = read_file(revision, Path(name).as_posix(), root)
    for table in _clients(content):
        if _is_client(table, config):
            version = table.get("version", "")
            return version if is_version(str(version)) else ""
    return config.version


def _clients(content: bytes) -> Iterator[dict[str, Any]]:
    """Yield the settings of the clients of a file; none if it has no settings."""
    try:
        value: Any = tomllib.loads(content.decode("utf-8-sig"))
    except ValueError:  # No client was generated with a file that is not valid.
        return
    for key in ("tool", "oasmith"):
        value = value.get(key) if isinstance(value, dict) else None
    if not isinstance(value, dict):
        return
    clients = value.get("clients", [{}])
    for client in clients if isinstance(clients, list) else ():
        if isinstance(client, dict):
            yield {**value, **client}


def _is_client(table: dict[str, Any], config: Config) -> bool:
    names = {table.get(key) for key in ("package", "client")}
    output = os.path.normpath(
        config.directory / str(table.get("output", DEFAULT_OUTPUT))
    )
    return not names.isdisjoint(
        {config.package, config.client} - {""}
    ) or output == os.path.normpath(config.output_directory)
