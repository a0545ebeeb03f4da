"""Detection of pagination, and the setting `pagination`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.loader import load
from generator.model.operations import Operation
from generator.normalizer import normalize

STRING: dict[str, Any] = {"type": "string"}
INTEGER: dict[str, Any] = {"type": "integer"}
BOOLEAN: dict[str, Any] = {"type": "boolean"}
ITEM = {"type": "object", "properties": {"id": STRING, "name": STRING}}
LIST = {"type": "array", "items": ITEM}


def shape(**properties: Any) -> dict[str, Any]:
    """Return the schema of an object with these properties."""
    return {"type": "object", "properties": properties}


def build_operation(
    tmp_path: Path,
    response: Any,
    parameters: dict[str, Any],
    *,
    path: str = "/things",
    body: Any = None,
    headers: tuple[str, ...] = (),
    media: tuple[str, ...] = ("application/json",),
    settings: dict[str, Any] | None = None,
    diagnostics: Diagnostics | None = None,
) -> Operation:
    """Normalize a document with one operation, and return the operation.

    Args:
        tmp_path: Directory for the document.
        response: Schema of the response.
        parameters: Schemas of the query parameters, by name.
        path: Path of the operation.
        body: Schema of the request body; makes the operation a POST.
        headers: Names of the headers of the response.
        media: Media types of the response.
        settings: The setting `pagination`.
        diagnostics: Collects the diagnostics.
    """
    node: dict[str, Any] = {
        "operationId": "list_things",
        "parameters": [
            {"name": name, "in": "query", "schema": schema}
            for name, schema in parameters.items()
        ],
        "responses": {
            "200": {
                "description": "ok",
                "headers": {name: {"schema": STRING} for name in headers},
                "content": {name: {"schema": response} for name in media},
            }
        },
    }
    for name in path.split("{")[1:]:
        node["parameters"].append(
            {"name": name[:-1], "in": "path", "required": True, "schema": STRING}
        )
    if body is not None:
        node["requestBody"] = {"content": {"application/json": {"schema": body}}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "paths": {path: {"post" if body is not None else "get": node}},
    }
    file = tmp_path / "things.json"
    file.write_text(json.dumps(document))
    collected = Diagnostics() if diagnostics is None else diagnostics
    api = normalize(
        load([file], relative_to=tmp_path, diagnostics=collected),
        Config(package="p", client="C", pagination=settings or {}),
        collected,
    )
    return api.operations[0]


def describe(operation: Operation) -> str:
    """Return the pagination in one line: kind, items, and the fields that are set."""
    page = operation.pagination
    if page is None:
        return "none"
    parts = [page.kind.value, ".".join(page.items) or "()"]
    if page.send:
        parts.append(f"send={page.send}{'(body)' if page.in_body else ''}")
    for name in ("next", "more", "done", "total", "pages", "current"):
        path = getattr(page, name)
        if path:
            parts.append(f"{name}={'.'.join(path)}")
    if page.first:
        parts.append(f"first={page.first}")
    return " ".join(parts)


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


def test_link_header(tmp_path: Path) -> None:
    parameters = {"page": INTEGER, "per_page": INTEGER}
    operation = build_operation(tmp_path, LIST, parameters, headers=("Link",))
    assert describe(operation) == "link ()"
    assert describe(build_operation(tmp_path, LIST, {}, headers=("Link",))) == "none"


def test_post_is_paginated_by_a_token_only(tmp_path: Path) -> None:
    body = shape(query=STRING, cursor=STRING, page=INTEGER, limit=INTEGER)
    response = shape(results=LIST, next_cursor=STRING, total=INTEGER)
    operation = build_operation(tmp_path, response, {}, body=body)
    assert describe(operation) == "token results send=cursor(body) next=next_cursor"
    for other in (
        shape(results=LIST, cursor=STRING),
        shape(results=LIST, total=INTEGER),
    ):
        assert describe(build_operation(tmp_path, other, {}, body=body)) == "none"


def test_pages_are_requested_as_json(tmp_path: Path) -> None:
    media = ("application/json", "application/yaml", "text/csv")
    parameters = {"pageToken": STRING}
    response = shape(items=LIST, nextPageToken=STRING)
    operation = build_operation(tmp_path, response, parameters, media=media)
    assert operation.pagination is not None
    assert [content.media_type for content in operation.result.contents] == [media[0]]


SETTINGS: dict[str, tuple[dict[str, Any], str]] = {
    "disabled": ({"list_things": False}, "none"),
    "by method and path": ({"GET /things": False}, "none"),
    "by pattern": ({"list_*": False}, "none"),
    "operation id before a pattern": (
        {"*": False, "list_things": {"kind": "link"}},
        "link data",
    ),
    "a table": (
        {
            "GET /*": {
                "kind": "token",
                "items": "extra",
                "send": "from",
                "next": ["meta", "resume"],
                "more": "has_more",
            }
        },
        "token extra send=from next=meta.resume more=has_more",
    ),
    "page numbers start at 1": (
        {"list_things": {"kind": "number", "send": "leaf"}},
        "number data send=leaf first=1",
    ),
}


@pytest.mark.parametrize("case", SETTINGS)
def test_settings_take_precedence_over_detection(tmp_path: Path, case: str) -> None:
    settings, expected = SETTINGS[case]
    response = shape(
        data=LIST,
        extra=LIST,
        has_more=BOOLEAN,
        last_id=STRING,
        meta=shape(resume=STRING),
    )
    parameters = {"after": STRING, "from": STRING, "leaf": INTEGER}
    operation = build_operation(tmp_path, response, parameters, settings=settings)
    assert describe(operation) == expected


INVALID: dict[str, tuple[dict[str, Any], str]] = {
    "unknown operation": (
        {"list_thing": False},
        "'list_thing': it matches no operation; did you mean 'list_things'?",
    ),
    "unknown field": (
        {"list_things": {"kind": "token", "send": "from", "next": ["meta", "resme"]}},
        "'list_things': 'meta' of the response has no field 'resme'; did you mean "
        "'resume'?",
    ),
    "unknown object": (
        {"list_things": {"kind": "url", "next": ["mata", "resume"]}},
        "'list_things': the response has no field 'mata'; did you mean 'meta'?",
    ),
    "field of a boolean": (
        {"list_things": {"kind": "url", "next": ["has_more", "x"]}},
        "'list_things': 'has_more' of the response has no field 'x'; ",
    ),
    "unknown parameter": (
        {"list_things": {"kind": "number", "send": "form"}},
        "'list_things': there is no query parameter 'form'; did you mean 'from'?",
    ),
    "items that are not a list": (
        {"list_things": {"kind": "link", "items": "meta"}},
        "'list_things': 'meta' of the response is not a list; ",
    ),
    "unknown list": (
        {"list_things": {"kind": "link", "items": ["meta", "items"]}},
        "'list_things': 'meta' of the response has no field 'items'; fields: 'resume'",
    ),
    "unknown id": (
        {"list_things": {"kind": "id", "send": "from", "id": "nam"}},
        "'list_things': items have no field 'nam'; did you mean 'name'?",
    ),
    "unknown flag": (
        {"list_things": {"kind": "id", "send": "from", "more": "has_mor"}},
        "'list_things': the response has no field 'has_mor'; did you mean 'has_more'?",
    ),
    "a pattern that fits no operation": (
        {"GET *": {"kind": "link", "items": "date"}},
        "'GET *' (list_things): the response has no field 'date'; did you mean 'data'?",
    ),
}


@pytest.mark.parametrize("case", INVALID)
def test_invalid_settings_are_errors(tmp_path: Path, case: str) -> None:
    settings, expected = INVALID[case]
    diagnostics = Diagnostics()
    response = shape(data=LIST, has_more=BOOLEAN, meta=shape(resume=STRING))
    parameters = {"from": STRING}
    build_operation(
        tmp_path, response, parameters, settings=settings, diagnostics=diagnostics
    )
    (diagnostic,) = diagnostics
    assert diagnostic.rule.code == "unknown-pagination"
    assert diagnostic.severity.name == "ERROR"
    message = f"{diagnostic.message}; {diagnostic.hint}"
    assert message.startswith(f"`pagination`: {expected}")


@pytest.mark.parametrize(
    "inner",
    [{}, {"type": "object"}, {"type": "object", "additionalProperties": STRING}],
)
def test_fields_of_objects_without_properties_are_accepted(
    tmp_path: Path, inner: Any
) -> None:
    settings = {"list_things": {"kind": "url", "next": ["meta", "next"]}}
    response = shape(data=LIST, meta=inner)
    operation = build_operation(tmp_path, response, {}, settings=settings)
    assert describe(operation) == "url data next=meta.next"


def test_a_path_parameter_cannot_select_the_page(tmp_path: Path) -> None:
    settings = {"list_things": {"kind": "number", "send": "id"}}
    diagnostics = Diagnostics()
    build_operation(
        tmp_path,
        shape(data=LIST),
        {},
        path="/things/{id}",
        settings=settings,
        diagnostics=diagnostics,
    )
    (diagnostic,) = diagnostics
    assert "no query parameter 'id'; 'id' is a path parameter" in diagnostic.message


def test_all_lists_of_openai_are_paginated(shared: Path) -> None:
    file = shared / "specs" / "openai" / "2026-08.yaml"
    diagnostics = Diagnostics()
    document = load([file], relative_to=file.parent, diagnostics=diagnostics)
    api = normalize(document, Config(package="p", client="C"), diagnostics)
    kinds = [item.pagination.kind.value for item in api.operations if item.pagination]
    assert (kinds.count("id"), kinds.count("token")) == (42, 20)
    unpaginated = [
        item.id
        for item in api.operations
        if item.pagination is None
        and item.method == "GET"
        and any(parameter.name == "after" for parameter in item.parameters)
    ]
    assert unpaginated == []
