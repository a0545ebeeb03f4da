"""Pagination errors of servers: they raise an exception instead of an endless loop."""

from __future__ import annotations

import asyncio
from types import ModuleType
from typing import Any

import pytest

from tests.e2e.pagination.conftest import Serve, things
from tests.unit.runtime.conftest import Reply, Server, json_reply


def client_of(pages: ModuleType, server: Server) -> Any:
    return pages.Pages(api_key="sk-test", base_url=server.url)


def test_a_repeated_cursor(pages: ModuleType, serve: Serve) -> None:
    server = serve(json_reply({"data": things("a"), "has_more": True, "last_id": "a"}))
    with pytest.raises(pages.errors.APIError, match="repeats the cursor"):
        list(client_of(pages, server).ids.list())
    assert len(server.received) == 2


def test_a_repeated_cursor_async(pages: ModuleType, serve: Serve) -> None:
    server = serve(json_reply({"data": things("a"), "has_more": True, "last_id": "a"}))

    async def walk() -> None:
        async with pages.AsyncPages(api_key="sk-test", base_url=server.url) as client:
            async for _ in client.ids.list():
                pass

    with pytest.raises(pages.errors.APIError, match="repeats the cursor"):
        asyncio.run(walk())


def test_a_cycle_of_two_cursors(pages: ModuleType, serve: Serve) -> None:
    tokens = [
        json_reply({"items": things(name), "metadata": {"nextPageToken": name}})
        for name in "ababab"
    ]
    server = serve(*tokens)
    with pytest.raises(pages.errors.APIError, match="repeats the cursor"):
        list(client_of(pages, server).tokens.list())
    assert len(server.received) == 3


def test_the_url_of_the_page_itself(pages: ModuleType, serve: Serve) -> None:
    server = serve(json_reply({"value": things("a"), "@odata.nextLink": "/addresses"}))
    with pytest.raises(pages.errors.APIError, match="repeats the URL"):
        list(client_of(pages, server).addresses.list())


@pytest.mark.parametrize("kind", ["numbers", "offsets"])
def test_an_ignored_parameter(pages: ModuleType, serve: Serve, kind: str) -> None:
    server = serve(json_reply(things("a", "b")))
    with pytest.raises(pages.errors.APIError, match="same page again"):
        list(getattr(client_of(pages, server), kind).list())
    assert len(server.received) == 2


@pytest.mark.parametrize("kind", ["numbers", "offsets"])
@pytest.mark.parametrize("items", [["a", "b"], [1]])
def test_an_ignored_parameter_of_scalars(
    pages: ModuleType, serve: Serve, kind: str, items: list[object]
) -> None:
    server = serve(json_reply(items))
    with pytest.raises(pages.errors.APIError, match="same page again"):
        list(getattr(client_of(pages, server), kind).list())

    async def walk() -> None:
        async with pages.AsyncPages(api_key="sk-test", base_url=server.url) as client:
            async for _ in getattr(client, kind).list():
                pass

    with pytest.raises(pages.errors.APIError, match="same page again"):
        asyncio.run(walk())
    assert len(server.received) == 4


def test_pages_of_scalars_with_equal_ends(pages: ModuleType, serve: Serve) -> None:
    replies = [json_reply(["a", name, "z"]) for name in "bcd"]
    client = client_of(pages, serve(*replies, json_reply([])))
    assert list(client.numbers.list()) == list("abzaczadz")


@pytest.mark.parametrize(
    "total", ["1e999", "-1e999", "NaN", '"9"', "9" * 400, f'"{"9" * 5000}"']
)
def test_a_total_that_is_not_a_count(
    pages: ModuleType, serve: Serve, total: str
) -> None:
    body = '{"results": [{"id": "%s"}], "total": %s}'
    replies = [
        Reply(
            200, (body % (name, total)).encode(), {"Content-Type": "application/json"}
        )
        for name in "ab"
    ]
    end = json_reply({"results": [], "total": 2})
    server = serve(*replies, end)
    ids = [item.id for item in client_of(pages, server).counted.list()]
    assert ids == ["a", "b"]


def test_more_pages_without_a_cursor(pages: ModuleType, serve: Serve) -> None:
    page = client_of(
        pages, serve(json_reply({"data": [], "has_more": True}))
    ).ids.list()
    assert page.has_next_page()
    with pytest.raises(pages.errors.APIError, match="has no cursor"):
        page.get_next_page()


@pytest.mark.parametrize("template", ["{}/addresses", "//{}/x", "http://u:p@{}/x"])
def test_no_request_is_sent_to_another_host(
    pages: ModuleType, serve: Serve, template: str
) -> None:
    other = serve(json_reply({"value": things("stolen")}))
    there = other.url if template.startswith("{}") else other.url.partition("//")[2]
    link = template.format(there)
    server = serve(json_reply({"value": things("a"), "@odata.nextLink": link}))
    page = client_of(pages, server).addresses.list()
    assert page.has_next_page()
    with pytest.raises(
        pages.errors.APIError, match="the next page is at http"
    ) as caught:
        page.get_next_page()
    assert "sk-test" not in str(caught.value)
    assert other.received == []


def test_a_link_header_to_another_host(pages: ModuleType, serve: Serve) -> None:
    other = serve(json_reply(things("stolen")))
    server = serve(json_reply(things("a"), Link=f"<{other.url}/links>; rel=next"))
    with pytest.raises(pages.errors.APIError, match="the next page is at"):
        list(client_of(pages, server).links.list())
    assert other.received == []


@pytest.mark.parametrize("link", ["http://[", "http://a:b/", 7, {"href": "/x"}])
def test_an_invalid_url(pages: ModuleType, serve: Serve, link: object) -> None:
    server = serve(json_reply({"value": things("a"), "@odata.nextLink": link}))
    page = client_of(pages, server).addresses.list()
    with pytest.raises(
        pages.errors.APIError, match="next page is invalid|is at http://%5B"
    ):
        page.get_next_page()


@pytest.mark.parametrize("body", [b'"text"', b"7", b"{", b"<html>"])
def test_a_response_that_is_not_a_page(
    pages: ModuleType, serve: Serve, body: bytes
) -> None:
    server = serve(Reply(200, body, {"Content-Type": "application/json"}))
    for list_ in (
        client_of(pages, server).ids.list,
        client_of(pages, server).links.list,
    ):
        with pytest.raises(pages.errors.APIResponseValidationError):
            list_()


def test_items_that_are_null(pages: ModuleType, serve: Serve) -> None:
    page = client_of(
        pages, serve(json_reply({"data": None, "has_more": False}))
    ).ids.list()
    assert list(page) == []
    assert page.to_dict()["data"] is None


@pytest.mark.parametrize("data", ["x", {"a": 1}])
def test_items_that_are_not_a_list(
    pages: ModuleType, serve: Serve, data: object
) -> None:
    server = serve(json_reply({"data": data, "has_more": False}))
    with pytest.raises(pages.errors.APIResponseValidationError, match="data is a"):
        client_of(pages, server).ids.list()


def test_an_error_response_during_iteration(pages: ModuleType, serve: Serve) -> None:
    server = serve(
        json_reply({"data": things("a"), "has_more": True}),
        json_reply({"error": {"message": "gone"}}, 404),
    )
    seen = []
    with pytest.raises(pages.errors.NotFoundError, match="gone"):
        for item in client_of(pages, server).ids.list():
            seen.append(item.id)
    assert seen == ["a"]
