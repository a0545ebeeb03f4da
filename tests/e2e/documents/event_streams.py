"""A document whose streams form a response, and what its server sends."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from tests.unit.runtime.conftest import Reply

DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
servers: [{url: 'https://acme.test/v1'}]
paths:
  /chat/completions:
    post:
      operationId: createChatCompletion
      tags: [Chat]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [model]
              properties:
                model: {type: string}
                stream: {type: boolean}
                response_format:
                  oneOf:
                  - {$ref: '#/components/schemas/TextFormat'}
                  - {$ref: '#/components/schemas/SchemaFormat'}
      responses:
        '200':
          description: Done. Streams end with [DONE].
          content:
            application/json: {schema: {$ref: '#/components/schemas/Completion'}}
            text/event-stream: {schema: {$ref: '#/components/schemas/Chunk'}}
  /responses:
    post:
      operationId: createResponse
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [model]
              properties:
                model: {type: string}
                stream: {type: boolean}
                text: {type: object, properties: {format: {oneOf: [
                  {$ref: '#/components/schemas/TextFormat'}, {type: object, required: [
                  type, name, schema], properties: {type: {const: json_schema}, name: {
                  type: string}, schema: {type: object}}}]}}}
      responses: {'200': {$ref: '#/components/responses/Response'}}
  /responses/{response_id}:
    get:
      operationId: getResponse
      parameters:
      - {name: response_id, in: path, required: true, schema: {type: string}}
      - {name: stream, in: query, schema: {type: boolean}}
      responses: {'200': {$ref: '#/components/responses/Response'}}
components:
  responses:
    Response:
      description: Done.
      content:
        application/json: {schema: {$ref: '#/components/schemas/Response'}}
        text/event-stream: {schema: {$ref: '#/components/schemas/Event'}}
  schemas:
    TextFormat: {type: object, required: [type], properties: {type: {const: text}}}
    SchemaFormat:
      type: object
      required: [type, json_schema]
      properties:
        type: {const: json_schema}
        json_schema: {type: object, required: [name], properties: {name: {type: string},
          schema: {type: object}, strict: {type: boolean}}}
    Completion:
      type: object
      required: [id, choices]
      properties: {id: {type: string}, choices: {type: array, items: {
        $ref: '#/components/schemas/Choice'}}}
    Choice:
      type: object
      required: [index, finish_reason, message]
      properties: {index: {type: integer}, finish_reason: {type: string}, message: {
        $ref: '#/components/schemas/Message'}}
    Message:
      type: object
      required: [role, content]
      properties:
        role: {type: string}
        content: {type: [string, 'null']}
        refusal: {type: [string, 'null']}
        tool_calls: {type: array, items: {$ref: '#/components/schemas/ToolCall'}}
    ToolCall: {type: object, required: [id, function], properties: {id: {type: string},
      function: {$ref: '#/components/schemas/Function'}}}
    Function: {type: object, properties: {name: {type: string}, arguments: {type: string}}}
    Chunk:
      type: object
      required: [id, choices]
      properties: {id: {type: string}, choices: {type: array, items: {type: object,
        required: [index, delta], properties: {index: {type: integer}, finish_reason: {
        type: [string, 'null']}, delta: {$ref: '#/components/schemas/Delta'}}}}}
    Delta:
      type: object
      properties:
        role: {type: string}
        content: {type: [string, 'null']}
        refusal: {type: [string, 'null']}
        tool_calls: {type: array, items: {type: object, required: [index], properties: {
          index: {type: integer}, id: {type: string}, function: {
          $ref: '#/components/schemas/Function'}}}}
    Event:
      oneOf:
      - {type: object, required: [type, response], properties: {type: {
          const: response.created}, response: {$ref: '#/components/schemas/Response'}}}
      - {type: object, required: [type, delta], properties: {type: {
          const: response.output_text.delta}, delta: {type: string}}}
      - {type: object, required: [type, response], properties: {type: {
          const: response.completed}, response: {$ref: '#/components/schemas/Response'}}}
    Response:
      type: object
      required: [id, status, output]
      properties:
        id: {type: string}
        status: {type: string}
        output: {type: array, items: {$ref: '#/components/schemas/Output'}}
    Output:
      type: object
      required: [type, content]
      properties: {type: {const: message}, content: {type: array, items: {type: object,
        required: [type, text], properties: {type: {const: output_text}, text: {
        type: string}}}}}
"""

