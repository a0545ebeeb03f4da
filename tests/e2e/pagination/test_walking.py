"""Iteration over all pages for each kind of pagination."""

from __future__ import annotations

import asyncio
import gc
import json
import warnings
from types import ModuleType
from typing import Any

import pytest
import trio

from tests.e2e.pagination.conftest import Serve, sent, things
from tests.unit.runtime.conftest import Reply, Server, json_reply


def client_of(pages: ModuleType, server: Server, **settings: Any) -> Any:
    return pages.Pages(api_key="sk-test", base_url=server.url, **settings)


def ids(items: Any) -> list[str]:
    return [item.id for item in items]


def id_page(*names: str, more: bool, **fields: Any) -> Reply:
    return json_reply({"data": things(*names), "has_more": more, **fields})


def test_the_last_id_is_sent_with_the_arguments(
    pages: ModuleType, serve: Serve
) -> None:
    server = serve(
        id_page("a", "b", more=True, last_id="b"),
        id_page("c", more=False, last_id="c"),
    )
    page = client_of(pages, server).ids.list(
        limit=2, colour="red", extra_query={"x": "1"}, extra_headers={"X-Trace": "t"}
    )
    assert type(page) is pages.types.ThingListPage
    assert isinstance(page, pages.types.ThingList)
    assert (ids(page.data), page.has_more, page.last_id) == (["a", "b"], True, "b")
    assert all(type(item) is pages.types.Thing for item in page)
    assert ids(page.data) == ["a", "b"]
    common = {"limit": "2", "colour": "red", "x": "1", "key": "sk-test"}
    assert sent(server) == [common, {**common, "after": "b"}]
    assert server.received[1].headers["x-trace"] == "t"


def test_iteration_yields_all_items(pages: ModuleType, serve: Serve) -> None:
    replies = [id_page("a", "b", more=True), id_page("c", more=False)]
    client = client_of(pages, serve(*replies))
    assert ids(client.ids.list()) == ["a", "b", "c"]


def test_the_last_id_is_taken_from_the_items_if_no_field_has_it(
    pages: ModuleType, serve: Serve
) -> None:
    server = serve(id_page("a", "b", more=True), id_page("c", more=False))
    assert ids(client_of(pages, server).ids.list()) == ["a", "b", "c"]
    assert sent(server)[1]["after"] == "b"


def test_a_response_without_has_more_is_the_last_page(
    pages: ModuleType, serve: Serve
) -> None:
    server = serve(json_reply({"data": things("a")}))
    assert ids(client_of(pages, server).ids.list()) == ["a"]
    assert len(server.received) == 1


def test_an_empty_page_before_the_end_is_skipped(
    pages: ModuleType, serve: Serve
) -> None:
    server = serve(
        id_page(more=True, last_id="m"), id_page("z", more=False, last_id="z")
    )
    assert ids(client_of(pages, server).ids.list()) == ["z"]


def test_a_cursor_of_the_caller_is_replaced(pages: ModuleType, serve: Serve) -> None:
    server = serve(id_page("b", more=True, last_id="b"), id_page("c", more=False))
    client = client_of(pages, server)
    assert ids(client.ids.list(extra_query={"after": "a", "x": "1"})) == ["b", "c"]
    assert [query["after"] for query in sent(server)] == ["a", "b"]
    assert sent(server)[1]["x"] == "1"


def test_a_token_in_a_nested_object(pages: ModuleType, serve: Serve) -> None:
    server = serve(
        json_reply({"items": things("a"), "metadata": {"nextPageToken": "t+/="}}),
        json_reply({"items": [], "metadata": {"nextPageToken": "u"}}),
        json_reply({"items": things("b"), "metadata": {"nextPageToken": ""}}),
    )
    assert ids(client_of(pages, server).tokens.list()) == ["a", "b"]
    assert [query.get("pageToken") for query in sent(server)] == [None, "t+/=", "u"]


def test_page_numbers_end_at_an_empty_page(pages: ModuleType, serve: Serve) -> None:
    server = serve(*map(json_reply, (things("a", "b"), things("c"), things())))
    page = client_of(pages, server).numbers.list(per_page=2)
    assert ids(page.data) == ["a", "b"]
    assert ids(page) == ["a", "b", "c"]
    assert [query.get("page") for query in sent(server)] == [None, "2", "3"]
    assert {query["per_page"] for query in sent(server)} == {"2"}


