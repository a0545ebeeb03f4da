"""The command `upgrade`."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.loader.yaml.dump import dump_yaml
from tests.unit.cli.conftest import ROOT, SMALL, Run
from tests.unit.cli.published_documents import each_published

pytestmark = pytest.mark.slow

SWAGGER = """\
# My API
swagger: '2.0'
info: {title: Shop, version: '1'}
host: shop.test
basePath: /v1
schemes: [https]
consumes: [application/json]
produces: [application/json]
paths:
  # items
  /items/{id}:
    parameters:
      - {name: id, in: path, required: true, type: string}
    get:
      operationId: getItem
      # query
      parameters:
        - name: tags   # tags
          in: query
          type: array
          items: {type: string}
          collectionFormat: multi
        - $ref: '#/parameters/Limit'
      responses:
        # ok
        '200':
          description: OK # fine
          schema: {$ref: '#/definitions/Item'}
        '404': {$ref: '#/responses/NotFound'}
    put:
      operationId: putItem
      parameters:
        - name: item
          in: body
          description: The item. # body
          schema:
            # inline
            type: object
            properties:
              name: {type: string, x-nullable: true}
      responses:
        '204': {description: Done}
    post:
      operationId: upload
      consumes: [multipart/form-data]
      parameters:
        - {name: file, in: formData, type: file, required: true}
        - {name: note, in: formData, type: string}
      responses:
        '204': {description: Done}
parameters:
  Limit: {name: limit, in: query, type: integer, minimum: 0, exclusiveMinimum: true}
responses:
  NotFound:
    description: Missing
definitions:
  # the item
  Item:
    type: object
    # kind
    discriminator: kind
    required: [kind]
    properties:
      kind: {type: string}
      price: {type: number, x-nullable: true, example: 3}
      data: {type: string, format: byte}
securityDefinitions:
  key: {type: apiKey, in: header, name: X-Key}
  login: {type: oauth2, flow: application, tokenUrl: 'https://shop.test/t', scopes: {}}
security: [{key: []}]
"""

NULLABLE = """\
openapi: 3.0.3
info: {title: Things, version: '1'}
paths: {}
components:
  schemas:
    Other: {type: object, properties: {a: {type: string}}}
    Maybe: {type: string, nullable: true}
    Thing:
      type: object
      properties:
        a: {type: string, nullable: true} # a
        b: {allOf: [{$ref: '#/components/schemas/Other'}], nullable: true, description: B}
        c: {oneOf: [{type: string}, {type: integer}], nullable: true}
        c2: {oneOf: [{$ref: '#/components/schemas/Maybe'}, {type: integer}], nullable: true}
        d: {enum: [x, y], nullable: true}
        e: {type: string, enum: [x, y], nullable: true}
        f: {nullable: true}
        f1: {anyOf: [{type: string}, {nullable: true}]}
        f2: {oneOf: [{$ref: '#/components/schemas/Other'}, {nullable: true, description: F}]}
        f3: {allOf: [{$ref: '#/components/schemas/Other'}, {nullable: true}]}
        f4: {anyOf: [{nullable: true}]}
        g: {type: number, minimum: 1, exclusiveMinimum: true, maximum: 3, exclusiveMaximum: false}
        h: {type: integer, nullable: false, example: 3}
        nullable: {type: boolean}
        example: {type: string}
      example: {nullable: true, exclusiveMinimum: true}
