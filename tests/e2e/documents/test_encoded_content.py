"""Strings that contain JSON or encoded bytes, which models decode on request."""

from __future__ import annotations

import base64
import importlib
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import build
from tests.e2e.documents.conftest import marked_lines
from tests.unit.runtime.conftest import Server, json_reply

pytestmark = pytest.mark.slow

KIND = (
    "A string has `contentMediaType: application/json`, `contentSchema` or "
    "`contentEncoding`."
)
RESULT = (
    "The attribute is the string. A method such as `decode_payload()` returns the type of "
    "`contentSchema`, any JSON value, or bytes, and raises `ValueError` if that fails."
)
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
servers: [{url: "https://acme.test"}]
paths:
  /orders:
    get:
      operationId: getOrder
      responses:
        '200':
          description: An order.
          content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
    post:
      operationId: createOrder
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/NewOrder'}}}
      responses: {'204': {description: Done.}}
components:
  schemas:
    Order:
      type: object
      required: [payload, token, decode_token, text]
      properties:
        payload:
          type: string
          contentMediaType: application/json
          contentSchema: {type: object, required: [id], properties: {id: {type: string}}}
        token:
          allOf:
            - type: string
              contentEncoding: base64url
              contentMediaType: application/json; charset=utf-8
              contentSchema: {$ref: '#/components/schemas/Claims'}
        decode_token: {type: string}
        raw: {type: string, contentEncoding: base16, contentMediaType: image/png}
        free: {$ref: '#/components/schemas/Text'}
        list:
          anyOf:
            - type: string
              contentMediaType: application/vnd.acme+json
              contentSchema: {type: array, items: {$ref: '#/components/schemas/Claims'}}
            - type: 'null'
        count: {type: string, contentMediaType: application/json, contentSchema: {type: integer}}
        files: {type: string, contentMediaType: application/json, contentSchema: {type: array, items: {type: string, format: binary}}}
        text: {type: string, contentMediaType: text/html, contentEncoding: 8bit}
        packed: {type: string, contentEncoding: gzip}
        number: {type: integer, contentMediaType: application/json}
        secret: {type: string, writeOnly: true, contentMediaType: application/json, contentSchema: {$ref: '#/components/schemas/Secret'}}
    Text: {type: string, contentMediaType: application/json}
    Secret: {type: object, properties: {key: {type: string}}}
    Claims:
      type: object
      required: [sub]
      properties:
        sub: {type: string}
        parent: {type: string, contentMediaType: application/json, contentSchema: {$ref: '#/components/schemas/Claims'}}
    NewOrder:
      type: object
      required: [note]
      properties:
        note: {type: string, contentMediaType: application/json, contentSchema: {$ref: '#/components/schemas/Note'}}
    Note: {type: object, properties: {text: {type: string}}}
"""
CALLER = """
from typing import Any, assert_type

from acme_client import Acme
from acme_client.types import Claims, Order, OrderPayload


def call(client: Acme, order: Order) -> None:
    assert_type(order.payload, str)
    assert_type(order.decode_payload(), OrderPayload)
    assert_type(order.decode_token2(), Claims)
    assert_type(order.decode_token2().decode_parent(), Claims | None)
    assert_type(order.decode_token, str)
    assert_type(order.decode_raw(), bytes | None)
    assert_type(order.decode_free(), Any)
    assert_type(order.decode_list(), list[Claims] | None)
    assert_type(order.decode_count(), int | None)
    assert_type(order.decode_files(), list[str] | None)
    client.orders.create(note="{}")
    client.orders.create(note={"text": "x"})  # wrong
