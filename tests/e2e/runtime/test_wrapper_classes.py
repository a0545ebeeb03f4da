"""Wrappers of resources are the same for type checkers and when the client runs."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from tests.clients import import_from

GENERATED = Path(__file__).parents[3] / "generated"
RESOURCES = GENERATED / "openai_client" / "resources"
FILES = sorted(path.stem for path in RESOURCES.glob("[a-z]*.py"))


@pytest.fixture(scope="module")
def client() -> ModuleType:
    return import_from(GENERATED, "openai_client")


def _declared(file: Path) -> dict[str, tuple[str, set[str], str]]:
    """Return the base class, the members and the docstring of each declared wrapper."""
    return {
        node.name: (
            ast.unparse(node.bases[0]).removeprefix("_runtime."),
            {
                ast.unparse(item.targets[0])
                for item in node.body
                if isinstance(item, ast.Assign)
            },
            ast.get_docstring(node) or "",
        )
        for block in ast.parse(file.read_text(encoding="utf-8")).body
        if isinstance(block, ast.If)
        for node in block.body
        if isinstance(node, ast.ClassDef)
    }


@pytest.mark.parametrize("name", FILES)
def test_declared_wrappers_are_created(client: ModuleType, name: str) -> None:
    module = import_module(f"{client.__name__}.resources.{name}")
    declared = _declared(RESOURCES / f"{name}.py")
    assert declared or not any("Raw" in item for item in dir(module))
    for wrapper, (base, members, docstring) in declared.items():
        created = getattr(module, wrapper)
        assert created.__mro__[1].__name__ == base
        assert {*vars(created)} - {"__module__", "__doc__"} == members
        assert created.__doc__ == docstring
