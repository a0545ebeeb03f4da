"""Names of operations from their paths."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.normalizer.names.apis import names, namings, operation

APIS = {
    "a collection and its items": {
        "LIST /orders": "orders.list",
        "POST /orders": "orders.create",
        "GET /orders/{id}": "orders.retrieve",
        "PATCH /orders/{id}": "orders.update",
        "DELETE /orders/{id}": "orders.delete",
    },
    "POST or PUT updates an item": {
        "POST /customers/{id}": "customers.update",
        "GET /customers/{id}": "customers.retrieve",
        "PUT /carts/{id}": "carts.update",
    },
    "PUT replaces if there is PATCH; POST creates if there is either": {
        "POST /files/{id}/labels/{label}": "files.labels.create",
        "PUT /files/{id}/labels/{label}": "files.labels.replace",
        "PATCH /files/{id}/labels/{label}": "files.labels.update",
    },
    "all items of a collection": {
        "LIST /alarms": "alarms.list",
        "PATCH /alarms": "alarms.update_all",
        "DELETE /alarms": "alarms.delete_all",
        "DELETE /alarms/{id}": "alarms.delete",
    },
    "collections whose response is not a list": {
        "GET /folders": "folders.list",
        "GET /folders/{id}": "folders.retrieve",
    },
    "singletons": {
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
    "nouns after a parameter": {
        "POST /uploads/{id}/parts": "uploads.parts.create",
        "LIST /projects/{id}/members": "projects.members.list",
        "POST /groups/{id}/users": "groups.users.create",
        "GET /groups/{id}/users/{user}": "groups.users.retrieve",
        "POST /audio/speech": "audio.speech.create",
        "GET /runs/{id}/report": "runs.report.retrieve",
        "DELETE /runs/{id}/report": "runs.report.delete",
    },
    "versions and bases are ignored": {
        "LIST /api/v2/hosts": "hosts.list",
        "GET /api/v2/hosts/{id}": "hosts.retrieve",
        "LIST /api/v2.1/zones": "zones.list",
        "LIST /api/2024-10-01/areas": "areas.list",
        "LIST /wiki/rest/api/pages": "wiki.pages.list",
        "GET /api/{id}": "api.retrieve",
        "LIST /areas/{id}/providers/Acme.Storage/boxes/{box}/locks": "boxes.locks.list",
    },
    "the older of two versions has a prefix": {
        "LIST /v3/glossaries": "glossaries.list",
        "LIST /v2/glossaries": "v2.glossaries.list",
    },
    "operations with more parameters are named by them": {
        "LIST /sites": "sites.list",
        "LIST /{team}/sites": "sites.list_by_team",
        "LIST /committees/votes": "committees.votes.list",
        "LIST /committees/{committee_id}/votes": "committees.votes.list_by_committee_id",
    },
    "flags in the query": {
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
    assert names([operation(line) for line in api]) == list(api.values())


@pytest.mark.parametrize(("response_type", "name"), [("A", "update"), ("B", "create")])
def test_post_with_the_response_of_get_is_an_update(
    response_type: str, name: str
) -> None:
    operations = [
        operation("GET /permissions", response_type="A"),
        operation("POST /permissions", response_type=response_type),
    ]
    assert names(operations) == ["permissions.retrieve", f"permissions.{name}"]


def test_operation_ids_disambiguate_equal_names() -> None:
    operations = [
        operation("GET /prices/{id}", id="getPriceById"),
        operation("GET /prices/{name}", id="getPriceByName"),
        operation("LIST /runs", id="listRuns"),
        operation("POST /runs/list", id="searchRuns"),
        operation("GET /", id="ping"),
    ]
    assert names(operations) == [
        "prices.get_price_by_id",
        "prices.get_price_by_name",
        "runs.list",
        "runs.search_runs",
        "root.ping",
    ]


def test_the_source_of_a_disambiguated_name_is_the_operation_id() -> None:
    first, second = namings(
        [
            operation("GET /prices/{id}", id="getPriceById"),
            operation("GET /prices/{name}", id="getPriceByName"),
        ]
    )
    assert first.source == second.source == "its operation id"
    assert first.rejected == ("prices.retrieve is the name of another operation too",)


@pytest.mark.parametrize("path", ["/~", "/-/{id}", "/%20/%21", "/日/{id}"])
@pytest.mark.parametrize("id", ["ping", "~", "日", "v1.orders.list", "..", "a.~"])
def test_every_operation_belongs_to_a_resource(path: str, id: str) -> None:
    (naming,) = namings([operation(f"GET {path}", id=id)])
    assert naming.resource and all(naming.resource)
    assert naming.name and all(naming.name)


PATHS = [line for api in APIS.values() for line in api if "?" not in line]


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.permutations(PATHS))
def test_names_do_not_depend_on_the_order_of_operations(paths: list[str]) -> None:
    expected = dict(zip(PATHS, names([operation(path) for path in PATHS]), strict=True))
    result = names([operation(path) for path in paths])
    assert dict(zip(paths, result, strict=True)) == expected


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.sampled_from(list(APIS)), st.text("abcdefgh", min_size=9, max_size=9))
def test_unrelated_operations_do_not_change_names(title: str, noun: str) -> None:
    operations = [operation(line) for line in APIS[title]]
    unrelated = [operation(f"LIST /{noun}"), operation(f"POST /{noun}/{{id}}/attempts")]
    result = names([*unrelated, *operations])
    assert result[len(unrelated) :] == list(APIS[title].values())


PREFIXES = {
    ("/acme/v1/songs", "/acme/v1/films"): ["songs.create", "films.create"],
    ("/acme/v1/songs", "/acme/v2/songs"): ["v1.acme.songs.create", "acme.songs.create"],
    ("/acme/v1/songs", "/other/v1/films"): ["acme.songs.create", "other.films.create"],
    ("/acme/songs", "/acme/films"): ["acme.songs.create", "acme.films.create"],
    ("/{id}/v1/songs", "/{id}/v1/films"): ["songs.create", "films.create"],
    ("/acme/v1", "/acme/v1/films"): ["acme.create", "acme.films.create"],
}


@pytest.mark.parametrize("paths", PREFIXES)
def test_what_all_paths_have_before_their_version_is_left_out(
    paths: tuple[str, ...],
) -> None:
    operations = [operation(f"POST {path}") for path in paths]
    assert names(operations) == PREFIXES[paths]


def test_one_path_in_five_may_lack_the_prefix() -> None:
    nouns = ("songs", "films", "books", "plays")
    operations = [operation(f"POST /acme/v1/{noun}") for noun in nouns]
    assert names([*operations, operation("POST /v1/games")]) == [
        *(f"{noun}.create" for noun in nouns),
        "games.create",
    ]
    others = [operation("POST /v1/games"), operation("POST /v1/toys")]
    assert names([*operations, *others])[0] == "acme.songs.create"


def test_a_noun_that_the_prefix_repeats_is_named_once() -> None:
    orders = [
        operation("LIST /orders/v0/orders"),
        operation("GET /orders/v0/orders/{id}"),
        operation("POST /orders/v0/orders/{id}/shipment"),
    ]
    expected = ["orders.list", "orders.retrieve", "orders.shipment"]
    assert names(orders) == expected
    assert names([*orders, operation("LIST /orders/v0/returns")])[:3] == expected
    shops = [operation("LIST /shop/v1/orders"), operation("GET /shop/v1/orders/{id}")]
    assert names(shops) == ["shop.orders.list", "shop.orders.retrieve"]
