"""Generate the client of one document and check it."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from generator.config import Config
from generator.diagnostics import Diagnostics, GenerationError, Severity
from generator.pipeline import Generated, build
from tests.corpus.checkers import PACKAGE, imports, mypy, unformatted
from tests.corpus.documents import OWN, ROOT, Document, counts
from tests.corpus.table import Row

_PATIENCE = 300
"""Time limit for the generation in seconds of the processor, however busy it is."""
_TYPED = 10_000_000
"""Maximum size of a document in bytes whose client mypy, pyright and black check."""


def warm_up() -> None:
    """Load modules before the first measurement of a process."""
    build(_config(OWN / "e2e/client" / "shop.yaml"), Diagnostics())


def measure(document: Document, checkers: bool, directory: Path) -> Row:
    """Generate a client, import all modules, and run mypy and black.

    Args:
        document: The document.
        checkers: Whether to run the checkers; they take most of the time.
        directory: Directory of the packages, which remain, and of the caches of checkers.
    """
    row = Row(document.label)
    row.operations, row.schemas = counts(document.path)
    diagnostics = Diagnostics()
    started = time.process_time()
    try:
        with _limited(_PATIENCE):
            output = build(_config(document.path), diagnostics)
    except GenerationError:
        row.faults.append("nothing was generated")
        _count_diagnostics(row, diagnostics)
        return row
    except Exception as error:  # reported in the table
        row.faults.append(f"{type(error).__name__}: {error}"[:200])
        return row
    row.seconds = time.process_time() - started
    _count_diagnostics(row, diagnostics)
    _count(row, output)
    row.digest = digest(output)
    _judge(row)
    row.directory = Path(tempfile.mkdtemp(dir=directory))
    memory = directory / f"cache-{os.getpid()}"
    is_checked = checkers and document.path.stat().st_size <= _TYPED
    _check(row, output, row.directory, memory if is_checked else None)
    return row


def add_pyright(row: Row, errors: list[str]) -> None:
    """Add the errors of pyright, which checks several packages at a time, to a row."""
    row.pyright = len(errors)
    _add_errors(row, "pyright", errors)


def compare_second_run(documents: list[Document], rows: list[Row]) -> None:
    """Generate clients again in a process with another hash seed, and compare the bytes.

    Args:
        documents: the documents.
        rows: their rows, which get the result.
    """
    pairs = [
        (item, row) for item, row in zip(documents, rows, strict=True) if row.digest
    ]
    digests = _second_digests([str(item.path) for item, _ in pairs])
    for item, row in pairs:
        row.same = digests.get(str(item.path)) == row.digest
        if not row.same:
            row.faults.append("a second run gave other bytes")


def digest(output: Generated) -> str:
    """Return a digest of all generated files."""
    result = hashlib.sha256()
    for path, content in output.files.items():
        result.update(f"{path}\0{len(content)}\0".encode() + content)
    return result.hexdigest()


def _config(path: Path) -> Config:
    # Unused types are emitted, so that every declared schema is checked.
    return Config(
        package=PACKAGE,
        client="Corpus",
        specs=(path.name,),
        directory=path.parent,
        unused_types=True,
    )


def _second_digests(paths: list[str]) -> dict[str, str]:
    """Return the digest of the output for each of several documents."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.corpus.measure", *paths],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "4711"},
        stdout=subprocess.PIPE,
        text=True,
    )
    return dict(zip(paths, done.stdout.split(), strict=False))


@contextmanager
def _limited(seconds: int) -> Iterator[None]:
    """Raise an error after a time of the processor if the system can limit it."""

    def ring(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"not done after {seconds} seconds")

    if not hasattr(signal, "SIGPROF"):
        yield
        return
    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _count_diagnostics(row: Row, diagnostics: Diagnostics) -> None:
    row.errors = diagnostics.count(Severity.ERROR)
    row.warnings = diagnostics.count(Severity.WARNING)
    row.notes = diagnostics.count(Severity.NOTE)


def _count(row: Row, output: Generated) -> None:
    package = output.package
    items = [item for part in (*package.types, *package.params) for item in part.items]
    emitted = {item.name for item in items}
    row.generated = len(package.calls)
    row.types = len(items)
    row.declared = len(
        {
            header.words[0]
            for header in (item.header for item in output.api.declarations)
            if header.declared
            and {package.models[header.key], package.parameters[header.key]} & emitted
        }
    )
    read = output.document.files.values()
    row.megabytes = sum(len(item.source.text.encode()) for item in read) / 1e6
    row.modules = sum(name.endswith(".py") for name in output.files)


def _judge(row: Row) -> None:
    if row.generated != row.operations:
        row.faults.append(f"{row.generated} of {row.operations} operations")
    if row.declared < row.schemas:
        row.faults.append(f"{row.declared} of {row.schemas} schemas")


def _check(row: Row, output: Generated, directory: Path, memory: Path | None) -> None:
    for name, content in output.files.items():
        file = directory / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    broken = imports(directory)
    row.broken = len(broken)
    row.faults += [f"does not import: {line[:160]}" for line in broken[:3]]
    if memory is None:
        return
    errors, files = mypy(directory, memory), unformatted(directory)
    row.mypy, row.unformatted = len(errors), len(files)
    _add_errors(row, "mypy", errors)
    _add_errors(row, "black", files)


def _add_errors(row: Row, tool: str, lines: list[str]) -> None:
    row.faults += [f"{tool}: {text[-160:]}" for text in lines[:2]]


def _print_digests(paths: list[str]) -> None:
    """Print a line for each document: the digest, or the name of the error."""
    for path in paths:
        try:
            with _limited(_PATIENCE):
                print(digest(build(_config(Path(path)), Diagnostics())), flush=True)
        except Exception as error:  # the other documents are generated all the same
            print(type(error).__name__, flush=True)


if __name__ == "__main__":
    _print_digests(sys.argv[1:])
