"""Lists whose pagination is explained by descriptions, or selected in a request body."""

from __future__ import annotations

import importlib
from typing import Any

import pytest

from tests.e2e.documents.page_cases import (
    ANTS,
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
    "The pagination of a list is explained by descriptions, links or keys of items, or "
    "the request body selects the page."
)
RESULT = (
    "The method returns pages, and iterates over the items of all of them. Positions in "
    "streams of changes and bounds of time remain ordinary parameters."
)


def described(text: str, schema: dict[str, Any] = STRING) -> dict[str, Any]:
    """Return a schema with a description."""
    return {**schema, "description": text}


def fields(**properties: Any) -> dict[str, Any]:
    """Return the schema of an object."""
    return {"type": "object", "properties": properties}


NEXT_URL = '<https://acme.test/ants?page_token=t>; rel="next"'
TOTALS: list[Any] = [{"ants": PAGE_1, "total": 3}, {"ants": PAGE_2, "total": 3}]
UNTIL_EMPTY: list[Any] = [{"ants": PAGE_1}, {"ants": PAGE_2}, {"ants": []}]
LINK_HEADERS = fields(link=described("The links to the following pages."))
CASES = {
    "field that the parameter names": Case(
        {"from": described("The `next_batch` of an earlier call to this endpoint.")},
        {"ants": ANTS, "next_batch": STRING, "prev_batch": STRING},
        token_pages("next_batch"),
        ["", "from=t"],
    ),
    "field with an ordinary name": Case(
        {"from": described("An `end` token that a previous request returned.")},
        {"chunk": ANTS, "state": ANTS, "start": STRING, "end": STRING},
        [{"chunk": PAGE_1, "end": "t"}, {"chunk": PAGE_2}],
        ["", "from=t"],
    ),
    "parameter that is a pagination token": Case(
        {"since": described("A pagination token from a previous request.")},
        {"ants": ANTS, "next_batch": STRING},
        token_pages("next_batch"),
        ["", "since=t"],
    ),
    "next token or time": Case(
        {"from": described("Ants after the time or continuation token.")},
        {
            "ants": ANTS,
            "pagination": {
                "oneOf": [
                    fields(count=INTEGER, next=STRING),
                    fields(count=INTEGER, next={"type": "number"}, prev=INTEGER),
                ]
            },
        },
        token_pages("next", "pagination"),
        ["", "from=t"],
    ),
    "last id without a flag": Case(
        {"after": described("Identifier for the last ant from the previous request.")},
        {"ants": ANTS},
        UNTIL_EMPTY,
        ["", "after=b", "after=c"],
    ),
    "last key": Case(
        {"exclusiveStartKey": STRING},
        {"ants": ANTS, "lastEvaluatedKey": STRING},
        token_pages("lastEvaluatedKey"),
        ["", "exclusiveStartKey=t"],
    ),
    "link header that the parameter names": Case(
        {"page_token": described("The cursor of the `Link` header of the last page.")},
        ANTS,
        [PAGE_1, PAGE_2],
        ["", "page_token=t"],
        links=(NEXT_URL, ""),
    ),
    "link header that the operation names": Case(
        {"cursor": STRING},
        ANTS,
        [PAGE_1, PAGE_2],
        ["", "page_token=t"],
        links=(NEXT_URL, ""),
        description="Paginated: follow the Link header.",
    ),
    "link header of the document": Case(
        {"page_token": STRING},
        ANTS,
        [PAGE_1, PAGE_2],
        ["", "page_token=t"],
        links=(NEXT_URL, ""),
        schemas={"tokenPaginationHeaders": LINK_HEADERS},
    ),
    "URI in an object about the next page": Case(
        {"offset": STRING},
        {"ants": ANTS, "next_page": fields(offset=STRING, path=STRING, uri=STRING)},
        [
            {"ants": PAGE_1, "next_page": {"uri": "https://acme.test/ants?offset=t"}},
            {"ants": PAGE_2, "next_page": None},
        ],
        ["", "offset=t"],
    ),
    "two objects around the list": Case(
        {"cursor": STRING},
        {
            "_embedded": fields(data=fields(ants=ANTS)),
            "_links": fields(next=fields(href=STRING), self=fields(href=STRING)),
        },
        [
            {
                "_embedded": {"data": {"ants": PAGE_1}},
                "_links": {"next": {"href": "/ants?cursor=t"}},
            },
            {"_embedded": {"data": {"ants": PAGE_2}}, "_links": {}},
        ],
        ["", "cursor=t"],
    ),
    "offset called from": Case(
        {"from": described("The starting index.", INTEGER), "size": INTEGER},
        {"ants": ANTS, "total": INTEGER},
        TOTALS,
        ["", "from=2"],
    ),
    "page number as a string": Case(
        {"page": described("The page number to return.")},
        {"ants": ANTS, "total": INTEGER},
        TOTALS,
        ["", "page=2"],
    ),
    "token in the body": Case(
        {},
        {"ants": ANTS, "continuation_token": STRING},
        token_pages("continuation_token"),
        ["{}", '{"continuation_token":"t"}'],
        body={"continuation_token": STRING, "size": INTEGER},
    ),
    "token in an object of the body": Case(
        {},
        {"ants": ANTS, "page": fields(next_token=STRING)},
        token_pages("next_token", "page"),
        ['{"page":{"limit":2}}', '{"page":{"limit":2,"token":"t"}}'],
        body={"page": fields(token=STRING, limit=INTEGER)},
        first={"page": {"limit": 2}},
    ),
    "offset in the body": Case(
        {},
        {"ants": ANTS, "total": INTEGER},
        TOTALS,
        ["{}", '{"page_offset":2}'],
        body={"page_offset": INTEGER, "page_limit": INTEGER},
    ),
    "next offset in the body": Case(
        {},
        {"ants": ANTS, "next_page_offset": STRING},
        token_pages("next_page_offset"),
        ["{}", '{"offset":"t"}'],
        body={"offset": STRING, "limit": INTEGER},
    ),
    "page number in the query of a POST": Case(
        {"page": INTEGER, "size": INTEGER},
        {"ants": ANTS, "total": INTEGER},
        TOTALS,
        ["{}", "page=2"],
        body={"name": STRING},
    ),
}
"""Paginated lists. The body of a request is compared if it has no query."""
STREAM = described("The stream position to begin at.")
NO_PAGES = {
    "position in a stream": Case(
        {"stream_position": STREAM},
        {"ants": ANTS, "next_stream_position": STRING},
        [],
        [],
    ),
    "token of a stream": Case(
        {"from": described("The token to stream from, of a previous request.")},
        {"chunk": ANTS, "start": STRING, "end": STRING},
        [],
        [],
    ),
    "time of the last item": Case(
        {"after": described("Ants after this time.")}, {"ants": ANTS}, [], []
    ),
    "field of the previous page": Case(
        {"from": described("The `prev_token` of an earlier response.")},
        {"ants": ANTS, "prev_token": STRING, "next_token": STRING},
        [],
        [],
    ),
    "link header of other links": Case(
        {"page_token": described("See the Link header.")}, ANTS, [], []
    ),
    "lower bound": Case(
        {"from": described("Lower bound of the size.", INTEGER), "size": INTEGER},
        {"ants": ANTS, "total": INTEGER},
        [],
        [],
    ),
    "criterion of a search": Case(
        {}, {"ants": ANTS, "cursor": STRING}, [], [], body={"cursor": STRING}
    ),
    "page of a search without a size": Case(
        {}, {"ants": ANTS, "total": INTEGER}, [], [], body={"page": INTEGER}
    ),
    "offset of a search without a total": Case(
        {}, {"ants": ANTS}, [], [], body={"offset": INTEGER, "limit": INTEGER}
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_all_pages_are_read(client_of: ClientOf, name: str) -> None:
    read_pages(client_of(document(CASES[name])), CASES[name])


@pytest.mark.parametrize("name", CASES)
def test_the_mock_ends_the_list(client_of: ClientOf, name: str) -> None:
    package = client_of(document(CASES[name]))
    mock = importlib.import_module(f"{package.__name__}.testing").MockAPI()
    client = package.Acme(http_client=mock.client())
    items = list(list_method(client)(**CASES[name].first))
    assert len(items) == 1
    assert len(mock.requests) <= 2


@pytest.mark.parametrize("name", NO_PAGES)
def test_other_parameters_do_not_paginate(client_of: ClientOf, name: str) -> None:
    package = client_of(document(NO_PAGES[name]))
    client = package.Acme(base_url="https://acme.test")
    returns = str(list_method(client).__annotations__["return"])
    assert "Page" not in returns
