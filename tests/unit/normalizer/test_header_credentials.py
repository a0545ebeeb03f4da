"""Headers for authentication that documents describe as parameters."""

from __future__ import annotations

from pathlib import Path

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import analyze

DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
paths:
  /a:
    get:
      operationId: getA
      parameters: [{name: Authorization, in: header, required: true, schema: {type: string}}]
      responses: {'204': {description: Done.}}
  /b:
    get:
      operationId: getB
      parameters: [{name: authorization, in: header, required: true, schema: {type: string}}]
      responses: {'204': {description: Done.}}
  /c:
    get:
      operationId: getC
      parameters: [{name: Authorization, in: header, schema: {type: string}}]
      responses: {'204': {description: Done.}}
"""


def test_a_header_has_one_note(tmp_path: Path) -> None:
    (tmp_path / "api.yaml").write_text(DOCUMENT, encoding="utf-8")
    diagnostics = Diagnostics()
    config = Config(specs=("api.yaml",), directory=tmp_path)
    analysis = analyze(config, diagnostics)
    assert [item.wire_name for item in analysis.api.credentials] == ["Authorization"]
    notes = [(item.rule.code, str(item.location)) for item in diagnostics]
    assert [code for code, _ in notes] == ["ignored-header", "header-credential"]
    assert "/c" in notes[0][1].replace("~1", "/")  # only the optional header is ignored
