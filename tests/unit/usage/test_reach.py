"""The types that a call sends and returns; `diff --used` gives their changes its lines."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import analyze
from generator.usage.reach import find_types_by_call

DOCUMENT = """\
openapi: 3.1.0
info: {title: Reach, version: "1"}
paths:
  /trees:
    get:
      operationId: listTrees
      responses:
        "200":
          description: d
          content:
            application/json:
              schema:
                type: object
                properties:
                  data: {type: array, items: {$ref: "#/components/schemas/Tree"}}
                  next_cursor: {type: string}
      parameters: [{name: cursor, in: query, schema: {type: string}}]
    post:
      operationId: createTree
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                fruit: {$ref: "#/components/schemas/Fruit"}
      responses: {"204": {description: d}}
  /roots:
    get:
      operationId: listRoots
      responses:
        "200":
          description: d
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Root"}
components:
  schemas:
    Tree:
      allOf: [{$ref: "#/components/schemas/Plant"}]
      properties: {fruit: {$ref: "#/components/schemas/Fruit"}}
    Plant:
      type: object
      properties: {parent: {$ref: "#/components/schemas/Tree"}}
    Fruit:
      oneOf:
      - $ref: "#/components/schemas/Apple"
      - {type: string}
    Apple: {type: object, properties: {core: {type: string}}}
    Root: {type: object, properties: {depth: {type: integer}}}
"""


def test_types_by_call(tmp_path: Path) -> None:
    (tmp_path / "api.yaml").write_text(DOCUMENT, encoding="utf-8")
    config = Config(specs=("api.yaml",), directory=tmp_path)
    package = analyze(config, Diagnostics()).package
    reached = find_types_by_call(package)
    assert {"Tree", "Fruit", "Apple"} <= reached["trees.list"]
    assert "Root" not in reached["trees.list"]
    assert {"FruitParam", "AppleParam"} <= reached["trees.create"]
    assert "Tree" not in reached["trees.create"]
    assert reached["roots.list"] == {"Root"}
    for call, operation in (("trees.list", "listTrees"), ("roots.list", "listRoots")):
        limited = analyze(replace(config, only=(operation,)), Diagnostics()).package
        assert limited.modules.keys() == reached[call]