"""


def upgraded(run: Run, here: Path, text: str) -> tuple[Any, str]:
    """Return the value of an upgraded document, and what was printed on standard error."""
    (here / "old.yaml").write_text(text)
    run("upgrade", "old.yaml", "-o", "new.json")
    result = run("upgrade", "old.yaml", "-o", "new.yaml")
    assert "the client differs" not in result.stderr
    return json.loads((here / "new.json").read_text()), result.stderr


def test_swagger(here: Path, run: Run) -> None:
    value, errors = upgraded(run, here, SWAGGER)
    assert value["openapi"] == "3.1.1"
    assert value["servers"] == [{"url": "https://shop.test/v1"}]
    assert list(value["components"]) == [
        "schemas",
        "parameters",
        "responses",
        "securitySchemes",
    ]
    flows = value["components"]["securitySchemes"]["login"]["flows"]
    assert flows["clientCredentials"]["tokenUrl"] == "https://shop.test/t"
    text = json.dumps(value)
    for key in ("definitions", "collectionFormat", "formData", "produces", "nullable"):
        assert key not in text
    for comment in ("# My API", "# items", "# query", "# tags", "# ok", "# fine"):
        assert comment in (here / "new.yaml").read_text()
    for comment in ("# body", "# inline", "# the item", "# kind"):
        assert comment in (here / "new.yaml").read_text()
    assert "could not be kept" not in errors
    assert "no diagnostics" in run("validate", "new.yaml").stdout


def test_openapi_3_0(here: Path, run: Run) -> None:
    value, errors = upgraded(run, here, NULLABLE)
    thing = value["components"]["schemas"]["Thing"]
    properties = thing["properties"]
    assert properties == {
        "a": {"type": ["string", "null"]},
        "b": {
            "anyOf": [{"$ref": "#/components/schemas/Other"}, {"type": "null"}],
            "description": "B",
        },
        "c": {"oneOf": [{"type": "string"}, {"type": "integer"}, {"type": "null"}]},
        "c2": {"oneOf": [{"$ref": "#/components/schemas/Maybe"}, {"type": "integer"}]},
        "d": {"enum": ["x", "y", None]},
        "e": {"type": ["string", "null"], "enum": ["x", "y"]},
        "f": {},
        "f1": {"anyOf": [{"type": "string"}, {"type": "null"}]},
        "f2": {
            "oneOf": [
                {"$ref": "#/components/schemas/Other"},
                {"type": "null", "description": "F"},
            ]
        },
        "f3": {"anyOf": [{"$ref": "#/components/schemas/Other"}, {"type": "null"}]},
        "f4": {"anyOf": [{}]},
        "g": {"type": "number", "exclusiveMinimum": 1, "maximum": 3},
        "h": {"type": "integer", "examples": [3]},
        "nullable": {"type": "boolean"},
        "example": {"type": "string"},
    }
    assert thing["examples"] == [{"nullable": True, "exclusiveMinimum": True}]
    assert "a: {type: [string, 'null']} # a\n" in (here / "new.yaml").read_text()
    assert "could not be kept" not in errors


def test_the_rest_of_the_text_stays(here: Path, run: Run) -> None:
    text = SMALL.replace("3.1.0", "3.0.3  # version").replace(
        "paths:", "\n# all\npaths:"
    )
    (here / "old.yaml").write_text(text)
    result = run("upgrade", "old.yaml")
    assert result.stdout == text.replace("3.0.3", "3.1.1")


def test_standard_input(here: Path) -> None:
    (here / "old.yaml").write_text(SWAGGER)
    with (here / "old.yaml").open() as text:
        done = subprocess.run(
            [sys.executable, "-m", "generator", "upgrade", "-"],
            stdin=text,
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
    assert done.stdout.startswith("# My API\nopenapi: 3.1.1\n")
    assert done.stderr == ""


def test_lost_comments_are_reported(here: Path, run: Run) -> None:
    (here / "old.yaml").write_text(SWAGGER.replace("/v1", "/v1 # base"))
    result = run("upgrade", "old.yaml", "-o", "new.yaml")
    assert (
        "1 comment of old.yaml could not be kept, the first in old.yaml:5: # base"
        in (result.stderr)
    )


def test_refusals(here: Path, run: Run) -> None:
    assert "is OpenAPI 3.1.0 already" in run("upgrade", "small.yaml", code=2).stderr
    (here / "old.yaml").write_text(
        SMALL.replace("3.1.0", "3.0.3").replace("'#/comp", "'small.yaml#/comp")
    )
    assert "oasmith bundle" in run("upgrade", "old.yaml", code=2).stderr
    (here / "broken.yaml").write_text("openapi: 3.0.0\npaths: [\n")
    assert "broken.yaml:" in run("upgrade", "broken.yaml", code=1).stderr
    (here / "old.yaml").write_text(SMALL.replace("3.1.0", "3.0.3"))
    refused = run("upgrade", "old.yaml", "-o", "small.yaml", code=1)
    assert "small.yaml exists" in refused.stderr
    assert (here / "small.yaml").read_text() == SMALL
    run("upgrade", "old.yaml", "-o", "small.yaml", "--force")
    assert (here / "small.yaml").read_text() == SMALL.replace("3.1.0", "3.1.1")


def is_old(document: Path) -> bool:
    """Return whether a document has a version before 3.1."""
    head = document.read_text(encoding="utf-8", errors="replace")[:3000]
    return re.search(r"""(openapi|swagger)['"]?: *['"]?(3\.0|2\.0)""", head) is not None


@each_published(is_old)
def test_published_documents(document: Path, here: Path, run: Run) -> None:
    (here / document.name).write_bytes(document.read_bytes())
    result = run("upgrade", document.name, "-o", "new.yaml")
    assert "differs" not in result.stderr and "report this" not in result.stderr
    codes = [
        [
            item["code"]
            for item in json.loads(run("validate", name, "--format", "json").stdout)
        ]
        for name in (document.name, "new.yaml")
    ]
    assert codes[1].count("invalid-document") <= codes[0].count("invalid-document")


HOSTILE = {
    "deep": {"components": {"schemas": {"A": {}}}},
    "odd types": {
        "components": {
            "schemas": {"A": 3, "B": {"nullable": "yes", "type": 7}, "C": []}
        }
    },
    "odd names": {
        "components": {"schemas": {"#/ '\"": {"nullable": True, "type": "x"}}}
    },
}


@pytest.mark.parametrize("extra", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("version", [{"openapi": "3.0.0"}, {"swagger": "2.0"}])
def test_hostile_documents(
    version: dict[str, str], extra: dict[str, Any], here: Path, run: Run
) -> None:
    value = {**version, "info": {"title": "T", "version": "1"}, "paths": {}, **extra}
    (here / "old.yaml").write_text(dump_yaml(value))
    assert "differs" not in run("upgrade", "old.yaml", "-o", "new.yaml").stderr
