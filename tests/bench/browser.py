"""Measures of a folder of static pages in a browser.

`python -m tests.bench.browser FOLDER [PAGE …]` prints a row for each page, with the columns
that are usual for comparisons of viewers: sizes, seconds, tasks, nodes, memory, hosts and
violations of axe-core. Pages are loaded from a local server, without a cache.
"""

from __future__ import annotations

import functools
import gzip
import json
import os
import shutil
import statistics
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass, fields
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

_ROUNDS = 3
_SETTLED = 1500
"""Milliseconds after the event `load` until a page is measured."""
_OBSERVE = """
window.longTasks = [];
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) window.longTasks.push(entry.duration);
}).observe({type: "longtask", buffered: true});
"""
_READ = """() => ({
  paint: performance.getEntriesByName("first-contentful-paint")[0].startTime,
  load: performance.getEntriesByType("navigation")[0].loadEventEnd,
  tasks: window.longTasks,
  nodes: document.querySelectorAll("*").length,
  heap: performance.memory.usedJSHeapSize,
})"""
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@dataclass(frozen=True, slots=True)
class Measured:
    """Measures of a page; times are medians of three visits.

    Args:
        page: Name of the page.
        assets_kb: Scripts and style sheets that the page loads, in KB.
        assets_gz: The same, compressed.
        first_content: Seconds to the first content.
        settled: Seconds to the event `load`.
        longest_task: Milliseconds of the longest task over 50 ms; 0 for none.
        blocking: Milliseconds over 50 of all tasks together.
        longest_processor: Milliseconds of processor time of the longest task, which other
            programs on the machine change less.
        nodes: Elements of the page.
        heap: MB of the heap of JavaScript.
        hosts: Other hosts that receive requests.
        violations: Rules of axe-core that the page breaks, and the number of nodes.
    """

    page: str
    assets_kb: float
    assets_gz: float
    first_content: float
    settled: float
    longest_task: float
    blocking: float
    longest_processor: float
    nodes: int
    heap: float
    hosts: str
    violations: str


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Ignore a message."""


def measure(folder: Path, *pages: str) -> list[Measured]:
    """Measure pages of a folder; an empty list if no browser is installed."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return []
    if program is None:
        return []
    # Chromium refuses to run as root inside of its sandbox.
    arguments = ["--no-sandbox"] if os.getuid() == 0 else []
    with _serve(folder) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        rows = [_measure_page(browser, folder, address, page) for page in pages]
        browser.close()
    return rows


@contextmanager
def _serve(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Handler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def _measure_page(browser: Any, folder: Path, address: str, name: str) -> Measured:
    visits = [_visit(browser, f"{address}/{name}") for _ in range(_ROUNDS)]
    requests = visits[0]["requests"]
    files = [
        (folder / urlsplit(url).path.lstrip("/")).read_bytes()
        for url in requests
        if url.startswith(address) and url.endswith((".js", ".css"))
    ]
    hosts = {urlsplit(url).netloc for url in requests if not url.startswith(address)}

    def median(key: str, unit: float) -> float:
        return float(statistics.median(visit[key] for visit in visits)) / unit

    return Measured(
        page=name,
        assets_kb=sum(map(len, files)) / 1024,
        assets_gz=sum(len(gzip.compress(file, 9, mtime=0)) for file in files) / 1024,
        first_content=median("paint", 1000),
        settled=median("load", 1000),
        longest_task=median("longest", 1),
        blocking=median("blocking", 1),
        longest_processor=median("processor", 1),
        nodes=visits[0]["nodes"],
        heap=median("heap", 1e6),
        hosts=", ".join(sorted(hosts - {""})) or "-",
        violations=_violations(browser, f"{address}/{name}"),
    )


def _visit(browser: Any, url: str) -> dict[str, Any]:
    """Load a page in a new context, and return what its tasks took."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.add_init_script(_OBSERVE)
    browser.start_tracing(page=page)
    page.goto(url)
    page.wait_for_timeout(_SETTLED)
    result: dict[str, Any] = page.evaluate(_READ)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    context.close()
    tasks = result["tasks"]
    return {
        **result,
        "requests": requests,
        "longest": max(tasks, default=0.0),
        "blocking": sum(task - 50 for task in tasks),
        "processor": _longest_processor(events, url),
    }


def _longest_processor(events: list[dict[str, Any]], url: str) -> float:
    """Return the processor time of the longest task of the page, in milliseconds."""
    # The process and thread that parse the page; others belong to the browser.
    places = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "ParseHTML"
        and event.get("args", {}).get("beginData", {}).get("url") == url
    }
    tasks: list[float] = [
        event.get("tdur", 0) / 1000
        for event in events
        if event["name"] == "ThreadControllerImpl::RunTask"
        and (event["pid"], event["tid"]) in places
    ]
    return max(tasks)


def _violations(browser: Any, url: str) -> str:
    axe = import_module("axe_playwright_python.sync_playwright").Axe()

    # The policy of the page would refuse the script of axe.
    context = browser.new_context(
        bypass_csp=True, viewport={"width": 1440, "height": 900}
    )
    page = context.new_page()
    page.goto(url)
    options = {"runOnly": _RULES, "resultTypes": ["violations"]}
    broken = axe.run(page, options=options).response["violations"]
    context.close()
    return ";".join(f"{item['id']}:{len(item['nodes'])}" for item in broken) or "-"


def main() -> None:
    """Print the measures of the pages that the arguments name."""
    folder, *pages = sys.argv[1:]
    print("\t".join(item.name for item in fields(Measured)))
    for row in measure(Path(folder), *(pages or ["index.html"])):
        values = (
            f"{value:.2f}" if isinstance(value, float) else str(value)
            for value in astuple(row)
        )
        print("\t".join(values))


if __name__ == "__main__":
    main()
