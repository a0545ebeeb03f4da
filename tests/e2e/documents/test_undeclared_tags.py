"""Unions whose members do not declare the property of the discriminator."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from tests.e2e.documents.conftest import marked_lines
from tests.unit.runtime.conftest import Server, json_reply

KIND = "A member of a union does not declare the property of the discriminator."
RESULT = (
    "If the `mapping` contains the member, it gets the property as an optional literal, which "
    "selects the member and can be sent. A note names the members."
)
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
paths:
  /pets:
    post:
      operationId: createPet
      tags: [pets]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses:
        '200': {description: Done., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
components:
  schemas:
    Pet:
      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}, {$ref: '#/components/schemas/Fish'}]
      discriminator: {propertyName: kind, mapping: {cat: Cat, dog: Dog, hound: Dog, fish: Fish}}
    Cat: {type: object, required: [name], properties: {name: {type: string}}}
    Dog: {type: object, required: [name], properties: {name: {type: string}, bark: {type: string}}}
    Fish: {type: object, required: [kind], properties: {kind: {type: string}, name: {type: string}}}
"""
CALLER = """
from typing import Literal, assert_type
from acme_client import Acme
from acme_client.types import Dog, Fish

pet = Acme().pets.create(body={"kind": "dog", "name": "a"})
if isinstance(pet, Dog):
    assert_type(pet.kind, Literal["dog", "hound"] | None)
if pet.kind == "fish":
    assert_type(pet, Fish)
Acme().pets.create(body={"name": "a"})
Acme().pets.create(body={"kind": "bird", "name": "a"})  # wrong
"""
Build = Callable[..., ModuleType]


@pytest.mark.parametrize(
    ("pet", "name"),
    [
        ({"kind": "cat", "name": "a"}, "Cat"),
        ({"kind": "dog", "name": "a"}, "Dog"),
        ({"kind": "hound", "name": "a"}, "Dog"),
        ({"kind": "fish", "name": "a"}, "Fish"),
        ({"kind": "cat", "name": "a", "bark": "b"}, "Cat"),
        ({"name": "a", "bark": "b"}, "Dog"),
        ({"name": "a"}, "Cat"),
    ],
)
def test_tag_selects_the_member(
    pet: dict[str, str],
    name: str,
    client_of: Build,
    serve: Callable[..., Server],
) -> None:
    client = client_of(DOCUMENT)
    server = serve(json_reply(pet))
    result = client.Acme(base_url=server.url).pets.create(body=pet)

    async def call() -> Any:
        async with client.AsyncAcme(base_url=server.url) as acme:
            return await acme.pets.create(body=pet)

    assert type(result) is getattr(client.types, name)
    assert asyncio.run(call()) == result
    assert result.to_dict() == pet
    assert [json.loads(item.body) for item in server.received] == [pet, pet]


@pytest.mark.slow
def test_types(client_of: Build, wrong_lines: Callable[..., set[int]]) -> None:
    assert wrong_lines(client_of(DOCUMENT), CALLER) == marked_lines(CALLER)
