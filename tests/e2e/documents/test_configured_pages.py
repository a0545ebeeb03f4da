"""Lists whose pagination is not detected, and described by the setting `pagination`."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

import pytest

from tests.e2e.documents.page_cases import (
    ANTS,
    BOOLEAN,
    INTEGER,
    PAGE_1,
    PAGE_2,
    STRING,
    Case,
    ClientOf,
    document,
    list_method,
    read_pages,
    token_pages,
)

pytestmark = pytest.mark.slow

KIND = (
    "The document does not show how a list is paginated: it lacks the schema of the "
    "response, uses unusual names, or selects the page by a member of an object."
)
RESULT = (
    "The setting `pagination` describes the list by paths of keys: `send` in the request, "
    "`items`, `next` and others in the response, `id` in an item. The method returns pages."
)


def fields(**properties: Any) -> dict[str, Any]:
    """Return the schema of an object."""
    return {"type": "object", "properties": properties}


def owned(*names: str) -> list[dict[str, Any]]:
    """Return items whose key is in an object."""
    return [{"id": name, "owner": {"key": f"k{name}"}} for name in names]


OWNED_ANTS = {
    "type": "array",
    "items": fields(id=STRING, owner=fields(key=STRING)),
}
UNDECLARED = {
    "kind": "token",
    "items": "results",
    "send": "start_cursor",
    "next": "next_cursor",
    "more": "has_more",
}
UNDECLARED_PAGES: list[Any] = [
    {"results": PAGE_1, "next_cursor": "t", "has_more": True},
    {"results": PAGE_2, "next_cursor": None, "has_more": False},
]
UNTIL_EMPTY: list[Any] = [{"ants": PAGE_1}, {"ants": PAGE_2}, {"ants": []}]
CASES: dict[str, tuple[dict[str, Any], Case]] = {
    "token in an object of the body": (
        {"kind": "token", "send": ["window", "from"], "next": ["window", "to"]},
        Case(
            {},
            {"ants": ANTS, "window": fields(to=STRING)},
            token_pages("to", "window"),
            [
                '{"window":{"size":2}}',
                '{"window":{"size":2,"from":"t"}}',
            ],
            body={"window": fields(**{"from": STRING, "size": INTEGER})},
            first={"window": {"size": 2}},
        ),
    ),
    "token in an object of an object of the body": (
        {"kind": "token", "send": ["query", "page", "after"], "next": "end"},
        Case(
            {},
            {"ants": ANTS, "end": STRING},
            token_pages("end"),
            ["{}", '{"query":{"page":{"after":"t"}}}'],
            body={"query": fields(page=fields(after=STRING))},
        ),
    ),
    "number in an object of the body": (
        {"kind": "number", "send": ["window", "leaf"]},
        Case(
            {},
            {"ants": ANTS},
            UNTIL_EMPTY,
            ["{}", '{"window":{"leaf":2}}', '{"window":{"leaf":3}}'],
            body={"window": fields(leaf=INTEGER)},
        ),
    ),
    "number in an object of the query": (
        {"kind": "number", "send": ["window", "leaf"]},
        Case(
            {
                "window": {
                    **fields(leaf=INTEGER, size=INTEGER),
                    "x-style": "deepObject",
                }
            },
            {"ants": ANTS},
            UNTIL_EMPTY,
            [
                "window%5Bsize%5D=2",
                "window%5Bsize%5D=2&window%5Bleaf%5D=2",
                "window%5Bsize%5D=2&window%5Bleaf%5D=3",
            ],
            first={"window": {"size": 2}},
        ),
    ),
    "key in an object of an item": (
        {"kind": "id", "send": "before", "id": ["owner", "key"]},
        Case(
            {"before": STRING},
            OWNED_ANTS,
            [owned("a", "b"), owned("c"), []],
            ["", "before=kb", "before=kc"],
        ),
    ),
    "object without declared fields": (
        UNDECLARED,
        Case(
            {"start_cursor": STRING},
            {},
            UNDECLARED_PAGES,
            ["", "start_cursor=t"],
        ),
    ),
    "object without declared fields, cursor in the body": (
        UNDECLARED,
        Case(
            {},
            {},
            UNDECLARED_PAGES,
            ["{}", '{"start_cursor":"t"}'],
            body={"start_cursor": STRING, "page_size": INTEGER},
        ),
    ),
    "response without a schema": (
        UNDECLARED,
        Case(
            {"start_cursor": STRING},
            {"without": {"type": "schema"}},
            UNDECLARED_PAGES,
            ["", "start_cursor=t"],
        ),
    ),
    "list in an object without declared fields": (
        {**UNDECLARED, "items": ["data", "results"]},
        Case(
            {"start_cursor": STRING},
            {
                "data": {"type": "object"},
                "next_cursor": STRING,
                "has_more": BOOLEAN,
            },
            [
                {"data": {"results": PAGE_1}, "next_cursor": "t", "has_more": True},
                {"data": {"results": PAGE_2}, "has_more": False},
            ],
            ["", "start_cursor=t"],
        ),
    ),
}
"""The settings of an operation, and the requests that read its pages."""


def without_fields(text: str) -> str:
    """Return a document whose responses have no declared fields, or no schema."""
    schema = (
        '"schema": {"type": "object", "properties": {"without": {"type": "schema"}}}'
    )
    text = text.replace(schema, "")
    return text.replace('{"type": "object", "properties": {}}', '{"type": "object"}')


def create(client_of: ClientOf, name: str) -> Any:
    settings, case = CASES[name]
    source = without_fields(document(case))
    return client_of(source, pagination={"listAnts": settings})


@pytest.mark.parametrize("name", CASES)
def test_all_pages_are_read(client_of: ClientOf, name: str) -> None:
    read_pages(create(client_of, name), CASES[name][1])


@pytest.mark.parametrize("name", CASES)
def test_the_mock_ends_the_list(client_of: ClientOf, name: str) -> None:
    case = CASES[name][1]
    package = create(client_of, name)
    mock = importlib.import_module(f"{package.__name__}.testing").MockAPI()
    client = package.Acme(http_client=mock.client())
    # The sample of an object without declared fields is empty.
    assert len(list(list_method(client)(**case.first))) <= 1
    assert len(mock.requests) <= 2


@pytest.mark.parametrize("name", [name for name in CASES if "number" in name])
def test_the_mock_ends_a_list_of_the_test(client_of: ClientOf, name: str) -> None:
    case = CASES[name][1]
    package = create(client_of, name)
    mock = importlib.import_module(f"{package.__name__}.testing").MockAPI()
    client = package.Acme(http_client=mock.client())
    call = "GET /ants" if case.body is None else "POST /ants"
    mock.respond(call, json=case.bodies[0])
    assert [ant.id for ant in list_method(client)(**case.first)] == ["a", "b"]


def test_undeclared_fields_are_typed(
    client_of: ClientOf, wrong_lines: Callable[..., set[int]]
) -> None:
    package = create(client_of, "object without declared fields")
    caller = """
from typing import Any, assert_type
from acme_client import Acme, AsyncAcme
from acme_client._runtime import AsyncObjectPage, SyncObjectPage

def walk(client: Acme) -> None:
    page = client.ants.list()
    assert_type(page, SyncObjectPage[Any])
    for each in page.iter_pages():
        assert_type(each, SyncObjectPage[Any])
    for item in page:
        assert_type(item, Any)
    print(page.to_dict())

async def walk_async(client: AsyncAcme) -> None:
    assert_type(await client.ants.list(), AsyncObjectPage[Any])
    async for item in client.ants.list():
        assert_type(item, Any)
"""
    assert wrong_lines(package, caller) == set()
