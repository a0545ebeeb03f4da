"""Operations with tools, whose parameters can be a type of the caller."""

from __future__ import annotations

import asyncio
import copy
import json
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType
from typing import Any, TypedDict

import pytest

from tests.unit.runtime.conftest import Reply, Server, json_reply

pytestmark = pytest.mark.slow

ClientOf = Callable[..., ModuleType]
Serve = Callable[..., Server]
KIND = "A request has tools with a JSON Schema of their parameters."
RESULT = (
    "The methods `parse` and `stream` accept a dataclass, a `TypedDict`, a pydantic model "
    "or a msgspec `Struct` as a tool; calls in the response have `parsed_arguments`."
)
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
servers: [{url: 'https://acme.test/v1'}]
paths:
  /chat:
    post:
      operationId: createChat
      requestBody: {required: true, content: {application/json: {schema: {type: object,
        required: [model], properties: {model: {type: string}, stream: {type: boolean},
        tools: {type: array, items: {$ref: '#/components/schemas/Function'}}}}}}}
      responses: {'200': {description: 'Streams end with [DONE].', content: {
        application/json: {schema: {$ref: '#/components/schemas/Chat'}},
        text/event-stream: {schema: {$ref: '#/components/schemas/Chunk'}}}}}
  /messages:
    post:
      operationId: createMessage
      requestBody: {required: true, content: {application/json: {schema: {type: object,
        required: [model], properties: {model: {type: string}, tools: {
        $ref: '#/components/schemas/Tools'}}}}}}
      responses: {'200': {description: Done., content: {application/json: {schema: {
        $ref: '#/components/schemas/Message'}}}}}
components:
  schemas:
    Function: {type: object, required: [type, function], properties: {type: {
      const: function}, function: {type: object, required: [name], properties: {
      name: {type: string}, description: {type: string}, strict: {type: boolean},
      parameters: {type: object, additionalProperties: true}}}}}
    Chat: {type: object, required: [id, choices], properties: {id: {type: string},
      choices: {type: array, items: {type: object, required: [index, finish_reason,
      message], properties: {index: {type: integer}, finish_reason: {type: string},
      message: {$ref: '#/components/schemas/Reply'}}}}}}
    Reply: {type: object, properties: {role: {type: string}, tool_calls: {type: array,
      items: {$ref: '#/components/schemas/Call'}}}}
    Call: {type: object, required: [function], properties: {id: {type: string}, function: {
      $ref: '#/components/schemas/Called'}}}
    Called: {type: object, required: [name, arguments], properties: {name: {type: string},
      arguments: {type: string}}}
    Chunk: {type: object, required: [id, choices], properties: {id: {type: string}, choices: {
      type: array, items: {type: object, required: [index, delta], properties: {
      index: {type: integer}, finish_reason: {type: [string, 'null']}, delta: {type: object,
      properties: {role: {type: string}, tool_calls: {type: array, items: {type: object,
      required: [index], properties: {index: {type: integer}, id: {type: string},
      function: {type: object, properties: {name: {type: string}, arguments: {
      type: string}}}}}}}}}}}}}
    Tools: {type: array, items: {oneOf: [{$ref: '#/components/schemas/Tool'}, {
      $ref: '#/components/schemas/Shell'}]}}
    Tool: {type: object, required: [name, input_schema], properties: {name: {type: string},
      input_schema: {$ref: '#/components/schemas/InputSchema'}}}
    InputSchema: {type: object, description: A JSON Schema of the input., required: [type],
      additionalProperties: true, properties: {type: {const: object}}}
    Shell: {type: object, required: [type], properties: {type: {const: shell}}}
    Message: {type: object, required: [content], properties: {content: {type: array, items: {
      oneOf: [{$ref: '#/components/schemas/Text'}, {$ref: '#/components/schemas/ToolUse'}, {
      $ref: '#/components/schemas/ServerToolUse'}], discriminator: {propertyName: type}}}}}
    Text: {type: object, required: [type], properties: {type: {const: text}, text: {
      type: string}}}
    ToolUse: {type: object, required: [type, name, input], properties: {type: {
      const: tool_use}, name: {type: string}, input: {type: object}}}
    ServerToolUse: {type: object, required: [type, name, input], properties: {type: {
      const: server_tool_use}, name: {type: string}, input: {type: object}}}
