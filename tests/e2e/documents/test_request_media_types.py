"""Request bodies with several media types, one of which the caller selects."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from types import ModuleType
from typing import Any, get_overloads

import pytest

from tests.clients import generate, import_from
from tests.e2e.documents.conftest import marked_lines
from tests.unit.runtime.conftest import Reply, Server

KIND = "A request body has media types besides JSON, such as XML, text or a form."
RESULT = (
    "The client sends JSON, or a multipart form if the body contains files. The argument "
    "`content_type` selects another media type. If the schemas differ, the method has one "
    "overload for each, so that type checkers reject what cannot be sent."
)
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
servers: [{url: 'https://acme.test'}]
paths:
  /pets:
    post:
      operationId: pets_create
      requestBody:
        required: true
        content:
          application/xml: {schema: {$ref: '#/components/schemas/Pet'}}
          application/json: {schema: {$ref: '#/components/schemas/Pet'}}
          application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Pet'}}
          text/csv; header=present: {schema: {type: string}}
      responses: &empty {'204': {description: Done.}}
    put:
      operationId: pets_replace
      requestBody:
        required: true
        content:
          application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}
          application/x-www-form-urlencoded:
            schema: {type: object, required: [body], properties: {body: {type: string}, tags: {type: array, items: {type: string}}}}
            encoding: {tags: {style: form, explode: false}}
          multipart/form-data:
            schema: {type: object, required: [body], properties: {body: {type: string}, tags: {type: array, items: {type: string}}}}
      responses: *empty
    patch:
      operationId: pets_update
      requestBody:
        content:
          application/json: {schema: {$ref: '#/components/schemas/Pet'}}
          application/xml: {schema: {$ref: '#/components/schemas/Pet'}}
      responses: *empty
  /photos:
    post:
      operationId: photos_create
      requestBody:
        required: true
        content:
          application/json: {schema: {type: object, required: [url], properties: {url: {type: string}, title: {type: string}}}}
          multipart/form-data: {schema: {type: object, required: [file], properties: {file: {type: string, format: binary}, title: {type: string}}}}
      responses: *empty
    put:
      operationId: photos_replace
      requestBody:
        required: true
        content:
          multipart/form-data: {schema: {type: object, required: [file], properties: {file: {type: string, format: binary}}}}
          application/octet-stream: {schema: {type: string, format: binary}}
      responses: *empty
  /labels:
    post:
      operationId: labels_create
      requestBody:
        required: true
        content:
          application/json: {schema: {$ref: '#/components/schemas/Label'}}
          application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Label'}}
      responses: *empty
components:
  schemas:
    Pet: {type: object, required: [id], properties: {id: {type: string}, age: {type: integer}}}
    Label: {type: object, required: [name], properties: {name: {type: string}}}
"""
CSV = "text/csv; header=present"
FORM = "application/x-www-form-urlencoded"


