"""One document, generated from and judged."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from generator.config import Config
from generator.diagnostics import Diagnostics, Severity, Unusable
from generator.pipeline import Generated, build
from tests.corpus.documents import Document, counts

_IMPORTS = """
import importlib, pkgutil, sys
sys.path.insert(0, ".")
import corpus_client
for module in pkgutil.walk_packages(corpus_client.__path__, "corpus_client."):
    try:
        importlib.import_module(module.name)
    except Exception as error:
        print(module.name, type(error).__name__, error)
"""


@dataclass(slots=True)
class Row:
    """A line of the table.

    Args:
        label: of the document.
        operations, schemas: in the document, by our own count.
        generated, types: in the client.
        errors, warnings, notes: findings by severity.
        seconds: of the processor, to generate.
        megabytes: of the document.
        modules: emitted.
        broken: modules that do not import.
        mypy, pyright: findings; -1 when not asked.
        unformatted: files that black would change; -1 when not asked.
        same: whether a second run gave the same bytes.
        faults: what is wrong, in words.
    """

    label: str
    operations: int = 0
    schemas: int = 0
    generated: int = 0
    types: int = 0
    errors: int = 0
    warnings: int = 0
    notes: int = 0
    seconds: float = 0.0
    megabytes: float = 0.0
    modules: int = 0
    broken: int = 0
    mypy: int = -1
    pyright: int = -1
    unformatted: int = -1
    same: bool = False
    faults: list[str] = field(default_factory=list)

    def plain(self) -> dict[str, Any]:
        """As JSON values."""
        return asdict(self)


def measure(document: Document, checkers: bool) -> Row:
    """Generates twice, imports everything, and asks the checkers.

    Args:
        document: which.
        checkers: whether mypy, pyright and black are asked; they take most of the time.
    """
    row = Row(document.label)
    row.megabytes = document.path.stat().st_size / 1e6
    row.operations, row.schemas = counts(document.path)
    diagnostics = Diagnostics()
    config = Config(
        package="corpus_client",
        client="Corpus",
        specs=(document.path.name,),
        directory=document.path.parent,
    )
    started = time.process_time()
    try:
        made = build(config, diagnostics)
    except Unusable:
        row.faults.append("nothing was generated")
        _findings(row, diagnostics)
        return row
    except Exception as error:  # a traceback is what the table is there to show
        row.faults.append(f"{type(error).__name__}: {error}"[:200])
        return row
    row.seconds = time.process_time() - started
    _findings(row, diagnostics)
    row.same = build(config, Diagnostics()).files == made.files
    row.generated = len(made.package.calls)
    row.types = sum(len(m.items) for m in (*made.package.types, *made.package.params))
    _judge(row, made, checkers)
    return row


def _findings(row: Row, diagnostics: Diagnostics) -> None:
    row.errors = diagnostics.count(Severity.ERROR)
    row.warnings = diagnostics.count(Severity.WARNING)
    row.notes = diagnostics.count(Severity.NOTE)


def _judge(row: Row, made: Generated, checkers: bool) -> None:
    if row.generated != row.operations:
        row.faults.append(f"{row.generated} of {row.operations} operations")
    if not row.same:
        row.faults.append("a second run gave other bytes")
    directory = Path(tempfile.mkdtemp(prefix="oasmith-corpus-"))
    try:
        for name, content in made.files.items():
            file = directory / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        row.modules = sum(name.endswith(".py") for name in made.files)
        broken = _run([sys.executable, "-c", _IMPORTS], directory).splitlines()
        row.broken = len(broken)
        row.faults += [f"does not import: {line[:160]}" for line in broken[:3]]
        if checkers:
            _check(row, directory)
    finally:
        shutil.rmtree(directory)


def _check(row: Row, directory: Path) -> None:
    tools = [sys.executable, "-m"]
    found = _run([*tools, "mypy", "--strict", "-p", "corpus_client"], directory)
    errors = [line for line in found.splitlines() if ": error:" in line]
    row.mypy = len(errors)
    row.faults += [f"mypy: {line[:160]}" for line in errors[:2]]
    command = [*tools, "pyright", "--pythonpath", sys.executable, "corpus_client"]
    found = _run(command, directory)
    errors = [line for line in found.splitlines() if " - error:" in line]
    row.pyright = len(errors)
    row.faults += [f"pyright: {line.strip()[-160:]}" for line in errors[:2]]
    found = _run([*tools, "black", "--check", "corpus_client"], directory)
    changed = [line for line in found.splitlines() if line.startswith("would reformat")]
    row.unformatted = len(changed)
    row.faults += [line[:160] for line in changed[:2]]


def _run(command: list[str], directory: Path) -> str:
    environment = {**os.environ, "MYPY_CACHE_DIR": str(directory / ".mypy")}
    done = subprocess.run(
        command,
        cwd=directory,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=900,
    )
    return done.stdout
