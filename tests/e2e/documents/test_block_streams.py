"""Streams of events that begin and extend the blocks of a response."""

from __future__ import annotations

import asyncio
import importlib
import json
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import pytest

from tests.e2e.documents.event_streams import sse
from tests.unit.runtime.conftest import Server

pytestmark = pytest.mark.slow

ClientOf = Callable[..., ModuleType]
Serve = Callable[..., Server]
KIND = (
    "The events of a stream begin and extend the blocks of the response without "
    "streaming."
)
RESULT = (
    "`stream` and `final()` accumulate the response from the shapes of the events; an "
    "event whose effect is not known is an error, not a wrong response."
)
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
servers: [{url: 'https://acme.test/v1'}]
paths:
  /letters:
    post:
      operationId: createLetter
      requestBody: {required: true, content: {application/json: {schema: {type: object,
        required: [model], properties: {model: {type: string}, stream: {type: boolean},
        tools: {type: array, items: {$ref: '#/components/schemas/Tool'}}}}}}}
      responses:
        '200':
          description: Done.
          content:
            application/json: {schema: {$ref: '#/components/schemas/Letter'}}
            text/event-stream: {schema: {$ref: '#/components/schemas/LetterEvent'}}
components:
  schemas:
    Tool: {type: object, required: [name, input_schema], properties: {name: {type: string},
      input_schema: {type: object, description: A JSON Schema.}}}
    Letter:
      type: object
      required: [id, content, stop_reason, usage]
      properties:
        id: {type: string}
        content: {type: array, items: {$ref: '#/components/schemas/Block'}}
        stop_reason: {type: [string, 'null']}
        stop_sequence: {type: [string, 'null']}
        usage: {$ref: '#/components/schemas/Usage'}
    Usage: {type: object, required: [input_tokens, output_tokens], properties: {
      input_tokens: {type: integer}, output_tokens: {type: integer}}}
    Block:
      oneOf:
      - {$ref: '#/components/schemas/TextBlock'}
      - {$ref: '#/components/schemas/ToolUseBlock'}
      - {$ref: '#/components/schemas/ThinkingBlock'}
    TextBlock: {type: object, required: [type, text], properties: {type: {const: text},
      text: {type: string}, citations: {type: [array, 'null'], items: {
      $ref: '#/components/schemas/Citation'}}}}
    Citation: {type: object, required: [cited_text], properties: {cited_text: {type: string}}}
    ToolUseBlock: {type: object, required: [type, id, name, input], properties: {type: {
      const: tool_use}, id: {type: string}, name: {type: string}, input: {type: object}}}
    ThinkingBlock: {type: object, required: [type, thinking, signature], properties: {type: {
      const: thinking}, thinking: {type: string}, signature: {type: string}}}
    LetterEvent:
      oneOf:
      - {$ref: '#/components/schemas/Start'}
      - {$ref: '#/components/schemas/Update'}
      - {$ref: '#/components/schemas/Stop'}
      - {$ref: '#/components/schemas/BlockStart'}
      - {$ref: '#/components/schemas/BlockDelta'}
      - {$ref: '#/components/schemas/BlockStop'}
      discriminator: {propertyName: type}
    Start: {type: object, required: [type, letter], properties: {type: {
      const: letter_start}, letter: {$ref: '#/components/schemas/Letter'}}}
    Update: {type: object, required: [type, delta, usage], properties: {type: {
      const: letter_delta}, delta: {type: object, properties: {stop_reason: {
      type: [string, 'null']}, stop_sequence: {type: [string, 'null']}}}, usage: {
      type: object, properties: {input_tokens: {type: [integer, 'null']}, output_tokens: {
      type: integer}}}}}
    Stop: {type: object, required: [type], properties: {type: {const: letter_stop}}}
    BlockStart: {type: object, required: [type, index, content_block], properties: {type: {
      const: content_block_start}, index: {type: integer}, content_block: {
      $ref: '#/components/schemas/Block'}}}
    BlockDelta: {type: object, required: [type, index, delta], properties: {type: {
      const: content_block_delta}, index: {type: integer}, delta: {oneOf: [
      {$ref: '#/components/schemas/TextDelta'}, {$ref: '#/components/schemas/JsonDelta'},
      {$ref: '#/components/schemas/CitationsDelta'}, {
      $ref: '#/components/schemas/ThinkingDelta'}, {
      $ref: '#/components/schemas/SignatureDelta'}]}}}
    BlockStop: {type: object, required: [type, index], properties: {type: {
      const: content_block_stop}, index: {type: integer}}}
    TextDelta: {type: object, required: [type, text], properties: {type: {
      const: text_delta}, text: {type: string}}}
    JsonDelta: {type: object, required: [type, partial_json], properties: {type: {
      const: input_json_delta}, partial_json: {type: string}}}
    CitationsDelta: {type: object, required: [type, citation], properties: {type: {
      const: citations_delta}, citation: {$ref: '#/components/schemas/Citation'}}}
    ThinkingDelta: {type: object, required: [type, thinking], properties: {type: {
      const: thinking_delta}, thinking: {type: string}}}
    SignatureDelta: {type: object, required: [type, signature], properties: {type: {
      const: signature_delta}, signature: {type: string}}}
