"""Bodies without `required: true`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import build
from tests.e2e.documents.conftest import marked_lines
from tests.unit.runtime.conftest import Server

KIND = "A request body has required properties, but no `required: true`."
RESULT = (
    "POST, PUT and PATCH operations require the body, with a note and the setting "
    "`optional_bodies`. Other bodies are sent with all required properties or not at all."
)
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
paths:
  /widgets:
    post:
      operationId: createWidget
      requestBody: {content: &content {application/json: {schema: {$ref: '#/components/schemas/Widget'}}}}
      responses: &empty {'204': {description: Done.}}
    put:
      operationId: replaceWidget
      requestBody: {required: false, content: *content}
      responses: *empty
    delete:
      operationId: deleteWidgets
      requestBody: {content: *content}
      responses: *empty
    get:
      operationId: listWidgets
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Filter'}}}}
      responses: *empty
    patch:
      operationId: updateWidget
      requestBody: {content: {application/json: {schema: {anyOf: [{$ref: '#/components/schemas/Widget'}, {type: 'null'}]}}}}
      responses: *empty
  /filters:
    post:
      operationId: createFilter
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Filter'}}}}
      responses: *empty
  /forms:
    post:
      operationId: createForm
      requestBody: {content: {application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Widget'}}}}
      responses: *empty
  /runs:
    post:
      operationId: createRun
      requestBody:
        required: false
        content:
          application/json:
            schema:
              required: [model, stream]
              properties: {model: {type: string}, stream: {type: boolean}}
      responses:
        '200':
          description: The run.
          content:
            application/json: {schema: {type: object, properties: {text: {type: string}}}}
            text/event-stream: {schema: {type: object, properties: {delta: {type: string}}}}
components:
  schemas:
    Widget:
      type: object
      required: [name, id]
      properties:
        name: {type: string, description: Name of the widget.}
        size: {type: integer}
        id: {type: string, readOnly: true}
    Filter:
      type: object
      properties: {name: {type: string}}
"""
CALLER = """
from acme_client import Acme, AsyncAcme


def call(client: Acme) -> None:
    client.widgets.create(name="a")
    client.widgets.create(size=1)  # wrong
    client.widgets.create()  # wrong
    client.widgets.replace()
    client.widgets.replace(name="a", size=1)
    client.widgets.replace(size=1)  # wrong
    client.widgets.delete()
    client.widgets.delete(name="a")
    client.widgets.list()
    client.widgets.with_raw_response.replace()
    client.widgets.with_raw_response.replace(name="a").parse()
    client.forms.create()  # wrong
    client.runs.create().text
    client.runs.create(model="m", stream=False).text
    for event in client.runs.create(model="m", stream=True):
        event.delta
    client.runs.create(stream=True)  # wrong


async def call_async(client: AsyncAcme) -> None:
    await client.widgets.replace()
    await client.widgets.replace(size=1)  # wrong
    (await client.runs.create()).text
"""

Clients = Callable[..., ModuleType]
Serve = Callable[..., Server]


def send(server: Server, module: ModuleType, call: Callable[[Any], Any]) -> list[bytes]:
    """Return the bodies that the sync and the async client send."""

    async def send_async() -> None:
        async with module.AsyncAcme(base_url=server.url) as client:
            await call(client)

    call(module.Acme(base_url=server.url))
    asyncio.run(send_async())
    bodies = [request.body for request in server.received]
    has_type = ["content-type" in request.headers for request in server.received]
    assert has_type == [bool(body) for body in bodies]
    server.received.clear()
    return bodies


@pytest.mark.slow
def test_bodies(client_of: Clients, serve: Serve) -> None:
    module, server = client_of(DOCUMENT), serve()
    for call, body in (
        (lambda client: client.widgets.replace(), b""),
        (lambda client: client.widgets.replace(name="a"), b'{"name":"a"}'),
        (lambda client: client.widgets.delete(), b""),
        (lambda client: client.widgets.list(), b""),
        (lambda client: client.widgets.list(extra_body={"x": 1}), b'{"x":1}'),
        (lambda client: client.widgets.update(), b""),
        (lambda client: client.filters.create(), b"{}"),
        (lambda client: client.runs.create(), b""),
    ):
        assert send(server, module, call) == [body, body]


TEXTS = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
paths:
  /required: {post: {tags: [required], requestBody: {required: true, content: &text {text/plain: {schema: {type: string}}}}, responses: &empty {'204': {description: Done.}}}}
  /optional: {post: {tags: [optional], requestBody: {required: false, content: *text}, responses: *empty}}
  /nullable: {post: {tags: [nullable], requestBody: {required: true, content: {text/plain: {schema: {type: [string, 'null']}}}}, responses: *empty}}
"""


def test_texts_that_are_none(client_of: Clients, serve: Serve) -> None:
    module, server = client_of(TEXTS), serve()
    client = module.Acme(base_url=server.url)
    with pytest.raises(TypeError, match="body of type text/plain must not be None"):
        client.required.create(body=None)
    assert server.received == []
    client.optional.create(body=None)
    client.nullable.create(body=None)
    assert [request.body for request in server.received] == [b"", b""]


def test_required_bodies_cannot_be_omitted(client_of: Clients) -> None:
    client = client_of(DOCUMENT).Acme()
    for create in (client.widgets.create, client.forms.create):
        with pytest.raises(TypeError, match="name"):
            create()


@pytest.mark.slow
def test_types(client_of: Clients, wrong_lines: Callable[..., set[int]]) -> None:
    assert wrong_lines(client_of(DOCUMENT), CALLER) == marked_lines(CALLER)


def test_setting(client_of: Clients, serve: Serve) -> None:
    module = client_of(DOCUMENT, optional_bodies=("createWidget", "/forms"))
    server = serve()
    for call in (
        lambda client: client.widgets.create(),
        lambda client: client.forms.create(),
    ):
        assert send(server, module, call) == [b"", b""]


def test_notes(tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text(DOCUMENT)
    diagnostics = Diagnostics()
    result = build(Config(specs=("openapi.yaml",), directory=tmp_path), diagnostics)
    codes = [item.rule.code for item in diagnostics]
    assert codes.count("assumed-required-body") == 2
    pages = b"".join(text for path, text in result.files.items() if ".md" in path)
    assert b"client.widgets.create(name=" in pages
    assert b"client.widgets.replace(name=" in pages
    assert b"Required if the request has a body. Name of the widget." in pages


def test_patterns_without_effect(tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text(DOCUMENT)
    diagnostics = Diagnostics()
    config = Config(
        specs=("openapi.yaml",),
        directory=tmp_path,
        exclude=("createForm",),
        optional_bodies=(
            "createWidget",
            "*",
            "createForm",
            "createFilter",
            "replaceWidget",
        ),
    )
    build(config, diagnostics)
    notes = [
        (item.message.split("'")[1], item.hint)
        for item in diagnostics
        if item.rule.code == "unused-optional-body"
    ]
    assert notes == [
        ("createFilter", "set `required: false` in the document or in an overlay"),
        ("replaceWidget", "remove the pattern"),
    ]
