"""Values for mutations: names, texts, references and schemas."""

from __future__ import annotations

import random
from typing import Any

NAMES = (
    *("", " ", "class", "None", "self", "print", "list", "type", "async", "match"),
    *("__init__", "__class__", "_extra", "_declaration", "__dict__", "to_dict"),
    *("model_extra", "client", "options", "omit", "API", "Model", "Resource"),
    *("cached property", "typing", "Literal", "builtins", "Any", "Unpack", "Endpoint"),
    *("1", "007", "+1", "-1", "1.5", "true", "null", "~", "~1", "a/b", "a~1b", "$ref"),
    *(
        "é",
        "É",
        "用户",
        "ſ",
        "ªb",
        "𝓮𝔁",
        "e\u0301",
        "\u0661",
        "\U0001f4a9",
        "ﬁ",
        "İ",
        "ß",
    ),
    *("\ud800", "a\udfffb", "\x00", "a\x00b", "\x07", "\x1b[31m", "\x7f", "\x85"),
    *("a\nb", "a\rb", "a\r\nX-Injected: 1", "\u2028", "\ufeff", "\u202e", "a\tb"),
    *("../x", "../../etc/passwd", "/etc/passwd", "..", ".", "con", "nul.py", "a\\b"),
    *("'", '"', '"""', "'''", "\\", '\\"', "`", "{", "}", "{}", "{id}", "{{ 7 * 7 }}"),
    *(
        "{% raw %}",
        "{#",
        "</script>",
        "<b>",
        "&amp;",
        "[x](javascript:1)",
        "|",
        "#",
        "%",
    ),
    *("fooBar2", "foo_bar2", "foo-bar-2", "FooBar2", "FOO_BAR2", "a" * 300, "é" * 200),
    *("x" * 70, "Aa" * 130, "1" * 300, "a.b", "a.b.c", "a b c", "*", "**", "?", "+"),
)
"""Names that need escaping or renaming."""

TEXTS = (
    *NAMES,
    "one\ntwo\n\n    three\n\ttab\n",
    '"""' * 3 + "\n\\",
    "a\\\nb\\",
    "```\nfence\n",
    "| a | b |\n| - | - |\n",
    "<!-- x",
    "https://example.com/{x}?a=b#c",
    "word " * 2000,
    "x" * 20_000,
    "\n" * 500,
    "- " * 300,
    "[" * 300,
    "*" * 301,
    "> " * 200,
    "1+" * 2000,
    "2024-13-45T99:99:99Z",
    "^(a+)+$",
    "[",
    "(?P<x>",
    "@OUTSIDE@/canary.yaml",
)
"""Texts for descriptions, values, media types and URLs."""

NUMBERS = (
    *(0, -1, 1, 1.5, -0.0, 1e308, 1e-320, 2**31, 2**53 + 1, 2**63, -(2**63) - 1),
    *(10**30, 10**400, 1e22),
)

OTHERS: tuple[Any, ...] = (
    *(None, True, False, [], {}, [None], [[]], [{}], {"": None}, {"a": 1}),
    *([1, "a", {}], ["string", "null"], ["object", "array"], {"$ref": 5}, {"$ref": ""}),
    *({"type": "object"}, {"type": ["object", "array"]}, {"allOf": []}, {"not": {}}),
    *({"enum": []}, {"oneOf": [{}]}, {"anyOf": [{"type": "null"}]}, {"const": None}),
)