"""


def begin(index: int, **block: Any) -> dict[str, Any]:
    return {"type": "content_block_start", "index": index, "content_block": block}


def extend(index: int, kind: str, **members: Any) -> dict[str, Any]:
    delta = {"type": kind, **members}
    return {"type": "content_block_delta", "index": index, "delta": delta}


HEAD = {
    "type": "letter_start",
    "letter": {
        "id": "l_1",
        "content": [],
        "stop_reason": None,
        "stop_sequence": None,
        "usage": {"input_tokens": 7, "output_tokens": 1},
    },
}
TAIL = [
    {
        "type": "letter_delta",
        "delta": {"stop_reason": "end", "stop_sequence": None},
        "usage": {"input_tokens": None, "output_tokens": 30},
    },
    {"type": "letter_stop"},
]
EVENTS = [
    HEAD,
    {"type": "ping"},
    begin(0, type="thinking", thinking="", signature=""),
    extend(0, "thinking_delta", thinking="Let me "),
    extend(0, "thinking_delta", thinking="see."),
    extend(0, "signature_delta", signature="c2ln"),
    {"type": "content_block_stop", "index": 0},
    begin(1, type="text", text="", citations=None),
    extend(1, "text_delta", text="Good "),
    extend(1, "citations_delta", citation={"cited_text": "a"}),
    extend(1, "text_delta", text="day"),
    extend(1, "citations_delta", citation={"cited_text": "b"}),
    begin(2, type="tool_use", id="t_1", name="Look", input={}),
    extend(2, "input_json_delta", partial_json=""),
    extend(2, "input_json_delta", partial_json='{"place": '),
    extend(2, "input_json_delta", partial_json='"Bern"}'),
    begin(3, type="text", text="!"),
    begin(4, type="tool_use", id="t_2", name="Wait", input={}),
    *TAIL,
]
LETTER = {
    "id": "l_1",
    "content": [
        {"type": "thinking", "thinking": "Let me see.", "signature": "c2ln"},
        {
            "type": "text",
            "text": "Good day",
            "citations": [{"cited_text": "a"}, {"cited_text": "b"}],
        },
        {"type": "tool_use", "id": "t_1", "name": "Look", "input": {"place": "Bern"}},
        {"type": "text", "text": "!"},
        {"type": "tool_use", "id": "t_2", "name": "Wait", "input": {}},
    ],
    "stop_reason": "end",
    "stop_sequence": None,
    "usage": {"input_tokens": 7, "output_tokens": 30},
}
CALLER = """
from typing import assert_type
from acme_client import Acme, AsyncAcme
from acme_client.types import Letter

with Acme().letters.stream(model="m") as stream:
    for text in stream.text_stream:
        assert_type(text, str)
    for event in stream:
        if event.type == "letter_start":
            assert_type(event.letter, Letter)
    assert_type(stream.get_final_letter(), Letter)
    assert_type(stream.get_final_text(), str)
    stream.text_stream()  # wrong
with Acme().letters.create(model="m", stream=True) as plain:
    assert_type(plain.final(), Letter)

async def call() -> None:
    async with AsyncAcme().letters.stream(model="m") as stream:
        async for text in stream.text_stream:
            assert_type(text, str)
        for text in stream.text_stream:  # wrong
            pass
        assert_type(await stream.get_final_letter(), Letter)
        assert_type(await stream.get_final_text(), str)
