"""Request bodies that can be null instead of an object."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.clients import unformatted_files
from tests.e2e.documents.conftest import marked_lines
from tests.unit.runtime.conftest import Server

KIND = "A request body is an object or null."
RESULT = (
    "The properties of the object are arguments. The argument `body` is the whole body in "
    "place of them, and `None` sends `null`, also if the body is optional and omitted "
    "otherwise, or has other media types."
)
DOCUMENT = """
openapi: {version}
info: {{title: Acme, version: '1'}}
paths:
  /pets:
    put:
      operationId: replacePet
      requestBody: {{required: true, content: &pet {{application/json: {{schema: {pet}}}}}}}
      responses: &empty {{'204': {{description: Done.}}}}
    patch:
      operationId: updatePet
      requestBody: {{required: false, content: *pet}}
      responses: *empty
  /notes/{{id}}:
    parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}]
    put:
      operationId: replaceNote
      requestBody:
        required: true
        content:
          application/merge-patch+json: {{schema: {{$ref: '#/components/schemas/Note'}}}}
      responses: *empty
    patch:
      operationId: updateNote
      requestBody: {{content: {{application/json: {{schema: {{$ref: '#/components/schemas/Note'}}}}}}}}
      responses: *empty
  /forms:
    post:
      operationId: createForm
      requestBody:
        required: true
        content: {{application/x-www-form-urlencoded: {{schema: {{$ref: '#/components/schemas/Note'}}}}}}
      responses: *empty
  /runs:
    post:
      operationId: createRun
      requestBody: {{required: true, content: {{application/json: {{schema: {run}}}}}}}
      responses:
        '200':
          description: The run.
          content:
            application/json: {{schema: {{type: object, properties: {{text: {{type: string}}}}}}}}
            text/event-stream: {{schema: {{type: object, properties: {{delta: {{type: string}}}}}}}}
  /photos:
    post:
      operationId: createPhoto
      requestBody:
        required: true
        content:
          application/json: {{schema: {pet}}}
          multipart/form-data: {{schema: {{type: object, required: [file], properties: {{file: {{type: string, format: binary}}}}}}}}
      responses: *empty
    patch:
      operationId: updatePhoto
      requestBody:
        content:
          text/csv: {{schema: {{type: string}}}}
          application/merge-patch+json: {{schema: {pet}}}
      responses: *empty
components:
  schemas:
    Pet: {{type: object, required: [name], properties: {{name: {{type: string}}, age: {{type: integer}}}}}}
    Note: {note}
"""
RUN = "properties: {model: {type: string}, stream: {type: boolean}}"
V30 = DOCUMENT.format(
    version="3.0.3",
    pet="{nullable: true, allOf: [{$ref: '#/components/schemas/Pet'}]}",
    note="{type: object, nullable: true, properties: {body: {type: string}}}",
    run=f"{{type: object, nullable: true, {RUN}}}",
)
V31 = DOCUMENT.format(
    version="3.1.0",
    pet="{oneOf: [{$ref: '#/components/schemas/Pet'}, {type: 'null'}]}",
    note="{type: [object, 'null'], properties: {body: {type: string}}}",
    run=f"{{type: [object, 'null'], {RUN}}}",
)
PATCH = "application/merge-patch+json"
CALLER = """
from acme_client import Acme, AsyncAcme
from acme_client.types import PetParam


def call(client: Acme, pet: PetParam | None) -> None:
    client.pets.replace(name="a")
    client.pets.replace(body=None)
    client.pets.replace(body=pet)
    client.pets.replace()  # wrong
    client.pets.replace(name="a", body=None)  # wrong
    client.pets.replace(body={"age": 1})  # wrong
    client.pets.replace(body="a")  # wrong
    client.pets.update()
    client.pets.update(name="a", age=1)
    client.pets.update(body=None)
    client.pets.update(body=pet)
    client.pets.update(age=1)  # wrong
    client.pets.with_raw_response.replace(body=None)
    client.notes.replace("n", body="a")
    client.notes.replace("n", whole_body=None)
    client.notes.replace("n", whole_body={"body": "a"})
    client.forms.create(whole_body=None)  # wrong
    client.photos.create(name="a")
    client.photos.create(file=b"a")
    client.photos.create(body=None)
    client.photos.create(body=None, content_type="application/json")
    client.photos.create(body=None, content_type="multipart/form-data")  # wrong
    client.photos.create(name="a", body=None)  # wrong
    client.photos.create()  # wrong
    client.photos.update(body="a", content_type="text/csv")
    client.photos.update(body=None, content_type="application/merge-patch+json")
    client.photos.update(body=None, content_type="text/csv")  # wrong
    client.runs.create(body=None).text
    client.runs.create(body={"model": "m"})  # wrong
    for event in client.runs.create(model="m", stream=True):
        event.delta


