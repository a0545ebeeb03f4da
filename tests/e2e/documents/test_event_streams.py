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
    CHUNKS,
    DOCUMENT,
    EVENTS,
    RESPONSE,
    TEXT,
    chunk,
    sse,
)
from tests.unit.runtime.conftest import Reply, Server

ClientOf = Callable[..., ModuleType]
Serve = Callable[..., Server]
KIND = (
    "The items of a stream of server-sent events form the response without streaming."
)
RESULT = (
    "The client has a method `stream` for `with`, which yields typed events and returns "
    "the complete response, also parsed to a type of the caller."
)
CALLER = """
from dataclasses import dataclass
from typing import TypedDict, assert_type
from acme_client import Acme, AsyncAcme
from acme_client.types import (
    Chunk, Completion, ParsedCompletion, ParsedResponse, Response, ResponseEventStream
)

@dataclass
class City:
    name: str

class CityDict(TypedDict):
    name: str

client = Acme()
with client.chat.completions.stream(model="m", response_format=City) as stream:
    for event in stream:
        if event.type == "chunk":
            assert_type(event.chunk, Chunk)
            assert_type(event.snapshot, ParsedCompletion[City])
        elif event.type == "content.delta":
            assert_type(event.delta, str)
            print(event.chunk)  # wrong
        elif event.type == "tool_calls.function.arguments.done":
            assert_type(event.text, str)
        elif event.type == "content.end":  # wrong
            pass
    completion = stream.get_final_completion()
    assert_type(completion, ParsedCompletion[City])
    assert_type(completion.choices[0].message.parsed, City | None)
    assert_type(stream.until_done().final(), ParsedCompletion[City])
    plain: Completion = completion
with client.chat.completions.stream(model="m", response_format=CityDict) as rows:
    assert_type(rows.final().choices[0].message.parsed, CityDict | None)
with client.chat.completions.stream(model="m") as untyped:
    assert_type(untyped.get_final_completion().choices[0].message.parsed, None)
with client.chat.completions.stream(model="m", response_format={"type": "text"}) as text:
    assert_type(text.get_final_completion(), ParsedCompletion[None])

def read(stream: ResponseEventStream[ParsedResponse[City]]) -> City | None:
    for event in stream:
        if event.type == "response.output_text.delta":
            print(event.delta)
        elif event.type == "response.completed":
            assert_type(event.response, Response)
    assert_type(stream.snapshot, ParsedResponse[City] | None)
    return stream.get_final_response().output_parsed

with client.responses.stream(model="m", text_format=City, max_retries=1) as responses:
    print(read(responses), responses.response.headers)
with client.responses.retrieve_stream("r_1") as again:
    assert_type(again.get_final_response(), Response)
client.chat.completions.stream(model=1)  # wrong
client.chat.completions.stream()  # wrong
client.responses.stream(model="m", text_format=City("x"))  # wrong
client.responses.retrieve_stream()  # wrong
for event in client.chat.completions.stream(model="m"):  # wrong
    pass

async def call() -> None:
    acme = AsyncAcme()
    async with acme.chat.completions.stream(model="m", response_format=City) as stream:
        async for event in stream:
            if event.type == "content.done":
                print(event.text)
        final = await stream.get_final_completion()
        assert_type(final.choices[0].message.parsed, City | None)
    async with acme.responses.stream(model="m") as responses:
        assert_type((await responses.get_final_response()).output_parsed, None)
    async with acme.responses.retrieve_stream("r_1") as again:
        assert_type(await again.final(), Response)
"""


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
        with pytest.raises(TypeError, match="always streamed; remove `stream=False`"):
            client.responses.retrieve_stream("r_1", stream=False)
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
