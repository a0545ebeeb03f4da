"""Names that a client exports are reserved, and defined in one way everywhere."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from generator.config.package_names import refuse_name
from generator.extensions.digests import FOLDER
from generator.lowering.python.default_client import PACKAGE_NAMES
from generator.rendering.python.client import ERRORS, RUNTIME, WEBHOOK_ERRORS


@pytest.mark.parametrize("name", [*ERRORS, *RUNTIME, *WEBHOOK_ERRORS])
def test_exported_names_are_reserved(name: str) -> None:
    assert refuse_name("client", name)


def test_resources_cannot_replace_exported_names() -> None:
    package = Path(__file__).parents[2] / "generated/openai_client"
    files = [path for path in package.iterdir() if path.suffix in ("", ".py")]
    modules = {path.stem for path in files if not path.stem.startswith("_")}
    assert modules > {"errors", "types"}
    tree = ast.parse((package / "__init__.py").read_text(encoding="utf-8"))
    imported = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    values = {name for name in imported if name.islower() and name[0] != "_"}
    assert {*modules, *values, FOLDER} - {"annotations"} == PACKAGE_NAMES
