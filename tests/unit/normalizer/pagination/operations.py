"""Operations that return a list, for tests of pagination."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.loader import load
from generator.model.operations import Operation
from generator.normalizer import normalize

STRING: dict[str, Any] = {"type": "string"}
INTEGER: dict[str, Any] = {"type": "integer"}
BOOLEAN: dict[str, Any] = {"type": "boolean"}
ITEM = {"type": "object", "properties": {"id": STRING, "name": STRING}}
LIST = {"type": "array", "items": ITEM}


def shape(**properties: Any) -> dict[str, Any]:
    """Return the schema of an object with these properties."""
    return {"type": "object", "properties": properties}


def _node(
    path: str,
    response: Any,
    parameters: dict[str, Any],
    headers: tuple[str, ...],
    media: tuple[str, ...],
) -> dict[str, Any]:
    """Return an operation without a request body, with the parameters of its path."""
    node: dict[str, Any] = {
        "operationId": "list_things",
        "parameters": [
            {"name": name, "in": "query", "schema": schema}
            for name, schema in parameters.items()
        ],
        "responses": {
            "200": {
                "description": "ok",
                "headers": {name: {"schema": STRING} for name in headers},
                "content": {name: {"schema": response} for name in media},
            }
        },
    }
    for name in path.split("{")[1:]:
        node["parameters"].append(
            {"name": name[:-1], "in": "path", "required": True, "schema": STRING}
        )
    return node


def build_operation(
    tmp_path: Path,
    response: Any,
    parameters: dict[str, Any],
    *,
    path: str = "/things",
    body: Any = None,
    method: str = "",
    headers: tuple[str, ...] = (),
    media: tuple[str, ...] = ("application/json",),
    settings: dict[str, Any] | None = None,
    diagnostics: Diagnostics | None = None,
) -> Operation:
    """Normalize a document with one operation, and return the operation.

    Args:
        tmp_path: Directory for the document.
        response: Schema of the response.
        parameters: Schemas of the query parameters, by name.
        path: Path of the operation.
        body: Schema of the request body; makes the operation a POST.
        method: Method of the operation. Default: POST with a body, else GET.
        headers: Names of the headers of the response.
        media: Media types of the response.
        settings: The setting `pagination`.
        diagnostics: Collects the diagnostics.
    """
    node = _node(path, response, parameters, headers, media)
    if body is not None:
        node["requestBody"] = {"content": {"application/json": {"schema": body}}}
    document = {
        "openapi": "3.2.0",
        "info": {"title": "Things", "version": "1"},
        "paths": {path: {method or ("get" if body is None else "post"): node}},
    }
    file = tmp_path / "things.json"
    file.write_text(json.dumps(document))
    collected = Diagnostics() if diagnostics is None else diagnostics
    api = normalize(
        load([file], relative_to=tmp_path, diagnostics=collected),
        Config(package="p", client="C", pagination=settings or {}),
        collected,
    )
    return api.operations[0]


def describe(operation: Operation) -> str:
    """Return the pagination in one line: kind, items, and the fields that are set."""
    page = operation.pagination
    if page is None:
        return "none"
    parts = [page.kind.value, ".".join(page.items) or "()"]
    if page.send:
        parts.append(f"send={page.send}{'(body)' if page.in_body else ''}")
    for name in ("next", "more", "done", "total", "pages", "current"):
        path = getattr(page, name)
        if path:
            parts.append(f"{name}={'.'.join(path)}")
    if page.first:
        parts.append(f"first={page.first}")
    return " ".join(parts)
