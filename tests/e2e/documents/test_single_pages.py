"""Lists of which the response contains all items."""

from __future__ import annotations

import asyncio
import copy
import importlib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.e2e.documents.conftest import marked_lines
from tests.unit.runtime.conftest import Reply, Server

pytestmark = pytest.mark.slow

KIND = "A response is a list, and nothing shows that there are further pages."
RESULT = (
    "The method returns a page without a next one, over whose items callers can iterate, if "
    '`object` is `"list"`, or if an array `data`, `items` or `results` is the only content.'
)
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
paths:
  /models:
    get:
      operationId: listModels
      responses:
        '200':
          description: The models.
          content: {application/json: {schema: {$ref: '#/components/schemas/ModelList'}}}
  /charts:
    get:
      operationId: getChart
      responses:
        '200':
          description: The chart.
          content: {application/json: {schema: {$ref: '#/components/schemas/Chart'}}}
components:
  schemas:
    Model:
      type: object
      required: [id]
      properties: {id: {type: string}}
    ModelList:
      type: object
      required: [object, data]
      properties:
        object: {type: string, const: list}
        data: {type: array, items: {$ref: '#/components/schemas/Model'}}
        owner: {type: string}
    Chart:
      type: object
      properties:
        title: {type: string}
        data: {type: array, items: {$ref: '#/components/schemas/Model'}}
"""
CALLER = """
from typing import assert_type

from acme_client import Acme, AsyncAcme
from acme_client.types import Model, ModelList


def use(models: ModelList) -> None: ...


def call(client: Acme) -> None:
    page = client.models.list()
    use(page)
    assert_type([model for model in page], list[Model])
    assert_type(page.data, list[Model])
    assert_type(page[0], Model)
    assert_type(page.has_next_page(), bool)
    for model in client.models.list():
        model.id.upper()
        model.id + 1  # wrong
    client.models.list().owner + 1  # wrong


async def call_async(client: AsyncAcme) -> None:
    page = await client.models.list()
    assert_type(page.data, list[Model])
    async for model in client.models.list():
        model.id.upper()
        model.id + 1  # wrong
    async for other in page:
        other.id.upper()
    raw = await client.models.with_raw_response.list()
    assert_type(raw.parse().data, list[Model])
"""
BODY = b'{"object": "list", "data": [{"id": "a"}, {"id": "b"}], "owner": "me"}'

Clients = Callable[..., ModuleType]
Serve = Callable[..., Server]


def ids(items: Any) -> list[str]:
    return [item.id for item in items]


def test_iteration(client_of: Clients, serve: Serve) -> None:
    module, server = client_of(DOCUMENT), serve(Reply(body=BODY))
    client = module.Acme(base_url=server.url)
    page = client.models.list()
    assert isinstance(page, module.types.ModelList)
    assert ids(page) == ids(page.data) == ["a", "b"]
    assert all(type(item) is module.types.Model for item in page)
    assert (page[1].id, page.owner, page.has_next_page()) == ("b", "me", False)
    assert page.next_page_info() is None
    assert [ids(each.data) for each in page.iter_pages()] == [["a", "b"]]
    assert page.to_dict()["object"] == "list"
    assert ids(copy.deepcopy(page)) == ["a", "b"]
    with pytest.raises(RuntimeError, match="there is no next page"):
        page.get_next_page()
    assert ids(client.models.with_raw_response.list().parse()) == ["a", "b"]
    with client.models.with_streaming_response.list() as response:
        assert ids(response.parse()) == ["a", "b"]
    assert [item.target for item in server.received] == ["/models"] * 3


def test_async_iteration(client_of: Clients, serve: Serve) -> None:
    module, server = client_of(DOCUMENT), serve(Reply(body=BODY))

    async def call() -> None:
        async with module.AsyncAcme(base_url=server.url) as client:
            page = await client.models.list()
            assert ids(page.data) == ["a", "b"]
            assert not page.has_next_page()
            assert [item.id async for item in page] == ["a", "b"]
            assert [item.id async for item in client.models.list()] == ["a", "b"]
            both = await asyncio.gather(client.models.list(), client.models.list())
            assert [ids(each.data) for each in both] == [["a", "b"]] * 2
            raw = await client.models.with_raw_response.list()
            assert ids(raw.parse().data) == ["a", "b"]

    asyncio.run(call())


@pytest.mark.parametrize("body", [b'{"object": "list"}', b'{"data": null}'])
def test_missing_items(client_of: Clients, serve: Serve, body: bytes) -> None:
    module, server = client_of(DOCUMENT), serve(Reply(body=body))
    assert ids(module.Acme(base_url=server.url).models.list()) == []


def test_settings(client_of: Clients, serve: Serve) -> None:
    pagination = {"listModels": False, "getChart": {"kind": "single"}}
    module = client_of(DOCUMENT, pagination=pagination)
    client = module.Acme(base_url=serve(Reply(body=BODY)).url)
    assert type(client.models.list()) is module.types.ModelList
    assert ids(client.charts.list()) == ["a", "b"]


def test_other_objects(client_of: Clients, serve: Serve) -> None:
    module, server = client_of(DOCUMENT), serve(Reply(body=BODY))
    chart = module.Acme(base_url=server.url).charts.list()
    assert type(chart) is module.types.Chart


def test_mock(client_of: Clients) -> None:
    module = client_of(DOCUMENT)
    mock = importlib.import_module(f"{module.__name__}.testing").MockAPI()
    client = module.Acme(http_client=mock.client(), base_url="https://acme.test")
    assert len(list(client.models.list())) == 1
    mock.respond("models.list", json={"object": "list", "data": [{"id": "x"}]})
    assert ids(client.models.list()) == ["x"]


def test_documentation(client_of: Clients, tmp_path: Path) -> None:
    module = client_of(DOCUMENT)
    assert module.types.ModelListPage.__doc__ == (
        "A `ModelList` that iterates over its items."
    )
    pages = [path.read_text() for path in tmp_path.rglob("*.md")]
    note = "`for item in client.models.list(…):`, or `async for` with an async client."
    assert any(
        f"without further pages. Iterate over it to read its items: {note}" in text
        for text in pages
    )


def test_types(client_of: Clients, wrong_lines: Callable[..., set[int]]) -> None:
    assert wrong_lines(client_of(DOCUMENT), CALLER) == marked_lines(CALLER)
