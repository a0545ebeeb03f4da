"""Documents are measured in groups, and a run that was stopped is continued."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from tests.corpus import processes
from tests.corpus.documents import Document
from tests.corpus.processes import LOST, grouped, measure_all, measure_group
from tests.corpus.records import Records
from tests.corpus.table import Row

pytestmark = pytest.mark.slow


@pytest.fixture
def documents(tmp_path: Path) -> list[Document]:
    """Three documents without operations."""
    names = ["a.yaml", "b.yaml", "c.yaml"]
    for name in names:
        text = f'openapi: 3.1.1\ninfo: {{title: {name}, version: "1"}}\npaths: {{}}\n'
        (tmp_path / name).write_text(text, "utf-8")
    return [Document(name, tmp_path / name) for name in names]


def test_groups_are_limited_by_number_and_size(tmp_path: Path) -> None:
    sizes = [5_000_000, 2_100_000, 600_000, 600_000, *[1] * 22]
    documents = []
    for number, size in enumerate(sizes):
        path = tmp_path / f"{number:02}"
        path.write_bytes(b" " * size)
        documents.append(Document(path.name, path))
    groups = grouped(documents)
    assert list(map(len, groups)) == [1, 2, 20, 3]
    assert [item for group in groups for item in group] == documents


def test_rows_have_the_order_of_the_documents(
    documents: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "_GROUP", 1)
    rows = measure_all(documents, False, jobs=2)
    assert [row.label for row in rows] == ["a.yaml", "b.yaml", "c.yaml"]
    assert [row.faults for row in rows] == [[], [], []]
    assert all(row.same for row in rows)


def _slow(group: list[Document], checkers: bool, directory: Path) -> list[Row]:
    time.sleep(0.5)
    return [Row(item.label) for item in group]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="other processes import the module")
def test_no_document_is_begun_when_the_time_is_over(
    documents: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "_GROUP", 1)
    monkeypatch.setattr(processes, "measure_group", _slow)
    documents += [Document(f"{number}", documents[0].path) for number in range(20)]
    rows = measure_all(documents, False, jobs=1, seconds=0)
    # Some are in the queue of the executor when the first one is measured.
    assert 1 <= len(rows) < len(documents)


def test_documents_with_a_record_are_not_measured_again(
    documents: list[Document], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "cache/rows.jsonl"
    Records(file, False).add(documents[:1], [Row("a.yaml", faults=["earlier"])])
    measure_all(documents[:2], False, jobs=1, records=Records(file, False))
    assert "2 of 2 documents, 1 with faults" in capsys.readouterr().err
    assert len(file.read_text("utf-8").splitlines()) == 2
    rows = measure_all(documents[:2], False, jobs=1, records=Records(file, False))
    assert [row.faults for row in rows] == [["earlier"], []]
    assert len(file.read_text("utf-8").splitlines()) == 2


def test_records_of_other_runs_are_not_used(
    documents: list[Document], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "rows.jsonl"
    row = Row("a.yaml", operations=3)
    Records(file, True).add(documents[:1], [row])
    assert Records(file, True).row(documents[0]) == row
    assert Records(file, True).row(documents[1]) is None
    assert Records(file, False).row(documents[0]) is None
    documents[0].path.write_text("openapi: 3.1.0\n", "utf-8")
    assert Records(file, True).row(documents[0]) is None
    Records(file, True).add(documents[:1], [row])
    monkeypatch.setattr("tests.corpus.records.tools_digest", lambda: "other")
    assert Records(file, True).row(documents[0]) is None


def test_incomplete_last_record_is_not_used(
    documents: list[Document], tmp_path: Path
) -> None:
    file = tmp_path / "rows.jsonl"
    Records(file, True).add(documents, [Row(item.label) for item in documents])
    file.write_text(file.read_text("utf-8")[:-9], "utf-8")
    assert Records(file, True).row(documents[1]) == Row("b.yaml")
    assert Records(file, True).row(documents[2]) is None
    Records(file, True).add(documents[2:], [Row("c.yaml")])
    assert Records(file, True).row(documents[2]) == Row("c.yaml")
    assert json.loads(file.read_text("utf-8").splitlines()[-1])["row"]["label"]


def _group(group: list[Document], checkers: bool, directory: Path) -> list[Row]:
    """Measure a group, or end the process if it has the document `b.yaml`."""
    if any(item.label == "b.yaml" for item in group):
        os._exit(9)
    return measure_group(group, checkers, directory)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="other processes import the module")
def test_document_that_ends_the_process_is_a_fault(
    documents: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "measure_group", _group)
    rows = measure_all(documents, False, jobs=1)
    assert [row.faults for row in rows] == [[], [LOST], []]
