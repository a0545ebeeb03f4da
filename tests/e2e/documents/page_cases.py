"""Documents with a paginated list, and clients that read its pages."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType, ModuleType
from typing import Any, NamedTuple

import httpx2

ClientOf = Callable[..., ModuleType]
STRING = {"type": "string"}
INTEGER = {"type": "integer"}
BOOLEAN = {"type": "boolean"}
ANTS = {
    "type": "array",
    "items": {"type": "object", "properties": {"id": STRING}, "required": ["id"]},
}
NEXT = {"type": "string", "description": "Pass it to get the next page of results."}
PAGE_1 = [{"id": "a"}, {"id": "b"}]
PAGE_2 = [{"id": "c"}]


class Case(NamedTuple):
    """A list, and the queries that read its two pages.

    Args:
        parameters: Schemas of the query parameters; a name with `!` is required. A schema
            can have the style of the parameter as `x-style`.
        response: Schemas of the response, by property; the schema of an array, such as
            `ANTS`, for a list without object.
        bodies: Bodies of the pages.
        queries: Expected query of each request, or the body if it has none.
        headers: Headers of responses.
        path: Path of the operation.
        first: Arguments of the call.
        body: Schemas of the properties of the request body; makes the operation a POST.
        links: Header `Link` of each page; `""` for none.
        description: Description of the operation.
        schemas: Further schemas of the document.
        paths: Further paths of the document.
    """

    parameters: dict[str, Any]
    response: dict[str, Any]
    bodies: list[Any]
    queries: list[str]
    headers: tuple[str, ...] = ()
    path: str = "/ants"
    first: Mapping[str, Any] = MappingProxyType({})
    body: dict[str, Any] | None = None
    links: tuple[str, ...] = ()
    description: str = ""
    schemas: Mapping[str, Any] = MappingProxyType({})
    paths: Mapping[str, Any] = MappingProxyType({})


def token_pages(name: str, *outer: str) -> list[Any]:
    """Return two pages with a token at a path; the last page has none."""
    pages: list[Any] = []
    for items, token in ((PAGE_1, "t"), (PAGE_2, None)):
        members: Any = {name: token} if token else {}
        for key in reversed(outer):
            members = {key: members}
        pages.append({"ants": items, **members})
    return pages


def document(case: Case) -> str:
    """Return the document of a case; JSON is also YAML."""
    schema = (
        case.response
        if case.response.get("type") == "array"
        else {"type": "object", "properties": case.response}
    )
    parameters = [
        {
            "name": name.removesuffix("!"),
            "in": "query",
            "required": name.endswith("!"),
            "schema": item,
            "description": item.get("description", ""),
            "style": item.get("x-style", "form"),
        }
        for name, item in case.parameters.items()
    ]
    parameters += [
        {"name": name, "in": "path", "required": True, "schema": STRING}
        for name in re.findall(r"{(\w+)}", case.path)
    ]
    response = {
        "description": "Ants.",
        "headers": {name: {"schema": INTEGER} for name in case.headers},
        "content": {"application/json": {"schema": schema}},
    }
    operation: dict[str, Any] = {
        "operationId": "listAnts",
        "description": case.description,
        "tags": ["ants"],
        "parameters": parameters,
        "responses": {"200": response},
    }
    if case.body is not None:
        operation["requestBody"] = {
            "required": True,
            "content": {
                "application/json": {
                    "schema": {"type": "object", "properties": case.body}
                }
            },
        }
    root = {
        "openapi": "3.1.0",
        "info": {"title": "Acme", "version": "1"},
        "servers": [{"url": "https://acme.test"}],
        "paths": {
            case.path: {"get" if case.body is None else "post": operation},
            **case.paths,
        },
        "components": {"schemas": dict(case.schemas)},
    }
    return json.dumps(root)


def list_method(client: Any) -> Any:
    """Return the only method of a client."""
    (name,) = [
        name for name in ("ants", "find", "messages") if hasattr(type(client), name)
    ]
    resource = getattr(client, name)
    methods = (getattr(resource, name, None) for name in ("list", "retrieve", "create"))
    return next(method for method in methods if method is not None)


def _id_of(ant: Any) -> Any:
    return ant["id"] if isinstance(ant, dict) else ant.id


def read_pages(package: ModuleType, case: Case) -> None:
    """Read all pages with both clients, and check the items and the requests.

    The items of the pages must be `a`, `b` and `c`, each read once.
    """
    requests: list[str] = []

    def respond(request: httpx2.Request) -> httpx2.Response:
        if request.method == "POST":
            query = request.url.query.decode()
            requests.append(query or request.content.decode())
        else:
            requests.append(request.url.query.decode())
        number = (len(requests) - 1) % len(case.bodies)
        links = case.links[number : number + 1]
        headers = [("link", link) for link in links if link]
        return httpx2.Response(200, json=case.bodies[number], headers=headers)

    transport = httpx2.MockTransport(respond)
    client = package.Acme(http_client=httpx2.Client(transport=transport))
    ids = [_id_of(ant) for ant in list_method(client)(**case.first)]
    assert (ids, requests) == (["a", "b", "c"], case.queries)

    async def run() -> None:
        http = httpx2.AsyncClient(transport=transport)
        method = list_method(package.AsyncAcme(http_client=http))
        assert [_id_of(ant) async for ant in method(**case.first)] == ids

    asyncio.run(run())
    assert requests == case.queries * 2
