"""Check the types of callers of clients with mypy, and with pyright many at a time."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from tests.typing.cached_mypy import set_times

GROUP = 20
"""Number of callers for one run of pyright, which starts as slowly as it checks one."""
_PACKAGE = "acme_client"
"""The same name in every folder, so that mypy can use its results for the runtime."""


def checked_paths(checker: str, directory: Path) -> list[str]:
    """Return the paths below a directory that a checker must check.

    The runtime is nearly the same in every client, and other tests check it. pyright takes
    most of its time for it.

    Args:
        checker: Name of the checker.
        directory: Directory with clients and their callers.
    """
    if checker != "pyright":
        return ["."]
    files = sorted(path.relative_to(directory) for path in directory.rglob("*.py"))
    return [str(file) for file in files if "_runtime" not in file.parts]


class TypedCallers:
    """Callers that pyright must judge as mypy did.

    Args:
        folder: Empty folder for the clients and their callers.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._number = 0
        self._expected: dict[str, tuple[str, set[int]]] = {}

    def add(self, test: str, package: Path, caller: str) -> set[int]:
        """Check a caller with mypy now, and with pyright when there are enough of them.

        Args:
            test: Name of the test, for messages of pyright.
            package: Folder of the client.
            caller: Source of the caller.

        Returns:
            The numbers of the lines that mypy rejects.

        Raises:
            AssertionError: mypy rejects a line of the client, or pyright disagrees with mypy
                about one of the callers.
        """
        self._number += 1
        folder = self._folder / str(self._number)
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(package, folder / _PACKAGE, ignore=ignored)
        (folder / "caller.py").write_text(caller, encoding="utf-8")
        set_times(folder)
        mypy = ("mypy", "--strict", "--no-error-summary", _PACKAGE, "caller.py")
        lines = _rejected(folder, *mypy)[""]
        self._expected[folder.name] = (test, lines)
        if len(self._expected) == GROUP:
            self.check_with_pyright()
        return lines

    def check_with_pyright(self) -> None:
        """Check the callers that were added since the last time.

        Raises:
            AssertionError: pyright rejects other lines than mypy, or a line of a client.
        """
        expected, self._expected = self._expected, {}
        if not expected:
            return
        environments = [{"root": name} for name in expected]
        settings = {"strict": ["*/caller.py"], "executionEnvironments": environments}
        (self._folder / "pyrightconfig.json").write_text(json.dumps(settings))
        files = [
            f"{name}/{file}"
            for name in expected
            for file in (*_own_code(self._folder / name), "caller.py")
        ]
        command = ("pyright", "--pythonpath", sys.executable, *files)
        lines = _rejected(self._folder, *command)
        different = {
            test: lines[name]
            for name, (test, of_mypy) in expected.items()
            if lines[name] != of_mypy
        }
        assert not different, f"pyright rejects other lines than mypy: {different}"


def _own_code(folder: Path) -> list[str]:
    """Return the modules and packages of a client beside the runtime."""
    return [
        f"{_PACKAGE}/{path.name}"
        for path in sorted((folder / _PACKAGE).iterdir())
        if path.suffix == ".py" or path.name in ("resources", "types")
    ]


def _rejected(folder: Path, *command: str) -> dict[str, set[int]]:
    """Return the numbers of the rejected lines of each caller, by the name of its folder.

    The name is empty for a caller that is reported with a relative path.
    """
    process = subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True
    )
    # A whole file, such as one that is too complex, is reported without a line.
    pattern = r"(\S+\.py)(?::(\d+)(?::\d+)?)?(?: -|:) error"
    errors = re.findall(pattern, process.stdout)
    elsewhere = [file for file, _ in errors if not file.endswith("caller.py")]
    assert elsewhere == [], process.stdout
    assert bool(errors) == bool(process.returncode), process.stdout + process.stderr
    result: dict[str, set[int]] = defaultdict(set)
    for file, line in errors:
        result[Path(file).parent.name].add(int(line or 0))
    return result
