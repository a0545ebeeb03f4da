"""Generate six dated documents into one directory: no name that the vendor kept is lost."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import read

ROOT = Path(__file__).parents[3]


def run(folder: Path, *arguments: str) -> None:
    result = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{folder}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr


OWN_CODE = "def greeting() -> str:\n    return 'kept'\n"


def generate(folder: Path, document: Path) -> dict[str, dict[str, Any]]:
    """Generate a client, check that it is current, and return its recorded names."""
    shutil.copyfile(document, folder / "openapi.yaml")
    options = ("openapi.yaml", "--package", "acme", "--client", "Acme", "--output", ".")
    run(folder, "-m", "generator", "generate", *options, "--no-docs", "--no-validate")
    run(folder, "-m", "generator", "check", *options, "--no-docs")
    names: dict[str, Any] = json.loads((folder / ".oasmith.json").read_bytes())["names"]
    return names


def program(calls: list[str], types: dict[str, list[str]]) -> str:
    """Return a program that uses calls and imports types by their names."""
    lines = ["from acme import Acme", "client = Acme(base_url='http://127.0.0.1:1')"]
    lines += [f"client.{call}" for call in sorted(calls)]
    lines += [f"from acme.types import {name}" for name in sorted(types)]
    lines += ["from acme.ext.notes import greeting", "assert greeting() == 'kept'"]
    return "\n".join((*lines, ""))


def members(row: str) -> set[str]:
    """Return the names of a row of fields or arguments, each with its key."""
    place, result = "", set()
    for item in row.split():
        place = item if item.endswith(":") else place
        result.add(f"{place}{item}")
    return result


def key(member: str) -> str:
    """Return the key of a field or an argument, after its place."""
    place, separator, name = member.rpartition(":")
    return place + separator + name.rpartition("=")[2]


def check_members(earlier: dict[str, Any], names: dict[str, Any]) -> int:
    """Check that members whose key is still there have the same name; count them."""
    kept = 0
    for table in ("fields", "arguments"):
        for owner, row in earlier[table].items():
            now = members(names[table].get(owner, ""))
            keys = {key(member) for member in now}
            same = {member for member in members(row) if key(member) in keys}
            assert same <= now, owner
            kept += len(same)
    return kept


def files_of(folder: Path) -> set[str]:
    """Return the files of the output directory, without own code."""
    return {
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*")
        if file.is_file()
        and file.relative_to(folder).parts[0] not in _OTHERS
        and "__pycache__" not in file.parts
        and file.parent.name != "ext"
    }


_OTHERS = ("openapi.yaml", "caller.py", ".oasmith.json", ".mypy_cache")


def schema_pointers(document: Path) -> set[str]:
    """Return the pointers of the component schemas of a document."""
    root = read(Config(specs=(str(document),)), Diagnostics()).roots[0]
    return {
        f"#/components/schemas/{key}" for key in root.value["components"]["schemas"]
    }


@pytest.mark.slow(seconds=40)
def test_names_that_the_vendor_kept_stay(tmp_path: Path, shared: Path) -> None:
    documents = sorted((shared / "specs" / "openai").glob("20*.yaml"))
    earlier: dict[str, dict[str, Any]] = {
        table: {} for table in ("calls", "types", "fields", "arguments")
    }
    (tmp_path / "acme" / "ext").mkdir(parents=True)
    (tmp_path / "acme" / "ext" / "__init__.py").touch()
    (tmp_path / "acme" / "ext" / "notes.py").write_text(OWN_CODE)
    assert len(documents) > 5
    for document in documents:
        names = generate(tmp_path, document)
        places = {tuple(row[:2]) for row in names["calls"].values()}
        ids = {row[2] for row in names["calls"].values()}
        calls = [
            name
            for name, row in earlier["calls"].items()
            if tuple(row[:2]) in places or row[2] in ids
        ]
        pointers = schema_pointers(document)
        types = {
            name: row
            for name, row in earlier["types"].items()
            if row[2].removeprefix("openapi.yaml") in pointers
        }
        assert not calls or (len(calls) > 10 and len(types) > 10)
        assert names["calls"].keys() >= set(calls)
        (tmp_path / "caller.py").write_text(program(calls, types))
        run(tmp_path, "caller.py")
        run(tmp_path, "-m", "mypy", "caller.py")
        assert check_members(earlier, names) > 100 or not calls
        manifest = json.loads((tmp_path / ".oasmith.json").read_bytes())
        assert files_of(tmp_path) == set(manifest["files"])
        earlier = names
