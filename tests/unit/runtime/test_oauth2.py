"""OAuth 2 client credentials: tokens are fetched, cached and renewed."""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import anyio
import pytest

from generator.runtime import (
    Api,
    ApiKey,
    AsyncClient,
    OAuth2ClientCredentials,
    SyncClient,
)
from generator.runtime.api.api import Authorization
from generator.runtime.api.credentials import Basic
from generator.runtime.responses.errors import (
    APIResponseValidationError,
    APIStatusError,
    AuthenticationError,
)
from tests.unit.runtime.conftest import Reply, Server, json_reply

Serve = Callable[..., Server]


def oauth(server: Server, **settings: Any) -> SyncClient:
    document = Api(
        name="acme",
        version="1",
        environment="ACME",
        credentials={
            "client": OAuth2ClientCredentials("/oauth/token", scopes=("a", "b"))
        },
        security=(("client",),),
    )
    return SyncClient(
        document,
        credentials={"client": ("id:1", "cs-test")},
        base_url=server.url,
        **settings,
    )


def granted(token: str, seconds: float = 3600) -> Reply:
    return json_reply({"access_token": token, "expires_in": seconds})


def test_a_token_is_fetched_and_cached(serve: Serve) -> None:
    server = serve(granted("t-1"), json_reply({}))
    client = oauth(server)
    client.get("/x")
    client.with_options(max_retries=0).get("/x")
    token_request, first, second = server.received
    assert (token_request.method, token_request.target) == ("POST", "/oauth/token")
    assert token_request.body == b"grant_type=client_credentials&scope=a+b"
    encoded = base64.b64encode(b"id%3A1:cs-test").decode()
    assert token_request.headers["authorization"] == f"Basic {encoded}"
    assert first.headers["authorization"] == "Bearer t-1"
    assert second.headers["authorization"] == "Bearer t-1"


@pytest.mark.parametrize("pair", ["cs-test", ("a", "b", "cs-test"), ("a",), ("a", 7)])
def test_a_credential_that_is_no_pair(serve: Serve, pair: Any) -> None:
    server = serve(granted("t-1"), json_reply({}))
    client = oauth(server).with_options(client=pair)
    with pytest.raises(TypeError, match="tuple .client id, client secret") as caught:
        client.get("/x")
    assert "cs-test" not in str(caught.value) and not server.received
    with pytest.raises(TypeError, match="tuple .user name, password"):
        Basic().apply(pair, Authorization())


def test_a_token_is_renewed_before_it_expires(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 100.0
    monkeypatch.setattr("time.monotonic", lambda: now)
    server = serve(granted("t-1", 60), json_reply({}), json_reply({}), granted("t-2"), json_reply({}))  # fmt: skip
    client = oauth(server)
    client.get("/x")
    now = 129.0
    client.get("/x")
    now = 131.0
    client.get("/x")
    used = [r.headers["authorization"] for r in server.received if r.method == "GET"]
    assert used == ["Bearer t-1", "Bearer t-1", "Bearer t-2"]


@pytest.mark.parametrize("more", [{}, {"expires_in": None}, {"expires_in": "60"}])
def test_lifetimes_of_tokens(serve: Serve, more: Any) -> None:
    server = serve(json_reply({"access_token": "t-1", **more}), json_reply({}))
    client = oauth(server)
    client.get("/x")
    client.get("/x")
    assert [each.method for each in server.received] == ["POST", "GET", "GET"]


def test_a_rejected_token_is_renewed_once(serve: Serve) -> None:
    server = serve(granted("t-1"), Reply(401), granted("t-2"), json_reply({"ok": 1}))
    assert oauth(server, max_retries=0).get("/x") == {"ok": 1}
    server.replies = [granted("t-3"), Reply(401), granted("t-4"), Reply(401)]
    with pytest.raises(AuthenticationError):
        oauth(server).get("/x")
    assert len(server.received) == 8


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (json_reply({"error": "invalid_client cs-test"}, 401), AuthenticationError),
        (json_reply({"token": "x"}), APIResponseValidationError),
        (json_reply([]), APIResponseValidationError),
    ],
)
def test_responses_without_a_token(
    serve: Serve, reply: Reply, kind: type[Exception]
) -> None:
    with pytest.raises(kind) as caught:
        oauth(serve(reply)).get("/x")
    assert "cs-test" not in str(caught.value)


