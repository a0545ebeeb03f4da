"""Clients of all documents are complete, importable and correctly typed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import Generated, build, runtime_files
from tests.corpus.documents import counts
from tests.robustness.flavours.documents import Files, flavours, many_operations

pytestmark = pytest.mark.slow

FLAVOURS = flavours()
each = pytest.mark.parametrize("name", FLAVOURS)

_RUNTIME = "runtime_of_all"
_IMPORTS = """
import importlib, pkgutil, sys
failed = False
for package in sys.argv[1:]:
    names = [package]
    for module in pkgutil.walk_packages([package], package + "."):
        names.append(module.name)
    for name in names:
        try:
            importlib.import_module(name)
        except Exception as error:
            failed = True
            print(name, type(error).__name__, error)
sys.exit(failed)
"""


def package_of(name: str) -> str:
    return f"of_{name.replace('-', '_').replace('.', '_')}"


def generate(name: str, files: Files, folder: Path) -> Generated:
    for file, text in files.items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    config = Config(
        package=package_of(name), client="Acme", specs=_roots(files), directory=folder
    )
    return build(config, Diagnostics())


def _roots(files: Files) -> tuple[str, ...]:
    return tuple(
        name
        for name, text in files.items()
        if re.search(r"^\W*(openapi|swagger)\W", text, re.MULTILINE)
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("flavours")


@pytest.fixture(scope="module")
def output(folder: Path) -> dict[str, Generated]:
    return {
        name: generate(name, files, folder / "documents" / name)
        for name, files in FLAVOURS.items()
    }


@pytest.fixture(scope="module")
def packages(output: dict[str, Generated], folder: Path) -> Path:
    """Generate all packages in one folder with one shared runtime."""
    written = folder / "packages"
    runtime = runtime_files("x/_runtime")
    for path, text in runtime.items():
        _write(written / path.replace("x/_runtime", _RUNTIME, 1), text)
    for generated in output.values():
        for path, content in generated.files.items():
            if path.endswith(".py") and "/_runtime/" not in path:
                _write(written / path, _with_shared_runtime(content.decode()))
    return written


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _with_shared_runtime(text: str) -> str:
    text = re.sub(
        r"from (\.+) import _runtime, _wrappers\b",
        rf"import {_RUNTIME} as _runtime; from \1 import _wrappers",
        text,
    )
    text = re.sub(r"from \.+ import _runtime\b", f"import {_RUNTIME} as _runtime", text)
    return re.sub(r"from \.+_runtime\b", f"from {_RUNTIME}", text)


@each
def test_all_operations_are_in_the_client(
    name: str, output: dict[str, Generated], folder: Path
) -> None:
    counted = sum(
        counts(folder / "documents" / name / root)[0] for root in _roots(FLAVOURS[name])
    )
    calls = [call.call for call in output[name].package.calls]
    assert len(calls) == counted
    assert len(set(calls)) == counted


def test_all_modules_can_be_imported(packages: Path) -> None:
    names = [package_of(name) for name in FLAVOURS]
    command = [sys.executable, "-c", _IMPORTS, *names]
    done = subprocess.run(command, cwd=packages, capture_output=True, text=True)
    assert done.stdout + done.stderr == ""


def test_type_checkers_report_no_errors(packages: Path) -> None:
    names = [part for name in FLAVOURS for part in ("-p", package_of(name))]
    command = [sys.executable, "-m", "mypy", "--strict", *names]
    done = subprocess.run(command, cwd=packages, capture_output=True, text=True)
    assert done.stdout.startswith("Success: no issues found"), done.stdout


def test_output_is_the_same_in_another_process(
    output: dict[str, Generated], folder: Path
) -> None:
    program = """if 1:
        import hashlib, json, sys
        from pathlib import Path
        from tests.robustness.flavours.test_flavours import FLAVOURS, hashes, generate
        print(json.dumps({
            name: hashes(generate(name, files, Path(sys.argv[1], name)))
            for name, files in FLAVOURS.items()
        }))
    """
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder / "again")],
        env={**os.environ, "PYTHONHASHSEED": "4711"},
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        name: hashes(item) for name, item in output.items()
    }


def hashes(generated: Generated) -> dict[str, str]:
    """Return the digest of each file by its path."""
    return dict(generated.manifest.files)


def test_document_with_eleven_thousand_operations(tmp_path: Path) -> None:
    files = many_operations(11_000)
    started = time.process_time()
    generated = generate("many", files, tmp_path)
    assert len({call.call for call in generated.package.calls}) == 11_000
    # Seconds; ten times the duration on an idle machine.
    assert time.process_time() - started < 60
