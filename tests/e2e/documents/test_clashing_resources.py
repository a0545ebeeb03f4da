"""Names of resources that are equal with the prefix `async` or the suffix `raw`."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

import pytest

from tests.unit.runtime.conftest import Server

KIND = (
    "The name of one resource is that of another with `async_`, `_raw` or `_streaming`."
)
RESULT = "Each resource has distinct classes, and the attributes of the client keep the names."

PATHS = ["search", "async_search", "search_raw", "search_streaming", "b/search"]
DOCUMENT = "\n".join(
    [
        "openapi: 3.1.0",
        "info: {title: Shop, version: '1'}",
        "paths:",
        *(
            f"  /{path}/items:\n"
            f"    get: {{operationId: op{index}, responses: {{'204': {{description: Done.}}}}}}"
            for index, path in enumerate([*PATHS, "b/async_search", "b/search_raw"])
        ),
    ]
)
CALLS = {
    "search": "/search/items",
    "async_search": "/async_search/items",
    "search_raw": "/search_raw/items",
    "search_streaming": "/search_streaming/items",
    "b.search": "/b/search/items",
    "b.async_search": "/b/async_search/items",
    "b.search_raw": "/b/search_raw/items",
}


def test_requests(
    client_of: Callable[[str], ModuleType], serve: Callable[..., Server]
) -> None:
    package = client_of(DOCUMENT)
    server = serve()
    client = package.Acme(base_url=server.url)
    classes: list[type] = []
    for call, path in CALLS.items():
        resource = client
        for name in call.split("."):
            resource = getattr(resource, name)
        classes.append(type(resource))
        resource.items.retrieve()
        assert server.received[-1].target == path
        assert resource.items.with_raw_response.retrieve().status_code == 200
    assert len(set(classes)) == len(CALLS)


@pytest.mark.slow
def test_resource_whose_name_is_the_prefix(
    client_of: Callable[[str], ModuleType],
    wrong_lines: Callable[[ModuleType, str], set[int]],
) -> None:
    document = """
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /async: {get: {responses: {'200': {$ref: '#/components/responses/Async'}}}}
components:
  responses:
    Async:
      description: A job.
      content: {application/json: {schema: {$ref: '#/components/schemas/Async'}}}
  schemas: {Async: {type: object, properties: {id: {type: string}}}}
"""
    caller = """\
from typing import assert_type

from acme_client import Acme, AsyncAcme
from acme_client.types import Async

assert_type(Acme(base_url="https://shop.test").async_.retrieve(), Async)

async def main(client: AsyncAcme) -> None:
    assert_type(await client.async_.retrieve(), Async)
"""
    assert wrong_lines(client_of(document), caller) == set()


@pytest.mark.slow
def test_types(
    client_of: Callable[[str], ModuleType],
    wrong_lines: Callable[[ModuleType, str], set[int]],
) -> None:
    caller = "from acme_client import Acme, AsyncAcme\n\n"
    caller += "client = Acme(base_url='https://shop.test')\n"
    caller += "".join(f"client.{call}.items.retrieve()\n" for call in CALLS)
    caller += "\nasync def main(other: AsyncAcme) -> None:\n"
    caller += "".join(f"    await other.{call}.items.retrieve()\n" for call in CALLS)
    assert wrong_lines(client_of(DOCUMENT), caller) == set()
