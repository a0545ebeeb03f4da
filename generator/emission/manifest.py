"""The manifest of an output directory. It does not depend on the machine."""

from __future__ import annotations

import errno
import hashlib
import json
from collections.abc import Mapping
from dataclasses import field
from json.encoder import encode_basestring_ascii as _string
from pathlib import Path
from typing import Any

from ..frozen_dataclass import dataclass
from .errors import EmissionError

NAME = ".oasmith.json"
FORMAT = 4
"""Version of the manifest's format; newer generators write greater numbers."""

_FORMAT_WITH_NAMES = 2

_ABSENT = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG)
"""Errors of paths that cannot contain a manifest; writing reports those of the output."""

HINT = (
    "restore it from version control; if there is no copy, --force generates all files "
    "again: edits, earlier names and their aliases are lost, and files that are no longer "
    "generated remain"
)
"""Advice for a manifest that cannot be read."""


def with_line_feeds(content: bytes) -> bytes:
    """Return a text whose lines end with LF instead of CR LF.

    Git writes CR LF into the working tree if `core.autocrlf` is set, so that files with
    either are the same file.
    """
    # The search for one byte takes a tenth of the time of the search for two.
    return content.replace(b"\r\n", b"\n") if b"\r" in content else content


def digest(content: bytes) -> str:
    """Return the SHA-256 of a text with LF line ends, as hexadecimal digits."""
    return hashlib.sha256(with_line_feeds(content)).hexdigest()


@dataclass(frozen=True, slots=True)
class Manifest:
    """Description of the files in an output directory.

    Args:
        generator: Name and version of the generator.
        documents: SHA-256 of each document by its name.
        settings: Settings that determine the content of the files.
        files: SHA-256 of each file by its path.
        patches: SHA-256 of each patch by the path of the file that it changes.
        diagnostics: Locations of diagnostics, `file#/json/pointer`, by code.
        pending: SHA-256 of each new file by its path, while files are being replaced.
        names: Tables of the public names; empty if the generator did not record names.
        runtime_parts: Optional parts of a shared runtime that the client needs.
    """

    generator: str = ""
    documents: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    patches: Mapping[str, str] = field(default_factory=dict)
    diagnostics: Mapping[str, list[str]] = field(default_factory=dict)
    pending: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    runtime_parts: tuple[str, ...] = ()

    def owns(self, path: str, content_digest: str) -> bool:
        """Return whether a file with this digest was generated."""
        return content_digest in (self.files.get(path), self.pending.get(path))

    def to_bytes(self) -> bytes:
        """Return the manifest as sorted JSON."""
        content: dict[str, Any] = {
            "format": FORMAT,
            "generator": self.generator,
            "documents": dict(self.documents),
            "settings": dict(self.settings),
            "diagnostics": dict(self.diagnostics),
            "files": dict(self.files),
        }
        if self.patches:
            content["patches"] = dict(self.patches)
        if self.runtime_parts:
            content["runtime_parts"] = list(self.runtime_parts)
        if self.pending:
            content["pending"] = dict(self.pending)
        texts = {key: _indented(value) for key, value in content.items()}
        texts["names"] = _format_names(self.names)
        lines = (f'  "{key}": {text}' for key, text in sorted(texts.items()))
        return "{{\n{}\n}}\n".format(",\n".join(lines)).encode()

    @classmethod
    def read(cls, output: Path) -> Manifest:
        """Read the manifest of an output directory.

        Returns:
            The manifest; an empty one if the directory has none.

        Raises:
            EmissionError: The manifest is damaged or was written by a newer generator.
        """
        file = output / NAME
        try:
            if file.exists() and not file.is_file():
                raise EmissionError(f"{file} is not a regular file; remove it")
            content = file.read_bytes()
            if b"\n<<<<<<< " in content:
                raise EmissionError(
                    f"{file} has conflicts of a merge; take the output of one side, such "
                    f"as `git checkout HEAD -- {output}`, and run `oasmith generate`"
                )
            raw = json.loads(content)
        except OSError as error:
            if error.errno in _ABSENT:
                return cls()
            raise EmissionError(f"{file} cannot be read ({error}); {HINT}") from None
        except (ValueError, RecursionError) as error:
            raise EmissionError(f"{file} cannot be read ({error}); {HINT}") from None
        if not isinstance(raw, dict) or not isinstance(raw.get("files"), dict):
            raise EmissionError(f"{file} is not a manifest; {HINT}")
        version = raw.get("format")
        if not isinstance(version, int):
            raise EmissionError(f"{file} is not a manifest; {HINT}")
        if version > FORMAT:
            raise EmissionError(
                f"{file} was written by a newer version ({raw.get('generator')}); "
                "update oasmith"
            )
        return cls(
            generator=str(raw.get("generator", "")),
            documents=_strings(raw.get("documents")),
            settings=_mapping(raw.get("settings")),
            files=_strings(raw.get("files")),
            patches=_strings(raw.get("patches")),
            diagnostics=_mapping(raw.get("diagnostics")),
            pending=_strings(raw.get("pending")),
            names=_read_names(raw, file),
            runtime_parts=_list_strings(raw.get("runtime_parts")),
        )


def _indented(value: object) -> str:
    text = json.dumps(value, indent=2, sort_keys=True, ensure_ascii=True)
    return text.replace("\n", "\n  ")


def _format_names(tables: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the tables of names as JSON with one line for each name."""
    texts = []
    for table, rows in sorted(tables.items()):
        lines = [
            f"      {_string(name)}: {_format_row(row)}"
            for name, row in sorted(rows.items())
        ]
        content = ",\n".join(lines)
        texts.append(
            f'    "{table}": {{\n{content}\n    }}' if rows else f'    "{table}": {{}}'
        )
    return "{{\n{}\n  }}".format(",\n".join(texts)) if texts else "{}"


def _format_row(row: object) -> str:
    """Return a row as JSON; `json.dumps` takes three times as long for a short value."""
    if isinstance(row, str):
        return _string(row)
    if isinstance(row, list) and {*map(type, row)} <= {str}:
        return f"[{', '.join(map(_string, row))}]"
    return json.dumps(row)


def _read_names(raw: Mapping[str, Any], file: Path) -> dict[str, Any]:
    """Return the tables of names; manifests of format 1 have none.

    Raises:
        EmissionError: The tables are missing or damaged.
    """
    if raw["format"] < _FORMAT_WITH_NAMES:
        return {}
    names = raw.get("names")
    if not isinstance(names, dict) or not all(
        isinstance(rows, dict) for rows in names.values()
    ):
        raise EmissionError(f"{file} has no record of the public names; {HINT}")
    return names


def _list_strings(raw: object) -> tuple[str, ...]:
    return tuple(map(str, raw)) if isinstance(raw, list) else ()


def _mapping(raw: object) -> dict[str, Any]:
    return raw if isinstance(raw, dict) else {}


def _strings(raw: object) -> dict[str, str]:
    if not isinstance(raw, dict):
        return {}
    return {str(key): str(value) for key, value in raw.items()}
