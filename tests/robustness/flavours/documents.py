"""Test documents: the text of each file by document name, the root first."""

from __future__ import annotations

import json
import re
import textwrap
from pathlib import Path
from typing import Any

CASES = Path(__file__).parents[2] / "e2e/cases"
_MARK = re.compile(r"^=== (.+)\n", re.MULTILINE)

Files = dict[str, str]

_HEAD = """\
openapi: 3.0.3
info: {title: Flavours, version: "1"}
"""


def _text(text: str) -> Files:
    return {"openapi.yaml": _HEAD + textwrap.dedent(text)}


def _json(document: dict[str, Any]) -> Files:
    whole = {"openapi": "3.1.0", "info": {"title": "Made", "version": "1"}, **document}
    return {"openapi.json": json.dumps(whole)}


def _response(schema: str) -> dict[str, Any]:
    content = {"schema": {"$ref": f"#/components/schemas/{schema}"}}
    return {"200": {"description": "ok", "content": {"application/json": content}}}


def ring(size: int) -> Files:
    """Return schemas that form a cycle."""
    schemas = {
        f"Node{n}": {
            "type": "object",
            "properties": {
                "next": {"$ref": f"#/components/schemas/Node{(n + 1) % size}"}
            },
        }
        for n in range(size)
    }
    return _json(
        {
            "paths": {"/nodes": {"get": {"responses": _response("Node0")}}},
            "components": {"schemas": schemas},
        }
    )


def recursive(size: int) -> Files:
    """Return schemas that refer to themselves directly, in lists, maps or unions."""
    schemas: dict[str, Any] = {}
    for n in range(size):
        own = {"$ref": f"#/components/schemas/Tree{n}"}
        other = {"$ref": f"#/components/schemas/Tree{(n * 7 + 3) % size}"}
        held = (
            own,
            {"type": "array", "items": own},
            {"type": "object", "additionalProperties": own},
            {"anyOf": [own, other, {"type": "string"}]},
        )[n % 4]
        schemas[f"Tree{n}"] = {"type": "object", "properties": {"held": held}}
    paths = {
        f"/trees{n}": {"get": {"responses": _response(f"Tree{n}")}}
        for n in range(0, size, 50)
    }
    return _json({"paths": paths, "components": {"schemas": schemas}})


def many_operations(count: int) -> Files:
    """Return a document with many operations in groups of ten."""
    paths: dict[str, Any] = {}
    for n in range(count):
        group, place = divmod(n, 10)
        paths.setdefault(f"/groups{group}/things{place % 5}", {})[
            "get" if place < 5 else "post"
        ] = {
            "operationId": f"op{n}",
            "tags": [f"Group {group}"],
            "parameters": [{"name": "q", "in": "query", "schema": {"type": "string"}}],
            "responses": _response("Thing"),
        }
    thing = {"type": "object", "properties": {"id": {"type": "string"}}}
    return _json({"paths": paths, "components": {"schemas": {"Thing": thing}}})


