"""Strategies for small documents with difficult names and texts."""

from __future__ import annotations

import builtins
import keyword
import re
from typing import Any, TypeAlias

from hypothesis import strategies as st

from generator.config import CLIENT_ARGUMENTS
from generator.lowering.python.identifiers import (
    BUILTIN_TYPES,
    CLIENT_ATTRIBUTES,
    MODEL_ATTRIBUTES,
    OPTIONS,
    TYPE_NAMES,
)

Json: TypeAlias = dict[str, Any]

NAMES = sorted(
    {
        *keyword.kwlist,
        *keyword.softkwlist,
        *dir(builtins),
        *BUILTIN_TYPES,
        *CLIENT_ARGUMENTS,
        *CLIENT_ATTRIBUTES,
        *MODEL_ATTRIBUTES,
        *OPTIONS,
        *TYPE_NAMES,
    }
)
"""Names that Python or the generated modules use."""

USED = (
    "API",
    "_runtime",
    "_extra",
    "_declaration",
    "_call",
    "_run",
    "_page",
    "_wait",
    "_client",
    "_wrappers",
    "_response_info",
    "__class__",
    "__dict__",
    "__init__",
    "__slots__",
    "__getattr__",
    "__all__",
    "cached_property",
    "cached property",
    "overload",
    "deprecated",
    "builtins",
    "omit",
    "httpx2",
    "json",
    "typing",
    "types",
    "errors",
    "resources",
    "testing",
    "webhooks",
    "unwrap",
    "MockAPI",
    "mock_client",
    "lazy_names",
    "APIError",
    "Async",
    "AsyncThing",
    "Thing",
    "ThingRaw",
    "ThingParam",
    "ThingPage",
    "RequestOptions",
    "test",
    "con",
    "cls",
    "body",
    "stream",
    "poll",
    "with_raw_response",
    "with raw response",
    "annotations",
    "field",
    "default",
    "date",
    "datetime",
    "key",
    "path",
    "query",
    "headers",
    "cookies",
)
"""Names that caused errors in the past, and similar ones."""

CLASHES = (
    "/foo_bar2",
    "fooBar_2",
    "fooBar2",
    "A",
    "a",
    "A2",
    "A 2",
    "a-2",
    "ﬁ",
    "fi",
    "Fi",
    "用户",
    "É",
    "E\u0301",
    "ß",
    "ss",
    "İ",
    "ı",
    "ª",
    "𝓮𝔁",
    "٣",
    "2",
    "02",
    "１",
    "-1",
    "+1",
    "1e5",
    "١٢",
)
"""Names that map to the same or a similar identifier, and numeric names."""

TEXTS = (
    "",
    " ",
    "\n",
    "\t",
    "a\nb",
    "a\r\nb\x00",
    "\x1b[31m",
    "\x7f\x85",
    "\u2028",
    "\ud800",
    "x\udfff",
    "\ufeff",
    "\u202e",
    '"',
    "'",
    '"""',
    "\\",
    'end"',
    "end\\",
    "{",
    "}",
    "{}",
    "{a}",
    "{{ x }}",
    "{% raw %}",
    "%s",
    "a/b",
    "a?b#c",
    "../..",
    "a:b",
    "日本語",
    "\U0001f4a9",
    ";",
    ", ",
    "=",
    "&",
    "<!-- -->",
    "x" * 300,
    "é" * 200,
    "9" * 260,
    "a_" * 150,
)
"""Texts with delimiters of their context, and very long texts."""

hostile = st.one_of(
    st.sampled_from(NAMES),
    st.sampled_from(USED),
    st.sampled_from(CLASHES),
    st.sampled_from(TEXTS),
    st.builds("{}{}".format, st.sampled_from(USED), st.sampled_from(CLASHES + TEXTS)),
    st.text(max_size=8),
)
"""All names and texts."""

VALUES: tuple[Any, ...] = (
    0,
    1,
    -1,
    True,
    False,
    2**63 - 1,
    2**63,
    -(2**63) - 1,
    10**400,
    0.0,
    -0.0,
    1.5,
    1e300,
    float("inf"),
    None,
)
values = st.one_of(hostile, st.sampled_from(VALUES))
"""Values of enums and defaults."""


def _unique(
    names: st.SearchStrategy[str], maximum: int
) -> st.SearchStrategy[list[str]]:
    return st.lists(names, min_size=1, max_size=maximum, unique=True)


@st.composite
def _value_schema(draw: st.DrawFn, refs: list[str]) -> Json:
    """Return a schema of a property or a parameter."""
    kind = draw(st.integers(0, 6))
    if kind == 0:
        enum = draw(st.lists(values, min_size=1, max_size=5))
        return {"enum": enum, "description": draw(hostile)}
    if kind == 1:
        return {"type": draw(st.sampled_from(["string", "integer", "number"]))}
    if kind == 2:
        return {"type": "string", "default": draw(values), "format": draw(hostile)}
    if kind == 3:
        return {"const": draw(values)}
    if kind == 4:
        return {"type": "array", "items": {"$ref": draw(st.sampled_from(refs))}}
    if kind == 5:
        return {"type": "string", "enum": draw(_unique(hostile, 5))}
    return {"$ref": draw(st.sampled_from(refs))}


