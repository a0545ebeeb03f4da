"""Rows of earlier runs, so that a run that was stopped can be continued."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from generator.fingerprint import fingerprint
from tests.corpus.documents import ROOT, Document
from tests.corpus.table import Row


class Records:
    """Rows in a file, with one line of JSON for each.

    A row is used again if the generator, the program that measures, the versions of the
    checkers and the document are the same.

    Args:
        file: the file, which need not exist.
        checkers: whether the rows are from runs with mypy, pyright and black.
    """

    def __init__(self, file: Path, checkers: bool) -> None:
        self._file = file
        self._start = f"{tools_digest()} {checkers} "
        self._rows: dict[str, Row] = {}
        # The last line has no end if the run was stopped while it was written.
        content = file.read_bytes() if file.is_file() else b""
        lines = content.split(b"\n")[:-1]
        for line in lines:
            record = json.loads(line)
            self._rows[record["key"]] = Row(**record["row"])
        if content[-1:] not in (b"", b"\n"):
            file.write_bytes(b"\n".join([*lines, b""]))

    def row(self, document: Document) -> Row | None:
        """Return a copy of the row of a document, or `None` if it was not measured."""
        row = self._rows.get(self._key(document))
        return replace(row, faults=list(row.faults)) if row else None

    def add(self, documents: Iterable[Document], rows: Iterable[Row]) -> None:
        """Append the rows of documents to the file."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with self._file.open("a", encoding="utf-8") as file:
            for document, row in zip(documents, rows, strict=True):
                record = {"key": self._key(document), "row": row.plain()}
                file.write(json.dumps(record) + "\n")

    def _key(self, document: Document) -> str:
        content = hashlib.sha256(document.path.read_bytes()).hexdigest()
        return f"{self._start}{document.label} {content}"


def tools_digest() -> str:
    """Return a digest of the generator, this package and the locked dependencies."""
    digest = hashlib.sha256(fingerprint().encode())
    for file in (*sorted(Path(__file__).parent.glob("*.py")), _LOCK):
        digest.update(file.read_bytes())
    return digest.hexdigest()


_LOCK = ROOT / ".requirements/dev.txt"
