"""Path items that refer to others, with operations and parameters beside the reference."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.loader import load
from generator.normalizer import normalize
from generator.source import Location
from tests.unit.runtime.conftest import Server, json_reply

KIND = "A path item has a `$ref`, and operations, parameters or servers beside it."
RESULT = (
    "The client has the operations of both, with the parameters and servers beside the reference. A method in both "
    "is a warning, and that beside the reference is generated."
)
SHARED = """
shared:
  $ref: '#/inner'
  parameters: [{name: outer, in: query, TYPE}]
inner:
  parameters: [{name: limit, in: query, TYPE}]
  get: {operationId: listItems, responses: {'200': {description: Done.}}}
  put: {operationId: ignored, responses: {'200': {description: Done.}}}
"""
PATHS = """
  /items:
    $ref: 'paths.yaml#/shared'
    parameters: [{name: page, in: query, TYPE}, {$ref: '#/COMMON/Sort'}]
    put: {operationId: putItems, responses: {'200': {description: Done.}}}
    post: {operationId: createItem, responses: {'201': {description: Done.}}}
"""
DOCUMENTS = {
    "3.0": (
        "openapi: 3.0.3\ninfo: {title: Acme, version: '1'}\npaths:"
        + PATHS.replace("COMMON", "components/parameters")
        + "components: {parameters: {Sort: {name: sort, in: query, TYPE}}}",
        "schema: {type: array, items: {type: integer}}, explode: false",
    ),
    "2.0": (
        "swagger: '2.0'\ninfo: {title: Acme, version: '1'}\npaths:"
        + PATHS.replace("COMMON", "parameters")
        + "parameters: {Sort: {name: sort, in: query, TYPE}}",
        "type: array, items: {type: integer}",
    ),
}
Build = Callable[..., ModuleType]


@pytest.mark.parametrize("version", DOCUMENTS)
def test_requests(
    version: str, client_of: Build, serve: Callable[..., Server], tmp_path: Path
) -> None:
    text, type_ = DOCUMENTS[version]
    (tmp_path / "paths.yaml").write_text(SHARED.replace("TYPE", type_))
    acme = client_of(text.replace("TYPE", type_))
    server = serve(json_reply({}))
    with acme.Acme(base_url=server.url) as client:
        for call in (client.items.list, client.items.update, client.items.create):
            call(limit=[1, 2], outer=[3], page=[4], sort=[5])
    assert [(item.method, item.target) for item in server.received] == [
        (method, "/items?page=4&sort=5&outer=3&limit=1,2")
        for method in ("GET", "PUT", "POST")
    ]


def test_a_method_in_both(tmp_path: Path) -> None:
    text, type_ = DOCUMENTS["3.0"]
    (tmp_path / "paths.yaml").write_text(SHARED.replace("TYPE", type_))
    path, diagnostics = tmp_path / "openapi.yaml", Diagnostics()
    path.write_text(text.replace("TYPE", type_))
    document = load([path], relative_to=tmp_path, diagnostics=diagnostics)
    normalize(document, Config(package="acme", client="Acme"), diagnostics)
    (item,) = [each for each in diagnostics if each.rule.code == "double-operation"]
    assert isinstance(item.location, Location)
    assert (item.location.file.name, item.location.place.line) == ("paths.yaml", 8)
    ((_, first),) = item.related
    assert isinstance(first, Location)
    assert (first.file.name, first.place.line) == ("openapi.yaml", 7)
