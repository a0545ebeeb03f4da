"""Entries of `types` and `native_types` that have no effect are reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import build

DOCUMENT = """
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /orders/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string, format: uuid}}]
    put:
      operationId: orders_update
      requestBody:
        required: true
        content: {application/json: {schema: {type: object, properties: {
          price: {type: string, format: decimal}, at: {type: integer, format: unix-time}}}}}
      responses:
        '200': {description: Done., content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
        default: {description: Failed., content: {application/json: {schema: {$ref: '#/components/schemas/Error'}}}}
    get:
      operationId: orders_day
      responses: {'200': {description: Done., content: {application/json: {schema: {type: string, format: date}}}}}
components:
  schemas:
    Order:
      type: object
      properties:
        lengths: {type: array, items: {anyOf: [{type: string, format: duration}, {type: 'null'}]}}
        rate: {type: number, format: decimal}
    Error: {type: object, additionalProperties: {type: string, format: base64}}
    Unused: {type: object, properties: {time: {type: string, format: date-time}}}
"""
FORMATS = ("date-time", "date", "uuid", "byte", "decimal", "duration", "unixtime")


def report(folder: Path, document: str, settings: Config) -> list[tuple[str, str]]:
    """Return the code and the message of the diagnostics about settings."""
    (folder / "openapi.yaml").write_text(document, encoding="utf-8")
    diagnostics = Diagnostics()
    build(settings, diagnostics)
    codes = ("unused-native-type", "unused-type-name")
    return [
        (item.rule.code, item.message)
        for item in diagnostics
        if item.rule.code in codes
    ]


def test_formats(tmp_path: Path) -> None:
    config = Config(
        specs=("openapi.yaml",), directory=tmp_path, native_types=FORMATS, package="a"
    )
    message = "`native_types`: no value of the client has the format 'date-time'"
    assert report(tmp_path, DOCUMENT, config) == [("unused-native-type", message)]


@pytest.mark.parametrize("name", FORMATS)
def test_format_that_no_value_has(name: str, tmp_path: Path) -> None:
    document = DOCUMENT.replace("format: ", "x-format: ")
    config = Config(
        specs=("openapi.yaml",), directory=tmp_path, native_types=(name,), package="a"
    )
    assert [code for code, _ in report(tmp_path, document, config)] == [
        "unused-native-type"
    ]


def test_names(tmp_path: Path) -> None:
    config = Config(
        specs=("openapi.yaml",),
        directory=tmp_path,
        types={"Order": "Order", "Error": "Problem", "Unused": "Unused"},
    )
    assert report(tmp_path, DOCUMENT, config) == [
        (
            "unused-type-name",
            f"`types`: {name!r} is the name of the type without this entry, too",
        )
        for name in ("Order", "Unused")
    ]
