"""Own classes for models of divided modules and for models with earlier names."""

from __future__ import annotations

import subprocess
import sys
import typing
from importlib import import_module
from pathlib import Path

import pytest

from generator.lowering.python import module_parts
from tests.clients import import_from
from tests.typing.typed_callers import checked_paths

from .test_models import ANIMAL, CALLER, DOCUMENT, generate

pytestmark = pytest.mark.slow

RENAMED = DOCUMENT.replace("schemas/Animal", "schemas/Creature").replace(
    "    Animal:\n", "    Creature:\n"
)
OWN_RENAMED = """\
from ..types import animals


class OwnCreature(animals.Creature):
    @property
    def label(self) -> str:
        return f"{self.name} ({self.id})"
"""
CALLER_OF_RENAMED = """\
from typing_extensions import assert_type

from zoo_client import Zoo
from zoo_client.types import Animal, Creature
from zoo_client.types.animals import Animal as Same


def call(client: Zoo, animal: Animal, same: Same) -> None:
    assert_type(animal.label, str)
    assert_type(same.label, str)
    creature: Creature = animal
    again: Animal = client.animals.retrieve("1")
    assert_type(animal, Creature)
    assert_type(same, Creature)
    assert_type([creature.label, again.label], list[str])
"""
CHECKERS = ["mypy --strict", f"pyright --pythonpath {sys.executable}"]


def check(directory: Path, checker: str, caller: str) -> None:
    """Check the types of a client and of a caller with a type checker."""
    (directory / "client/caller.py").write_text(caller)
    name, *flags = checker.split()
    paths = checked_paths(name, directory / "client")
    done = subprocess.run(
        [str(Path(sys.executable).with_name(name)), *flags, *paths],
        cwd=directory / "client",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def small_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Divide modules of types with more than one class into files."""
    monkeypatch.setattr(module_parts, "MAX_CLASSES", 1)


@pytest.mark.usefixtures("small_files")
def test_models_of_divided_modules_are_own_classes(tmp_path: Path) -> None:
    code, output = generate(tmp_path, package="zoo_divided")
    assert code == 0, output
    files = {path.stem for path in (tmp_path / "client/zoo_divided/types").iterdir()}
    assert len([name for name in files if name.startswith("_animals_")]) > 1
    package = import_from(tmp_path / "client", "zoo_divided")
    types = package.types
    mock = import_module("zoo_divided.testing").MockAPI()
    mock.respond("animals.retrieve", json={**ANIMAL, "home": {"street": "A 1, B"}})
    mock.respond("animals.list", json={"data": [ANIMAL], "has_more": False})
    client = package.Zoo(http_client=mock.client())

    animal = client.animals.retrieve("1")
    own = sys.modules["zoo_divided.ext.models"]
    assert type(animal) is own.Animal is types.Animal
    assert [item.label for item in animal.ancestors()] == ["Ann (2)"]
    assert type(animal.home) is own.ZooHome is types.Home
    assert [item.label for item in client.animals.list()] == ["Leo (1)"]
    assert typing.get_type_hints(types.Animal)["home"] == own.ZooHome | None


@pytest.mark.usefixtures("small_files")
@pytest.mark.parametrize("checker", CHECKERS)
def test_models_of_divided_modules_are_typed(tmp_path: Path, checker: str) -> None:
    assert generate(tmp_path)[0] == 0
    check(tmp_path, checker, CALLER)


def rename(directory: Path, package: str, own: str = OWN_RENAMED) -> None:
    """Generate a client, and again after a schema was renamed."""
    assert generate(directory, "", package)[0] == 0
    code, output = generate(directory, own, package, RENAMED)
    assert code == 0, output


@pytest.mark.parametrize("divided", [False, True])
def test_earlier_names_are_own_classes(
    tmp_path: Path, divided: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if divided:
        monkeypatch.setattr(module_parts, "MAX_CLASSES", 1)
    name = f"zoo_earlier_{divided}".lower()
    rename(tmp_path, name)
    package = import_from(tmp_path / "client", name)
    module = import_module(f"{name}.types.animals")
    own = import_module(f"{name}.ext.models")
    for namespace in (package.types, module):
        with pytest.warns(DeprecationWarning, match="Animal is an earlier name of Cre"):
            assert namespace.Animal is own.OwnCreature
    assert "Animal" not in package.types.__all__


@pytest.mark.parametrize("divided", [False, True])
@pytest.mark.parametrize("checker", CHECKERS)
def test_earlier_names_are_typed(
    tmp_path: Path, checker: str, divided: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if divided:
        monkeypatch.setattr(module_parts, "MAX_CLASSES", 1)
    rename(tmp_path, "zoo_client")
    check(tmp_path, checker, CALLER_OF_RENAMED)


@pytest.mark.parametrize("checker", CHECKERS)
def test_earlier_names_beside_own_models_are_typed(
    tmp_path: Path, checker: str
) -> None:
    own = "from ..types import animals\n\n\nclass Home(animals.Home):\n    pass\n"
    rename(tmp_path, "zoo_client", own)
    caller = (
        "from typing_extensions import assert_type\n\n"
        "from zoo_client.types import Animal, Creature\n\n\n"
        "def call(animal: Animal) -> None:\n"
        "    assert_type(animal, Creature)\n"
    )
    check(tmp_path, checker, caller)
