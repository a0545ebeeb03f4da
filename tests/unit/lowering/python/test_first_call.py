"""Tests of the first call in a README."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import build

LIST: dict[str, Any] = {
    "200": {
        "description": "ok",
        "content": {
            "application/json": {
                "schema": {"type": "array", "items": {"type": "string"}}
            }
        },
    }
}
ONE: dict[str, Any] = {
    "200": {
        "description": "ok",
        "content": {"application/json": {"schema": {"type": "string"}}},
    }
}
ID = {"name": "order_id", "in": "path", "required": True, "schema": {"type": "string"}}


def readme(tmp_path: Path, paths: dict[str, dict[str, Any]]) -> str:
    """Return the README of the client of an API with these operations."""
    for item in paths.values():
        for operation in item.values():
            operation.setdefault("responses", ONE)
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": "1"},
        "servers": [{"url": "https://shop.example"}],
        "paths": paths,
    }
    (tmp_path / "api.json").write_text(json.dumps(document), encoding="utf-8")
    config = Config(specs=("api.json",), directory=tmp_path)
    generated = build(config, Diagnostics())
    return generated.files["README.md"].decode()


CASES: dict[str, tuple[dict[str, dict[str, Any]], str]] = {
    "a read before a deletion": (
        {"/account": {"delete": {}}, "/orders": {"get": {"responses": LIST}}},
        "client.orders.list()",
    ),
    "a list before a single resource": (
        {"/shop": {"get": {}}, "/orders": {"get": {"responses": LIST}}},
        "client.orders.list()",
    ),
    "no path parameters before a list with them": (
        {
            "/orders/{order_id}/items": {
                "get": {"responses": LIST, "parameters": [ID]}
            },
            "/shop": {"get": {}},
        },
        "client.shop.retrieve()",
    ),
    "required arguments are shown": (
        {"/orders/{order_id}": {"get": {"parameters": [ID]}, "delete": {}}},
        'client.orders.retrieve("order-1")',
    ),
    "deprecated operations are ignored": (
        {
            "/old": {"get": {"deprecated": True, "responses": LIST}},
            "/orders/{order_id}": {"get": {"parameters": [ID]}},
        },
        'client.orders.retrieve("order-1")',
    ),
    "operations of the API before operations about the server": (
        {"/health": {"get": {}}, "/prices": {"get": {}}},
        "client.prices.retrieve()",
    ),
    "a GET with side effects is ignored": (
        {
            "/sessions/logout": {"get": {}},
            "/prices": {"get": {}},
        },
        "client.prices.retrieve()",
    ),
    "a POST that reads": (
        {"/createOrder": {"post": {}}, "/getOrders": {"post": {"responses": LIST}}},
        "client.get_orders.",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_first_call_is_a_current_read(tmp_path: Path, case: str) -> None:
    paths, expected = CASES[case]
    text = readme(tmp_path, paths)
    assert f"client = Shop()\nresult = {expected}" in text
    assert "no operation that only reads" not in text


def test_post_is_used_with_a_warning_if_no_operation_reads(tmp_path: Path) -> None:
    body = {
        "required": True,
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["text"],
                    "properties": {"text": {"type": "string", "example": "Hello"}},
                }
            }
        },
    }
    text = readme(
        tmp_path,
        {"/answers": {"delete": {}, "post": {"requestBody": body}}},
    )
    assert (
        'client.answers.create(text="Hello")\n```\n\nThis API has no operation' in text
    )


@pytest.mark.parametrize("method", ["delete", "put", "patch"])
def test_updates_and_deletions_are_never_used(tmp_path: Path, method: str) -> None:
    text = readme(
        tmp_path,
        {"/a": {method: {}}, "/b/cancel": {"post": {}}, "/c/logout": {"get": {}}},
    )
    assert "client = Shop()\n```\n" in text
