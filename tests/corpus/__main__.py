"""`make corpus`: a table of what becomes of real documents; 1 if anything is lost."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

import click

from tests.corpus.checkers import grouped, pyright
from tests.corpus.documents import Document, documents
from tests.corpus.measure import add_pyright, measure, warm_up
from tests.corpus.table import HEAD, Row, closing, judge_cost, line


@click.command()
@click.option("--only", metavar="NAME", help="Documents whose label holds this text.")
@click.option("--json", "as_json", is_flag=True, help="The table as JSON.")
@click.option("--quick", is_flag=True, help="Without mypy, pyright and black.")
def main(only: str | None, as_json: bool, quick: bool) -> None:
    """Generate clients for all documents of the corpus and check them."""
    chosen = [item for item in documents() if only is None or only in item.label]
    rows = sorted(_measured(chosen, not quick), key=lambda row: row.label)
    judge_cost(rows)
    if as_json:
        print(json.dumps([row.plain() for row in rows], indent=2))
        print(closing(rows), file=sys.stderr)
    else:
        print(HEAD)
        for row in rows:
            print(line(row))
        print(closing(rows))
    sys.exit(1 if any(row.faults for row in rows) else 0)


def _measured(chosen: list[Document], checkers: bool) -> list[Row]:
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


if __name__ == "__main__":
    main()
