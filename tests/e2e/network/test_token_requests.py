"""Requests of access tokens: threads, timeouts, and unusable responses."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Callable

# Not of the module: tests replace that function for the client.
from time import sleep
from typing import Any

import anyio
import pytest

from generator.runtime import Api, AsyncClient, OAuth2ClientCredentials, SyncClient
from generator.runtime.responses.errors import (
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    APITimeoutError,
    AuthenticationError,
)
from tests.e2e.faults.conftest import settled
from tests.e2e.faults.wire import (
    Act,
    Wire,
    ends_after,
    http_response,
    resets_after,
    sends,
    silent_after,
)
from tests.patience import longer_if_late, wait_until, wait_until_async

KIND = (
    "A client fetches an access token, from several threads or a faulty token server."
)
RESULT = (
    "No call waits longer than its timeout, and each event loop fetches its own token. "
    "The error says what was sent, without the secret."
)
Serve = Callable[..., Wire]
API = Api(
    name="acme",
    version="1",
    environment="ACME",
    credentials={"client": OAuth2ClientCredentials("/token", scopes=("a", "b"))},
    security=(("client",),),
)
TOKEN = json.dumps({"access_token": "t-1", "expires_in": 3600}).encode()
KINDS = ("sync", "asyncio", "trio")


def client_of(kind: str, url: str, **settings: Any) -> Any:
    cls: type[Any] = SyncClient if kind == "sync" else AsyncClient
    pair = {"client": ("id-test", "cs-test-secret")}
    return cls(API, credentials=pair, base_url=url, max_retries=0, **settings)


def run(kind: str, url: str, **options: Any) -> Any:
    """Send one request with a new client."""

    async def main() -> Any:
        client = client_of(kind, url)
        try:
            return await settled(client.get("/x", **options))
        finally:
            await settled(client.close())

    return anyio.run(main, backend="asyncio" if kind == "sync" else kind)


def slow_token(connection: Any) -> None:
    sleep(0.3)
    connection.sendall(http_response(TOKEN))


def serving(wire: Serve) -> Wire:
    """Start a server whose token endpoint is slow."""
    server = wire()

    def act(connection: Any) -> None:
        if server.requests[-1].startswith(b"POST"):
            slow_token(connection)
        else:
            connection.sendall(http_response(b"{}"))

    server.acts = [act]
    return server


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_event_loops_of_threads_do_not_wait_for_each_other(
    wire: Serve, backend: str
) -> None:
    client = client_of("async", serving(wire).url)
    results: list[Any] = []

    async def main() -> None:
        async with anyio.create_task_group() as tasks:
            for _ in range(4):
                tasks.start_soon(call)

    async def call() -> None:
        results.append(await client.get("/x"))

    threads = [
        threading.Thread(
            target=anyio.run, args=(main,), kwargs={"backend": backend}, daemon=True
        )
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert results == [{}] * 12
    asyncio.run(client.close())


@longer_if_late
def test_a_thread_does_not_wait_longer_than_its_timeout(
    wire: Serve, factor: int
) -> None:
    server = wire(silent_after())
    client = client_of("sync", server.url)

    def call() -> None:
        with pytest.raises(APIError):
            client.get("/x", timeout=1.5 * factor)

    other = threading.Thread(target=call)
    other.start()
    wait_until(lambda: server.requests)
    seconds = 0.2 * factor
    started = time.monotonic()
    try:
        with pytest.raises(
            APITimeoutError, match=f"did not fetch a token within {seconds:g} s"
        ):
            client.get("/x", timeout=seconds)
        assert time.monotonic() - started < factor
    finally:
        other.join()
        client.close()


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
@longer_if_late
def test_a_task_does_not_wait_longer_than_its_timeout(
    wire: Serve, backend: str, factor: int
) -> None:
    server = wire(silent_after())
    client = client_of("async", server.url)

    async def first() -> None:
        with pytest.raises(APITimeoutError, match="token request failed"):
            await client.get("/x", timeout=2 * factor)

    async def main() -> None:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(first)
            await wait_until_async(lambda: server.requests)
            started = time.monotonic()
            with pytest.raises(APITimeoutError, match="did not fetch a token"):
                await client.get("/x", timeout=0.2 * factor)
            assert time.monotonic() - started < 1.5 * factor
        await client.close()

    anyio.run(main, backend=backend)


@pytest.mark.parametrize("kind", KINDS)
def test_the_timeout_of_the_call_applies_to_the_token_request(
    wire: Serve, kind: str
) -> None:
    started = time.monotonic()
    with pytest.raises(APITimeoutError):
        run(kind, wire(silent_after()).url, timeout=0.3)
    assert time.monotonic() - started < 30


@pytest.mark.parametrize("kind", KINDS)
def test_errors_say_what_was_sent(wire: Serve, kind: str) -> None:
    body = b'{"error": "invalid_client", "error_description": "no cs-test-secret"}'
    server = wire(sends(http_response(body, status=401)))
    with pytest.raises(AuthenticationError) as caught:
        run(kind, server.url)
    assert str(caught.value) == caught.value.message
    assert caught.value.message == (
        "token request failed: 401 X: invalid_client: no [redacted] (sent"
        f" grant_type='client_credentials' and scope='a b' to {server.url}/token, with"
        " client ID and secret as HTTP Basic credentials)"
    )


UNUSABLE = {
    '{"access_token": null}': "response has no access_token",
    '{"access_token": ""}': "access_token is empty",
    '{"access_token": 7}': "response has no access_token",
    '{"access_token": "a\\nb"}': "access_token is empty or contains invalid",
    '{"access_token": "t-\u00e9"}': "access_token is empty or contains invalid",
    '{"access_token": "t", "token_type": "mac"}': "token_type is 'mac', not 'Bearer'",
    '{"access_token": "t", "token_type": {"a": 1}}': "token_type is",
    '{"error": "invalid_client"}': "response has no access_token: invalid_client",
    "[]": "response has no access_token",
    "null": "response has no access_token",
    "<html>": "response is not valid JSON",
    "": "response is not valid JSON",
    "[" * 100_000: "response is not valid JSON",
    **{
        f'{{"access_token": "t", "expires_in": {value}}}': "expires_in is not a number"
        for value in (
            "9" * 400,
            "-1",
            "true",
            "NaN",
            "Infinity",
            "1e400",
            '"soon"',
            "[]",
        )
    },
}


@pytest.mark.parametrize("body", UNUSABLE, ids=lambda body: body[:60])
@pytest.mark.parametrize("kind", ["sync", "asyncio"])
def test_unusable_responses(wire: Serve, kind: str, body: str) -> None:
    server = wire(sends(http_response(body.encode())))
    with pytest.raises(APIResponseValidationError) as caught:
        run(kind, server.url)
    assert f"token request failed: {UNUSABLE[body]}" in str(caught.value)
    assert "cs-test" not in str(caught.value)
    assert len(server.requests) == 1


@pytest.mark.parametrize("fault", [ends_after, resets_after])
@pytest.mark.parametrize("kind", KINDS)
def test_a_broken_body_is_requested_again(
    wire: Serve, no_waiting: list[float], kind: str, fault: Callable[[bytes], Act]
) -> None:
    half = http_response(TOKEN, length=len(TOKEN) + 10)
    good = sends(http_response(b"{}"))
    server = wire(fault(half), sends(http_response(TOKEN)), good)
    assert run(kind, server.url, max_retries=1) == {}
    methods = [request.partition(b" ")[0] for request in server.requests]
    assert methods == [b"POST", b"POST", b"GET"]
    assert len(no_waiting) == 1
    broken = wire(fault(half))
    with pytest.raises(APIConnectionError):
        run(kind, broken.url)
    assert len(broken.requests) == 1


@pytest.mark.parametrize("kind", ["bearer", "Bearer", "BearerToken"])
@pytest.mark.parametrize("lifetime", ["0", "0.5", '"60"', "1e300", "null"])
def test_usable_responses(wire: Serve, kind: str, lifetime: str) -> None:
    body = (
        f'{{"access_token": "t-1", "token_type": "{kind}", "expires_in": {lifetime}}}'
    )
    server = wire(sends(http_response(body.encode())), sends(http_response(b"{}")))
    assert run("sync", server.url) == {}
    assert b"Authorization: Bearer t-1" in server.requests[1]
