"""The schema tests of OpenAPI 3.2: invalid documents are diagnosed, valid ones generated."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics, GenerationError, Severity
from generator.loader.validation import validate_documents
from generator.pipeline import build

pytestmark = pytest.mark.slow

_OF_THE_DOCUMENT = {"invalid-document", "not-a-schema"}


def diagnose(path: Path) -> tuple[Diagnostics, bool]:
    """Return the diagnostics of a document, and whether a client was generated."""
    diagnostics = Diagnostics()
    config = Config(specs=(path.name,), directory=path.parent)
    try:
        document = build(config, diagnostics).document
    except GenerationError:
        return diagnostics, False
    validate_documents(document, diagnostics)
    return diagnostics, True


def test_invalid_documents(shared: Path) -> None:
    folder = shared / "suites/oas-3.2-schema-tests/tests/schema/fail"
    missing = []
    documents = sorted(folder.glob("*.yaml"))
    for path in documents:
        diagnostics, _ = diagnose(path)
        codes = {
            item.rule.code
            for item in diagnostics
            if item.severity >= Severity.WARNING and item.location is not None
        }
        if not codes & _OF_THE_DOCUMENT:
            missing.append(path.name)
    count = len(documents) - len(missing)
    print(f"OpenAPI 3.2, invalid documents: {count} of {len(documents)} diagnosed")
    assert missing == [] and len(documents) == 29


def test_valid_documents(shared: Path) -> None:
    folder = shared / "suites/oas-3.2-schema-tests/tests/schema/pass"
    documents = sorted(folder.glob("*.yaml"))
    refused = [path.name for path in documents if not diagnose(path)[1]]
    count = len(documents) - len(refused)
    print(f"OpenAPI 3.2, valid documents: {count} of {len(documents)} generated")
    assert refused == [] and documents
