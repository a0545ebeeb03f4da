"""Documents in which all free strings are hostile."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]

CODE = "__import__('pathlib').Path('executed').touch()"
"""Python code that creates a file when it is executed."""

TEXTS = {
    "quotes": f"\"'{CODE}'\" + '''{CODE}''' + \"\"\"\n{CODE}\n\"\"\"",
    "backslashes": '\\ \\" \\\' \\""" \\n \\N{BULLET} \\u0022\\u0022\\u0022 \\x \\',
    "newlines": f"one\ntwo\r\nthree\rfour\n\n{CODE}\n\x0b\x0c\x1c\x85\u2028\u2029end",
    "templates": "{{ 7 * 7 }} {% raw %} {# gone #} ${x} %(x)s {0} {self.__class__}",
    "html": "</script><script>alert(1)</script><img src=x onerror=alert(1)> <!-- & &lt;",
    "links": "[x](javascript:alert(1)) [y]: javascript:a\n[y] <javascript:b> ![i](data:x)",
    "tables": "a | b\n--- | ---\n`c | d` \\| e\n\n# heading\n===\n- item\n```\nfence",
    "paths": "../../../etc/passwd \\..\\.. C:\\con\\nul /dev/null ~ file:///x",
    "controls": "nul\x00 bel\x07 esc\x1b[31m del\x7f bidi\u202e\u2066\u200b\ufeff\xad",
    "wide": "\U0001f4a9 \U000e0041 日本語 ﬁ ſ ª ｅｘｅｃ 𝓮𝔁𝓮𝓬 e\u0301 \u0661",
    "surrogates": "\ud800 \udfff x\udc00y",
    "code": f"{CODE} # {CODE}; import os",
    "empty": "",
    "blank": " \t ",
    "dunder": "__class__",
    "keyword": "None",
}
"""Hostile texts by name."""


