"""Resources with more classes than type checkers accept in a file."""

from __future__ import annotations

import asyncio
import inspect
import json
import pickle
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, get_type_hints

import pydantic
import pytest

from tests.clients import generate, import_from
from tests.unit.runtime.conftest import Server, json_reply

KIND = "A resource uses more than 500 classes, or classes with thousands of fields."
RESULT = (
    "Its module of types imports them from several private modules when they are used; "
    "import paths, links and behavior are the same as in one module."
)

SIZE = 1200
GROUP = 6
"""Number of types that refer to each other in a cycle."""


def document(size: int = SIZE) -> str:
    """Return a document with a paginated list of a union of objects."""
    names = [f"{chr(65 + number % 26)}node{number}" for number in range(size)]
    schemas: dict[str, Any] = {}
    for number, name in enumerate(names):
        start = number - number % GROUP
        following = names[min(start + (number + 1) % GROUP, size - 1)]
        schemas[name] = {
            "type": "object",
            "required": ["kind"],
            "properties": {
                "kind": {"const": f"node.{number}"},
                "from": {"type": "string", "format": "date"},
                "in": {"type": "string"},
                "next": _reference(following),
            },
        }
    fields = {name.lower(): _reference(name) for name in names}
    schemas["Tree"] = {"type": "object", "properties": fields}
    schemas["TreeList"] = {
        "type": "object",
        "required": ["data", "has_more"],
        "properties": {
            "data": {"type": "array", "items": _reference("Tree")},
            "next_cursor": {"type": ["string", "null"]},
            "has_more": {"type": "boolean"},
        },
    }
    schemas["Odd"] = {"oneOf": [_reference(names[1]), _reference(names[3])]}
    cursor = {"name": "cursor", "in": "query", "schema": {"type": "string"}}
    return json.dumps(
        {
            "openapi": "3.1.0",
            "info": {"title": "Trees", "version": "1"},
            "paths": {
                "/trees": {
                    "get": {
                        "operationId": "listTrees",
                        "parameters": [cursor],
                        "responses": _responses("TreeList"),
                    },
                    "post": {
                        "operationId": "createTree",
                        "requestBody": {"required": True, **_content("Tree")},
                        "responses": _responses("Odd"),
                    },
                }
            },
            "components": {"schemas": schemas},
        }
    )


