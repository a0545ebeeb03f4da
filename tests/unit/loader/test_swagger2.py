"""The upgrade of Swagger 2.0 documents, read through the accessors for OpenAPI 3."""

from __future__ import annotations

import pytest

from generator.openapi.node import Node
from generator.openapi.operation import RequestBody
from generator.openapi.parameter import Parameter
from generator.openapi.schema import Schema
from tests.unit.loader.conftest import Load
from tests.unit.loader.swagger2 import (
    HEAD,
    body,
    form,
    load_with_parameters,
    operation,
    root,
)


@pytest.mark.parametrize(
    ("lines", "urls"),
    [
        (
            "host: a.example\nbasePath: /v1/\nschemes: [http, https]\n",
            ["https", "http"],
        ),
        ("host: a.example\nbasePath: v1\n", ["https"]),
        ("host: a.example\nbasePath: /v1\nschemes: [wss]\n", ["wss"]),
        # A URL in place of a host.
        ("host: http://a.example/\nbasePath: /v1\n", ["http"]),
        ("host: http://a.example\nbasePath: /v1\nschemes: [https]\n", ["https"]),
        ("host: //a.example\nbasePath: /v1\n", ["https"]),
    ],
)
def test_host_and_schemes_become_servers(
    load_files: Load, lines: str, urls: list[str]
) -> None:
    loaded = load_files({"a.yaml": HEAD + lines + "paths: {}\n"})
    servers = root(loaded).servers
    assert [server.url for server in servers] == [
        f"{url}://a.example/v1" for url in urls
    ]
    assert servers[0].location.place.line == 3
    assert root(loaded).version == "2.0"


def test_server_without_host_is_relative(load_files: Load) -> None:
    for line, url in (("basePath: /v1\n", "/v1"), ("", "/")):
        loaded = load_files({"a.yaml": HEAD + line + "paths: {}\n"})
        assert [server.url for server in root(loaded).servers] == [url]


def test_definitions_are_schemas_at_their_original_locations(load_files: Load) -> None:
    text = HEAD + """paths: {}
definitions:
  Pet: {type: object, discriminator: kind, properties: {kind: {type: string}}}
  Cat: {allOf: [{$ref: '#/definitions/Pet'}], x-nullable: true, type: object}
  File: {type: object, properties: {x-nullable: {x-nullable: true, type: file}}}
"""
    loaded = load_files({"a.yaml": text})
    assert loaded.codes == []
    declared = root(loaded).schemas
    assert declared is not None
    pet, cat, file = (schema for _, schema in declared.members(Schema))
    assert pet.pointer == ("definitions", "Pet")
    assert pet.discriminator is not None
    assert pet.discriminator.property_name == "kind"
    assert pet.discriminator.location.place[:2] == (5, 23)
    assert cat.types == ("object", "null")
    inner = file.properties["x-nullable"]
    assert (inner.types, inner.format, inner.is_binary) == (
        ("string", "null"),
        "binary",
        True,
    )
    assert loaded.document is not None
    target = loaded.document.resolve(cat.all_of[0])
    assert isinstance(target, Schema)
    assert target.key == pet.key
    assert loaded.document.target(cat, "#/components/schemas/Pet").key == pet.key  # type: ignore[union-attr]  # it is found


def test_responses_have_content_headers_and_examples(load_files: Load) -> None:
    text = HEAD + """produces: [application/json]
paths:
  /a:
    get:
      responses:
        200:
          description: d
          schema: {$ref: '#/definitions/D'}
          examples: {application/json: {a: 1}, text/csv: 'a,b'}
          headers: {X-Count: {type: array, items: {type: integer}, description: n}}
        404: {$ref: '#/responses/Gone'}
responses:
  Gone: {description: gone, schema: {type: object, discriminator: g}}
definitions: {D: {type: object}}
"""
    loaded = load_files({"a.yaml": text})
    assert loaded.codes == []
    assert loaded.document is not None
    answers = operation(loaded).responses
    content = answers["200"].content
    assert content["application/json"].example == {"a": 1}
    assert content["text/csv"].example == "a,b"
    assert content["application/json"].schema is not None
    header = answers["200"].headers["X-Count"]
    assert header.description == "n"
    assert header.schema is not None
    assert header.schema.types == ("array",)
    assert header.location.place.line == 12
    removed = loaded.document.resolve(answers["404"])
    assert isinstance(removed, Node)
    assert removed.pointer == ("responses", "Gone")
    assert "content" in removed.value