def test_page_numbers_continue_from_the_argument(
    pages: ModuleType, serve: Serve
) -> None:
    server = serve(*map(json_reply, (things("a"), things())))
    assert ids(client_of(pages, server).numbers.list(page=7)) == ["a"]
    assert [query["page"] for query in sent(server)] == ["7", "8"]


def test_a_total_saves_the_last_request(pages: ModuleType, serve: Serve) -> None:
    server = serve(
        json_reply({"results": things("a", "b"), "total": 3}),
        json_reply({"results": things("c"), "total": 3}),
    )
    assert ids(client_of(pages, server).counted.list()) == ["a", "b", "c"]
    assert len(server.received) == 2


def test_an_offset_counts_items(pages: ModuleType, serve: Serve) -> None:
    server = serve(*map(json_reply, (things("a", "b"), things("c"), things())))
    assert ids(client_of(pages, server).offsets.list(offset=10)) == ["a", "b", "c"]
    assert [query["offset"] for query in sent(server)] == ["10", "12", "13"]


def test_a_url_in_the_body_is_followed(pages: ModuleType, serve: Serve) -> None:
    server = serve()
    server.replies = [
        json_reply(
            {
                "value": things("a"),
                "@odata.nextLink": f"{server.url}/addresses?$skip=1&key=sk-test",
            }
        ),
        json_reply({"value": things("b"), "@odata.nextLink": "?x=%20y"}),
        json_reply({"value": things("c")}),
    ]
    assert ids(client_of(pages, server).addresses.list(limit=1)) == ["a", "b", "c"]
    assert sent(server) == [
        {"limit": "1", "key": "sk-test"},
        # Only the credential is added to the URL of the server, once.
        {"$skip": "1", "key": "sk-test"},
        {"x": " y", "key": "sk-test"},
    ]


def test_the_link_header_is_followed(pages: ModuleType, serve: Serve) -> None:
    server = serve()
    first = f'<{server.url}/links?page=9>; rel="last", </links?page=2>; REL="x Next"'
    server.replies = [
        json_reply(things("a"), Link=first),
        json_reply(things("b"), Link='<?page=3>; title="a, b; rel=no"; rel=next'),
        json_reply(things("c"), Link='<?page=1>; rel="prev"; title="rel=next"'),
    ]
    assert ids(client_of(pages, server).links.list()) == ["a", "b", "c"]
    assert [query.get("page") for query in sent(server)] == [None, "2", "3"]


def test_a_response_without_content_is_an_empty_page(
    pages: ModuleType, serve: Serve
) -> None:
    page = client_of(pages, serve(Reply(204))).links.list()
    assert (page.data, list(page), page.has_next_page()) == ([], [], False)


def test_a_later_page_without_content_is_an_error(
    pages: ModuleType, serve: Serve
) -> None:
    server = serve()
    server.replies = [json_reply(things("a"), Link="</links?page=2>; rel=next")]
    server.replies.append(Reply(204))
    message = "body is missing for a page .* with status code 204"
    with pytest.raises(pages.APIResponseValidationError, match=message):
        list(client_of(pages, server).links.list())


def test_a_cursor_in_the_body_of_a_request(pages: ModuleType, serve: Serve) -> None:
    server = serve(
        json_reply({"results": things("a"), "next_cursor": "n", "has_more": True}),
        json_reply({"results": things("b"), "next_cursor": None, "has_more": False}),
    )
    page = client_of(pages, server).search.create(query="q", extra_body={"x": 1})
    assert ids(page) == ["a", "b"]
    assert [json.loads(request.body) for request in server.received] == [
        {"query": "q", "x": 1},
        {"query": "q", "x": 1, "cursor": "n"},
    ]


def test_get_next_page(pages: ModuleType, serve: Serve) -> None:
    server = serve(id_page("a", more=True), id_page("b", more=False))
    page = client_of(pages, server).ids.list()
    assert page.has_next_page()
    following = page.get_next_page()
    assert type(following) is type(page)
    assert ids(following.data) == ["b"]
    assert not following.has_next_page()
    with pytest.raises(RuntimeError, match="no next page"):
        following.get_next_page()
    # The next page may be requested repeatedly.
    assert ids(page.get_next_page().data) == ["b"]
    assert [ids(each.data) for each in page.iter_pages()] == [["a"], ["b"]]


