"""Schemas with several types in `type`, one of which is an object with properties."""

from __future__ import annotations

import json
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from tests.e2e.documents.conftest import marked_lines
from tests.unit.runtime.conftest import Server, json_reply

KIND = (
    "A declared schema has several JSON types, one of them an object with properties."
)
RESULT = (
    "The type is a union of the types. The object is a class with the suffix `Object`, which responses become and "
    "requests accept."
)
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
paths:
  /labels:
    post:
      tags: [labels]
      operationId: createLabel
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Label'}}}}
      responses: {'200': {description: Done., content: {application/json: {schema: {$ref: '#/components/schemas/Label'}}}}}
components:
  schemas:
    Label:
      type: [string, object, array, 'null']
      items: {$ref: '#/components/schemas/Label'}
      required: [text]
      properties: {text: {type: string}, inner: {$ref: '#/components/schemas/Label'}}
"""
CALLER = """
from acme_client import Acme
from acme_client.types import LabelObject

label = Acme().labels.create(body={"text": "a", "inner": ["b", {"text": "c"}]})
if isinstance(label, LabelObject):
    label.text.upper()
    label.other  # wrong
Acme().labels.create(body={"txt": "a"})  # wrong
Acme().labels.create(body=label)
"""
Build = Callable[..., ModuleType]


@pytest.mark.parametrize(
    "value", ["a", ["a", {"text": "b"}], {"text": "a", "inner": {"text": "b"}}, None]
)
def test_values(value: Any, client_of: Build, serve: Callable[..., Server]) -> None:
    acme = client_of(DOCUMENT)
    server = serve(json_reply(value))
    with acme.Acme(base_url=server.url) as client:
        label = client.labels.create(body=value)
        again = client.labels.create(body=label)
    assert [json.loads(item.body) for item in server.received] == [value, value]
    assert label == again
    if isinstance(value, dict):
        assert type(label) is type(label.inner) is acme.types.LabelObject
    elif isinstance(value, list):
        assert type(label[1]) is acme.types.LabelObject


@pytest.mark.slow
def test_types(client_of: Build, wrong_lines: Callable[..., set[int]]) -> None:
    assert wrong_lines(client_of(DOCUMENT), CALLER) == marked_lines(CALLER)
