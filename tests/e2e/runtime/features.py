"""A document, and settings, for each feature of the runtime."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from generator.python.features import Feature

STRING: Any = {"type": "string"}
DONE: Any = {"description": "Done."}


def content(schema: Any, media_type: str = "application/json") -> Any:
    return {"content": {media_type: {"schema": schema}}}


def reference(name: str) -> Any:
    return {"$ref": f"#/components/schemas/{name}"}


PET = content(reference("Pet"))
PETS: Any = {
    "openapi": "3.1.0",
    "info": {"title": "Acme", "version": "1"},
    "servers": [{"url": "https://acme.test"}],
    "paths": {
        "/pets": {
            "get": {
                "operationId": "listPets",
                "responses": {
                    "200": DONE | content({"type": "array", "items": reference("Pet")})
                },
            },
            "post": {
                "operationId": "createPet",
                "requestBody": {"required": True, **PET},
                "responses": {"201": DONE | PET},
            },
        },
        "/pets/{id}": {
            "get": {
                "operationId": "getPet",
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "schema": STRING}
                ],
                "responses": {"200": DONE | PET},
            }
        },
    },
    "components": {
        "schemas": {
            "Pet": {
                "type": "object",
                "required": ["id"],
                "properties": {"id": STRING, "state": {"enum": ["new", "done"]}},
            }
        }
    },
}
"""Three operations that need none of the features."""


class Case(NamedTuple):
    """Changes of `PETS` for a feature.

    Args:
        path: Path item of `/things`.
        schemas: Additional schemas.
        root: Additional keys of the document.
        components: Additional keys of the components.
        settings: Settings of the client.
    """

    path: Mapping[str, Any] = {}
    schemas: Mapping[str, Any] = {}
    root: Mapping[str, Any] = {}
    components: Mapping[str, Any] = {}
    settings: Mapping[str, Any] = {}

    def document(self) -> str:
        """Return the document."""
        document = json.loads(json.dumps(PETS))
        if self.path:
            document["paths"]["/things"] = self.path
        document["components"]["schemas"].update(self.schemas)
        document["components"].update(self.components)
        return json.dumps(document | self.root)


def operation(method: str, response: Any = DONE, **keys: Any) -> Any:
    return {method: {"responses": {"200": response}, **keys}}


def oauth(flow: str) -> Any:
    urls = {"tokenUrl": "https://acme.test/token"}
    if flow == "authorizationCode":
        urls["authorizationUrl"] = "https://acme.test/authorize"
    scheme = {"type": "oauth2", "flows": {flow: {**urls, "scopes": {}}}}
    return {"securitySchemes": {"auth": scheme}}


def sending(schema: Any, media_type: str) -> Any:
    body = {"required": True, **content(schema, media_type)}
    return operation("post", requestBody=body)


RECEIVING: Any = {"post": {"requestBody": PET, "responses": {"200": DONE}}}
FILE: Any = {"type": "string", "contentMediaType": "image/png"}
CASES: Mapping[Feature | None, Case] = {
    None: Case(),
    Feature.UNIONS: Case(
        operation("get", DONE | content(reference("Thing"))),
        {
            "Thing": {"anyOf": [reference("Pet"), reference("Toy")]},
            "Toy": {
                "type": "object",
                "required": ["price"],
                "properties": {"price": {"type": "number"}},
            },
        },
    ),
    Feature.TUPLES: Case(
        operation(
            "get",
            DONE
            | content(
                {
                    "type": "array",
                    "prefixItems": [reference("Pet"), STRING],
                    "minItems": 2,
                    "maxItems": 2,
                }
            ),
        )
    ),
    Feature.STYLES: Case(
        operation(
            "get",
            parameters=[
                {
                    "name": "names",
                    "in": "query",
                    "style": "pipeDelimited",
                    "explode": False,
                    "schema": {"type": "array", "items": STRING},
                }
            ],
        )
    ),
    Feature.UPLOADS: Case(sending(STRING, "text/plain")),
    Feature.FORMS: Case(
        sending(
            {"type": "object", "properties": {"name": STRING}},
            "application/x-www-form-urlencoded",
        )
    ),
    Feature.DOWNLOADS: Case(operation("get", DONE | content({}, "image/png"))),
    Feature.REPRESENTATIONS: Case(
        operation(
            "get",
            DONE
            | {
                "content": {
                    "application/json": {"schema": reference("Pet")},
                    "text/plain": {"schema": STRING},
                }
            },
        )
    ),
    Feature.CREDENTIALS: Case(
        components={"securitySchemes": {"auth": {"type": "http", "scheme": "bearer"}}},
        root={"security": [{"auth": []}]},
    ),
    Feature.SERVER_VARIABLES: Case(
        root={
            "servers": [
                {
                    "url": "https://{region}.acme.test",
                    "variables": {"region": {"default": "eu"}},
                }
            ]
        }
    ),
    Feature.STREAMING: Case(
        operation(
            "get",
            DONE | {"content": {"text/event-stream": {"itemSchema": reference("Pet")}}},
        )
    ),
    Feature.MULTIPART_STREAMS: Case(
        operation(
            "get",
            DONE | {"content": {"multipart/mixed": {"itemSchema": reference("Pet")}}},
        )
    ),
    Feature.PAGINATION: Case(
        operation(
            "get",
            DONE
            | content(
                {
                    "type": "object",
                    "required": ["data"],
                    "properties": {
                        "data": {"type": "array", "items": reference("Pet")},
                        "has_more": {"type": "boolean"},
                    },
                }
            ),
            parameters=[{"name": "page", "in": "query", "schema": {"type": "integer"}}],
        )
    ),
    Feature.POLLING: Case(
        settings={
            "polling": {
                "getPet": {"field": ["state"], "until": ["done"], "create": "createPet"}
            }
        }
    ),
    Feature.TOKENS: Case(
        components=oauth("clientCredentials"), root={"security": [{"auth": []}]}
    ),
    Feature.LOGIN: Case(
        components=oauth("authorizationCode"), root={"security": [{"auth": []}]}
    ),
    Feature.MULTIPART: Case(
        sending({"type": "object", "properties": {"file": FILE}}, "multipart/form-data")
    ),
    Feature.JSON_LINES: Case(sending({"type": "object"}, "application/jsonl")),
    Feature.STRUCTURED: Case(
        operation(
            "post",
            DONE | content(reference("Reply")),
            requestBody={
                "required": True,
                **content(
                    {
                        "type": "object",
                        "properties": {
                            "format": {
                                "type": "object",
                                "properties": {"schema": {"type": "object"}},
                            }
                        },
                    }
                ),
            },
            operationId="createReply",
        ),
        {
            "Reply": {
                "type": "object",
                "required": ["text"],
                "properties": {"text": STRING},
            }
        },
        settings={
            "structured": {
                "createReply": {
                    "argument": ["format"],
                    "schema": ["schema"],
                    "text": ["text"],
                    "parsed": ["value"],
                }
            }
        },
    ),
    Feature.ALTERNATIVES: Case(
        root={
            "paths": PETS["paths"]
            | {
                "/things/{thing_id}": operation(
                    "delete",
                    parameters=[
                        {
                            "name": "thing_id",
                            "in": "path",
                            "required": True,
                            "schema": STRING,
                        }
                    ],
                    **{
                        "x-codeSamples": [
                            {
                                "lang": "Python",
                                "source": "client.things.delete(old_thing_id='t')",
                            }
                        ]
                    },
                )
            }
        },
    ),
    Feature.LINKS: Case(
        operation(
            "post",
            DONE
            | PET
            | {
                "links": {
                    "again": {
                        "operationId": "getPet",
                        "parameters": {"id": "$response.body#/state"},
                    }
                }
            },
        )
    ),
    Feature.DEPRECATION: Case(operation("get", deprecated=True)),
    Feature.CALLBACKS: Case(
        operation("post", callbacks={"born": {"{$request.query.url}": RECEIVING}})
    ),
    Feature.WEBHOOKS: Case(root={"webhooks": {"petCreated": RECEIVING}}),
    Feature.ENCODED_CONTENT: Case(
        operation("get", DONE | content(reference("Draft"))),
        {
            "Draft": {
                "type": "object",
                "properties": {"text": {"type": "string", "contentEncoding": "base64"}},
            },
        },
    ),
    Feature.JOINED_TEXT: Case(
        operation("get", DONE | content(reference("Draft"))),
        {
            "Draft": {
                "type": "object",
                "required": ["output"],
                "properties": {
                    "output": {"type": "array", "items": reference("Text")},
                    "output_text": {
                        "type": "string",
                        "x-oaiSupportedSDKs": ["python"],
                        "description": "Joins the text of all `output_text` items in"
                        " the `output` array.",
                    },
                },
            },
            "Text": {
                "type": "object",
                "required": ["type", "text"],
                "properties": {"type": {"const": "output_text"}, "text": STRING},
            },
        },
    ),
    Feature.TESTING: Case(settings={"testing": True}),
    Feature.COMMAND_LINE: Case(settings={"command_line": True}),
}
"""Documents by the only feature that they need, with those that it requires."""

REQUIRED: Mapping[Feature | None, tuple[Feature, ...]] = {
    Feature.TOKENS: (Feature.CREDENTIALS,),
    Feature.LOGIN: (Feature.CREDENTIALS,),
    Feature.MULTIPART: (Feature.UPLOADS,),
    Feature.MULTIPART_STREAMS: (Feature.STREAMING,),
    Feature.JSON_LINES: (Feature.UPLOADS,),
}
"""Features that others require."""


def features_of(kind: Feature | None) -> tuple[Feature, ...]:
    """Return the features of the client of a document, in their order."""
    needed = {kind, *REQUIRED.get(kind, ())}
    return tuple(item for item in Feature if item in needed)
