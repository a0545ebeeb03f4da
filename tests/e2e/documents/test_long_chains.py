"""Hundreds of types that each refer to the next one, or extend it."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from types import ModuleType
from typing import Any, get_type_hints

import pytest

from tests.e2e.documents.conftest import marked_lines

KIND = (
    "Hundreds of response types refer to each other, or extend each other, in a chain."
)
RESULT = (
    "Values are converted to the types at any position of the chain, and type checkers know "
    "them. Pyright ends with an internal error for chains of more than 100 aliases of unions, "
    "or of more than 100 types of requests."
)
SIZE = 300
INTEGER = {"type": "integer"}


def _reference(kind: str, number: int) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{kind}{number}"}


def _schemas(choices: int) -> dict[str, Any]:
    """Return a chain of properties, of base classes, and one of a number of unions."""
    schemas: dict[str, Any] = {}
    for number in range(SIZE):
        following = number + 1
        own = {
            "type": "object",
            "required": ["id"],
            "properties": {f"p{number}": INTEGER},
        }
        linked = {
            **own,
            "properties": {"id": INTEGER, "next": _reference("Link", following)},
        }
        schemas[f"Link{number}"] = linked
        base = [_reference("Heir", number - 1)] if number else []
        schemas[f"Heir{number}"] = {
            "allOf": [*base, {**own, "required": [f"p{number}"]}]
        }
        if number >= choices:
            continue
        member = {**own, "required": [f"p{number}"], "title": f"Member{number}"}
        schemas[f"Choice{number}"] = {
            "oneOf": [_reference("Choice", following), member]
        }
    schemas[f"Link{SIZE}"] = {"type": "object", "properties": {"end": INTEGER}}
    schemas[f"Choice{choices}"] = {"type": "object", "properties": {"end": INTEGER}}
    properties = {
        "link": _reference("Link", 0),
        "heir": _reference("Heir", SIZE - 1),
        "choice": _reference("Choice", 0),
        "choices": {"type": "array", "items": _reference("Choice", 0)},
    }
    schemas["Root"] = {
        "type": "object",
        "required": list(properties),
        "properties": properties,
    }
    return schemas


def document(choices: int = SIZE) -> str:
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Root"}}}
    operation = {
        "operationId": "getRoot",
        "tags": ["roots"],
        "responses": {"200": {"description": "Done.", "content": content}},
    }
    return json.dumps(
        {
            "openapi": "3.1.0",
            "info": {"title": "Acme", "version": "1"},
            "paths": {"/root": {"get": operation}},
            "components": {"schemas": _schemas(choices)},
        }
    )


def test_values_are_converted(client_of: Callable[..., ModuleType]) -> None:
    types = client_of(document()).types
    link: dict[str, Any] = {"id": 0}
    for number in range(40):
        link = {"id": number, "next": link}
    root = types.Root.from_dict(
        {
            "link": link,
            "heir": {f"p{number}": number for number in range(SIZE)},
            "choice": {f"p{SIZE - 1}": 1},
            "choices": [{"p0": 1}, {"end": 1}],
        }
    )
    assert type(root.link.next.next) is types.Link2
    assert type(root.heir) is types.Heir299 and root.heir.p0 == 0
    names = [type(item).__name__ for item in (root.choice, *root.choices)]
    assert names == [f"Choice{SIZE - 1}Member{SIZE - 1}", "Choice0Member0", "Choice300"]
    assert pickle.loads(pickle.dumps(root)) == root
    for name in types.__all__:
        value = getattr(types, name)
        assert not isinstance(value, type) or get_type_hints(value) is not None


CALLER = """\
from typing_extensions import assert_type

from acme_client import Acme
from acme_client.types import Heir299, Link0, Link1


def caller(client: Acme) -> None:
    root = client.root.retrieve()
    assert_type(root.link, Link0)
    assert_type(root.link.next, Link1 | None)
    assert_type(root.heir, Heir299)
    assert_type(root.heir.p0, int)
    print(root.heir.p300)  # wrong
"""


@pytest.mark.slow
def test_types(
    client_of: Callable[..., ModuleType], wrong_lines: Callable[..., set[int]]
) -> None:
    assert wrong_lines(client_of(document(choices=100)), CALLER) == marked_lines(CALLER)
