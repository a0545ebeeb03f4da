"""Lists whose pagination is described in unusual names or only in words."""

from __future__ import annotations

import importlib

import pytest

from tests.e2e.documents.page_cases import (
    ANTS,
    BOOLEAN,
    INTEGER,
    NEXT,
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
    "The pagination of a list has unusual names, names without separators such as "
    "`pagesize`, a required page number, totals in headers, or is only described in words."
)
RESULT = (
    "The method returns pages, and iterates over the items of all of them. Parameters that "
    "only look like those of pages remain ordinary parameters."
)
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


@pytest.mark.parametrize("name", CASES)
def test_all_pages_are_read(client_of: ClientOf, name: str) -> None:
    read_pages(client_of(document(CASES[name])), CASES[name])


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
