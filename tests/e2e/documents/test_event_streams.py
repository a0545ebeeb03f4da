"""Operations whose stream forms a response, which have a method for typed events."""

from __future__ import annotations

import asyncio
import importlib
import inspect
import json
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from operator import attrgetter
from types import ModuleType
from typing import Any

import pytest

from tests.e2e.documents.event_streams import (
    CALLER,
    CHUNKS,
    DOCUMENT,
    EVENTS,
    RESPONSE,
    TEXT,
    chunk,
    sse,
)
from tests.unit.runtime.conftest import Reply, Server

pytestmark = pytest.mark.slow

ClientOf = Callable[..., ModuleType]
Serve = Callable[..., Server]
KIND = (
    "The items of a stream of server-sent events form the response without streaming."
)
RESULT = (
    "The client has a method `stream` for `with`, which yields typed events and returns "
    "the complete response, also parsed to a type of the caller."
)


@dataclass
class City:
    name: str


@pytest.fixture
def acme(client_of: ClientOf) -> ModuleType:
    return client_of(DOCUMENT)


def test_types(acme: ModuleType, wrong_lines: Callable[..., set[int]]) -> None:
    lines = CALLER.splitlines()
    expected = {n for n, line in enumerate(lines, 1) if line.endswith("# wrong")}
    assert wrong_lines(acme, CALLER) == expected


def read(
    acme: ModuleType, url: str, asynchronous: bool, resource: str, **arguments: Any
) -> tuple[list[Any], Any]:
    """Return the events of a call of `stream`, and the complete response."""

    async def read_async() -> tuple[list[Any], Any]:
        async with acme.AsyncAcme(base_url=url) as client:
            owner = attrgetter(resource)(client)
            async with owner.stream(model="m", **arguments) as stream:
                assert stream.response.status_code == 200
                events = [event async for event in stream]
                return events, await stream.final()

    if asynchronous:
        return asyncio.run(read_async())
    with acme.Acme(base_url=url) as client:
        owner = attrgetter(resource)(client)
        with owner.stream(model="m", **arguments) as stream:
            assert stream.response.status_code == 200
            events = list(stream)
            return events, stream.final()


@pytest.mark.parametrize("asynchronous", [False, True])
def test_chunks(acme: ModuleType, serve: Serve, asynchronous: bool) -> None:
    server = serve(sse(CHUNKS, "[DONE]", x_request_id="r-1"))
    events, completion = read(
        acme, server.url, asynchronous, "chat.completions", response_format=City
    )
    assert [
        event.chunk.to_dict() for event in events if event.type == "chunk"
    ] == CHUNKS
    assert [
        (event.type, event.delta, event.snapshot, event.item, event.name)
        for event in events
        if event.type.endswith(".delta")
    ] == [
        ("content.delta", '{"name": ', '{"name": ', None, None),
        ("content.delta", '"Bern"}', TEXT, None, None),
        ("tool_calls.function.arguments.delta", '{"x":', '{"x":', 1, "look"),
        ("tool_calls.function.arguments.delta", "1}", '{"x":1}', 1, "look"),
    ]
    done = [event for event in events if event.type.endswith(".done")]
    assert [(event.type, event.text, event.index, event.name) for event in done] == [
        ("content.done", TEXT, 0, None),
        ("tool_calls.function.arguments.done", '{"x":1}', 0, "look"),
    ]
    assert isinstance(done[0], acme.ParsedDoneEvent)
    assert done[0].parsed == City("Bern") and not hasattr(done[1], "parsed")
    assert isinstance(completion, acme.types.ParsedCompletion)
    assert completion.choices[0].message.parsed == City("Bern")
    assert completion.choices[0].message.tool_calls[0].function.arguments == '{"x":1}'
    assert completion._request_id == "r-1"
    sent = json.loads(server.received[0].body)
    assert sent["stream"] is True
    assert sent["response_format"]["json_schema"]["name"] == "City"
    assert server.received[0].headers["accept"] == "text/event-stream"


@pytest.mark.parametrize("asynchronous", [False, True])
def test_events(acme: ModuleType, serve: Serve, asynchronous: bool) -> None:
    server = serve(sse(EVENTS), sse(EVENTS))
    events, response = read(
        acme, server.url, asynchronous, "responses", text_format=City
    )
    assert [event.to_dict() for event in events] == EVENTS
    assert response.output_parsed == City("Bern")
    assert response.to_dict() == RESPONSE
    events, response = read(acme, server.url, asynchronous, "responses")
    assert response.output_parsed is None
    first, second = (json.loads(item.body) for item in server.received)
    assert first["text"]["format"]["type"] == "json_schema"
    assert second == {"model": "m", "stream": True}


def test_stream_parameter_of_the_query(acme: ModuleType, serve: Serve) -> None:
    server = serve(sse(EVENTS))
    with acme.Acme(base_url=server.url) as client:
        with client.responses.retrieve_stream("r_1") as stream:
            assert stream.get_final_response().to_dict() == RESPONSE
    assert server.received[0].target == "/responses/r_1?stream=true"


