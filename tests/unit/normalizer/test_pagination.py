"""Which answers are recognised as pages, and which are left alone."""

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

TEXT: dict[str, Any] = {"type": "string"}
WHOLE: dict[str, Any] = {"type": "integer"}
TRUTH: dict[str, Any] = {"type": "boolean"}
THING = {"type": "object", "properties": {"id": TEXT, "name": TEXT}}
LIST = {"type": "array", "items": THING}


def shape(**properties: Any) -> dict[str, Any]:
    """An object with these properties."""
    return {"type": "object", "properties": properties}


def operations(
    tmp_path: Path,
    answer: Any,
    parameters: dict[str, Any],
    *,
    path: str = "/things",
    body: Any = None,
    headers: tuple[str, ...] = (),
    media: tuple[str, ...] = ("application/json",),
    settings: dict[str, Any] | None = None,
    diagnostics: Diagnostics | None = None,
) -> Operation:
    """The operation of a document with this answer and these query parameters."""
    node: dict[str, Any] = {
        "operationId": "list_things",
        "parameters": [
            {"name": name, "in": "query", "schema": schema}
            for name, schema in parameters.items()
        ],
        "responses": {
            "200": {
                "description": "ok",
                "headers": {name: {"schema": TEXT} for name in headers},
                "content": {name: {"schema": answer} for name in media},
            }
        },
    }
    for name in path.split("{")[1:]:
        node["parameters"].append(
            {"name": name[:-1], "in": "path", "required": True, "schema": TEXT}
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
    found = Diagnostics() if diagnostics is None else diagnostics
    api = normalize(
        load([file], relative_to=tmp_path, diagnostics=found),
        Config(package="p", client="C", pagination=settings or {}),
        found,
    )
    return api.operations[0]


def described(operation: Operation) -> str:
    """The pagination in a line: kind, items, and the fields that are set."""
    page = operation.pagination
    if page is None:
        return "none"
    parts = [page.kind.value, ".".join(page.items) or "()"]
    if page.send:
        parts.append(f"send={page.send}{'(body)' if page.in_body else ''}")
    for name in ("next", "more", "done", "total", "pages", "current"):
        way = getattr(page, name)
        if way:
            parts.append(f"{name}={'.'.join(way)}")
    if page.first:
        parts.append(f"first={page.first}")
    return " ".join(parts)


POSITIVE: dict[str, tuple[Any, dict[str, Any], str]] = {
    "last id": (
        shape(data=LIST, first_id=TEXT, last_id=TEXT, has_more=TRUTH),
        {"after": TEXT, "before": TEXT, "limit": WHOLE},
        "id data send=after next=last_id more=has_more",
    ),
    "id of the last item": (
        shape(object=TEXT, data=LIST, has_more=TRUTH, url=TEXT),
        {"ending_before": TEXT, "starting_after": TEXT, "limit": WHOLE},
        "id data send=starting_after more=has_more",
    ),
    "ids of items of several kinds": (
        shape(
            data={
                "type": "array",
                "items": {"anyOf": [THING, shape(id=TEXT, card=TEXT)]},
            },
            has_more=TRUTH,
        ),
        {"starting_after": TEXT},
        "id data send=starting_after more=has_more",
    ),
    "next page token": (
        shape(files=LIST, nextPageToken=TEXT, kind=TEXT),
        {"pageToken": TEXT, "pageSize": WHOLE},
        "token files send=pageToken next=nextPageToken",
    ),
    "next cursor among the metadata": (
        shape(channels=LIST, ok=TRUTH, response_metadata=shape(next_cursor=TEXT)),
        {"cursor": TEXT, "limit": WHOLE},
        "token channels send=cursor next=response_metadata.next_cursor",
    ),
    "start cursor": (
        shape(results=LIST, next_cursor=TEXT, has_more=TRUTH),
        {"start_cursor": TEXT, "page_size": WHOLE},
        "token results send=start_cursor next=next_cursor more=has_more",
    ),
    "page that is a token": (
        shape(data=LIST, has_more=TRUTH, next_page=TEXT),
        {"page": TEXT, "limit": WHOLE},
        "token data send=page next=next_page more=has_more",
    ),
    "number of the next page": (
        shape(entries=LIST, next_page={"type": ["integer", "null"]}),
        {"page": WHOLE, "per_page": WHOLE},
        "token entries send=page next=next_page",
    ),
    "continue": (
        shape(items=LIST, metadata={**shape(**{"continue": TEXT}), "required": []}),
        {"continue": TEXT, "limit": WHOLE},
        "token items send=continue next=metadata.continue",
    ),
    "end cursor": (
        shape(items=LIST, page_info=shape(end_cursor=TEXT, has_next_page=TRUTH)),
        {"after": TEXT, "first": WHOLE},
        "token items send=after next=page_info.end_cursor more=page_info.has_next_page",
    ),
    "cursor of one name, beside what says that it is done": (
        shape(data=LIST, iterator=TEXT, done=TRUTH),
        {"iterator": TEXT},
        "token data send=iterator next=iterator done=done",
    ),
    "moment of the next page": (
        shape(deployments=LIST, pagination=shape(count=WHOLE, next=WHOLE, prev=WHOLE)),
        {"until": {"type": "number"}, "limit": WHOLE},
        "token deployments send=until next=pagination.next",
    ),
    "page and size": (
        LIST,
        {"page": {**WHOLE, "default": 1}, "per_page": WHOLE},
        "number () send=page first=1",
    ),
    "page and totals": (
        shape(
            things=LIST,
            meta=shape(total=WHOLE),
            links=shape(pages={"anyOf": [shape(next=TEXT), shape(prev=TEXT)]}),
        ),
        {"page": WHOLE, "per_page": WHOLE},
        "number things send=page total=meta.total first=1",
    ),
    "pages counted from zero": (
        shape(
            content=LIST,
            page=shape(pageNumber=WHOLE, totalPages=WHOLE, lastPage=TRUTH),
        ),
        {
            "pageNumber": {**WHOLE, "description": "The page, starting from 0."},
            "pageSize": WHOLE,
        },
        "number content send=pageNumber done=page.lastPage pages=page.totalPages"
        " current=page.pageNumber",
    ),
    "offset": (
        shape(values=LIST, total=WHOLE, startAt=WHOLE, isLast=TRUTH),
        {"startAt": WHOLE, "maxResults": WHOLE},
        "offset values send=startAt done=isLast total=total",
    ),
    "offset of a list": (
        LIST,
        {"offset": WHOLE, "limit": WHOLE},
        "offset () send=offset",
    ),
    "offset counted from one": (
        shape(resources=LIST, totalResults=WHOLE),
        {"startIndex": {**WHOLE, "minimum": 1}, "count": WHOLE},
        "offset resources send=startIndex total=totalResults first=1",
    ),
    "address by its format": (
        shape(
            count=WHOLE,
            next={"type": ["string", "null"], "format": "uri"},
            previous={"type": ["string", "null"], "format": "uri"},
            results=LIST,
        ),
        {"offset": WHOLE, "limit": WHOLE},
        "url results next=next",
    ),
    "address by its description": (
        shape(items=LIST, next={**TEXT, "description": "URL to the next page."}),
        {"offset": WHOLE, "limit": WHOLE},
        "url items next=next",
    ),
    "address among links": (
        shape(data=LIST, links=shape(self=TEXT, next=TEXT)),
        {"page[cursor]": TEXT},
        "url data next=links.next",
    ),
    "address as a link object": (
        shape(data=LIST, _links=shape(next=shape(href=TEXT))),
        {"pageNumber": WHOLE},
        "url data next=_links.next.href",
    ),
    "address of the open data protocol": (
        shape(**{"value": LIST, "@odata.nextLink": TEXT}),
        {"$top": WHOLE, "$skip": WHOLE},
        "url value next=@odata.nextLink",
    ),
    "next that nothing takes, beside previous": (
        shape(results=LIST, next=TEXT, previous=TEXT),
        {"page": WHOLE, "page_size": WHOLE},
        "url results next=next",
    ),
    "list inside an object": (
        shape(albums=shape(items=LIST, next=TEXT, href=TEXT, previous=TEXT)),
        {"limit": WHOLE},
        "url albums.items next=albums.next",
    ),
}


@pytest.mark.parametrize("case", POSITIVE)
def test_pages_are_recognised(tmp_path: Path, case: str) -> None:
    answer, parameters, expected = POSITIVE[case]
    assert described(operations(tmp_path, answer, parameters)) == expected


NEGATIVE: dict[str, tuple[Any, dict[str, Any], str]] = {
    "page of a document": (
        shape(text=TEXT, words={"type": "array", "items": TEXT}, number=WHOLE),
        {"page": WHOLE},
        "/documents/{id}",
    ),
    "a thing that holds things": (
        shape(name=TEXT, tracks=LIST, images=LIST),
        {"offset": WHOLE, "limit": WHOLE},
        "/playlists/{id}",
    ),
    "no list": (shape(id=TEXT, next=TEXT), {"page": WHOLE, "limit": WHOLE}, "/things"),
    "filter by time": (
        shape(data=LIST, has_more=TRUTH),
        {"after": {**TEXT, "format": "date-time"}, "limit": WHOLE},
        "/things",
    ),
    "filter by time in seconds": (
        shape(data=LIST, has_more=TRUTH),
        {"after": WHOLE},
        "/things",
    ),
    "after without a word of more": (
        shape(data=LIST),
        {"after": TEXT, "limit": WHOLE},
        "/things",
    ),
    "limit alone": (LIST, {"limit": WHOLE}, "/things"),
    "page without a size": (LIST, {"page": WHOLE}, "/things"),
    "list without parameters": (shape(data=LIST, next_cursor=TEXT), {}, "/things"),
    "two lists": (
        shape(left=LIST, right=LIST, total=WHOLE),
        {"page": WHOLE, "limit": WHOLE},
        "/comparison",
    ),
    "size of the next page": (
        shape(data=LIST, pages=shape(next=shape(per_page=WHOLE))),
        {"per_page": WHOLE},
        "/things",
    ),
    "previous cursor": (
        shape(data=LIST, prev_cursor=TEXT),
        {"cursor": TEXT},
        "/things",
    ),
    "items that go on, beside another list": (
        shape(images=LIST, tracks=shape(items=LIST, next=TEXT, previous=TEXT)),
        {},
        "/things/{id}",
    ),
}


@pytest.mark.parametrize("case", NEGATIVE)
def test_what_is_no_page_is_left_alone(tmp_path: Path, case: str) -> None:
    answer, parameters, path = NEGATIVE[case]
    found = operations(tmp_path, answer, parameters, path=path)
    assert described(found) == "none"


def test_link_header(tmp_path: Path) -> None:
    parameters = {"page": WHOLE, "per_page": WHOLE}
    found = operations(tmp_path, LIST, parameters, headers=("Link",))
    assert described(found) == "link ()"
    assert described(operations(tmp_path, LIST, {}, headers=("Link",))) == "none"


def test_search_by_body_is_paged_by_a_token_only(tmp_path: Path) -> None:
    body = shape(query=TEXT, cursor=TEXT, page=WHOLE, limit=WHOLE)
    answer = shape(results=LIST, next_cursor=TEXT, total=WHOLE)
    found = operations(tmp_path, answer, {}, body=body)
    assert described(found) == "token results send=cursor(body) next=next_cursor"
    for other in (shape(results=LIST, cursor=TEXT), shape(results=LIST, total=WHOLE)):
        assert described(operations(tmp_path, other, {}, body=body)) == "none"


def test_page_is_asked_for_in_json(tmp_path: Path) -> None:
    media = ("application/json", "application/yaml", "text/csv")
    parameters = {"pageToken": TEXT}
    answer = shape(items=LIST, nextPageToken=TEXT)
    found = operations(tmp_path, answer, parameters, media=media)
    assert found.pagination is not None
    assert [content.media_type for content in found.answer.contents] == [media[0]]


SETTINGS: dict[str, tuple[dict[str, Any], str]] = {
    "switched off": ({"list_things": False}, "none"),
    "by method and path": ({"GET /things": False}, "none"),
    "by pattern": ({"list_*": False}, "none"),
    "its name before a pattern": (
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
    "numbers begin with one": (
        {"list_things": {"kind": "number", "send": "leaf"}},
        "number data send=leaf first=1",
    ),
}


@pytest.mark.parametrize("case", SETTINGS)
def test_settings_go_before_what_is_recognised(tmp_path: Path, case: str) -> None:
    settings, expected = SETTINGS[case]
    answer = shape(
        data=LIST,
        extra=LIST,
        has_more=TRUTH,
        last_id=TEXT,
        meta=shape(resume=TEXT),
    )
    taken = {"after": TEXT, "from": TEXT, "leaf": WHOLE}
    found = operations(tmp_path, answer, taken, settings=settings)
    assert described(found) == expected


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "no operation": (
        {"list_thing": False},
        "'list_thing': matches no operation; did you mean 'list_things'?",
    ),
    "no such field": (
        {"list_things": {"kind": "token", "send": "from", "next": ["meta", "resme"]}},
        "'list_things': 'meta' of the response has no field 'resme'; did you mean "
        "'resume'?",
    ),
    "no such object": (
        {"list_things": {"kind": "url", "next": ["mata", "resume"]}},
        "'list_things': the response has no field 'mata'; did you mean 'meta'?",
    ),
    "below a value": (
        {"list_things": {"kind": "url", "next": ["has_more", "x"]}},
        "'list_things': 'has_more' of the response has no field 'x'; ",
    ),
    "no such parameter": (
        {"list_things": {"kind": "number", "send": "form"}},
        "'list_things': there is no query parameter 'form'; did you mean 'from'?",
    ),
    "no list": (
        {"list_things": {"kind": "link", "items": "meta"}},
        "'list_things': 'meta' of the response is not a list; ",
    ),
    "no such list": (
        {"list_things": {"kind": "link", "items": ["meta", "items"]}},
        "'list_things': 'meta' of the response has no field 'items'; fields: 'resume'",
    ),
    "no such identifier": (
        {"list_things": {"kind": "id", "send": "from", "id": "nam"}},
        "'list_things': items have no 'nam'; did you mean 'name'?",
    ),
    "a flag that is not there": (
        {"list_things": {"kind": "id", "send": "from", "more": "has_mor"}},
        "'list_things': the response has no field 'has_mor'; did you mean 'has_more'?",
    ),
    "a pattern that fits nothing": (
        {"GET *": {"kind": "link", "items": "date"}},
        "'GET *' (list_things): the response has no field 'date'; did you mean 'data'?",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_settings_that_do_not_fit_are_errors(tmp_path: Path, case: str) -> None:
    settings, expected = WRONG[case]
    diagnostics = Diagnostics()
    answer = shape(data=LIST, has_more=TRUTH, meta=shape(resume=TEXT))
    operations(
        tmp_path, answer, {"from": TEXT}, settings=settings, diagnostics=diagnostics
    )
    (found,) = diagnostics
    assert (found.rule.code, found.severity.name) == ("unknown-pagination", "ERROR")
    assert f"{found.message}; {found.hint}".startswith(f"`pagination`: {expected}")


@pytest.mark.parametrize(
    "inner", [{}, {"type": "object"}, {"type": "object", "additionalProperties": TEXT}]
)
def test_fields_of_anything_cannot_be_checked(tmp_path: Path, inner: Any) -> None:
    settings = {"list_things": {"kind": "url", "next": ["meta", "next"]}}
    found = operations(tmp_path, shape(data=LIST, meta=inner), {}, settings=settings)
    assert described(found) == "url data next=meta.next"


def test_a_parameter_in_a_header_cannot_be_sent(tmp_path: Path) -> None:
    settings = {"list_things": {"kind": "number", "send": "id"}}
    diagnostics = Diagnostics()
    operations(
        tmp_path,
        shape(data=LIST),
        {},
        path="/things/{id}",
        settings=settings,
        diagnostics=diagnostics,
    )
    (found,) = diagnostics
    assert "no query parameter 'id'; 'id' is sent in the path" in found.message


def test_lists_of_the_whole_document_are_pages(shared: Path) -> None:
    file = shared / "specs" / "openai" / "2026-08.yaml"
    found = Diagnostics()
    document = load([file], relative_to=file.parent, diagnostics=found)
    api = normalize(document, Config(package="p", client="C"), found)
    kinds = [item.pagination.kind.value for item in api.operations if item.pagination]
    assert (kinds.count("id"), kinds.count("token")) == (42, 20)
    takers = [
        item.id
        for item in api.operations
        if item.pagination is None
        and item.method == "GET"
        and any(parameter.name == "after" for parameter in item.parameters)
    ]
    assert takers == []
