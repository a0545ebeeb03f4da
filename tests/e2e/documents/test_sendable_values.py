"""Whatever the signature of a method accepts can be sent."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.clients import generate, import_from
from tests.e2e.documents.conftest import marked_lines
from tests.e2e.documents.sendable import build_document
from tests.e2e.documents.signatures import argument_strategies

KIND = "A schema describes values that its media type or style cannot represent."
RESULT = (
    "Arguments have types whose values can be sent: forms are mappings, other media types "
    "strings or files. JSON is preferred to ranges such as `application/*+json`."
)
BASE = "https://acme.test"
DOCUMENT = """
openapi: 3.1.0
info: {{title: Acme, version: '1'}}
paths:
  /items:
    post:
      requestBody: {{required: true, content: {{{content}}}}}
      responses: {{'204': {{description: Done.}}}}
"""
CALLED = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
paths:
  /forms:
    post:
      requestBody: {required: true, content: {multipart/form-data: {schema: {}}}}
      responses: &empty {'204': {description: Done.}}
  /files:
    post:
      requestBody: {required: true, content: {image/png: {schema: {type: object}}}}
      responses: *empty
  /flags:
    post:
      requestBody: {required: true, content: {text/plain: {schema: {type: boolean}}}}
      responses: *empty
  /records:
    post:
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              properties: {photo: {type: string, format: binary}}
      responses: *empty
  /albums:
    post:
      requestBody:
        required: true
        content:
          application/json: {schema: {$ref: '#/components/schemas/Album'}}
          multipart/form-data: {schema: {$ref: '#/components/schemas/Album'}}
      responses: *empty
  /covers:
    post:
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Photo'}}}}
      responses: *empty
  /items/{id}:
    get:
      parameters: [{name: id, in: path, required: true, schema: {type: [string, 'null']}}]
      responses: *empty
components:
  schemas:
    Photo: {type: object, required: [data], properties: {data: {type: string, format: binary}}}
    Album:
      type: object
      properties: {cover: {type: string, format: binary}, photo: {$ref: '#/components/schemas/Photo'}}
"""
CALLER = """
from acme_client import Acme


def call(client: Acme) -> None:
    client.forms.create(body={"file": b"a", "text": "b"})
    client.forms.create(body=b"bytes")  # wrong
    client.files.create(body=b"bytes")
    client.files.create(body={"a": 1})  # wrong
    client.flags.create(body=True)
    client.flags.create(body="true")  # wrong
    client.records.create(photo="text")
    client.records.create(photo=b"bytes")  # wrong
    client.covers.create(data="text")
    client.covers.create(data=b"bytes")  # wrong
    client.albums.create(cover="text", photo={"data": "text"})
    client.albums.create(
        photo={"data": b"bytes"}, content_type="multipart/form-data"
    )
    client.albums.create(cover=b"bytes", content_type="application/json")  # wrong
    client.albums.create(
        cover=b"bytes", content_type="multipart/form-data"
    )
    client.items.retrieve("a")
    client.items.retrieve(None)  # wrong
"""


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """Return the client of a document with every kind of argument."""
    folder = tmp_path_factory.mktemp("sendable")
    spec = folder / "openapi.json"
    spec.write_text(json.dumps(build_document()))
    generate(spec, folder / "output", "sendable_client")
    return import_from(folder / "output", "sendable_client")


