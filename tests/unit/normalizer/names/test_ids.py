"""Names of operations whose ids say something else than their paths."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.normalizer.names.from_path import NamingInput
from tests.unit.normalizer.names.apis import names, namings, operation

VERBS = {
    ("POST /payments/{id}", "deletePayment"): "payments.delete",
    ("POST /payments/{id}", "capturePayment"): "payments.capture",
    ("POST /speech/{voice}", "speech_full"): "speech.create",
    ("POST /payments/{id}", "PostPaymentsPayment"): "payments.update",
    ("POST /payments/{id}", "post_payments_id"): "payments.update",
    ("POST /payments/{id}", "UpdatepaymentsItem"): "payments.update",
    ("POST /contacts", "updateOrCreateContacts"): "contacts.update_or_create",
    ("POST /reports", "query_reports"): "reports.query",
    ("POST /translate", "translateText"): "translate.create",
    ("POST /channels", "join_channel"): "channels.join",
    ("POST /balances", "getBalances"): "balances.retrieve",
    ("GET /users/{id}/posts", "listPosts"): "users.posts.list",
    ("GET /watch/replicasets", "watchReplicaSet"): "watch.replicasets.retrieve",
    ("PUT /payments", "createPayments"): "payments.create",
    ("PUT /groups/{group}/users/{user}", "addUserToGroup"): "groups.users.add",
    ("PUT /shops/{shop}", "Shops_CreateOrUpdate"): "shops.update",
    ("GET /v1/voices/{voice_id}", "get_voice_v1_voices__voice_id__get"): (
        "voices.retrieve"
    ),
    ("POST /v1/agents/{id}", "agents_append_v1_agents__id__post"): "agents.append",
    ("POST /export/cancel/{job}", "cancelExport"): "export.cancel",
}


@pytest.mark.parametrize(("line", "id"), VERBS)
def test_the_verb_of_the_id_is_used(line: str, id: str) -> None:
    others = {"POST /channels": ["GET /channels/{id}"], "PUT /payments": ["GET /x"]}
    operations = [operation(line, id=id), *map(operation, others.get(line, []))]
    assert names(operations)[0] == VERBS[line, id]


OBJECTS = {
    ("POST /emails", "sendEmail"): "emails.send",
    ("POST /emails", "emails/send"): "emails.send",
    ("POST /emails/batch", "emails/send-batch"): "emails.batch.send",
    ("POST /sessions/{id}/events?beta=true", "BetaSendEvents"): (
        "beta.sessions.events.send"
    ),
    ("POST /dags/{id}/dagRuns", "trigger_dag_run"): "dags.dag_runs.trigger",
    ("DELETE /oauth/grants/{id}", "oauth/revoke-grant"): "oauth.grants.revoke",
    ("DELETE /checks/{id}", "check_cancel"): "checks.cancel",
    ("PUT /gen-ai/templates/{id}", "genai_sync_template"): "gen_ai.templates.sync",
    ("PATCH /roles", "bulk_update_roles"): "roles.bulk_update",
    ("DELETE /properties/{key}", "bulkDeleteProperty"): "properties.bulk_delete",
    ("DELETE /sessions", "disableMyOtherSessions"): "sessions.disable_all",
    ("PUT /certs", "uploadCert"): "certs.upload",
    ("POST /uptime/checks", "uptime_create_check"): "uptime.checks.create",
    ("POST /zip_lookups", "zip_lookup"): "zip_lookups.lookup",
    # The verb of the path says the same.
    ("POST /files", "uploadFile"): "files.create",
    ("POST /users/{id}/roles", "assign-user-role"): "users.roles.create",
    ("DELETE /users/{id}/roles/{role}", "unassign-user-role"): "users.roles.delete",
    # The object is another noun, or the word is a noun itself.
    ("POST /files/{id}/parts", "sendFile"): "files.parts.create",
    ("PUT /sites/{id}/rollback", "rollbackSiteDeploy"): "sites.rollback.update",
    ("DELETE /balancers/{id}/cache", "balancersDelete_cache"): "balancers.cache.delete",
    ("POST /load_balancers", "loadBalancers_create"): "load_balancers.create",
    ("POST /response", "callWithDuplicateResponse"): "response.create",
    ("GET /tables/{id}", "loadTable"): "tables.retrieve",
    ("DELETE /pods/{id}/proxy", "connectDeletePodProxy"): "pods.proxy.delete",
    ("PATCH /pods/{id}/proxy", "connectPatchPodProxy"): "pods.proxy.update",
    ("PUT /points", "upsert_points"): "points.upsert",
}


@pytest.mark.parametrize(("line", "id"), OBJECTS)
def test_a_verb_whose_object_is_the_resource_is_used(line: str, id: str) -> None:
    others = [operation("GET /certs/{id}"), operation("GET /points/{id}")]
    others.append(operation("GET /sessions/{id}"))
    assert names([operation(line, id=id), *others])[0] == OBJECTS[line, id]


def test_actions_on_many_items_do_not_take_the_name_of_those_on_one() -> None:
    operations = [
        operation("POST /runs/{id}/cancel", id="cancelRun"),
        operation("POST /runs/cancel", id="batchCancelRuns"),
        operation("POST /batch/jobs/{id}/cancel", id="batch_cancel_job"),
    ]
    assert names(operations) == [
        "runs.cancel",
        "runs.batch_cancel",
        "batch.jobs.cancel",
    ]
    assert names(operations[:1]) == ["runs.cancel"]


COMPOUNDS = {
    (
        "POST /client/push-tokens",
        "create_client_push_token",
    ): "client.push_tokens.create",
    ("LIST /profiles/{id}/push-tokens", "get_push_tokens_for_profile"): (
        "profiles.push_tokens.list"
    ),
    ("POST /accounts/{id}/login_links", "PostAccountsLoginLinks"): (
        "accounts.login_links.create"
    ),
    ("POST /messages/count_tokens", "count_tokens_post"): "messages.count_tokens",
    ("POST /users/{id}/login", "login"): "users.login",
    ("POST /users/terminate_sessions", "post_users_terminate_sessions"): (
        "users.terminate_sessions"
    ),
}


@pytest.mark.parametrize(("line", "id"), COMPOUNDS)
def test_nouns_that_begin_with_a_verb_are_resources(line: str, id: str) -> None:
    assert names([operation(line, id=id)]) == [COMPOUNDS[line, id]]


def test_verbs_of_the_id_name_an_action_and_what_undoes_it() -> None:
    actions = [
        operation("POST /models/{id}/archive", id="routes_archive_model"),
        operation("DELETE /models/{id}/archive", id="routes_unarchive_model"),
    ]
    assert names(actions) == ["models.archive", "models.unarchive"]
    assert names(actions[:1]) == ["models.archive"]
    head = operation("HEAD /models/{id}/archive", id="archiveInfo")
    assert names([*actions, head])[:2] == ["models.archive", "models.unarchive"]
    assert names([*actions, head])[2] == "models.archive.head"
    nouns = [
        operation("LIST /models/{id}/share", id="models_share_list"),
        operation("PUT /models/{id}/share", id="models_share_create"),
        operation("DELETE /models/{id}/share", id="models_share_delete"),
    ]
    assert names(nouns) == [
        "models.share.list",
        "models.share.create",
        "models.share.delete",
    ]


def test_paths_and_methods_in_ids_do_not_become_names() -> None:
    operations = [
        operation("LIST /rows", id="get_rows_rows_get"),
        operation("LIST /rows/", id="fetch_rows_rows_get"),
    ]
    assert names(operations) == ["rows.get_rows", "rows.fetch_rows"]


def test_a_single_object_is_retrieved_although_other_items_have_longer_paths() -> None:
    operations = [
        operation("GET /user", id="users/get-authenticated"),
        operation("GET /user/{account}", id="users/get-by-account"),
    ]
    assert names(operations) == ["user.get_authenticated", "user.retrieve"]


METHODS = {
    ("GET /organization/usage/words", "usage-words"): "organization.usage.words",
    ("GET /organization/costs", "usage-costs"): "organization.usage.costs",
    ("POST /chat.postMessage", "chat_postMessage"): "chat.post_message",
    ("GET /conversations.history", "conversations_history"): "conversations.history",
    ("POST /deleteWebhook", "deleteWebhook"): "webhook.delete",
    ("GET /app/{id}/endpoint/{e}/secret", "v1.endpoint.get-secret"): (
        "endpoint.get_secret"
    ),
    ("POST /checkout/orders/{id}", "orders.authorize"): "orders.authorize",
    ("GET /addons/{key}", "AddonResource.getAddon"): "addons.retrieve",
    ("GET /import_errors", "get_import_errors"): "import_errors.retrieve",
    ("LIST /sign_requests", "list_sign_requests"): "sign_requests.list",
}


@pytest.mark.parametrize(("line", "id"), METHODS)
def test_the_end_of_the_id_is_the_method(line: str, id: str) -> None:
    sibling = operation("LIST /organization/usage/pages", id="usage-pages")
    assert names([operation(line, id=id), sibling])[0] == METHODS[line, id]


def test_the_path_is_used_where_the_id_is_a_path_or_absent() -> None:
    operations = [
        operation("GET /account/settings", id="get_account_settings"),
        operation("GET /account/limits", id="account_limits"),
        operation("POST /account/limits", id="setLimits"),
    ]
    assert names(operations) == [
        "account.settings.retrieve",
        "account.limits.retrieve",
        "account.limits.update",
    ]


def test_operations_without_a_noun_belong_to_their_tag() -> None:
    pings = [
        NamingInput("ping", "GET", "/", False, tags=("Health checks", "other")),
        NamingInput("pong", "POST", "/", False),
    ]
    assert names(pings) == ["health_checks.ping", "root.pong"]


def test_the_name_from_the_path_alone_wins() -> None:
    operations = [
        operation("GET /points/{id}", id="get_point"),
        operation("POST /points", id="get_points"),
        operation("POST /payments", id="createPayment"),
        operation("PUT /payments", id="createPayments"),
    ]
    assert names(operations) == [
        "points.retrieve",
        "points.get_points",
        "payments.create",
        "payments.create_payments",
    ]
    assert namings(operations)[3].rejected == (
        "payments.create is the name of another operation too",
    )


def test_versions_with_a_pre_release_are_versions() -> None:
    assert names(
        [
            operation("LIST /crm/lists/2026-09-beta/items"),
            operation("LIST /v1/flows"),
            operation("LIST /v1beta2/flows"),
            operation("LIST /v1beta1/flows"),
        ]
    ) == [
        "crm.lists.items.list",
        "flows.list",
        "v1_beta2.flows.list",
        "v1_beta1.flows.list",
    ]


def test_the_source_says_that_the_id_was_used() -> None:
    (naming,) = namings([operation("POST /payments/{id}", id="deletePayment")])
    assert naming.source == "its path and its operation id"


CLASSES = {
    "create": ("create", "add", "new", "insert"),
    "list": ("list",),
    "retrieve": ("get", "retrieve", "fetch", "read", "show"),
    "update": ("update", "edit", "modify", "change", "replace"),
    "delete": ("delete", "remove", "destroy"),
}


@settings(max_examples=300, derandomize=True, deadline=None)
@given(
    st.sampled_from([(kind, verb) for kind in CLASSES for verb in CLASSES[kind]]),
    st.sampled_from(["POST", "PUT", "PATCH"]),
    st.sampled_from(
        ["/box", "/box/{id}", "/shops/{shop}/boxes", "/shops/{id}/boxes/{b}"]
    ),
    st.booleans(),
)
def test_a_name_never_contradicts_the_verb_of_the_id(
    kind_and_verb: tuple[str, str], method: str, path: str, is_first: bool
) -> None:
    kind, verb = kind_and_verb
    if method != "POST" and kind in ("list", "retrieve"):
        return
    id_ = f"{verb}Box" if is_first else f"boxes.{verb}"
    (name,) = names([operation(f"{method} {path}", id=id_)])
    word = name.rpartition(".")[2].split("_")[0]
    assert word in (*CLASSES[kind], kind)


def test_a_path_takes_the_resource_that_the_id_of_another_method_names() -> None:
    operations = [
        operation("PUT /app/{id}", id="v1.application.update"),
        operation("PATCH /app/{id}", id="patch_application"),
        operation("DELETE /app/{id}", id="remove"),
    ]
    expected = ["application.update", "application.patch", "application.delete"]
    assert names(operations) == expected


def test_a_path_with_two_resources_in_ids_keeps_its_name() -> None:
    operations = [
        operation("PUT /app/{id}", id="v1.application.update"),
        operation("POST /app/{id}", id="v1.program.run"),
        operation("DELETE /app/{id}", id="remove"),
    ]
    assert names(operations)[2] == "app.delete"
