"""Load documents from a temporary folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from generator.diagnostics import Diagnostic, Diagnostics, GenerationError
from generator.loader import load
from generator.openapi.document import BrokenReference, Document
from generator.openapi.node import Referable


class Value(Referable):
    """A node of any type."""

    __slots__ = ()
    kind = "node"


@dataclass(frozen=True)
class Loaded:
    """A document, or `None` if it has errors, with its diagnostics."""

    document: Document | None
    diagnostics: Diagnostics

    @property
    def codes(self) -> list[str]:
        """The codes of the diagnostics in order."""
        return [item.rule.code for item in self.diagnostics]

    @property
    def root(self) -> Any:
        """The value of the first entry document."""
        assert self.document is not None, list(self.diagnostics)
        return self.document.roots[0].value

    def only(self, code: str) -> Diagnostic:
        """Return the only diagnostic with a code."""
        (result,) = [item for item in self.diagnostics if item.rule.code == code]
        return result

    def place(self, code: str) -> tuple[str, int, int]:
        """Return the file, line and column of the only diagnostic with a code."""
        location = self.only(code).location
        assert location is not None
        return location.file.name, location.place.line, location.place.column

    def follow(self, reference: str) -> Any:
        """Return the value of a reference in the first document, or why it is broken."""
        assert self.document is not None
        root = self.document.roots[0]
        result = self.document.resolve(Value({"$ref": reference}, root.file, ("x",)))
        return result if isinstance(result, BrokenReference) else result.value


Load: TypeAlias = Callable[..., Loaded]


@pytest.fixture
def load_files(tmp_path: Path) -> Load:
    """Return a function that writes files and loads some of them, by default the first.

    Text is encoded in UTF-8; names may contain folders.
    """

    def load_all(
        files: dict[str, str | bytes], *specs: str, main: str | None = None
    ) -> Loaded:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            data = content.encode() if isinstance(content, str) else content
            path.write_bytes(data)
        diagnostics = Diagnostics()
        named = specs or (next(iter(files)),)
        try:
            document = load(
                [tmp_path / name for name in named],
                relative_to=tmp_path,
                diagnostics=diagnostics,
                main=None if main is None else tmp_path / main,
            )
        except GenerationError:
            return Loaded(None, diagnostics)
        return Loaded(document, diagnostics)

    return load_all
