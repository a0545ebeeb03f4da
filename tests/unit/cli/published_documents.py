"""Published documents that commands are tried on."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import SHARED

CORPUS = SHARED / "specs/corpus"
MAX_BYTES = 120_000
"""Bytes of the largest document; larger ones take minutes."""


def published_documents() -> list[Path]:
    """Return the small documents of the corpus, sorted by name; none if it is absent."""
    if not CORPUS.is_dir():
        return []
    return sorted(
        file
        for file in CORPUS.iterdir()
        if file.suffix in (".yaml", ".yml", ".json") and file.stat().st_size < MAX_BYTES
    )
