"""Documents in which every string that an author chooses is a hostile one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]

CODE = "__import__('pathlib').Path('executed').touch()"
"""Python that leaves a file behind, were it ever run."""

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
"""Hostile texts by what they try."""


class Hostile:
    """Strings that all hold one text, each spelled in a way of its own."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._number = 0

    def __call__(self) -> str:
        """The text between numbers: different from all strings before it."""
        self._number += 1
        return f"{self._text}{self._number}{self._text}"

    def plain(self) -> str:
        """The text alone, wherever it need not be different from others."""
        return self._text


def document(text: str) -> Json:
    """A document of all constructs, in which every free string holds `text`."""
    any_ = Hostile(text)
    schemas = _schemas(any_)
    names = list(schemas)
    schemes = _security_schemes(any_)
    paths = dict(_paths(any_, names))
    return {
        "openapi": "3.2.0",
        "info": {
            "title": any_(),
            "version": any_(),
            "summary": any_(),
            "description": any_.plain(),
            "termsOfService": any_(),
            "contact": {"name": any_(), "url": any_(), "email": any_()},
            "license": {"name": any_(), "identifier": any_()},
            any_(): any_(),
        },
        "servers": [_server(any_), _server(any_)],
        "tags": [_tag(any_), _tag(any_)],
        "externalDocs": {"url": any_(), "description": any_()},
        "security": [{name: [any_()]} for name in schemes],
        "paths": paths,
        "webhooks": {any_(): {"post": _operation(any_, names, [])}},
        "components": {"schemas": schemas, "securitySchemes": schemes},
        "x-oaiMeta": _groups(any_, paths, names),
        "x-" + any_(): any_(),
    }


def _groups(any_: Hostile, paths: Json, names: list[str]) -> Json:
    """Chapters of the reference: one of all operations and objects, one of neither."""
    operations = [
        operation
        for item in paths.values()
        for operation in map(item.get, ("get", "put", "post"))
        if operation
    ]
    sections = [
        {"type": "endpoint", "key": item["operationId"], "path": any_()}
        for item in operations
    ]
    sections += [{"type": "object", "key": name, "path": any_()} for name in names]
    sections.append({"type": any_(), "key": any_(), "path": any_()})
    navigation = any_()
    return {
        "navigationGroups": [{"id": navigation, "title": any_()}],
        "groups": [
            {
                "id": any_.plain(),
                "title": any_(),
                "description": any_.plain(),
                "navigationGroup": navigation,
                "sections": sections,
            },
            {"id": any_(), "title": any_(), "sections": []},
        ],
    }


def _server(any_: Hostile) -> Json:
    variable = any_()
    value = any_()
    return {
        "url": f"https://a.test/{any_()}/{{{variable}}}",
        "name": any_(),
        "description": any_(),
        "variables": {
            variable: {"default": value, "enum": [value, any_()], "description": any_()}
        },
    }


def _tag(any_: Hostile) -> Json:
    return {
        "name": any_(),
        "summary": any_(),
        "description": any_(),
        "parent": any_(),
        "kind": any_(),
        "externalDocs": {"url": any_()},
    }


def _security_schemes(any_: Hostile) -> Json:
    flow = {
        "tokenUrl": any_(),
        "authorizationUrl": any_(),
        "scopes": {any_(): any_()},
    }
    return {
        any_(): {
            "type": "apiKey",
            "in": "header",
            "name": any_(),
            "description": any_(),
        },
        any_(): {
            "type": "apiKey",
            "in": "query",
            "name": any_(),
            "description": any_(),
        },
        any_(): {"type": "apiKey", "in": "cookie", "name": any_()},
        any_(): {"type": "http", "scheme": "bearer", "bearerFormat": any_()},
        any_(): {"type": "http", "scheme": "basic", "description": any_()},
        any_(): {"type": "http", "scheme": any_()},
        any_(): {"type": "oauth2", "flows": {"clientCredentials": flow}},
        any_(): {"type": "openIdConnect", "openIdConnectUrl": any_()},
        any_(): {"type": any_()},
    }


def _said(any_: Hostile) -> Json:
    return {
        "title": any_(),
        "description": any_.plain(),
        "examples": [any_(), {any_(): any_()}],
        "$comment": any_(),
        "x-oaiTypeLabel": any_(),
        "x-oaiMeta": {"name": any_(), "group": any_.plain(), "example": any_()},
        "x-" + any_(): any_(),
    }


def _string(any_: Hostile) -> Json:
    return {
        "type": "string",
        "default": any_(),
        "pattern": any_(),
        "format": any_(),
        **_said(any_),
    }


