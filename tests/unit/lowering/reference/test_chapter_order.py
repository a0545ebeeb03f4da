"""Tests of the chapter order, and of the migration page."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.lowering import lower_reference
from generator.pipeline import build

DOCUMENT = """\
openapi: 3.1.0
info: {title: Acme, version: '1'}
paths:
  /cats: {get: {operationId: listCats, responses: {'204': {description: Done.}}}}
  /ants:
    get: {operationId: listAnts, responses: {'204': {description: Done.}}}
    post:
      operationId: createAnt
      responses: {'204': {description: Done.}}
      x-oaiMeta: {name: Create ant, beta: true}
  /bees: {get: {operationId: listBees, responses: {'204': {description: Done.}}}}
x-oaiMeta:
  groups:
    - id: ants
      title: Ants
      sections:
        - {type: endpoint, key: createAnt}
        - {type: endpoint, key: listAnts}
    - {id: bees, title: Bees, sections: [{type: endpoint, key: listBees}]}
"""


def test_group_sections_define_the_order(tmp_path: Path) -> None:
    (tmp_path / "api.yaml").write_text(DOCUMENT, encoding="utf-8")
    config = Config(
        package="acme", client="Acme", specs=("api.yaml",), directory=tmp_path
    )
    generated = build(config, Diagnostics())
    paths = [
        (item.method, item.path)
        for page in lower_reference(generated.api, generated.package).pages
        for item in page.operations
    ]
    assert paths == [
        ("POST", "/ants"),
        ("GET", "/ants"),
        ("GET", "/bees"),
        ("GET", "/cats"),
    ]
    assert "| *Beta.* Create ant |" in generated.files["docs/README.md"].decode()


@pytest.mark.parametrize(
    ("package", "source", "page"),
    [
        ("acme_client", "from acme import Acme\nAcme().ants.create()", True),
        ("acme", "from acme import Acme\nAcme().ants.create()", False),
        ("acme_client", "client.ants.create()", False),
    ],
)
def test_migration_page_requires_samples_of_another_package(
    tmp_path: Path, package: str, source: str, page: bool
) -> None:
    text = DOCUMENT.replace(
        "x-oaiMeta: {name: Create ant, beta: true}",
        f"x-codeSamples: [{{lang: python, source: {json.dumps(source)}}}]",
    )
    (tmp_path / "api.yaml").write_text(text, encoding="utf-8")
    config = Config(
        package=package, client="Ants", specs=("api.yaml",), directory=tmp_path
    )
    files = build(config, Diagnostics()).files
    assert ("docs/coming-from-acme.md" in files) is page
    config = replace(config, coming_from="other_sdk")
    named = build(config, Diagnostics()).files["docs/coming-from-other-sdk.md"]
    assert named.startswith(b"# Migrating from `other_sdk`\n")
    assert b"The Python samples" not in named
    index = files["docs/README.md"].decode()
    assert ("[Migrating from `acme`](coming-from-acme.md)" in index) is page
