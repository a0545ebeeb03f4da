"""The schemas and documents from which families are built."""

from __future__ import annotations

from typing import Any

Schemas = dict[str, Any]
Document = dict[str, Any]
STRING = {"type": "string"}
SUCCESS = {"200": {"description": "OK"}}


def ref(name: str) -> dict[str, str]:
    """Return a reference to a schema of `components`."""
    return {"$ref": f"#/components/schemas/{name}"}


def obj(*required: str, **properties: Any) -> dict[str, Any]:
    """Return an object schema."""
    schema: dict[str, Any] = {"type": "object", "properties": properties}
    return {**schema, "required": list(required)} if required else schema


def document(paths: dict[str, Any], **more: Any) -> Document:
    """Return a document with these paths."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Family", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": paths,
        **more,
    }


def content(schema: Any) -> dict[str, Any]:
    """Return JSON content of a schema."""
    return {"content": {"application/json": {"schema": schema}}}


def operation(**more: Any) -> dict[str, Any]:
    """Return an operation that succeeds without a body."""
    return {"responses": SUCCESS, **more}


def with_schemas(schemas: dict[str, Any], root: str = "A0") -> Document:
    """Return a document whose operation sends and receives the schema `root`."""
    post = {
        "requestBody": {"required": True, **content(ref(root))},
        "responses": {"200": {"description": "OK", **content(ref(root))}},
    }
    return document({"/roots": {"post": post}}, components={"schemas": schemas})