"""
CALLER = """
from dataclasses import dataclass
from typing import TypedDict, assert_type
from acme_client import Acme, AsyncAcme, FunctionTool, pydantic_function_tool
from acme_client.types import Chat, Message, ToolUse

@dataclass
class Look:
    place: str

class Find(TypedDict):
    word: str

client = Acme()
chat = client.chat.parse(model="m", tools=[
    Look, FunctionTool(Find, name="find"), {"type": "function", "function": {"name": "x"}},
])
assert_type(chat, Chat)
for call in chat.choices[0].message.tool_calls or []:
    arguments = call.function.parsed_arguments
    assert_type(arguments, object)
    if isinstance(arguments, Look):
        print(arguments.place)
    assert_type(call.function.parse_arguments(Look), Look)
    assert_type(call.function.parse_arguments(Find), Find)
    call.function.parsed_arguments = 1  # wrong
assert_type(pydantic_function_tool(Look), FunctionTool[Look])
message = client.messages.parse(model="m", tools=[Look, Find, {"type": "shell"}])
assert_type(message, Message)
for item in message.content:
    if isinstance(item, ToolUse):
        print(item.parse_arguments(Look).place)
client.chat.parse(model="m", tools=[1])  # wrong
client.chat.create(model="m", tools=[Look])  # wrong
FunctionTool(Look("x"))  # wrong
with client.chat.stream(model="m", tools=[Look]) as stream:
    for event in stream:
        if event.type == "tool_calls.function.arguments.done":
            assert_type(event.parsed_arguments, object)
            print(event.parsed)  # wrong
    assert_type(stream.get_final_chat(), Chat)

async def call_async() -> None:
    assert_type(await AsyncAcme().chat.parse(model="m", tools=[Look]), Chat)
