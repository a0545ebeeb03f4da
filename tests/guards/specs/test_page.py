"""The page about `specs/` lists all documents, resources and operations."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from generator.config import read_settings
from generator.diagnostics import Diagnostics
from generator.normalizer import normalize
from generator.pipeline import read
from tests.guards.documentation import SPECS_PAGE
from tests.guards.sources import ROOT

ROW = re.compile(r"^\| `([a-z-]+\.yaml)` \| (.+) \| (\d+) \|$", re.MULTILINE)


@pytest.fixture(scope="module")
def operations() -> list[tuple[str, str]]:
    """Return the document and the resource of each operation."""
    (config,) = read_settings(ROOT / "pyproject.toml")
    diagnostics = Diagnostics()
    api = normalize(read(config, diagnostics), config, diagnostics)
    return [
        (Path(item.origin.file.name).name, ".".join(item.resource))
        for item in api.operations
        if not item.alias_of
    ]


def test_table_lists_every_resource(operations: list[tuple[str, str]]) -> None:
    rows = ROW.findall(SPECS_PAGE.read_text(encoding="utf-8"))
    assert {name: int(number) for name, _, number in rows} == dict(
        Counter(document for document, _ in operations)
    )
    for document, resource in operations:
        listed = next(text for name, text, _ in rows if name == document)
        for part in resource.rpartition(".")[::2]:
            assert not part or part.split(".")[-1] in listed, resource


def test_number_of_operations(operations: list[tuple[str, str]]) -> None:
    page = SPECS_PAGE.read_text(encoding="utf-8")
    assert f"{len(operations)} operations with samples" in page
