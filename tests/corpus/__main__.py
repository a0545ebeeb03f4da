"""`make corpus`: a table of what becomes of real documents; 1 if anything is lost."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor, as_completed

import click

from tests.corpus.documents import Document, documents
from tests.corpus.measure import Row, measure

_HEAD = (
    f"{'document':44} {'operations':>11} {'schemas':>8} {'types':>6} {'warn':>5} "
    f"{'notes':>5} {'s':>6} {'MB':>5} {'modules':>8} {'mypy':>5} {'pyright':>7} "
    f"{'black':>5} same"
)


@click.command()
@click.option("--only", metavar="NAME", help="Documents whose label holds this text.")
@click.option("--json", "as_json", is_flag=True, help="The table as JSON.")
@click.option("--quick", is_flag=True, help="Without mypy, pyright and black.")
def main(only: str | None, as_json: bool, quick: bool) -> None:
    """Generates from every document of the corpus and judges what comes out."""
    chosen = [item for item in documents() if only is None or only in item.label]
    rows = sorted(_measured(chosen, not quick), key=lambda row: row.label)
    if as_json:
        print(json.dumps([row.plain() for row in rows], indent=2))
    else:
        print(_HEAD)
        for row in rows:
            print(_line(row))
        print(closing(rows))
    sys.exit(1 if any(row.faults for row in rows) else 0)


def _measured(chosen: list[Document], checkers: bool) -> Iterable[Row]:
    lively = sys.stderr.isatty()
    # Large ones first, so that no worker is left alone with one at the end.
    chosen = sorted(chosen, key=lambda item: -item.path.stat().st_size)
    with ProcessPoolExecutor(max_workers=os.cpu_count()) as pool:
        futures = {pool.submit(measure, item, checkers): item for item in chosen}
        for done, future in enumerate(as_completed(futures), 1):
            if lively:
                label = futures[future].label[-40:]
                sys.stderr.write(f"\r{done} of {len(chosen)}: {label:40}")
            yield future.result()
    if lively:
        sys.stderr.write("\n")


def _line(row: Row) -> str:
    def asked(count: int) -> str:
        return "-" if count < 0 else str(count)

    line = (
        f"{row.label[-44:]:44} {row.generated:>5}/{row.operations:<5} {row.schemas:>8} "
        f"{row.types:>6} {row.warnings:>5} {row.notes:>5} {row.seconds:>6.2f} "
        f"{row.megabytes:>5.2f} {row.modules - row.broken:>4}/{row.modules:<4}"
        f"{asked(row.mypy):>5} {asked(row.pyright):>7} {asked(row.unformatted):>5} "
        f"{'yes' if row.same else 'no'}"
    )
    return "\n".join((line, *(f"    {fault}" for fault in row.faults)))


def closing(rows: list[Row]) -> str:
    """The totals in one line."""
    good = sum(not row.faults for row in rows)
    asked = [row for row in rows if row.mypy >= 0]
    checked = (
        f", {sum(row.mypy for row in asked)} findings of mypy, "
        f"{sum(row.pyright for row in asked)} of pyright, "
        f"{sum(row.unformatted for row in asked)} files that black would change"
        if asked
        else ""
    )
    return (
        f"{good} of {len(rows)} documents without fault: "
        f"{sum(row.generated for row in rows)} of "
        f"{sum(row.operations for row in rows)} operations, "
        f"{sum(row.modules - row.broken for row in rows)} of "
        f"{sum(row.modules for row in rows)} modules import{checked}"
    )


if __name__ == "__main__":
    main()
