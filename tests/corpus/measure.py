"""Generate the client of one document and check it."""

from __future__ import annotations

import hashlib
import importlib
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
from tests.corpus.checkers import PACKAGE, check, imports
from tests.corpus.documents import OWN, ROOT, Document, counts
from tests.corpus.table import Row

_PATIENCE = 300
"""Time limit for the generation in seconds of the processor, however busy it is."""
_TYPED = 10_000_000
"""Maximum size of a document in bytes whose client mypy, pyright and black check."""


def warm_up() -> None:
    """Load modules before the first measurement of a process."""
    importlib.import_module("black")
    build(_config(OWN / "e2e/client" / "shop.yaml"), Diagnostics())


def measure(document: Document, checkers: bool, directory: Path) -> Row:
    """Generate twice, import all modules, and run mypy and black.

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
    row.same = _again(document.path) == digest(output)
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


def _again(path: Path) -> str:
    """Return the digest of the output of a process with another hash seed."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.corpus.measure", str(path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "4711"},
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


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
    if not row.same:
        row.faults.append("a second run gave other bytes")


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
    result = check(directory, memory)
    row.mypy, row.unformatted = map(len, result)
    for tool, lines in result._asdict().items():
        _add_errors(row, tool, lines)


def _add_errors(row: Row, tool: str, lines: list[str]) -> None:
    row.faults += [f"{tool}: {text[-160:]}" for text in lines[:2]]


if __name__ == "__main__":
    with _limited(_PATIENCE):
        print(digest(build(_config(Path(sys.argv[1])), Diagnostics())))
