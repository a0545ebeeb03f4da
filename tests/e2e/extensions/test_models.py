"""Own classes for models: typed, created by the client, and reported when they break."""

from __future__ import annotations

import pickle
import subprocess
import sys
import typing
from importlib import import_module
from pathlib import Path

import pytest

from generator.cli.commands import main
from tests.clients import import_from
from tests.typing.typed_callers import checked_paths

pytestmark = pytest.mark.slow

DOCUMENT = """\
openapi: 3.1.0
info: {title: Zoo, version: '1'}
servers: [{url: https://zoo.example}]
paths:
  /animals:
    get:
      operationId: listAnimals
      tags: [animals]
      parameters: [{name: after, in: query, schema: {type: string}}]
      responses:
        '200':
          description: Animals.
          content:
            application/json:
              schema:
                type: object
                required: [data, has_more]
                properties:
                  data: {type: array, items: {$ref: '#/components/schemas/Animal'}}
                  has_more: {type: boolean}
                  last_id: {type: string}
  /animals/{id}:
    get:
      operationId: getAnimal
      tags: [animals]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        '200':
          description: Animal.
          content:
            application/json: {schema: {$ref: '#/components/schemas/Animal'}}
components:
  schemas:
    Animal:
      type: object
      required: [id, name]
      properties:
        id: {type: string}
        name: {type: string}
        parents: {type: array, items: {$ref: '#/components/schemas/Animal'}}
        home: {$ref: '#/components/schemas/Home'}
    Home:
      type: object
      required: [street]
      properties: {street: {type: string}}
"""
OWN = """\
from ..types import animals


class Animal(animals.Animal):
    @property
    def label(self) -> str:
        return f"{self.name} ({self.id})"

    def ancestors(self) -> "list[Animal]":
        parents = self.parents or []
        return [*parents, *(each for item in parents for each in item.ancestors())]


class ZooHome(animals.Home):
    def lines(self) -> list[str]:
        return self.street.split(", ")


class ListAnimalsPage(animals.ListAnimalsPage):
    def labels(self) -> list[str]:
        return [item.label for item in self.data]
"""
CALLER = """\
from typing_extensions import assert_type

from zoo_client import AsyncZoo, Zoo
from zoo_client.types import Animal, Home


def call(client: Zoo) -> None:
    animal = client.animals.retrieve("1")
    assert_type(animal.label, str)
    assert_type(animal.ancestors(), list[Animal])
    assert_type(animal.home, Home | None)
    if animal.home is not None:
        assert_type(animal.home.lines(), list[str])
    assert_type(client.animals.list().labels(), list[str])
    assert_type(Animal(id="1", name="Tom").label, str)


async def call_async(client: AsyncZoo) -> None:
    assert_type((await client.animals.retrieve("1")).label, str)
    async for animal in client.animals.list():
        assert_type(animal.label, str)
"""
ANIMAL = {"id": "1", "name": "Leo", "parents": [{"id": "2", "name": "Ann"}]}


def generate(
    directory: Path,
    own: str = OWN,
    package: str = "zoo_client",
    document: str = DOCUMENT,
) -> tuple[int, str]:
    from click.testing import CliRunner

    (directory / "openapi.yaml").write_text(document)
    folder = directory / "client" / package / "ext"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "__init__.py").touch()
    (folder / "models.py").write_text(own)
    arguments = ["generate", str(directory / "openapi.yaml"), "--package", package]
    result = CliRunner().invoke(
        main, [*arguments, "--output", str(directory / "client")]
    )
    return result.exit_code, result.output


def test_responses_are_instances_of_own_classes(tmp_path: Path) -> None:
    code, output = generate(tmp_path, package="zoo_instances")
    assert code == 0, output
    package = import_from(tmp_path / "client", "zoo_instances")
    types = package.types
    mock = import_module("zoo_instances.testing").MockAPI()
    mock.respond("animals.retrieve", json={**ANIMAL, "home": {"street": "A 1, B"}})
    mock.respond("animals.list", json={"data": [ANIMAL], "has_more": False})
    client = package.Zoo(http_client=mock.client())

    animal = client.animals.retrieve("1")
    own = sys.modules["zoo_instances.ext.models"]
    assert type(animal) is own.Animal is types.Animal
    assert animal.label == "Leo (1)"
    assert [item.label for item in animal.ancestors()] == ["Ann (2)"]
    assert types.Home is own.ZooHome
    assert animal.home.lines() == ["A 1", "B"]
    page = client.animals.list()
    assert page.labels() == ["Leo (1)"]
    assert [item.label for item in page] == ["Leo (1)"]
    assert typing.get_type_hints(types.Animal)["home"] == own.ZooHome | None
    assert pickle.loads(pickle.dumps(animal)).label == "Leo (1)"


