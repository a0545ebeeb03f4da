"""Schemas with several types in `type`, one of which is an object with properties."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
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


@pytest.mark.parametrize(
    "schema",
    [
        "{allOf: [{type: [string, object]}], properties: {a: PART}}",
        "{allOf: [{type: [string, object]}, {properties: {a: PART}}]}",
        "{allOf: [{properties: {a: PART}}], type: [string, object]}",
        "{$ref: '#/components/schemas/Part', type: [string, object]}",
        "{allOf: [{type: [string, object]}, {additionalProperties: PART}]}",
        "{anyOf: [{type: [string, object]}], properties: {a: PART}}",
        "{properties: {x: {allOf: [{type: [string, object]}, {properties: {a: PART}}]}}}",
        "{allOf: [{properties: {x: {type: [string, object]}}}, {properties: {x: {properties: {a: PART}}}}]}",
        "{allOf: [{properties: {x: {properties: {a: PART}}}}, {properties: {x: {type: [string, object]}}}]}",
    ],
)
def test_types_of_parts(
    schema: str, client_of: Build, serve: Callable[..., Server]
) -> None:
    """The JSON types apply with the properties of other parts; none of them is lost."""
    part = "{type: object, properties: {b: {type: string}}}"
    head = DOCUMENT.partition("    Label:")[0]
    acme = client_of(
        f"{head}    Label: {schema.replace('PART', part)}\n    Part: {{properties: {{a: {part}}}}}\n"
    )
    is_nested = schema.startswith("{properties") or "properties: {x:" in schema
    for inner in ("a", {"a": {"b": "c"}}):
        value = {"x": inner} if is_nested else inner
        server = serve(json_reply(value))
        with acme.Acme(base_url=server.url) as client:
            arguments: Any = value if is_nested else {"body": value}
            result = client.labels.create(**arguments)
        assert json.loads(server.received[0].body) == value
        result = result.x if is_nested else result
        if isinstance(inner, dict):
            part_of_result = result["a"] if type(result) is dict else result.a
            assert part_of_result.b == "c"
        else:
            assert result == inner
        hints = acme.types.Label.__annotations__ if is_nested else {}
        alias = hints["x"] if is_nested else acme.types.Label.__value__
        assert "str" in str(alias)


@pytest.mark.parametrize("enum", ["", "enum: [b], "])
def test_properties_of_a_string(enum: str, client_of: Build) -> None:
    """Properties limit objects only, so the type remains that of strings."""
    head = DOCUMENT.partition("    Label:")[0]
    parts = f"[{{{enum}type: string}}, {{properties: {{a: {{type: string}}}}}}]"
    acme = client_of(f"{head}    Label: {{allOf: {parts}}}\n")
    types = Path(acme.__file__ or "").parent.joinpath("types", "labels.py")
    expected = 'Literal["b"]' if enum else "str"
    assert f"Label: TypeAlias = {expected}\n" in types.read_text(encoding="utf-8")


@pytest.mark.slow
def test_types(client_of: Build, wrong_lines: Callable[..., set[int]]) -> None:
    assert wrong_lines(client_of(DOCUMENT), CALLER) == marked_lines(CALLER)