def _reference(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _content(name: str) -> dict[str, Any]:
    return {"content": {"application/json": {"schema": _reference(name)}}}


def _responses(name: str) -> dict[str, Any]:
    return {"200": {"description": "ok", **_content(name)}}


CALLER = """\
from typing import assert_type

from acme_client import Acme, AsyncAcme, types
from acme_client.types import Anode0, Bnode1, Odd, Tree
from acme_client.types.trees import Bnode1 as SameNode, Dnode3, Odd as SameOdd
from acme_client.types.trees_params import Anode0Param

def call(client: Acme) -> Odd:
    node: Anode0Param = {"kind": "node.0", "next": {"kind": "node.1"}}
    wrong: Anode0Param = {"kind": "node.1"}  # wrong
    result = client.trees.create(anode0=node)
    assert_type(result, SameOdd)
    assert_type(result, Bnode1 | Dnode3)
    return result

def same(node: Bnode1) -> SameNode:
    return node

def pages(client: Acme) -> None:
    for tree in client.trees.list():
        assert_type(tree, Tree)
        assert_type(tree.anode0, Anode0 | None)
        if tree.anode0 and tree.anode0.next:
            assert_type(tree.anode0.next, types.Bnode1)

async def pages_async(client: AsyncAcme) -> None:
    async for tree in client.trees.list():
        assert_type(tree.bnode1, Bnode1 | None)
"""


@pytest.mark.slow(seconds=30)
def test_types(
    client_of: Callable[[str], ModuleType],
    wrong_lines: Callable[[ModuleType, str], set[int]],
) -> None:
    lines = CALLER.splitlines()
    marked = {number for number, line in enumerate(lines, 1) if "# wrong" in line}
    assert wrong_lines(client_of(document()), CALLER) == marked


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    folder = tmp_path_factory.mktemp("large")
    spec = folder / "openapi.yaml"
    spec.write_text(document(), encoding="utf-8")
    generate(spec, folder / "client", "large_modules_client")
    return import_from(folder / "client", "large_modules_client")


def test_reference(package: ModuleType) -> None:
    pages = Path(str(package.__file__)).parents[1] / "docs" / "types"
    assert {page.name for page in pages.iterdir()} == {"trees.md", "trees_params.md"}
    text = (pages / "trees.md").read_text(encoding="utf-8")
    for cls in _classes(package):
        if not cls.__name__.endswith("Param") and not cls.__name__.startswith("Async"):
            assert f"## {cls.__name__}\n" in text


def test_modules(package: ModuleType) -> None:
    public = import_module(f"{package.__name__}.types.trees")
    files = {
        name for name in sys.modules if name.startswith(f"{package.__name__}.types._")
    }
    assert len(files) > 2
    # The division changes when types are added, the public modules do not.
    modules = {f"{package.__name__}.types.{name}" for name in ("trees", "trees_params")}
    assert {cls.__module__ for cls in _classes(package)} == modules
    for cls in _classes(package):
        assert cls.__qualname__ == cls.__name__
        assert cls is getattr(sys.modules[cls.__module__], cls.__name__)
        assert cls is getattr(package.types, cls.__name__)
        if cls.__name__ in public.__all__:
            assert cls is getattr(public, cls.__name__)
    assert {"Anode0", "Odd", "TreeListPage"} <= {*public.__all__} & {*dir(public)}
    assert not hasattr(public, "Anode0Param")
    with pytest.raises(AttributeError, match=r"types\.trees' has no attribute 'None'"):
        public.__getattr__("None")


def _classes(package: ModuleType) -> list[Any]:
    values = [getattr(package.types, name) for name in package.types.__all__]
    return [value for value in values if isinstance(value, type)]


def test_imports_only_what_is_used(package: ModuleType) -> None:
    name = package.__name__
    code = (
        f"import sys\nfrom {name}.types.trees import Anode0\n"
        f"assert 'Bnode1' in dir(sys.modules[Anode0.__module__])\n"
        f"print(sum(each.startswith('{name}.types._') for each in sys.modules))"
    )
    folder = Path(str(package.__file__)).parents[1]
    command = [sys.executable, "-c", code]
    output = subprocess.run(command, cwd=folder, capture_output=True, check=True)
    assert output.stdout.strip() == b"1"


def test_evaluated_annotations(package: ModuleType) -> None:
    types = package.types
    for cls in _classes(package):
        hints = get_type_hints(cls)
        if cls.__name__ == "Anode0":
            assert hints["next"] == types.Bnode1 | None
    adapter = pydantic.TypeAdapter(types.Anode0Param)
    value = {"kind": "node.0", "next": {"kind": "node.1", "from": "2026-01-31"}}
    assert adapter.validate_python(value).keys() == value.keys()
    with pytest.raises(pydantic.ValidationError):
        adapter.validate_python({"kind": "node.0", "next": {"from": "2026-01-31"}})
    odd = pydantic.TypeAdapter(types.Odd).validate_python({"kind": "node.3"})
    assert type(odd) is types.Dnode3


def test_pickle(package: ModuleType) -> None:
    value = package.types.Anode0.model_validate(
        {"kind": "node.0", "next": {"kind": "node.1"}}
    )
    copy = pickle.loads(pickle.dumps(value))
    assert copy == value
    assert type(copy.next) is package.types.Bnode1
    # A pickle does not name the files, so that another version of the client can load it.
    assert b".types._" not in pickle.dumps(value)
    for cls in _classes(package):
        assert pickle.loads(pickle.dumps(cls)) is cls


def test_the_source_of_a_class_is_not_found(package: ModuleType) -> None:
    with pytest.raises(OSError, match="source code|class definition"):
        inspect.getsource(package.types.Anode0)


def test_requests_and_pages(package: ModuleType, serve: Callable[..., Server]) -> None:
    types = package.types
    first = {
        "data": [{"anode0": {"kind": "node.0", "next": {"kind": "node.1"}}}],
        "next_cursor": "2",
        "has_more": True,
    }
    last = {"data": [{"bnode1": {"kind": "node.1"}}], "has_more": False}
    odd = {"kind": "node.3", "next": {"kind": "node.4"}}
    replies = [json_reply(first), json_reply(last), json_reply(odd)]
    server = serve(*replies)
    with package.Acme(base_url=server.url) as client:
        page = client.trees.list()
        trees = [*page]
        result = client.trees.create(anode0={"kind": "node.0"})
    assert type(page) is types.TreeListPage
    assert type(trees[0].anode0.next) is types.Bnode1
    assert type(trees[1].bnode1) is types.Bnode1
    assert type(result) is types.Dnode3
    assert type(result.next) is types.Enode4
    server.replies = replies

    async def call() -> Any:
        async with package.AsyncAcme(base_url=server.url) as client:
            items = [tree async for tree in client.trees.list()]
            return items, await client.trees.create(anode0={"kind": "node.0"})

    assert asyncio.run(call()) == (trees, result)
