"""How CI installs oasmith: from where the running one was installed."""

from __future__ import annotations

import json
import os
import shlex
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any, NamedTuple

from ...source import uri_to_path

VARIABLE = "OASMITH_SOURCE"
"""The variable of the repository that holds what pip installs, where it must be set."""

_NAME = "oasmith"


class Installation(NamedTuple):
    """What `pip install` takes to install oasmith.

    Args:
        argument: of `pip install`, quoted for a shell; `""` where it is not known on
            other machines, and `VARIABLE` must hold it.
    """

    argument: str

    @property
    def command(self) -> str:
        """The command that installs oasmith."""
        variable = f'"${VARIABLE}"'
        return f"pip install {self.argument or variable}"


def find_installation(repository: Path, directory: Path) -> Installation:
    """Return how CI installs the oasmith that is running.

    The record of the installation (`direct_url.json`, PEP 610) tells: a commit of a
    Git repository, an archive at a URL, or a file or directory within the repository. An
    installation without such a record comes from a package index, and is pinned.

    Args:
        repository: the top of the user's repository.
        directory: the directory in which CI runs the command.
    """
    try:
        found = distribution(_NAME)
    except PackageNotFoundError:
        return Installation("")
    record = found.read_text("direct_url.json")
    if record is None:
        return Installation(shlex.quote(f"{_NAME}=={found.version}"))
    return from_record(json.loads(record), repository, directory)


def from_record(
    record: dict[str, Any], repository: Path, directory: Path
) -> Installation:
    """Return how CI installs what a `direct_url.json` describes.

    Args:
        record: the content of the file.
        repository: the top of the user's repository.
        directory: the directory in which CI runs the command.
    """
    url = str(record.get("url", ""))
    part = record.get("subdirectory")
    if "${{" in url or not url.isprintable():
        return Installation("")  # a workflow would evaluate it
    path = uri_to_path(url)
    if path is not None and "vcs_info" not in record:
        return Installation(_local(path, repository, directory))
    fragment = []
    if part:
        fragment.append(f"subdirectory={part}")
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


def _local(path: Path, repository: Path, directory: Path) -> str:
    """Return a path within the repository as pip takes it, `""` for one outside."""
    real, top = Path(os.path.realpath(path)), Path(os.path.realpath(repository))
    if top not in (real, *real.parents):
        return ""
    relative = Path(os.path.relpath(real, os.path.realpath(directory))).as_posix()
    return shlex.quote(relative if relative.startswith("..") else f"./{relative}")
