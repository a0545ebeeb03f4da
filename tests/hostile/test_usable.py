"""Whatever a document calls things, its client can be imported, called and read."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

import generator.runtime
from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.model.operations import Operation
from generator.normalizer.requests import is_json
from generator.pipeline import Generated, build
from tests.hostile import worker
from tests.hostile.names import Json, documents
from tests.hostile.shadows import identifiers, shadows

_RUNTIME = Path(generator.runtime.__file__).parent


class Callers:
    """A process that uses one package after the other."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._number = 0
        self._process = subprocess.Popen(
            [sys.executable, worker.__file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def use(self, made: Generated) -> list[str]:
        """What goes wrong where the client of a document is used."""
        self._number += 1
        root = self._directory / str(self._number)
        write(made, root)
        client = made.config.client
        bodies = {item.id: _body(item) for item in made.api.operations}
        calls = [(call.call, bodies[call.id]) for call in made.package.calls]
        assert self._process.stdin is not None and self._process.stdout is not None
        line = json.dumps([str(root), made.config.package, client, calls])
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        faults: list[str] = json.loads(self._process.stdout.readline())
        shutil.rmtree(root)
        return faults

    def close(self) -> None:
        """Ends the process, which reads until its input ends."""
        self._process.communicate(timeout=30)


def _body(operation: Operation) -> object:
    """A body that can be sent in the media type of an operation."""
    body = operation.body
    if body is None or is_json(body.media_type) or "form" in body.media_type:
        return {"a": "b"}
    return "a"


def write(made: Generated, root: Path) -> None:
    """Writes a client; its runtime is the one of the generator, which is compiled once."""
    package = root / made.config.package
    for path, content in made.files.items():
        if "/_runtime/" not in path:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
    (package / "_runtime").symlink_to(_RUNTIME)


@pytest.fixture(scope="module")
def callers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callers]:
    """The process of this module."""
    made = Callers(tmp_path_factory.mktemp("packages"))
    yield made
    made.close()


def generated(document: Json) -> Generated:
    """What is generated from a document."""
    with tempfile.TemporaryDirectory() as directory:
        spec = Path(directory, "spec.json")
        # JSON has no infinity, but numbers that no float can hold.
        text = json.dumps(document).replace("Infinity", "1e400")
        spec.write_text(text, encoding="utf-8")
        config = Config(specs=(spec.name,), directory=spec.parent)
        return build(config, Diagnostics())


def faults(document: Json, callers: Callers) -> Iterator[str]:
    """What is wrong with the client of a document, in itself or to its callers."""
    made = generated(document)
    if not made.package.calls:
        return  # Nothing that could be called was left.
    yield from _wrong_paths(made)
    for path, content in made.files.items():
        text = content.decode()
        if path.endswith(".py") and "/_runtime/" not in path:
            compile(text, path, "exec")
            yield from (f"{path}: {fault}" for fault in shadows(text))
            for name in identifiers(text):
                if unicodedata.normalize("NFKC", name) != name:
                    yield f"{path}: {name!r} is not what Python reads"
    yield from callers.use(made)


def _wrong_paths(made: Generated) -> Iterator[str]:
    folded = Counter(
        unicodedata.normalize("NFC", path).casefold() for path in made.files
    )
    yield from (f"{path} is written twice" for path, n in folded.items() if n > 1)
    for path in made.files:
        if any(len(part.encode()) > 255 for part in path.split("/")):
            yield f"{path}: a name of more than 255 bytes"
        if len(path) > 150:
            yield f"{path}: {len(path)} characters"


_quick = settings(
    max_examples=25,
    derandomize=True,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@_quick
@given(document=documents())
def test_any_names_make_a_client(document: Json, callers: Callers) -> None:
    assert list(faults(document, callers)) == []


@pytest.mark.slow
@settings(_quick, max_examples=600)
@given(document=documents())
def test_many_names_make_clients(document: Json, callers: Callers) -> None:
    assert list(faults(document, callers)) == []
