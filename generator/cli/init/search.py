"""Search for the top directory of a repository and for its OpenAPI documents."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Sequence
from pathlib import Path

from ...config import FILE, SettingsError, find_settings, read_settings

_FOLDERS = ("", "openapi", "api", "apis", "spec", "specs", "docs", "doc")
"""Folders that are searched; the first that contains a document is used."""

_SUFFIXES = (".yaml", ".yml", ".json")
_COMMON_NAME = re.compile(r"(?:openapi|swagger)\.(?:yaml|yml|json)", re.IGNORECASE)
_YAML_ROOT = re.compile(r"^[\"']?(?:openapi|swagger)[\"']?[ \t]*:", re.MULTILINE)
_JSON_ROOT = re.compile(r"\s*\{.*?\"(?:openapi|swagger)\"\s*:\s*\"[23]", re.DOTALL)
_PREFIX_BYTES = 100_000
"""Bytes of a file that are searched for the key `openapi` or `swagger`."""


def find_repository(directory: Path) -> Path:
    """Return the Git repository that contains a directory, else the directory itself."""
    for candidate in (directory, *directory.parents):
        if (candidate / ".git").exists():
            return candidate
    return directory


def choose_documents(directory: Path, specs: Sequence[Path]) -> tuple[str, ...]:
    """Return the documents for the setting `specs`, relative to a directory.

    Args:
        directory: the directory of the settings file.
        specs: the documents of the command line. If empty, the existing settings are
            used, or documents are searched for.

    Raises:
        SettingsError: the settings contain other documents, or none was found.
    """
    requested = tuple(_relative(spec, directory) for spec in specs)
    file = directory / FILE
    if find_settings(directory) != file:
        return requested or find_documents(directory)
    existing = tuple(spec for item in read_settings(file) for spec in item.specs)
    if requested and requested != existing:
        raise SettingsError(
            f"[tool.oasmith] in {FILE} already has other documents; change its `specs`"
        )
    return existing


def _relative(spec: Path, directory: Path) -> str:
    return Path(os.path.relpath(directory / spec, directory)).as_posix()


def find_documents(directory: Path) -> tuple[str, ...]:
    """Search a directory and its common subfolders for the OpenAPI document.

    Returns:
        One path, relative to the directory.

    Raises:
        SettingsError: there is no document, or there are several and not exactly one of
            them has a common name, such as `openapi.yaml`.
    """
    for folder in _FOLDERS:
        documents = _list_documents(directory / folder)
        common = [path for path in documents if _COMMON_NAME.fullmatch(path.name)]
        candidates = common if len(common) == 1 else documents
        names = [path.relative_to(directory).as_posix() for path in candidates]
        if len(names) == 1:
            return (names[0],)
        if names:
            raise SettingsError(
                f"there are several OpenAPI documents: {', '.join(names)}; choose one "
                f"or more, such as: oasmith init {names[0]}"
            )
    raise SettingsError(
        "no OpenAPI document was found in this directory; give its path, such as: "
        "oasmith init path/to/openapi.yaml"
    )


def _list_documents(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    files = (path for path in sorted(folder.iterdir()) if path.suffix in _SUFFIXES)
    return [path for path in files if path.is_file() and _is_document(path)]


def _is_document(path: Path) -> bool:
    """Detect `openapi` or `swagger` at the root, without parsing the file."""
    with path.open("rb") as file:
        prefix = file.read(_PREFIX_BYTES)
    is_utf16 = prefix.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = prefix.decode("utf-16" if is_utf16 else "utf-8-sig", errors="replace")
    pattern = _JSON_ROOT if path.suffix == ".json" else _YAML_ROOT
    return pattern.search(text) is not None
