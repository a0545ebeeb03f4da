"""Long texts at every place of a document that takes text."""

from __future__ import annotations

from typing import Any

from tests.robustness.shapes import Document, content, document, obj, operation

ATOMS = (
    "a", " ", "`", "[", "{", "<", "(", "*", "_", "|", "\\", "-", "=", "~", "#", "!",
    "\n", ".", "&", "\"", "'", ">", "A", "é", "0", "\t", "$",
    "`a", "``` ", "a ", "a\n", "[a](", "[a](b) ", "<a", "<a>", "<!--", "<b ", "</", "{a",
    "| a ", "* ", "- ", "a. ", "a-", "a_", "\\`", "\n\n", " \n", "\n ", "1. ", "&a", "<li> ",
    "http://", "~~~\n", "```\n", "> ", "\n> ", "\n- ", "a|", "\"\"\"", "\\\\", "<td></td>",
    "<p>", "![a](", "A. ", "**a", "{{", "%}", "a:b ", "event: ", "data:", "\n#", "<a href=",
    "<a href=\"", "<br", "<code>", "<pre>", "<ul><li>", "<a href=\"b\">", "A", "aA", "AAs",
    ",", "/", "1+", "[a", "](", "a](", "(a", ",a", "\"a", "\\a", "\x0b", "\n\t", "\r", "𝒳",
)  # fmt: skip
"""Repeated parts of texts, on which an expression that backtracks becomes slow."""


def with_text(text: str) -> Document:
    """Return a document that has the text wherever a text may be."""
    field: dict[str, Any] = {"type": "string", "description": text, "title": "T"}
    enum = {
        "type": "string",
        "enum": ["a", "b"],
        "x-enumDescriptions": {"a": text, "b": text},
    }
    schema = obj("a", a=field, e=enum)
    schema["description"] = text
    parameter = {"name": "q", "in": "query", "description": text, "schema": field}
    response = {"200": {"description": text, **content(schema)}}
    post = {
        "tags": ["One"],
        "summary": text[:5000],
        "description": text,
        "parameters": [parameter],
        "requestBody": {"description": text, **content(schema)},
        "responses": response,
        "externalDocs": {"url": "https://example.com", "description": text},
    }
    key = {"type": "apiKey", "in": "header", "name": "X-Key", "description": text}
    result = document(
        {"/t": {"post": post}},
        tags=[{"name": "One", "description": text}],
        components={"schemas": {"S": schema}, "securitySchemes": {"key": key}},
    )
    result["info"]["description"] = text
    result["servers"] = [{"url": "https://example.com", "description": text}]
    return result


def with_data(text: str) -> Document:
    """Return a document that has the text as a value: default, enum, example, name."""
    field = {"type": "string", "default": text, "example": text}
    schema = obj("a", a=field, e={"type": "string", "enum": [text, "b"]})
    schema["example"] = {"a": text}
    schema["title"] = text
    schema["properties"]["p" + text] = field
    meta = {
        "name": text,
        "examples": {"response": text, "request": {"python": text, "curl": text}},
    }
    post = {
        "operationId": text,
        "tags": [text],
        "x-oaiMeta": meta,
        "parameters": [{"name": "q", "in": "query", "schema": field}],
        "requestBody": content(schema),
        "responses": {"200": {"description": "OK", **content(schema)}},
    }
    return document({"/t": {"post": post}, "/" + text: {"get": operation()}})
