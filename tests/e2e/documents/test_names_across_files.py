"""Schemas with the same name in several files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import httpx2
import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.emission import write_tree
from generator.pipeline import build
from tests.clients import import_from
from tests.e2e.documents.conftest import marked_lines

KIND = "Several files declare schemas with the same name."
RESULT = (
    "The schema of the entry document keeps the name; those of other files get a number, "
    "in the order in which they are referred to, with a note."
)
ENTRY = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
servers: [{url: 'https://acme.test'}]
paths:
  /ants:
    get:
      operationId: listAnts
      responses:
        '200':
          description: Ants.
          content:
            application/json:
              schema:
                type: object
                required: [own, second, first]
                properties:
                  own: {$ref: '#/components/schemas/Ant'}
                  second: {$ref: 'z.yaml#/components/schemas/Ant'}
                  first: {$ref: 'a.yaml#/components/schemas/Ant'}
components:
  schemas:
    Ant: {type: object, required: [own], properties: {own: {type: string}}}
    Bee: {$ref: 'declared.yaml'}
"""
FILES = {
    "main.yaml": ENTRY,
    "a.yaml": """
components:
  schemas:
    Ant: {type: object, required: [a], properties: {a: {type: integer}}}
    Bee: {type: string}
""",
    "z.yaml": """
components:
  schemas:
    Ant: {type: object, required: [z, bee], properties: {z: {type: integer}, bee: {$ref: '#/components/schemas/bee'}}}
    bee: {type: object, properties: {sting: {type: string}}}
""",
    "declared.yaml": "type: object\nrequired: [size]\nproperties: {size: {type: integer}}\n",
}


@pytest.fixture
def generated(tmp_path: Path) -> tuple[ModuleType, list[str]]:
    """Return the client of the files, and the messages about equal names."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    package = f"names_across_files_{tmp_path.name.rpartition('-')[2][-24:]}"
    config = Config(
        package=package,
        client="Acme",
        specs=("main.yaml",),
        directory=tmp_path,
        unused_types=True,
    )
    diagnostics = Diagnostics()
    result = build(config, diagnostics)
    write_tree(result.files, result.manifest, tmp_path / "out", force=False)
    messages = [item.message for item in diagnostics if item.rule.code == "same-name"]
    return import_from(tmp_path / "out", package), messages


def test_entry_document_keeps_its_names(
    generated: tuple[ModuleType, list[str]],
) -> None:
    package, messages = generated
    types = package.types
    assert set(types.Ant.__annotations__) == {"own"}
    assert set(types.Ant2.__annotations__) == {"z", "bee"}
    assert set(types.Ant3.__annotations__) == {"a"}
    assert set(types.Bee.__annotations__) == {"size"}
    assert set(types.Bee2.__annotations__) == {"sting"}
    assert sorted(messages) == [
        "'Ant' is generated as Ant2",
        "'Ant' is generated as Ant3",
        "'bee' is generated as Bee2",
    ]


def test_responses_have_the_classes_of_their_files(
    generated: tuple[ModuleType, list[str]],
) -> None:
    package, _ = generated
    body = {
        "own": {"own": "o"},
        "second": {"z": 1, "bee": {"sting": "s"}},
        "first": {"a": 2},
    }

    def respond(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, json=body)

    http = httpx2.Client(transport=httpx2.MockTransport(respond))
    ants = package.Acme(http_client=http).ants.list()
    types = package.types
    assert type(ants.own) is types.Ant
    assert type(ants.second) is types.Ant2
    assert type(ants.second.bee) is types.Bee2
    assert type(ants.first) is types.Ant3


@pytest.mark.slow
def test_types(
    generated: tuple[ModuleType, list[str]], wrong_lines: Callable[..., set[int]]
) -> None:
    caller = """
from acme_client import Acme

ants = Acme().ants.list()
ants.own.own.upper()
print(ants.second.z + 1, ants.first.a + 1)
ants.first.own  # wrong
"""
    assert wrong_lines(generated[0], caller) == marked_lines(caller)
