"""Links of responses: calls in the reference, and methods that make them."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.clients import generate, import_from
from tests.e2e.documents.conftest import marked_lines
from tests.unit.runtime.conftest import Reply, Server, json_reply

pytestmark = pytest.mark.slow

KIND = "A response has links to the operations that can follow it."
RESULT = (
    "The reference shows both calls, with the values that the link passes. If these are "
    "attributes of the response whose types fit, a method such as "
    "`client.users.follow_orders(user)` makes the call."
)
DOCUMENT = """
openapi: 3.2.0
info: {title: Acme, version: '1'}
servers: [{url: 'https://acme.test'}]
paths:
  /users/{user_id}:
    post:
      operationId: users_create
      tags: [users]
      parameters:
        - &user {name: user_id, in: path, required: true, schema: {type: string}}
        - {name: team, in: query, schema: {type: string}}
        - {name: X-Tenant, in: header, schema: {type: string}}
      requestBody: {required: true, content: {application/json: {schema: {type: object, required: [name], properties: {name: {type: string}, note: {type: object, properties: {text: {type: string}}}}}}}}
      responses:
        '201':
          description: The user.
          content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}
          links:
            Orders: {operationId: orders_list, description: Orders of the user., parameters: {query.owner: $response.body#/id, kind: open}}
            Address: {operationRef: '#/paths/~1addresses~1{zip}/get', parameters: {path.zip: $response.body#/address/zip}}
            Escaped: {operationId: orders_list, parameters: {owner: $response.body#/a~1b}}
            Template: {operationId: orders_list, parameters: {owner: 'u-{$response.body#/id}'}}
            Method: {operationId: orders_list, parameters: {owner: $method}}
            Url: {operationId: orders_list, parameters: {owner: $url}}
            Status: {operationId: orders_list, parameters: {owner: $statusCode}}
            Path: {operationId: orders_list, parameters: {owner: $request.path.user_id}}
            Query: {operationId: orders_list, parameters: {owner: $request.query.team}}
            Header: {operationId: orders_list, parameters: {owner: $request.header.x-tenant}}
            Sent: {operationId: orders_list, parameters: {owner: $request.header.Accept}}
            Body: {operationId: orders_list, parameters: {owner: $request.body#/name}}
            Inner: {operationId: orders_list, parameters: {owner: $request.body#/note/text}}
            Received: {operationId: orders_list, parameters: {owner: $response.header.X-Id}}
            Whole: {operationId: orders_create, requestBody: $response.body}
            Constant: {operationId: orders_create, requestBody: {owner: a, count: 2}}
            Server: {operationId: orders_list, parameters: {owner: $response.body#/id}, server: {url: 'SERVER/{region}', variables: {region: {default: eu}}}}
            Copy: {$ref: '#/components/links/Copy'}
        '409':
          description: The user exists.
          content: {application/json: {schema: {type: object, properties: {id: {type: integer}}}}}
          links:
            Existing: {operationId: orders_list, parameters: {owner: $response.body#/id}}
  /users:
    get:
      operationId: users_list
      tags: [users]
      responses:
        '200':
          description: Users.
          content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/User'}}}}
          links:
            First: {operationId: orders_list, parameters: {owner: $response.body#/0/id}}
  /orders:
    get:
      operationId: orders_list
      tags: [orders]
      parameters:
        - {name: owner, in: query, required: true, schema: {type: string}}
        - {name: kind, in: query, schema: {type: string, enum: [open, closed]}}
      responses: {'200': {description: Orders., content: {application/json: {schema: {type: array, items: {type: string}}}}}}
    post:
      operationId: orders_create
      tags: [orders]
      requestBody: {required: true, content: {application/json: {schema: {type: object, required: [owner], properties: {owner: {type: string}, count: {type: integer}}}}}}
      responses: {'204': {description: Done.}}
  /addresses/{zip}:
    get:
      operationId: addresses_retrieve
      tags: [addresses]
      parameters: [{name: zip, in: path, required: true, schema: {type: string}}]
      responses: {'204': {description: Done.}}
components:
  links:
    Copy: {operationId: orders_list, parameters: {owner: $response.body#/owner}}
  schemas:
    User:
      type: object
      required: [id]
      properties: {id: {type: integer}, address: {type: object, properties: {zip: {type: string}}}, a/b: {type: string}, owner: {type: string}}
"""
USER = {"id": 7, "address": {"zip": "10"}, "a/b": "c", "owner": "o"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("response_links")
    (folder / "openapi.yaml").write_text(DOCUMENT, encoding="utf-8")
    generate(folder / "openapi.yaml", folder / "out", "response_links_client")
    return folder


@pytest.fixture(scope="module")
def acme(folder: Path) -> ModuleType:
    return import_from(folder / "out", "response_links_client")


def sample(folder: Path, link: str) -> str:
    """Return the source of a link in the reference."""
    page = (folder / "out/docs/users.md").read_text(encoding="utf-8")
    match = re.search(rf"#### {link}\n.*?```python\n(.*?)```", page, re.DOTALL)
    assert match is not None
    return match[1]


# The first call sends `user_id` `user-1` and the name "…".
@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("Orders", "GET /orders?owner=7&kind=open"),
        ("Address", "GET /addresses/10"),
        ("Escaped", "GET /orders?owner=c"),
        ("Template", "GET /orders?owner=u-7"),
        ("Method", "GET /orders?owner=POST"),
        ("Url", "GET /orders?owner=URL"),
        ("Status", "GET /orders?owner=201"),
        ("Path", "GET /orders?owner=user-1"),
        ("Query", "GET /orders?owner=%E2%80%A6"),
        ("Header", "GET /orders?owner=abc"),
        ("Sent", "GET /orders?owner=application%2Fjson"),
        ("Body", "GET /orders?owner=%E2%80%A6"),
        ("Received", "GET /orders?owner=9"),
        ("Server", "GET /eu/orders?owner=7"),
        ("Copy", "GET /orders?owner=o"),
        ("First", "GET /orders?owner=7"),
    ],
)
def test_call_in_the_reference(
    folder: Path,
    acme: ModuleType,
    serve: Callable[..., Server],
    link: str,
    target: str,
) -> None:
    body: Any = [USER] if link == "First" else USER
    server = serve(json_reply(body, 201, X_Id="9"), json_reply([]))
    code = sample(folder, link).replace("SERVER", server.url)
    # A header cannot contain the ellipsis of examples.
    code = code.replace('x_tenant = "…"', 'x_tenant = "abc"')
    exec(code, {"client": acme.Acme(base_url=server.url)})
    first, second = server.received
    url = f"{server.url}{first.target}".replace(":", "%3A").replace("/", "%2F")
    assert f"{second.method} {second.target}" == target.replace("URL", url)


def test_bodies_in_the_reference(
    folder: Path, acme: ModuleType, serve: Callable[..., Server]
) -> None:
    server = serve(json_reply(USER), Reply(204))
    exec(sample(folder, "Constant"), {"client": acme.Acme(base_url=server.url)})
    assert server.received[1].body == b'{"owner":"a","count":2}'
    server = serve(json_reply(USER), Reply(204))
    exec(sample(folder, "Whole"), {"client": acme.Acme(base_url=server.url)})
    assert b'"a/b":"c"' in server.received[1].body
    assert b'"owner":"o"' in server.received[1].body


def test_link_of_an_error_in_the_reference(
    folder: Path, acme: ModuleType, serve: Callable[..., Server]
) -> None:
    server = serve(json_reply({"id": 3}, 409), json_reply([]))
    client = acme.Acme(base_url=server.url, max_retries=0)
    exec(sample(folder, "Existing"), {"client": client})
    assert server.received[1].target == "/orders?owner=3"


def test_nested_argument_in_the_reference(folder: Path) -> None:
    code = sample(folder, "Inner")
    assert 'client.orders.list(owner=note["text"])' in code


def test_methods(acme: ModuleType, serve: Callable[..., Server]) -> None:
    server = serve(
        json_reply(USER, 201),
        json_reply(["a"]),
        Reply(204),
        json_reply([]),
    )
    users = acme.Acme(base_url=server.url).users
    user = users.create("a", name="b")
    assert users.follow_orders(user, extra_headers={"X-A": "b"}) == ["a"]
    assert users.follow_address(user) is None
    assert users.follow_template(user) == []
    targets = [item.target for item in server.received[1:]]
    assert targets == [
        "/orders?owner=7&kind=open",
        "/addresses/10",
        "/orders?owner=u-7",
    ]
    assert server.received[1].headers["x-a"] == "b"


def test_async_methods(acme: ModuleType, serve: Callable[..., Server]) -> None:
    server = serve(json_reply(USER, 201), json_reply(["a"]))

    async def follow() -> Any:
        async with acme.AsyncAcme(base_url=server.url) as client:
            user = await client.users.create("a", name="b")
            return await client.users.follow_orders(user)

    assert asyncio.run(follow()) == ["a"]
    assert server.received[1].target == "/orders?owner=7&kind=open"


def test_missing_value(acme: ModuleType, serve: Callable[..., Server]) -> None:
    server = serve(json_reply({"id": 7, "address": {}}, 201))
    users = acme.Acme(base_url=server.url).users
    user = users.create("a", name="b")
    with pytest.raises(ValueError, match="no value at /address/zip"):
        users.follow_address(user)
    assert len(server.received) == 1


def test_links_without_a_method(acme: ModuleType) -> None:
    """A method has only the response, which does not contain every value of a link."""
    methods = {name for name in dir(acme.resources.users.Users) if "follow" in name}
    expected = "orders address escaped template method constant copy"
    assert methods == {f"follow_{name}" for name in expected.split()}


def test_types(
    client_of: Callable[..., ModuleType], wrong_lines: Callable[..., set[int]]
) -> None:
    caller = """
from acme_client import Acme, AsyncAcme
from acme_client.types.users import User

def follow(client: Acme, user: User) -> None:
    orders: list[str] = client.users.follow_orders(user, timeout=30)
    client.users.follow_address(user)
    client.users.follow_orders(orders)  # wrong
    client.users.follow_orders(user, owner="a")  # wrong
    number: list[int] = client.users.follow_orders(user)  # wrong

async def follow_later(client: AsyncAcme, user: User) -> list[str]:
    return await client.users.follow_orders(user)
"""
    assert wrong_lines(client_of(DOCUMENT), caller) == marked_lines(caller)


def test_client_without_links_has_no_code_for_them(tmp_path: Path) -> None:
    document = re.sub(r"(?m)^ +links:\n(?:  +\w+: \{.*\n)+", "", DOCUMENT)
    assert "$response" not in document
    (tmp_path / "openapi.yaml").write_text(document, encoding="utf-8")
    generated = generate(tmp_path / "openapi.yaml", tmp_path / "out", "no_links_client")
    assert "no_links_client/_runtime/links.py" not in generated.files
    assert "cast(" not in str(generated.files["no_links_client/resources/users.py"])