class Hostile:
    """Factory of distinct strings that contain one text.

    Args:
        text: The hostile text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._number = 0

    def __call__(self) -> str:
        """Return the text twice with a number, different from all strings before."""
        self._number += 1
        return f"{self._text}{self._number}{self._text}"

    def plain(self) -> str:
        """Return the text alone, for strings that need not be unique."""
        return self._text


def document(text: str) -> Json:
    """Return a document with all constructs, in which each free string contains `text`."""
    hostile = Hostile(text)
    schemas = _schemas(hostile)
    names = list(schemas)
    schemes = _security_schemes(hostile)
    paths = dict(_paths(hostile, names))
    return {
        "openapi": "3.2.0",
        "info": {
            "title": hostile(),
            "version": hostile(),
            "summary": hostile(),
            "description": hostile.plain(),
            "termsOfService": hostile(),
            "contact": {"name": hostile(), "url": hostile(), "email": hostile()},
            "license": {"name": hostile(), "identifier": hostile()},
            hostile(): hostile(),
        },
        "servers": [_server(hostile), _server(hostile)],
        "tags": [_tag(hostile), _tag(hostile)],
        "externalDocs": {"url": hostile(), "description": hostile()},
        "security": [{name: [hostile()]} for name in schemes],
        "paths": paths,
        "webhooks": {hostile(): {"post": _operation(hostile, names, [])}},
        "components": {"schemas": schemas, "securitySchemes": schemes},
        "x-oaiMeta": _groups(hostile, paths, names),
        "x-" + hostile(): hostile(),
    }


def _groups(hostile: Hostile, paths: Json, names: list[str]) -> Json:
    """Return the reference groups: one with all operations and objects, one empty."""
    operations = [
        operation
        for item in paths.values()
        for operation in map(item.get, ("get", "put", "post"))
        if operation
    ]
    sections = [
        {"type": "endpoint", "key": item["operationId"], "path": hostile()}
        for item in operations
    ]
    sections += [{"type": "object", "key": name, "path": hostile()} for name in names]
    sections.append({"type": hostile(), "key": hostile(), "path": hostile()})
    navigation = hostile()
    return {
        "navigationGroups": [{"id": navigation, "title": hostile()}],
        "groups": [
            {
                "id": hostile.plain(),
                "title": hostile(),
                "description": hostile.plain(),
                "navigationGroup": navigation,
                "sections": sections,
            },
            {"id": hostile(), "title": hostile(), "sections": []},
        ],
    }


def _server(hostile: Hostile) -> Json:
    variable = hostile()
    value = hostile()
    return {
        "url": f"https://a.test/{hostile()}/{{{variable}}}",
        "name": hostile(),
        "description": hostile(),
        "variables": {
            variable: {
                "default": value,
                "enum": [value, hostile()],
                "description": hostile(),
            }
        },
    }


def _tag(hostile: Hostile) -> Json:
    return {
        "name": hostile(),
        "summary": hostile(),
        "description": hostile(),
        "parent": hostile(),
        "kind": hostile(),
        "externalDocs": {"url": hostile()},
    }


def _security_schemes(hostile: Hostile) -> Json:
    flow = {
        "tokenUrl": hostile(),
        "authorizationUrl": hostile(),
        "scopes": {hostile(): hostile()},
    }
    return {
        hostile(): {
            "type": "apiKey",
            "in": "header",
            "name": hostile(),
            "description": hostile(),
        },
        hostile(): {
            "type": "apiKey",
            "in": "query",
            "name": hostile(),
            "description": hostile(),
        },
        hostile(): {"type": "apiKey", "in": "cookie", "name": hostile()},
        hostile(): {"type": "http", "scheme": "bearer", "bearerFormat": hostile()},
        hostile(): {"type": "http", "scheme": "basic", "description": hostile()},
        hostile(): {"type": "http", "scheme": hostile()},
        hostile(): {"type": "oauth2", "flows": {"clientCredentials": flow}},
        hostile(): {"type": "openIdConnect", "openIdConnectUrl": hostile()},
        hostile(): {"type": hostile()},
    }


def _annotations(hostile: Hostile) -> Json:
    return {
        "title": hostile(),
        "description": hostile.plain(),
        "examples": [hostile(), {hostile(): hostile()}],
        "$comment": hostile(),
        "x-oaiTypeLabel": hostile(),
        "x-oaiMeta": {
            "name": hostile(),
            "group": hostile.plain(),
            "example": hostile(),
        },
        "x-" + hostile(): hostile(),
    }


def _string(hostile: Hostile) -> Json:
    return {
        "type": "string",
        "default": hostile(),
        "pattern": hostile(),
        "format": hostile(),
        **_annotations(hostile),
    }


def _schemas(hostile: Hostile) -> Json:
    names = [hostile() for _ in range(9)]
    refs = [{"$ref": "#/components/schemas/" + _escaped(name)} for name in names]
    enum, tag = [hostile() for _ in range(4)], hostile()
    required = hostile()
    whole = {
        "type": "object",
        "required": [required, hostile()],
        "properties": {
            required: _string(hostile),
            hostile(): {"enum": enum[:2], "default": enum[0], **_annotations(hostile)},
            hostile(): {"enum": [hostile() for _ in range(9)], "default": hostile()},
            hostile(): {"const": hostile()},
            hostile(): refs[1],
            hostile(): {"type": "array", "items": refs[2]},
            hostile(): {"anyOf": [refs[3], {"type": "null"}], **_annotations(hostile)},
            hostile(): {"type": "object", "properties": {hostile(): _string(hostile)}},
            hostile(): {"type": hostile()},
            hostile(): {"type": "string", "readOnly": True},
            hostile(): {"type": "string", "writeOnly": True},
        },
        "additionalProperties": {"enum": [hostile(), hostile()]},
        **_annotations(hostile),
    }

    def member(value: str) -> Json:
        properties = {tag: {"const": value}, hostile(): refs[0]}
        return {"type": "object", "required": [tag], "properties": properties}

    return {
        names[0]: whole,
        names[1]: {"type": "string", "enum": enum, **_annotations(hostile)},
        names[2]: {
            "oneOf": [refs[4], refs[5]],
            "discriminator": {
                "propertyName": tag,
                "mapping": {enum[0]: refs[4]["$ref"], hostile(): hostile()},
            },
            **_annotations(hostile),
        },
        names[3]: {"allOf": [refs[0], {"properties": {hostile(): _string(hostile)}}]},
        names[4]: member(enum[0]),
        names[5]: member(enum[1]),
        names[6]: {"type": "array", "items": refs[0], **_annotations(hostile)},
        names[7]: {"type": "string", "format": "date-time", "default": hostile()},
        names[8]: {
            "patternProperties": {hostile(): _string(hostile)},
            "type": "object",
        },
    }


def _escaped(name: str) -> str:
    """Return a token of a JSON pointer in a URI fragment (RFC 6901, section 6)."""
    token = name.replace("~", "~0").replace("/", "~1").replace("%", "%25")
    return token.replace("#", "%23")


def _paths(hostile: Hostile, names: list[str]) -> Iterator[tuple[str, Json]]:
    for number in range(3):
        parameter = hostile()
        path = f"/{hostile.plain()}{number}/{hostile()}/{{{parameter}}}"
        place = {"name": parameter, "in": "path", "required": True}
        yield path, {
            "summary": hostile(),
            "description": hostile(),
            "parameters": [{**place, "schema": {"type": "string"}}],
            "get": _operation(hostile, names, ["query", "header", "cookie"]),
            "post": _with_body(hostile, names, "application/json", number),
            "put": _with_body(hostile, names, "multipart/form-data", 0),
            "additionalOperations": {hostile(): _operation(hostile, names, ["header"])},
        }
    yield f"/{hostile()}", {"post": _with_body(hostile, names, hostile(), 6)}


def _operation(hostile: Hostile, names: list[str], places: list[str]) -> Json:
    schema = {"$ref": "#/components/schemas/" + _escaped(names[0])}
    return {
        "operationId": hostile(),
        "summary": hostile(),
        "description": hostile.plain(),
        "tags": [hostile()],
        "deprecated": True,
        "parameters": [_parameter(hostile, place) for place in places],
        "externalDocs": {"url": hostile()},
        "servers": [_server(hostile)],
        "responses": {
            "200": {
                "description": hostile(),
                "headers": {hostile(): {"schema": {"type": "string"}}},
                "links": {
                    hostile(): {"operationId": hostile(), "description": hostile()}
                },
                "content": {
                    "application/json": {
                        "schema": schema,
                        "examples": {
                            hostile(): {"summary": hostile(), "value": hostile()}
                        },
                    },
                    hostile(): {"schema": {"type": "string"}},
                },
            },
            "4" + hostile(): {"description": hostile()},
            hostile(): {"description": hostile()},
        },
        "callbacks": {hostile(): {hostile(): {"post": {"description": hostile()}}}},
        "x-codeSamples": [{"lang": hostile(), "source": hostile()}],
        "x-oaiMeta": {
            "name": hostile(),
            "group": hostile.plain(),
            "returns": hostile(),
            "examples": [
                {
                    "title": hostile(),
                    "request": {
                        "curl": hostile(),
                        "python": f"client.a.b({hostile()!a}, {{{hostile()!a}: {hostile()!a}}})",
                        "node.js": hostile(),
                        hostile(): hostile(),
                    },
                    "response": json.dumps({hostile(): hostile()}),
                },
                {"title": hostile(), "request": hostile(), "response": hostile()},
            ],
        },
    }


def _parameter(hostile: Hostile, place: str) -> Json:
    return {
        "name": hostile(),
        "in": place,
        "description": hostile.plain(),
        "schema": _string(hostile),
        "example": hostile(),
        "style": hostile(),
    }


def _with_body(
    hostile: Hostile, names: list[str], media_type: str, number: int
) -> Json:
    schema = {"$ref": "#/components/schemas/" + _escaped(names[number])}
    return {
        **_operation(hostile, names, ["query"]),
        "requestBody": {
            "description": hostile(),
            "required": True,
            "content": {
                media_type: {
                    "schema": schema,
                    "encoding": {
                        hostile(): {"contentType": hostile(), "style": hostile()}
                    },
                    "example": {hostile(): hostile()},
                },
                hostile(): {"schema": schema},
            },
        },
    }