def test_snapshots(acme: ModuleType, serve: Serve) -> None:
    server = serve(sse(CHUNKS, "[DONE]"), sse(EVENTS))
    with acme.Acme(base_url=server.url) as client:
        with client.chat.completions.stream(model="m") as stream:
            assert stream.snapshot is None
            snapshots = [
                event.snapshot for event in stream if isinstance(event, acme.ChunkEvent)
            ]
            final = stream.get_final_completion()
        assert isinstance(snapshots[1], acme.types.ParsedCompletion)
        texts = [item.choices[0].message.content for item in snapshots]
        assert texts == ["", '{"name": ', *[TEXT] * 5]
        assert "tool_calls" not in snapshots[2].choices[0].message.to_dict()
        assert snapshots[-1].to_dict() == final.to_dict()
        with client.responses.stream(model="m", text_format=City) as responses:
            outputs = []
            for _ in responses:
                assert isinstance(responses.snapshot, acme.types.ParsedResponse)
                outputs.append(len(responses.snapshot.output))
            assert outputs == [0, 0, 1]


@pytest.mark.parametrize("asynchronous", [False, True])
def test_text(acme: ModuleType, serve: Serve, asynchronous: bool) -> None:
    other = chunk({"content": "another choice"}, index=1)
    server = serve(sse([CHUNKS[0], other, *CHUNKS[1:]], "[DONE]"))

    async def read_async() -> tuple[list[str], str]:
        async with acme.AsyncAcme(base_url=server.url) as client:
            async with client.chat.completions.stream(model="m") as stream:
                pieces = [piece async for piece in stream.text_stream]
                return pieces, await stream.get_final_text()

    if asynchronous:
        assert asyncio.run(read_async()) == (['{"name": ', '"Bern"}'], TEXT)
        return
    with acme.Acme(base_url=server.url) as client:
        with client.chat.completions.stream(model="m") as stream:
            assert next(stream.text_stream) == '{"name": '
            assert list(stream.text_stream) == ['"Bern"}']
            assert stream.get_final_text() == TEXT


def test_values_of_the_argument_itself(acme: ModuleType, serve: Serve) -> None:
    server = serve(sse(CHUNKS, "[DONE]"))
    text = {"type": "text"}
    _, completion = read(
        acme, server.url, False, "chat.completions", response_format=text
    )
    assert completion.choices[0].message.parsed is None
    assert json.loads(server.received[0].body)["response_format"] == text


def test_closing(acme: ModuleType, serve: Serve) -> None:
    server = serve(sse(CHUNKS, "[DONE]"), sse(CHUNKS, "[DONE]"))
    with acme.Acme(base_url=server.url) as client:
        with client.chat.completions.stream(model="m") as stream:
            next(iter(stream))
        assert stream.response.is_closed and list(stream) == []
        with pytest.raises(RuntimeError, match="closed before its end"):
            stream.final()
        with (
            pytest.raises(KeyError),
            client.chat.completions.stream(model="m") as other,
        ):
            raise KeyError
        assert other.response.is_closed


def test_closing_of_an_asynchronous_stream(acme: ModuleType, serve: Serve) -> None:
    server = serve(sse(CHUNKS, "[DONE]"), sse(CHUNKS, "[DONE]"))

    async def call() -> None:
        async with acme.AsyncAcme(base_url=server.url) as client:
            async with client.chat.completions.stream(model="m") as stream:
                await anext(stream)
            assert stream.response.is_closed
            with pytest.raises(RuntimeError, match="closed before its end"):
                await stream.final()
            with pytest.raises(KeyError):
                async with client.chat.completions.stream(model="m") as other:
                    raise KeyError
            assert other.response.is_closed

    asyncio.run(call())


@pytest.mark.parametrize("asynchronous", [False, True])
def test_errors(acme: ModuleType, serve: Serve, asynchronous: bool) -> None:
    limited = [*CHUNKS[:3], chunk({}, reason="length")]
    wrong = [chunk({"content": "{}"}), chunk({}, reason="stop")]
    failed = [*EVENTS[:2], {"type": "error", "message": "overloaded"}]
    server = serve(
        *(sse(CHUNKS[:3]), sse(limited, "[DONE]", x_request_id="r-1")),
        *(sse(wrong, "[DONE]"), sse(EVENTS[:2]), sse(failed)),
    )

    def call(resource: str, **arguments: Any) -> None:
        read(acme, server.url, asynchronous, resource, **arguments)

    typed: Any = {"response_format": City}
    for chunks, error, match in (
        (limited, acme.IncompleteResponseError, "'length'"),
        (wrong, acme.APIResponseValidationError, "'name' is missing"),
    ):
        lines = serve(sse(chunks, "[DONE]", x_request_id="r-2"))
        with acme.Acme(base_url=lines.url) as client:
            with client.chat.completions.stream(model="m", **typed) as stream:
                (done,) = (item for item in stream if item.type == "content.done")
        with pytest.raises(error, match=match) as raised:
            print(done.parsed)
        assert raised.value.request_id == "r-2"
    with pytest.raises(acme.APIConnectionError, match="without its end marker"):
        call("chat.completions")
    with pytest.raises(acme.IncompleteResponseError, match="'length'") as caught:
        call("chat.completions", response_format=City)
    assert caught.value.request_id == "r-1"
    with pytest.raises(acme.APIResponseValidationError, match="'name' is missing"):
        call("chat.completions", response_format=City)
    with pytest.raises(acme.APIConnectionError, match="unexpectedly"):
        call("responses")
    with pytest.raises(acme.APIError, match="overloaded"):
        call("responses")


