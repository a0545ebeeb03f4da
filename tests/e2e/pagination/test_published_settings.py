"""The setting `pagination` for lists of published documents that are not detected."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.loader import load
from generator.normalizer import normalize

pytestmark = pytest.mark.slow

CURSOR = {
    "kind": "token",
    "items": "results",
    "send": "start_cursor",
    "next": "next_cursor",
    "more": "has_more",
}
SETTINGS: Mapping[str, Mapping[str, dict[str, Any]]] = {
    # The order of the list is not described.
    "discord.json": {
        "list_messages": {"kind": "id", "send": "before"},
        "list_thread_members": {"kind": "id", "send": "after", "id": "user_id"},
        "list_guild_bans": {"kind": "id", "send": "after", "id": ["user", "id"]},
        "list_guild_members": {"kind": "id", "send": "after", "id": ["user", "id"]},
        "list_guild_audit_log_entries": {
            "kind": "id",
            "items": "audit_log_entries",
            "send": "before",
        },
        "list_pins": {
            "kind": "id",
            "send": "before",
            "id": "pinned_at",
            "more": "has_more",
        },
        "list_public_archived_threads": {
            "kind": "id",
            "items": "threads",
            "send": "before",
            "id": ["thread_metadata", "archive_timestamp"],
            "more": "has_more",
        },
    },
    # The response has several lists.
    "mistral.yaml": {
        "users_api_admin_users_get_users": {
            "kind": "number",
            "items": "members",
            "send": "page",
            "total": "total",
        }
    },
    "spotify-official.yaml": {
        "search": {
            "kind": "url",
            "items": ["tracks", "items"],
            "next": ["tracks", "next"],
        }
    },
    # The response has no declared fields.
    "notion.json": {
        "get-users": CURSOR,
        "post-search": CURSOR,
        "get-block-children": CURSOR,
        "retrieve-a-page-property": CURSOR,
        "retrieve-a-comment": CURSOR,
        "query-data-source": CURSOR,
        "list-data-source-templates": CURSOR,
    },
    # The number of results is a limit of a search, not the size of a page.
    "qdrant.json": {"query_points": {"kind": "offset", "send": "offset"}},
    # The document contradicts itself about the meaning of the index.
    "vonage/definitions/voice.yml": {
        "getCalls": {"kind": "offset", "send": "record_index", "total": "count"}
    },
}


@pytest.mark.parametrize("name", SETTINGS)
def test_settings_describe_the_list(shared: Path, name: str) -> None:
    file = shared / "specs" / "corpus" / name
    diagnostics = Diagnostics()
    document = load([file], relative_to=file.parent, diagnostics=diagnostics)
    plain = normalize(document, Config(package="a", client="A"), diagnostics)
    config = Config(package="a", client="A", pagination=SETTINGS[name])
    api = normalize(document, config, diagnostics)
    codes = {item.rule.code for item in diagnostics}
    assert not codes & {"unknown-pagination", "pagination-not-applied"}
    detected = {item.id for item in plain.operations if item.pagination}
    paginated = {item.id for item in api.operations if item.pagination}
    assert paginated - detected == set(SETTINGS[name])
