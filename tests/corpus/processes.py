"""Measure many documents in several processes."""

from __future__ import annotations

import math
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import (
    BrokenExecutor,
    Future,
    ProcessPoolExecutor,
    as_completed,
)
from pathlib import Path
from typing import TypeVar

from tests.corpus.checkers import pyright
from tests.corpus.documents import Document
from tests.corpus.measure import add_pyright, compare_second_run, measure, warm_up
from tests.corpus.records import Records
from tests.corpus.table import Row

T = TypeVar("T")

_GROUP = 20
_GROUP_SIZE = 3_000_000
"""Maximum size of the documents of a group in bytes, for groups of several documents."""
LOST = "the process ended while it measured the document"


def measure_all(
    chosen: list[Document],
    checkers: bool,
    *,
    jobs: int | None = None,
    records: Records | None = None,
    seconds: float = math.inf,
) -> list[Row]:
    """Generate the clients of documents in several processes, and check them.

    Args:
        chosen: the documents, in the order in which to measure them.
        checkers: whether to run mypy, pyright and black.
        jobs: number of processes. Default: the number of processors.
        records: rows of earlier runs, which are not measured again, and to which the
            others are added.
        seconds: time after which no measurement is started.

    Returns:
        The rows of the measured documents, in the order of the documents.
    """
    rows = {item: row for item in chosen if records and (row := records.row(item))}
    groups = grouped([item for item in chosen if item not in rows])
    end = time.monotonic() + seconds
    if rows:
        _progress(f"{len(rows)} of {len(chosen)} documents were measured before")
    with tempfile.TemporaryDirectory(prefix="oasmith-corpus-") as directory:
        for group, measured in _measured(groups, checkers, Path(directory), jobs, end):
            rows |= zip(group, measured, strict=True)
            if records:
                records.add(group, measured)
            failed = sum(bool(row.faults) for row in rows.values())
            _progress(f"{len(rows)} of {len(chosen)} documents, {failed} with faults")
    return [rows[item] for item in chosen if item in rows]


def measure_group(group: list[Document], checkers: bool, directory: Path) -> list[Row]:
    """Measure documents, with one second run and one run of pyright for all of them.

    Args:
        group: the documents.
        checkers: whether to run the checkers.
        directory: directory for the packages, which are removed, and for the caches.
    """
    rows = [measure(item, checkers, directory) for item in group]
    compare_second_run(group, rows)
    checked = {row.directory: row for row in rows if row.directory and row.mypy >= 0}
    if checked:
        for package, errors in pyright(list(checked)).items():
            add_pyright(checked[package], errors)
    for row in rows:
        if row.directory:
            shutil.rmtree(row.directory)
            row.directory = None
    return rows


def grouped(documents: list[Document]) -> list[list[Document]]:
    """Divide documents into groups, each of which is measured by one process at a time.

    Returns:
        Groups of at most 20 documents and about three megabytes, in the same order.
    """
    groups: list[list[Document]] = []
    total = 0
    for document in documents:
        size = document.path.stat().st_size
        if not groups or len(groups[-1]) == _GROUP or total + size > _GROUP_SIZE:
            groups.append([])
            total = 0
        groups[-1].append(document)
        total += size
    return groups


def _measured(
    groups: list[list[Document]],
    checkers: bool,
    directory: Path,
    jobs: int | None,
    end: float,
) -> Iterator[tuple[list[Document], list[Row]]]:
    """Yield each group with its rows, as soon as it is measured.

    Groups that are not started at a time of the monotonic clock are left out.
    """
    lost: list[Document] = []
    with ProcessPoolExecutor(jobs or os.cpu_count(), initializer=warm_up) as pool:
        tasks = {
            pool.submit(measure_group, group, checkers, directory): group
            for group in groups
        }
        for task in _finished(tasks, end):
            try:
                yield tasks[task], task.result()
            except BrokenExecutor:
                lost += tasks[task]
    # A process that ends, for lack of memory for example, ends the others, too.
    for document in lost:
        yield [document], [_measured_alone(document, checkers, directory)]


def _finished(tasks: Iterable[Future[T]], end: float) -> Iterator[Future[T]]:
    """Yield tasks when they are finished, after a time only those that were started."""
    left = list(tasks)
    for task in as_completed(left.copy()):
        left.remove(task)
        yield task
        if time.monotonic() > end:
            break
    # All at once, before any of them is awaited.
    yield from [task for task in left if not task.cancel()]


def _measured_alone(document: Document, checkers: bool, directory: Path) -> Row:
    """Measure a document in a separate process."""
    with ProcessPoolExecutor(1, initializer=warm_up) as pool:
        try:
            task = pool.submit(measure_group, [document], checkers, directory)
            return task.result()[0]
        except BrokenExecutor:
            return Row(document.label, faults=[LOST])


def _progress(text: str) -> None:
    """Print a progress line, which replaces the last one on a terminal."""
    start, end = ("\r\x1b[K", "") if sys.stderr.isatty() else ("", "\n")
    print(f"{start}{text}", end=end, file=sys.stderr, flush=True)
