"""References to objects of another kind are broken."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.openapi.document import BrokenReference, Document, LoadedFile, Root
from generator.openapi.link import Link
from generator.openapi.node import AnyNode, Referable
from generator.openapi.operation import Callback, PathItem, RequestBody, Response
from generator.openapi.parameter import ExampleNode, Header, MediaType, Parameter
from generator.openapi.schema import Schema
from generator.pipeline import build
from generator.source import SourceFile

MAIN = SourceFile("api.yaml", "file:///api.yaml", "", lambda text: {})
OTHER = SourceFile("types.yaml", "file:///types.yaml", "", lambda text: {})
ROOT = yaml.safe_load("""
openapi: 3.1.0
info: {title: Shop, description: All}
paths:
  /a:
    get:
      parameters: [{name: p, in: query, schema: {minimum: 1}}]
      responses:
        '200': {$ref: '#/components/responses/Second'}
    x-own: {}
components:
  schemas:
    Pet:
      properties: {type: {}, items: {}, next: {$ref: '#/components/schemas/Pet'}}
      items: {}
      allOf: [{}]
      example: {type: dog}
      discriminator: {propertyName: kind}
    Empty: {}
    Unknown: {own: 1}
    Always: true
    Text: words
  parameters: {Body: {name: b, type: object}, Query: {name: p, in: query, schema: {}}}
  headers: {Rate: {schema: {type: integer}}}
  requestBodies: {Json: {content: {application/json: {schema: {}}}}}
  responses:
    First:
      description: Done.
      headers: {Rate: {$ref: '#/components/headers/Rate'}}
      content: {application/json: {schema: {}}}
      links: {next: {operationId: a}}
    Second: {$ref: '#/components/responses/First'}
    Empty: {description: Nothing.}
  examples: {One: {value: 1}}
  securitySchemes: {Key: {type: apiKey}}
  callbacks: {done: {'{$url}': {post: {}}}}
  pathItems: {Item: {get: {}}}