def test_next_page_info(pages: ModuleType, serve: Serve) -> None:
    server = serve(id_page("a", more=True), id_page("b", more=False))
    page = client_of(pages, server).ids.list()
    assert page.next_page_info() == (None, {"after": "a"}, None)
    assert page.next_page_info().params == {"after": "a"}
    assert page.get_next_page().next_page_info() is None
    body = {"results": things("a"), "next_cursor": "n", "has_more": True}
    page = client_of(pages, serve(json_reply(body))).search.create(query="q")
    assert page.next_page_info().json == {"cursor": "n"}
    assert page.next_page_info().params is None


def test_raw_responses_parse_to_pages(pages: ModuleType, serve: Serve) -> None:
    replies = [id_page("a", more=True), id_page("b", more=False)]
    client = client_of(pages, serve(*replies))
    raw = client.ids.with_raw_response.list()
    assert raw.status_code == 200
    assert ids(raw.parse()) == ["a", "b"]
    client = client_of(pages, serve(*replies))
    with client.ids.with_streaming_response.list() as response:
        assert ids(response.parse()) == ["a", "b"]


def test_each_page_is_retried(
    pages: ModuleType, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    server = serve(
        id_page("a", more=True), Reply(503), Reply(503), id_page("b", more=False)
    )
    page = client_of(pages, server, max_retries=0).ids.list(max_retries=2)
    assert ids(page) == ["a", "b"]


def test_a_page_without_a_call_has_no_next_page(pages: ModuleType) -> None:
    page = pages.types.ThingListPage.from_dict({"data": things("a"), "has_more": True})
    assert (ids(page), page.has_next_page()) == (["a"], False)


def test_properties_do_not_shadow_methods(pages: ModuleType, serve: Serve) -> None:
    fields = {"has_next_page": "x", "iter_pages": 1, "_state": 2, "_items": 3}
    server = serve(id_page("a", more=False, **fields))
    page = client_of(pages, server).ids.list()
    assert page.has_next_page() is False and ids(page) == ["a"]
    assert fields.items() <= page.to_dict().items()


async def collect_all(pages: ModuleType, url: str) -> list[Any]:
    async with pages.AsyncPages(api_key="sk-test", base_url=url) as client:
        page = await client.ids.list()
        following = await page.get_next_page()
        raw = await client.ids.with_raw_response.list()
        async with client.ids.with_streaming_response.list() as response:
            parsed = await response.parse()
        return [
            type(page) is pages.types.AsyncThingListPage,
            [item.id async for item in client.ids.list(limit=1)],
            [item.id async for item in await client.ids.list(limit=1)],
            [item.id async for item in page],
            [ids(each.data) async for each in page.iter_pages()],
            [ids(each.data) async for each in client.ids.list().iter_pages()],
            ids(following.data),
            [item.id async for item in raw.parse()],
            [item.id async for item in parsed],
            [item.id async for item in client.numbers.list()],
        ]


EXPECTED = [
    True,
    *([["a", "b"]] * 3),
    *([[["a"], ["b"]]] * 2),
    ["b"],
    *([["a", "b"]] * 2),
    ["n"],
]


def reply_by_query(handler: Any) -> None:
    if "/numbers" in handler.path:
        body: Any = things() if "page=2" in handler.path else things("n")
    else:
        last = "after=a" in handler.path
        body = {"data": things("b" if last else "a"), "has_more": not last}
    content = json.dumps(body).encode()
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(len(content)))
    handler.end_headers()
    handler.wfile.write(content)


def test_async_pages_with_and_without_await(pages: ModuleType, serve: Serve) -> None:
    server = serve(Reply(raw=reply_by_query))
    assert asyncio.run(collect_all(pages, server.url)) == EXPECTED


def test_an_unfinished_iteration_in_trio(pages: ModuleType, serve: Serve) -> None:
    server = serve(Reply(raw=reply_by_query))

    async def main() -> list[Any]:
        async with pages.AsyncPages(api_key="sk-test", base_url=server.url) as client:
            async for item in client.ids.list():
                break
            assert item.id == "a"
        return await collect_all(pages, server.url)

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assert trio.run(main) == EXPECTED
        gc.collect()
    # trio warns about asynchronous generators that are not finished.
    assert [each for each in caught if "generator" in str(each.message)] == []


def test_no_request_is_sent_before_awaiting(pages: ModuleType, serve: Serve) -> None:
    server = serve(Reply(raw=reply_by_query))
    pages.AsyncPages(api_key="sk-test", base_url=server.url).ids.list()
    assert server.received == []
