"""Calls of generated clients with arguments that their signatures accept are sent."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from hypothesis import strategies as st

from tests.corpus.documents import Document, documents
from tests.corpus.sendable import measure_calls

_SECONDS = 25
"""Time after which no further document is measured."""
_LARGE = 500_000
"""Size in bytes from which documents are not measured, because they take too long."""
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
servers: [{url: 'https://acme.test'}]
paths:
  /items:
    get:
      parameters: [{name: count, in: query, required: true, schema: {type: integer}}]
      responses: {'200': {description: Ok, content: {application/json: {schema: {type: string}}}}}
    post: {responses: {'204': {description: Done.}}}
"""


@pytest.mark.slow(seconds=30)
def test_accepted_arguments_are_sent(shared: Path) -> None:
    """To measure all documents, run `python -m tests.corpus.sendable`."""
    items = [item for item in documents() if item.path.is_relative_to(shared)]
    small = [item for item in items if item.path.stat().st_size < _LARGE]
    random.Random(7).shuffle(small)
    end = time.monotonic() + _SECONDS
    calls, failures = 0, []
    for document in small:
        result = measure_calls(document, slice(0, 200, 10), examples=3)
        calls += result.calls
        failures += [(document.label, *item) for item in result.failures]
        if calls > 50 and time.monotonic() > end:
            break
    assert calls > 50
    assert failures == []


def test_calls_are_counted(tmp_path: Path) -> None:
    (tmp_path / "acme.yaml").write_text(DOCUMENT)
    document = Document("counted", tmp_path / "acme.yaml")
    assert measure_calls(document, slice(None), examples=3) == (4, [])


def test_failures_are_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "acme.yaml").write_text(DOCUMENT)
    document = Document("failing", tmp_path / "acme.yaml")
    monkeypatch.setattr(
        "tests.corpus.sendable.argument_strategies",
        lambda client, method: st.just(((), {"count": object()})),
    )
    result = measure_calls(document, slice(0, 1), examples=1)
    assert result.calls == 1
    assert [item.call for item in result.failures] == ["items.retrieve"]
