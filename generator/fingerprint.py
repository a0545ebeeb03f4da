"""A digest of everything that affects the output besides the document and the settings."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from .templates import templates_directory

_LIBRARIES = frozenset(
    {
        "black",
        "jinja2",
        "jsonschema",
        "jsonschema-rs",
        "markdown-it-py",
        "markupsafe",
        "openapi-schema-validator",
        "openapi-spec-validator",
        "pygments",
        "python-jsonpath",
        "pyyaml",
    }
)
"""Libraries that affect the output or the diagnostics; some are optional."""
_METADATA = re.compile(r"(?P<name>[^-]+)-[^-]+(?:-.+)?\.(?:dist|egg)-info")
"""Name of the folder with the metadata of a library, which contains its version."""


def fingerprint() -> str:
    """Return a digest of the generator, its templates, Python and the libraries."""
    digest = hashlib.sha256(sys.version.encode())
    for root, suffix in (
        (Path(__file__).parent, ".py"),
        (templates_directory(), ".jinja"),
        (templates_directory(), ".css"),
        (templates_directory(), ".js"),
    ):
        for name, file in sorted(_files(str(root), suffix)):
            digest.update(name.encode())
            with open(file, "rb") as stream:
                digest.update(stream.read())
    for folder in library_metadata(sys.path):
        digest.update(folder.encode())
    return digest.hexdigest()


def library_metadata(paths: Iterable[str]) -> list[str]:
    """Return the names of the metadata folders of the libraries, such as `black-26.1.dist-info`.

    `importlib.metadata` reads the same, but its import takes as long as everything else
    that a command does when there is nothing to do.

    Args:
        paths: Directories in which Python looks for libraries.
    """
    names: list[str] = []
    for path in paths:
        with suppress(OSError):  # a missing directory, or an archive
            names += filter(_belongs_to_library, os.listdir(path or "."))
    return sorted(names)


def _belongs_to_library(folder: str) -> bool:
    match = _METADATA.fullmatch(folder)
    if match is None:
        return False
    return re.sub(r"[-_.]+", "-", match["name"]).lower() in _LIBRARIES


def _files(root: str, suffix: str) -> Iterator[tuple[str, str]]:
    """Yield the path of each file relative to `root`, with slashes, and its path."""
    for folder, _, names in os.walk(root):
        for name in names:
            if name.endswith(suffix):
                file = os.path.join(folder, name)
                yield file[len(root) :].replace(os.sep, "/"), file
