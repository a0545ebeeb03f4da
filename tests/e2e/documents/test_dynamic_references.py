"""Generic schemas that are bound by `$dynamicAnchor`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import build
from tests.e2e.documents.conftest import marked_lines
from tests.unit.runtime.conftest import Server, json_reply

KIND = "A generic schema has a `$dynamicRef`, which other schemas bind by a `$dynamicAnchor`."
RESULT = "Each binding is a class whose fields have the bound type; parts without dynamic references share one class."

DOCUMENT = Path(__file__).parent / "dynamic_references.yaml"
CALLER = """\
from acme_client import Acme

client = Acme(base_url="https://shop.test")
name: str = client.users.list().data[0].name
total: int = client.orders.list().data[0].total
count: int = client.users.list().meta.count
other: int = client.users.list().data[0].name  # wrong
tree = client.trees.list()
deep: str = tree.children[0].children[0].name
wrong: int = tree.children[0].children[0].name  # wrong
plain = client.nodes.list().children[0].children
first = client.orders.list().first
if first is not None:
    amount: int = first.node.total
    text: str = first.node.total  # wrong
"""


@pytest.mark.slow
def test_types_of_bindings(
    client_of: Callable[[str], ModuleType],
    wrong_lines: Callable[[ModuleType, str], set[int]],
) -> None:
    client = client_of(DOCUMENT.read_text(encoding="utf-8"))
    assert wrong_lines(client, CALLER) == marked_lines(CALLER)


def test_decoded_responses(
    client_of: Callable[[str], ModuleType], serve: Callable[..., Server]
) -> None:
    package = client_of(DOCUMENT.read_text(encoding="utf-8"))
    server = serve(
        json_reply({"data": [{"name": "Ada"}], "meta": {"count": 1}}),
        json_reply(
            {
                "data": [{"total": 3}],
                "meta": {"count": 1},
                "first": {"node": {"total": 3}},
            }
        ),
        json_reply({"name": "a", "children": [{"name": "b", "children": []}]}),
        json_reply({"children": [{"children": []}]}),
    )
    client, types = package.Acme(base_url=server.url), package.types
    users = client.users.list()
    assert type(users) is types.UserPage
    assert type(users.data[0]) is types.User
    orders = client.orders.list()
    assert type(orders.data[0]) is type(orders.first.node) is types.Order
    assert type(orders.meta) is type(users.meta) is types.PageMeta
    tree = client.trees.list()
    assert type(tree.children[0]) is types.NamedTree
    node = client.nodes.list()
    assert type(node.children[0]) is types.Tree


def test_no_diagnostics() -> None:
    diagnostics = Diagnostics()
    specs = (DOCUMENT.name,)
    build(Config(specs=specs, directory=DOCUMENT.parent), diagnostics)
    assert [item.rule.code for item in diagnostics] == []


def test_recursive_binding(client_of: Callable[[str], ModuleType]) -> None:
    """A generic schema that contains itself is one class for each binding."""
    document = """\
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /pages:
    get:
      operationId: getPages
      responses:
        '200':
          description: Pages.
          content: {application/json: {schema: {$ref: '#/components/schemas/Names'}}}
components:
  schemas:
    Page:
      $defs: {item: {$dynamicAnchor: item}}
      type: object
      properties:
        item: {$dynamicRef: '#item'}
        next: {$ref: '#/components/schemas/Page'}
    Names:
      $defs: {item: {$dynamicAnchor: item, type: string}}
      allOf: [{$ref: '#/components/schemas/Page'}]
"""
    types = client_of(document).types
    names = types.Names.from_dict({"item": "a", "next": {"next": {"item": "b"}}})
    assert names.next.next.item == "b"
    assert type(names.next) is type(names.next.next) is types.Names
    assert types.Names.__annotations__ == {
        "item": "str | None",
        "next": "Names | None",
    }


def test_chains_of_generic_schemas_are_limited(tmp_path: Path) -> None:
    """Each level has two references to the next, so all copies would be 2 ** 40."""
    levels = 40
    schemas = [
        f"    L{level}: {{type: object, properties: {{"
        f"a: {{$ref: '#/components/schemas/L{level + 1}'}}, "
        f"b: {{$ref: '#/components/schemas/L{level + 1}'}}}}}}"
        for level in range(levels)
    ]
    document = "\n".join(
        [
            "openapi: 3.1.0",
            "info: {title: Shop, version: '1'}",
            "paths: {}",
            "components:",
            "  schemas:",
            *schemas,
            f"    L{levels}: {{type: object, properties: {{x: {{$dynamicRef: '#item'}}}}}}",
            "    Bound:",
            "      $defs: {item: {$dynamicAnchor: item, type: string}}",
            "      $ref: '#/components/schemas/L0'",
        ]
    )
    (tmp_path / "openapi.yaml").write_text(document)
    result = build(Config(specs=("openapi.yaml",), directory=tmp_path), Diagnostics())
    assert len(result.api.declarations) < 20_000


def test_anchor_of_a_whole_file(tmp_path: Path) -> None:
    """A file that is one recursive schema has its dynamic anchor at the root."""
    schema = "{schema: {$ref: tree.yaml}}"
    (tmp_path / "openapi.yaml").write_text(f"""\
openapi: 3.1.0
info: {{title: Shop, version: '1'}}
paths:
  /trees:
    get:
      operationId: getTrees
      responses: {{'200': {{description: OK, content: {{application/json: {schema}}}}}}}
""")
    (tmp_path / "tree.yaml").write_text("""\
$dynamicAnchor: node
type: object
properties:
  children: {type: array, items: {$dynamicRef: '#node'}}
""")
    diagnostics = Diagnostics()
    config = Config(specs=("openapi.yaml",), directory=tmp_path, package="acme")
    files = build(config, diagnostics).files
    assert [item.rule.code for item in diagnostics] == []
    types = [text.decode() for name, text in files.items() if "/types/" in name]
    assert any("children: list[Tree] | None" in text for text in types)
