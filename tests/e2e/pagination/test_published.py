"""Detection of pagination in published documents of many styles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.loader import load
from generator.model.operations import Operation, PageKind
from generator.normalizer import normalize

pytestmark = pytest.mark.slow

URL, LINK, TOKEN, ID, NUMBER, OFFSET, SINGLE = (
    PageKind.URL,
    PageKind.LINK,
    PageKind.TOKEN,
    PageKind.ID,
    PageKind.NUMBER,
    PageKind.OFFSET,
    PageKind.SINGLE,
)
STYLES: dict[str, Mapping[PageKind, int]] = {
    "airflow-v2.yaml": {OFFSET: 23},
    "blockfrost.yaml": {NUMBER: 66},
    "discord.json": {ID: 2, SINGLE: 2},
    "iceberg-rest.yaml": {TOKEN: 3},
    "intercom-2.16.yaml": {URL: 6, TOKEN: 10, NUMBER: 9, SINGLE: 19},
    "klaviyo-beta.json": {URL: 27},
    "lob-bundled.yaml": {URL: 20, OFFSET: 1},
    "netlify.yaml": {NUMBER: 11},
    "openfga.json": {TOKEN: 7},
    "ory.json": {TOKEN: 5, LINK: 9},
    "qdrant.json": {TOKEN: 1},
    "resend.yaml": {ID: 24, SINGLE: 1},
    "spotify-official.yaml": {URL: 20},
    "svix.json": {TOKEN: 8},
    "twilio-api-v2010.json": {URL: 60, NUMBER: 1},
    "telegram-bot.json": {OFFSET: 1},
    "vercel.json": {TOKEN: 10},
    # Without a response that identifies the next page.
    "docker-engine.yaml": {},
    "groq.yaml": {SINGLE: 4},
}
"""Number of operations by kind of pagination, by document."""

PAGES = {
    ("airflow-v2.yaml", "get_assets"): (OFFSET, ("assets",), "offset"),
    ("blockfrost.yaml", "get_blocks_hash_or_number_next"): (NUMBER, (), "page"),
    ("iceberg-rest.yaml", "listTables"): (TOKEN, ("identifiers",), "pageToken"),
    ("intercom-2.16.yaml", "listMacros"): (TOKEN, ("data",), "starting_after"),
    ("klaviyo-beta.json", "get_campaigns_beta"): (URL, ("data",), ""),
    ("openfga.json", "ReadChanges"): (TOKEN, ("changes",), "continuation_token"),
    ("ory.json", "listIdentities"): (LINK, (), ""),
    ("qdrant.json", "scroll_points"): (TOKEN, ("result", "points"), "offset"),
    ("resend.yaml", "emails/list"): (ID, ("data",), "after"),
    ("spotify-official.yaml", "get-followed"): (URL, ("artists", "items"), ""),
    ("resend.yaml", "contacts/list"): (ID, ("data",), "after"),
    ("discord.json", "get_answer_voters"): (ID, ("users",), "after"),
    ("vercel.json", "getBypassIp"): (TOKEN, ("result",), "offset"),
    ("svix.json", "v1.application.list"): (TOKEN, ("data",), "iterator"),
    ("twilio-api-v2010.json", "ListUsageRecord"): (URL, ("usage_records",), ""),
    ("vercel.json", "getProjects"): (TOKEN, ("projects",), "from"),
}
"""The kind, the key path of the items, and the parameter of some operations."""

NOT_PAGINATED = {
    ("airflow-v2.yaml", "login"): "`next` is the page after the login",
    ("discord.json", "list_messages"): "`before` and `after`: the order is unknown",
    ("discord.json", "list_thread_members"): "`after` is the id of a user",
    ("spotify-official.yaml", "search"): "the response has several lists",
}
"""Operations that look paginated, and why they are not."""


@pytest.fixture(scope="module")
def operations(shared: Path) -> dict[str, list[Operation]]:
    """Return the operations of each document."""
    by_name = {}
    for name in STYLES:
        corpus = shared / "specs" / "corpus"
        diagnostics = Diagnostics()
        document = load([corpus / name], relative_to=corpus, diagnostics=diagnostics)
        config = Config(package="acme", client="Acme")
        by_name[name] = list(normalize(document, config, diagnostics).operations)
    return by_name


@pytest.mark.parametrize("name", STYLES)
def test_kinds(operations: dict[str, list[Operation]], name: str) -> None:
    pages = [item.pagination for item in operations[name] if item.pagination]
    assert Counter(item.kind for item in pages) == Counter(STYLES[name])


@pytest.mark.parametrize(("name", "identity"), PAGES)
def test_pages(
    operations: dict[str, list[Operation]], name: str, identity: str
) -> None:
    (page,) = (item.pagination for item in operations[name] if item.id == identity)
    assert page is not None
    assert (page.kind, page.items, page.send) == PAGES[name, identity]


@pytest.mark.parametrize(("name", "identity"), NOT_PAGINATED)
def test_operations_that_are_not_paginated(
    operations: dict[str, list[Operation]], name: str, identity: str
) -> None:
    (page,) = (item.pagination for item in operations[name] if item.id == identity)
    assert page is None, NOT_PAGINATED[name, identity]