"""


@dataclass
class Look:
    """Look at a place."""

    place: str


class Find(TypedDict):
    word: str


SCHEMA = {
    "type": "object",
    "description": "Look at a place.",
    "properties": {"place": {"type": "string"}},
    "required": ["place"],
    "additionalProperties": False,
}


def chat(name: str, arguments: str) -> dict[str, Any]:
    call = {"id": "t", "function": {"name": name, "arguments": arguments}}
    message = {"role": "assistant", "tool_calls": [call]}
    return {
        "id": "c",
        "choices": [{"index": 0, "finish_reason": "stop", "message": message}],
    }


@pytest.fixture
def acme(client_of: ClientOf) -> ModuleType:
    return client_of(DOCUMENT)


def test_types(acme: ModuleType, wrong_lines: Callable[..., set[int]]) -> None:
    lines = CALLER.splitlines()
    expected = {n for n, line in enumerate(lines, 1) if line.endswith("# wrong")}
    assert wrong_lines(acme, CALLER) == expected


@pytest.mark.parametrize("asynchronous", [False, True])
def test_text_arguments(acme: ModuleType, serve: Serve, asynchronous: bool) -> None:
    server = serve(json_reply(chat("Look", '{"place": "Bern"}')))
    other = {"type": "function", "function": {"name": "other"}}
    tools = [Look, acme.FunctionTool(Find, name="find", description="Find it."), other]

    async def call() -> Any:
        async with acme.AsyncAcme(base_url=server.url) as client:
            return await client.chat.parse(model="m", tools=tools)

    if asynchronous:
        response = asyncio.run(call())
    else:
        with acme.Acme(base_url=server.url) as client:
            response = client.chat.parse(model="m", tools=tools)
    called = response.choices[0].message.tool_calls[0].function
    assert called.parsed_arguments == Look("Bern")
    assert copy.deepcopy(called).parsed_arguments == Look("Bern")
    assert pickle.loads(pickle.dumps(called)).parsed_arguments == Look("Bern")
    assert called.parse_arguments(Look) == Look("Bern")
    assert response.to_dict() == chat("Look", '{"place": "Bern"}')
    look, find, rest = json.loads(server.received[0].body)["tools"]
    assert look == {
        "type": "function",
        "function": {
            "strict": True,
            "name": "Look",
            "description": "Look at a place.",
            "parameters": SCHEMA,
        },
    }
    assert find["function"]["name"] == "find"
    assert find["function"]["description"] == "Find it."
    assert rest == other


def test_object_arguments(acme: ModuleType, serve: Serve) -> None:
    content = [
        {"type": "text", "text": "?"},
        {"type": "tool_use", "name": "Find", "input": {"word": "x"}},
        {"type": "server_tool_use", "name": "Find", "input": {"other": 1}},
    ]
    server = serve(json_reply({"content": content}))
    with acme.Acme(base_url=server.url) as client:
        message = client.messages.parse(model="m", tools=[Find, {"type": "shell"}])
    assert message.content[1].parsed_arguments == {"word": "x"}
    assert not hasattr(message.content[2], "parsed_arguments")
    find, shell = json.loads(server.received[0].body)["tools"]
    assert find["name"] == "Find" and find["input_schema"]["required"] == ["word"]
    assert find.keys() == {"name", "input_schema"} and shell == {"type": "shell"}


def test_errors(acme: ModuleType, serve: Serve) -> None:
    replies = [
        chat("Look", '{"place": 1}'),
        chat("Look", '{"pl'),
        chat("other", "{}"),
        chat("Look", '{"place": 1}'),
    ]
    server = serve(*map(json_reply, replies))
    with acme.Acme(base_url=server.url, max_retries=0) as client:
        for _ in range(2):
            with pytest.raises(acme.APIResponseValidationError) as caught:
                client.chat.parse(model="m", tools=[Look])
            assert "arguments of the tool 'Look' do not match Look" in str(
                caught.value.__cause__
            )
        for response in (
            client.chat.parse(model="m", tools=[Look]),
            client.chat.create(model="m"),
        ):
            called = response.choices[0].message.tool_calls[0].function
            with pytest.raises(RuntimeError, match="are not parsed; pass its type"):
                print(called.parsed_arguments)
            with pytest.raises(ValueError, match="do not match Look"):
                called.parse_arguments(Look)
            with pytest.raises(TypeError, match="expected a pydantic model"):
                called.parse_arguments(int)
        with pytest.raises(TypeError, match="several tools are called 'Look'"):
            client.chat.parse(model="m", tools=[Look, Look])
        with pytest.raises(TypeError, match="expected a pydantic model"):
            client.chat.parse(model="m", tools=[int])


@pytest.mark.parametrize("asynchronous", [False, True])
def test_streams(acme: ModuleType, serve: Serve, asynchronous: bool) -> None:
    def chunk(delta: Any, reason: str | None = None) -> str:
        choice = {"index": 0, "delta": delta, "finish_reason": reason}
        return f"data: {json.dumps({'id': 'c', 'choices': [choice]})}\n\n"

    def piece(**members: str) -> Any:
        return {"tool_calls": [{"index": 0, "function": members}]}

    body = (
        chunk(piece(name="Look", arguments='{"place":'))
        + chunk(piece(arguments=' "Bern"}'))
        + chunk({}, "stop")
        + "data: [DONE]\n\n"
    )
    server = serve(Reply(200, body.encode(), {"Content-Type": "text/event-stream"}))

    async def call() -> Any:
        async with acme.AsyncAcme(base_url=server.url) as client:
            async with client.chat.stream(model="m", tools=[Look]) as stream:
                return [event async for event in stream], await stream.final()

    if asynchronous:
        events, final = asyncio.run(call())
    else:
        with acme.Acme(base_url=server.url) as client:
            with client.chat.stream(model="m", tools=[Look]) as stream:
                events, final = list(stream), stream.get_final_chat()
    called = final.choices[0].message.tool_calls[0].function
    assert called.parsed_arguments == Look("Bern")
    done = events[-1]
    assert done.type == "tool_calls.function.arguments.done"
    assert isinstance(done, acme.ArgumentsDoneEvent)
    assert done.parsed_arguments == Look("Bern")
    snapshots = [event.snapshot for event in events if event.type.endswith(".delta")]
    assert snapshots == ['{"place":', '{"place": "Bern"}']
    sent = json.loads(server.received[0].body)
    assert sent["stream"] is True and sent["tools"][0]["function"]["name"] == "Look"


AMBIGUOUS = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
servers: [{url: 'https://acme.test/v1'}]
paths:
  /advice:
    post:
      operationId: createAdvice
      requestBody: {required: true, content: {application/json: {schema: {type: object,
        properties: {model: {type: string}, abilities: {type: array, items: {type: object,
        required: [title, form], properties: {title: {type: string}, about: {type: string},
        form: {type: object}}}}}}}}}
      responses: {'200': {description: Done., content: {application/json: {schema: {
        $ref: '#/components/schemas/Advice'}}}}}
components:
  schemas:
    Advice: {type: object, properties: {steps: {type: array, items: {oneOf: [{
      $ref: '#/components/schemas/First'}, {$ref: '#/components/schemas/Second'}]}}}}
    First: {type: object, required: [kind, tool], properties: {kind: {const: first}, tool: {
      type: string}, values: {type: string}}}
    Second: {type: object, required: [kind, tool], properties: {kind: {const: second}, tool: {
      type: string}, values: {type: string}}}
"""
SETTING: dict[str, Any] = {
    "argument": "abilities",
    "schema": "form",
    "name": ["title"],
    "description": "about",
    "constants": {"version": 1},
    "calls": ["steps", "[]"],
    "where": {"kind": "second"},
    "call_name": "tool",
    "call_arguments": "values",
}


