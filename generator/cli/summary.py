"""Lines that summarize a run: counts of operations, types, diagnostics and files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from ..diagnostics import Diagnostics, Severity

if TYPE_CHECKING:
    from ..config import Config
    from ..emission import Manifest, Written
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


_MAX_NAMES = 3
"""Number of calls, and of types, whose names a line contains."""


def summarize_changes(old: Manifest, new: Manifest) -> list[str]:
    """Return a line about new, one about deprecated and one about removed names.

    Lines about nothing are left out, and all if the earlier output has no names.

    Args:
        old: Manifest of the earlier output.
        new: Manifest of the files that replace it.
    """
    if not old.names:
        return []
    old_calls, new_calls = old.names.get("calls", {}), new.names.get("calls", {})
    old_types, new_types = old.names.get("types", {}), new.names.get("types", {})
    if "resources" not in old.names:  # That generator did not record pages.
        pages = {name for name, row in new_types.items() if "page" in row[0]}
        new_types = {key: new_types[key] for key in new_types.keys() - pages}
    changes = {
        "new": (
            new_calls.keys() - old_calls.keys(),
            new_types.keys() - old_types.keys(),
        ),
        "deprecated": (
            _list_deprecated(old_calls, new_calls, _CALL_ALIAS_OF),
            _list_deprecated(old_types, new_types, _TYPE_ALIAS_OF),
        ),
        "removed": (
            old_calls.keys() - new_calls.keys(),
            old_types.keys() - new_types.keys(),
        ),
    }
    return [
        f"{title}: {text}"
        for title, (calls, types) in changes.items()
        if (text := _list_names(calls, types))
    ]


_CALL_ALIAS_OF = 4
_TYPE_ALIAS_OF = 5
"""Position of the current name in the record of another name."""


def _list_deprecated(
    old: Mapping[str, list[str]], new: Mapping[str, list[str]], position: int
) -> list[str]:
    """Return the names of the earlier output that are now other names."""

    def is_alias(row: list[str]) -> bool:
        return len(row) > position and bool(row[position])

    return [
        name
        for name in old.keys() & new.keys()
        if is_alias(new[name]) and not is_alias(old[name])
    ]


def _list_names(calls: Iterable[str], types: Iterable[str]) -> str:
    parts = [
        *_shorten([f"client.{name}" for name in sorted(calls)], "call"),
        *_shorten([f"types.{name}" for name in sorted(types)], "type"),
    ]
    return ", ".join(parts)


def _shorten(names: list[str], noun: str) -> list[str]:
    left = len(names) - _MAX_NAMES
    return [*names[:_MAX_NAMES], *([count(left, f"more {noun}")] if left > 0 else [])]


def find_unwritten(config: Config) -> Iterator[str]:
    """Yield a note for each setting of the reference that `generate` does not use.

    `oasmith docs` uses it. With `--no-docs` there are no notes, and none about settings
    for all clients, of which others can use them.
    """
    if "docs" in config.origin.flags:
        return
    formats = config.docs_formats
    for key, needs in (
        ("site_files", "site"),
        ("changelog", "site"),
        ("coming_from", ""),
    ):
        is_used = needs in formats if needs else formats
        if getattr(config, key) and not is_used and not config.origin.is_default(key):
            advice = 'add "site" to `docs`' if needs else "set `docs`"
            yield (
                f"{config.origin.prefix(key)}only `oasmith docs` uses `{key}`; {advice} to "
                "use it in the written reference"
            )
