"""Seed documents of the fuzzer, from all tests and from this folder."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path

Files = dict[str, bytes]

_TESTS = Path(__file__).parents[2]
_MARK = re.compile(r"^=== (.+)\n", re.MULTILINE)
_ROOT = re.compile(r"^[\W]*(openapi|swagger)\W", re.MULTILINE)
_SUFFIXES = (".yaml", ".yml", ".json")
_LARGEST = 60_000


@functools.cache
def seeds() -> dict[str, dict[str, str]]:
    """Return the files of each seed document by its name, the root first."""
    result: dict[str, dict[str, str]] = {}
    for path in sorted(_TESTS.rglob("*")):
        if path.suffix not in (*_SUFFIXES, ".txt") or path.stat().st_size > _LARGEST:
            continue
        text = path.read_text("utf-8", errors="replace")
        files = {path.name: text} if path.suffix != ".txt" else _parts(text)
        if rooted := _root_first(files):
            result[path.relative_to(_TESTS).as_posix()] = rooted
    return result


def _parts(text: str) -> dict[str, str]:
    """Return the files in a text with a line `=== name` before each file."""
    _, *pieces = _MARK.split(text)
    parts = zip(pieces[::2], pieces[1::2], strict=True)
    return {
        name.strip(): part for name, part in parts if name.strip().endswith(_SUFFIXES)
    }


def _root_first(files: dict[str, str]) -> dict[str, str]:
    roots = list(_roots(files))
    return (
        {name: files[name] for name in dict.fromkeys((*roots, *files))} if roots else {}
    )


def _roots(files: dict[str, str]) -> Iterator[str]:
    for name, text in files.items():
        if _ROOT.search(text):
            yield name
