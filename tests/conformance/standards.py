"""Keywords that the JSON Schemas of the standards declare, by object."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openapi_schema_validator
import openapi_spec_validator
from jsonschema_specifications import REGISTRY  # type: ignore[import-untyped]

_SCHEMAS = Path(openapi_spec_validator.__file__).parent / "resources/schemas"
_VOCABULARIES = Path(openapi_schema_validator.__file__).parent / "schemas"
_DIALECT = "https://json-schema.org/draft/2020-12/"
_SWAGGER = {
    "bodyParameter": "Parameter",
    "headerParameterSubSchema": "Parameter",
    "queryParameterSubSchema": "Parameter",
    "formDataParameterSubSchema": "Parameter",
    "pathParameterSubSchema": "Parameter",
    "fileSchema": "Schema",
    "primitivesItems": "Items",
    "basicAuthenticationSecurity": "Security Scheme",
    "apiKeySecurity": "Security Scheme",
    "oauth2ImplicitSecurity": "Security Scheme",
    "oauth2PasswordSecurity": "Security Scheme",
    "oauth2ApplicationSecurity": "Security Scheme",
    "oauth2AccessCodeSecurity": "Security Scheme",
    "jsonReference": "Reference",
    "externalDocs": "External Documentation",
    "xml": "XML",
}
_OPENAPI = {
    "XML": "XML",
    "xml": "XML",
    "ParameterLocation": "Parameter",
    "parameters": "Parameter",
    "APIKeySecurityScheme": "Security Scheme",
    "HTTPSecurityScheme": "Security Scheme",
    "OAuth2SecurityScheme": "Security Scheme",
    "OpenIdConnectSecurityScheme": "Security Scheme",
    "OAuthFlows": "OAuth Flows",
    "oauth-flows": "OAuth Flows",
    "ImplicitOAuthFlow": "OAuth Flow",
    "PasswordOAuthFlow": "OAuth Flow",
    "ClientCredentialsFlow": "OAuth Flow",
    "AuthorizationCodeOAuthFlow": "OAuth Flow",
}
"""Objects of definitions whose names do not contain that of the object."""
_MIXINS = {
    "examples": ("Parameter", "Header", "Media Type"),
    "explode-for-form": ("Parameter", "Encoding"),
}
"""Objects of definitions that several objects include."""
_KEYS = {
    r"^/": ["/{path}"],
    r"^\/": ["/{path}"],
    r"^([0-9]{3})$|^(default)$": ["{status}", "default"],
    r"^[1-5](?:\d{2}|XX)$": ["{status}", "{range}"],
    r"^[1-5](?:[0-9]{2}|XX)$": ["{status}", "{range}"],
    r"^\$ref$": ["$ref"],
    r"^(get|put|post|delete|options|head|patch|trace)$": [
        *("get", "put", "post", "delete", "options", "head", "patch", "trace")
    ],
    r"^x-": [],
    r"^[a-zA-Z0-9\.\-_]+$": [],
}
"""Rows of keys that a pattern describes; names of components have none."""
_WRONG = {("3.1", "Link", "body")}
"""Keywords that only the schema has: the standard calls this one `server`."""


def declared_keywords(version: str) -> set[tuple[str, str]]:
    """Return pairs of an object and a keyword that the schemas of a version declare."""
    text = (_SCHEMAS / f"v{version}" / "schema.json").read_text(encoding="utf-8")
    schema = json.loads(text)
    pairs = set(_root_keywords(schema, version))
    for name, definition in {
        **schema.get("definitions", {}),
        **schema.get("$defs", {}),
    }.items():
        for item in _objects(name, version):
            pairs.update((item, key) for key in _keys(definition))
            for nested in definition.get("$defs", {}).values():
                owner = "OAuth Flow" if item == "OAuth Flows" else item
                pairs.update((owner, key) for key in _keys(nested))
    if version in ("3.1", "3.2"):
        pairs.update(("Schema", key) for key in _dialect_keywords())
        pairs.update(_vocabulary_keywords(version))
    return {pair for pair in pairs if (version, *pair) not in _WRONG}


def _root_keywords(schema: dict[str, Any], version: str) -> Iterator[tuple[str, str]]:
    root = "Swagger" if version == "2.0" else "OpenAPI"
    own = {key: schema.get(key, {}) for key in ("properties", "patternProperties")}
    return ((root, key) for key in _keys(own))


def _objects(name: str, version: str) -> tuple[str, ...]:
    if name in _MIXINS and version != "2.0":
        return _MIXINS[name]
    known = _SWAGGER if version == "2.0" else _OPENAPI
    words = re.sub(r"(?<=[a-z])(?=[A-Z])|-", " ", name).title()
    return (known.get(name, words),)


def _keys(schema: Any) -> Iterator[str]:
    """Yield the names of the properties of an object, also in parts of its schema."""
    if isinstance(schema, list):
        for part in schema:
            yield from _keys(part)
    if not isinstance(schema, dict):
        return
    yield from schema.get("properties", {})
    for pattern in schema.get("patternProperties", {}):
        yield from _KEYS.get(
            pattern, [] if re.match(r"\^\((\?:)?schemas", pattern) else [pattern]
        )
    for key in ("allOf", "anyOf", "oneOf", "if", "then", "else", "dependentSchemas"):
        part = schema.get(key, [])
        yield from _keys(
            list(part.values()) if key == "dependentSchemas" and part else part
        )


def _dialect_keywords() -> set[str]:
    """Return the keywords of JSON Schema 2020-12, from its meta-schemas."""
    return {
        key
        for uri in REGISTRY
        if uri.startswith(_DIALECT)
        for key in REGISTRY[uri].contents.get("properties", {})
    }


def _vocabulary_keywords(version: str) -> Iterator[tuple[str, str]]:
    """Yield the keywords that OpenAPI adds to JSON Schema, and of their objects."""
    names = {"3.1": "oas3.1/vocabularies/base", "3.2": "oas3.2/meta/2025-09-17.json"}
    text = (_VOCABULARIES / names[version]).read_text(encoding="utf-8")
    schema = json.loads(text)
    yield from (("Schema", key) for key in _keys(schema))
    for name in ("discriminator", "xml"):
        for item in _objects(name, version):
            yield from ((item, key) for key in _keys(schema["$defs"][name]))
