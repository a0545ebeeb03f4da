"""Media types with parameters, such as a version or a charset."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from tests.clients import generate, import_from
from tests.e2e.documents.conftest import marked_lines
from tests.unit.runtime.conftest import Reply, Server, json_reply

KIND = "A media type has parameters, such as a version, a profile or a charset."
RESULT = (
    "The client sends the media type as written, and encodes the body in its charset. The "
    "arguments `content_type` and `accept` select one of several versions."
)
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
servers: [{url: 'https://acme.test'}]
paths:
  /pets:
    get:
      operationId: pets_list
      responses:
        '200':
          description: The pets.
          content:
            application/json;v=1: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}
            application/json;v=2: {schema: {$ref: '#/components/schemas/Pets'}}
    post:
      operationId: pets_create
      requestBody:
        required: true
        content:
          application/json;v=1: {schema: {$ref: '#/components/schemas/Pet'}}
          application/json;v=2: {schema: {$ref: '#/components/schemas/NamedPet'}}
      responses: {'204': {description: Created.}}
    patch:
      operationId: pets_update
      requestBody:
        required: true
        content:
          application/json-patch+json: {schema: {type: array, items: {type: object, properties: {op: {type: string}}}}}
          application/merge-patch+json: {schema: {$ref: '#/components/schemas/Pet'}}
      responses: {'204': {description: Updated.}}
    put:
      operationId: pets_replace
      requestBody:
        required: true
        content:
          'application/vnd.api+json; ext="https://jsonapi.org/ext/atomic"': {schema: {$ref: '#/components/schemas/Pet'}}
      responses:
        '200':
          description: The pet.
          content:
            'application/vnd.api+json; ext="https://jsonapi.org/ext/atomic"': {schema: {$ref: '#/components/schemas/Pet'}}
  /notes:
    put:
      operationId: notes_replace
      requestBody: {required: true, content: {'text/plain; charset=iso-8859-1': {schema: {type: string}}}}
      responses:
        '200': {description: The note., content: {'text/plain; charset=iso-8859-1': {schema: {type: string}}}}
    post:
      operationId: notes_create
      requestBody: {required: true, content: {application/json; charset=utf-8: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses: {'204': {description: Created.}}
    patch:
      operationId: notes_update
      requestBody: {required: true, content: {application/json; charset=windows-1252: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses: {'204': {description: Updated.}}
components:
  schemas:
    Pet: {type: object, required: [id], properties: {id: {type: string}}}
    NamedPet: {type: object, required: [id, name], properties: {id: {type: string}, name: {type: string}}}
    Pets: {type: object, required: [pets], properties: {pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}
"""
ATOMIC = 'application/vnd.api+json; ext="https://jsonapi.org/ext/atomic"'


