"""Groups of the document order and label the reference."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
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


def test_sections_of_groups_give_the_order(tmp_path: Path) -> None:
    (tmp_path / "api.yaml").write_text(DOCUMENT, encoding="utf-8")
    config = Config(
        package="acme", client="Acme", specs=("api.yaml",), directory=tmp_path
    )
    made = build(config, Diagnostics())
    paths = [
        (item.method, item.path)
        for page in made.site.resources
        for item in page.operations
    ]
    assert paths == [
        ("POST", "/ants"),
        ("GET", "/ants"),
        ("GET", "/bees"),
        ("GET", "/cats"),
    ]
    assert "| *Beta.* Create ant |" in made.files["docs/README.md"].decode()


@pytest.mark.parametrize(
    ("package", "source", "page"),
    [
        ("acme_client", "from acme import Acme\nAcme().ants.create()", True),
        ("acme", "from acme import Acme\nAcme().ants.create()", False),
        ("acme_client", "client.ants.create()", False),
    ],
)
def test_a_page_for_those_who_come_from_the_package_of_the_samples(
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
    index = files["docs/README.md"].decode()
    assert ("[Coming from `acme`](coming-from-acme.md)" in index) is page


TAGGED = """\
openapi: {version}
info: {{title: Acme, version: '1'}}
paths:
  /ants:
    get: {{tags: [ants], operationId: listAnts, responses: {{'204': {{description: A.}}}}}}
    post: {{tags: [wild], operationId: createAnt, responses: {{'204': {{description: A.}}}}}}
  /bees:
    get: {{tags: [new, bees], operationId: listBees, responses: {{'204': {{description: A.}}}}}}
  /cats:
    get: {{operationId: listCats, responses: {{'204': {{description: A.}}}}}}
"""
NESTED = """\
tags:
  - {name: ants, parent: insects, kind: nav, summary: Ants}
  - {name: new, kind: badge, summary: New}
  - {name: pets, kind: nav, summary: Pets}
  - {name: bees, parent: insects, kind: nav, summary: Bees, description: They hum.}
  - {name: insects, parent: animals, kind: nav, summary: Insects}
  - {name: animals, kind: nav, summary: Animals}
"""
GROUPED = """\
tags:
  - {name: ants, x-displayName: Ants}
  - {name: bees, x-displayName: Bees}
x-tagGroups:
  - {name: Insects, tags: [bees, ants]}
"""


def contents(directory: Path, text: str) -> tuple[list[str], str]:
    """The lines of the contents of a document's reference, and its page of ants."""
    (directory / "api.yaml").write_text(text, encoding="utf-8")
    config = Config(
        package="acme", client="Acme", specs=("api.yaml",), directory=directory
    )
    files = build(config, Diagnostics()).files
    index = files["docs/README.md"].decode()
    _, _, rest = index.partition("## Contents\n")
    lines = rest.partition("## Documentation for API endpoints")[0].splitlines()
    return [line for line in lines if line], files["docs/ants.md"].decode()


def test_tags_of_today_are_chapters(tmp_path: Path) -> None:
    lines, ants = contents(tmp_path, TAGGED.format(version="3.2.0") + NESTED)
    assert lines == [
        "**Animals / Insects**",
        "- [Ants](ants.md#group-ants)",
        "- [Bees](bees.md#group-bees)",
        "- [Wild](ants.md#group-wild)",
        "- [Cats](cats.md)",
    ]
    order = [ants.index(x) for x in ("## Ants", "**GET**", "## Wild", "**POST**")]
    assert order == sorted(order)


def test_tags_of_former_times_are_chapters(tmp_path: Path) -> None:
    lines, _ = contents(tmp_path, TAGGED.format(version="3.1.0") + GROUPED)
    assert lines == [
        "**Insects**",
        "- [Bees](bees.md#group-bees)",
        "- [Ants](ants.md#group-ants)",
        "- [Wild](ants.md#group-wild)",
        "- [Cats](cats.md)",
    ]


def test_tags_in_a_circle_are_chapters(tmp_path: Path) -> None:
    circle = "tags: [{name: ants, parent: bees}, {name: bees, parent: ants}]\n"
    lines, _ = contents(tmp_path, TAGGED.format(version="3.2.0") + circle)
    assert {"- [ants](ants.md#group-ants)", "- [bees](bees.md#group-bees)"} <= {*lines}


META = (
    DOCUMENT.replace(
        "x-oaiMeta:\n",
        """\
components:
  schemas:
    Ant:
      type: object
      properties:
        kind: {$ref: '#/components/schemas/Kind'}
        place: {type: object, x-oaiTypeLabel: map}
      x-oaiMeta: {name: The ant object, example: '{"kind": 5}'}
    Kind: {anyOf: [{type: integer}, {type: string}], x-oaiExpandable: true}
    Egg: {type: object, x-oaiMeta: {name: The egg}}
x-oaiMeta:
  navigationGroups: [{id: old, title: Old ones, legacy: true}, {id: new, title: New ones}]
""",
        1,
    )
    .replace("title: Ants\n", "title: Ants\n      navigationGroup: new\n")
    .replace(
        "{type: endpoint, key: createAnt}",
        "{type: object, key: Ant}\n        - {type: endpoint, key: createAnt}",
    )
)


def test_objects_and_parts_of_groups_are_shown(tmp_path: Path) -> None:
    eggs = """\
    - {id: eggs, title: Eggs, navigationGroup: old, sections: [{type: object, key: Egg}]}
"""
    (tmp_path / "api.yaml").write_text(META + eggs, encoding="utf-8")
    config = Config(
        package="acme", client="Acme", specs=("api.yaml",), directory=tmp_path
    )
    files = build(config, Diagnostics()).files
    index = files["docs/README.md"].decode()
    eggs = index.index("- [Eggs](eggs-objects.md#group-eggs) *Legacy.*")
    assert index.index("**Old ones**") < eggs < index.index("**New ones**")
    page = files["docs/ants.md"].decode()
    assert "| [`Ant`](types/components.md#ant) | The ant object |" in page
    assert "[`Egg`]" in files["docs/eggs-objects.md"].decode()
    types = files["docs/types/components.md"].decode()
    assert "*The ant object.*" in types and '{"kind": 5}' in types
    assert "(*map*)" in types
    assert "One of: int \\| str." in types