async def call_async(client: AsyncAcme) -> None:
    await client.pets.replace(body=None)
    await client.pets.replace()  # wrong
"""

Clients = Callable[..., ModuleType]
Serve = Callable[..., Server]


@pytest.mark.slow
@pytest.mark.parametrize("document", [V30, V31])
def test_bodies(client_of: Clients, serve: Serve, document: str) -> None:
    module, server = client_of(document), serve()
    calls: list[tuple[Callable[[Any], Any], bytes]] = [
        (lambda client: client.pets.replace(name="a"), b'{"name":"a"}'),
        (lambda client: client.pets.replace(body=None), b"null"),
        (lambda client: client.pets.replace(body={"name": "a"}), b'{"name":"a"}'),
        (lambda client: client.pets.update(), b""),
        (lambda client: client.pets.update(age=1), b'{"age":1}'),
        (lambda client: client.pets.update(body=None), b"null"),
        (lambda client: client.notes.replace("n"), b"{}"),
        (lambda client: client.notes.replace("n", body="a"), b'{"body":"a"}'),
        (lambda client: client.notes.replace("n", whole_body=None), b"null"),
        (lambda client: client.notes.update("n"), b""),
        (lambda client: client.notes.update("n", whole_body=None), b"null"),
        (lambda client: client.notes.update("n", whole_body={}), b"{}"),
        (lambda client: client.runs.create(body=None), b"null"),
        (lambda client: client.photos.create(body=None), b"null"),
        (lambda client: client.photos.create(name="a"), b'{"name":"a"}'),
        (lambda client: client.photos.update(body=None, content_type=PATCH), b"null"),
        (lambda client: client.photos.update(), b""),
        (lambda client: client.runs.create(model="m"), b'{"model":"m"}'),
    ]

    async def send_async() -> None:
        async with module.AsyncAcme(base_url=server.url) as client:
            for call, _ in calls:
                await call(client)

    with module.Acme(base_url=server.url) as client:
        for call, _ in calls:
            call(client)
    asyncio.run(send_async())
    expected = [body for _, body in calls]
    assert [request.body for request in server.received] == [*expected, *expected]
    for request in server.received:
        assert ("content-type" in request.headers) == bool(request.body)


def test_wrong_calls(client_of: Clients) -> None:
    pets = client_of(V31).Acme().pets
    with pytest.raises(TypeError, match="missing required argument: 'name', or 'body'"):
        pets.replace()
    with pytest.raises(TypeError, match="'body' and 'name' cannot be combined"):
        pets.replace(name="a", body=None)


def test_black_changes_nothing(client_of: Clients) -> None:
    package = Path(str(client_of(V31).__file__)).parent
    assert unformatted_files(package) == []


@pytest.mark.slow
def test_types(client_of: Clients, wrong_lines: Callable[..., set[int]]) -> None:
    assert wrong_lines(client_of(V31), CALLER) == marked_lines(CALLER)


@pytest.mark.slow
def test_ty_accepts_methods_that_return_nothing(client_of: Clients) -> None:
    package = Path(str(client_of(V31).__file__)).parent
    program = Path(sys.executable).with_name("ty")
    # ty reads `Unpack` as open, so that overloads with fewer arguments accept any.
    rules = ("deprecated", "inconsistent-overload-implementation")
    options = [f"--python={sys.prefix}", *(f"--ignore={rule}" for rule in rules)]
    done = subprocess.run(
        [program, "check", *options, package.name],
        cwd=package.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:]


def test_command_line(client_of: Clients, serve: Serve) -> None:
    module, server = client_of(V31, command_line=True), serve()

    def run(*words: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", module.__name__, "--base-url", server.url, *words],
            cwd=Path(str(module.__file__)).parents[1],
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stderr

    commands = ("pets replace", "notes replace n", "runs create", "photos create")
    for command in commands:
        assert run(*command.split(), "--body", "null") == (0, "")
    assert [request.body for request in server.received] == [b"null"] * 4
    code, text = run("pets", "replace", "--body", "null", "age=1")
    assert code == 2 and "null cannot be combined with members" in text
    code, text = run("forms", "create", "--body", "null")
    assert code == 2 and "must be a JSON object" in text
    assert len(server.received) == 4
