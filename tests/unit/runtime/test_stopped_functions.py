"""Functions of callers that raise the exceptions that end iterations."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import httpx2
import pytest

from generator.runtime import (
    Api,
    AsyncClient,
    AsyncResource,
    Bearer,
    Endpoint,
    Polling,
    Resource,
    SyncClient,
)

API = Api(
    name="acme",
    version="1",
    environment="ACME",
    credentials={"token": Bearer()},
    security=(("token",),),
)
ENDPOINT = Endpoint("GET", "/x", returns="object")
STOPS = [StopIteration, StopAsyncIteration]


def reply(request: httpx2.Request) -> httpx2.Response:
    return httpx2.Response(200, json={"status": "done"})


def clients(
    prepare: Callable[..., Any] = lambda self, request: None,
    process: Callable[..., Any] = lambda self, response: None,
    respond: Callable[[httpx2.Request], httpx2.Response] = reply,
    token: Any = "t",
) -> tuple[SyncClient, AsyncClient]:
    """Return a client of each kind with these hooks."""
    hooks = {"_prepare_request": prepare, "_process_response": process}
    transport = httpx2.MockTransport(respond)
    values: Any = {"base_url": "https://acme.test", "credentials": {"token": token}}
    sync_class: Any = type("Hooked", (SyncClient,), hooks)
    async_class: Any = type("AsyncHooked", (AsyncClient,), hooks)
    return (
        sync_class(API, http_client=httpx2.Client(transport=transport), **values),
        async_class(API, http_client=httpx2.AsyncClient(transport=transport), **values),
    )


def call_both(
    pair: tuple[SyncClient, AsyncClient], polling_options: Any = None
) -> list[BaseException | None]:
    """Return the exceptions of a call by both clients."""
    endpoint: Any = ENDPOINT
    name = "_call"
    options: Any = {}
    if polling_options is not None:
        endpoint = Polling(ENDPOINT, until=("done",))
        name = "_poll"
        options = {"polling_options": polling_options}
    sync, asynchronous = Resource(pair[0]), AsyncResource(pair[1])

    async def call_async() -> None:
        await getattr(asynchronous, name)(endpoint, **options)

    errors: list[BaseException | None] = []
    for attempt in (
        lambda: getattr(sync, name)(endpoint, **options),
        lambda: asyncio.run(call_async()),
    ):
        try:
            attempt()
            errors.append(None)
        except BaseException as error:
            errors.append(error)
    return errors


def raising(stop: type[BaseException]) -> Callable[..., Any]:
    def function(*arguments: object) -> Any:
        raise stop("own")

    return function


@pytest.mark.parametrize("stop", STOPS)
@pytest.mark.parametrize("place", ["token", "prepare", "process", "respond", "on_poll"])
def test_the_error_names_the_exception(place: str, stop: type[Exception]) -> None:
    function = raising(stop)
    if place == "on_poll":
        errors = call_both(clients(), {"on_poll": function})
    else:
        errors = call_both(clients(**{place: function}))
    for error in errors:
        assert type(error) is RuntimeError
        assert str(error) == (
            "a credential function, a hook, on_poll or the http_client raised"
            f" {stop.__name__}; raise another exception instead"
        )
        assert type(error.__cause__) is stop and error.__cause__.args == ("own",)


def test_async_functions() -> None:
    async def token() -> str:
        raise StopIteration

    _, client = clients(token=token)
    with pytest.raises(RuntimeError, match="raised StopIteration;"):
        asyncio.run(client.get("/x"))


@pytest.mark.parametrize("stop", [GeneratorExit, KeyboardInterrupt, RuntimeError])
def test_other_exceptions_pass(stop: type[BaseException]) -> None:
    for place in ("token", "prepare", "process", "respond"):
        error, _ = call_both(clients(**{place: raising(stop)}))
        assert type(error) is stop and error.args == ("own",)
    for error in call_both(clients(token=raising(RuntimeError))):
        assert type(error) is RuntimeError and error.args == ("own",)


def test_generator_exit_in_an_asynchronous_client() -> None:
    _, error = call_both(clients(token=raising(GeneratorExit)))
    assert type(error) is GeneratorExit
