"""Random changes of a small document, for tests that compare it with the original."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from random import Random
from typing import Any, TypeAlias

import yaml

Node: TypeAlias = dict[str, Any]

DOCUMENT: Node = yaml.safe_load("""\
openapi: 3.1.0
info: {title: Acme, version: 1.4.2}
servers: [{url: 'https://api.example.invalid'}]
paths:
  /files:
    get:
      operationId: listFiles
      tags: [files]
      parameters:
      - {name: after, in: query, schema: {type: string}}
      - {name: limit, in: query, schema: {type: integer, maximum: 100, default: 20}}
      - {name: order, in: query, schema: {enum: [asc, desc]}}
      responses:
        '200':
          description: A page.
          content:
            application/json:
              schema:
                type: object
                required: [data, has_more]
                properties:
                  data: {type: array, items: {$ref: '#/components/schemas/File'}}
                  has_more: {type: boolean}
                  last_id: {type: string}
    post:
      operationId: createFile
      tags: [files]
      requestBody:
        required: true
        content:
          application/json: {schema: {$ref: '#/components/schemas/CreateFile'}}
      responses:
        '200':
          description: A file.
          content: {application/json: {schema: {$ref: '#/components/schemas/File'}}}
  /files/{file_id}:
    parameters:
    - {name: file_id, in: path, required: true, schema: {type: string}}
    get:
      operationId: retrieveFile
      tags: [files]
      responses:
        '200':
          description: A file.
          content: {application/json: {schema: {$ref: '#/components/schemas/File'}}}
    delete:
      operationId: deleteFile
      tags: [files]
      responses: {'204': {description: Deleted.}}
  /users/{user_id}/files/{file_id}:
    put:
      operationId: shareFile
      tags: [users]
      parameters:
      - {name: user_id, in: path, required: true, schema: {type: integer}}
      - {name: file_id, in: path, required: true, schema: {type: string}}
      - {name: X-Reason, in: header, schema: {type: string}}
      requestBody:
        content:
          application/json: {schema: {$ref: '#/components/schemas/Owner'}}
      responses:
        '200':
          description: Its owner.
          content: {application/json: {schema: {$ref: '#/components/schemas/Owner'}}}
components:
  schemas:
    CreateFile:
      type: object
      required: [name]
      properties:
        name: {type: string, maxLength: 80}
        kind: {$ref: '#/components/schemas/Kind'}
        owner: {$ref: '#/components/schemas/Owner'}
        tags: {type: array, items: {type: string}}
        content: {oneOf: [{$ref: '#/components/schemas/Text'}, {$ref: '#/components/schemas/Image'}]}
    File:
      type: object
      required: [id, kind]
      properties:
        id: {type: string, readOnly: true}
        kind: {$ref: '#/components/schemas/Kind'}
        size: {type: [integer, 'null']}
        owner: {$ref: '#/components/schemas/Owner'}
        content: {oneOf: [{$ref: '#/components/schemas/Text'}, {$ref: '#/components/schemas/Image'}]}
        metadata: {type: object, additionalProperties: {type: string}}
        created: {type: string, format: date-time}
    Kind: {type: string, enum: [text, image, other]}
    Owner:
      type: object
      required: [id]
      properties:
        id: {type: string}
        name: {type: string}
        role: {enum: [admin, reader]}
    Text:
      type: object
      required: [type, text]
      properties: {type: {const: text}, text: {type: string}}
    Image:
      type: object
      required: [type, url]
      properties: {type: {const: image}, url: {type: string}, width: {type: integer}}
