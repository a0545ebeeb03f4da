"""The pip argument with which CI installs the oasmith that is running."""

from __future__ import annotations

import json
import os
import shlex
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any, NamedTuple

from ...source import uri_to_path

VARIABLE = "OASMITH_SOURCE"
"""Variable of the GitHub repository with the pip argument, if `init` cannot derive it."""

_NAME = "oasmith"


class Installation(NamedTuple):
    """Source from which pip installs oasmith.

    Args:
        argument: argument of `pip install`, quoted for a shell; `""` if other machines
            cannot access the source, so that `VARIABLE` must be set.
    """

    argument: str

    @property
    def command(self) -> str:
        """Shell command that installs oasmith."""
        variable = f'"${VARIABLE}"'
        return f"pip install {self.argument or variable}"


def find_installation(repository: Path, directory: Path) -> Installation:
    """Return the source of the oasmith that is running.

    `direct_url.json` (PEP 610) contains the commit of a Git repository, the URL of an
    archive, or a local path. An installation without this file comes from a package
    index; its version is pinned.

    Args:
        repository: top directory of the user's repository.
        directory: directory in which CI runs the command.
    """
    try:
        installed = distribution(_NAME)
    except PackageNotFoundError:
        return Installation("")
    direct_url = installed.read_text("direct_url.json")
    if direct_url is None:
        return Installation(shlex.quote(f"{_NAME}=={installed.version}"))
    return parse_direct_url(json.loads(direct_url), repository, directory)


def parse_direct_url(
    record: dict[str, Any], repository: Path, directory: Path
) -> Installation:
    """Return the source that a `direct_url.json` describes.

    Args:
        record: parsed content of the file.
        repository: top directory of the user's repository.
        directory: directory in which CI runs the command.
    """
    url = str(record.get("url", ""))
    subdirectory = record.get("subdirectory")
    if "${{" in url or not url.isprintable():
        return Installation("")  # GitHub would evaluate the expression
    path = uri_to_path(url)
    if path is not None and "vcs_info" not in record:
        return Installation(_relative_path(path, repository, directory))
    fragment = []
    if subdirectory:
        fragment.append(f"subdirectory={subdirectory}")
    if isinstance(vcs := record.get("vcs_info"), dict):
        if path is not None:
            return Installation("")
        url = f"{vcs.get('vcs', 'git')}+{url}@{vcs.get('commit_id', '')}"
    else:
        hashes = (record.get("archive_info") or {}).get("hashes") or {}
        if "sha256" in hashes:
            fragment.append(f"sha256={hashes['sha256']}")
    suffix = f"#{'&'.join(fragment)}" if fragment else ""
    return Installation(shlex.quote(f"{_NAME} @ {url}{suffix}"))


def _relative_path(path: Path, repository: Path, directory: Path) -> str:
    """Return a path for pip, relative to `directory`; `""` outside of the repository."""
    source = Path(os.path.realpath(path))
    if Path(os.path.realpath(repository)) not in (source, *source.parents):
        return ""
    relative = Path(os.path.relpath(source, os.path.realpath(directory))).as_posix()
    return shlex.quote(relative if relative.startswith("..") else f"./{relative}")