def test_members_of_responses_do_not_hide_methods(tmp_path: Path) -> None:
    assert generate(tmp_path, package="zoo_members")[0] == 0
    package = import_from(tmp_path / "client", "zoo_members")
    data = {**ANIMAL, "ancestors": "none", "label": "x"}
    animal = package.types.Animal.from_dict(data)
    assert animal.label == "Leo (1)"
    assert len(animal.ancestors()) == 1
    assert animal.to_dict() == data


def test_cached_property_is_rejected(tmp_path: Path) -> None:
    own = OWN.replace("@property", "@cached_property")
    own = f"from functools import cached_property\n{own}"
    assert generate(tmp_path, own, "zoo_cached")[0] == 0
    package = import_from(tmp_path / "client", "zoo_cached")
    with pytest.raises(TypeError, match="Animal.label is a cached_property"):
        _ = package.types.Animal


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("animals.Home", "animals.Den", "has no 'Den'"),
        ("def label", "def name", "has the generated attribute 'name', too"),
        (
            "class ZooHome(animals.Home)",
            "class Home(types.Home)",
            "from ..types import",
        ),
        (
            "animals.ListAnimalsPage",
            "animals.ListAnimalsResponse",
            "is the base class of pages",
        ),
        ("class ZooHome(animals.Home)", "class Other(animals.Animal)", "second class"),
    ],
)
def test_problems_are_reported(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    assert generate(tmp_path)[0] == 0
    assert old in OWN
    own = OWN.replace(old, new)
    code, output = generate(tmp_path, f"from .. import types\n{own}")
    assert code != 0 and message in output, output


def test_output_without_own_models_is_restored(tmp_path: Path) -> None:
    assert generate(tmp_path, "")[0] == 0
    folder = tmp_path / "client/zoo_client/types"
    before = {path.name: path.read_bytes() for path in folder.glob("*.py")}
    assert generate(tmp_path)[0] == 0
    assert before != {path.name: path.read_bytes() for path in folder.glob("*.py")}
    assert generate(tmp_path, "")[0] == 0
    assert before == {path.name: path.read_bytes() for path in folder.glob("*.py")}


@pytest.mark.parametrize(
    "checker",
    ["mypy --strict", f"pyright --pythonpath {sys.executable}", "black --check -q"],
)
def test_own_models_are_typed(tmp_path: Path, checker: str) -> None:
    assert generate(tmp_path)[0] == 0
    (tmp_path / "client/caller.py").write_text(CALLER)
    name, *flags = checker.split()
    paths = checked_paths(name, tmp_path / "client")
    done = subprocess.run(
        [str(Path(sys.executable).with_name(name)), *flags, *paths],
        cwd=tmp_path / "client",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_own_types_use_unions_of_the_package(tmp_path: Path) -> None:
    document = DOCUMENT.replace(
        "home: {$ref: '#/components/schemas/Home'}",
        "home: {$ref: '#/components/schemas/Place'}",
    )
    document += """\
    Place:
      oneOf: [{$ref: '#/components/schemas/Home'}, {$ref: '#/components/schemas/Cage'}]
    Cage: {type: object, required: [bars], properties: {bars: {type: integer}}}
"""
    own = (
        "from .._runtime import BaseModel\nfrom ..types import Place\n\n\n"
        "class Visit(BaseModel):\n    place: Place\n"
    )
    code, output = generate(tmp_path, own, "zoo_unions", document)
    assert code == 0, output
    import_from(tmp_path / "client", "zoo_unions")
    visit = import_module("zoo_unions.ext.models").Visit
    place = visit.from_dict({"place": {"bars": 3}}).place
    assert (type(place).__name__, place.bars) == ("Cage", 3)
