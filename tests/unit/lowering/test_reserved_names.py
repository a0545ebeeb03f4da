"""Tests of reserved names: names of emitted modules cannot be used by documents."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.config.package_names import refuse_name
from generator.lowering.python.identifiers import (
    BUILTIN_TYPES,
    CLASS_BODY_NAMES,
    CLIENT_ATTRIBUTES,
    MODEL_ATTRIBUTES,
    OPTIONS,
    TYPE_NAMES,
)
from generator.pipeline import Generated
from generator.runtime.api.options import RequestOptions
from generator.runtime.client import raw_resources, verbs
from generator.runtime.models import base as models
from generator.runtime.pagination import pages
from tests.robustness.hostile.documents import document
from tests.robustness.hostile.test_usable import generated

_EMITTED = Path(__file__).parents[3] / "generated/openai_client"
_DATES = {"date", "datetime"}


@pytest.fixture(scope="module")
def client_output() -> Generated:
    """Generate a client of all constructs."""
    return generated(document("x"))


def _modules(client_output: Generated) -> Iterator[tuple[str, ast.Module]]:
    """Yield the modules whose names depend on the document."""
    for path, content in client_output.files.items():
        if path.endswith(".py") and path.split("/")[1] in ("resources", "types"):
            yield path, ast.parse(content)
    for folder in ("resources", "types"):
        for file in sorted((_EMITTED / folder).glob("*.py")):
            yield file.name, ast.parse(file.read_text(encoding="utf-8"))


def test_types_cannot_take_a_name_that_modules_import(client_output: Generated) -> None:
    seen = set()
    for _, tree in _modules(client_output):
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                if (node.module or "").startswith(("types", "chat")) or node.level == 1:
                    continue  # Declared in the document.
                names = {alias.asname or alias.name for alias in node.names}
                seen |= {name for name in names if name != "*"}
    type_imports = {name for name in seen if name[:1].isupper()}
    assert len(type_imports) > 15
    assert type_imports - TYPE_NAMES == set()
    others = seen - type_imports - _DATES - {"annotations", "lazy_names"}
    assert others - CLASS_BODY_NAMES == set()


def test_builtins_that_annotations_use_are_reserved(client_output: Generated) -> None:
    used: set[str] = set()
    for path, tree in _modules(client_output):
        bound = {
            alias.asname or alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.Import | ast.ImportFrom)
            for alias in node.names
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.AnnAssign | ast.arg) and node.annotation:
                names = {
                    item.id
                    for item in ast.walk(node.annotation)
                    if isinstance(item, ast.Name) and item.id.islower()
                }
                assert names - bound <= BUILTIN_TYPES | _DATES | {"object"}, path
                used |= names - bound
    assert {"str", "int", "list", "dict"} <= used


def test_clients_cannot_take_a_name_of_their_modules(client_output: Generated) -> None:
    # A client called `Client` has no alias of that name.
    names = {client_output.config.client, "Client"}
    for module in ("__init__", "_client", "testing"):
        content = client_output.files[f"{client_output.config.package}/{module}.py"]
        for node in ast.parse(content).body:
            for taken in _bound(node):
                if taken.removeprefix("Async") not in names or taken == "AsyncClient":
                    assert refuse_name("client", taken), (module, taken)


def _bound(node: ast.stmt) -> Iterator[str]:
    match node:
        case ast.ClassDef(name) | ast.FunctionDef(name):
            yield name
        case ast.Assign([ast.Name(name)]):
            yield name
        case ast.Import(names) | ast.ImportFrom(names=names):
            yield from (alias.asname or alias.name for alias in names)
        case ast.If(body=body, orelse=others):
            for inner in (*body, *others):
                # The client name takes precedence over names of resource classes.
                if not str(getattr(inner, "module", "")).startswith("resources."):
                    yield from _bound(inner)


def _own(*classes: type) -> set[str]:
    """Return the attributes of classes, without those that begin with `__`."""
    return {
        name for cls in classes for name in dir(cls) if not name.startswith("__")
    } - {"_abc_impl"}


def test_attributes_of_the_runtime_are_reserved() -> None:
    assert _own(models.BaseModel, pages.SyncPage, pages.AsyncPage) <= MODEL_ATTRIBUTES
    assert {"_extra", "_declaration", "_response_info"} <= MODEL_ATTRIBUTES
    own = _own(verbs.SyncClient, verbs.AsyncClient)
    resources = _own(raw_resources.Resource, raw_resources.AsyncResource)
    assert own | resources <= CLIENT_ATTRIBUTES | {"_is_protocol"}
    assert RequestOptions.__annotations__.keys() <= OPTIONS
