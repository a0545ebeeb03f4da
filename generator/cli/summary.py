"""Lines that summarize a run: counts of operations, types, diagnostics and files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..diagnostics import Diagnostics, Severity

if TYPE_CHECKING:
    from ..emission import Written
    from ..pipeline import Generated


def count(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun: `1 file`, `2 files`."""
    return f"{number} {noun}" if number == 1 else f"{number} {plural or f'{noun}s'}"


def summarize_client(generated: Generated, diagnostics: Diagnostics) -> str:
    """Return the line about a client: `shop_client: 2 operations, 3 types, …`."""
    package = generated.package
    types = sum(len(module.items) for module in (*package.types, *package.params))
    parts = (
        count(len(package.calls), "operation"),
        count(types, "type"),
        count(diagnostics.count(Severity.WARNING), "warning"),
        count(diagnostics.count(Severity.NOTE), "note"),
    )
    return f"{package.name}: {', '.join(parts)}"


def summarize_files(written: Written, output: str, seconds: float) -> str:
    """Return the line about files: `3 files written, 2 unchanged, …`.

    Args:
        written: counts of files.
        output: output directory as the user calls it.
        seconds: duration of the run.
    """
    if written.written or written.removed:
        changes = (
            f"{count(written.written, 'file')} written, {written.unchanged} unchanged, "
            f"{written.removed} removed"
        )
    else:
        changes = f"Nothing to do: {count(written.unchanged, 'file')} unchanged"
    return f"{changes} in {output} ({seconds:.1f} s)"
