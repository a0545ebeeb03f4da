"""The upgrade of Swagger 2.0 documents, read through the accessors for OpenAPI 3."""

from __future__ import annotations

from typing import Any

import pytest

from generator.openapi.document import Root
from generator.openapi.node import Node
from generator.openapi.operation import Operation, PathItem, RequestBody
from generator.openapi.parameter import Parameter
from generator.openapi.schema import Schema
from tests.unit.loader.conftest import Load, Loaded

HEAD = "swagger: '2.0'\ninfo: {title: A, version: '1'}\n"


def root(loaded: Loaded) -> Root:
    """Return the first entry document."""
    assert loaded.document is not None, list(loaded.diagnostics)
    return loaded.document.roots[0]


def operation(loaded: Loaded, path: str = "/a") -> Operation:
    """Return the first operation of a path, which may be a reference."""
    assert loaded.document is not None
    item = loaded.document.resolve(root(loaded).paths[path])
    assert isinstance(item, PathItem)
    return item.operations[0][1]


def load_with_parameters(
    load_files: Load, parameters: str, more: str = "", **files: str
) -> Loaded:
    """Load a document with an operation that has the given parameters, one per line."""
    lines = "".join(f"        - {line}\n" for line in parameters.splitlines())
    text = f"{HEAD}{more}paths:\n  /a:\n    post:\n      parameters:\n{lines}"
    text += "      responses: {}\n"
    named = {f"{name}.yaml": content for name, content in files.items()}
    return load_files({"a.yaml": text, **named})


def body(loaded: Loaded) -> RequestBody:
    """Return the body of the operation."""
    result = operation(loaded).request_body
    assert result is not None
    assert loaded.document is not None
    resolved = loaded.document.resolve(result)
    assert isinstance(resolved, RequestBody)
    return resolved


def form(loaded: Loaded) -> Schema:
    """Return the schema of the form of the operation."""
    media, *_ = body(loaded).content.values()
    assert media.schema is not None
    return media.schema


@pytest.mark.parametrize(
    ("lines", "urls"),
    [
        (
            "host: a.example\nbasePath: /v1/\nschemes: [http, https]\n",
            ["https", "http"],
        ),
        ("host: a.example\nbasePath: v1\n", ["https"]),
        ("host: a.example\nbasePath: /v1\nschemes: [wss]\n", ["wss"]),
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


def test_fragments_in_other_files_are_upgraded(load_files: Load) -> None:
    text = HEAD + """consumes: [text/plain]
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
"""
    files = {
        "a.yaml": text,
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
    loaded = load_files(files)
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
