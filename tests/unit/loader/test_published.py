"""All published documents load, and their references resolve."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostics
from generator.loader import load
from generator.loader.locate import locate_json, locate_yaml
from generator.loader.references import find_mentions
from generator.loader.yaml.reader import read_yaml
from generator.openapi.document import BrokenReference, Document
from generator.source import SourceFile
from tests.unit.loader.conftest import Value

pytestmark = pytest.mark.slow

_DANGLING = {
    # Their files are not in the folder. (Azure's are in examples.)
    "azure-openai-2024-10-21.json": 11,
    "spotify-official.yaml": 23,
}
"""Broken references by document; all other references resolve."""


def roots(shared: Path) -> list[Path]:
    """Return the entry documents of the folder with published documents."""
    table = (shared / "specs" / "corpus.tsv").read_text().splitlines()[1:]
    corpus = [shared / "specs" / "corpus" / line.split("\t")[0] for line in table]
    return [*corpus, *sorted((shared / "specs" / "openai").glob("*.yaml"))]


def broken_references(document: Document) -> list[str]:
    """Return the broken references of a document."""
    broken = []
    for loaded in document.files.values():
        for mention in find_mentions(loaded.value):
            node = Value({"$ref": mention.text}, loaded.source, mention.pointer)
            if mention.keyword == "$ref" and isinstance(
                document.resolve(node), BrokenReference
            ):
                broken.append(mention.text)
    return broken


def test_every_document_loads_and_its_references_resolve(shared: Path) -> None:
    counted, references = {}, 0
    for path in roots(shared):
        diagnostics = Diagnostics()
        document = load([path], relative_to=shared, diagnostics=diagnostics)
        (root,) = document.roots
        assert root.paths or root.webhooks or root.schemas is not None, path
        references += sum(
            len(find_mentions(loaded.value)) for loaded in document.files.values()
        )
        broken = broken_references(document)
        if broken:
            counted[path.name] = len(broken)
        files_missing = sum(item.rule.code == "missing-file" for item in diagnostics)
        assert files_missing <= len(broken), path
    assert counted == _DANGLING
    assert references > 50_000


def test_all_documents_of_one_api_load_together(shared: Path) -> None:
    folder = shared / "specs" / "corpus" / "matrix" / "data" / "api"
    document = load([folder], relative_to=shared, diagnostics=Diagnostics())
    assert len(document.roots) > 100
    assert len(document.files) > len(document.roots)


def test_yaml_reader_reads_json(shared: Path) -> None:
    for name in ("stripe.json", "jira.json", "notion.json", "telegram-bot.json"):
        text = (shared / "specs" / "corpus" / name).read_text("utf-8")
        source = SourceFile(name, "", text, locate_yaml)
        assert read_yaml(source, Diagnostics()) == json.loads(text), name


def test_locators_for_json_and_yaml_find_the_same_places(shared: Path) -> None:
    text = (shared / "specs" / "corpus" / "notion.json").read_text("utf-8")
    assert dict(locate_json(text)) == dict(locate_yaml(text))
