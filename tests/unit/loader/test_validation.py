"""Errors of openapi-spec-validator: locations, messages and internal errors."""

from __future__ import annotations

import socket

import pytest

from generator.diagnostics import Diagnostics, Severity
from generator.loader.validation import validate_documents
from generator.source import Location
from tests.unit.loader.conftest import Load

pytestmark = pytest.mark.slow

HEAD = "openapi: 3.1.0\ninfo: {title: A, version: '1'}\n"


def validate_text(
    load_files: Load, text: str, **files: str
) -> list[tuple[str, str, int, str]]:
    """Return the code, file, line and pointer of each diagnostic."""
    named = {f"{name}.yaml": content for name, content in files.items()}
    loaded = load_files({"a.yaml": text, **named})
    assert loaded.document is not None
    diagnostics = Diagnostics()
    validate_documents(loaded.document, diagnostics)
    rows = []
    for item in diagnostics:
        assert item.severity is Severity.WARNING
        assert isinstance(item.location, Location)
        rows.append(
            (
                item.rule.code,
                item.location.file.name,
                item.location.place.line,
                "/".join(item.location.pointer),
            )
        )
    return rows


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
def test_valid_documents_have_no_diagnostics(load_files: Load, version: str) -> None:
    text = HEAD.replace("3.1.0", version) + "paths: {}\n"
    assert validate_text(load_files, text) == []


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_key_of_a_later_version_has_a_hint(load_files: Load, version: str) -> None:
    text = HEAD.replace("3.1.0", version) + """paths:
  /a:
    get:
      responses:
        '200': {description: d, content: {text/event-stream: {itemSchema: {}}}}
"""
    loaded = load_files({"a.yaml": text})
    assert loaded.document is not None
    diagnostics = Diagnostics()
    validate_documents(loaded.document, diagnostics)
    (item,) = diagnostics
    assert item.hint == "`itemSchema` is a key of OpenAPI 3.2: write `openapi: 3.2.0`"


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
def test_links_have_a_server(load_files: Load, version: str) -> None:
    """The published schema of 3.1 calls it `body`, which is not in the standard."""
    text = HEAD.replace("3.1.0", version) + """paths:
  /a:
    get:
      responses:
        '204':
          description: d
          links: {b: {operationId: c, server: {url: 'https://d.test'}}}
"""
    assert validate_text(load_files, text) == []
    rows = validate_text(load_files, text.replace("server:", "body:"))
    assert [row[0] for row in rows] == ["invalid-document"]


def test_swagger_is_validated_before_the_upgrade(load_files: Load) -> None:
    text = """swagger: '2.0'
info: {title: A, version: '1'}
paths:
  /a:
    post:
      parameters: [{in: body, name: b, schema: {type: object}}, {in: query, name: q}]
      responses: {200: {description: d}}
"""
    (row,) = validate_text(load_files, text)
    assert row[:3] == ("invalid-document", "a.yaml", 6)
    assert row[3].startswith("paths//a/post/parameters/1")


def test_other_files_of_swagger_are_validated_before_the_upgrade(
    load_files: Load,
) -> None:
    text = """swagger: '2.0'
info: {title: A, version: '1'}
paths:
  /a/{id}:
    parameters:
      - {$ref: 'common.yaml#/parameters/Id'}
      - {$ref: 'common.yaml#/parameters/Body'}
    post:
      responses: {'200': {$ref: 'common.yaml#/responses/Done'}}
  /b:
    post:
      consumes: [application/x-www-form-urlencoded]
      parameters: [{$ref: 'common.yaml#/parameters/Field'}]
      responses: {'200': {description: d}}
"""
    common = """parameters:
  Id: {name: id, in: path, required: true, type: integer, default: a}
  Body: {name: body, in: body, schema: {type: string, default: 1}}
  Field: {name: field, in: formData, type: string, default: 2}
responses:
  Done: {description: d, schema: {type: string, default: 3}}
"""
    assert validate_text(load_files, text, common=common) == [
        ("invalid-value", "common.yaml", 2, "parameters/Id/default"),
        ("invalid-value", "common.yaml", 3, "parameters/Body/schema/default"),
        ("invalid-value", "common.yaml", 4, "parameters/Field/default"),
        ("invalid-value", "common.yaml", 6, "responses/Done/schema/default"),
    ]