@pytest.fixture(scope="module")
def acme(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    folder = tmp_path_factory.mktemp("media_type_parameters")
    (folder / "openapi.yaml").write_text(DOCUMENT, encoding="utf-8")
    generate(folder / "openapi.yaml", folder / "out", "media_type_client")
    return import_from(folder / "out", "media_type_client")


def connect(acme: ModuleType, server: Server) -> Any:
    return acme.Acme(base_url=server.url, max_retries=0)


def test_version_of_the_response(
    acme: ModuleType, serve: Callable[..., Server]
) -> None:
    server = serve(
        Reply(200, b'[{"id": "1"}]', {"Content-Type": "application/json; v=1"}),
        Reply(
            200, b'{"pets": [{"id": "1"}]}', {"Content-Type": "application/json; v=2"}
        ),
    )
    pets = connect(acme, server).pets
    assert [pet.id for pet in pets.list()] == ["1"]
    second = pets.list(accept="application/json;v=2")
    assert type(second).__name__ == "Pets" and second.pets[0].id == "1"
    accepted = [item.headers["accept"] for item in server.received]
    assert accepted == ["application/json;v=1", "application/json;v=2"]


def test_server_selects_the_version(
    acme: ModuleType, serve: Callable[..., Server]
) -> None:
    second = b'{"pets": [{"id": "1"}]}'
    json_types = ("Application/JSON; charset=utf-8; V=2", 'application/json;v="2"')
    for content_type in json_types:
        server = serve(Reply(200, second, {"Content-Type": content_type}))
        result = connect(acme, server).pets.list()
        assert type(result).__name__ == "Pets"

    async def run(server: Server) -> Any:
        async with acme.AsyncAcme(base_url=server.url) as client:
            return await client.pets.list(accept="application/json;v=2")

    server = serve(
        Reply(200, b'[{"id": "1"}]', {"Content-Type": "application/json;v=1"})
    )
    assert [type(pet).__name__ for pet in asyncio.run(run(server))] == ["Pet"]
    # Without the parameter, the requested version is assumed.
    server = serve(Reply(200, second, {"Content-Type": "application/json"}))
    result = connect(acme, server).pets.list(accept="application/json;v=2")
    assert type(result).__name__ == "Pets"


def test_version_of_the_request(acme: ModuleType, serve: Callable[..., Server]) -> None:
    server = serve(Reply(204))
    pets = connect(acme, server).pets
    pets.create(id="1")
    pets.create(id="1", name="A", content_type="application/json;v=2")
    sent = [
        (item.headers["content-type"], json.loads(item.body))
        for item in server.received
    ]
    assert sent == [
        ("application/json;v=1", {"id": "1"}),
        ("application/json;v=2", {"id": "1", "name": "A"}),
    ]


def test_format_of_a_patch(acme: ModuleType, serve: Callable[..., Server]) -> None:
    server = serve(Reply(204))

    async def run() -> None:
        async with acme.AsyncAcme(base_url=server.url) as client:
            await client.pets.update(body=[{"op": "add"}])
            await client.pets.update(
                body={"id": "1"}, content_type="application/merge-patch+json"
            )

    asyncio.run(run())
    sent = [(item.headers["content-type"], item.body) for item in server.received]
    assert sent == [
        ("application/json-patch+json", b'[{"op":"add"}]'),
        ("application/merge-patch+json", b'{"id":"1"}'),
    ]


def test_profile_is_sent_as_written(
    acme: ModuleType, serve: Callable[..., Server]
) -> None:
    server = serve(Reply(200, b'{"id": "2"}', {"Content-Type": ATOMIC}))
    pet = connect(acme, server).pets.replace(id="1")
    assert type(pet).__name__ == "Pet" and pet.id == "2"
    headers = server.received[0].headers
    assert headers["content-type"] == headers["accept"] == ATOMIC
    assert json.loads(server.received[0].body) == {"id": "1"}


def test_charset_of_a_text(acme: ModuleType, serve: Callable[..., Server]) -> None:
    server = serve(
        Reply(200, b"\xe4", {"Content-Type": "text/plain; charset=iso-8859-1"})
    )
    notes = connect(acme, server).notes
    assert notes.replace(body="ä") == "ä"
    assert server.received[0].body == b"\xe4"
    assert (
        server.received[0].headers["content-type"] == "text/plain; charset=iso-8859-1"
    )
    with pytest.raises(ValueError, match="body contains '€'.*iso-8859-1"):
        notes.replace(body="€")


def test_charset_of_json(acme: ModuleType, serve: Callable[..., Server]) -> None:
    server = serve(Reply(204))
    notes = connect(acme, server).notes
    notes.create(id="ä")
    notes.update(id="ä€漢")
    first, second = server.received
    assert first.headers["content-type"] == "application/json; charset=utf-8"
    assert first.body == '{"id":"ä"}'.encode()
    assert second.headers["content-type"] == "application/json; charset=windows-1252"
    assert json.loads(second.body.decode("windows-1252")) == {"id": "ä€漢"}


CALLER = """
from typing import assert_type

from acme_client import Acme
from acme_client.types import Pet, Pets

def call(client: Acme) -> None:
    assert_type(client.pets.list(), list[Pet])
    assert_type(client.pets.list(accept="application/json;v=2"), Pets)
    client.pets.list(accept="application/json;v=3")  # wrong
    client.pets.create(id="1", name="A", content_type="application/json;v=2")
    client.pets.create(id="1", content_type="application/json")  # wrong
    client.pets.update(body=[{"op": "add"}])
    client.pets.update(body=Pet(id="1"), content_type="application/merge-patch+json")
"""


@pytest.mark.slow
def test_types_of_callers(
    acme: ModuleType, wrong_lines: Callable[..., set[int]]
) -> None:
    assert wrong_lines(acme, CALLER) == marked_lines(CALLER)


def test_json_reply_without_parameters(
    acme: ModuleType, serve: Callable[..., Server]
) -> None:
    server = serve(json_reply({"id": "2"}))
    assert connect(acme, server).pets.replace(id="1").id == "2"
