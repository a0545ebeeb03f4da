"""Copies and pickles of pages and other results that depend on a client."""

from __future__ import annotations

import copy
import gc
import pickle
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx2
import pytest

from tests.clients import generate, import_from
from tests.e2e.faults.conftest import KINDS, Caller, settled
from tests.e2e.faults.wire import Act, Wire, http_response, sends, stream

pytestmark = pytest.mark.slow

KIND = "A page, a raw response, a stream or a download is copied or pickled."
RESULT = (
    "Copies and pickles of a page can request the next page. A pickle contains the client"
    " with its credentials. Raw responses can be copied after their body was read; streams"
    " and downloads raise `TypeError`, and remain usable."
)

Serve = Callable[..., Wire]
DOCUMENT = """
openapi: 3.1.0
info: {title: Copies, version: "1"}
security: [{apiKey: []}]
paths:
  /tokens:
    get:
      operationId: listTokens
      parameters: [{name: page_token, in: query, schema: {type: string}}]
      responses: {"200": {description: ok, content: {application/json: {schema: {
        type: object, properties: {
          items: {type: array, items: {$ref: "#/components/schemas/Item"}},
          next_page_token: {type: string}}}}}}}
  /urls:
    get:
      operationId: listUrls
      parameters: [{name: limit, in: query, schema: {type: integer}}]
      responses: {"200": {description: ok, content: {application/json: {schema: {
        type: object, required: [value], properties: {
          value: {type: array, items: {$ref: "#/components/schemas/Item"}},
          "@odata.nextLink": {type: string}}}}}}}
  /numbers:
    get:
      operationId: listNumbers
      parameters:
      - {name: page, in: query, schema: {type: integer}}
      - {name: per_page, in: query, schema: {type: integer}}
      responses: {"200": {description: ok, content: {application/json: {schema: {
        type: array, items: {$ref: "#/components/schemas/Item"}}}}}}
components:
  securitySchemes: {apiKey: {type: apiKey, in: header, name: X-Key}}
  schemas:
    Item: {type: object, required: [id], properties: {id: {type: string}}}
"""


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    folder: Path = tmp_path_factory.mktemp("copies")
    spec = folder / "copies.yaml"
    spec.write_text(DOCUMENT, encoding="utf-8")
    generate(spec, folder / "out", "copies_client")
    return import_from(folder / "out", "copies_client")


@pytest.fixture(params=KINDS)
def lister(request: pytest.FixtureRequest, lists: ModuleType) -> Caller:
    return Caller(lists, request.param)


def page(text: str) -> Act:
    return sends(http_response(text.encode(), headers="X-Request-Id: r-1\r\n"))


LISTS = {
    "tokens": (
        page('{"items": [{"id": "a"}], "next_page_token": "t2"}'),
        page('{"items": [{"id": "b"}], "next_page_token": "t3"}'),
        page('{"items": [{"id": "c"}]}'),
    ),
    "urls": (
        page('{"value": [{"id": "a"}], "@odata.nextLink": "/next?x=2"}'),
        page('{"value": [{"id": "b"}], "@odata.nextLink": "/next?x=3"}'),
        page('{"value": [{"id": "c"}]}'),
    ),
    "numbers": (
        page('[{"id": "a"}]'),
        page('[{"id": "b"}]'),
        page('[{"id": "c"}]'),
        page("[]"),
    ),
}


def pickled(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))


DUPLICATES = [
    pytest.param(copy.copy, id="copy"),
    pytest.param(copy.deepcopy, id="deepcopy"),
    pytest.param(pickled, id="pickle"),
    pytest.param(lambda value: copy.deepcopy(pickled(copy.copy(value))), id="all"),
]


async def rest(first: Any) -> list[str]:
    """Return the items of a page and of all pages after it."""
    if hasattr(first, "__aiter__"):
        return [item.id async for item in first]
    return [item.id for item in first]


