"""Parameters with a `content` map, whose media type decides how the value is encoded."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from tests.e2e.documents.conftest import marked_lines
from tests.unit.runtime.conftest import Reply, Server

pytestmark = pytest.mark.slow

ClientOf = Callable[..., ModuleType]
Serve = Callable[..., Server]
KIND = (
    "A parameter has `content` with JSON, text or XML; a `querystring` parameter (OpenAPI 3.2) is "
    "the whole query."
)
RESULT = (
    "JSON is sent as JSON, also a string. A value of another media type is sent as its text, without "
    "quotes; objects and arrays are then passed as strings. A query that is a form becomes pairs, any "
    "other query one encoded value."
)
DOCUMENT = """
openapi: 3.2.0
info: {title: Acme, version: '1'}
paths:
  /notes/{note}:
    get:
      tags: [notes]
      operationId: notes_get
      parameters:
        - {name: note, in: path, required: true, content: {text/plain: {schema: {type: string}}}}
        - {name: text, in: query, content: {text/plain: {schema: {type: string}}}}
        - {name: count, in: query, content: {text/plain: {schema: {type: integer}}}}
        - {name: form, in: query, content: {application/xml: {schema: {type: object, properties: {a: {type: string}}}}}}
        - {name: json, in: query, content: {'application/vnd.acme+json; v=1': {schema: {type: string}}}}
        - {name: any, in: query, content: {'*/*': {schema: {type: array, items: {type: string}}}}}
        - {name: X-Text, in: header, content: {text/plain: {schema: {type: string}}}}
        - {name: mark, in: cookie, content: {text/plain: {schema: {type: string}}}}
      responses: {'204': {description: Done.}}
  /queries/json:
    get:
      tags: [queries]
      operationId: queries_json
      parameters: [{name: q, in: querystring, required: true, content: {application/json: {schema: {type: object, properties: {a: {type: integer}}}}}}]
      responses: {'204': {description: Done.}}
  /queries/path:
    get:
      tags: [queries]
      operationId: queries_path
      parameters: [{name: q, in: querystring, required: true, content: {application/jsonpath: {schema: {type: string}, example: '$.a[1]'}}}]
      responses: {'204': {description: Done.}}
  /queries/form/{q}:
    get:
      tags: [queries]
      operationId: queries_form
      parameters:
        - {name: q, in: path, required: true, schema: {type: string}}
        - {name: q, in: querystring, content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: integer}}}}}}
      responses: {'204': {description: Done.}}
  /queries/both/{q}:
    get:
      tags: [queries]
      operationId: queries_both
      parameters:
        - {name: q, in: path, required: true, schema: {type: string}}
        - {name: q, in: querystring, content: {application/json: {schema: {type: object, properties: {a: {type: integer}}}}}}
      responses: {'204': {description: Done.}}
"""
CALLER = """
from acme_client import Acme

client = Acme()
client.notes.retrieve("n", text="t", count=1, form="<a/>", json="j", any=["x"])
client.notes.retrieve("n", form={"a": "x"})  # wrong
client.notes.retrieve("n", text=1)  # wrong
client.queries.json(q={"a": 1})
client.queries.path(q="$.a")
client.queries.path(q={"a": 1})  # wrong
"""


def _calls(client: Any) -> list[Any]:
    notes, queries = client.notes, client.queries
    return [
        notes.retrieve(
            "a/é", text="x&y", count=5, form="<a/>", json="j", any=["l"], x_text="a, b"
        ),
        notes.retrieve("n", mark="a;b"),
        queries.json(q={"a": 1}),
        queries.json(q={"a": 1}, extra_query={"z": "2"}),
        queries.path(q="$.a[1]"),
        queries.form.retrieve("p", query_q={"a": 1}),
        queries.both.retrieve("p", query_q={"a": 1}),
    ]


@pytest.mark.parametrize("asynchronous", [False, True])
def test_requests(client_of: ClientOf, serve: Serve, asynchronous: bool) -> None:
    acme = client_of(DOCUMENT)
    server = serve(*(Reply(204) for _ in range(7)))

    async def call() -> None:
        async with acme.AsyncAcme(base_url=server.url) as client:
            for item in _calls(client):
                await item

    if asynchronous:
        asyncio.run(call())
    else:
        with acme.Acme(base_url=server.url) as client:
            _calls(client)
    assert [item.target for item in server.received] == [
        "/notes/a%2F%C3%A9?text=x%26y&count=5&form=%3Ca%2F%3E&json=%22j%22"
        "&any=%5B%22l%22%5D",
        "/notes/n",
        "/queries/json?%7B%22a%22%3A1%7D",
        "/queries/json?%7B%22a%22%3A1%7D&z=2",
        "/queries/path?%24.a%5B1%5D",
        "/queries/form/p?a=1",
        "/queries/both/p?%7B%22a%22%3A1%7D",
    ]
    assert server.received[0].headers["x-text"] == "a, b"
    assert server.received[1].headers["cookie"] == "mark=a%3Bb"


def test_types(client_of: ClientOf, wrong_lines: Callable[..., set[int]]) -> None:
    assert wrong_lines(client_of(DOCUMENT), CALLER) == marked_lines(CALLER)
