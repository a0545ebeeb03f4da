"""The site of this project in a browser, from a local server and from files."""

from __future__ import annotations

import functools
import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator.config import read_settings
from generator.diagnostics import Diagnostics
from generator.pipeline import build
from tests.guards.sources import ROOT
from tests.patience import wait_until

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Locator, Page


_MILLISECONDS = 120_000
"""Time in which the browser reacts, however busy the machine is."""


class _Server(ThreadingHTTPServer):
    """A server for browsers, which open several connections at the same time."""

    request_queue_size = 64


class _Handler(SimpleHTTPRequestHandler):
    """A handler that logs nothing."""

    def log_message(self, format: str, *args: Any) -> None:
        """Ignore a message."""


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the site of this project."""
    (config,) = read_settings(ROOT / "pyproject.toml")
    generated = build(replace(config, docs=("site",)), Diagnostics())
    folder = tmp_path_factory.mktemp("site")
    for path, content in generated.files.items():
        if path.startswith("docs/site/"):
            file = folder / path.removeprefix("docs/site/")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    return folder


@pytest.fixture(scope="session")
def address(files: Path) -> Iterator[str]:
    """URL of the site on a local server."""
    handler = functools.partial(_Handler, directory=str(files))
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


# Playwright runs an event loop in this thread, so that it must end with the module.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser that is installed on this machine."""
    sync_api = pytest.importorskip("playwright.sync_api")
    names = ("chromium", "chromium-browser", "google-chrome")
    program = next(filter(None, map(shutil.which, names)), None)
    if program is None:
        pytest.skip("no Chromium is installed")
    # Chromium refuses to run as root inside of its sandbox.
    arguments = ["--no-sandbox"] if os.getuid() == 0 else []
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=arguments, timeout=_MILLISECONDS
        )
        yield browser
        browser.close()


def new_context(browser: Browser, **options: Any) -> BrowserContext:
    """Return a context that also waits for a machine that is busy."""
    context = browser.new_context(**options)
    context.set_default_timeout(_MILLISECONDS)
    return context


class Visit:
    """A visit of the site, which records requests and messages of the console.

    Args:
        context: Context of the browser.
        address: URL of the site.
    """

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        self.address = address
        self.requests: list[str] = []
        self.messages: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.messages.append(message.text))
        self.page.on("pageerror", lambda error: self.messages.append(str(error)))

    def open(self, path: str) -> Page:
        """Open a page of the site."""
        self.page.goto(f"{self.address}/{path}")
        return self.page


def wait_until_at(locator: Locator, top: float, bottom: float) -> None:
    """Wait until an element begins between two heights of the window, in pixels."""

    def is_there() -> bool:
        box = locator.bounding_box()
        return box is not None and top <= box["y"] < bottom

    wait_until(is_there)


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """A visit, after which there must be no message and no request to another host."""
    context = new_context(browser, viewport={"width": 1440, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    result = Visit(context, address)
    yield result
    context.close()
    assert result.messages == []
    assert [
        url for url in result.requests if not url.startswith((address, "data:"))
    ] == []