TEXT = '{"name": "Bern"}'


def chunk(delta: dict[str, Any], index: int = 0, reason: str | None = None) -> Any:
    choice = {"index": index, "delta": delta, "finish_reason": reason}
    return {"id": "c", "choices": [choice]}


def call_piece(arguments: str, **members: Any) -> dict[str, Any]:
    function = {"arguments": arguments, **members}
    return {"tool_calls": [{"index": 1, "function": function}]}


CHUNKS = [
    chunk({"role": "assistant", "content": ""}),
    chunk({"content": '{"name": '}),
    chunk({"content": '"Bern"}'}),
    chunk(call_piece('{"x":', name="look")),
    chunk(call_piece("1}")),
    chunk({}, reason="stop"),
    {"id": "c", "choices": []},
]
RESPONSE = {
    "id": "r",
    "status": "completed",
    "output": [{"type": "message", "content": [{"type": "output_text", "text": TEXT}]}],
}
EVENTS = [
    {"type": "response.created", "response": {**RESPONSE, "output": []}},
    {"type": "response.output_text.delta", "delta": TEXT},
    {"type": "response.completed", "response": RESPONSE},
]


def sse(events: Iterable[Any], marker: str = "", **headers: str) -> Reply:
    """Return a stream of server-sent events."""
    lines = [f"data: {json.dumps(item)}\n\n" for item in events]
    if marker:
        lines.append(f"data: {marker}\n\n")
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    body = "".join(lines).encode()
    return Reply(200, body, {"Content-Type": "text/event-stream", **named})


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
        elif event.type == "content.done":
            assert_type(event.parsed, City | None)
            assert_type(event.text, str)
        elif event.type == "tool_calls.function.arguments.done":
            assert_type(event.text, str)
            print(event.parsed)  # wrong
        elif event.type == "content.end":  # wrong
            pass
    completion = stream.get_final_completion()
    assert_type(completion, ParsedCompletion[City])
    assert_type(completion.choices[0].message.parsed, City | None)
    assert_type(stream.until_done().final(), ParsedCompletion[City])
    plain: Completion = completion
with client.chat.completions.stream(model="m", response_format=CityDict) as rows:
    assert_type(rows.final().choices[0].message.parsed, CityDict | None)
    for item in rows:
        if item.type == "content.done":
            assert_type(item.parsed, CityDict | None)
with client.chat.completions.stream(model="m") as untyped:
    for piece in untyped.text_stream:
        assert_type(piece, str)
    assert_type(untyped.get_final_text(), str)
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
    for piece in responses.text_stream:
        assert_type(piece, str)
    assert_type(responses.get_final_text(), str)
with client.responses.retrieve_stream("r_1") as again:
    assert_type(again.get_final_response(), Response)
client.chat.completions.stream(model=1)  # wrong
client.chat.completions.stream()  # wrong
client.responses.stream(model="m", text_format=City("x"))  # wrong
client.responses.retrieve_stream()  # wrong
client.responses.retrieve_stream("r_1", stream=False)  # wrong
client.responses.retrieve_stream("r_1", stream=True)  # wrong
client.responses.stream(model="m", stream=False)  # wrong
client.responses.parse(model="m", stream=False)  # wrong
client.chat.completions.stream(model="m", stream=True)  # wrong
for event in client.chat.completions.stream(model="m"):  # wrong
    pass

async def call() -> None:
    acme = AsyncAcme()
    async with acme.chat.completions.stream(model="m", response_format=City) as stream:
        async for event in stream:
            if event.type == "content.done":
                assert_type(event.parsed, City | None)
        async for piece in stream.text_stream:
            assert_type(piece, str)
        assert_type(await stream.get_final_text(), str)
        final = await stream.get_final_completion()
        assert_type(final.choices[0].message.parsed, City | None)
    async with acme.responses.stream(model="m") as responses:
        assert_type((await responses.get_final_response()).output_parsed, None)
    async with acme.responses.retrieve_stream("r_1") as again:
        assert_type(await again.final(), Response)
    acme.responses.retrieve_stream("r_1", stream=False)  # wrong
    acme.chat.completions.stream(model="m", stream=True)  # wrong
"""