@pytest.fixture(scope="module")
def acme(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    folder = tmp_path_factory.mktemp("request_media_types")
    (folder / "openapi.yaml").write_text(DOCUMENT, encoding="utf-8")
    generate(folder / "openapi.yaml", folder / "out", "request_media_client")
    return import_from(folder / "out", "request_media_client")


Calls = Callable[[Any], list[tuple[Callable[..., Any], dict[str, Any]]]]


def send(acme: ModuleType, server: Server, calls: Calls) -> list[tuple[str, bytes]]:
    """Return the media types and bodies that both clients send, which must be equal."""
    with acme.Acme(base_url=server.url, max_retries=0) as client:
        for method, arguments in calls(client):
            method(**arguments)

    async def run() -> None:
        async with acme.AsyncAcme(base_url=server.url, max_retries=0) as client:
            for method, arguments in calls(client):
                await method(**arguments)

    asyncio.run(run())
    sent = [
        (item.headers.get("content-type", ""), item.body) for item in server.received
    ]
    half = len(sent) // 2
    if not any(media.startswith("multipart") for media, _ in sent):
        assert sent[:half] == sent[half:]
    return sent[:half]


def test_properties_and_other_media_types(
    acme: ModuleType, serve: Callable[..., Server]
) -> None:
    sent = send(
        acme,
        serve(Reply(204)),
        lambda client: [
            (client.pets.create, {"id": "1", "age": 2}),
            (client.pets.create, {"body": "<pet/>", "content_type": "application/xml"}),
            (
                client.pets.create,
                {"body": b"<pet/>", "content_type": "application/xml"},
            ),
            (client.pets.create, {"id": "1", "age": 2, "content_type": FORM}),
            (client.pets.create, {"body": "id,age\n1,2", "content_type": CSV}),
        ],
    )
    assert sent == [
        ("application/json", b'{"id":"1","age":2}'),
        ("application/xml", b"<pet/>"),
        ("application/xml", b"<pet/>"),
        (FORM, b"id=1&age=2"),
        (CSV, b"id,age\n1,2"),
    ]


def test_whole_body_and_forms(acme: ModuleType, serve: Callable[..., Server]) -> None:
    sent = send(
        acme,
        serve(Reply(204)),
        lambda client: [
            (client.pets.replace, {"whole_body": [{"id": "1"}]}),
            (
                client.pets.replace,
                {"body": "a", "tags": ["b", "c"], "content_type": FORM},
            ),
            (
                client.pets.replace,
                {
                    "body": "a",
                    "tags": ["b", "c"],
                    "content_type": "multipart/form-data",
                },
            ),
        ],
    )
    assert sent[:2] == [
        ("application/json", b'[{"id":"1"}]'),
        (FORM, b"body=a&tags=b%2Cc"),
    ]
    assert sent[2][1].count(b'name="tags"') == 2


def test_form_is_sent_for_files(acme: ModuleType, serve: Callable[..., Server]) -> None:
    sent = send(
        acme,
        serve(Reply(204)),
        lambda client: [
            (client.photos.create, {"url": "u", "title": "t"}),
            (client.photos.create, {"file": b"f", "title": "t"}),
            (
                client.photos.create,
                {"file": b"f", "content_type": "multipart/form-data"},
            ),
            (client.photos.update, {"file": b"f"}),
            (
                client.photos.update,
                {"body": b"f", "content_type": "application/octet-stream"},
            ),
        ],
    )
    kinds = [media.partition(";")[0] for media, _ in sent]
    form = "multipart/form-data"
    assert kinds == ["application/json", form, form, form, "application/octet-stream"]
    assert json.loads(sent[0][1]) == {"url": "u", "title": "t"}
    assert sent[-1][1] == b"f"


def test_media_types_of_an_update(
    acme: ModuleType, serve: Callable[..., Server]
) -> None:
    sent = send(
        acme,
        serve(Reply(204)),
        lambda client: [
            (client.labels.create, {"name": "a"}),
            (client.labels.create, {"name": "a", "content_type": FORM}),
            (client.pets.update, {"id": "1"}),
            (client.pets.update, {"body": "<pet/>", "content_type": "application/xml"}),
        ],
    )
    assert sent == [
        ("application/json", b'{"name":"a"}'),
        (FORM, b"name=a"),
        ("application/json", b'{"id":"1"}'),
        ("application/xml", b"<pet/>"),
    ]


def test_wrong_combinations(acme: ModuleType) -> None:
    pets = acme.Acme(base_url="https://acme.test").pets
    with pytest.raises(TypeError, match="content_type is required"):
        pets.create(body="<pet/>")
    with pytest.raises(TypeError, match="cannot be combined"):
        pets.create(id="1", body="<pet/>", content_type="application/xml")


CALLER = """
from acme_client import Acme, AsyncAcme


def call(client: Acme) -> None:
    client.pets.create(id="1")
    client.pets.create()  # wrong
    client.pets.create(body="<pet/>", content_type="application/xml")
    client.pets.create(body="<pet/>")  # wrong
    client.pets.create(id="1", content_type="application/xml")  # wrong
    client.pets.create(id="1", content_type="application/x-www-form-urlencoded")
    client.pets.create(body={"id": "1"}, content_type="text/csv; header=present")  # wrong
    client.pets.replace(whole_body=[{"id": "1"}])
    client.pets.replace(body="a")  # wrong
    client.pets.replace(body="a", content_type="multipart/form-data")
    client.photos.create(url="u")
    client.photos.create(file=b"f")
    client.photos.create(url="u", file=b"f")  # wrong
    client.photos.create(url="u", content_type="multipart/form-data")  # wrong
    client.photos.update(body=b"f", content_type="application/octet-stream")
    client.photos.update(body=b"f")  # wrong
    client.labels.create(name="a", content_type="application/x-www-form-urlencoded")
    client.labels.create(name="a", content_type="application/xml")  # wrong


async def call_async(client: AsyncAcme) -> None:
    await client.pets.create(body=b"<pet/>", content_type="application/xml")
    await client.pets.create(body=b"<pet/>")  # wrong
"""


@pytest.mark.slow
def test_types_of_callers(
    acme: ModuleType, wrong_lines: Callable[..., set[int]]
) -> None:
    assert wrong_lines(acme, CALLER) == marked_lines(CALLER)


def test_one_signature_for_equal_schemas(acme: ModuleType) -> None:
    labels = __import__(f"{acme.__name__}.resources.labels", fromlist=["Labels"])
    assert get_overloads(labels.Labels.create) == []
    pets = __import__(f"{acme.__name__}.resources.pets", fromlist=["Pets"])
    assert len(get_overloads(pets.Pets.create)) == 3
