"""Operations with an argument for a JSON Schema, which accept a type of the caller."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import pytest

from tests.unit.runtime.conftest import Server, json_reply

pytestmark = pytest.mark.slow

ClientOf = Callable[..., ModuleType]
Serve = Callable[..., Server]
KIND = (
    "An argument of a request is a JSON Schema that the text of the response matches."
)
RESULT = (
    "The client has a method `parse` that accepts a dataclass, a `TypedDict`, a pydantic "
    "model or a msgspec `Struct` and returns its instance, typed."
)
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
              required: [model, messages]
              properties:
                model: {type: string}
                messages: {type: array, items: {type: string}}
                stream: {type: boolean}
                response_format:
                  oneOf:
                  - {$ref: '#/components/schemas/TextFormat'}
                  - {$ref: '#/components/schemas/SchemaFormat'}
      responses:
        '200': {description: Done., content: {application/json: {schema: {
          $ref: '#/components/schemas/Completion'}}}}
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
                text: {$ref: '#/components/schemas/TextOptions'}
      responses:
        '200': {description: Done., content: {application/json: {schema: {
          $ref: '#/components/schemas/Response'}}}}
  /other:
    post:
      operationId: createOther
      requestBody: {content: {application/json: {schema: {type: object, properties: {
        response_format: {$ref: '#/components/schemas/SchemaFormat'}}}}}}
      responses: {'200': {description: Done., content: {application/json: {schema: {
        type: object, properties: {id: {type: string}}}}}}}
components:
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
      properties: {id: {type: string}, choices: {$ref: '#/components/schemas/Choices'}}
    Choices: {type: array, items: {$ref: '#/components/schemas/Choice'}}
    Choice:
      type: object
      required: [index, finish_reason, message]
      properties: {index: {type: integer}, finish_reason: {type: string}, message: {
        $ref: '#/components/schemas/Message'}}
    Message:
      type: object
      required: [role, content]
      properties: {role: {type: string}, content: {type: [string, 'null']}, refusal: {
        type: [string, 'null']}}
    TextOptions:
      type: object
      properties:
        verbosity: {type: string}
        format:
          oneOf:
          - {$ref: '#/components/schemas/TextFormat'}
          - {type: object, required: [type, name, schema], properties: {type: {
              const: json_schema}, name: {type: string}, schema: {type: object}}}
    Response:
      type: object
      required: [id, status, output]
      properties:
        id: {type: string}
        status: {type: string}
        output: {type: array, items: {oneOf: [{$ref: '#/components/schemas/Reasoning'}, {
          $ref: '#/components/schemas/Output'}]}}
    Reasoning: {type: object, required: [type], properties: {type: {const: reasoning}}}
    Output:
      type: object
      required: [type, content]
      properties: {type: {const: message}, content: {type: array, items: {type: object,
        required: [type, text], properties: {type: {const: output_text}, text: {
        type: string}}}}}
"""
CALLER = """
from dataclasses import dataclass
from typing import TypedDict, assert_type
from acme_client import Acme, AsyncAcme
from acme_client.types import Completion, ParsedCompletion

@dataclass
class City:
    name: str

class CityDict(TypedDict):
    name: str

client = Acme()
completion = client.chat.completions.parse(model="m", messages=[], response_format=City)
assert_type(completion, ParsedCompletion[City])
assert_type(completion.choices[0].message.parsed, City | None)
assert_type(completion.choices[0].message.content, str | None)
plain: Completion = completion
row = client.chat.completions.parse(model="m", messages=[], response_format=CityDict)
assert_type(row.choices[0].message.parsed, CityDict | None)
response = client.responses.parse(model="m", text_format=City, text={"verbosity": "low"})
assert_type(response.output_parsed, City | None)
raw = client.responses.with_raw_response.parse(model="m", text_format=City)
print(raw.parse().output_parsed)
client.responses.parse(model="m", text_format=City())  # wrong
assert_type(client.responses.parse(model="m").output_parsed, None)
plain_format = client.chat.completions.parse(
    model="m", messages=[], response_format={"type": "text"}
)
assert_type(plain_format.choices[0].message.parsed, None)

async def call() -> None:
    result = await AsyncAcme().responses.parse(model="m", text_format=City)
    assert_type(result.output_parsed, City | None)
"""


@dataclass
class City:
    name: str


TEXT = '{"name": "Bern"}'
COMPLETION = {
    "id": "c",
    "choices": [
        {
            "index": 0,
            "finish_reason": "stop",
            "message": {"role": "assistant", "content": TEXT},
        }
    ],
}
RESPONSE = {
    "id": "r",
    "status": "completed",
    "output": [
        {"type": "reasoning"},
        {"type": "message", "content": [{"type": "output_text", "text": TEXT}]},
    ],
}


@pytest.fixture
def acme(client_of: ClientOf) -> ModuleType:
    return client_of(DOCUMENT)


def test_types(acme: ModuleType, wrong_lines: Callable[..., set[int]]) -> None:
    lines = CALLER.splitlines()
    expected = {n for n, line in enumerate(lines, 1) if line.endswith("# wrong")}
    assert wrong_lines(acme, CALLER) == expected


