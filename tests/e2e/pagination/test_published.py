"""Lists of published documents, of many styles: which are pages, and which are no such thing."""

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

URL, LINK, TOKEN, ID, NUMBER, OFFSET = (
    PageKind.URL,
    PageKind.LINK,
    PageKind.TOKEN,
    PageKind.ID,
    PageKind.NUMBER,
    PageKind.OFFSET,
)
STYLES: dict[str, Mapping[PageKind, int]] = {
    "airflow-v2.yaml": {OFFSET: 21},
    "blockfrost.yaml": {NUMBER: 66},
    "iceberg-rest.yaml": {TOKEN: 3},
    "intercom-2.16.yaml": {URL: 6, TOKEN: 6, NUMBER: 7},
    "klaviyo-beta.json": {URL: 27},
    "lob-bundled.yaml": {URL: 20, OFFSET: 1},
    "netlify.yaml": {NUMBER: 11},
    "openfga.json": {TOKEN: 3},
    "resend.yaml": {ID: 23},
    "spotify-official.yaml": {URL: 20},
    "svix.json": {TOKEN: 8},
    "twilio-api-v2010.json": {URL: 59, NUMBER: 1},
    # Of these none has an answer that says how it goes on.
    "docker-engine.yaml": {},
    "groq.yaml": {},
    "telegram-bot.json": {},
}
"""How many operations are pages of which kind, by document."""

PAGES = {
    ("airflow-v2.yaml", "get_assets"): (OFFSET, ("assets",), "offset"),
    ("blockfrost.yaml", "get_blocks_hash_or_number_next"): (NUMBER, (), "page"),
    ("iceberg-rest.yaml", "listTables"): (TOKEN, ("identifiers",), "pageToken"),
    ("intercom-2.16.yaml", "listMacros"): (TOKEN, ("data",), "starting_after"),
    ("klaviyo-beta.json", "get_campaigns_beta"): (URL, ("data",), ""),
    ("openfga.json", "ReadChanges"): (TOKEN, ("changes",), "continuation_token"),
    ("resend.yaml", "emails/list"): (ID, ("data",), "after"),
    ("spotify-official.yaml", "get-followed"): (URL, ("artists", "items"), ""),
    ("svix.json", "v1.application.list"): (TOKEN, ("data",), "iterator"),
    ("twilio-api-v2010.json", "ListUsageRecord"): (URL, ("usage_records",), ""),
}
"""The kind, the way to the items, and the parameter of some."""

NO_PAGES = {
    ("airflow-v2.yaml", "login"): "`next` is where one goes after the login",
    (
        "resend.yaml",
        "contacts/list",
    ): "`after`, and nothing that says that there is more",
    ("spotify-official.yaml", "search"): "one answer has several lists",
}
"""What looks like a page, and why it is none."""


@pytest.fixture(scope="module")
def operations(shared: Path) -> dict[str, list[Operation]]:
    """The operations of each document."""
    found = {}
    for name in STYLES:
        corpus = shared / "specs" / "corpus"
        diagnostics = Diagnostics()
        document = load([corpus / name], relative_to=corpus, diagnostics=diagnostics)
        config = Config(package="acme", client="Acme")
        found[name] = list(normalize(document, config, diagnostics).operations)
    return found


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


@pytest.mark.parametrize(("name", "identity"), NO_PAGES)
def test_what_is_left_alone(
    operations: dict[str, list[Operation]], name: str, identity: str
) -> None:
    (page,) = (item.pagination for item in operations[name] if item.id == identity)
    assert page is None, NO_PAGES[name, identity]
