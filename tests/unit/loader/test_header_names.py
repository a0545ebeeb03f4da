"""Names of headers that HTTP does not allow."""

from __future__ import annotations

from typing import Any

import pytest

from generator.loader.header_names import find_invalid_header_names

BAD = {"name": "Bad[Header]", "in": "header", "schema": {}}


@pytest.mark.parametrize(
    ("value", "pointer"),
    [
        ({"components": {"parameters": {"a": BAD}}}, "components/parameters/a/name"),
        ({"paths": {"/a": {"parameters": [BAD]}}}, "paths//a/parameters/0/name"),
        (
            {"paths": {"/a": {"get": {"parameters": [BAD]}}}},
            "paths//a/get/parameters/0/name",
        ),
        ({"components": {"headers": {"a b": {}}}}, "components/headers/a b"),
        ({"responses": {"200": {"headers": {"": {}}}}}, "responses/200/headers/"),
        (
            {"content": {"a/b": {"encoding": {"x": {"headers": {"é": {}}}}}}},
            "content/a/b/encoding/x/headers/é",
        ),
    ],
)
def test_invalid_names(value: Any, pointer: str) -> None:
    ((result, _),) = find_invalid_header_names(value)
    assert "/".join(result) == pointer


@pytest.mark.parametrize(
    "value",
    [
        {"components": {"parameters": {"a": {**BAD, "in": "query"}}}},
        {"components": {"parameters": {"a": {**BAD, "name": "X-Rate_Limit.1"}}}},
        {"components": {"schemas": {"A": {"properties": {"headers": {"a b": {}}}}}}},
        {"paths": {"/a": {"get": {"parameters": [{"name": "q", "example": BAD}]}}}},
        {"components": {"schemas": {"A": {"example": {"headers": {"a b": {}}}}}}},
        {"components": {"schemas": {"A": {"default": {"parameters": [BAD]}}}}},
        {"x-headers": {"headers": {"a b": {}}}},
    ],
)
def test_other_names(value: Any) -> None:
    assert list(find_invalid_header_names(value)) == []
