"""Measure many documents at a time."""

from __future__ import annotations

import os
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

from tests.corpus.checkers import grouped, pyright
from tests.corpus.documents import Document
from tests.corpus.measure import add_pyright, measure, warm_up
from tests.corpus.table import Row


def measure_all(chosen: list[Document], checkers: bool) -> list[Row]:
    """Generate the clients of documents in several processes, and check them.

    Args:
        chosen: the documents.
        checkers: whether to run mypy, pyright and black.
    """
    # Large documents first, so that the workers finish at about the same time.
    chosen = sorted(chosen, key=lambda item: -item.path.stat().st_size)
    with (
        tempfile.TemporaryDirectory(prefix="oasmith-corpus-") as directory,
        ProcessPoolExecutor(os.cpu_count(), initializer=warm_up) as pool,
    ):
        tasks = [
            pool.submit(measure, item, checkers, Path(directory)) for item in chosen
        ]
        for done, _ in enumerate(as_completed(tasks), 1):
            _progress(f"{done} of {len(tasks)} documents")
        rows = [task.result() for task in tasks]
        if checkers:
            groups = grouped([row.directory for row in rows if row.directory])
            checks = [pool.submit(pyright, group) for group in groups]
            for done, _ in enumerate(as_completed(checks), 1):
                _progress(f"{done} of {len(checks)} groups of documents by pyright")
            errors = dict(item for task in checks for item in task.result().items())
            for row in rows:
                if row.directory:
                    add_pyright(row, errors[row.directory])
    _progress("")
    return rows


def _progress(text: str) -> None:
    """Print a progress line on a terminal."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()