@pytest.mark.parametrize("key", ["createAdvice", "POST /advice"])
def test_setting(client_of: ClientOf, serve: Serve, key: str) -> None:
    acme = client_of(AMBIGUOUS, tools={key: SETTING})
    text = '{"place": "Bern"}'
    steps = [
        {"kind": kind, "tool": "Look", "values": text} for kind in ("first", "second")
    ]
    server = serve(json_reply({"steps": steps}))
    with acme.Acme(base_url=server.url) as client:
        advice = client.advice.parse(abilities=[Look])
    assert advice.steps[1].parsed_arguments == Look("Bern")
    assert not hasattr(advice.steps[0], "parsed_arguments")
    (tool,) = json.loads(server.received[0].body)["abilities"]
    assert tool == {
        "version": 1,
        "title": "Look",
        "about": "Look at a place.",
        "form": SCHEMA,
    }


def test_setting_overrides_what_is_detected(client_of: ClientOf, serve: Serve) -> None:
    where = {"where": {"type": "server_tool_use"}}
    acme = client_of(DOCUMENT, tools={"createMessage": where, "createChat": False})
    content = [
        {"type": kind, "name": "Find", "input": {"word": "x"}}
        for kind in ("tool_use", "server_tool_use")
    ]
    server = serve(json_reply({"content": content}))
    with acme.Acme(base_url=server.url) as client:
        message = client.messages.parse(model="m", tools=[Find])
        assert not hasattr(client.chat, "parse")
    assert message.content[1].parsed_arguments == {"word": "x"}
    assert not hasattr(message.content[0], "parsed_arguments")
