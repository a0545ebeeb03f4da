"""Clients for tests: generated from a document, and imported under their own names."""

from __future__ import annotations

import ast
import gc
import importlib
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import black

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.emission import write_tree
from generator.pipeline import Generated, build
from tests import first_imports

RUNTIME = Path(__file__).parents[1] / "generator" / "runtime"


def union_members(alias: Any) -> list[str]:
    """Return the names of the members of an alias of a union, whose value is a string."""
    node = ast.parse(alias.__value__.strip(), mode="eval").body
    if isinstance(node, ast.Subscript):
        assert ast.unparse(node.value) == "Union" and isinstance(node.slice, ast.Tuple)
        return [ast.unparse(member) for member in node.slice.elts]
    return ast.unparse(node).split(" | ")


def generate(
    spec: Path, output: Path, package: str, client: str = "Acme", **settings: Any
) -> Generated:
    """Write the client of a document to `output`."""
    config = Config(
        package=package,
        client=client,
        specs=(spec.name,),
        directory=spec.parent,
        output=str(output),
        **settings,
    )
    generated = build(config, Diagnostics())
    write_tree(generated.files, generated.manifest, output, force=False)
    return generated


def import_from(directory: Path, package: str) -> ModuleType:
    """Import a package from `directory`; each name can be used only once."""
    sys.path.insert(0, str(directory))
    try:
        importlib.invalidate_caches()
        return importlib.import_module(package)
    finally:
        sys.path.remove(str(directory))


def unformatted_files(directory: Path) -> list[str]:
    """Return the modules below a directory, at least one, that black would change.

    Modules with the same text as one of `generator/runtime` are left out: `make check`
    formats those.
    """
    texts = {file: file.read_text(encoding="utf-8") for file in directory.rglob("*.py")}
    runtime = {file.read_text(encoding="utf-8") for file in RUNTIME.rglob("*.py")}
    texts = {file: text for file, text in texts.items() if text not in runtime}
    assert texts, f"{directory} has no modules"
    return sorted(str(file) for file, text in texts.items() if not is_formatted(text))


def is_formatted(text: str) -> bool:
    """Return whether black changes nothing in a module."""
    with trees_freed_at_once():
        return black.format_str(text, mode=black.Mode()) == text


@contextmanager
def trees_freed_at_once() -> Iterator[None]:
    """Pause the garbage collector, which would traverse the trees of black many times.

    They contain cycles, so they are freed at the end. Older objects are not traversed.
    """
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.collect()
        gc.enable()
        gc.unfreeze()


def failed_imports(directory: Path, modules: list[str]) -> str:
    """Import each module of `directory` first in a process; return the tracebacks."""
    done = subprocess.run(
        # -P: the folder of the program has a package `typing`.
        [sys.executable, "-P", first_imports.__file__],
        cwd=directory,
        input="\n".join(modules),
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout + done.stderr
