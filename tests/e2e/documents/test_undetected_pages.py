"""Lists whose pagination is described in unusual names or only in words."""

from __future__ import annotations

import asyncio
import importlib
import json
from collections.abc import Callable, Mapping
from types import MappingProxyType, ModuleType
from typing import Any, NamedTuple

import httpx2
import pytest

KIND = (
    "The pagination of a list has unusual names, names without separators such as "
    "`pagesize`, a required page number, totals in headers, or is only described in words."
)
RESULT = (
    "The method returns pages, and iterates over the items of all of them. Parameters that "
    "only look like those of pages remain ordinary parameters."
)
ClientOf = Callable[..., ModuleType]
STRING = {"type": "string"}
INTEGER = {"type": "integer"}
BOOLEAN = {"type": "boolean"}
ANTS = {
    "type": "array",
    "items": {"type": "object", "properties": {"id": STRING}, "required": ["id"]},
}
NEXT = {"type": "string", "description": "Pass it to get the next page of results."}
PAGE_1 = [{"id": "a"}, {"id": "b"}]
PAGE_2 = [{"id": "c"}]


class Case(NamedTuple):
    """A list, and the queries that read its two pages.

    Args:
        parameters: Schemas of the query parameters; a name with `!` is required.
        response: Schemas of the response, by property; `ANTS` for a list without object.
        bodies: Bodies of the pages.
        queries: Expected query of each request.
        headers: Headers of responses.
        path: Path of the operation.
        first: Arguments of the call.
    """

    parameters: dict[str, Any]
    response: dict[str, Any]
    bodies: list[Any]
    queries: list[str]
    headers: tuple[str, ...] = ()
    path: str = "/ants"
    first: Mapping[str, Any] = MappingProxyType({})


def token_pages(name: str, *outer: str) -> list[Any]:
    """Return two pages with a token at a path; the last page has none."""
    pages: list[Any] = []
    for items, token in ((PAGE_1, "t"), (PAGE_2, None)):
        members: Any = {name: token} if token else {}
        for key in reversed(outer):
            members = {key: members}
        pages.append({"ants": items, **members})
    return pages


TOKEN_CASES = {
    "same name": Case(
        {"pageToken": STRING, "pageSize": INTEGER},
        {"ants": ANTS, "pageToken": STRING},
        token_pages("pageToken"),
        ["", "pageToken=t"],
    ),
    "lower case": Case(
        {"pagetoken": STRING},
        {"ants": ANTS, "nextpagetoken": STRING},
        token_pages("nextpagetoken"),
        ["", "pagetoken=t"],
    ),
    "description": Case(
        {"token": STRING},
        {"ants": ANTS, "token": NEXT},
        token_pages("token"),
        ["", "token=t"],
    ),
    "description of another name": Case(
        {"startKey": STRING},
        {"ants": ANTS, "position": NEXT},
        token_pages("position"),
        ["", "startKey=t"],
    ),
    "scroll parameter": Case(
        {"scroll_param": STRING},
        {"ants": ANTS, "scroll_param": STRING},
        token_pages("scroll_param"),
        ["", "scroll_param=t"],
    ),
    "errors beside the payload": Case(
        {"NextToken": STRING},
        {
            "payload": {
                "type": "object",
                "properties": {"Ants": ANTS, "NextToken": STRING},
            },
            "errors": {"type": "array", "items": STRING},
        },
        [
            {"payload": {"Ants": PAGE_1, "NextToken": "t"}},
            {"payload": {"Ants": PAGE_2}},
        ],
        ["", "NextToken=t"],
    ),
}
NUMBER_CASES = {
    "required number": Case(
        {"page!": INTEGER},
        {"ants": ANTS, "total": INTEGER},
        [{"ants": PAGE_1, "total": 3}, {"ants": PAGE_2, "total": 3}],
        ["page=1", "page=2"],
        first={"page": 1},
    ),
    "lower case": Case(
        {"pageno": INTEGER, "pagesize": INTEGER},
        {"ants": ANTS, "totalpages": INTEGER},
        [{"ants": PAGE_1, "totalpages": 2}, {"ants": PAGE_2, "totalpages": 2}],
        ["", "pageno=2"],
    ),
    "string with a number as default": Case(
        {"page": {"type": "string", "default": "1"}},
        {"ants": ANTS, "total_count": INTEGER},
        [{"ants": PAGE_1, "total_count": 3}, {"ants": PAGE_2, "total_count": 3}],
        ["", "page=2"],
    ),
    "total in a header": Case(
        {"page": INTEGER},
        ANTS,
        [PAGE_1, PAGE_2, []],
        ["", "page=2", "page=3"],
        headers=("X-Total-Count",),
    ),
    "description of the size": Case(
        {"page": {"type": "integer", "description": "Up to 100 ants will be returned"}},
        {"ants": ANTS},
        [{"ants": PAGE_1}, {"ants": PAGE_2}, {"ants": []}],
        ["", "page=2", "page=3"],
    ),
    "flag": Case(
        {"first": INTEGER},
        {"ants": ANTS, "is_truncated": BOOLEAN},
        [
            {"ants": PAGE_1, "is_truncated": True},
            {"ants": PAGE_2, "is_truncated": False},
        ],
        ["", "first=2"],
    ),
    "skip count": Case(
        {"skipCount": INTEGER, "maxResultCount": INTEGER},
        {"items": ANTS, "totalCount": INTEGER},
        [{"items": PAGE_1, "totalCount": 3}, {"items": PAGE_2, "totalCount": 3}],
        ["", "skipCount=2"],
    ),
    "warnings beside the list": Case(
        {"startAt": INTEGER, "maxResults": INTEGER},
        {
            "ants": ANTS,
            "warningMessages": {"type": "array", "items": STRING},
            "total": INTEGER,
        },
        [{"ants": PAGE_1, "total": 3}, {"ants": PAGE_2, "total": 3}],
        ["", "startAt=2"],
        path="/find",
    ),
    "name of the path": Case(
        {"page": INTEGER, "limit": INTEGER},
        {"messages": ANTS},
        [{"messages": PAGE_1}, {"messages": PAGE_2}, {"messages": []}],
        ["", "page=2", "page=3"],
        path="/Messages.json",
    ),
}
CASES = {
    **{f"token: {name}": case for name, case in TOKEN_CASES.items()},
    **{f"number: {name}": case for name, case in NUMBER_CASES.items()},
}
NO_PAGES = {
    "required page of a document": Case({"page!": INTEGER}, {"ants": ANTS}, [], []),
    "page of a document": Case({"page": INTEGER}, {"ants": ANTS}, [], []),
    "access token": Case({"token": STRING}, {"ants": ANTS, "token": STRING}, [], []),
    "required token": Case(
        {"cursor!": STRING}, {"ants": ANTS, "cursor": STRING}, [], []
    ),
    "previous page": Case(
        {"token": STRING},
        {
            "ants": ANTS,
            "token": {
                "type": "string",
                "description": "Of the previous page, not the next page.",
            },
        },
        [],
        [],
    ),
    "page as a name": Case({"page": STRING}, {"ants": ANTS, "total": INTEGER}, [], []),
    "serial number": Case({"number": INTEGER}, {"ants": ANTS}, [], []),
}


