"""Properties that are sent in one direction only, declared by a reference."""

from __future__ import annotations

import asyncio
import inspect
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.clients import generate
from tests.e2e.documents.conftest import marked_lines
from tests.unit.runtime.conftest import Server, json_reply

KIND = "A property is `readOnly` or `writeOnly` in the schema to which it refers."
RESULT = (
    "A `readOnly` property is not an argument, even if it is required. A `writeOnly` property "
    "is not an attribute of models, and is not in the reference of responses. A model that is "
    "sent in a request is sent without its `readOnly` properties."
)
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
paths:
  /users:
    post:
      operationId: createUser
      tags: [users]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}
      responses:
        '200': {description: Done., content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}
components:
  schemas:
    Id: {type: string, readOnly: true}
    Secret: {type: string, writeOnly: true}
    User:
      type: object
      required: [id, name, secret]
      properties:
        id: READ
        name: {type: string}
        secret: WRITE
        friends: {type: array, items: {$ref: '#/components/schemas/Friend'}}
    Friend:
      type: object
      required: [id, secret, alias]
      properties: {id: READ, secret: WRITE, alias: {type: string}}
"""
CALLER = """
from acme_client import Acme
from acme_client.types import Friend, User

user = Acme().users.create(
    name="Ann", secret="s", friends=[{"alias": "Bo", "secret": "t"}]
)
print(user.id, user.name)
print(user.secret)  # wrong
Acme().users.create(name="Ann", secret="s", id="u1")  # wrong
Acme().users.create(name="Ann")  # wrong
Acme().users.create(name="Ann", secret="s", friends=[{"alias": "Bo", "secret": "t", "id": "f"}])  # wrong
Acme().users.create(name="Ann", secret="s", friends=user.friends or [])  # wrong
"""
PLACES = {
    "reference": "{{$ref: '#/components/schemas/{0}'}}",
    "all-of": "{{allOf: [{{$ref: '#/components/schemas/{0}'}}, {{description: It.}}]}}",
    "nullable": "{{anyOf: [{{$ref: '#/components/schemas/{0}'}}, {{type: 'null'}}]}}",
    "union": "{{oneOf: [{{$ref: '#/components/schemas/{0}'}}, {{type: integer, {1}: true}}]}}",
}


def _document(place: str) -> str:
    read = PLACES[place].format("Id", "readOnly")
    write = PLACES[place].format("Secret", "writeOnly")
    return DOCUMENT.replace("READ", read).replace("WRITE", write)


@pytest.mark.parametrize("place", PLACES)
def test_requests_and_responses(
    place: str, client_of: Callable[..., ModuleType], serve: Callable[..., Server]
) -> None:
    client = client_of(_document(place))
    server = serve(json_reply({"id": "u1", "name": "Ann"}))
    users = client.Acme(base_url=server.url).users
    arguments = {
        "name": "Ann",
        "secret": "s",
        "friends": [{"alias": "Bo", "secret": "t"}],
    }
    user = users.create(**arguments)

    async def call() -> Any:
        async with client.AsyncAcme(base_url=server.url) as acme:
            return await acme.users.create(**arguments)

    assert asyncio.run(call()) == user
    assert [json.loads(item.body) for item in server.received] == [arguments] * 2
    assert user == client.types.User(id="u1", name="Ann")
    parameters = inspect.signature(users.create).parameters
    assert "id" not in parameters
    assert parameters["secret"].default is inspect.Parameter.empty
    assert set(client.types.User.__annotations__) == {"id", "name", "friends"}
    assert set(client.types.Friend.__annotations__) == {"id", "alias"}
    assert set(client.types.FriendParam.__annotations__) == {"secret", "alias"}


@pytest.mark.slow
def test_types(
    client_of: Callable[..., ModuleType], wrong_lines: Callable[..., set[int]]
) -> None:
    caller = CALLER.replace("from acme_client.types import Friend, User\n", "")
    client = client_of(_document("reference"))
    assert wrong_lines(client, caller) == marked_lines(caller)


def test_reference_and_mock(tmp_path: Path) -> None:
    document = _document("reference").replace(
        "'200': {description: Done., content: {application/json: {",
        "'200': {description: Done., content: {application/json: {example: "
        "{id: a, name: b, secret: c}, ",
    )
    spec = tmp_path / "openapi.yaml"
    spec.write_text(document, "utf-8")
    generate(spec, tmp_path, "users_client")
    samples = (tmp_path / "users_client" / "_samples.json").read_text("utf-8")
    assert '"id"' in samples
    assert '"secret"' not in samples
    responses = (tmp_path / "docs" / "types" / "users.md").read_text("utf-8")
    assert "| **id** |" in responses
    assert "| **secret** |" not in responses
    arguments = (tmp_path / "docs" / "users.md").read_text("utf-8")
    assert "| **id** |" not in arguments
    assert "| **secret** |" in arguments
