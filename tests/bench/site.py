"""The reference of OpenAI's document as a site: its sizes, and the seconds to write it."""

from __future__ import annotations

import gzip
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from tests.bench.browser import measure
from tests.bench.pace import Pace
from tests.bench.waiting import SPECS, Figure
from tests.clients import generate

_DOCUMENT = SPECS / "openai" / "2026-08.yaml"
_KB = 1024
_ROUNDS = 3


def figures() -> list[Figure]:
    """Return the name, the measured size or ratio, and the goal of each figure."""
    if not _DOCUMENT.is_file():
        return []
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        generate(_DOCUMENT, folder, "openai_client", "OpenAI", docs=("site",))
        site = folder / "docs" / "site"
        return [*_sizes(site), _seconds(folder), *_browser(site)]


def _browser(site: Path) -> list[Figure]:
    """Return the figures of the landing page and the largest chapter in a browser."""
    largest = max(site.glob("*.html"), key=lambda file: file.stat().st_size)
    pace = Pace()
    pages = measure(site, "index.html", largest.name)
    if not pages:
        return []
    factor = pace.measure()
    return [
        (
            "first content, seconds",
            max(page.first_content for page in pages) / factor,
            1.0,
        ),
        (
            "longest task, ms of processor time",
            max(page.longest_processor for page in pages) / factor,
            50.0,
        ),
        ("longest task, ms", max(page.longest_task for page in pages) / factor, 50.0),
    ]


def _seconds(folder: Path) -> Figure:
    """Return the seconds that the site adds, relative to loading the document."""

    def write(*docs: str) -> Callable[[], object]:
        output = folder / "-".join(docs)
        return lambda: generate(_DOCUMENT, output, "openai_client", "OpenAI", docs=docs)

    def load() -> object:
        with _DOCUMENT.open(encoding="utf-8") as file:
            return yaml.load(file, yaml.CSafeLoader)  # safe, in C

    functions = (load, write("markdown"), write("markdown", "site"))
    times: list[list[float]] = [[] for _ in functions]
    for _ in range(_ROUNDS):
        for function, seconds in zip(functions, times, strict=True):
            started = time.perf_counter()
            function()
            seconds.append(time.perf_counter() - started)
    loading, without, with_site = map(statistics.median, times)
    return "seconds of the site / yaml.load", (with_site - without) / loading, 1.5


def _sizes(site: Path) -> list[Figure]:
    files = [file for file in site.rglob("*") if file.is_file()]
    pages = [file for file in files if file.suffix == ".html"]
    search = [file for file in files if file.name == "search-data.js"]
    assets = [
        file for file in files if file.suffix in (".js", ".css") and file not in search
    ]
    return [
        ("script and style, KB compressed", sum(map(_compressed, assets)) / _KB, 60.0),
        ("search data, KB compressed", sum(map(_compressed, search)) / _KB, 150.0),
        ("largest page, KB compressed", max(map(_compressed, pages)) / _KB, 400.0),
        ("whole site, MB", sum(file.stat().st_size for file in files) / _KB**2, 40.0),
    ]


def _compressed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9, mtime=0))
