"""Received objects that lack the property of the discriminator."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from tests.unit.runtime.conftest import Server, json_reply

pytestmark = pytest.mark.slow

KIND = "An object in a response lacks the property of the discriminator."
RESULT = (
    "It becomes the member that declares its other properties. If they do not decide, it becomes the class "
    "that the members extend, with all its fields. Without such a class, or if the property is optional and the "
    "class is not a member of the union, it becomes the first member. `null` is the same as no property."
)
DOCUMENT = """
openapi: 3.0.3
info: {title: Acme, version: '1'}
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      responses: {'200': {description: Done., content: {application/json: {schema: {type: array, items: ITEMS}}}}}
components:
  schemas:
    Puppy:
      allOf: [{$ref: '#/components/schemas/Dog'}, {properties: {age: {type: integer}}}]
    Cat:
      allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {type: integer}}}]
    Dog:
      allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {bark: {type: string}}}]
    Pet:
      type: object
      required: [kind]
      properties: {kind: KIND, name: {type: string}}
      discriminator: {propertyName: kind}
    Plain: {type: object, required: [kind], properties: {kind: {type: string}, name: {type: string}}}
"""
PET = "{$ref: '#/components/schemas/Pet'}"
MEMBERS = (
    "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}"
)
UNRELATED = MEMBERS.replace("Dog'}", "Plain'}")
STRING = "{type: string}"
ENUM = "{type: string, enum: [Cat, Dog, Puppy]}"
PETS = [
    {"name": "a"},
    {"name": "a", "other": {"b": 1}},
    {},
    {"name": "a", "bark": "b"},
    {"name": "a", "lives": 9},
    {"name": "a", "kind": None},
]
Build = Callable[..., ModuleType]
Serve = Callable[..., Server]


def receive(client: ModuleType, serve: Serve, pets: list[Any]) -> list[str]:
    """Return the names of the classes of pets, which both clients receive."""
    server = serve(json_reply(pets))
    result = list(client.Acme(base_url=server.url).pets.list())

    async def call() -> Any:
        async with client.AsyncAcme(base_url=server.url) as acme:
            return list(await acme.pets.list())

    assert asyncio.run(call()) == result
    assert [pet.to_dict() for pet in result] == pets
    assert all(
        pet.name == data.get("name") for pet, data in zip(result, pets, strict=True)
    )
    return [type(pet).__name__ for pet in result]


@pytest.mark.parametrize("kind", [STRING, ENUM])
@pytest.mark.parametrize("items", [PET, MEMBERS])
def test_family(items: str, kind: str, client_of: Build, serve: Serve) -> None:
    client = client_of(DOCUMENT.replace("ITEMS", items).replace("KIND", kind))
    names = receive(client, serve, PETS)
    assert names == ["Pet", "Pet", "Pet", "Dog", "Cat", "Pet"]


@pytest.mark.parametrize("kind", [STRING, ENUM])
@pytest.mark.parametrize("items", [PET, MEMBERS])
def test_optional_tag(
    items: str,
    kind: str,
    client_of: Build,
    serve: Serve,
    wrong_lines: Callable[..., set[int]],
) -> None:
    """An object without the tag is valid, so it has one of the types of the result."""
    document = DOCUMENT.replace("required: [kind]", "required: []", 1)
    client = client_of(document.replace("ITEMS", items).replace("KIND", kind))
    classes = ["Cat", "Dog", *(["Puppy", "Pet"] if items == PET else [])]
    first = "Pet" if items == PET else "Cat"
    assert receive(client, serve, PETS) == [first, first, first, "Dog", "Cat", first]
    caller = f"""
from typing import assert_type
from acme_client import Acme
from acme_client.types import {", ".join(classes)}

for pet in Acme().pets.list():
    assert_type(pet, {" | ".join(classes)})
"""
    assert wrong_lines(client, caller) == set()


@pytest.mark.parametrize("required", ["[kind]", "[]"])
@pytest.mark.parametrize("kind", [STRING, ENUM])
def test_other_tags(required: str, kind: str, client_of: Build, serve: Serve) -> None:
    """A tag selects its member, also if the object lacks a required property of it."""
    document = DOCUMENT.replace("required: [kind]", f"required: {required}", 1)
    document = document.replace(
        "{properties: {bark", "{required: [bark], properties: {bark"
    )
    client = client_of(document.replace("ITEMS", PET).replace("KIND", kind))
    tags = ("Puppy", "Dog", "Cat", "Pet", "new", None)
    names = receive(client, serve, [{"kind": tag} for tag in tags])
    assert names == ["Puppy", "Dog", "Cat", "Pet", "Pet", "Pet"]


def test_members_without_a_base(client_of: Build, serve: Serve) -> None:
    client = client_of(DOCUMENT.replace("ITEMS", UNRELATED).replace("KIND", STRING))
    assert receive(client, serve, [{"name": "a"}]) == ["Cat"]
