"""Code of callers, which is type-checked but not run."""

from __future__ import annotations

from typing import assert_type

from pages_client import AsyncPages, Pages
from pages_client._runtime import APIResponse, AsyncListPage, SyncListPage
from pages_client.types import AsyncThingListPage, Thing, ThingList, ThingListPage


def walk(client: Pages) -> None:
    page = client.ids.list(limit=3)
    assert_type(page, ThingListPage)
    assert_type(page.data, list[Thing])
    assert_type(page.has_more, bool)
    as_view: ThingList = page
    for item in page:
        assert_type(item, Thing)
    for each in page.iter_pages():
        assert_type(each, ThingListPage)
    assert_type(page.get_next_page(), ThingListPage)
    assert_type(client.numbers.list(), SyncListPage[Thing])
    assert_type(client.numbers.list().data, list[Thing])
    raw = client.ids.with_raw_response.list()
    assert_type(raw, APIResponse[ThingListPage])
    with client.ids.with_streaming_response.list() as response:
        assert_type(response.parse(), ThingListPage)
    print(as_view)


async def walk_async(client: AsyncPages) -> None:
    page = await client.ids.list()
    assert_type(page, AsyncThingListPage)
    assert_type(page.last_id, str | None)
    async for item in client.ids.list():
        assert_type(item, Thing)
    async for item in page:
        assert_type(item, Thing)
    async for each in client.ids.list().iter_pages():
        assert_type(each, AsyncThingListPage)
    assert_type(await page.get_next_page(), AsyncThingListPage)
    assert_type(await client.numbers.list(), AsyncListPage[Thing])
    raw = await client.ids.with_raw_response.list()
    assert_type(raw, APIResponse[AsyncThingListPage])
    async with client.ids.with_streaming_response.list() as response:
        assert_type(await response.parse(), AsyncThingListPage)