x-types: {Pet: {type: object}, Named: {title: A, x-own: 1}, Text: words}
""")
TYPES = {"Pet": {"type": "object"}, "Dog": {"$ref": "#/Pet"}}
DOCUMENT = Document(
    (Root(ROOT, MAIN, ()),),
    {MAIN.uri: LoadedFile(MAIN, ROOT), OTHER.uri: LoadedFile(OTHER, TYPES)},
)
RESPONSE = "#/components/responses/First"


def resolve(kind: type[Referable], reference: str) -> Any:
    return DOCUMENT.resolve(kind({"$ref": reference}, MAIN, ("x",)))


@pytest.mark.parametrize(
    ("kind", "reference", "target"),
    [
        (Schema, "#", "an OpenAPI object"),
        (Schema, "#/info", "an info object"),
        (Schema, "#/paths", "a map"),
        (Schema, "#/paths/~1a", "a path item"),
        (Schema, "#/paths/~1a/get", "an operation"),
        (Schema, "#/paths/~1a/get/responses", "a map"),
        (Schema, "#/paths/~1a/get/responses/200", "a response"),
        (Schema, "#/paths/~1a/get/parameters", "an array"),
        (Schema, "#/paths/~1a/get/parameters/0", "a parameter"),
        (Schema, "#/components", "a components object"),
        (Schema, "#/components/schemas", "a map"),
        (Schema, "#/components/schemas/Pet/properties", "a map"),
        (Schema, "#/components/schemas/Pet/properties/next/properties", "a map"),
        (Schema, "#/components/schemas/Pet/allOf", "an array"),
        (Schema, RESPONSE, "a response"),
        (Schema, f"{RESPONSE}/content", "a map"),
        (Schema, f"{RESPONSE}/content/application~1json", "a media type"),
        (Schema, f"{RESPONSE}/headers/Rate", "a header"),
        (Schema, "#/components/responses/Second", "a response"),
        (Schema, "#/components/responses/Empty", "a response"),
        (Schema, "#/components/securitySchemes/Key", "a security scheme"),
        (Schema, "#/components/callbacks/done/{$url}", "a path item"),
        (Parameter, "#/components/schemas/Pet", "a schema"),
        (Parameter, "#/info/title", "a string"),
        (Parameter, "#/components/headers/Rate", "a header"),
        (Header, "#/components/schemas/Pet", "a schema"),
        (Response, "#/components/schemas/Pet", "a schema"),
        (Response, "#/info", "an info object"),
        (Response, "#/components/responses", "a map"),
        (RequestBody, "#/components/schemas/Pet", "a schema"),
        (PathItem, "#/components/schemas/Pet", "a schema"),
        (PathItem, "#/paths", "a map"),
        (Link, "#/components/schemas/Pet", "a schema"),
        (Callback, "#/components/pathItems/Item", "a path item"),
        (ExampleNode, "#/components/schemas/Pet", "a schema"),
        (MediaType, "#/components/responses/Empty", "a response"),
    ],
)
def test_another_kind(kind: type[Referable], reference: str, target: str) -> None:
    reason = f"{reference!r} refers to {target}, not to a {kind.kind}"
    assert resolve(kind, reference) == BrokenReference(reason)


@pytest.mark.parametrize(
    "reference", ["types.yaml", "#/x-types", "#/components/schemas/Pet/discriminator"]
)
def test_object_without_keywords_of_schemas(reference: str) -> None:
    reason = f"{reference!r} refers to an object without keywords of schemas"
    assert resolve(Schema, reference) == BrokenReference(reason)


@pytest.mark.parametrize(
    ("kind", "reference"),
    [
        (Schema, "#/components/schemas/Pet"),
        (Schema, "#/components/schemas/Pet/properties/items"),
        (Schema, "#/components/schemas/Pet/properties/next/properties/type"),
        (Schema, "#/components/schemas/Pet/allOf/0"),
        (Schema, "#/components/schemas/Empty"),
        (Schema, "#/components/schemas/Unknown"),
        (Schema, "#/components/schemas/Always"),
        (Schema, "#/components/schemas/Text"),
        (Schema, f"{RESPONSE}/content/application~1json/schema"),
        (Schema, "#/components/responses/Second/content/application~1json/schema"),
        (Schema, "#/paths/~1a/get/parameters/0/schema"),
        (Schema, "#/paths/~1a/get/responses/200/headers/Rate/schema"),
        # The schema is in the wrong section, or in one that is not standard.
        (Schema, "#/components/parameters/Body"),
        (Schema, "#/x-types/Pet"),
        (Schema, "#/x-types/Named"),
        (Schema, "#/x-types/Text"),
        (Schema, "#/paths/~1a/x-own"),
        (Schema, "types.yaml#/Pet"),
        (Schema, "types.yaml#/Dog"),
        (Parameter, "#/components/parameters/Query"),
        (Header, "#/components/headers/Rate"),
        (Header, "#/components/parameters/Query"),
        (Response, "#/paths/~1a/get/responses/200"),
        (Response, "#/components/requestBodies/Json"),
        (PathItem, "#/paths/~1a"),
        (PathItem, "#/components/callbacks/done/{$url}"),
        (AnyNode, "#/paths"),
    ],
)
def test_accepted_targets(kind: type[Referable], reference: str) -> None:
    assert isinstance(resolve(kind, reference), kind)


def test_client(tmp_path: Path) -> None:
    document = {
        **ROOT,
        "paths": {
            "/a": {
                "get": {
                    "operationId": "list_a",
                    "parameters": [{"$ref": "#/components/schemas/Pet"}],
                    "responses": {
                        "200": {"$ref": RESPONSE},
                        "404": {"$ref": "#/info"},
                    },
                }
            }
        },
        "components": {
            "responses": ROOT["components"]["responses"],
            "headers": ROOT["components"]["headers"],
            "schemas": {
                "Pet": {
                    "type": "object",
                    "properties": {
                        "one": {"$ref": "#"},
                        "two": {"allOf": [{"$ref": RESPONSE}]},
                        "three": {"type": "string"},
                    },
                }
            },
        },
    }
    (tmp_path / "openapi.yaml").write_text(yaml.safe_dump(document, sort_keys=False))
    config = Config(specs=("openapi.yaml",), directory=tmp_path, unused_types=True)
    diagnostics = Diagnostics()
    files = build(config, diagnostics).files
    broken = [
        (item.message.partition(" ")[0], item.hint)
        for item in diagnostics
        if item.rule.code == "unresolved-reference"
    ]
    hint = "declare the target or correct the reference"
    references = ("#/components/schemas/Pet", "#/info", "#", RESPONSE)
    assert sorted(broken) == sorted((repr(item), hint) for item in references)
    text = b"\n".join(files.values()).decode()
    assert "    one: Any" in text and "    three: str" in text
