"""The upgrade of parameters and bodies of Swagger 2.0 documents."""

from __future__ import annotations

from typing import Any

import pytest

from generator.openapi.parameter import Parameter
from generator.openapi.schema import Schema
from generator.source import Location
from tests.unit.loader.conftest import Load
from tests.unit.loader.swagger2 import (
    HEAD,
    body,
    form,
    load_with_parameters,
    operation,
    root,
)


def test_body_has_the_consumed_media_types(load_files: Load) -> None:
    line = "{in: body, name: b, required: true, description: d, schema: {type: object}}"
    for more, types in (
        ("", ["application/json"]),
        (
            "consumes: [text/plain, application/xml]\n",
            ["text/plain", "application/xml"],
        ),
    ):
        loaded = load_with_parameters(load_files, line, more)
        result = body(loaded)
        assert list(result.content) == types
        assert (result.required, result.description) == (True, "d")
        assert result.location.place[:2] == (5 + more.count("\n") + 2, 11)
        pointers = {
            item.schema.pointer for item in result.content.values() if item.schema
        }
        assert pointers == {("paths", "/a", "post", "parameters", "0", "schema")}
        assert operation(loaded).parameters == []


def test_media_types_of_an_operation_take_precedence(load_files: Load) -> None:
    text = HEAD + """consumes: [text/plain]
produces: [text/plain]
paths:
  /a:
    post:
      consumes: [application/json]
      produces: []
      parameters: [{in: body, name: b, schema: {type: object}}]
      responses:
        200: {description: d, schema: {type: string}}
  /b:
    post:
      responses:
        200: {description: d, schema: {type: string}}
        201: {description: d, schema: {type: file}}
        202: {description: d}
"""
    loaded = load_files({"a.yaml": text})
    assert list(body(loaded).content) == ["application/json"]
    assert list(operation(loaded).responses["200"].content) == ["application/json"]
    answers = operation(loaded, "/b").responses
    assert {status: list(response.content) for status, response in answers.items()} == {
        "200": ["text/plain"],
        "201": ["text/plain"],
        "202": [],
    }
    schema = answers["201"].content["text/plain"].schema
    assert schema is not None
    assert schema.is_binary
    assert schema.pointer == ("paths", "/b", "post", "responses", "201", "schema")


def test_parameters_have_schemas_and_styles(load_files: Load) -> None:
    kinds = "csv ssv tsv pipes multi".split()
    lines = [
        f"{{in: query, name: {kind}, type: array, items: {{type: integer}},"
        f" collectionFormat: {kind}}}"
        for kind in kinds
    ]
    lines.append("{in: query, name: none, type: array, items: {type: string}}")
    lines.append(
        "{in: header, name: h, type: array, items: {}, collectionFormat: pipes}"
    )
    lines.append("{in: query, name: n, type: integer, maximum: 5, x-a: 1, default: 2}")
    lines.append("{in: path, name: p, required: true, type: string, enum: [a]}")
    loaded = load_with_parameters(load_files, "\n".join(lines))
    result = {item.name: item for item in operation(loaded).parameters}
    assert {name: (item.style, item.explode) for name, item in result.items()} == {
        "csv": ("form", False),
        "ssv": ("spaceDelimited", False),
        "tsv": ("form", False),
        "pipes": ("pipeDelimited", False),
        "multi": ("form", True),
        "none": ("form", False),
        "h": ("", None),
        "n": ("", None),
        "p": ("", None),
    }
    assert loaded.codes == ["collection-format"] * 2
    number = result["n"]
    assert number.schema is not None
    assert number.schema.value == {"type": "integer", "maximum": 5, "default": 2}
    assert number.raw("x-a") == 1
    assert number.pointer == ("paths", "/a", "post", "parameters", "7")
    assert result["p"].schema is not None
    assert result["p"].schema.enum == ["a"]


@pytest.mark.parametrize("place", ["query", "formData"])
@pytest.mark.parametrize(
    ("nested", "key"),
    [("", "type"), (", collectionFormat: csv", "collectionFormat")],
)
def test_arrays_in_arrays_are_reported(
    load_files: Load, place: str, nested: str, key: str
) -> None:
    """They are sent as JSON, and not with the separators of their formats."""
    inner = f"{{type: array, items: {{type: integer}}{nested}}}"
    text = f"{{in: {place}, name: n, type: array, collectionFormat: pipes, items: {inner}}}"
    loaded = load_with_parameters(load_files, text)
    (item,) = loaded.diagnostics
    assert item.rule.code == "collection-format"
    assert "'csv' is not supported for arrays inside of 'n'" in item.message
    assert isinstance(item.location, Location)
    assert item.location.pointer[-2:] == ("items", key)


