"""Lists in single objects, after ids of unusual names, and selected by query objects."""

from __future__ import annotations

import importlib
import json
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
)

pytestmark = pytest.mark.slow

KIND = (
    "The list is a part of a single object, its pages begin after an id that only the type "
    "of the parameter, its description or other lists show, or a member of a query "
    "parameter selects the page."
)
RESULT = (
    "The method returns pages if the document has enough evidence. A position whose "
    "direction or meaning is open remains an ordinary parameter."
)


def described(text: str, schema: dict[str, Any] = STRING) -> dict[str, Any]:
    """Return a schema with a description."""
    return {**schema, "description": text}


def fields(**properties: Any) -> dict[str, Any]:
    """Return the schema of an object."""
    return {"type": "object", "properties": properties}


def list_of(**properties: Any) -> dict[str, Any]:
    """Return the schema of a list of objects."""
    return {"type": "array", "items": fields(**properties)}


def other_lists(count: int, parameter: dict[str, Any]) -> dict[str, Any]:
    """Return the paths of lists with a parameter that accepts the id of the last item."""
    return {
        f"/others{number}": json.loads(
            document(
                Case({"after": parameter}, {"ants": ANTS, "has_more": BOOLEAN}, [], [])
            ).replace("listAnts", f"listOthers{number}")
        )["paths"]["/ants"]
        for number in range(count)
    }


def numbered(*names: str) -> list[dict[str, Any]]:
    return [{"id": name, "antNumber": ord(name)} for name in names]


UUID = {"type": "string", "format": "uuid"}
PAGED = described("Which page of the paginated results to return.", INTEGER)
AFTER = described("Return ants after this cursor.")
POSITION = fields(Id=STRING, OwnerId=STRING)
AFTER_NUMBER = described("Ants with an antNumber greater than the offset.", INTEGER)
NUMBERED_ANTS = list_of(id=STRING, antNumber=INTEGER)
ITEMS = fields(offset=INTEGER, total_count=INTEGER, entries=ANTS, order=NUMBERED_ANTS)
UNTIL_EMPTY: list[Any] = [PAGE_1, PAGE_2, []]


def nested(*outer: str, **values: Any) -> list[Any]:
    """Return two pages and an empty page whose lists are at a path."""
    pages: list[Any] = []
    for items in UNTIL_EMPTY:
        body: Any = {**values, outer[-1]: items}
        for key in reversed(outer[:-1]):
            body = {key: body}
        pages.append(body)
    return pages


