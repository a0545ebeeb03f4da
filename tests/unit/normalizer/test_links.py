"""Links that cannot be resolved, and the places of their diagnostics."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.loader import load
from generator.model.api import Api
from generator.model.links import Constant, Expression, ExpressionSource, Template
from generator.normalizer import normalize
from generator.normalizer.operations.link_expressions import (
    InvalidExpressionError,
    read_value,
)
from generator.source import Location

DOCUMENT = """
openapi: 3.1.0
info: {title: A, version: '1'}
paths:
  /a/{id}:
    get:
      operationId: get_a
      parameters: &id [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        2xx:
          description: d
          content: {application/json: {schema: &body {type: object, properties: {id: {type: string}, list: {type: array, items: {type: integer}}}}}}
          links:
            Next: LINK
    put:
      operationId: put_a
      parameters: [{name: id, in: path, required: true, schema: {type: string}}, {name: id, in: query, schema: {type: string}}, {name: X-Tag, in: header, schema: {type: string}}]
      requestBody: {content: {application/json: {schema: *body}}}
      responses: {'204': {description: d}}
"""


def build(folder: Path, document: str, **settings: Any) -> tuple[Api, Diagnostics]:
    """Return the API of a document, and the diagnostics."""
    (folder / "a.yaml").write_text(document, encoding="utf-8")
    diagnostics = Diagnostics()
    loaded = load([folder / "a.yaml"], relative_to=folder, diagnostics=diagnostics)
    config = Config(package="acme", client="Acme", **settings)
    return normalize(loaded, config, diagnostics), diagnostics


def read(folder: Path, link: str) -> tuple[Api, list[tuple[str, str]]]:
    """Return the API, and message and pointer below the link of each diagnostic."""
    api, diagnostics = build(folder, DOCUMENT.replace("LINK", link))
    rows = []
    for item in diagnostics:
        if item.rule.code in ("invalid-link", "unresolved-reference"):
            assert isinstance(item.location, Location)
            pointer = "/".join(item.location.pointer)
            rows.append((item.message, pointer.partition("Next")[2]))
    return api, rows


@pytest.mark.parametrize(
    ("link", "message", "place"),
    [
        ("{operationId: put}", "'put' does not exist", "/operationId"),
        ("{operationRef: '#/paths/~1b/get'}", "~1b", "/operationRef"),
        ("{operationRef: '#/paths/~1a~1{id}'}", "not an operation", "/operationRef"),
        ("{operationRef: 'https://b.test/#/c'}", "not loaded", "/operationRef"),
        ("{description: d}", "neither `operationId` nor `operationRef`", ""),
        ("{$ref: '#/components/links/B'}", "components", ""),
        ("{operationId: put_a, parameters: {c: 1}}", "no parameter 'c'", "/parameters/c"),
        ("{operationId: put_a, parameters: {id: 1}}", "several parameters 'id'", "/parameters/id"),
        ("{operationId: get_a, parameters: {id: $request.path.b}}", "no path parameter 'b'", "/parameters/id"),
        ("{operationId: get_a, parameters: {id: $request.query.id}}", "no query parameter 'id'", "/parameters/id"),
        ("{operationId: get_a, parameters: {id: $request.body}}", "no request body", "/parameters/id"),
        ("{operationId: get_a, parameters: {id: $response.body#/id/b}}", "no 'b' at that place", "/parameters/id"),
        ("{operationId: get_a, parameters: {id: $response.body#/list/b}}", "no 'b' at that place", "/parameters/id"),
        ("{operationId: get_a, parameters: {id: 'x{$response.body#id}'}}", "invalid runtime expression", "/parameters/id"),
        ("{operationId: get_a, requestBody: 1}", "'get_a' has no request body", "/requestBody"),
        ("{operationId: put_a, requestBody: $body}", "invalid runtime expression '$body'", "/requestBody"),
    ],
)  # fmt: skip
def test_invalid_link(tmp_path: Path, link: str, message: str, place: str) -> None:
    api, rows = read(tmp_path, link)
    ((text, pointer),) = rows
    assert message in text
    assert pointer == place
    assert [item.links for item in api.operations] == [(), ()]


@pytest.mark.parametrize(
    "parameters",
    [
        "path.id: $response.body#/id",
        "query.id: $response.body#/list/0",
        "x-tag: $response.body#/undeclared/b",
        "header.X-TAG: $response.header.x-a",
    ],
)
def test_valid_link(tmp_path: Path, parameters: str) -> None:
    api, rows = read(tmp_path, f"{{operationId: put_a, parameters: {{{parameters}}}}}")
    assert rows == []
    source = next(item for item in api.operations if item.id == "get_a")
    assert [item.status for item in source.links] == ["2XX"]


def test_operation_behind_a_reference(tmp_path: Path) -> None:
    """The target is found by its path, although another file contains it."""
    (tmp_path / "b.yaml").write_text(
        "get: {operationId: get_b, responses: {'204': {description: d}}}"
    )
    document = DOCUMENT.replace("LINK", "{operationRef: '#/paths/~1b/get'}")
    api, _ = build(tmp_path, f"{document}  /b: {{$ref: b.yaml}}\n")
    source = next(item for item in api.operations if item.id == "get_a")
    assert [item.operation_id for item in source.links] == ["get_b"]


def test_link_to_an_operation_that_is_not_selected(tmp_path: Path) -> None:
    document = DOCUMENT.replace("LINK", "{operationId: put_a}")
    _, diagnostics = build(tmp_path, document, only=("get_a",))
    assert "invalid-link" not in {item.rule.code for item in diagnostics}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (5, Constant(5)),
        ("a{b}", Constant("a{b}")),
        ("$url", Expression(ExpressionSource.URL)),
        ("$request.query.a.b", Expression(ExpressionSource.REQUEST_QUERY, "a.b")),
        ("$response.body", Expression(ExpressionSource.RESPONSE_BODY)),
        ("$response.body#", Expression(ExpressionSource.RESPONSE_BODY)),
        (
            "$request.body#/a~1b/~0",
            Expression(ExpressionSource.REQUEST_BODY, "", ("a/b", "~")),
        ),
        (
            "{$method} {$statusCode}",
            Template(
                (
                    Expression(ExpressionSource.METHOD),
                    " ",
                    Expression(ExpressionSource.STATUS_CODE),
                )
            ),
        ),
    ],
)
def test_value(value: object, expected: object) -> None:
    assert read_value(value) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("$", "$URL", "$request", "$request.path.", "$request.body.a", "$response.url"),
        *("$response.query.a", "$response.body#a", "$response.body/a", "$response.body#/~2"),
        "a{$x}",
    ],
)  # fmt: skip
def test_invalid_expression(text: str) -> None:
    with pytest.raises(InvalidExpressionError):
        read_value(text)
