"""Aliases that contain themselves through the fields of other types."""

from __future__ import annotations

import typing
from collections.abc import Callable
from types import ModuleType

import pydantic
import pytest

from tests.e2e.documents.conftest import marked_lines

KIND = "A union or an array contains itself, directly or through the properties of its members."
RESULT = "The type is recursive; type checkers accept it in any order, and it can be evaluated."

DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
servers: [{url: https://acme.test}]
paths:
  /filters:
    post:
      operationId: createFilter
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/Filter'}
      responses:
        '200':
          description: Done.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Filter'}
components:
  schemas:
    Filter:
      type: object
      required: [condition]
      properties:
        condition: {$ref: '#/components/schemas/Condition'}
        deep: {$ref: '#/components/schemas/Deep'}
    Condition:
      oneOf:
        - {$ref: '#/components/schemas/Not'}
        - {$ref: '#/components/schemas/All'}
        - type: string
    Not:
      type: object
      required: [negated]
      properties:
        negated: {$ref: '#/components/schemas/Condition'}
    All:
      type: object
      required: [parts]
      properties:
        parts: {type: array, items: {$ref: '#/components/schemas/Condition'}}
    Deep:
      type: array
      items:
        oneOf: [{$ref: '#/components/schemas/Deep'}, {type: integer}]
"""
CALLER = """from acme_client import Acme

def call(acme: Acme) -> None:
    result = acme.filters.create(
        condition={"negated": {"parts": ["a", {"negated": "b"}]}}, deep=[1, [2, [3]]]
    )
    acme.filters.create(condition={"negated": 1})  # wrong
    acme.filters.create(condition="a", deep=[None])  # wrong
    if not isinstance(result.condition, str):
        print(result.condition.model_extra)
"""


@pytest.mark.slow
def test_types(
    client_of: Callable[[str], ModuleType], wrong_lines: Callable[..., set[int]]
) -> None:
    assert wrong_lines(client_of(DOCUMENT), CALLER) == marked_lines(CALLER)


def test_types_can_be_evaluated(client_of: Callable[[str], ModuleType]) -> None:
    types = client_of(DOCUMENT).types
    assert typing.get_type_hints(types.Filter)["condition"] is types.Condition
    value = {"condition": {"negated": {"parts": ["a"]}}, "deep": [1, [2, [3]]]}
    result = pydantic.TypeAdapter(types.Filter).validate_python(value)
    assert isinstance(result.condition, types.Not)
    assert result.to_dict() == value
