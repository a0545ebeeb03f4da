"""Clients can be imported, called and read for arbitrary names in documents."""

from __future__ import annotations

import ast
import json
import os
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

pytestmark = pytest.mark.slow(seconds=110)

_RUNTIME = Path(generator.runtime.__file__).parent


class Callers:
    """A process that uses packages one after another."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._number = 0
        # Otherwise the runtime, which all packages share, is compiled for each of them.
        kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        self._process = subprocess.Popen(
            [sys.executable, worker.__file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=kept,
        )

    def use(self, output: Generated) -> list[str]:
        """Return the errors when the client of a document is used."""
        self._number += 1
        root = self._directory / str(self._number)
        write(output, root)
        client = output.config.client
        bodies = {item.id: _body(item) for item in output.api.operations}
        calls = [(call.call, bodies[call.id]) for call in output.package.calls]
        assert self._process.stdin is not None and self._process.stdout is not None
        line = json.dumps([str(root), output.config.package, client, calls])
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        faults: list[str] = json.loads(self._process.stdout.readline())
        shutil.rmtree(root)
        return faults

    def close(self) -> None:
        """Stop the process by closing its input."""
        self._process.communicate(timeout=300)


def _body(operation: Operation) -> object:
    """Return a body for the media type of an operation."""
    body = operation.body
    if body is None or is_json(body.media_type) or "form" in body.media_type:
        return {"a": "b"}
    return "a"


def write(output: Generated, root: Path) -> None:
    """Write a client whose runtime is that of the generator, which is compiled once."""
    package = root / output.config.package
    for path, content in output.files.items():
        if "/_runtime/" not in path:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
    (package / "_runtime").symlink_to(_RUNTIME)


@pytest.fixture(scope="module")
def callers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callers]:
    """Process that all tests of this module share."""
    output = Callers(tmp_path_factory.mktemp("packages"))
    yield output
    output.close()


def generated(document: Json) -> Generated:
    """Return the output for a document."""
    with tempfile.TemporaryDirectory() as directory:
        spec = Path(directory, "spec.json")
        # JSON has no infinity, but numbers that are too large for a float.
        text = json.dumps(document).replace("Infinity", "1e400")
        spec.write_text(text, encoding="utf-8")
        config = Config(specs=(spec.name,), directory=spec.parent)
        return build(config, Diagnostics())


def faults(document: Json, callers: Callers) -> Iterator[str]:
    """Return the errors of the client of a document."""
    output = generated(document)
    yield from _wrong_paths(output)
    for path, content in output.files.items():
        text = content.decode()
        if path.endswith(".py") and "/_runtime/" not in path:
            # The other process compiles each module when it imports it.
            tree = ast.parse(text, path)
            yield from (f"{path}: {fault}" for fault in shadows(tree))
            for name in identifiers(tree):
                if unicodedata.normalize("NFKC", name) != name:
                    yield f"{path}: {name!r} is not what Python reads"
    yield from callers.use(output)


def _wrong_paths(output: Generated) -> Iterator[str]:
    folded = Counter(
        unicodedata.normalize("NFC", path).casefold() for path in output.files
    )
    yield from (f"{path} is written twice" for path, n in folded.items() if n > 1)
    for path in output.files:
        if any(len(part.encode()) > 255 for part in path.split("/")):
            yield f"{path}: a name of more than 255 bytes"
        if len(path) > 150:
            yield f"{path}: {len(path)} characters"


def _document(title: str = "Shop", /, **schemas: Any) -> Json:
    """Return a document that sends and receives each of some schemas."""
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
    [
        "API",
        "cached property",
        "MockAPI",
        "Path",
        "Stream",
        "TYPE CHECKING",
        "Omit",
        "",
        "\n",
        "用户",
        "json",
        "None",
        "test",
        "x" * 300,
        "3",
        "Async",
        "AsyncAPI",
    ],
)
def test_client_for_any_title(title: str, callers: Callers) -> None:
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
def test_client_for_any_schema_names(names: tuple[str, ...], callers: Callers) -> None:
    schemas = {name: _object("id", name) for name in names}
    assert list(faults(_document("Shop", **schemas), callers)) == []


@pytest.mark.parametrize("name", [*sorted(MODEL_ATTRIBUTES), "__class__", "self"])
def test_properties_with_any_name_can_be_read(name: str) -> None:
    output = generated(_document(Thing=_object(name, "id", type_="integer")))
    (model,) = (item for module in output.package.types for item in module.items)
    assert isinstance(model, ModelClass)
    fields = {field.key: field.name for field in model.fields}
    assert fields[name] not in dir(BaseModel)
    assert fields["id"] == "id"


def test_very_long_integers_are_not_literals(callers: Callers) -> None:
    beyond = [2**63, -(2**63) - 1, 10**400]
    for number in beyond:
        document = _document(Big={"enum": [1, number]}, Same={"const": number})
        output = generated(document)
        texts = [
            text.decode() for path, text in output.files.items() if "/types/" in path
        ]
        assert not any(str(number) in text for text in texts)
        assert list(faults(document, callers)) == []


@pytest.mark.parametrize(
    "paths",
    [
        ("/foo_bar2", "/fooBar_2"),
        ("/x" + "y" * 300, "/x" + "y" * 299),
        ("/1", "/01"),
        ("/用户", "/日本語"),
        ("/fi", "/ﬁ"),
        ("/straße", "/strasse"),
        ("/con", "/nul"),
        ("/thing", "/thing/raw", "/thing/streaming", "/async_thing"),
    ],
    ids=lambda paths: paths[0][:12],
)
def test_resources_for_any_paths(paths: tuple[str, ...], callers: Callers) -> None:
    done = {"responses": {"204": {"description": ""}}}
    document = {**_document(), "paths": {path: {"get": done} for path in paths}}
    assert len(generated(document).package.calls) == len(paths)
    assert list(faults(document, callers)) == []


@pytest.mark.parametrize(
    "name",
    ["int", "str", "float", "dict", "httpx2", "super", "cached_property", "overload"],
)
def test_credentials_do_not_hide_what_the_client_uses(
    name: str, callers: Callers
) -> None:
    flows = {"clientCredentials": {"tokenUrl": "https://a.test", "scopes": {}}}
    document = _document(Thing=_object("id"))
    document["components"]["securitySchemes"] = {
        "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
        name: {"type": "oauth2", "flows": flows},
    }
    assert list(faults(document, callers)) == []


def test_version_is_one_line() -> None:
    document = _document(Thing=_object("id"))
    document["info"]["version"] = "1.0\nbeta\t2 é\x00"
    output = generated(document)
    assert output.package.client.version == "1.0 beta 2 e"


_quick = settings(
    max_examples=12,
    derandomize=True,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@_quick
@given(document=documents())
def test_client_for_any_names(document: Json, callers: Callers) -> None:
    assert list(faults(document, callers)) == []


@settings(_quick, max_examples=600)
@given(document=documents())
def test_client_for_many_names(document: Json, callers: Callers) -> None:
    assert list(faults(document, callers)) == []
