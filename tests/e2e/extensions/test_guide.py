"""The guide to own code: its modules run, are typed, and survive regeneration."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli.commands import main
from tests.clients import import_from
from tests.e2e.client.test_shop import Serve
from tests.guards.pages import blocks
from tests.guards.sources import ROOT
from tests.typing.typed_callers import checked_paths
from tests.unit.runtime.conftest import json_reply

pytestmark = pytest.mark.slow

GUIDE = ROOT / "generator/docs/guide-extensions.md"
DOCUMENT = Path(__file__).parent / "petstore.yaml"
PETS = [{"id": 1, "name": "Tom"}]


def run(directory: Path, command: str) -> tuple[int, str]:
    """Run a command of oasmith in a directory; return its exit code and output."""
    from click.testing import CliRunner

    document = str(directory / "openapi.yaml")
    name, *flags = command.split()
    arguments = [name, document, "--output", str(directory / "client"), *flags]
    result = CliRunner().invoke(main, arguments)
    return result.exit_code, result.output


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return the directory in which the steps of the guide were followed."""
    shutil.copy(DOCUMENT, tmp_path / "openapi.yaml")
    assert run(tmp_path, "generate")[0] == 0
    (tmp_path / "client/pet_store_client/ext").mkdir()
    (tmp_path / "client/pet_store_client/ext/__init__.py").touch()
    for code in blocks(GUIDE, "python"):
        name = code.partition("\n")[0].removeprefix("# ")
        (tmp_path / "client" / name).write_text(code, encoding="utf-8")
    return tmp_path


def test_guide(project: Path, serve: Serve, capsys: pytest.CaptureFixture[str]) -> None:
    code, output = run(project, "check")
    assert code == 1 and "pet_store_client/_client.py: out of date" in output
    assert run(project, "generate")[0] == 0
    code, output = run(project, "check")
    assert code == 0, output

    package = import_from(project / "client", "pet_store_client")
    assert "pet_store_client.ext.pets" not in sys.modules
    assert package.Client is package.PetStore
    assert package.PetStore.__module__ == "pet_store_client.ext.client"
    server = serve(json_reply(PETS), json_reply(PETS))
    client = package.PetStore(base_url=server.url)
    assert client.with_options(timeout=9).pets.find("Tom").id == 1
    assert capsys.readouterr().out == "/pets 200\n"

    async def find() -> None:
        async with package.AsyncPetStore(base_url=server.url) as client:
            assert await client.pets.find("Ann") is None

    asyncio.run(find())
    for request in server.received:
        assert request.headers["x-request-source"] == "billing"


@pytest.mark.parametrize(
    "checker", ["mypy --strict", f"pyright --pythonpath {sys.executable}"]
)
def test_own_methods_are_typed(project: Path, checker: str) -> None:
    assert run(project, "generate")[0] == 0
    name, *flags = checker.split()
    paths = checked_paths(name, project / "client")
    done = subprocess.run(
        [str(Path(sys.executable).with_name(name)), *flags, *paths],
        cwd=project / "client",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def with_other_operations(text: str) -> str:
    """Return a document without the operations of pets, but with those of dogs."""
    for old, new in (("/pets", "/dogs"), ("[pets]", "[dogs]"), ("Id: ", "Id: dog_")):
        assert old in text
        text = text.replace(old, new)
    return text


def test_vanished_resource_and_clash_are_reported(project: Path) -> None:
    document = project / "openapi.yaml"
    text = document.read_text(encoding="utf-8")
    assert run(project, "generate")[0] == 0
    own = project / "client/pet_store_client/ext/pets.py"
    content = own.read_bytes()
    document.write_text(with_other_operations(text))
    for command in ("generate", "check"):
        code, output = run(project, command)
        assert code != 0
        assert "error[extension-unknown-name]" in output
        assert "ext/pets.py:2:" in output
    document.write_text(text)
    own.write_bytes(content.replace(b"def find", b"def create"))
    code, output = run(project, "check")
    assert code != 0 and "ext/pets.py:7:9" in output
    assert "Pets has the generated attribute 'create', too" in output
    own.write_bytes(content)
    assert run(project, "check")[0] == 0


def test_own_code_is_kept_when_a_resource_vanishes(project: Path) -> None:
    own = project / "client/pet_store_client/ext"
    (own / "pets.py").unlink()
    assert run(project, "generate")[0] == 0
    document = project / "openapi.yaml"
    text = document.read_text(encoding="utf-8")
    document.write_text(with_other_operations(text))
    before = {path: path.read_bytes() for path in own.iterdir() if path.is_file()}
    assert run(project, "generate")[0] == 0
    assert not (own.parent / "resources/pets.py").exists()
    assert {path: path.read_bytes() for path in before} == before


def test_own_code_of_a_renamed_package_is_reported(project: Path) -> None:
    assert run(project, "generate")[0] == 0
    old, new = project / "client/pet_store_client", project / "client/pets_client"
    for command in ("generate", "check", "generate --force"):
        code, output = run(project, f"{command} --package pets_client")
        assert code != 0
        assert "ext contains own code, but the package was renamed" in output
        assert "pets_client" in output
        assert (old / "ext/pets.py").is_file() and not (new / "_client.py").exists()
    new.mkdir()
    shutil.move(old / "ext", new / "ext")
    code, output = run(project, "generate --package pets_client")
    assert code == 0, output
    assert not old.exists() and (new / "ext/pets.py").is_file()
    assert run(project, "check --package pets_client")[0] == 0