@st.composite
def _schema(draw: st.DrawFn, refs: list[str]) -> Json:
    kind = draw(st.integers(0, 5))
    if kind == 0:
        return {"type": "string", "enum": draw(_unique(hostile, 4))}
    if kind == 1:
        members = [{"$ref": draw(st.sampled_from(refs))}, {"type": "null"}]
        return {"anyOf": members, "title": draw(hostile)}
    properties = {name: draw(_value_schema(refs)) for name in draw(_unique(hostile, 4))}
    return {
        "type": "object",
        "title": draw(hostile),
        "description": draw(hostile),
        "properties": properties,
        "required": draw(st.lists(st.sampled_from(list(properties)), max_size=2)),
        "additionalProperties": draw(
            st.sampled_from([True, False, {"type": "integer"}])
        ),
    }


@st.composite
def _operation(draw: st.DrawFn, refs: list[str], in_path: list[str]) -> Json:
    places = st.sampled_from(["query", "header", "cookie", "query", "header"])
    parameters: list[Json] = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in in_path
    ]
    for name in draw(st.lists(hostile, max_size=3, unique=True)):
        parameters.append(
            {
                "name": name,
                "in": draw(places),
                "required": draw(st.booleans()),
                "description": draw(hostile),
                "schema": draw(_value_schema(refs)),
            }
        )
    json = st.just("application/json")
    response = {
        draw(json | json | hostile): {"schema": {"$ref": draw(st.sampled_from(refs))}}
    }
    operation: Json = {
        "summary": draw(hostile),
        "description": draw(hostile),
        "tags": draw(st.lists(hostile, max_size=2)),
        "deprecated": draw(st.booleans()),
        "parameters": parameters,
        "responses": {"200": {"description": draw(hostile), "content": response}},
    }
    if draw(st.booleans()):
        operation["operationId"] = draw(hostile)
    return operation


@st.composite
def _path_item(draw: st.DrawFn, refs: list[str], in_path: list[str]) -> Json:
    item: Json = {"get": draw(_operation(refs, in_path))}
    if draw(st.booleans()):
        item["post"] = {
            **draw(_operation(refs, in_path)),
            "requestBody": {
                "required": draw(st.booleans()),
                "description": draw(hostile),
                "content": {
                    draw(
                        st.sampled_from(
                            [
                                "application/json",
                                "multipart/form-data",
                                "application/x-www-form-urlencoded",
                            ]
                        )
                        | hostile
                    ): {"schema": {"$ref": draw(st.sampled_from(refs))}}
                },
            },
        }
    if draw(st.booleans()):
        item["additionalOperations"] = {draw(hostile): draw(_operation(refs, in_path))}
    return item


@st.composite
def _scheme(draw: st.DrawFn) -> Json:
    flow: Json = draw(st.sampled_from([{}, {"tokenUrl": "https://a.test/token"}]))
    if draw(st.booleans()):
        flow = {"tokenUrl": draw(hostile), "scopes": {draw(hostile): ""}}
    result: list[Json] = [
        {"type": "apiKey", "in": draw(st.sampled_from(["header", "query", "cookie"]))},
        {"type": "http", "scheme": draw(st.sampled_from(["bearer", "basic"]))},
        {"type": "http"},
        {"type": "http", "scheme": draw(hostile)},
        {"type": "oauth2", "flows": {"clientCredentials": flow}},
        {"type": "oauth2"},
        {"type": draw(hostile)},
    ]
    scheme = draw(st.sampled_from(result))
    if draw(st.booleans()):
        scheme = {**scheme, "name": draw(hostile)}
    return {**scheme, "description": draw(hostile)}


@st.composite
def _path(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Return a path and its parameters, with valid or invalid braces."""
    pieces: list[str] = []
    names: list[str] = []
    for segment in draw(st.lists(hostile, min_size=1, max_size=3)):
        if draw(st.booleans()) and not set("{}/") & set(segment):
            names.append(segment)
            pieces.append(f"{{{segment}}}")
        else:
            pieces.append(segment)
    return "/" + "/".join(pieces), list(dict.fromkeys(names))


@st.composite
def _server(draw: st.DrawFn) -> Json:
    url = draw(st.sampled_from(["https://a.test/v1", "https://{a}.test/{a}"]) | hostile)
    variable: Json = {"default": draw(hostile), "enum": draw(st.lists(hostile))}
    if draw(st.booleans()):
        del variable["default"]
    return {"url": url, "name": draw(hostile), "variables": {"a": variable}}


@st.composite
def documents(draw: st.DrawFn) -> Json:
    """Return a document with hostile names and texts."""
    names = draw(_unique(hostile, 5))
    refs = ["#/components/schemas/" + _pointer(name) for name in names]
    schemes = {name: draw(_scheme()) for name in draw(_unique(hostile, 3))}
    paths: Json = {}
    shapes: set[str] = set()
    for path, in_path in draw(st.lists(_path(), min_size=1, max_size=4)):
        shape = re.sub(r"\{[^{}]*\}", "{}", path)
        if shape in shapes:
            continue  # Requests to both are identical.
        shapes.add(shape)
        paths[path] = draw(_path_item(refs, in_path))
    return {
        "openapi": "3.2.0",
        "info": {
            "title": draw(hostile),
            "version": draw(hostile),
            "description": draw(hostile),
        },
        "servers": draw(st.lists(_server(), max_size=2)),
        "tags": [{"name": name, "description": draw(hostile)} for name in names[:2]],
        "security": [{name: []} for name in schemes],
        "paths": paths,
        "components": {
            "schemas": {name: draw(_schema(refs)) for name in names},
            "securitySchemes": schemes,
        },
    }


def _pointer(name: str) -> str:
    """Return a token of a JSON pointer in a URI fragment (RFC 6901, section 6)."""
    token = name.replace("~", "~0").replace("/", "~1").replace("%", "%25")
    return token.replace("#", "%23")