def test_security_definitions_become_schemes(load_files: Load) -> None:
    text = HEAD + """paths: {}
security: [{o: [read]}]
securityDefinitions:
  b: {type: basic, description: d}
  k: {type: apiKey, in: header, name: X-Key}
  o: {type: oauth2, flow: application, tokenUrl: 'https://a.example/t', scopes: {read: r}}
  c: {type: oauth2, flow: accessCode, tokenUrl: t, authorizationUrl: a}
  i: {type: oauth2, flow: implicit, authorizationUrl: a, scopes: {}}
  p: {type: oauth2, flow: password, tokenUrl: t, scopes: {}}
"""
    loaded = load_files({"a.yaml": text})
    schemes = root(loaded).security_schemes
    assert (schemes["b"].type, schemes["b"].scheme) == ("http", "basic")
    assert schemes["b"].description == "d"
    assert (schemes["k"].place, schemes["k"].name) == ("header", "X-Key")
    assert schemes["o"].token_url == "https://a.example/t"
    assert schemes["o"].pointer == ("securityDefinitions", "o")
    flows = {name: list(schemes[name].raw("flows")) for name in "ocip"}
    assert flows == {
        "o": ["clientCredentials"],
        "c": ["authorizationCode"],
        "i": ["implicit"],
        "p": ["password"],
    }
    assert schemes["c"].raw("flows")["authorizationCode"] == {
        "scopes": {},
        "authorizationUrl": "a",
        "tokenUrl": "t",
    }


FRAGMENTS = {
    "a.yaml": HEAD
    + """consumes: [text/plain]
paths:
  /a: {$ref: paths.yaml#/a}
  /b:
    post:
      parameters:
        - {$ref: 'parts.yaml#/body'}
        - {$ref: 'parts.yaml#/query'}
      responses: {200: {$ref: 'parts.yaml#/response'}}
  /c:
    post: &upload
      parameters: [{$ref: 'parts.yaml#/file'}]
      responses: {}
  /d: {put: *upload}
  /e:
    post:
      parameters: [{$ref: 'parts.yaml#/file'}, {$ref: 'parts.yaml#/body'}]
      responses: {}
definitions: {P: {$ref: parts.yaml#/pet}}
""",
    "paths.yaml": """a:
  post:
    parameters: [{in: body, name: b, schema: {$ref: 'parts.yaml#/pet'}}]
    responses: {}
""",
    "parts.yaml": """body: {in: body, name: b, required: true, schema: {type: object}}
query: {in: query, name: q, type: array, items: {type: string}}
file: {in: formData, name: f, type: file, required: true}
response: {description: d, schema: {$ref: '#/pet'}}
pet: {type: object, discriminator: kind}
""",
}


def test_fragments_in_other_files_are_upgraded(load_files: Load) -> None:
    loaded = load_files(FRAGMENTS)
    assert loaded.codes == ["body-and-form"]
    assert loaded.document is not None
    assert list(body(loaded).content) == ["text/plain"]
    pet = loaded.document.resolve(form(loaded))
    assert isinstance(pet, Schema)
    assert pet.discriminator is not None
    other = operation(loaded, "/b")
    assert other.request_body is not None
    whole = loaded.document.resolve(other.request_body)
    assert isinstance(whole, RequestBody)
    assert (whole.file.name, whole.pointer) == ("parts.yaml", ("body",))
    assert whole.required
    assert list(whole.content) == ["text/plain"]
    query = loaded.document.resolve(other.parameters[0])
    assert isinstance(query, Parameter)
    assert query.explode is False
    response = loaded.document.resolve(other.responses["200"])
    assert isinstance(response, Node)
    assert list(response.value["content"]) == ["application/json"]


def test_files_in_other_files_are_parts_of_multipart_bodies(load_files: Load) -> None:
    loaded = load_files(FRAGMENTS)
    assert loaded.document is not None
    for path in ("/c", "/d"):
        result = operation(loaded, path).request_body
        assert result is not None
        (name,), (media,) = result.content, result.content.values()
        assert name == "multipart/form-data"
        assert media.schema is not None
        file = loaded.document.resolve(media.schema.properties["f"])
        assert isinstance(file, Schema)
        assert file.is_binary
        assert media.schema.required == ("f",)


def test_original_text_is_kept_for_validation(load_files: Load) -> None:
    loaded = load_with_parameters(
        load_files, "{in: body, name: b, schema: {type: object}}"
    )
    assert "swagger" not in loaded.root
    source = root(loaded).file
    assert source.place(("swagger",))[:2] == (1, 1)
