"""Names from paths: REST as people build it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.normalizer_names.apis import call, names, namings

APIS = {
    "a collection and its things": {
        "LIST /orders": "orders.list",
        "POST /orders": "orders.create",
        "GET /orders/{id}": "orders.retrieve",
        "PATCH /orders/{id}": "orders.update",
        "DELETE /orders/{id}": "orders.delete",
    },
    "things are changed by POST, or by PUT": {
        "POST /customers/{id}": "customers.update",
        "GET /customers/{id}": "customers.retrieve",
        "PUT /carts/{id}": "carts.update",
    },
    "PUT beside PATCH replaces, POST beside either creates": {
        "POST /files/{id}/labels/{label}": "files.labels.create",
        "PUT /files/{id}/labels/{label}": "files.labels.replace",
        "PATCH /files/{id}/labels/{label}": "files.labels.update",
    },
    "all things of a collection at once": {
        "LIST /alarms": "alarms.list",
        "PATCH /alarms": "alarms.update_all",
        "DELETE /alarms": "alarms.delete_all",
        "DELETE /alarms/{id}": "alarms.delete",
    },
    "collections without a list in the answer": {
        "GET /folders": "folders.list",
        "GET /folders/{id}": "folders.retrieve",
    },
    "one thing that is no collection": {
        "GET /account": "account.retrieve",
        "POST /account": "account.update",
        "GET /users/{id}/preferences": "users.preferences.retrieve",
        "PUT /users/{id}/preferences": "users.preferences.update",
    },
    "actions": {
        "POST /payments/{id}/capture": "payments.capture",
        "POST /payments/{id}/refund_partly": "payments.refund_partly",
        "POST /droplets/{id}/reset-password": "droplets.reset_password",
        "PUT /databases/{id}/install_update": "databases.install_update",
        "GET /files/{id}/content": "files.content",
        "POST /customers/search": "customers.search",
        "LIST /channels/{id}/threads/search": "channels.threads.search",
        "POST /jobs/{id}:cancel": "jobs.cancel",
        "POST /documents:batchGet": "documents.batch_get",
        "PUT /links/{id}#add_shared_link": "links.add_shared_link",
    },
    "what looks like an action": {
        "POST /uploads/{id}/parts": "uploads.parts.create",
        "LIST /projects/{id}/members": "projects.members.list",
        "POST /groups/{id}/users": "groups.users.create",
        "GET /groups/{id}/users/{user}": "groups.users.retrieve",
        "POST /audio/speech": "audio.speech.create",
        "GET /runs/{id}/report": "runs.report.retrieve",
        "DELETE /runs/{id}/report": "runs.report.delete",
    },
    "versions and bases say nothing": {
        "LIST /api/v2/hosts": "hosts.list",
        "GET /api/v2/hosts/{id}": "hosts.retrieve",
        "LIST /api/v2.1/zones": "zones.list",
        "LIST /api/2024-10-01/areas": "areas.list",
        "LIST /wiki/rest/api/pages": "wiki.pages.list",
        "GET /api/{id}": "api.retrieve",
        "LIST /areas/{id}/providers/Acme.Storage/boxes/{box}/locks": "boxes.locks.list",
    },
    "of two versions the older one is set apart": {
        "LIST /v3/glossaries": "glossaries.list",
        "LIST /v2/glossaries": "v2.glossaries.list",
    },
    "what needs more parameters is named by them": {
        "LIST /sites": "sites.list",
        "LIST /{team}/sites": "sites.list_by_team",
        "LIST /committees/votes": "committees.votes.list",
        "LIST /committees/{committee_id}/votes": "committees.votes.list_by_committee_id",
    },
    "a query switches on": {
        "POST /answers": "answers.create",
        "POST /answers?beta=true": "beta.answers.create",
        "POST /answers/{id}/cancel?beta=true": "beta.answers.cancel",
    },
    "other spellings": {
        "GET /Orders({key})": "orders.retrieve",
        "LIST /Orders": "orders.list",
        "LIST /shipping-labels.json": "shipping_labels.list",
        "GET /images/{id}/thumbnail.{format}": "images.thumbnail",
        "POST /chat.postMessage": "chat.post_message.create",
        "LIST /users/@me/guilds": "users.me.guilds.list",
    },
}


@pytest.mark.parametrize("title", APIS)
def test_paths(title: str) -> None:
    api = APIS[title]
    assert names([call(written) for written in api]) == list(api.values())


@pytest.mark.parametrize(("answer", "name"), [("A", "update"), ("B", "create")])
def test_what_is_called_by_a_plural_may_be_one_thing(answer: str, name: str) -> None:
    calls = [
        call("GET /permissions", answer="A"),
        call("POST /permissions", answer=answer),
    ]
    assert names(calls) == ["permissions.retrieve", f"permissions.{name}"]


def test_ids_tell_apart_what_paths_do_not() -> None:
    calls = [
        call("GET /prices/{id}", id="getPriceById"),
        call("GET /prices/{name}", id="getPriceByName"),
        call("LIST /runs", id="listRuns"),
        call("POST /runs/list", id="searchRuns"),
        call("GET /", id="ping"),
    ]
    assert names(calls) == [
        "prices.get_price_by_id",
        "prices.get_price_by_name",
        "runs.list",
        "runs.search_runs",
        "root.ping",
    ]


@pytest.mark.parametrize("path", ["/~", "/-/{id}", "/%20/%21", "/日/{id}"])
def test_every_operation_belongs_to_a_resource(path: str) -> None:
    (found,) = namings([call(f"GET {path}", id="ping")])
    assert found.resource and all(found.resource)


PATHS = [written for api in APIS.values() for written in api if "?" not in written]


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.permutations(PATHS))
def test_the_order_of_a_document_says_nothing(paths: list[str]) -> None:
    expected = dict(zip(PATHS, names([call(path) for path in PATHS]), strict=True))
    found = names([call(path) for path in paths])
    assert dict(zip(paths, found, strict=True)) == expected


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.sampled_from(list(APIS)), st.text("abcdefgh", min_size=9, max_size=9))
def test_strangers_rename_nothing(title: str, noun: str) -> None:
    calls = [call(written) for written in APIS[title]]
    strangers = [call(f"LIST /{noun}"), call(f"POST /{noun}/{{id}}/attempts")]
    found = names([*strangers, *calls])
    assert found[len(strangers) :] == list(APIS[title].values())