"""
PARENT = json.dumps({"sub": "b"})
TOKEN = base64.urlsafe_b64encode(json.dumps({"sub": "a", "parent": PARENT}).encode())
ORDER: dict[str, Any] = {
    "payload": '{"id": "7"}',
    "token": TOKEN.decode(),
    "decode_token": "x",
    "text": "<p>",
}

Clients = Callable[..., ModuleType]
Serve = Callable[..., Server]


@pytest.fixture
def fetch(client_of: Clients, serve: Serve) -> Callable[..., Any]:
    def fetch(**members: Any) -> Any:
        server = serve(json_reply(ORDER | members))
        return client.Acme(base_url=server.url).orders.retrieve()

    client = client_of(DOCUMENT)
    return fetch


def test_strings_stay_strings_and_are_decoded_on_request(
    fetch: Callable[..., Any],
) -> None:
    sent = {"raw": "0aFF", "free": "[1]", "list": '[{"sub": "z"}]', "count": "3"}
    order = fetch(**sent)
    assert order.to_dict() == ORDER | sent
    assert order.payload == '{"id": "7"}'
    assert order.decode_payload().id == "7"
    assert order.decode_token == "x"
    claims = order.decode_token2()
    assert type(claims).__name__ == "Claims"
    assert (claims.sub, claims.decode_parent().sub) == ("a", "b")
    assert order.decode_raw() == b"\x0a\xff"
    assert order.decode_free() == [1]
    assert [each.sub for each in order.decode_list()] == ["z"]
    assert order.decode_count() == 3


def test_absent_and_null_strings_are_none(fetch: Callable[..., Any]) -> None:
    order = fetch(list=None)
    assert order.decode_list() is None
    assert order.decode_raw() is None
    assert order.decode_token2().decode_parent().decode_parent() is None


@pytest.mark.parametrize(
    ("members", "method", "message"),
    [
        ({"payload": "{"}, "decode_payload", "cannot decode 'payload': Expecting"),
        ({"payload": "[]"}, "decode_payload", "is an array, not OrderPayload"),
        ({"payload": "null"}, "decode_payload", "is null, not OrderPayload"),
        ({"payload": 5}, "decode_payload", "value is not a string: int"),
        ({"payload": "[" * 100_000}, "decode_payload", "recursion"),
        ({"token": "e+0="}, "decode_token2", "base64url has no"),
        ({"token": "_w=="}, "decode_token2", "utf-8"),
        ({"count": "1.5"}, "decode_count", "is a number, not int"),
        ({"count": "NaN"}, "decode_count", "NaN is not a JSON value"),
        ({"raw": "0"}, "decode_raw", "Odd-length"),
    ],
)
def test_strings_that_cannot_be_decoded(
    fetch: Callable[..., Any], members: Any, method: str, message: str
) -> None:
    order = fetch(**members)
    with pytest.raises(ValueError, match=message):
        getattr(order, method)()


def test_a_required_string_that_is_missing(client_of: Clients) -> None:
    order = client_of(DOCUMENT).types.Order.from_dict({})
    with pytest.raises(AttributeError, match="payload"):
        order.decode_payload()


def test_methods_exist_only_for_contents(client_of: Clients) -> None:
    types = client_of(DOCUMENT).types
    methods = {name for name in vars(types.Order) if name.startswith("decode_")}
    assert methods - {"decode_token"} == {
        *("decode_payload", "decode_token2", "decode_raw"),
        *("decode_free", "decode_list", "decode_count", "decode_files"),
    }
    # Types that only contents of arguments have are not generated.
    assert not hasattr(types, "Note")
    assert not hasattr(types, "Secret")


def test_types(client_of: Clients, wrong_lines: Callable[..., set[int]]) -> None:
    assert wrong_lines(client_of(DOCUMENT), CALLER) == marked_lines(CALLER)


def test_bytes_that_are_native_values(client_of: Clients) -> None:
    document = DOCUMENT.replace("contentEncoding: base64url", "format: byte")
    for native in ([], ["byte"]):
        client = client_of(document, native_types=native)
        order = client.types.Order.from_dict({"token": TOKEN.decode()})
        assert isinstance(order.token, bytes if native else str)
        assert order.decode_token2().sub == "a"


def test_mock(client_of: Clients) -> None:
    module = client_of(DOCUMENT)
    mock = importlib.import_module(f"{module.__name__}.testing").MockAPI()
    order = module.Acme(http_client=mock.client()).orders.retrieve()
    assert order.decode_payload().id == "id"
    assert order.decode_token2().sub == "sub"


def test_reference(tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text(DOCUMENT, encoding="utf-8")
    config = Config(specs=("openapi.yaml",), directory=tmp_path)
    files = build(config, Diagnostics()).files
    page = next(files[path] for path in files if path.endswith("types/orders.md"))
    row = next(line for line in page.decode().splitlines() if "decode_payload" in line)
    assert "OrderPayload" in row and "Decode `payload`" in row