@pytest.mark.parametrize("asynchronous", [False, True])
def test_parsed_values(acme: ModuleType, serve: Serve, asynchronous: bool) -> None:
    server = serve(json_reply(COMPLETION), json_reply(RESPONSE))

    async def call() -> tuple[Any, Any]:
        async with acme.AsyncAcme(base_url=server.url) as client:
            return (
                await client.chat.completions.parse(
                    model="m", messages=["a"], response_format=City
                ),
                await client.responses.parse(
                    model="m", text_format=City, text={"verbosity": "low"}
                ),
            )

    if asynchronous:
        completion, response = asyncio.run(call())
    else:
        with acme.Acme(base_url=server.url) as client:
            completion = client.chat.completions.parse(
                model="m", messages=["a"], response_format=City
            )
            response = client.responses.parse(
                model="m", text_format=City, text={"verbosity": "low"}
            )
    assert completion.choices[0].message.parsed == City("Bern")
    assert isinstance(completion, acme.types.Completion)
    assert completion.to_dict() == COMPLETION
    assert response.output_parsed == City("Bern")
    chat, text = (json.loads(item.body) for item in server.received)
    schema = {
        "type": "object",
        "properties": {"name": {"type": "string"}},
        "required": ["name"],
        "additionalProperties": False,
    }
    json_schema = {"name": "City", "schema": schema, "strict": True}
    assert chat == {
        "model": "m",
        "messages": ["a"],
        "response_format": {"type": "json_schema", "json_schema": json_schema},
    }
    assert text == {
        "model": "m",
        "text": {"verbosity": "low", "format": {"type": "json_schema", **json_schema}},
    }


def test_raw_responses(acme: ModuleType, serve: Serve) -> None:
    server = serve(json_reply(RESPONSE))
    with acme.Acme(base_url=server.url) as client:
        raw = client.responses.with_raw_response.parse(model="m", text_format=City)
        assert raw.status_code == 200 and raw.parse().output_parsed == City("Bern")
        streaming = client.responses.with_streaming_response
        with streaming.parse(model="m", text_format=City) as unread:
            assert unread.parse().output_parsed == City("Bern")


def test_errors(acme: ModuleType, serve: Serve) -> None:
    choice = {**COMPLETION["choices"][0], "finish_reason": "length"}  # type: ignore[dict-item]
    cut = {**COMPLETION, "choices": [choice]}
    server = serve(
        json_reply(cut, x_request_id="r-1"),
        json_reply({**RESPONSE, "status": "incomplete"}),
    )
    with acme.Acme(base_url=server.url, max_retries=0) as client:
        with pytest.raises(acme.IncompleteResponseError, match="'length'") as caught:
            client.chat.completions.parse(model="m", messages=[], response_format=City)
        assert caught.value.request_id == "r-1"
        assert caught.value.request.url.path == "/chat/completions"
        assert caught.value.body.choices[0].finish_reason == "length"
        with pytest.raises(acme.AcmeError, match="incomplete: 'incomplete'"):
            client.responses.parse(model="m", text_format=City)


def test_other_operations_have_no_method(acme: ModuleType) -> None:
    assert not hasattr(acme.Acme().other, "parse")


def test_mock(acme: ModuleType) -> None:
    import importlib

    mock = importlib.import_module(f"{acme.__name__}.testing").MockAPI()
    mock.respond("responses.create", json=RESPONSE)
    with acme.Acme(http_client=mock.client()) as client:
        response = client.responses.parse(model="m", text_format=City)
    assert response.output_parsed == City("Bern")


SETTINGS = {
    "createOther": {
        "argument": ["output", "format"],
        "constants": {"kind": "schema", "options": {"strict": True}},
        "schema": "definition",
        "text": ["items", "[]", "a-text"],
        "parsed": ["items", "[]", "value"],
        "where": {"type": "json"},
        "reason": "status",
        "incomplete": ["cut"],
    }
}
CONFIGURED = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
servers: [{url: 'https://acme.test/v1'}]
paths:
  /other:
    post:
      operationId: createOther
      requestBody: {required: true, content: {application/json: {schema: {type: object,
        properties: {output: {type: object, properties: {format: {type: object}}}}}}}}
      responses: {'200': {description: Done., content: {application/json: {schema: {
        $ref: '#/components/schemas/Other'}}}}}
components:
  schemas:
    Other: {type: object, properties: {status: {type: string}, items: {type: array,
      items: {$ref: '#/components/schemas/Entry'}}}}
    Entry: {type: object, properties: {type: {type: string}, a-text: {type: string}}}
"""


def test_settings(client_of: ClientOf, serve: Serve) -> None:
    acme = client_of(CONFIGURED, structured=SETTINGS)
    items = [{"type": "json", "a-text": TEXT}, {"type": "text", "a-text": TEXT}]
    server = serve(
        json_reply({"status": "done", "items": items}),
        json_reply({}),
        json_reply({"status": "cut"}),
    )
    with acme.Acme(base_url=server.url) as client:
        other = client.other.parse(output_format=City)
        assert [item.value for item in other.items] == [City("Bern"), None]
        assert client.other.parse(output_format=City).items is None
        with pytest.raises(acme.IncompleteResponseError, match="'cut'"):
            client.other.parse(output_format=City)
    sent = json.loads(server.received[0].body)["output"]["format"]
    assert sent["kind"] == "schema" and sent["options"] == {"strict": True}
    assert sent["definition"]["required"] == ["name"] and len(sent) == 3