OWN: dict[str, Files] = {
    "anchors": _text("""\
        paths:
          /pets:
            get:
              operationId: listPets
              responses: &responses
                "200": {description: ok, content: {application/json: {schema: &a {type: string}}}}
          /boxes:
            get: {operationId: listBoxes, responses: *responses}
          /toys:
            get:
              operationId: listToys
              responses:
                "200": {description: ok, content: {application/json: {schema: &a {type: integer}}}}
          /more:
            get:
              operationId: listMore
              responses:
                "200": {description: ok, content: {application/json: {schema: *a}}}
        """),
    "operation-ids": _text("""\
        paths:
          /a/{id}: {get: {responses: {"204": {description: ok}}}}
          /b: {get: {operationId: same, responses: {"204": {description: ok}}}}
          /c: {get: {operationId: same, responses: {"204": {description: ok}}}}
          /d: {get: {operationId: things/get-one, responses: {"204": {description: ok}}}}
          /e: {get: {operationId: "things/{id}.get", responses: {"204": {description: ok}}}}
          /f: {get: {operationId: Same, responses: {"204": {description: ok}}}}
          /g: {get: {operationId: "", responses: {"204": {description: ok}}}}
          /h: {get: {operationId: class, responses: {"204": {description: ok}}}}
          /i: {get: {operationId: 1st, responses: {"204": {description: ok}}}}
        """),
    "paths": _text("""\
        paths:
          /: {get: {operationId: root, responses: {"204": {description: ok}}}}
          /files/{name}.{format}: {get: {operationId: a, responses: {"204": {description: ok}}}}
          /{a}{b}: {get: {operationId: b, responses: {"204": {description: ok}}}}
          /range/{from}..{to}: {get: {operationId: c, responses: {"204": {description: ok}}}}
          /search?kind=pet: {get: {operationId: d, responses: {"204": {description: ok}}}}
          "/search#pets": {get: {operationId: e, responses: {"204": {description: ok}}}}
          "/search?kind={kind}": {get: {operationId: f, responses: {"204": {description: ok}}}}
          /search/: {get: {operationId: g, responses: {"204": {description: ok}}}}
          /Search: {get: {operationId: h, responses: {"204": {description: ok}}}}
          /search: {get: {operationId: i, responses: {"204": {description: ok}}}}
          "/odd/{class}/{Class}/{the id}": {get: {operationId: j, responses: {"204": {description: ok}}}}
          no/slash: {get: {operationId: k, responses: {"204": {description: ok}}}}
          "/a b/ü": {get: {operationId: l, responses: {"204": {description: ok}}}}
        """),
    "case-only": _text("""\
        paths:
          /pets: {get: {operationId: listPets, tags: [pets], responses: {"200": {$ref: "#/components/responses/Pet"}}}}
          /Pets: {get: {operationId: ListPets, tags: [Pets], responses: {"200": {$ref: "#/components/responses/pet"}}}}
          /PETS: {get: {operationId: LISTPETS, tags: [PETS], responses: {"200": {$ref: "#/components/responses/Pet"}}}}
        components:
          responses:
            Pet: {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
            pet: {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/pet"}}}}
          schemas:
            Pet: {type: object, properties: {id: {type: string}, ID: {type: string}, Id: {type: string}}}
            pet: {type: object, properties: {id: {type: string}}}
            PET: {type: string, enum: [a, A]}
            _pet: {type: object, properties: {_id: {type: string}, id: {type: string}, __id: {type: string}}}
        """),
    "headers": _text("""\
        paths:
          /pets:
            get:
              operationId: listPets
              parameters:
                - {name: Accept, in: header, schema: {type: string, enum: [application/json]}}
                - {name: Authorization, in: header, required: true, schema: {type: string}}
                - {name: Content-Type, in: header, schema: {type: string}}
                - {name: X-Version, in: header, required: true, schema: {type: string, default: v1}}
              requestBody: {content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}
              responses: {"200": {description: ok}, 4xx: {description: bad}, 5xx: {description: worse}}
            delete:
              operationId: deletePets
              requestBody: {content: {application/json: {schema: {type: array, items: {type: string}}}}}
              responses: {}
        """),
    "nothing": _text("paths: {}\n"),
    "no-paths": {
        "openapi.yaml": 'openapi: 3.1.0\ninfo: {title: T, version: "1"}\n'
        "components: {schemas: {Pet: {type: object}}}\n"
    },
    "bare": {"openapi.yaml": "openapi: 3.0.0\npaths: {/a: {get: {}}}\n"},
    "ring": ring(93),
    "recursive": recursive(247),
}


def flavours() -> dict[str, Files]:
    """Return the documents by name: generated ones, and those of the text cases."""
    result = dict(OWN)
    for case in sorted(CASES.glob("*.txt")):
        _, *pieces = _MARK.split(case.read_text("utf-8"))
        parts = dict(zip(pieces[::2], pieces[1::2], strict=True))
        files = {
            name: text
            for name, text in parts.items()
            if name.endswith((".yaml", ".json")) and not name.startswith("out/")
        }
        if "model" in parts or "python" in parts:
            result[case.stem] = files
    return result