BACKENDS = ("asyncio", "trio")


@pytest.mark.parametrize("backend", BACKENDS)
def test_concurrent_tasks_fetch_one_token(serve: Serve, backend: str) -> None:
    server = serve(granted("t-1"), json_reply({}))
    document = oauth(server)._api

    async def main() -> None:
        async with (
            AsyncClient(
                document, credentials={"client": ("a", "b")}, base_url=server.url
            ) as client,
            anyio.create_task_group() as tasks,
        ):
            for _ in range(8):
                tasks.start_soon(client.get, "/x")

    anyio.run(main, backend=backend)
    assert [request.method for request in server.received].count("POST") == 1


class Guarded:
    """A server that accepts its first token only once, and counts the tokens it issues."""

    def __init__(self, together: int) -> None:
        self.together = threading.Barrier(together)
        self.issued = 0

    def __call__(self, handler: Any) -> None:
        if handler.command == "POST":
            self.issued += 1
            body = {"access_token": f"t-{self.issued}", "expires_in": 3600}
        elif handler.headers["Authorization"] == "Bearer t-1":
            # All requests are rejected before the first one fetches another token.
            self.together.wait(60)
            handler.send_error(401)
            return
        else:
            body = {"ok": True}
        content = json.dumps(body).encode()
        handler.send_response(200)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)


def test_threads_with_a_rejected_token_fetch_one_token(serve: Serve) -> None:
    guarded = Guarded(6)
    client = oauth(serve(Reply(raw=guarded)), max_retries=0)
    with ThreadPoolExecutor(6) as threads:
        answers = list(threads.map(client.get, ["/x"] * 6))
    assert answers == [{"ok": True}] * 6
    assert guarded.issued == 2


@pytest.mark.parametrize("backend", BACKENDS)
def test_tasks_with_a_rejected_token_fetch_one_token(
    serve: Serve, backend: str
) -> None:
    guarded = Guarded(6)
    server = serve(Reply(raw=guarded))
    document = oauth(server)._api
    answers: list[Any] = []

    async def main() -> None:
        async with AsyncClient(
            document,
            credentials={"client": ("a", "b")},
            base_url=server.url,
            max_retries=0,
        ) as client:

            async def get() -> None:
                answers.append(await client.get("/x"))

            async with anyio.create_task_group() as tasks:
                for _ in range(6):
                    tasks.start_soon(get)

    anyio.run(main, backend=backend)
    assert answers == [{"ok": True}] * 6
    assert guarded.issued == 2


def test_a_token_server_of_another_origin_receives_no_headers(serve: Serve) -> None:
    tokens, server = serve(granted("t-1")), serve(json_reply({}))
    document = Api(
        name="acme",
        version="1",
        environment="ACME",
        credentials={
            "client": OAuth2ClientCredentials(f"{tokens.url}/token"),
            "team": ApiKey("X-Team"),
        },
        security=(("client",),),
        always=("team",),
    )
    SyncClient(
        document,
        credentials={"client": ("id", "cs-test"), "team": "red"},
        base_url=server.url,
        default_headers={"X-Secret": "s-test"},
    ).get("/x")
    assert "x-secret" not in tokens.received[0].headers
    assert "x-team" not in tokens.received[0].headers
    assert server.received[0].headers["x-secret"] == "s-test"


def test_a_redirected_token_request_names_no_option(serve: Serve) -> None:
    other = serve(granted("t-1"))
    server = serve(Reply(307, b"", {"Location": f"{other.url}/token"}))
    with pytest.raises(APIStatusError, match="not sent to another origin") as caught:
        oauth(server).get("/x")
    assert "cross_origin_body" not in str(caught.value)
    assert other.received == []
