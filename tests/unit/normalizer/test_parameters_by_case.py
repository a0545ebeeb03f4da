"""Names of header parameters are compared without their case, those of others with it."""

from __future__ import annotations

from pathlib import Path

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.loader import load
from generator.normalizer import normalize

DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
paths:
  /items:
    parameters:
      - {name: X-Trace, in: header, required: true, schema: {type: string}}
      - {name: Size, in: query, schema: {type: string}}
    get:
      operationId: listItems
      parameters:
        - {name: x-trace, in: header, schema: {type: integer}}
        - {name: size, in: query, schema: {type: integer}}
        - {name: X-Tag, in: header, schema: {type: string}}
        - {name: x-tag, in: header, schema: {type: string}}
      responses: {'200': {description: Done.}}
"""


def test_headers_are_replaced(tmp_path: Path) -> None:
    path, diagnostics = tmp_path / "openapi.yaml", Diagnostics()
    path.write_text(DOCUMENT, encoding="utf-8")
    document = load([path], relative_to=tmp_path, diagnostics=diagnostics)
    api = normalize(document, Config(package="acme", client="Acme"), diagnostics)
    (operation,) = api.operations
    parameters = {item.name: item.required for item in operation.parameters}
    assert parameters == dict.fromkeys(("x-trace", "Size", "size", "X-Tag"), False)
    messages = [item.message for item in diagnostics]
    assert "duplicate header parameter 'x-tag'" in messages