CASES = {
    "page in a single object": Case(
        {"offset": INTEGER, "limit": INTEGER},
        {
            "tags": {"type": "array", "items": STRING},
            "parents": fields(total_count=INTEGER, entries=ANTS),
            "items": ITEMS,
        },
        nested("items", "entries", total_count=3)[:2],
        ["", "offset=2"],
        path="/ants/{ant_id}",
        first={"ant_id": "x"},
    ),
    "page in an object of a single object": Case(
        {"page": INTEGER, "per_page": INTEGER},
        {
            "settings": fields(
                muted=fields(resources=ANTS, meta=fields(page=INTEGER, total=INTEGER))
            )
        },
        [
            {"settings": {"muted": {"resources": items, "meta": {"total": 3}}}}
            for items in (PAGE_1, PAGE_2)
        ],
        ["", "page=2"],
    ),
    "list of a single object": Case(
        {"page": PAGED, "per_page": INTEGER},
        {"scan": fields(id=STRING, results=ANTS)},
        nested("scan", "results"),
        ["", "page=2", "page=3"],
        path="/ants/{ant_id}",
        first={"ant_id": "x"},
    ),
    "type of the id": Case(
        {"after": UUID, "limit": INTEGER},
        list_of(id=UUID, name=STRING),
        UNTIL_EMPTY,
        ["", "after=b", "after=c"],
    ),
    "parameter of other lists": Case(
        {"after": AFTER, "limit": INTEGER},
        {"ants": ANTS},
        nested("ants"),
        ["", "after=b", "after=c"],
        paths=other_lists(3, AFTER),
    ),
    "id in an object about pagination": Case(
        {"offset": described("Used for pagination. Ants after the provided id.")},
        {"ants": list_of(id=STRING, Id=STRING), "pagination": POSITION},
        [{"ants": PAGE_1, "pagination": {"Id": "t"}}, {"ants": PAGE_2}],
        ["", "offset=t"],
    ),
    "number of the last item": Case(
        {"offset": AFTER_NUMBER},
        {"ants": NUMBERED_ANTS},
        [{"ants": numbered(*names)} for names in ("ab", "c", "")],
        ["", "offset=98", "offset=99"],
    ),
    "required offset beside a size": Case(
        {"offset!": INTEGER, "limit!": INTEGER},
        {"Data": ANTS, "Count": INTEGER},
        nested("Data", Count=3),
        ["offset=0&limit=2", "offset=2&limit=2", "offset=3&limit=2"],
        first={"offset": 0, "limit": 2},
    ),
    "page that is a number or an object": Case(
        {
            "page": {
                "oneOf": [INTEGER, fields(number=INTEGER, size=INTEGER)],
            },
            "per_page": INTEGER,
        },
        ANTS,
        UNTIL_EMPTY,
        ["", "page=2", "page=3"],
    ),
    "exploded object in the query": Case(
        {"pageable": fields(page=INTEGER, size=INTEGER)},
        {"ants": ANTS, "totalElements": INTEGER},
        nested("ants", totalElements=3)[:2],
        ["size=2", "size=2&page=2"],
        first={"pageable": {"size": 2}},
    ),
    "object in the query": Case(
        {
            "page": {
                **fields(number=INTEGER, size=INTEGER),
                "x-style": "deepObject",
            }
        },
        {"ants": ANTS, "total": INTEGER},
        nested("ants", total=3)[:2],
        ["page%5Bsize%5D=2", "page%5Bsize%5D=2&page%5Bnumber%5D=2"],
        first={"page": {"size": 2}},
    ),
}
NO_PAGES = {
    "two properties with the type of the id": Case(
        {"after": UUID, "limit": INTEGER}, list_of(id=UUID, user_id=UUID), [], []
    ),
    "type of the id in both directions": Case(
        {"after": UUID, "before": UUID, "limit": INTEGER}, list_of(id=UUID), [], []
    ),
    "type of the id without a size": Case({"after": UUID}, list_of(id=UUID), [], []),
    "parameter of two lists": Case(
        {"after": AFTER}, {"ants": ANTS}, [], [], paths=other_lists(2, AFTER)
    ),
    "parameter of other lists without a description": Case(
        {"after": STRING}, {"ants": ANTS}, [], [], paths=other_lists(3, STRING)
    ),
    "id in an object about pagination without a description": Case(
        {"offset": STRING}, {"ants": ANTS, "pagination": fields(id=STRING)}, [], []
    ),
    "lower bound of a number": Case(
        {"min": AFTER_NUMBER, "limit": INTEGER}, {"ants": NUMBERED_ANTS}, [], []
    ),
    "required bounds": Case({"start!": INTEGER, "count": INTEGER}, ANTS, [], []),
    "required page without a size": Case({"page!": INTEGER}, ANTS, [], []),
    "several pages in a single object": Case(
        {"offset": INTEGER, "limit": INTEGER},
        {"workers": ITEMS, "queens": ITEMS},
        [],
        [],
    ),
    "page without a position in a single object": Case(
        {"offset": INTEGER, "limit": INTEGER},
        {"tags": ANTS, "more": ANTS, "items": fields(limit=INTEGER, entries=ANTS)},
        [],
        [],
    ),
    "pagination of a response that is sent back": Case(
        {},
        {"pagination": fields(page=INTEGER, pageCount=INTEGER), "ants": ANTS},
        [],
        [],
        body={"pagination": fields(page=INTEGER, pageCount=INTEGER), "ants": ANTS},
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