""")
"""A document with most of what changes can concern."""

_TYPES = ("string", "integer", "number", "boolean")
_METHODS = ("get", "put", "post", "delete")


def mutate(random: Random, count: int) -> Node:
    """Return a copy of the document with some random changes."""
    document = copy.deepcopy(DOCUMENT)
    for _ in range(count):
        random.choice(_MUTATIONS)(document, random)
    return document


def _schemas(node: Any) -> Iterator[Node]:
    """Yield all schemas but references."""
    if isinstance(node, dict):
        if {"type", "enum", "oneOf", "const"} & node.keys() and "name" not in node:
            yield node
        node = [*node.values()]
    if isinstance(node, list):
        for item in node:
            yield from _schemas(item)


def _objects(document: Node) -> list[Node]:
    return [
        item for item in _schemas(document) if isinstance(item.get("properties"), dict)
    ]


def _operations(document: Node) -> list[tuple[Node, str]]:
    return [
        (item, method)
        for item in document["paths"].values()
        for method in _METHODS
        if method in item
    ]


def _remove_property(document: Node, random: Random) -> None:
    item = random.choice(_objects(document))
    if item["properties"]:
        name = random.choice([*item["properties"]])
        del item["properties"][name]
        item["required"] = [one for one in item.get("required", []) if one != name]


def _add_property(document: Node, random: Random) -> None:
    item = random.choice(_objects(document))
    name = f"new_{random.randrange(100)}"
    item["properties"][name] = {"type": random.choice(_TYPES)}
    if random.random() < 0.5:
        item["required"] = [*item.get("required", []), name]


def _rename_property(document: Node, random: Random) -> None:
    item = random.choice(_objects(document))
    if item["properties"]:
        name = random.choice([*item["properties"]])
        item["properties"][f"{name}_2"] = item["properties"].pop(name)


def _toggle_required(document: Node, random: Random) -> None:
    item = random.choice(_objects(document))
    if item["properties"]:
        name = random.choice([*item["properties"]])
        required = item.get("required", [])
        item["required"] = (
            [one for one in required if one != name]
            if name in required
            else [*required, name]
        )


def _change_type(document: Node, random: Random) -> None:
    items = [item for item in _schemas(document) if item.get("type") in _TYPES]
    item = random.choice(items)
    item.pop("enum", None)
    item["type"] = random.choice(_TYPES)


def _toggle_null(document: Node, random: Random) -> None:
    items = [item for item in _schemas(document) if "enum" not in item]
    item = random.choice(items)
    match item.get("type"):
        case str(name) if name in _TYPES:
            item["type"] = [name, "null"]
        case [str(name), "null"]:
            item["type"] = name


def _change_enumeration(document: Node, random: Random) -> None:
    item = random.choice([item for item in _schemas(document) if "enum" in item])
    if random.random() < 0.5 and len(item["enum"]) > 1:
        item["enum"].pop(random.randrange(len(item["enum"])))
    else:
        item["enum"].append(f"value-{random.randrange(100)}")


def _change_union(document: Node, random: Random) -> None:
    items = [item for item in _schemas(document) if "oneOf" in item]
    if not items:
        return
    item = random.choice(items)
    if random.random() < 0.5 and len(item["oneOf"]) > 1:
        item["oneOf"].pop(random.randrange(len(item["oneOf"])))
    else:
        item["oneOf"].append({"$ref": "#/components/schemas/Owner"})


def _wrap(document: Node, random: Random) -> None:
    item = random.choice(_objects(document))
    if item["properties"]:
        name = random.choice([*item["properties"]])
        inner = item["properties"][name]
        kind = random.choice(["oneOf", "anyOf", "allOf", "array"])
        wrapped = {"type": "array", "items": inner}
        item["properties"][name] = wrapped if kind == "array" else {kind: [inner]}


def _rename_schema(document: Node, random: Random) -> None:
    schemas = document["components"]["schemas"]
    name = random.choice([*schemas])
    schemas[f"New{name}"] = schemas.pop(name)
    _replace_references(document, f"#/components/schemas/{name}", f"New{name}")


def _replace_references(node: Any, old: str, name: str) -> None:
    if isinstance(node, dict):
        if node.get("$ref") == old:
            node["$ref"] = f"#/components/schemas/{name}"
        node = [*node.values()]
    if isinstance(node, list):
        for item in node:
            _replace_references(item, old, name)


def _change_reference(document: Node, random: Random) -> None:
    """Let a property refer to another schema."""
    item = random.choice(_objects(document))
    if item["properties"]:
        name = random.choice([*item["properties"]])
        target = random.choice([*document["components"]["schemas"]])
        item["properties"][name] = {"$ref": f"#/components/schemas/{target}"}


def _remove_operation(document: Node, random: Random) -> None:
    operations = _operations(document)
    if len(operations) > 1:
        item, method = random.choice(operations)
        del item[method]


def _rename_operation(document: Node, random: Random) -> None:
    item, method = random.choice(_operations(document))
    item[method]["operationId"] += "Again"
    item[method]["tags"] = [random.choice(["files", "users", "others"])]


def _change_parameters(document: Node, random: Random) -> None:
    item, method = random.choice(_operations(document))
    parameters = item[method].setdefault("parameters", [])
    others = [each for each in parameters if each["in"] != "path"]
    if others and random.random() < 0.6:
        chosen = random.choice(others)
        change = random.randrange(4)
        if change == 0:
            parameters.remove(chosen)
        elif change == 1:
            chosen["required"] = not chosen.get("required", False)
        elif change == 2:
            chosen["schema"] = {"type": random.choice(_TYPES)}
        else:
            chosen["name"] += "_2"
        return
    added: Node = {"name": f"extra_{random.randrange(100)}", "in": "query"}
    parameters.append(
        added | {"required": random.random() < 0.5, "schema": {"type": "string"}}
    )


def _change_body(document: Node, random: Random) -> None:
    bodies = [
        item[method]["requestBody"]
        for item, method in _operations(document)
        if "requestBody" in item[method]
    ]
    if not bodies:
        return
    body = random.choice(bodies)
    (content,) = [*body["content"].values()][:1]
    kind = random.choice(["multipart/form-data", "application/json"])
    body["content"] = {kind: content}
    body["required"] = random.random() < 0.7


def _change_response(document: Node, random: Random) -> None:
    item, method = random.choice(_operations(document))
    target = random.choice([*document["components"]["schemas"]])
    schema = {"$ref": f"#/components/schemas/{target}"}
    kind = random.choice(["application/json", "text/plain", "text/event-stream"])
    content = {} if random.random() < 0.3 else {"content": {kind: {"schema": schema}}}
    item[method]["responses"] = {"200": {"description": "A response."} | content}


def _change_direction(document: Node, random: Random) -> None:
    item = random.choice(_objects(document))
    if item["properties"]:
        name = random.choice([*item["properties"]])
        inner = item["properties"][name]
        if "$ref" not in inner:
            inner[random.choice(["readOnly", "writeOnly"])] = True


_MUTATIONS: tuple[Callable[[Node, Random], None], ...] = (
    _remove_property,
    _add_property,
    _rename_property,
    _toggle_required,
    _change_type,
    _toggle_null,
    _change_enumeration,
    _change_union,
    _wrap,
    _rename_schema,
    _change_reference,
    _remove_operation,
    _rename_operation,
    _change_parameters,
    _change_body,
    _change_response,
    _change_direction,
)