def test_diagnostics_have_the_location_of_their_node(load_files: Load) -> None:
    text = HEAD + """paths:
  /a/{b}:
    get:
      operationId: one
      responses: {default: {description: 5}}
  /c:
    get:
      operationId: one
      responses: {default: {description: d}}
      sumary: misspelt
components:
  schemas:
    D:
      type: object
      properties:
        e: {type: integer, default: text}
    E: {$ref: 'b.yaml#/F'}
"""
    rows = validate_text(load_files, text, b="F:\n  type: string\n  default: 5\n")
    assert (
        "invalid-value",
        "a.yaml",
        18,
        "components/schemas/D/properties/e/default",
    ) in rows
    assert ("invalid-value", "b.yaml", 3, "F/default") in rows
    assert [row[2] for row in rows if row[0] == "invalid-document"] == [7, 9]


def test_broken_references_do_not_stop_the_validation(load_files: Load) -> None:
    text = HEAD + """paths:
  /a:
    get:
      responses:
        200: {description: d, content: {a/b: {schema: {$ref: '#/components/schemas/N'}}}}
components:
  schemas:
    A: {type: object, properties: {x: {$ref: 'no.yaml#/x'}}}
    B: {type: integer, default: text}
"""
    rows = validate_text(load_files, text)
    assert [row[:3] for row in rows] == [("invalid-value", "a.yaml", 11)]


def test_internal_error_is_one_warning(load_files: Load) -> None:
    text = HEAD + """paths:
  '/a/{': {get: {responses: {default: {description: d}}}}
  '/b/{': {get: {responses: {default: {description: d}}}}
components: {schemas: {A: {type: integer, default: text}}}
"""
    rows = validate_text(load_files, text)
    assert [row[0] for row in rows] == ["validator-failed", "invalid-value"]
    assert rows[0][2:] == (4, "paths//a/{/get")


def test_recursion_error_of_the_validator_is_handled(load_files: Load) -> None:
    text = HEAD + """paths: {}
components:
  schemas:
    A: {allOf: [{$ref: '#/components/schemas/B'}]}
    B: {allOf: [{$ref: '#/components/schemas/A'}]}
    C: {type: integer, default: text}
"""
    rows = validate_text(load_files, text)
    assert rows[-1][0] == "invalid-value"
    assert {row[0] for row in rows} <= {"validator-failed", "invalid-value"}


def test_deep_documents_are_validated(load_files: Load) -> None:
    inner = "{items: " * 150 + "{}" + "}" * 150
    text = f"{HEAD}paths: {{}}\ncomponents: {{schemas: {{A: {inner}}}}}\n"
    assert {row[0] for row in validate_text(load_files, text)} <= {"validator-failed"}


def test_no_files_are_downloaded(
    load_files: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **named: object) -> None:
        raise AssertionError("something is fetched")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    text = HEAD + """paths: {}
components:
  schemas:
    A: {$ref: 'http://example.com/a.yaml#/x'}
    B: {$ref: 'ftp://example.com/a.yaml#/x'}
    C: {type: integer, default: text}
"""
    assert [row[0] for row in validate_text(load_files, text)] == ["invalid-value"]


def test_messages_contain_truncated_values(load_files: Load) -> None:
    words = " ".join(["long"] * 100)
    text = HEAD + f"paths: {{}}\nservers: {{description: {words}}}\n"
    loaded = load_files({"a.yaml": text})
    assert loaded.document is not None
    diagnostics = Diagnostics()
    validate_documents(loaded.document, diagnostics)
    (item,) = diagnostics
    assert len(item.message) < 150
    assert "is not of type 'array'" in item.message
