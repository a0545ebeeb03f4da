"""Families of operations, texts and settings of a document with a size parameter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.robustness.shapes import (
    STRING,
    Document,
    content,
    document,
    obj,
    operation,
    ref,
)


def path_segments(size: int) -> Document:
    """Return one path of many segments."""
    return document({"/a" * size: {"get": operation()}})


def path_parameters(size: int) -> Document:
    """Return one path of many parameters."""
    parameters = [
        {"name": f"p{n}", "in": "path", "required": True, "schema": STRING}
        for n in range(size)
    ]
    path = "".join(f"/s{n}/{{p{n}}}" for n in range(size))
    return document({path: {"get": operation(parameters=parameters)}})


def long_segment(size: int) -> Document:
    """Return a path with one long segment of many parameters."""
    segment = "".join(f"{{p{n}}}-x" for n in range(size))
    return document({f"/{segment}": {"get": operation()}})


def query_parameters(size: int) -> Document:
    """Return an operation with many parameters."""
    parameters = [
        {"name": f"p{n}", "in": "query", "schema": STRING} for n in range(size)
    ]
    return document({"/a": {"get": operation(parameters=parameters)}})


def paths(size: int) -> Document:
    """Return many paths."""
    return document({f"/things{n}/list": {"get": operation()} for n in range(size)})


def nested_paths(size: int) -> Document:
    """Return paths of which each is one segment longer, up to 20."""
    result = {}
    for n in range(max(1, size // 20)):
        for depth in range(1, 21):
            result[f"/s{n}" + "/x" * depth] = {"get": operation()}
    return document(result)


def colliding_paths(size: int) -> Document:
    """Return many paths of the same words."""
    result = {}
    for n in range(size):
        marks = "".join("_-"[n >> bit & 1] for bit in range(12))
        result["/a" + "a".join(marks) + "a"] = {"get": operation()}
    return document(result)


def variants_of_one_path(size: int) -> Document:
    """Return one resource with many verbs."""
    return document(
        {f"/things/{{id}}/verb{n}": {"post": operation()} for n in range(size)}
    )


def operation_ids(size: int) -> Document:
    """Return many operations with ids."""
    return document(
        {
            f"/things/{n}": {"get": operation(operationId=f"get_thing_{n}_now")}
            for n in range(size)
        }
    )


def equal_operation_ids(size: int) -> Document:
    """Return many operations with the same id."""
    return document(
        {f"/t{n}": {"get": operation(operationId="same")} for n in range(size)}
    )


def tags(size: int) -> Document:
    """Return many tags with one operation each."""
    return document(
        {f"/t{n}": {"get": operation(tags=[f"Tag {n}"])} for n in range(size)},
        tags=[{"name": f"Tag {n}", "description": "Text."} for n in range(size)],
    )


def tag_parents(size: int) -> Document:
    """Return tags of which each is the parent of the next."""
    several = [{"name": "Tag 0"}]
    several += [{"name": f"Tag {n}", "parent": f"Tag {n - 1}"} for n in range(1, size)]
    one = operation(tags=[f"Tag {size - 1}"])
    result = document({"/t": {"get": one}}, tags=several)
    return {**result, "openapi": "3.2.0"}


def tags_of_one(size: int) -> Document:
    """Return one operation with many tags."""
    return document({"/t": {"get": operation(tags=[f"Tag {n}" for n in range(size)])}})


def shared_body(size: int) -> Document:
    """Return many operations that share one body of many fields."""
    body = {"content": {"application/json": {"schema": ref("Shared")}}}
    shared = obj("p0", **{f"p{n}": STRING for n in range(40)})
    return document(
        {f"/t{n}": {"post": operation(requestBody=body)} for n in range(size)},
        components={"schemas": {"Shared": shared}},
    )


def shared_recursive_body(size: int) -> Document:
    """Return many operations that share one response of many schemas."""
    names = [f"S{n}" for n in range(size)]
    schemas = {
        name: obj("a", a=ref(names[(n + 1) % size]), b=STRING)
        for n, name in enumerate(names)
    }
    response = {"200": {"description": "OK", **content(ref("S0"))}}
    return document(
        {f"/t{n}": {"get": {"responses": response}} for n in range(size)},
        components={"schemas": schemas},
    )


def responses(size: int) -> Document:
    """Return one operation with many statuses."""
    schemas = {f"S{n}": obj("a", a=STRING) for n in range(min(size, 500))}
    statuses = {
        str(100 + n): {"description": f"Status {n}", **content(ref(f"S{n}"))}
        for n in range(min(size, 500))
    }
    return document(
        {"/t": {"get": {"responses": statuses}}}, components={"schemas": schemas}
    )


def media_types(size: int) -> Document:
    """Return a body of many media types."""
    kinds = {f"application/x-{n}+json": {"schema": obj(a=STRING)} for n in range(size)}
    return document({"/t": {"post": operation(requestBody={"content": kinds})}})


def form_fields(size: int) -> Document:
    """Return a form of many fields."""
    form = obj(**{f"p{n}": {"type": "string", "format": "binary"} for n in range(size)})
    body = {"content": {"multipart/form-data": {"schema": form}}}
    return document({"/t": {"post": operation(requestBody=body)}})


def callbacks(size: int) -> Document:
    """Return an operation with many callbacks."""
    called = {
        f"on{n}": {"{$request.body#/url}": {"post": operation()}} for n in range(size)
    }
    return document({"/t": {"post": operation(callbacks=called)}})


def webhooks(size: int) -> Document:
    """Return many webhooks."""
    hooks = {
        f"event.{n}": {
            "post": operation(
                requestBody=content(obj("type", type={"const": f"event.{n}"}))
            )
        }
        for n in range(size)
    }
    return document({"/t": {"get": operation()}}, webhooks=hooks)


def links(size: int) -> Document:
    """Return a response with many links."""
    one = {
        "description": "OK",
        "links": {
            f"l{n}": {"operationId": "t", "parameters": {"id": "$response.body#/id"}}
            for n in range(size)
        },
    }
    return document({"/t": {"get": {"operationId": "t", "responses": {"200": one}}}})


def response_headers(size: int) -> Document:
    """Return a response with many headers."""
    one = {
        "description": "OK",
        "headers": {f"X-H{n}": {"schema": STRING} for n in range(size)},
    }
    return document({"/t": {"get": {"responses": {"200": one}}}})


def security_alternatives(size: int) -> Document:
    """Return many schemes, all alternatives of each other, and combinations."""
    names = [f"key{n}" for n in range(size)]
    schemes = {
        name: {"type": "apiKey", "in": "header", "name": f"X-{name}"} for name in names
    }
    needs: list[dict[str, list[str]]] = [{name: []} for name in names]
    needs.append({name: [] for name in names})
    return document(
        {"/t": {"get": operation(security=needs)}},
        components={"securitySchemes": schemes},
    )


def security_of_operations(size: int) -> Document:
    """Return operations with different combinations of few schemes."""
    names = [f"key{n}" for n in range(8)]
    schemes = {
        name: {"type": "apiKey", "in": "header", "name": f"X-{name}"} for name in names
    }
    result = {}
    for n in range(size):
        needs: list[dict[str, list[str]]] = [
            {name: []} for bit, name in enumerate(names) if n >> bit & 1
        ]
        result[f"/t{n}"] = {"get": operation(security=needs)}
    return document(result, components={"securitySchemes": schemes})


def scopes(size: int) -> Document:
    """Return a scheme with many scopes, all required."""
    flow = {
        "tokenUrl": "https://example.com/token",
        "scopes": {f"s:{n}": "Text." for n in range(size)},
    }
    schemes = {"oauth": {"type": "oauth2", "flows": {"clientCredentials": flow}}}
    needs = [{"oauth": [f"s:{n}" for n in range(size)]}]
    return document(
        {"/t": {"get": operation(security=needs)}},
        components={"securitySchemes": schemes},
    )


def servers(size: int) -> Document:
    """Return many servers."""
    result = document({"/t": {"get": operation()}})
    result["servers"] = [
        {"url": f"https://s{n}.example.com", "description": f"Server {n}"}
        for n in range(size)
    ]
    return result


def server_variables(size: int) -> Document:
    """Return a server of many variables."""
    result = document({"/t": {"get": operation()}})
    url = "https://api.example.com" + "".join(f"/{{v{n}}}" for n in range(size))
    variables = {f"v{n}": {"default": "x", "enum": ["x", "y"]} for n in range(size)}
    result["servers"] = [{"url": url, "variables": variables}]
    return result


def python_samples(size: int) -> Document:
    """Return a Python sample that is a long sum."""
    code = f"from acme import Acme\nclient = Acme()\nclient.t.list(n={'1+' * size}1)"
    sample = [{"lang": "python", "source": code}]
    return document({"/t": {"get": operation(**{"x-codeSamples": sample})}})


def nested_sample(size: int) -> Document:
    """Return a Python sample of many attributes."""
    code = f"from acme import Acme\nclient = Acme()\nclient{'.a' * size}.list()"
    sample = [{"lang": "python", "source": code}]
    return document({"/t": {"get": operation(**{"x-codeSamples": sample})}})


def many_samples(size: int) -> Document:
    """Return many Python samples of one operation."""
    code = "from acme import Acme\nclient = Acme()\nclient.t.verb{}(n=1)"
    sample = [{"lang": "python", "source": code.format(n)} for n in range(size)]
    return document({"/t": {"get": operation(**{"x-codeSamples": sample})}})


def json_samples(size: int) -> Document:
    """Return a sample response that is nearly JSON, as deep as can be."""
    meta = {"examples": {"response": "[" * size, "request": {"curl": "{" * size}}}
    one = {"200": {"description": "OK", **content(obj("a", a=STRING))}}
    return document({"/t": {"get": {"responses": one, "x-oaiMeta": meta}}})


def event_samples(size: int) -> Document:
    """Return a sample of many events."""
    lines = 'event: a\ndata: {"a": 1}\n\n' * size
    meta = {"examples": {"response": lines, "request": {"curl": "curl"}}}
    stream = {"text/event-stream": {"schema": obj("a", a=STRING)}}
    one = {"200": {"description": "OK", "content": stream}}
    return document({"/t": {"get": {"responses": one, "x-oaiMeta": meta}}})


def examples(size: int) -> Document:
    """Return a body with many examples."""
    several = {f"e{n}": {"value": {"a": f"v{n}"}} for n in range(size)}
    media = {"schema": obj("a", a=STRING), "examples": several}
    body = {"content": {"application/json": media}}
    return document({"/t": {"post": operation(requestBody=body)}})


def parameter_references(size: int) -> Document:
    """Return a chain of parameters that are references to the next."""
    several: dict[str, Any] = {
        f"P{n}": {"$ref": f"#/components/parameters/P{n + 1}"} for n in range(size)
    }
    several[f"P{size}"] = {"name": "p", "in": "query", "schema": STRING}
    first = [{"$ref": "#/components/parameters/P0"}]
    return document(
        {"/t": {"get": operation(parameters=first)}},
        components={"parameters": several},
    )


def long_title(size: int) -> Document:
    """Return a document with long titles and names."""
    words = "Word " * size
    result = document({"/t": {"get": operation(summary=words, operationId=words)}})
    result["info"]["title"] = words
    result["components"] = {"schemas": {"S": {**obj(a=STRING), "title": words}}}
    return result


def long_names(size: int) -> Document:
    """Return properties and parameters with long names."""
    name = "word_" * size
    parameters = [{"name": name, "in": "query", "schema": STRING}]
    body = content(obj(**{name: STRING, f"{name}s": obj(a=STRING)}))
    return document(
        {"/t": {"post": operation(parameters=parameters, requestBody=body)}}
    )


FAMILIES: tuple[Callable[[int], Document], ...] = (
    path_segments,
    path_parameters,
    long_segment,
    query_parameters,
    paths,
    nested_paths,
    colliding_paths,
    variants_of_one_path,
    operation_ids,
    equal_operation_ids,
    tags,
    tag_parents,
    tags_of_one,
    shared_body,
    shared_recursive_body,
    responses,
    media_types,
    form_fields,
    callbacks,
    webhooks,
    links,
    response_headers,
    security_alternatives,
    security_of_operations,
    scopes,
    servers,
    server_variables,
    python_samples,
    nested_sample,
    many_samples,
    json_samples,
    event_samples,
    examples,
    parameter_references,
    long_title,
    long_names,
)