def test_wrong_arguments(acme: ModuleType) -> None:
    with acme.Acme() as client:
        for name in ("retrieve_stream", "stream", "parse"):
            method = getattr(client.responses, name)
            arguments = {"response_id": "r_1"} if "retrieve" in name else {"model": "m"}
            assert "stream" not in inspect.signature(method).parameters
            for value in (False, True):
                with pytest.raises(TypeError, match="stream"):
                    method(**arguments, stream=value)
        with pytest.raises(TypeError, match="colour"):
            client.responses.stream(model="m", colour="red")
        with pytest.raises(TypeError, match="expected a pydantic model"):
            client.responses.stream(model="m", text_format=City("Bern"))
        manager = client.responses.stream(model="m", extra_body={"stream": False})
        with pytest.raises(TypeError, match="remove 'stream' from it"), manager:
            pass
        assert repr(manager) == "<StreamManager of POST /responses>"


def test_descriptions(acme: ModuleType) -> None:
    for client, prefix in ((acme.Acme(), ""), (acme.AsyncAcme(), "Async")):
        method = client.chat.completions.stream
        signature = inspect.signature(method)
        assert list(signature.parameters) == ["model", "response_format", "options"]
        assert signature.return_annotation == (
            f"{prefix}StreamManager[{prefix}CompletionEventStream]"
        )
        assert method.__qualname__ == f"{prefix}Completions.stream"
        assert method.__doc__.startswith("Stream the response of `parse`")
        again = client.responses.retrieve_stream
        assert list(inspect.signature(again).parameters) == ["response_id", "options"]
        assert again.__qualname__ == f"{prefix}Responses.retrieve_stream"
        assert again.__doc__.startswith("Stream the response of `retrieve`")


def test_retries(acme: ModuleType, serve: Serve) -> None:
    server = serve(Reply(503), sse(EVENTS))
    with acme.Acme(base_url=server.url, max_retries=1) as client:
        with client.responses.stream(model="m") as stream:
            assert stream.final().id == "r"
    assert len(server.received) == 2


def test_mock(acme: ModuleType) -> None:
    mock = importlib.import_module(f"{acme.__name__}.testing").MockAPI()
    mock.respond("responses.create", stream=EVENTS)
    with acme.Acme(http_client=mock.client()) as client:
        with client.responses.stream(model="m", text_format=City) as stream:
            assert stream.get_final_response().output_parsed == City("Bern")


def test_settings(client_of: ClientOf, serve: Serve) -> None:
    acme = client_of(
        DOCUMENT,
        stream_methods={
            "createChatCompletion": {"name": "watch", "final": "completed"},
            "POST /responses": False,
        },
    )
    server = serve(sse(CHUNKS, "[DONE]"))
    with acme.Acme(base_url=server.url) as client:
        assert not hasattr(client.chat.completions, "stream")
        assert not hasattr(client.responses, "stream")
        assert hasattr(client.responses, "retrieve_stream")
        with client.chat.completions.watch(model="m") as stream:
            assert stream.completed().choices[0].message.content == TEXT


def test_copies(acme: ModuleType, serve: Serve) -> None:
    server = serve(sse(EVENTS))
    with acme.Acme(base_url=server.url) as client:
        with client.responses.stream(model="m") as stream:
            with pytest.raises(TypeError, match="cannot copy or pickle"):
                copy(stream)
            assert "open" in repr(stream)
            assert stream.until_done() is stream


@pytest.mark.parametrize("name", ["Acme", "AsyncAcme"])
@pytest.mark.parametrize("resource", ["chat.completions", "responses"])
def test_an_unknown_argument_is_compared_with_those_of_the_method(
    acme: ModuleType, name: str, resource: str
) -> None:
    methods = attrgetter(resource)(getattr(acme, name)(base_url="http://localhost:1"))

    async def stream() -> None:
        async with methods.stream(model="m", modle="m"):
            pass

    message = r"\w+\.\w+\(\) got an unexpected .* 'modle'\. Did you mean 'model'\?"
    with pytest.raises(TypeError, match=message) as caught:
        if name == "Acme":
            methods.stream(model="m", modle="m")
        else:
            asyncio.run(stream())
    assert "_Preparation" not in str(caught.value)
