"""Finds what a repository already has: its top directory, its OpenAPI documents."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Sequence
from pathlib import Path

from ...config import FILE, SettingsError, find_settings, read_settings

_FOLDERS = ("", "openapi", "api", "apis", "spec", "specs", "docs", "doc")
"""Where documents usually are; the first that has one counts."""

_SUFFIXES = (".yaml", ".yml", ".json")
_USUAL = re.compile(r"(?:openapi|swagger)\.(?:yaml|yml|json)", re.IGNORECASE)
_YAML_ROOT = re.compile(r"^[\"']?(?:openapi|swagger)[\"']?[ \t]*:", re.MULTILINE)
_JSON_ROOT = re.compile(r"\s*\{.*?\"(?:openapi|swagger)\"\s*:\s*\"[23]", re.DOTALL)
_BEGINNING = 100_000
"""Bytes in which a document says what it is."""


def find_repository(directory: Path) -> Path:
    """The top of the repository that a directory is in; itself, where it is in none."""
    for place in (directory, *directory.parents):
        if (place / ".git").exists():
            return place
    return directory


def choose_documents(directory: Path, given: Sequence[Path]) -> tuple[str, ...]:
    """The documents that settings of a directory name, or should name.

    Args:
        directory: where the settings are, or will be.
        given: the documents that a user named; none: they are found.

    Raises:
        SettingsError: settings name others, or none are found.
    """
    named = tuple(_relative(spec, directory) for spec in given)
    file = directory / FILE
    if find_settings(directory) != file:
        return named or find_documents(directory)
    settled = tuple(spec for item in read_settings(file) for spec in item.specs)
    if named and named != settled:
        raise SettingsError(
            f"{FILE} has [tool.oasmith] with other documents already; change its `specs`"
        )
    return settled


def _relative(spec: Path, directory: Path) -> str:
    return Path(os.path.relpath(directory / spec, directory)).as_posix()


def find_documents(directory: Path) -> tuple[str, ...]:
    """The OpenAPI document of a repository, as settings name it.

    Raises:
        SettingsError: there is none where documents usually are, or more than one and
            none of them has a usual name.
    """
    for folder in _FOLDERS:
        found = _documents(directory / folder)
        usual = [path for path in found if _USUAL.fullmatch(path.name)]
        chosen = usual if len(usual) == 1 else found
        if len(chosen) == 1:
            return (chosen[0].relative_to(directory).as_posix(),)
        if chosen:
            names = [path.relative_to(directory).as_posix() for path in chosen]
            raise SettingsError(
                f"there are several OpenAPI documents: {', '.join(names)}; say which "
                f"are meant, such as: oasmith init {names[0]}"
            )
    raise SettingsError(
        "no OpenAPI document was found here; say where it is, such as: "
        "oasmith init path/to/openapi.yaml"
    )


def _documents(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    files = (path for path in sorted(folder.iterdir()) if path.suffix in _SUFFIXES)
    return [path for path in files if path.is_file() and _is_document(path)]


def _is_document(path: Path) -> bool:
    with path.open("rb") as file:
        beginning = file.read(_BEGINNING)
    marked = beginning.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = beginning.decode("utf-16" if marked else "utf-8-sig", errors="replace")
    pattern = _JSON_ROOT if path.suffix == ".json" else _YAML_ROOT
    return pattern.search(text) is not None
