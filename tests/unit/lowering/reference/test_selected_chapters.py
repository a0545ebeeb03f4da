"""Chapters and types of clients with selected operations."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import build

DOCUMENT = """
openapi: 3.1.0
info: {title: Zoo, version: '1'}
x-oaiMeta:
  groups:
    - id: cats
      title: Cats
      description: All about cats.
      sections:
        - {type: endpoint, key: listCats, path: list}
        - {type: object, key: Cat, path: object}
    - id: dogs
      title: Dogs
      description: All about dogs.
      sections:
        - {type: object, key: DogEvent, path: object}
    - {id: about, title: About, description: Only text., sections: []}
paths:
  /cats:
    get:
      operationId: listCats
      responses:
        '200':
          description: Cats.
          content:
            application/json: {schema: {$ref: '#/components/schemas/Cat'}}
  /birds:
    get:
      operationId: listBirds
      responses: {'204': {description: Birds.}}
components:
  schemas:
    Cat: {type: object, x-oaiMeta: {name: The cat}, properties: {a: {type: string}}}
    DogEvent: {type: object, x-oaiMeta: {name: The dog}, properties: {b: {type: string}}}
"""


@pytest.mark.parametrize(
    ("only", "types", "chapters"),
    [
        ((), {"Cat", "DogEvent"}, {"cats.md", "dogs.md", "about.md", "birds.md"}),
        (("listCats",), {"Cat"}, {"cats.md", "about.md"}),
        (("listBirds",), set(), {"about.md", "birds.md"}),
    ],
)
def test_only_what_selected_operations_use_is_documented(
    tmp_path: Path, only: tuple[str, ...], types: set[str], chapters: set[str]
) -> None:
    (tmp_path / "zoo.yaml").write_text(DOCUMENT, encoding="utf-8")
    config = Config(specs=("zoo.yaml",), directory=tmp_path, only=only)
    generated = build(config, Diagnostics())
    assert generated.package.modules.keys() == types
    pages = {
        path.removeprefix("docs/")
        for path in generated.files
        if path.startswith("docs/") and path.count("/") == 1
    }
    assert pages - {"README.md"} == chapters
