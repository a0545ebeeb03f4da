"""Write the page that says what a client does for each kind of document."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tests.guards.sources import ROOT

FOLDER = Path(__file__).parent
PAGE = ROOT / "generator/docs/document-support.md"
_NAMES = ("KIND", "RESULT")
_INTRODUCTION = """\
# Support of documents

This table lists features of OpenAPI documents that clients of other generators often get wrong. For each of them it
says what a generated client does, and links to the test of it. For parts of a document that cannot be generated, see
the [diagnostics](../diagnostics/rules.md).

| document | client | test |
| --- | --- | --- |
"""


class MissingConstantError(Exception):
    """A module has no constant `KIND` or `RESULT` with a sentence."""


class Support(NamedTuple):
    """Row of the page: a kind of document and the behaviour of its client.

    Args:
        module: name of the test module.
        kind: sentence about the documents.
        result: sentence about the client.
    """

    module: str
    kind: str
    result: str


def read_support(folder: Path = FOLDER) -> list[Support]:
    """Return the kinds of all test modules in a folder, sorted by module."""
    return [_read_module(path) for path in sorted(folder.glob("test_*.py"))]


def _read_module(path: Path) -> Support:
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
    return Support(path.name, *(values[name] for name in _NAMES))


def format_page(kinds: Iterable[Support]) -> str:
    """Return the page as Markdown."""
    rows = (
        f"| {_escape(item.kind)} | {_escape(item.result)} "
        f"| [{item.module[5:-3]}](../../tests/e2e/documents/{item.module}) |\n"
        for item in kinds
    )
    return f"{_INTRODUCTION}{''.join(rows)}"


def _escape(text: str) -> str:
    return text.replace("|", "\\|")