"""


def as_json(event: Any) -> Any:
    """Return the JSON of an event; one that is not described is plain JSON."""
    return event if isinstance(event, dict) else event.to_dict()


@pytest.fixture
def acme(client_of: ClientOf) -> ModuleType:
    return client_of(DOCUMENT)


def test_types(acme: ModuleType, wrong_lines: Callable[..., set[int]]) -> None:
    lines = CALLER.splitlines()
    expected = {n for n, line in enumerate(lines, 1) if line.endswith("# wrong")}
    assert wrong_lines(acme, CALLER) == expected


def test_text_and_response(acme: ModuleType, serve: Serve) -> None:
    server = serve(sse(EVENTS), sse(EVENTS), sse(EVENTS))
    with acme.Acme(base_url=server.url) as client:
        with client.letters.stream(model="m") as stream:
            assert list(stream.text_stream) == ["Good ", "day", "!"]
            assert stream.get_final_text() == "Good day!"
            assert stream.get_final_letter().to_dict() == LETTER
        with client.letters.stream(model="m") as stream:
            assert [as_json(event) for event in stream] == EVENTS
            assert stream.final().content[2].input == {"place": "Bern"}
        with client.letters.create(model="m", stream=True) as plain:
            assert plain.final().to_dict() == LETTER
    assert json.loads(server.received[0].body) == {"model": "m", "stream": True}


@dataclass
class Look:
    place: str


def test_tools(acme: ModuleType, serve: Serve) -> None:
    server = serve(sse(EVENTS))
    with acme.Acme(base_url=server.url) as client:
        with client.letters.stream(model="m", tools=[Look]) as stream:
            call = stream.get_final_letter().content[2]
    assert call.parsed_arguments == Look("Bern")
    assert json.loads(server.received[0].body)["tools"][0]["name"] == "Look"


def test_asynchronous_client(acme: ModuleType, serve: Serve) -> None:
    server = serve(sse(EVENTS))

    async def call() -> None:
        async with acme.AsyncAcme(base_url=server.url) as client:
            async with client.letters.stream(model="m") as stream:
                texts = [text async for text in stream.text_stream]
                assert texts == ["Good ", "day", "!"]
                assert await stream.get_final_text() == "Good day!"
                assert (await stream.get_final_letter()).to_dict() == LETTER

    asyncio.run(call())


def test_snapshots(acme: ModuleType, serve: Serve) -> None:
    server = serve(sse(EVENTS))
    with acme.Acme(base_url=server.url) as client:
        with client.letters.stream(model="m") as stream:
            snapshots = []
            for _ in stream:
                snapshots.append(deepcopy(stream.snapshot.to_dict()))
            assert snapshots[0] == HEAD["letter"]
            assert snapshots[8]["content"][1]["text"] == "Good "
            assert snapshots[14]["content"][2]["input"] == {}
            assert snapshots[15]["content"][2]["input"] == {"place": "Bern"}
            assert snapshots[-1] == stream.final().to_dict() == LETTER


@pytest.mark.parametrize(
    ("events", "message"),
    [
        ([begin(0, type="text", text=""), extend(0, "new_delta", x=1)], "new_delta"),
        ([extend(4, "text_delta", text="x")], "belongs to no block"),
        ([{"type": "letter_patch", "id": "l_2"}], "letter_patch"),
        (
            [
                begin(0, type="tool_use", id="t", name="n", input={}),
                extend(0, "input_json_delta", partial_json='{"a": '),
            ],
            r"content\[0\].input is not valid JSON",
        ),
    ],
)
def test_unknown_effects(
    acme: ModuleType, serve: Serve, events: list[Any], message: str
) -> None:
    all_events = [HEAD, *events, *TAIL]
    server = serve(sse(all_events))
    with acme.Acme(base_url=server.url) as client:
        with client.letters.stream(model="m") as stream:
            assert [as_json(event) for event in stream] == all_events
            with pytest.raises(acme.APIResponseValidationError, match=message):
                stream.final()


def test_incomplete_stream(acme: ModuleType, serve: Serve) -> None:
    server = serve(sse(EVENTS[:-1]))
    with acme.Acme(base_url=server.url) as client:
        with client.letters.stream(model="m") as stream:
            with pytest.raises(acme.APIConnectionError, match="unexpectedly"):
                stream.get_final_text()


def test_unknown_shapes(client_of: ClientOf) -> None:
    unknown = DOCUMENT.replace(
        "partial_json: {type: string}", "fragment: {type: string}"
    )
    client = client_of(unknown).Acme()
    assert hasattr(client.letters, "create") and not hasattr(client.letters, "stream")


def test_mock(acme: ModuleType) -> None:
    mock = importlib.import_module(f"{acme.__name__}.testing").MockAPI()
    with acme.Acme(http_client=mock.client()) as client:
        with client.letters.stream(model="m") as stream:
            events = [event.type for event in stream]
            assert events[0] == "letter_start" and events[-1] == "letter_stop"
            assert "content_block_start" in events and "letter_delta" in events
            assert stream.get_final_letter().content