@pytest.mark.parametrize("duplicate", DUPLICATES)
@pytest.mark.parametrize("resource", LISTS)
@pytest.mark.parametrize("position", [0, 1])
def test_copies_of_pages_go_on(
    lister: Caller,
    wire: Serve,
    resource: str,
    duplicate: Callable[[Any], Any],
    position: int,
) -> None:
    acts = LISTS[resource]
    server = wire(*acts, *acts[position + 1 :])

    async def job(caller: Caller) -> None:
        arguments = {"per_page": 1} if resource == "numbers" else {}
        original = await settled(getattr(caller.client, resource).list(**arguments))
        for _ in range(position):
            original = await settled(original.get_next_page())
        twin = duplicate(original)
        assert type(twin) is type(original) and twin == original
        assert twin[0].id == "ab"[position] and twin._request_id == "r-1"
        assert twin.has_next_page()
        # The iteration over one does not end that over the other.
        expected = ["a", "b", "c"][position:]
        assert await rest(original) == expected
        assert await rest(twin) == expected

    lister.run(server.url, job)
    sent = [request.split(b"\r\n")[0] for request in server.requests]
    repeated = len(acts) - position - 1
    assert sent[-repeated:] == sent[-2 * repeated : -repeated]
    assert all(b"X-Key: sk-test-secret" in request for request in server.requests)


@pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy])
def test_copies_share_the_connections(
    lister: Caller, wire: Serve, duplicate: Callable[[Any], Any]
) -> None:
    server = wire(*LISTS["tokens"])

    async def job(caller: Caller) -> None:
        twin = duplicate(await settled(caller.client.tokens.list()))
        twin.items[0].id = "z"
        assert await rest(twin) == ["z", "b", "c"]

    lister.run(server.url, job)
    assert server.connections == 1


def test_deep_copies_have_their_own_items(lister: Caller, wire: Serve) -> None:
    async def job(caller: Caller) -> None:
        original = await settled(caller.client.tokens.list())
        twin = copy.deepcopy(original)
        twin.items[0].id = "z"
        assert original.items[0].id == "a"

    lister.run(wire(*LISTS["tokens"]).url, job)


def test_pages_without_a_client(lister: Caller, wire: Serve) -> None:
    kind: Any = httpx2.Client if lister.kind == "sync" else httpx2.AsyncClient

    async def job(caller: Caller) -> None:
        original = await settled(caller.client.tokens.list())
        with pytest.raises(TypeError, match="cannot pickle '.*Acme' with http_client"):
            pickle.dumps(original)
        created = type(original).from_dict(original.to_dict())
        for twin in (copy.copy(created), copy.deepcopy(created), pickled(created)):
            assert twin == created and not twin.has_next_page()

    lister.run(wire(*LISTS["tokens"]).url, job, http_client=kind())


@pytest.mark.parametrize("duplicate", DUPLICATES)
def test_raw_responses(
    lister: Caller, wire: Serve, duplicate: Callable[[Any], Any]
) -> None:
    server = wire(*LISTS["tokens"])

    async def job(caller: Caller) -> None:
        raw = await settled(caller.client.tokens.with_raw_response.list())
        twin = duplicate(raw)
        assert (twin.status_code, twin.request_id) == (200, "r-1")
        assert (twin.content, twin.url, twin.method) == (raw.content, raw.url, "GET")
        assert twin.retries_taken == 0
        assert await rest(twin.parse()) == ["a", "b", "c"]

    lister.run(server.url, job)


def test_a_raw_response_that_is_not_read(lister: Caller, wire: Serve) -> None:
    async def job(caller: Caller) -> None:
        sending = caller.client.tokens.with_streaming_response.list()
        raw = (
            sending.__enter__() if caller.kind == "sync" else await sending.__aenter__()
        )
        for duplicate in (copy.copy, copy.deepcopy, pickle.dumps):
            with pytest.raises(TypeError, match="before its body is read"):
                duplicate(raw)
        await settled(raw.read())
        assert copy.deepcopy(raw).status_code == 200
        await settled(raw.close())

    lister.run(wire(*LISTS["tokens"]).url, job)


def test_streams_and_downloads(caller: Caller, wire: Serve) -> None:
    item = b'data: {"id": "c", "text": "a"}\n\n'
    server = wire(
        sends(*stream(item, item, b"data: [DONE]\n\n")),
        sends(http_response(b"abc", "application/octet-stream")),
    )

    async def job(caller: Caller) -> None:
        events = await caller.begin()
        refuse(events)
        seen = [each async for each in events] if caller.kind != "sync" else [*events]
        assert [each.text for each in seen] == ["a", "a"]
        file = await settled(caller.client.files.content("f"))
        refuse(file)
        assert await settled(file.read()) == b"abc"

    caller.run(server.url, job)


def refuse(value: Any) -> None:
    """Check that a result is not copied, and that the attempt does not close it."""
    name = type(value).__name__
    for duplicate in (copy.copy, copy.deepcopy, pickle.dumps):
        with pytest.raises(TypeError, match=f"cannot copy or pickle '{name}'"):
            duplicate(value)
    gc.collect()