def test_form_data_become_a_body(load_files: Load) -> None:
    lines = """\
{in: formData, name: a, type: string, required: true, description: text}
{in: query, name: q, type: string}
{in: formData, name: b, type: array, items: {type: string}, collectionFormat: ssv}
{in: formData, name: c, type: array, items: {type: string}, collectionFormat: multi}"""
    loaded = load_with_parameters(load_files, lines)
    assert list(body(loaded).content) == ["application/x-www-form-urlencoded"]
    assert body(loaded).required
    schema = form(loaded)
    assert list(schema.properties) == ["a", "b", "c"]
    assert schema.required == ("a",)
    assert schema.properties["a"].description == "text"
    assert schema.properties["c"].location.place.line == 10
    (media,) = body(loaded).content.values()
    assert {name: node.value for name, node in media.encoding.items()} == {
        "b": {"style": "spaceDelimited", "explode": False}
    }
    assert [item.name for item in operation(loaded).parameters] == ["q"]


def test_form_with_a_file_is_multipart(load_files: Load) -> None:
    line = "{in: formData, name: f, type: file}"
    loaded = load_with_parameters(load_files, line, "consumes: [application/json]\n")
    assert list(body(loaded).content) == ["multipart/form-data"]
    assert not body(loaded).required
    assert form(loaded).properties["f"].is_binary
    line = "{in: formData, name: f, type: string}"
    loaded = load_with_parameters(
        load_files, line, "consumes: [multipart/form-data, text/plain]\n"
    )
    assert list(body(loaded).content) == ["multipart/form-data"]


def test_first_body_is_used(load_files: Load) -> None:
    lines = "{in: formData, name: f, type: string}\n{in: body, name: b, schema: {}}"
    loaded = load_with_parameters(load_files, lines)
    assert list(body(loaded).content) == ["application/json"]
    assert loaded.codes == ["body-and-form"]


def test_references_to_parameters_are_resolved(load_files: Load) -> None:
    more = """parameters:
  limit: {in: query, name: limit, type: integer, required: true}
  whole: {in: body, name: whole, schema: {$ref: '#/definitions/D'}}
definitions: {D: {type: object, discriminator: d}}
"""
    lines = "{$ref: '#/parameters/limit'}\n{$ref: '#/parameters/whole'}"
    loaded = load_with_parameters(load_files, lines, more)
    assert loaded.document is not None
    (written,) = operation(loaded).parameters
    limit = loaded.document.resolve(written)
    assert isinstance(limit, Parameter)
    assert limit.pointer == ("parameters", "limit")
    assert limit.required
    assert limit.schema is not None
    assert limit.schema.types == ("integer",)
    assert body(loaded).pointer == ("parameters", "whole")
    schema = form(loaded)
    assert schema.pointer == ("parameters", "whole", "schema")
    resolved = loaded.document.resolve(schema)
    assert isinstance(resolved, Schema)
    assert resolved.discriminator is not None


def test_parameters_of_a_path_move_into_its_operations(load_files: Load) -> None:
    text = HEAD + """paths:
  /a:
    parameters:
      - {in: path, name: p, type: string, required: true}
      - {in: formData, name: a, type: string}
      - {in: formData, name: b, type: string}
    post:
      parameters: [{in: formData, name: b, type: integer}]
      responses: {}
    put: {responses: {}}
"""
    loaded = load_files({"a.yaml": text})
    item = root(loaded).paths["/a"]
    assert [parameter.name for parameter in item.parameters] == ["p"]
    schemas: dict[str, Any] = {}
    for method, node in item.operations:
        assert node.request_body is not None
        (media,) = node.request_body.content.values()
        assert media.schema is not None
        schemas[method] = {
            name: inner.types for name, inner in media.schema.properties.items()
        }
    assert schemas == {
        "POST": {"b": ("integer",), "a": ("string",)},
        "PUT": {"a": ("string",), "b": ("string",)},
    }
