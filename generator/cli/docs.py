"""`oasmith docs`: the reference as a site, served on this machine."""

from __future__ import annotations

import shutil
import webbrowser
from collections.abc import Mapping
from dataclasses import replace
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

import click

from ..config import Config
from ..diagnostics import Diagnostics
from .console import Console
from .selection import clients_of

_FOLDER = "docs/site/"
_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".md": "text/markdown",
}
"""Media type of each suffix; other files are plain text."""


def show_docs(
    specs: tuple[Path, ...],
    settings: Path | None,
    port: int,
    *,
    opens: bool,
    folder: Path | None,
    **flags: Any,
) -> None:
    """Build the site of a client, and write it, or serve it until an interrupt."""
    if folder is not None:
        _check_folder(folder, port, opens=opens)
    with Console() as console:
        configs = clients_of(console, "docs", specs, settings, flags)
        if len(configs) != 1:
            raise click.UsageError(
                "the settings have several clients; choose one: --select"
            )
        files = _build_site(configs[0], console)
        if folder is not None:
            _write(files, folder)
            console.say(f"{len(files)} files written in {folder}")
        else:
            _serve(files, port, console, opens=opens)


def _serve(
    files: Mapping[str, bytes], port: int, console: Console, *, opens: bool
) -> None:
    """Serve files of a site until an interrupt."""
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), _handler(files))
    except OSError as error:
        raise click.BadParameter(
            f"port {port} of 127.0.0.1 is not available: {error.strerror}",
            param_hint="--port",
        ) from None
    with server:
        address = f"http://127.0.0.1:{server.server_port}/"
        console.write(f"serving the reference at {address} until Ctrl-C\n")
        console.stage = "serving the reference"
        if opens:
            webbrowser.open(address)
        server.serve_forever()


def _check_folder(folder: Path, port: int, *, opens: bool) -> None:
    """Check the options of a site that is written to a folder.

    Raises:
        click.UsageError: The folder has files, or the site is also to be served.
    """
    if port or opens:
        raise click.UsageError("--to writes the site; leave out --port and --open")
    if folder.is_dir() and any(folder.iterdir()):
        raise click.BadParameter(f"the folder {folder} is not empty", param_hint="--to")


def _write(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files to an empty folder, or none of them."""
    path = folder
    try:
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    except BaseException as error:
        for entry in folder.iterdir() if folder.is_dir() else ():
            if entry.is_dir():
                shutil.rmtree(entry, ignore_errors=True)
            else:
                entry.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise click.FileError(str(path), error.strerror or "") from None
        raise


def _build_site(config: Config, console: Console) -> dict[str, bytes]:
    """Return the files of the site by path; nothing is written."""
    from ..pipeline import build

    diagnostics = Diagnostics()
    failure = "the reference was not built"
    with console.report(diagnostics, only_failures=True, failure=failure):
        generated = build(
            replace(config, docs=("site",)), diagnostics, console.progress, extend=False
        )
    return {
        path.removeprefix(_FOLDER): content
        for path, content in generated.files.items()
        if path.startswith(_FOLDER)
    }


def _handler(files: Mapping[str, bytes]) -> type[BaseHTTPRequestHandler]:
    """Return the handler of requests for files in memory."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._respond(with_body=True)

        def do_HEAD(self) -> None:
            self._respond(with_body=False)

        # `format` is the name in the base class.
        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            """Ignore a message."""

        def _respond(self, *, with_body: bool) -> None:
            name = unquote(urlsplit(self.path).path).lstrip("/") or "index.html"
            content = files.get(name)
            if content is None:
                self.send_error(HTTPStatus.NOT_FOUND)
                return
            media_type = _TYPES.get(PurePosixPath(name).suffix, "text/plain")
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", f"{media_type}; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.send_header("X-Content-Type-Options", "nosniff")
            self.end_headers()
            if with_body:
                self.wfile.write(content)

    return Handler
