"""Objects of responses that a later request contains."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

from tests.e2e.documents.conftest import marked_lines
from tests.unit.runtime.conftest import Server, json_reply

KIND = "A response contains an object that a request accepts under another schema."
RESULT = (
    "The model can be passed as the argument, for type checkers as well, if the two "
    "schemas share the value of a property such as `type` or `role` and their properties "
    "agree. The request contains the members that the server sent, without those that are "
    "`readOnly`."
)
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
paths:
  /replies:
    post:
      operationId: createReply
      tags: [replies]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [messages]
              properties:
                messages: {type: array, items: {$ref: '#/components/schemas/Message'}}
                note: {$ref: '#/components/schemas/Note'}
      responses:
        '200':
          description: Done.
          content:
            application/json:
              schema:
                type: object
                required: [message, output, note]
                properties:
                  message: {$ref: '#/components/schemas/ReplyMessage'}
                  output: {type: array, items: {$ref: '#/components/schemas/Output'}}
                  other: {$ref: '#/components/schemas/Score'}
                  strict: {$ref: '#/components/schemas/Strict'}
                  note: {$ref: '#/components/schemas/Note'}
components:
  schemas:
    Message:
      oneOf:
        - $ref: '#/components/schemas/UserMessage'
        - $ref: '#/components/schemas/AssistantMessage'
        - $ref: '#/components/schemas/ToolCall'
        - $ref: '#/components/schemas/StrictParam'
      discriminator: {propertyName: role}
    UserMessage:
      type: object
      required: [role, content]
      properties: {role: {const: user}, content: {type: string}}
    AssistantMessage:
      type: object
      required: [role]
      properties:
        role: {const: assistant}
        content: {anyOf: [{type: string}, {type: array, items: {type: string}}, {type: 'null'}]}
        audio: {type: object, required: [id], properties: {id: {type: string}}}
    ReplyMessage:
      type: object
      required: [role, content]
      properties:
        role: {const: assistant}
        content: {type: [string, 'null']}
        class: {type: string}
        audio:
          type: object
          required: [id, expires]
          properties: {id: {type: string}, expires: {type: integer}}
    Output: {oneOf: [{$ref: '#/components/schemas/ReplyMessage'}, {$ref: '#/components/schemas/ToolCallResource'}]}
    ToolCall:
      type: object
      required: [role, name]
      properties: {role: {const: tool}, name: {type: string}, state: {enum: [done]}}
    ToolCallResource:
      type: object
      required: [role, name, id]
      properties:
        role: {const: tool}
        name: {type: string}
        state: {enum: [running, done]}
        id: {type: string, readOnly: true}
    StrictParam:
      type: object
      additionalProperties: false
      required: [role]
      properties: {role: {const: strict}}
    Strict:
      type: object
      required: [role]
      properties: {role: {const: strict}, more: {type: string}}
    Score:
      type: object
      required: [role, content]
      properties: {role: {const: user}, content: {type: integer}}
    Note:
      type: object
      required: [text, id]
      properties: {text: {type: string}, id: {type: string, readOnly: true}}
"""
CALLER = """
from acme_client import Acme
from acme_client.types.replies_params import MessageParam

client = Acme()
messages: list[MessageParam] = [{"role": "user", "content": "Hello"}]
reply = client.replies.create(messages=messages)
messages.append(reply.message)
messages += reply.output
client.replies.create(messages=[*reply.output, reply.message], note=reply.note)
client.replies.create(messages=[*reply.output, {"role": "user", "content": "More"}])
if reply.other and reply.strict:
    messages.append(reply.other)  # wrong
    messages.append(reply.strict)  # wrong
"""
MESSAGE = {
    "role": "assistant",
    "content": None,
    "class": "a",
    "audio": {"id": "x", "expires": 5},
    "undeclared": 1,
}
TOOL_CALL = {"role": "tool", "name": "search", "state": "running", "id": "t1"}
NOTE = {"text": "t", "id": "n1"}


def test_received_objects_are_sent(
    client_of: Callable[..., ModuleType], serve: Callable[..., Server]
) -> None:
    client = client_of(DOCUMENT)
    reply = {"message": MESSAGE, "output": [MESSAGE, TOOL_CALL], "note": NOTE}
    server = serve(json_reply(reply))
    replies = client.Acme(base_url=server.url).replies
    first = replies.create(messages=[])
    arguments = {"messages": [*first.output, first.message], "note": first.note}
    replies.create(**arguments)

    async def call() -> Any:
        async with client.AsyncAcme(base_url=server.url) as acme:
            await acme.replies.create(**arguments)
            await acme.replies.with_raw_response.create(**arguments)

    asyncio.run(call())
    sent_call = {"role": "tool", "name": "search", "state": "running"}
    expected = {"messages": [MESSAGE, sent_call, MESSAGE], "note": {"text": "t"}}
    bodies = [json.loads(item.body) for item in server.received]
    assert bodies == [{"messages": []}, expected, expected, expected]
    # The models themselves keep the read-only members.
    assert first.note.to_dict() == NOTE


def test_mock_sends_models_with_their_read_only_members(
    client_of: Callable[..., ModuleType],
) -> None:
    client = client_of(DOCUMENT)
    mock = import_module(f"{client.__name__}.testing").MockAPI()
    note = client.types.Note(text="t", id="n1")
    reply = {"message": MESSAGE, "output": [], "note": note}
    mock.respond("replies.create", json=reply)
    acme = client.Acme(base_url="https://acme.example", http_client=mock.client())
    assert acme.replies.create(messages=[]).note == note


@pytest.mark.slow
def test_types(
    client_of: Callable[..., ModuleType], wrong_lines: Callable[..., set[int]]
) -> None:
    assert wrong_lines(client_of(DOCUMENT), CALLER) == marked_lines(CALLER)
