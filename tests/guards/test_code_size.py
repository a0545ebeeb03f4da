"""Sizes, docstrings, rooms on the map, and kinds of findings."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator

from generator.diagnostics import Rule
from tests.guards.sources import PACKAGE, ROOT, Module, modules

LONGEST_FILE = 400
LONGEST_FUNCTION = 60


def sources() -> Iterator[tuple[Module, str]]:
    """Every module with its text."""
    for module in modules().values():
        yield module, module.file.read_text(encoding="utf-8")


def test_modules_are_short() -> None:
    lengths = {module.name: len(text.splitlines()) for module, text in sources()}
    assert {name: n for name, n in lengths.items() if n > LONGEST_FILE} == {}


def test_functions_are_short() -> None:
    lengths = {
        f"{module.name}.{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for module, _ in sources()
        for node in ast.walk(module.tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    }
    assert {name: n for name, n in lengths.items() if n > LONGEST_FUNCTION} == {}


def test_modules_say_what_they_are_for() -> None:
    said = {
        module.name: ast.get_docstring(module.tree) or "" for module, _ in sources()
    }
    assert [name for name, text in said.items() if "." not in text] == []


def test_nothing_is_called_after_nothing() -> None:
    empty = {"utils", "util", "helpers", "helper", "manager", "misc"}
    assert [name for name in modules() if empty & set(re.split(r"[._]", name))] == []


def test_no_path_of_a_machine_is_written_down() -> None:
    pattern = re.compile(r"(?<![\w.])/(work|tmp|home|root|Users)/")
    assert [module.name for module, text in sources() if pattern.search(text)] == []


def test_readme_maps_every_room() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rooms = [path for path in PACKAGE.iterdir() if any(path.glob("*.py"))]
    assert len(rooms) > 8
    for room in rooms:
        assert f"`generator/{room.name}/`" in readme
    for path in re.findall(r"^\| `([^`|]+)`", readme, re.MULTILINE):
        if "/" in path:
            assert (ROOT / path).exists(), path


def rules() -> dict[int, Rule]:
    """The kinds of findings of all modules, by identity."""
    found: dict[int, Rule] = {}
    for name, module in modules().items():
        if module.top not in ("runtime", "__main__"):
            for value in vars(importlib.import_module(name)).values():
                tables = value.values() if isinstance(value, dict) else [value]
                found |= {id(item): item for item in tables if isinstance(item, Rule)}
    return found


def test_codes_are_unique_and_explained() -> None:
    found = list(rules().values())
    codes = [rule.code for rule in found]
    assert len(codes) > 60
    assert sorted(set(codes)) == sorted(codes)
    for rule in found:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.code)
        assert len(rule.explanation) > 40 and rule.explanation.endswith("."), rule.code
        assert "  " not in rule.explanation, rule.code
