"""Every call of the command line in the reference is valid, and sends a valid request."""

from __future__ import annotations

import contextlib
import importlib
import io
import re
import shlex
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from generator.config import Config, read_settings
from generator.diagnostics import Diagnostics
from generator.emission import write_tree
from generator.pipeline import build
from tests.clients import import_from
from tests.e2e.samples.contract import Contract
from tests.e2e.samples.server import DocumentServer, serving

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
DOT_ALL = re.DOTALL | re.MULTILINE
CALL = re.compile(r"On the command line:\n\n```sh\n(.*?)\n```", re.DOTALL)


class Documented:
    """The calls in a reference, and a server that checks their requests.

    Args:
        package: Name of the client package.
        folder: Folder of the package and its reference.
        server: The server.
    """

    def __init__(self, package: str, folder: Path, server: DocumentServer) -> None:
        self.package = package
        self.folder = folder
        self.server = server
        pages = sorted((folder / "docs").rglob("*.md"))
        texts = (page.read_text(encoding="utf-8") for page in pages)
        self.calls = [match[1] for text in texts for match in CALL.finditer(text)]


@contextlib.contextmanager
def documented(config: Config, folder: Path) -> Iterator[Documented]:
    package = config.package
    generated = build(config, Diagnostics())
    write_tree(generated.files, generated.manifest, folder, force=False)
    import_from(folder, package)
    with serving(Contract(generated.document)) as server:
        yield Documented(package, folder, server)


def run(item: Documented, call: str, place: Path) -> str:
    """Run a call, and return why it failed; `""` if it is valid."""
    words = shlex.split(call.replace("\\\n", ""))
    for word in words:
        name = re.search(r"[^=]@(.*)$", word)
        if name and not name[1].startswith("-") and "=" not in word:
            (place / name[1]).parent.mkdir(parents=True, exist_ok=True)
            (place / name[1]).write_bytes(b"content")
    log = item.server.log
    called, refused = len(log.called), len(log.refused)
    main: Any = importlib.import_module(
        f"{item.package}._runtime.command_line.main"
    ).main
    stdout = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    stderr = io.StringIO()
    variables = {
        "EXCLUSIVE_BASE_URL": item.server.url,
        "OPENAI_API_KEY": "sk-test",
        "OPENAI_ADMIN_KEY": "sk-admin-test",
        "OPENAI_BASE_URL": item.server.url,
        "HOME": str(place),
    }
    with (
        mock.patch.dict("os.environ", variables),
        mock.patch("sys.stdin", io.StringIO()),
        contextlib.chdir(place),
        contextlib.redirect_stdout(stdout),
        contextlib.redirect_stderr(stderr),
    ):
        code = main(item.package, item.folder / item.package, words[1:])
    if log.refused[refused:]:
        return f"{call}: {log.refused[refused:]}"
    if code or len(log.called) == called:
        return f"{call}: exit code {code}: {stderr.getvalue().strip()}"
    return "" if log.called[-1] == words[1] else f"{call}: called {log.called[-1]}"


def failures(item: Documented, place: Path) -> list[str]:
    return [text for call in item.calls if (text := run(item, call, place))]


def test_calls_of_this_project(tmp_path: Path, tmp_path_factory: Any) -> None:
    (config,) = read_settings(ROOT / "pyproject.toml")
    folder = tmp_path_factory.mktemp("own")
    config = replace(config, package="own_shell", output=str(folder), command_line=True)
    with documented(config, folder) as item:
        assert failures(item, tmp_path) == []
        assert len(item.calls) >= 76


EXCLUSIVE = """
openapi: 3.1.0
info: {title: Exclusive, version: '1'}
paths:
  /images:
    post:
      operationId: createImage
      requestBody: {required: true, content: {application/json: {schema: {
        type: object, required: [name, sources], properties: {
          name: {type: string}, url: {type: string}, file_id: {type: string},
          sources: {type: array, minItems: 1, items: {$ref: '#/components/schemas/Source'}}},
        anyOf: [{required: [url]}, {required: [file_id]}],
        not: {required: [url, file_id]}}}}}
      responses: {'204': {description: Done.}}
  /moves:
    post:
      operationId: createMove
      requestBody: {required: true, content: {application/json: {schema: {
        type: object, properties: {
          up: {type: boolean}, down: {$ref: '#/components/schemas/Source'}},
        oneOf: [{required: [down]}, {required: [up]}]}}}}
      responses: {'204': {description: Done.}}
components:
  schemas:
    Source:
      type: object
      properties: {url: {type: string}, file_id: {type: string}}
      oneOf: [{required: [url]}, {required: [file_id]}]
"""


def test_calls_send_one_of_exclusive_properties(tmp_path: Path) -> None:
    (tmp_path / "api.yaml").write_text(EXCLUSIVE, encoding="utf-8")
    config = Config(
        package="exclusive",
        client="Exclusive",
        specs=("api.yaml",),
        directory=tmp_path,
        output=str(tmp_path / "client"),
        command_line=True,
    )
    with documented(config, tmp_path / "client") as item:
        assert failures(item, tmp_path) == []
        assert len(item.calls) == 2
        pages = "".join(
            page.read_text(encoding="utf-8")
            for page in (tmp_path / "client/docs").rglob("*.md")
        )
        client = importlib.import_module("exclusive").Exclusive(
            base_url=item.server.url, max_retries=0
        )
        calls = re.findall(r"^```python\n.*?^(client\..*?)\n```", pages, DOT_ALL)
        for call in calls:
            exec(call, {"client": client})
        assert len(calls) == 2
        assert item.server.log.refused == []


def test_calls_of_the_complete_document(shared: Path, tmp_path: Path) -> None:
    folder = tmp_path / "client"
    config = Config(
        package="whole_shell",
        client="OpenAI",
        specs=("2026-08.yaml",),
        directory=shared / "specs" / "openai",
        output=str(folder),
        command_line=True,
    )
    with documented(config, folder) as item:
        assert len(item.calls) == 288
        assert failures(item, tmp_path) == []
