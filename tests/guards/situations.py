"""Write the pages that say what a client does in each situation that tests describe."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tests.guards.sources import ROOT

_NAMES = ("KIND", "RESULT")
_DOCUMENTS = """\
# Support of documents

This table lists features of OpenAPI documents that clients of other generators often get wrong. For each of them it
says what a generated client does, and links to the test of it. For parts of a document that cannot be generated, see
the [diagnostics](../diagnostics/rules.md).

| document | client | test |
| --- | --- | --- |
"""
_NETWORK = """\
# Behavior on the network

This table lists situations of networks, servers and callers in which clients of APIs often lose data, hang or report
a wrong error. For each of them it says what a generated client does, and links to the test of it. The tests use real
local servers and run with synchronous and asynchronous clients. The settings are in the
[guide to clients](guide-client.md).

| situation | client | test |
| --- | --- | --- |
"""


class MissingConstantError(Exception):
    """A module has no constant `KIND` or `RESULT` with a sentence."""


class Situation(NamedTuple):
    """Row of a page: a kind of situation and the behaviour of a client in it.

    Args:
        module: name of the test module.
        kind: sentence about the situation.
        result: sentence about the client.
    """

    module: str
    kind: str
    result: str


class Table(NamedTuple):
    """A page with a table of the situations that the tests in a folder describe.

    Args:
        folder: folder of the test modules, below `tests/e2e`.
        page: name of the page in `generator/docs`.
        introduction: text of the page up to the first row.
    """

    folder: str
    page: str
    introduction: str

    @property
    def file(self) -> Path:
        """Path of the page."""
        return ROOT / "generator/docs" / self.page


TABLES = (
    Table("documents", "document-support.md", _DOCUMENTS),
    Table("network", "network-behavior.md", _NETWORK),
)


def read_situations(folder: Path) -> list[Situation]:
    """Return the situations of all test modules in a folder, sorted by module."""
    return [_read_module(path) for path in sorted(folder.glob("test_*.py"))]


def situations_of(table: Table) -> list[Situation]:
    """Return the situations of a table."""
    return read_situations(ROOT / "tests/e2e" / table.folder)


def _read_module(path: Path) -> Situation:
    """Return the constants of a module without importing it."""
    values: dict[str, str] = {}
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in _NAMES:
                values[name] = ast.literal_eval(value)
    for name in _NAMES:
        sentence = values.get(name, "")
        if not sentence.endswith(".") or "\n" in sentence:
            raise MissingConstantError(f"{path.name}: {name} must be a sentence")
    return Situation(path.name, *(values[name] for name in _NAMES))


def format_page(table: Table, situations: Iterable[Situation]) -> str:
    """Return the page of a table as Markdown."""
    rows = (
        f"| {_escape(item.kind)} | {_escape(item.result)} "
        f"| [{item.module[5:-3]}](../../tests/e2e/{table.folder}/{item.module}) |\n"
        for item in situations
    )
    return f"{table.introduction}{''.join(rows)}"


def _escape(text: str) -> str:
    return text.replace("|", "\\|")
