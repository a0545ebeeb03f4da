"""Clients of small documents, local servers, and checks of the types of callers."""

from __future__ import annotations

import itertools
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.clients import generate, import_from
from tests.unit.runtime.conftest import serve  # a fixture

_numbers = itertools.count()


@pytest.fixture
def client_of(tmp_path: Path) -> Callable[..., ModuleType]:
    """Return a function that generates and imports the client of a document.

    The client class is `Acme`. Settings are given as keyword arguments.
    """

    def create(document: str, **settings: Any) -> ModuleType:
        name = f"document_client_{next(_numbers)}"
        spec = tmp_path / "openapi.yaml"
        spec.write_text(document, encoding="utf-8")
        generate(spec, tmp_path / name, name, **settings)
        return import_from(tmp_path / name, name)

    return create


@pytest.fixture
def wrong_lines(tmp_path: Path) -> Callable[..., set[int]]:
    """Return a function that type-checks a caller of a client in strict mode.

    It returns the numbers of the lines that mypy rejects, and fails if pyright rejects
    other lines, or if either of them rejects a line of the client. The runtime is the same
    in every client and is checked by `tests/typing`; pyright takes most of its time for it.
    """

    def check(client: ModuleType, caller: str) -> set[int]:
        # The same name in every test, so that mypy can use its results for the runtime.
        package = tmp_path / "typed" / "acme_client"
        folder = package.parent
        shutil.rmtree(folder, ignore_errors=True)
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(Path(str(client.__file__)).parent, package, ignore=ignored)
        (folder / "caller.py").write_text(caller, encoding="utf-8")
        (folder / "pyrightconfig.json").write_text('{"strict": ["caller.py"]}')
        own = [
            f"{package.name}/{path.name}"
            for path in sorted(package.iterdir())
            if path.suffix == ".py" or path.name in ("resources", "types")
        ]
        mypy = _rejected(folder, "mypy", "--strict", "--no-error-summary", package.name)
        pyright = _rejected(folder, "pyright", "--pythonpath", sys.executable, *own)
        assert mypy == pyright
        return mypy

    return check


def _rejected(folder: Path, *command: str) -> set[int]:
    process = subprocess.run(
        [sys.executable, "-m", *command, "caller.py"],
        cwd=folder,
        capture_output=True,
        text=True,
    )
    # A whole file, such as one that is too complex, is reported without a line.
    pattern = r"(\S+\.py)(?::(\d+)(?::\d+)?)?(?: -|:) error"
    errors = re.findall(pattern, process.stdout)
    elsewhere = [file for file, _ in errors if not file.endswith("caller.py")]
    assert elsewhere == [], process.stdout
    assert bool(errors) == bool(process.returncode), process.stdout + process.stderr
    return {int(line or 0) for _, line in errors}


def marked_lines(caller: str) -> set[int]:
    """Return the numbers of the lines that end in `# wrong`."""
    lines = caller.splitlines()
    return {number for number, line in enumerate(lines, 1) if line.endswith("# wrong")}