REFERENCES = (
    *("#", "#/", "", "#/components/schemas/None", "#/paths", "#/info", "#/info/title"),
    *("#/components/schemas", "#/components", "#/definitions/None", "#None", "#/%GG"),
    *("other.yaml", "other.yaml#/a", "other.yaml#", "missing.yaml#/x", "./", ".", ".."),
    *(
        "../outside/canary.yaml",
        "../outside/canary.json#/token",
        "@OUTSIDE@/canary.yaml",
    ),
    *(
        "file://@OUTSIDE@/canary.yaml",
        "file:@OUTSIDE@/canary.txt",
        "link.yaml",
        "link.txt",
    ),
    *(
        "sub/../../outside/canary.yaml",
        "..%2Foutside%2Fcanary.yaml",
        "linked/canary.yaml",
    ),
    *("pipe.yaml", "../outside/pipe.yaml", "/dev/zero", "/dev/stdin", "/dev/full"),
    *(
        "/proc/self/environ",
        "/dev/fd/0",
        "http://127.0.0.1:9/x.yaml",
        "HTTP://[::1",
        "//x/y",
    ),
    *(
        "\x00",
        "a\x00.yaml",
        "x" * 5000,
        "data:application/json,{}",
        "urn:x",
        "\ud800.yaml",
    ),
    *(
        "~/x.yaml",
        "C:\\x.yaml",
        "pyproject.toml",
        "ftp://127.0.0.1/x",
        "#/paths/~1a/get",
    ),
)
"""References: broken, circular, outside of the document, and of the wrong type."""

KEYWORDS = (
    "$ref $defs $id $anchor $dynamicRef $dynamicAnchor $schema allOf oneOf anyOf not if then "
    "else enum const type format nullable discriminator items prefixItems properties required "
    "patternProperties additionalProperties unevaluatedProperties propertyNames default example "
    "examples readOnly writeOnly deprecated pattern minimum maximum minLength maxLength minItems "
    "title description summary schema content parameters security servers in name style explode "
    "allowReserved allowEmptyValue x-oaiMeta x-codeSamples x-tagGroups x-displayName tags "
    "operationId responses requestBody callbacks webhooks links headers encoding contentType "
    "itemSchema itemEncoding prefixEncoding mapping propertyName defaultMapping xml consumes "
    "produces schemes host basePath collectionFormat securityDefinitions definitions "
    "externalDocs query additionalOperations pathItems mediaTypes components info version "
    "openIdConnectUrl flows scopes bearerFormat scheme parent kind variables url enum"
).split()

TYPES = (
    "string",
    "integer",
    "number",
    "boolean",
    "object",
    "array",
    "null",
    "file",
    "x",
)
PLACES = ("query", "path", "header", "cookie", "body", "formData", "querystring", "x")
STYLES = (
    *("form", "simple", "label", "matrix", "spaceDelimited", "pipeDelimited"),
    *("deepObject", "cookie", "x"),
)
FORMATS = (
    *(
        "date",
        "date-time",
        "binary",
        "byte",
        "int32",
        "int64",
        "uuid",
        "uri",
        "decimal",
    ),
    *("duration", "time", "email", "password", "float", "double", "x"),
)
MEDIA_TYPES = (
    *(
        "application/json",
        "text/event-stream",
        "application/jsonl",
        "application/x-ndjson",
    ),
    *("multipart/form-data", "multipart/mixed", "application/x-www-form-urlencoded"),
    *("text/plain", "*/*", "text/*", "application/octet-stream", "application/xml"),
    *(
        "application/problem+json",
        "APPLICATION/JSON; charset=utf-16",
        "x",
        "",
        "a/b\nc: d",
    ),
    *("application/json-seq", "image/*", "application/json\x00", "ａpplication/json"),
)
WORDS = (*TYPES, *PLACES, *STYLES, *FORMATS, *MEDIA_TYPES)


def any_name(rng: random.Random) -> str:
    """Return a name that needs escaping or renaming."""
    if rng.random() < 0.15:
        return rng.choice(NAMES) + rng.choice(NAMES)
    return rng.choice(NAMES)


def any_value(rng: random.Random) -> Any:
    """Return a value of any JSON type."""
    match rng.randrange(5):
        case 0:
            return rng.choice(NUMBERS)
        case 1:
            return rng.choice(TEXTS)
        case 2:
            return {"$ref": rng.choice(REFERENCES)}
        case 3:
            return rng.choice(WORDS)
        case _:
            return rng.choice(OTHERS)
