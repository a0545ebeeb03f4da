"""Calls whose response is parsed to a type of the caller."""

from __future__ import annotations

import asyncio
import copy
import json
import pickle
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any, TypedDict

import msgspec
import pydantic
import pytest

from tests.unit.runtime.conftest import Server, json_reply

Serve = Callable[..., Server]


@dataclass
class City:
    name: str
    size: int


class CityDict(TypedDict):
    name: str
    size: int


class CityModel(pydantic.BaseModel):
    name: str
    size: int


class CityStruct(msgspec.Struct):
    name: str
    size: int


TEXT = '{"name": "Bern", "size": 3}'
SCHEMA = {
    "type": "object",
    "properties": {"name": {"type": "string"}, "size": {"type": "integer"}},
    "required": ["name", "size"],
    "additionalProperties": False,
}
RESOURCE = """
from __future__ import annotations
from typing import Generic, TypeVar
from ._runtime import AsyncResource, AsyncRawResource, BaseModel, Endpoint, RawResource, Resource
from ._runtime import async_raw_method, omit, raw_method
from ._runtime.structured.parsing import Parsed, Structured
from . import types
from .types.chat import ChatCompletion, Choice, Message

T = TypeVar("T")

class ParsedMessage(Parsed[T], Message):
    @property
    def parsed(self) -> T | None:
        return self._parsed_value()

class ParsedChoice(Choice):
    message: ParsedMessage

class ParsedCompletion(ChatCompletion):
    choices: list[ParsedChoice]

class ParsedResponse(Parsed[T], BaseModel):
    output: list[object]
    @property
    def output_parsed(self) -> T | None:
        return self._parsed_value()

for item in (ParsedMessage, ParsedChoice, ParsedCompletion, ParsedResponse):
    setattr(types, item.__name__, item)

CHAT = Structured(
    Endpoint("POST", "/chat", body="application/json", returns="ChatCompletion"),
    returns="ParsedCompletion",
    path=("response_format",),
    constants=((("type",), "json_schema"), (("json_schema", "strict"), True)),
    schema=("json_schema", "schema"),
    name=("json_schema", "name"),
    owner=("choices", "[]", "message"),
    text="content",
    refusal="refusal",
    reason=("choices", "[]", "finish_reason"),
    incomplete=("length", "content_filter"),
)
RESPONSES = Structured(
    Endpoint("POST", "/responses", body="application/json", returns="object"),
    returns="ParsedResponse",
    path=("text", "format"),
    constants=((("type",), "json_schema"), (("strict",), True)),
    schema=("schema",),
    name=("name",),
    holder=("output", "[]", "content", "[]"),
    text="text",
    where=("type", "output_text"),
    reason=("status",),
    incomplete=("incomplete",),
)

class Chat(Resource):
    def parse(self, *, response_format, **options):
        body = CHAT.body({"n": 1}, response_format)
        return self._call(CHAT.endpoint(response_format), body=body, options=options)
    def respond(self, *, text_format, text=omit, **options):
        body = RESPONSES.body({"text": text}, text_format)
        return self._call(RESPONSES.endpoint(text_format), body=body, options=options)

class AsyncChat(AsyncResource):
    async def parse(self, *, response_format, **options):
        body = CHAT.body({"n": 1}, response_format)
        return await self._call(CHAT.endpoint(response_format), body=body, options=options)

class ChatRaw(RawResource):
    parse = raw_method(Chat.parse)
"""


@pytest.fixture(scope="module")
def resources(acme: ModuleType) -> Iterator[Any]:
    """Return resources with methods that parse responses, in the package of the client."""
    name = f"{acme.__name__}.structured_resources"
    module = ModuleType(name)
    module.__package__ = acme.__name__
    sys.modules[name] = module
    exec(RESOURCE, vars(module))
    yield module
    del sys.modules[name]


def _completion(**message: Any) -> dict[str, Any]:
    reason = message.pop("finish_reason", "stop")
    choice = {
        "index": 0,
        "finish_reason": reason,
        "message": {"role": "assistant", **message},
    }
    return {"id": "c", "choices": [choice]}


@pytest.mark.parametrize("type_", [City, CityDict, CityModel, CityStruct])
def test_parsed_values(
    resources: Any, acme: ModuleType, serve: Serve, type_: Any
) -> None:
    server = serve(json_reply(_completion(content=TEXT), x_request_id="r"))
    with acme.Acme(api_key="k", base_url=server.url) as client:
        completion = resources.Chat(client).parse(response_format=type_)
    message = completion.choices[0].message
    assert message.parsed == type_(name="Bern", size=3)
    assert message.content == TEXT and completion._request_id == "r"
    assert completion.to_dict() == _completion(content=TEXT)
    sent = json.loads(server.received[0].body)["response_format"]
    assert sent["type"] == "json_schema" and sent["json_schema"]["strict"] is True
    assert sent["json_schema"]["name"] == type_.__name__
    assert sent["json_schema"]["schema"] == SCHEMA
    for clone in (copy.deepcopy(completion), pickle.loads(pickle.dumps(completion))):
        assert clone.choices[0].message.parsed == message.parsed


