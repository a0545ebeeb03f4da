"""The table of results: one row per document, relative costs and totals."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

YARDSTICK = "openai/2026-08.yaml"
"""Document whose cost per megabyte is the reference for all others."""
DEAREST = 10
"""Maximum cost per megabyte relative to the reference document."""
_SMALLEST = 0.05
"""Minimum size in megabytes used for the cost, since some work is constant."""

HEAD = (
    f"{'document':44} {'operations':>11} {'schemas':>11} {'types':>6} {'err':>3} "
    f"{'warn':>5} {'notes':>5} {'s':>6} {'MB':>5} {'cost':>5} {'modules':>9} "
    f"{'mypy':>4} {'pyright':>7} {'black':>5} same"
)


@dataclass(slots=True)
class Row:
    """A row of the table.

    Args:
        label: of the document.
        operations, schemas: in the document, by a count that the generator has no part
            in.
        generated, declared: operations and declared schemas in the client.
        types: in the client: declared ones, inline ones and those of arguments.
        errors, warnings, notes: diagnostics by severity.
        seconds: of the processor, to generate.
        megabytes: of the document, with all files that were read.
        cost: seconds per megabyte, as a multiple of OpenAI's; -1 when that was not
            measured.
        modules: emitted.
        broken: modules that do not import.
        mypy, pyright: errors of these checkers; -1 if they did not run.
        unformatted: files that black would change; -1 if it did not run.
        same: whether another process with another hash seed gave the same bytes.
        faults: what is wrong, in words.
        directory: of the generated package; `None` if nothing was generated.
        digest: of all generated files; `""` if nothing was generated.
    """

    label: str
    operations: int = 0
    schemas: int = 0
    generated: int = 0
    declared: int = 0
    types: int = 0
    errors: int = 0
    warnings: int = 0
    notes: int = 0
    seconds: float = 0.0
    megabytes: float = 0.0
    cost: float = -1.0
    modules: int = 0
    broken: int = 0
    mypy: int = -1
    pyright: int = -1
    unformatted: int = -1
    same: bool = False
    faults: list[str] = field(default_factory=list)
    directory: Path | None = None
    digest: str = ""

    def plain(self) -> dict[str, Any]:
        """Return the row as JSON values."""
        return {key: value for key, value in asdict(self).items() if key != "directory"}


def judge_cost(rows: list[Row]) -> None:
    """Set the relative costs if OpenAI's document is in the table."""
    cache = [row for row in rows if row.label == YARDSTICK and row.seconds]
    if not cache:
        return
    unit = cache[0].seconds / cache[0].megabytes
    for row in rows:
        row.cost = row.seconds / max(row.megabytes, _SMALLEST) / unit
        if row.cost > DEAREST:
            row.faults.append(f"a megabyte costs {row.cost:.1f} times that of OpenAI's")


def line(row: Row) -> str:
    """Return a row as text, followed by its faults."""

    def measured(count: float, form: str = "d") -> str:
        return "-" if count < 0 else format(count, form)

    text = (
        f"{row.label[-44:]:44} {row.generated:>5}/{row.operations:<5} "
        f"{row.declared:>5}/{row.schemas:<5} {row.types:>6} {row.errors:>3} "
        f"{row.warnings:>5} {row.notes:>5} {row.seconds:>6.2f} {row.megabytes:>5.2f} "
        f"{measured(row.cost, '.1f'):>5} {row.modules - row.broken:>4}/{row.modules:<4} "
        f"{measured(row.mypy):>4} {measured(row.pyright):>7} {measured(row.unformatted):>5} "
        f"{'yes' if row.same else 'no'}"
    )
    return "\n".join((text, *(f"    {fault}" for fault in row.faults)))


def closing(rows: list[Row]) -> str:
    """Return the totals as one line."""
    parts = [
        f"{sum(row.generated for row in rows)} of "
        f"{sum(row.operations for row in rows)} operations",
        f"{sum(row.modules - row.broken for row in rows)} of "
        f"{sum(row.modules for row in rows)} modules import",
        f"{sum(row.same for row in rows)} gave the same bytes twice",
    ]
    checked = [row for row in rows if row.mypy >= 0]
    if checked:
        parts += [
            f"{sum(row.mypy for row in checked)} errors of mypy",
            f"{sum(row.pyright for row in checked)} of pyright",
            f"{sum(row.unformatted for row in checked)} files that black would change",
        ]
    costs = [row.cost for row in rows if row.cost >= 0]
    if costs:
        parts.append(f"a megabyte costs at most {max(costs):.1f} times OpenAI's")
    good = sum(not row.faults for row in rows)
    return f"{good} of {len(rows)} documents without fault: {', '.join(parts)}"
