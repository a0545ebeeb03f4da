"""Published documents that commands are tried on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import MISSING, SHARED

CORPUS = SHARED / "specs/corpus"
MAX_BYTES = 120_000
"""Bytes of the largest document; larger ones take minutes."""


def each_published(
    accepts: Callable[[Path], bool] = lambda document: True,
) -> pytest.MarkDecorator:
    """Return a mark that calls a test with the small documents of the corpus, by name.

    The test is skipped, with the reason, if the corpus is absent.

    Args:
        accepts: Selects the documents.
    """
    if not CORPUS.is_dir():
        absent = pytest.param(CORPUS, marks=pytest.mark.skip(reason=MISSING))
        return pytest.mark.parametrize("document", [absent])
    documents = sorted(
        file
        for file in CORPUS.iterdir()
        if file.suffix in (".yaml", ".yml", ".json")
        and file.stat().st_size < MAX_BYTES
        and accepts(file)
    )
    return pytest.mark.parametrize("document", documents, ids=lambda file: file.name)