def test_async_and_raw_calls(resources: Any, acme: ModuleType, serve: Serve) -> None:
    server = serve(json_reply(_completion(content=TEXT)))

    async def call() -> Any:
        async with acme.AsyncAcme(api_key="k", base_url=server.url) as client:
            return await resources.AsyncChat(client).parse(response_format=City)

    with acme.Acme(api_key="k", base_url=server.url) as client:
        raw = resources.ChatRaw(resources.Chat(client)).parse(response_format=City)
        results = [asyncio.run(call()), raw.parse()]
    assert [item.choices[0].message.parsed for item in results] == [City("Bern", 3)] * 2


@pytest.mark.parametrize(
    "message",
    [{"content": None, "refusal": "no"}, {"content": "no", "refusal": "no"}, {}],
)
def test_refusals_have_no_value(
    resources: Any, acme: ModuleType, serve: Serve, message: Any
) -> None:
    server = serve(json_reply(_completion(**message)))
    with acme.Acme(api_key="k", base_url=server.url) as client:
        completion = resources.Chat(client).parse(response_format=City)
    assert completion.choices[0].message.parsed is None


@pytest.mark.parametrize("reason", ["length", "content_filter"])
def test_incomplete_texts(
    resources: Any, acme: ModuleType, serve: Serve, reason: str
) -> None:
    server = serve(json_reply(_completion(content='{"na', finish_reason=reason)))
    errors = sys.modules[f"{acme.__name__}._runtime.responses.errors"]
    with acme.Acme(api_key="k", base_url=server.url) as client:
        with pytest.raises(
            errors.IncompleteResponseError, match=f"incomplete: '{reason}'"
        ) as caught:
            resources.Chat(client).parse(response_format=City)
    error = pickle.loads(pickle.dumps(caught.value))
    assert error.reason == reason and error.body.choices[0].message.content == '{"na'
    assert len(server.received) == 1


@pytest.mark.parametrize("type_", [City, CityModel, CityStruct])
@pytest.mark.parametrize("text", ["", "{}", "[", '{"name": 1, "size": 3}'])
def test_texts_that_do_not_match(
    resources: Any, acme: ModuleType, serve: Serve, type_: Any, text: str
) -> None:
    server = serve(json_reply(_completion(content=text)))
    with acme.Acme(api_key="k", base_url=server.url) as client:
        with pytest.raises(
            acme.APIResponseValidationError, match="is not valid"
        ) as caught:
            resources.Chat(client).parse(response_format=type_)
    assert caught.value.status_code == 200 and caught.value.__cause__ is not None


def test_invalid_types_send_nothing(
    resources: Any, acme: ModuleType, serve: Serve
) -> None:
    server = serve(json_reply({}))
    with acme.Acme(api_key="k", base_url=server.url) as client:
        for type_ in (int, 1, list[City]):
            with pytest.raises(TypeError, match="expected a pydantic model"):
                resources.Chat(client).parse(response_format=type_)
    assert server.received == []


@pytest.mark.parametrize("value", [{"type": "json_object"}, None, "auto"])
def test_values_of_the_argument_are_sent_and_nothing_is_parsed(
    resources: Any, acme: ModuleType, serve: Serve, value: Any
) -> None:
    server = serve(json_reply(_completion(content="plain", finish_reason="length")))
    with acme.Acme(api_key="k", base_url=server.url) as client:
        completion = resources.Chat(client).parse(response_format=value)
    assert json.loads(server.received[0].body)["response_format"] == value
    assert completion.choices[0].message.parsed is None


def test_value_of_the_whole_response(
    resources: Any, acme: ModuleType, serve: Serve
) -> None:
    output: list[Any] = [
        {"type": "reasoning", "content": [{"type": "reasoning_text", "text": "hm"}]},
        {"type": "message", "content": [{"type": "refusal", "refusal": "no"}]},
    ]
    text = {"type": "message", "content": [{"type": "output_text", "text": TEXT}]}
    server = serve(
        json_reply({"status": "completed", "output": [*output, text]}),
        json_reply({"status": "completed", "output": output}),
        json_reply({"status": "completed", "output": "odd"}),
        json_reply({"status": "incomplete", "output": [text]}),
    )
    errors = sys.modules[f"{acme.__name__}._runtime.responses.errors"]
    with acme.Acme(api_key="k", base_url=server.url) as client:
        chat = resources.Chat(client)
        assert chat.respond(text_format=City).output_parsed == City("Bern", 3)
        assert chat.respond(text_format=City).output_parsed is None
        assert chat.respond(text_format=City).output_parsed is None
        with pytest.raises(errors.IncompleteResponseError, match="'incomplete'"):
            chat.respond(text_format=City, text={"verbosity": "low"})
        with pytest.raises(TypeError, match="'text.format' is also set"):
            chat.respond(text_format=City, text={"format": {"type": "text"}})
    assert json.loads(server.received[3].body)["text"].keys() == {"verbosity", "format"}
    sent = json.loads(server.received[0].body)["text"]["format"]
    assert sent == {
        "type": "json_schema",
        "strict": True,
        "schema": SCHEMA,
        "name": "City",
    }
