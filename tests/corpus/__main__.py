"""`make corpus`: a table of what becomes of real documents; 1 if anything is lost."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

import click

from tests.corpus.documents import Document, documents
from tests.corpus.measure import measure, warm_up
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


def _measured(chosen: list[Document], checkers: bool) -> Iterable[Row]:
    # Large documents first, so that the workers finish at about the same time.
    chosen = sorted(chosen, key=lambda item: -item.path.stat().st_size)
    with (
        tempfile.TemporaryDirectory(prefix="oasmith-corpus-") as directory,
        ProcessPoolExecutor(os.cpu_count(), initializer=warm_up) as pool,
    ):
        futures = {
            pool.submit(measure, item, checkers, Path(directory)): item
            for item in chosen
        }
        for done, future in enumerate(as_completed(futures), 1):
            _progress(f"{done} of {len(chosen)}: {futures[future].label[-40:]}")
            yield future.result()
    _progress("")


def _progress(text: str) -> None:
    """Print a progress line on a terminal."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()


if __name__ == "__main__":
    main()