def methods(client: ModuleType) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield the methods of a client that use a mock."""
    testing = __import__(f"{client.__name__}.testing", fromlist=["MockAPI"])
    generated = client.Acme(http_client=testing.MockAPI().client(), max_retries=0)
    folder = Path(str(client.__file__)).parent
    for item in json.loads((folder / "_samples.json").read_bytes())["operations"]:
        target: Any = generated
        for part in item["call"].split("."):
            target = getattr(target, part)
        yield f"{item['method']} {item['path']}", target


@pytest.fixture(scope="module")
def calls(client: ModuleType) -> list[tuple[str, Callable[..., Any], Any]]:
    """Return the operations with their methods and the strategy of their arguments."""
    result = []
    for operation, method in methods(client):
        first = operation.split(" ")[1].removeprefix("/").partition("_")[0]
        place = {"header": "headers", "cookie": "cookies"}.get(first, first)
        for signature in typing.get_overloads(method) or [method]:
            values = argument_strategies(client, signature, place)
            result.append((operation, method, values))
    return result


@pytest.mark.slow
@settings(
    max_examples=400,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(st.data())
def test_accepted_values_are_sent(
    calls: list[tuple[str, Callable[..., Any], Any]], data: st.DataObject
) -> None:
    operation, method, strategy = data.draw(st.sampled_from(calls))
    positional, keywords = data.draw(strategy)
    with suppress_documented_errors(is_path=operation.startswith("GET /path_")):
        method(*positional, **keywords)


@contextlib.contextmanager
def suppress_documented_errors(*, is_path: bool) -> Iterator[None]:
    """Ignore the errors for empty values in a path, and for delimiters in items."""
    try:
        yield
    except ValueError as error:
        is_empty = is_path and "Expected a non-empty value" in str(error)
        if not is_empty and "which separates the items" not in str(error):
            raise


@pytest.mark.slow
def test_json_is_preferred_to_ranges(client_of: Callable[..., ModuleType]) -> None:
    schema = "{schema: {type: object, properties: {name: {type: string}}}}"
    for names in itertools.permutations(
        ("application/*+json", "application/json", "text/json", "application/*")
    ):
        content = ", ".join(f"'{name}': {schema}" for name in names)
        module = client_of(DOCUMENT.format(content=content))
        assert send(module, name="a") == ("application/json", b'{"name":"a"}')


@pytest.mark.parametrize(
    ("content", "value", "media_type", "body"),
    [
        ("text/plain: {schema: {type: boolean}}", True, "text/plain", b"true"),
        ("text/plain: {schema: {type: integer}}", 3, "text/plain", b"3"),
        ("text/csv: {schema: {type: array}}", [1, "a"], "text/csv", b'[1,"a"]'),
        ("image/png: {schema: {type: object}}", b"1", "image/png", b"1"),
        ("image/png: {}", ("a.svg", b"1", "image/svg+xml"), "image/svg+xml", b"1"),
        ("application/*+json: {}", [1], "application/json", b"[1]"),
        ("'*/*': {schema: {type: object}}", {"a": 1}, "application/json", b'{"a":1}'),
        (
            "application/xml: {schema: {type: object}}",
            "<a/>",
            "application/xml",
            b"<a/>",
        ),
    ],
)
def test_whole_bodies(
    client_of: Callable[..., ModuleType],
    content: str,
    value: Any,
    media_type: str,
    body: bytes,
) -> None:
    module = client_of(DOCUMENT.format(content=content))
    assert send(module, body=value) == (media_type, body)


@pytest.mark.slow
def test_types(
    client_of: Callable[..., ModuleType], wrong_lines: Callable[..., set[int]]
) -> None:
    assert wrong_lines(client_of(CALLED), CALLER) == marked_lines(CALLER)


def send(module: ModuleType, **arguments: Any) -> tuple[str, bytes]:
    """Return the media type and the content of the body that both clients send."""
    testing = __import__(f"{module.__name__}.testing", fromlist=["MockAPI"])
    mock = testing.MockAPI()

    async def send_async() -> None:
        http = mock.async_client()
        async with module.AsyncAcme(http_client=http, base_url=BASE) as client:
            await client.items.create(**arguments)

    module.Acme(http_client=mock.client(), base_url=BASE).items.create(**arguments)
    asyncio.run(send_async())
    first, second = (item.request for item in mock.requests)
    assert first.content == second.content
    return first.headers["content-type"], first.content
