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
