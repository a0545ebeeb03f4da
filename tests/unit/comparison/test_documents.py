"""Published documents: no change without a difference, and witnesses that mypy confirms."""

from __future__ import annotations

import json
import pickle
import shutil
from pathlib import Path

import pytest
import yaml

from generator.comparison import Change, compare
from generator.config import Config
from generator.diagnostics import Diagnostics, GenerationError
from generator.pipeline import Analysis, analyze
from tests.clients import generate
from tests.conftest import SHARED
from tests.unit.comparison.checking import mypy_errors

CORPUS = SHARED / "specs/corpus"
MAX_BYTES = 3_000_000
DOCUMENTS = (
    [
        path.name
        for path in sorted(CORPUS.iterdir())
        if path.is_file() and path.stat().st_size <= MAX_BYTES
    ]
    if CORPUS.is_dir()
    else []
)


def _analyze(path: Path) -> Analysis:
    config = Config("acme", "Acme", (path.name,), directory=path.parent)
    return analyze(config, Diagnostics())


def _compare(old: Path, new: Path) -> tuple[Change, ...]:
    before, after = _analyze(old), _analyze(new)
    return compare((before.api, before.package), (after.api, after.package))


@pytest.mark.slow
@pytest.mark.parametrize("name", DOCUMENTS)
def test_document_does_not_differ_from_itself(name: str) -> None:
    try:
        analysis = _analyze(CORPUS / name)
    except GenerationError:
        pytest.skip("no client can be generated from the document")
    client = (analysis.api, analysis.package)
    # A copy, so that nothing is equal because it is the same object. `make corpus` checks
    # that a second run has the same result.
    assert compare(client, pickle.loads(pickle.dumps(client))) == ()


@pytest.mark.slow
def test_order_of_paths_and_schemas_does_not_matter(
    shared: Path, tmp_path: Path
) -> None:
    original = shared / "specs/openai/2025-01.yaml"
    content = yaml.load(original.read_text(encoding="utf-8"), yaml.CSafeLoader)
    schemas = content["components"]["schemas"]
    content["components"]["schemas"] = dict(sorted(schemas.items(), reverse=True))
    content["paths"] = dict(sorted(content["paths"].items(), reverse=True))
    reordered = tmp_path / "reordered.json"
    reordered.write_text(json.dumps(content, default=str), encoding="utf-8")
    assert _compare(original, reordered) == ()


@pytest.mark.slow
@pytest.mark.parametrize("keeps_names", [False, True])
def test_mypy_agrees_with_all_changes_of_a_real_document(
    keeps_names: bool, shared: Path, tmp_path: Path
) -> None:
    clients = []
    for side, date in (("old", "2025-01"), ("new", "2026-08")):
        document = shared / f"specs/openai/{date}.yaml"
        if keeps_names and side == "new":
            shutil.copytree(tmp_path / "old", tmp_path / "new")
        written = generate(document, tmp_path / side, "acme", "Acme", docs=False)
        clients.append((written.api, written.package))
    changes = [change for change in compare(*clients) if change.witness]
    assert len(changes) > (100 if keeps_names else 150)
    names = [f"witness_{number}.py" for number, _ in enumerate(changes)]
    for side in ("old", "new"):
        for name, change in zip(names, changes, strict=True):
            (tmp_path / side / name).write_text(change.witness + "\n")
    accepted, rejected = (mypy_errors(tmp_path / side) for side in ("old", "new"))
    assert accepted == {}
    assert [
        change.message
        for name, change in zip(names, changes, strict=True)
        if name not in rejected
    ] == []
