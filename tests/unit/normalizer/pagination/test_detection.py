"""Detection of pagination."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.unit.normalizer.pagination.operations import (
    BOOLEAN,
    INTEGER,
    ITEM,
    LIST,
    STRING,
    build_operation,
    describe,
    shape,
)

POSITIVE: dict[str, tuple[Any, dict[str, Any], str]] = {
    "last id": (
        shape(data=LIST, first_id=STRING, last_id=STRING, has_more=BOOLEAN),
        {"after": STRING, "before": STRING, "limit": INTEGER},
        "id data send=after next=last_id more=has_more",
    ),
    "id of the last item": (
        shape(object=STRING, data=LIST, has_more=BOOLEAN, url=STRING),
        {"ending_before": STRING, "starting_after": STRING, "limit": INTEGER},
        "id data send=starting_after more=has_more",
    ),
    "ids of items of several kinds": (
        shape(
            data={
                "type": "array",
                "items": {"anyOf": [ITEM, shape(id=STRING, card=STRING)]},
            },
            has_more=BOOLEAN,
        ),
        {"starting_after": STRING},
        "id data send=starting_after more=has_more",
    ),
    "next page token": (
        shape(files=LIST, nextPageToken=STRING, kind=STRING),
        {"pageToken": STRING, "pageSize": INTEGER},
        "token files send=pageToken next=nextPageToken",
    ),
    "next cursor in the metadata": (
        shape(channels=LIST, ok=BOOLEAN, response_metadata=shape(next_cursor=STRING)),
        {"cursor": STRING, "limit": INTEGER},
        "token channels send=cursor next=response_metadata.next_cursor",
    ),
    "start cursor": (
        shape(results=LIST, next_cursor=STRING, has_more=BOOLEAN),
        {"start_cursor": STRING, "page_size": INTEGER},
        "token results send=start_cursor next=next_cursor more=has_more",
    ),
    "page that is a token": (
        shape(data=LIST, has_more=BOOLEAN, next_page=STRING),
        {"page": STRING, "limit": INTEGER},
        "token data send=page next=next_page more=has_more",
    ),
    "number of the next page": (
        shape(entries=LIST, next_page={"type": ["integer", "null"]}),
        {"page": INTEGER, "per_page": INTEGER},
        "token entries send=page next=next_page",
    ),
    "continue": (
        shape(items=LIST, metadata={**shape(**{"continue": STRING}), "required": []}),
        {"continue": STRING, "limit": INTEGER},
        "token items send=continue next=metadata.continue",
    ),
    "end cursor": (
        shape(items=LIST, page_info=shape(end_cursor=STRING, has_next_page=BOOLEAN)),
        {"after": STRING, "first": INTEGER},
        "token items send=after next=page_info.end_cursor more=page_info.has_next_page",
    ),
    "cursor with the same name in request and response, and a flag done": (
        shape(data=LIST, iterator=STRING, done=BOOLEAN),
        {"iterator": STRING},
        "token data send=iterator next=iterator done=done",
    ),
    "timestamp of the next page": (
        shape(
            deployments=LIST,
            pagination=shape(count=INTEGER, next=INTEGER, prev=INTEGER),
        ),
        {"until": {"type": "number"}, "limit": INTEGER},
        "token deployments send=until next=pagination.next",
    ),
    "page number and size": (
        LIST,
        {"page": {**INTEGER, "default": 1}, "per_page": INTEGER},
        "number () send=page first=1",
    ),
    "page number and total": (
        shape(
            things=LIST,
            meta=shape(total=INTEGER),
            links=shape(pages={"anyOf": [shape(next=STRING), shape(prev=STRING)]}),
        ),
        {"page": INTEGER, "per_page": INTEGER},
        "number things send=page total=meta.total first=1",
    ),
    "pages counted from zero": (
        shape(
            content=LIST,
            page=shape(pageNumber=INTEGER, totalPages=INTEGER, lastPage=BOOLEAN),
        ),
        {
            "pageNumber": {**INTEGER, "description": "The page, starting from 0."},
            "pageSize": INTEGER,
        },
        "number content send=pageNumber done=page.lastPage pages=page.totalPages"
        " current=page.pageNumber",
    ),
    "offset": (
        shape(values=LIST, total=INTEGER, startAt=INTEGER, isLast=BOOLEAN),
        {"startAt": INTEGER, "maxResults": INTEGER},
        "offset values send=startAt done=isLast total=total",
    ),
    "offset of a list": (
        LIST,
        {"offset": INTEGER, "limit": INTEGER},
        "offset () send=offset",
    ),
    "offset counted from one": (
        shape(resources=LIST, totalResults=INTEGER),
        {"startIndex": {**INTEGER, "minimum": 1}, "count": INTEGER},
        "offset resources send=startIndex total=totalResults first=1",
    ),
    "URL by its format": (
        shape(
            count=INTEGER,
            next={"type": ["string", "null"], "format": "uri"},
            previous={"type": ["string", "null"], "format": "uri"},
            results=LIST,
        ),
        {"offset": INTEGER, "limit": INTEGER},
        "url results next=next",
    ),
    "URL by its description": (
        shape(items=LIST, next={**STRING, "description": "URL to the next page."}),
        {"offset": INTEGER, "limit": INTEGER},
        "url items next=next",
    ),
    "URL in links": (
        shape(data=LIST, links=shape(self=STRING, next=STRING)),
        {"page[cursor]": STRING},
        "url data next=links.next",
    ),
    "URL in a link object": (
        shape(data=LIST, _links=shape(next=shape(href=STRING))),
        {"pageNumber": INTEGER},
        "url data next=_links.next.href",
    ),
    "OData next link": (
        shape(**{"value": LIST, "@odata.nextLink": STRING}),
        {"$top": INTEGER, "$skip": INTEGER},
        "url value next=@odata.nextLink",
    ),
    "next beside previous, which no parameter accepts": (
        shape(results=LIST, next=STRING, previous=STRING),
        {"page": INTEGER, "page_size": INTEGER},
        "url results next=next",
    ),
    "list inside an object": (
        shape(albums=shape(items=LIST, next=STRING, href=STRING, previous=STRING)),
        {"limit": INTEGER},
        "url albums.items next=albums.next",
    ),
}


@pytest.mark.parametrize("case", POSITIVE)
def test_pagination_is_detected(tmp_path: Path, case: str) -> None:
    response, parameters, expected = POSITIVE[case]
    assert describe(build_operation(tmp_path, response, parameters)) == expected


MARKER = {"const": "list"}
SINGLE: dict[str, tuple[Any, dict[str, Any], str]] = {
    "object": (
        shape(object=MARKER, data=LIST, owner=STRING),
        {"kind": STRING},
        "/things",
    ),
    "object of a parent": (shape(object=MARKER, things=LIST), {}, "/things/{id}"),
    "enum": (shape(object={"enum": ["list"]}, data=LIST), {}, "/things"),
    "data": (shape(data=LIST), {"limit": INTEGER}, "/things"),
    "results and total": (shape(results=LIST, total=INTEGER), {}, "/things/{id}/parts"),
    "items and metadata": (shape(items=LIST, meta=shape(x=STRING)), {}, "/things"),
}
NO_LISTS: dict[str, tuple[Any, dict[str, Any], str]] = {
    "two lists": (shape(object=MARKER, data=LIST, parts=LIST), {}, "/things"),
    "other object": (
        shape(object={"const": "chart"}, title=STRING, data=LIST),
        {},
        "/things",
    ),
    "an object with data": (shape(title=STRING, data=LIST), {}, "/things"),
    "one object": (shape(data=LIST), {}, "/things/{id}"),
    "numbers": (shape(data={"type": "array", "items": INTEGER}), {}, "/things"),
    "another array": (shape(parts=LIST), {}, "/things"),
    "more pages": (shape(object=MARKER, data=LIST, has_more=BOOLEAN), {}, "/things"),
    "next page": (shape(data=LIST, meta=shape(next=STRING)), {}, "/things"),
    "last id": (shape(object=MARKER, data=LIST, last_id=STRING), {}, "/things"),
    "page": (shape(object=MARKER, data=LIST), {"page": INTEGER}, "/things"),
    "cursor": (shape(object=MARKER, data=LIST), {"start_cursor": STRING}, "/things"),
    "after": (shape(object=MARKER, data=LIST), {"created_after": STRING}, "/things"),
    "limit": (shape(data=LIST, total=INTEGER), {"limit": INTEGER}, "/things"),
}
NEGATIVE: dict[str, tuple[Any, dict[str, Any], str]] = {
    "page of a document": (
        shape(text=STRING, words={"type": "array", "items": STRING}, number=INTEGER),
        {"page": INTEGER},
        "/documents/{id}",
    ),
    "an object with two lists": (
        shape(name=STRING, tracks=LIST, images=LIST),
        {"offset": INTEGER, "limit": INTEGER},
        "/playlists/{id}",
    ),
    "no list": (
        shape(id=STRING, next=STRING),
        {"page": INTEGER, "limit": INTEGER},
        "/things",
    ),
    "filter by time": (
        shape(data=LIST, has_more=BOOLEAN),
        {"after": {**STRING, "format": "date-time"}, "limit": INTEGER},
        "/things",
    ),
    "filter by time in seconds": (
        shape(data=LIST, has_more=BOOLEAN),
        {"after": INTEGER},
        "/things",
    ),
    "after without has_more": (
        shape(data=LIST),
        {"after": STRING, "limit": INTEGER},
        "/things",
    ),
    "limit alone": (LIST, {"limit": INTEGER}, "/things"),
    "page without a size": (LIST, {"page": INTEGER}, "/things"),
    "list without parameters": (shape(data=LIST, next_cursor=STRING), {}, "/things"),
    "two lists": (
        shape(left=LIST, right=LIST, total=INTEGER),
        {"page": INTEGER, "limit": INTEGER},
        "/comparison",
    ),
    "size of the next page": (
        shape(data=LIST, pages=shape(next=shape(per_page=INTEGER))),
        {"per_page": INTEGER},
        "/things",
    ),
    "previous cursor": (
        shape(data=LIST, prev_cursor=STRING),
        {"cursor": STRING},
        "/things",
    ),
    "paginated list beside another list": (
        shape(images=LIST, tracks=shape(items=LIST, next=STRING, previous=STRING)),
        {},
        "/things/{id}",
    ),
}


@pytest.mark.parametrize("case", NEGATIVE)
def test_other_responses_are_not_paginated(tmp_path: Path, case: str) -> None:
    response, parameters, path = NEGATIVE[case]
    operation = build_operation(tmp_path, response, parameters, path=path)
    assert describe(operation) == "none"


@pytest.mark.parametrize("case", SINGLE)
def test_lists_without_pages(tmp_path: Path, case: str) -> None:
    response, parameters, path = SINGLE[case]
    operation = build_operation(tmp_path, response, parameters, path=path)
    assert describe(operation).startswith("single ")


@pytest.mark.parametrize("case", NO_LISTS)
def test_objects_without_iteration(tmp_path: Path, case: str) -> None:
    response, parameters, path = NO_LISTS[case]
    operation = build_operation(tmp_path, response, parameters, path=path)
    assert describe(operation) == "none"


def test_other_requests_and_responses_are_not_single_pages(tmp_path: Path) -> None:
    response = shape(object=MARKER, data=LIST)
    assert (
        describe(build_operation(tmp_path, response, {}, body=shape(a=STRING)))
        == "none"
    )
    operation = build_operation(tmp_path, response, {}, headers=("X-Next-Page",))
    assert describe(operation) == "none"


def test_link_header(tmp_path: Path) -> None:
    parameters = {"page": INTEGER, "per_page": INTEGER}
    operation = build_operation(tmp_path, LIST, parameters, headers=("Link",))
    assert describe(operation) == "link ()"
    assert describe(build_operation(tmp_path, LIST, {}, headers=("Link",))) == "none"


def test_post_is_paginated_by_its_body(tmp_path: Path) -> None:
    body = shape(query=STRING, cursor=STRING, page=INTEGER, limit=INTEGER)
    response = shape(results=LIST, next_cursor=STRING, total=INTEGER)
    operation = build_operation(tmp_path, response, {}, body=body)
    assert describe(operation) == "token results send=cursor(body) next=next_cursor"
    response = shape(results=LIST, total=INTEGER)
    operation = build_operation(tmp_path, response, {}, body=body)
    assert describe(operation) == "number results send=page(body) total=total first=1"


def test_query_is_paginated_by_its_body(tmp_path: Path) -> None:
    body = shape(query=STRING, cursor=STRING)
    response = shape(results=LIST, next_cursor=STRING)
    operation = build_operation(tmp_path, response, {}, body=body, method="query")
    assert describe(operation) == "token results send=cursor(body) next=next_cursor"


def test_criteria_of_a_search_do_not_select_pages(tmp_path: Path) -> None:
    body = shape(query=STRING, cursor=STRING, page=INTEGER)
    for other in (
        shape(results=LIST, cursor=STRING),
        shape(results=LIST, total=INTEGER),
        shape(results=LIST),
    ):
        assert describe(build_operation(tmp_path, other, {}, body=body)) == "none"


def test_pages_are_requested_as_json(tmp_path: Path) -> None:
    media = ("application/json", "application/yaml", "text/csv")
    parameters = {"pageToken": STRING}
    response = shape(items=LIST, nextPageToken=STRING)
    operation = build_operation(tmp_path, response, parameters, media=media)
    assert operation.pagination is not None
    assert [content.media_type for content in operation.result.contents] == [media[0]]
