"""References to examples that cannot be resolved are reported at their places."""

from __future__ import annotations

from pathlib import Path

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.loader import load
from generator.normalizer import normalize
from generator.source import Location

SCHEMA = "schema: {type: string}, examples"
DOCUMENT = f"""
openapi: 3.1.0
info: {{title: Acme, version: '1'}}
paths:
  /items:
    post:
      operationId: createItem
      parameters:
        - {{name: size, in: query, {SCHEMA}: {{a: {{$ref: '#/components/examples/A'}}}}}}
      requestBody:
        content: {{text/plain: {{{SCHEMA}: {{b: {{$ref: '#/components/examples/B'}}}}}}}}
      responses:
        '200':
          description: Done.
          headers: {{X-Size: {{{SCHEMA}: {{c: {{$ref: '#/components/examples/C'}}}}}}}}
          content: {{text/plain: {{{SCHEMA}: {{d: {{$ref: '#/components/examples/D'}}}}}}}}
        '400':
          description: Wrong.
          content: {{text/plain: {{{SCHEMA}: {{e: {{$ref: '#/components/examples/E'}}}}}}}}
components:
  examples:
    E: {{$ref: '#/components/examples/E'}}
"""


def test_unresolved_references(tmp_path: Path) -> None:
    path, diagnostics = tmp_path / "openapi.yaml", Diagnostics()
    path.write_text(DOCUMENT, encoding="utf-8")
    document = load([path], relative_to=tmp_path, diagnostics=diagnostics)
    normalize(document, Config(package="acme", client="Acme"), diagnostics)
    places = {
        (item.location.place.line, item.message)
        for item in diagnostics
        if isinstance(item.location, Location)
        and item.rule.code == "unresolved-reference"
    }
    missing = {9: "A", 11: "B", 15: "C", 16: "D"}
    assert places == {
        (19, "'#/components/examples/E' refers to itself"),
        *(
            (
                line,
                f"'#/components/examples/{name}' does not exist: there is no '{name}'",
            )
            for line, name in missing.items()
        ),
    }
