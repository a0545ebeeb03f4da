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
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

import generator.runtime
from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.lowering.python.identifiers import MODEL_ATTRIBUTES
from generator.model.operations import Operation
from generator.openapi.media_types import is_json
from generator.pipeline import Generated, build
from generator.python.types import ModelClass
from generator.runtime.models.base import BaseModel
from tests.robustness.hostile import worker
from tests.robustness.hostile.names import Json, documents
from tests.robustness.hostile.shadows import identifiers, shadows

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


def _document(title: str = "Shop", /, **schemas: Any) -> Json:
    """A document that answers with each of some schemas, and is sent it."""
    refs = {name: {"$ref": f"#/components/schemas/{name}"} for name in schemas}
    content = {
        name: {"application/json": {"schema": ref}} for name, ref in refs.items()
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": title, "version": "1"},
        "paths": {
            f"/things{number}": {
                "post": {
                    "requestBody": {"required": True, "content": content[name]},
                    "responses": {"200": {"description": "", "content": content[name]}},
                }
            }
            for number, name in enumerate(schemas)
        },
        "components": {"schemas": schemas},
    }


def _object(*names: str, type_: str = "string") -> Json:
    properties = {name: {"type": type_} for name in names}
    return {"type": "object", "required": list(names), "properties": properties}


@pytest.mark.parametrize(
    "title",
    ["API", "cached property", "MockAPI", "Path", "Stream", "TYPE CHECKING", "Omit"]
    + ["", "\n", "用户", "json", "None", "test", "x" * 300, "3", "Async", "AsyncAPI"],
)
def test_any_title_makes_a_client(title: str, callers: Callers) -> None:
    document = _document(title, Thing=_object("id"), AsyncThing=_object("id"))
    assert list(faults(document, callers)) == []


@pytest.mark.parametrize(
    "names",
    [
        ("用户", "É", "E\u0301tat"),
        ("ﬁ", "fi", "Fi"),
        ("ℼ", "℘x", "नमस्ते", "İ", "ß"),
        ("A", "A2", "a", "A 2"),
        ("Sync", "SyncPage", "RawResource", "Things", "ThingsRaw", "Things0"),
        ("BaseModel", "Any", "Literal", "TypedDict", "Endpoint", "Omit"),
    ],
    ids=lambda names: names[0],
)
def test_any_schema_can_be_used(names: tuple[str, ...], callers: Callers) -> None:
    schemas = {name: _object("id", name) for name in names}
    assert list(faults(_document("Shop", **schemas), callers)) == []


@pytest.mark.parametrize("name", sorted(MODEL_ATTRIBUTES) + ["__class__", "self"])
def test_any_property_can_be_read(name: str) -> None:
    made = generated(_document(Thing=_object(name, "id", type_="integer")))
    (model,) = (item for module in made.package.types for item in module.items)
    assert isinstance(model, ModelClass)
    fields = {field.key: field.name for field in model.fields}
    assert fields[name] not in dir(BaseModel)
    assert fields["id"] == "id"


def test_integers_that_checkers_cannot_read_are_no_literals(callers: Callers) -> None:
    beyond = [2**63, -(2**63) - 1, 10**400]
    for number in beyond:
        document = _document(Big={"enum": [1, number]}, Same={"const": number})
        made = generated(document)
        texts = [
            text.decode() for path, text in made.files.items() if "/types/" in path
        ]
        assert not any(str(number) in text for text in texts)
        assert list(faults(document, callers)) == []


@pytest.mark.parametrize(
    "paths",
    [("/foo_bar2", "/fooBar_2"), ("/x" + "y" * 300, "/x" + "y" * 299), ("/1", "/01")]
    + [("/用户", "/日本語"), ("/fi", "/ﬁ"), ("/straße", "/strasse"), ("/con", "/nul")]
    + [("/thing", "/thing/raw", "/thing/streaming", "/async_thing")],
    ids=lambda paths: paths[0][:12],
)
def test_any_paths_make_resources(paths: tuple[str, ...], callers: Callers) -> None:
    done = {"responses": {"204": {"description": ""}}}
    document = {**_document(), "paths": {path: {"get": done} for path in paths}}
    assert len(generated(document).package.calls) == len(paths)
    assert list(faults(document, callers)) == []


def test_a_version_goes_on_one_line() -> None:
    document = _document(Thing=_object("id"))
    document["info"]["version"] = "1.0\nbeta\t2 é\x00"
    made = generated(document)
    assert made.package.client.version == "1.0 beta 2 e"


_quick = settings(
    max_examples=12,
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
