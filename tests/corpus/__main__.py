"""`make corpus`: a table of what becomes of real documents; 1 if anything is lost."""

from __future__ import annotations

import json
import math
import sys

import click

from tests.corpus.documents import documents
from tests.corpus.processes import measure_all
from tests.corpus.table import HEAD, closing, judge_cost, line


@click.command()
@click.option("--only", metavar="NAME", help="Documents whose label holds this text.")
@click.option("--json", "as_json", is_flag=True, help="The table as JSON.")
@click.option("--quick", is_flag=True, help="Without mypy, pyright and black.")
@click.option(
    "--seconds", default=math.inf, help="Time after which no document is begun."
)
def main(only: str | None, as_json: bool, quick: bool, seconds: float) -> None:
    """Generate clients for all documents of the corpus and check them."""
    chosen = [item for item in documents() if only is None or only in item.label]
    measured = measure_all(chosen, not quick, seconds=seconds)
    rows = sorted(measured, key=lambda row: row.label)
    judge_cost(rows)
    if as_json:
        print(json.dumps([row.plain() for row in rows], indent=2))
        print(closing(rows), file=sys.stderr)
    else:
        print(HEAD)
        for row in rows:
            print(line(row))
        print(closing(rows))
    if len(rows) < len(chosen):
        left = len(chosen) - len(rows)
        print(f"{left} documents were not measured: the time was over", file=sys.stderr)
    sys.exit(1 if any(row.faults for row in rows) else 0)


if __name__ == "__main__":
    main()
