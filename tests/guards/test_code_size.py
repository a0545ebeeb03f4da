"""Sizes of modules and functions; module docstrings and names."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from statistics import median

from tests.guards.sources import Module, modules

MAX_MODULE_LINES = 400
MAX_MEDIAN_LINES = 150
MAX_FUNCTION_LINES = 60


def sources() -> Iterator[tuple[Module, str]]:
    """Yield every module with its text."""
    for module in modules().values():
        yield module, module.file.read_text(encoding="utf-8")


def test_modules_are_short() -> None:
    lengths = {module.name: len(text.splitlines()) for module, text in sources()}
    assert {name: n for name, n in lengths.items() if n > MAX_MODULE_LINES} == {}
    assert median(lengths.values()) <= MAX_MEDIAN_LINES


def test_functions_are_short() -> None:
    lengths = {
        f"{module.name}.{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for module, _ in sources()
        for node in ast.walk(module.tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    }
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
