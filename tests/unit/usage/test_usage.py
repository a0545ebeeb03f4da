"""The calls that source code makes, and clients with these operations only."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.usage.scan import UnreadableSourceError, list_modules, scan_module
from tests.unit.cli.conftest import PETSHOP, Run, here, run

__all__ = ["here", "run"]


def chains_of(folder: Path, code: str) -> set[str]:
    """Return the chains of attributes in code, with dots between the names."""
    file = folder / "code.py"
    file.write_text(code, encoding="utf-8")
    return {".".join(chain) for chain, _ in scan_module(file).chains}


@pytest.mark.parametrize(
    ("code", "chain"),
    [
        ("client.files.list()", "client.files.list"),
        ("get_client(1).files.list()", ".files.list"),
        ("clients[0].files.list", ".files.list"),
        ("self.client.files.with_raw_response.list()", "self.client.files.list"),
        ("files = client.files\nfiles.list()", "client.files.list"),
        ("a: X = client.a\nb = a.b\nb.list()", "client.a.b.list"),
        ("if (f := client.files):\n    f.list()", "client.files.list"),
        ("with client.files as f:\n    f.list()", "client.files.list"),
        ("async def f(c):\n    await c.files.list()", "c.files.list"),
        ("a = a.b\na.c()", "a.b.c"),
        ("a = b.x\nb = a.y\na.list()", "a.y.x.list"),
        ("create = client.files.create\ncreate()", "client.files.create"),
    ],
)
def test_chains(tmp_path: Path, code: str, chain: str) -> None:
    chains = chains_of(tmp_path, code)
    assert chain in chains or any(item.endswith(f".{chain}") for item in chains)


def test_imported_types(tmp_path: Path) -> None:
    file = tmp_path / "code.py"
    file.write_text(
        "from acme.types import File, Pet as P\nfrom acme.types.pets import Cat\n"
        "import acme\nx: acme.types.Dog\ny = acme.types.shared.Cow\n"
    )
    lines = {(name, position.line) for name, position in scan_module(file).types}
    assert lines >= {("File", 1), ("Pet", 1), ("Cat", 2), ("Dog", 4)}


def test_folders_of_packages_are_left_out(tmp_path: Path) -> None:
    for name in ("a.py", "sub/b.py", ".venv/c.py", "x/site-packages/d.py", "e.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    names = [file.relative_to(tmp_path).as_posix() for file in list_modules(tmp_path)]
    assert names == ["a.py", "sub/b.py"]


@pytest.mark.parametrize("code", [b"def", b"\xff", b"x = '\0'"])
def test_files_that_are_not_python(tmp_path: Path, code: bytes) -> None:
    file = tmp_path / "code.py"
    file.write_bytes(code)
    with pytest.raises(UnreadableSourceError, match="code.py cannot be parsed"):
        scan_module(file)


def test_only_used_operations_are_generated(run: Run, here: Path) -> None:
    source = here / "src/app.py"
    source.parent.mkdir()
    source.write_text(
        "from petshop_client.types import Order, Pet\n"
        "def main(shop):\n    pets = shop.pets\n    return pets.list()\n"
    )
    flags = (str(PETSHOP), "--output", "out", "--used", "src")
    result = run("generate", *flags)
    assert ": 1 operation, " in result.stdout
    assert "note: 1 operation is used, in 1 place; to select" in result.stderr
    assert 'only = ["listPets"]' in result.stderr
    assert "Current" in run("check", *flags).stdout
    assert "the setting `only` changed" in run("check", *flags[:3], code=1).stdout


def test_code_without_calls(run: Run, here: Path) -> None:
    (here / "app.py").write_text("print('list')\n")
    stderr = run("generate", "small.yaml", "--used", "app.py", code=2).stderr
    assert "app.py calls no operation of the client" in stderr
    (here / "app.py").write_text("def\n")
    stderr = run("generate", "small.yaml", "--used", "app.py", code=2).stderr
    assert "app.py cannot be parsed: invalid syntax" in stderr
    assert not (here / "generated").exists()


def test_types_that_are_left_out_are_reported(run: Run, here: Path) -> None:
    (here / "app.py").write_text(
        "from petshop_client.types import Pet\ndef f(c):\n    c.pets.delete('1')\n"
    )
    flags = (str(PETSHOP), "--output", "out", "--used", "app.py")
    stderr = run("generate", *flags).stderr
    assert "the code imports types that no operation in use has: Pet" in stderr
