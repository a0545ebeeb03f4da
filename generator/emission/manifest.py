"""The manifest: what was generated from what. Nothing in it depends on a machine."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .errors import EmissionError

NAME = ".oasmith.json"
FORMAT = 1
"""The version of the manifest's form; greater ones are of newer generators."""

_REPAIR = (
    "restore it, or delete it: files that are as they would be generated are then known "
    "as such; --force generates all of them anew"
)


def digest(content: bytes) -> str:
    """The SHA-256 of a content, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an output directory holds.

    Args:
        generator: name and version of what generated it.
        documents: the SHA-256 of each document, by its name.
        settings: those that were in effect, but for the output.
        files: the SHA-256 of each file, by its path.
        diagnostics: the places of findings, by code: `file#/json/pointer`.
        pending: while files are replaced, what they are to become.
    """

    generator: str = ""
    documents: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    diagnostics: Mapping[str, list[str]] = field(default_factory=dict)
    pending: Mapping[str, str] = field(default_factory=dict)

    def owns(self, path: str, found: str) -> bool:
        """Whether a file with this digest is one that was generated."""
        return found in (self.files.get(path), self.pending.get(path))

    def to_bytes(self) -> bytes:
        """The file's content: sorted JSON."""
        content: dict[str, Any] = {
            "format": FORMAT,
            "generator": self.generator,
            "documents": dict(self.documents),
            "settings": dict(self.settings),
            "diagnostics": dict(self.diagnostics),
            "files": dict(self.files),
        }
        if self.pending:
            content["pending"] = dict(self.pending)
        text = json.dumps(content, indent=2, sort_keys=True, ensure_ascii=True)
        return f"{text}\n".encode()

    @classmethod
    def read(cls, output: Path) -> Manifest:
        """The manifest of an output directory, an empty one where there is none.

        Raises:
            EmissionError: it is broken, or of a newer generator.
        """
        file = output / NAME
        try:
            raw = json.loads(file.read_bytes())
        except FileNotFoundError:
            return cls()
        except (ValueError, OSError, RecursionError) as error:
            raise EmissionError(f"{file} cannot be read ({error}); {_REPAIR}") from None
        if not isinstance(raw, dict) or not isinstance(raw.get("files"), dict):
            raise EmissionError(f"{file} is no manifest; {_REPAIR}")
        version = raw.get("format")
        if not isinstance(version, int):
            raise EmissionError(f"{file} is no manifest; {_REPAIR}")
        if version > FORMAT:
            raise EmissionError(
                f"{file} was written by a newer version ({raw.get('generator')}); "
                "update oasmith, or delete the file"
            )
        return cls(
            generator=str(raw.get("generator", "")),
            documents=_texts(raw.get("documents")),
            settings=_table(raw.get("settings")),
            files=_texts(raw.get("files")),
            diagnostics=_table(raw.get("diagnostics")),
            pending=_texts(raw.get("pending")),
        )


def _table(raw: object) -> dict[str, Any]:
    return raw if isinstance(raw, dict) else {}


def _texts(raw: object) -> dict[str, str]:
    if not isinstance(raw, dict):
        return {}
    return {str(key): str(value) for key, value in raw.items()}
