"""Sizes of modules and functions; module docstrings and names."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.guards.sources import ROOT, Module, modules

MAX_MODULE_LINES = 400
MAX_MEDIAN_LINES = 150
MAX_FUNCTION_LINES = 60
VENDORED = {"minisearch.js"}
"""Assets that this project copies from another."""
WRITTEN = {".py", ".jinja", ".js", ".css", ".html", ".sh"}
"""Suffixes of the files of code below `tests` and `templates`."""


def sources() -> Iterator[tuple[Module, str]]:
    """Yield every module with its text."""
    for module in modules().values():
        yield module, module.file.read_text(encoding="utf-8")


def _other_files() -> list[Path]:
    """Return the files of code below `tests` and `templates`."""
    return [
        file
        for folder in ("tests", "templates")
        for file in sorted((ROOT / folder).rglob("*"))
        if file.suffix in WRITTEN and file.name not in VENDORED
    ]


def test_modules_are_short() -> None:
    lengths = {module.name: len(text.splitlines()) for module, text in sources()}
    assert {name: n for name, n in lengths.items() if n > MAX_MODULE_LINES} == {}
    assert median(lengths.values()) <= MAX_MEDIAN_LINES


def test_other_files_are_short() -> None:
    lengths = {
        str(file.relative_to(ROOT)): len(file.read_text(encoding="utf-8").splitlines())
        for file in _other_files()
    }
    assert {"tests/conftest.py", "templates/site/assets/site.css"} <= set(lengths)
    assert {name: n for name, n in lengths.items() if n > MAX_MODULE_LINES} == {}


def _function_lengths(name: str, tree: ast.Module) -> dict[str, int]:
    """Return the number of lines of each function of a module."""
    return {
        f"{name}.{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    }


def test_functions_are_short() -> None:
    lengths: dict[str, int] = {}
    for module, _ in sources():
        lengths |= _function_lengths(module.name, module.tree)
    for file in _other_files():
        if file.suffix == ".py":
            tree = ast.parse(file.read_text(encoding="utf-8"))
            lengths |= _function_lengths(str(file.relative_to(ROOT)), tree)
    assert {name: n for name, n in lengths.items() if n > MAX_FUNCTION_LINES} == {}


def test_modules_have_docstrings() -> None:
    docstrings = {
        module.name: ast.get_docstring(module.tree) or "" for module, _ in sources()
    }
    assert [name for name, text in docstrings.items() if "." not in text] == []


def test_module_names_are_specific() -> None:
    vague = {"utils", "util", "helpers", "helper", "manager", "misc"}
    assert [name for name in modules() if vague & set(re.split(r"[._]", name))] == []


def test_sources_contain_no_absolute_paths() -> None:
    pattern = re.compile(r"(?<![\w.])/(work|tmp|home|root|Users)/")
    assert [module.name for module, text in sources() if pattern.search(text)] == []