def _schemas(any_: Hostile) -> Json:
    names = [any_() for _ in range(9)]
    refs = [{"$ref": "#/components/schemas/" + _escaped(name)} for name in names]
    enum, tag = [any_() for _ in range(4)], any_()
    required = any_()
    whole = {
        "type": "object",
        "required": [required, any_()],
        "properties": {
            required: _string(any_),
            any_(): {"enum": enum[:2], "default": enum[0], **_said(any_)},
            any_(): {"enum": [any_() for _ in range(9)], "default": any_()},
            any_(): {"const": any_()},
            any_(): refs[1],
            any_(): {"type": "array", "items": refs[2]},
            any_(): {"anyOf": [refs[3], {"type": "null"}], **_said(any_)},
            any_(): {"type": "object", "properties": {any_(): _string(any_)}},
            any_(): {"type": any_()},
            any_(): {"type": "string", "readOnly": True},
            any_(): {"type": "string", "writeOnly": True},
        },
        "additionalProperties": {"enum": [any_(), any_()]},
        **_said(any_),
    }

    def member(value: str) -> Json:
        properties = {tag: {"const": value}, any_(): refs[0]}
        return {"type": "object", "required": [tag], "properties": properties}

    return {
        names[0]: whole,
        names[1]: {"type": "string", "enum": enum, **_said(any_)},
        names[2]: {
            "oneOf": [refs[4], refs[5]],
            "discriminator": {
                "propertyName": tag,
                "mapping": {enum[0]: refs[4]["$ref"], any_(): any_()},
            },
            **_said(any_),
        },
        names[3]: {"allOf": [refs[0], {"properties": {any_(): _string(any_)}}]},
        names[4]: member(enum[0]),
        names[5]: member(enum[1]),
        names[6]: {"type": "array", "items": refs[0], **_said(any_)},
        names[7]: {"type": "string", "format": "date-time", "default": any_()},
        names[8]: {"patternProperties": {any_(): _string(any_)}, "type": "object"},
    }


def _escaped(name: str) -> str:
    """A token of a JSON pointer in a URI fragment (RFC 6901, section 6)."""
    token = name.replace("~", "~0").replace("/", "~1").replace("%", "%25")
    return token.replace("#", "%23")


def _paths(any_: Hostile, names: list[str]) -> Iterator[tuple[str, Json]]:
    for number in range(3):
        parameter = any_()
        path = f"/{any_.plain()}{number}/{any_()}/{{{parameter}}}"
        place = {"name": parameter, "in": "path", "required": True}
        yield path, {
            "summary": any_(),
            "description": any_(),
            "parameters": [{**place, "schema": {"type": "string"}}],
            "get": _operation(any_, names, ["query", "header", "cookie"]),
            "post": _with_body(any_, names, "application/json", number),
            "put": _with_body(any_, names, "multipart/form-data", 0),
            "additionalOperations": {any_(): _operation(any_, names, ["header"])},
        }
    yield f"/{any_()}", {"post": _with_body(any_, names, any_(), 6)}


def _operation(any_: Hostile, names: list[str], places: list[str]) -> Json:
    schema = {"$ref": "#/components/schemas/" + _escaped(names[0])}
    return {
        "operationId": any_(),
        "summary": any_(),
        "description": any_.plain(),
        "tags": [any_()],
        "deprecated": True,
        "parameters": [_parameter(any_, place) for place in places],
        "externalDocs": {"url": any_()},
        "servers": [_server(any_)],
        "responses": {
            "200": {
                "description": any_(),
                "headers": {any_(): {"schema": {"type": "string"}}},
                "links": {any_(): {"operationId": any_(), "description": any_()}},
                "content": {
                    "application/json": {
                        "schema": schema,
                        "examples": {any_(): {"summary": any_(), "value": any_()}},
                    },
                    any_(): {"schema": {"type": "string"}},
                },
            },
            "4" + any_(): {"description": any_()},
            any_(): {"description": any_()},
        },
        "callbacks": {any_(): {any_(): {"post": {"description": any_()}}}},
        "x-codeSamples": [{"lang": any_(), "source": any_()}],
        "x-oaiMeta": {
            "name": any_(),
            "group": any_.plain(),
            "returns": any_(),
            "examples": [
                {
                    "title": any_(),
                    "request": {
                        "curl": any_(),
                        "python": f"client.a.b({any_()!a}, {{{any_()!a}: {any_()!a}}})",
                        "node.js": any_(),
                        any_(): any_(),
                    },
                    "response": json.dumps({any_(): any_()}),
                },
                {"title": any_(), "request": any_(), "response": any_()},
            ],
        },
    }


def _parameter(any_: Hostile, place: str) -> Json:
    return {
        "name": any_(),
        "in": place,
        "description": any_.plain(),
        "schema": _string(any_),
        "example": any_(),
        "style": any_(),
    }


def _with_body(any_: Hostile, names: list[str], media_type: str, number: int) -> Json:
    schema = {"$ref": "#/components/schemas/" + _escaped(names[number])}
    return {
        **_operation(any_, names, ["query"]),
        "requestBody": {
            "description": any_(),
            "required": True,
            "content": {
                media_type: {
                    "schema": schema,
                    "encoding": {any_(): {"contentType": any_(), "style": any_()}},
                    "example": {any_(): any_()},
                },
                any_(): {"schema": schema},
            },
        },
    }