def document(case: Case) -> str:
    """Return the document of a case; JSON is also YAML."""
    schema = (
        case.response
        if case.response is ANTS
        else {"type": "object", "properties": case.response}
    )
    parameters = [
        {
            "name": name.removesuffix("!"),
            "in": "query",
            "required": name.endswith("!"),
            "schema": item,
            "description": item.get("description", ""),
        }
        for name, item in case.parameters.items()
    ]
    response = {
        "description": "Ants.",
        "headers": {name: {"schema": INTEGER} for name in case.headers},
        "content": {"application/json": {"schema": schema}},
    }
    operation = {
        "operationId": "listAnts",
        "tags": ["ants"],
        "parameters": parameters,
        "responses": {"200": response},
    }
    root = {
        "openapi": "3.1.0",
        "info": {"title": "Acme", "version": "1"},
        "servers": [{"url": "https://acme.test"}],
        "paths": {case.path: {"get": operation}},
    }
    return json.dumps(root)


def list_method(client: Any) -> Any:
    """Return the only method of a client."""
    (name,) = [
        name for name in ("ants", "find", "messages") if hasattr(type(client), name)
    ]
    resource = getattr(client, name)
    return getattr(resource, "list", None) or resource.retrieve


@pytest.mark.parametrize("name", CASES)
def test_all_pages_are_read(client_of: ClientOf, name: str) -> None:
    case = CASES[name]
    package = client_of(document(case))
    queries: list[str] = []

    def respond(request: httpx2.Request) -> httpx2.Response:
        queries.append(request.url.query.decode())
        body = case.bodies[(len(queries) - 1) % len(case.bodies)]
        return httpx2.Response(200, json=body)

    transport = httpx2.MockTransport(respond)
    client = package.Acme(http_client=httpx2.Client(transport=transport))
    ids = [ant.id for ant in list_method(client)(**case.first)]
    assert (ids, queries) == (["a", "b", "c"], case.queries)

    async def run() -> None:
        http = httpx2.AsyncClient(transport=transport)
        method = list_method(package.AsyncAcme(http_client=http))
        assert [ant.id async for ant in method(**case.first)] == ids

    asyncio.run(run())
    assert queries == case.queries * 2


@pytest.mark.parametrize("name", CASES)
def test_the_mock_ends_the_list(client_of: ClientOf, name: str) -> None:
    case = CASES[name]
    package = client_of(document(case))
    mock = importlib.import_module(f"{package.__name__}.testing").MockAPI()
    client = package.Acme(http_client=mock.client())
    items = list(list_method(client)(**case.first))
    assert len(items) == 1
    assert len(mock.requests) <= 2


def test_the_mock_ends_a_list_of_the_test(client_of: ClientOf) -> None:
    package = client_of(document(NUMBER_CASES["total in a header"]))
    mock = importlib.import_module(f"{package.__name__}.testing").MockAPI()
    client = package.Acme(http_client=mock.client())
    mock.respond("ants.list", json=PAGE_2)
    for _ in range(2):
        assert [ant.id for ant in client.ants.list()] == ["c"]
    mock.respond("ants.list", json=PAGE_1).then(json=PAGE_2)
    assert [ant.id for ant in client.ants.list()] == ["a", "b", "c"]


@pytest.mark.parametrize("name", NO_PAGES)
def test_other_parameters_do_not_paginate(client_of: ClientOf, name: str) -> None:
    case = NO_PAGES[name]
    package = client_of(document(case))
    client = package.Acme(base_url="https://acme.test")
    returns = str(list_method(client).__annotations__["return"])
    assert "Page" not in returns
