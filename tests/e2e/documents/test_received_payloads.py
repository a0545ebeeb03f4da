"""Payloads of callbacks and webhooks that are not JSON."""

from __future__ import annotations

import time
from base64 import b64encode
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from tests.e2e.documents.conftest import marked_lines

KIND = (
    "The payload of a callback or a webhook is a URL-encoded form, XML, text or lines of "
    "JSON."
)
RESULT = (
    "It is parsed: a form to a model with numbers, booleans, arrays and objects of their "
    "types, lines of JSON to a list, XML and text to a string in their charset. `unwrap` "
    "selects by the `Content-Type` of the webhook."
)
PAYLOADS = {
    "form": (
        "application/x-www-form-urlencoded",
        "{$ref: '#/components/schemas/Call'}",
    ),
    "xml": ("application/xml", "{type: object, properties: {a: {type: string}}}"),
    "text": ("text/plain", "{type: string}"),
    "count": ("text/plain", "{type: integer}"),
    "lines": (
        "application/x-ndjson",
        "{type: array, items: {$ref: '#/components/schemas/Row'}}",
    ),
    "tuple": (
        "application/json",
        "{type: object, required: [point], properties: {point: "
        "{$ref: '#/components/schemas/Point'}}}",
    ),
}
SCHEMAS = """
components:
  schemas:
    Row: {type: object, required: [n], properties: {n: {type: integer}}}
    Point: {type: array, prefixItems: [{type: number}, {$ref: '#/components/schemas/Row'}], items: false, minItems: 2}
    Meta: {type: object, properties: {page: {type: integer}, deep: {type: object, additionalProperties: {type: boolean}}}}
    Call:
      type: object
      required: [CallSid]
      properties:
        CallSid: {type: string}
        Duration: {type: integer}
        Price: {type: number}
        Ended: {type: boolean}
        Digits: {type: string}
        Status: {type: string, enum: [busy, done]}
        Level: {type: integer, enum: [1, 2]}
        Since: {type: [integer, 'null']}
        Tags: {type: array, items: {type: string}}
        'Sizes[]': {type: array, items: {type: integer}}
        Rows: {type: array, items: {$ref: '#/components/schemas/Row'}}
        Meta: {$ref: '#/components/schemas/Meta'}
        Point: {$ref: '#/components/schemas/Point'}
        Owner: {oneOf: [{type: string}, {type: array, items: {type: integer}}]}
"""


def document(items: str, indent: str) -> str:
    """Return the requests of `callbacks` or `webhooks` for all payloads."""
    lines = []
    for name, (media, schema) in PAYLOADS.items():
        body = f"{{content: {{{media}: {{schema: {schema}}}}}}}"
        request = f"{{post: {{requestBody: {body}, responses: {{'200': {{description: Ok.}}}}}}}}"
        lines.append(f"{indent}{name}: {items % request}\n")
    return "".join(lines)


HEAD = "openapi: 3.1.0\ninfo: {title: Acme, version: '1'}\n"
CALLBACKS = (
    HEAD
    + "paths:\n  /calls:\n    post:\n      operationId: createCall\n"
    + "      responses: {'204': {description: Done.}}\n      callbacks:\n"
    + document("{'{$request.query.url}': %s}", " " * 8)
    + SCHEMAS
)
WEBHOOKS = HEAD + "paths: {}\nwebhooks:\n" + document("%s", "  ") + SCHEMAS
FORM = (
    "CallSid=0012&Duration=42&Price=-1.5e1&Ended=true&Digits=7&Status=done&Level=2"
    "&Since=&Tags=a&Tags=b&Sizes[]=1&Rows[0][n]=3&Rows[1][n]=4&Meta[page]=2"
    "&Meta[deep][x]=false&Point=%5B1%2C%7B%22n%22%3A5%7D%5D&Owner=9&extra=1&extra=2"
)


def check_form(types: ModuleType, call: Any) -> None:
    assert type(call) is types.Call
    numbers = (call.call_sid, call.duration, call.price, call.ended, call.digits)
    assert numbers == ("0012", 42, -15.0, True, "7")
    assert type(call.duration) is int and type(call.price) is float
    assert (call.status, call.level, call.since) == ("done", 2, None)
    assert (call.tags, call.sizes) == (["a", "b"], [1])
    assert call.rows == [types.Row(n=3), types.Row(n=4)]
    assert call.meta == types.Meta.from_dict({"page": 2, "deep": {"x": False}})
    assert call.point == (1, types.Row(n=5)) and type(call.point[1]) is types.Row
    assert call.owner == "9"
    assert call.model_extra == {"extra": ["1", "2"]}


@pytest.fixture
def callbacks(client_of: Callable[..., ModuleType]) -> ModuleType:
    return client_of(CALLBACKS)


@pytest.mark.parametrize("encode", [str, str.encode])
def test_callbacks_are_parsed(
    callbacks: ModuleType, encode: Callable[[str], str | bytes]
) -> None:
    for client in (callbacks.Acme(), callbacks.AsyncAcme()):
        parse = client.callbacks
        check_form(callbacks.types, parse.parse_form(encode(FORM)))
        assert parse.parse_xml(encode("<a>ü</a>")) == "<a>ü</a>"
        assert parse.parse_text(encode("12")) == "12"
        assert parse.parse_count(encode("12")) == 12
        row = callbacks.types.Row(n=1)
        for lines in ('{"n":1}\n\n{"n":1}\n', '\x1e{"n":1}\n\x1e{"n":1}'):
            assert parse.parse_lines(encode(lines)) == [row, row]
        point = parse.parse_tuple(encode('{"point": [1, {"n": 1}]}')).point
        assert point == (1, row) and type(point[1]) is type(row)


def test_values_that_do_not_match_are_kept(callbacks: ModuleType) -> None:
    form = "Duration=soon&Ended=maybe&Level=x&Meta=y&Rows=z&Price=1_0&Duration[a]=1&Point[x]=1"
    call = callbacks.Acme().callbacks.parse_form(form)
    assert call.to_dict() == {
        "Duration": "soon",
        "Ended": "maybe",
        "Level": "x",
        "Meta": "y",
        "Rows": ["z"],
        "Price": "1_0",
        "Duration[a]": "1",
        "Point": {"x": "1"},
    }
    nested = "&".join(["a" + "[b]" * 5_000 + "=1", "Meta=" + "[" * 100_000])
    assert callbacks.Acme().callbacks.parse_form(nested).meta == "[" * 100_000


@pytest.mark.parametrize(
    ("method", "payload"),
    [
        ("form", b"CallSid=%ff"),
        ("form", b"CallSid=\xff"),
        ("text", b"\xff"),
        ("xml", b"<?xml version='1.0' encoding='none-such'?><a/>"),
        ("lines", b"{"),
        ("lines", b"[" * 100_000),
        ("tuple", b"[" * 100_000),
        ("count", b"many"),
    ],
)
def test_invalid_payloads_raise(
    callbacks: ModuleType, method: str, payload: bytes
) -> None:
    parse = getattr(callbacks.Acme().callbacks, f"parse_{method}")
    with pytest.raises(
        ValueError, match=r"decode|unknown|nested|line 1|delimiter|quotes"
    ):
        parse(payload)


def test_the_encoding_of_xml_is_read(callbacks: ModuleType) -> None:
    text = "<?xml version='1.0' encoding='iso-8859-1'?><a>ü</a>"
    parsed = callbacks.Acme().callbacks.parse_xml(text.encode("iso-8859-1"))
    assert parsed == text


def headers(media_type: str) -> dict[str, str]:
    return {
        "webhook-id": "msg_1",
        "webhook-timestamp": str(int(time.time())),
        "Content-Type": media_type,
    }


def unwrap(client: Any, media_type: str, payload: bytes) -> Any:
    """Sign a payload as its sender does, and unwrap it."""
    from hmac import digest

    sent = headers(media_type)
    signed = f"{sent['webhook-id']}.{sent['webhook-timestamp']}.".encode() + payload
    signature = b64encode(digest(b"secret", signed, "sha256")).decode()
    sent["webhook-signature"] = f"v1,{signature}"
    return client.webhooks.unwrap(payload, sent, secret="secret")


def test_webhooks_are_parsed_by_their_media_type(
    client_of: Callable[..., ModuleType],
) -> None:
    package = client_of(WEBHOOKS)
    types = package.types
    for client in (package.Acme(), package.AsyncAcme()):
        form = unwrap(client, "application/x-www-form-urlencoded", FORM.encode())
        check_form(types, form)
        latin = "text/plain; charset=iso-8859-1"
        assert unwrap(client, latin, "ü".encode("latin-1")) == "ü"
        assert unwrap(client, "application/xml", b"<a/>") == "<a/>"
        rows = unwrap(client, "application/x-ndjson", b'{"n":1}\n{"n":2}')
        assert rows == [types.Row(n=1), types.Row(n=2)]
        event = unwrap(client, "application/json", b'{"point": [1, {"n": 1}]}')
        assert type(event.point) is tuple and event.point[1] == types.Row(n=1)
        with pytest.raises(package.errors.InvalidPayloadError, match="not declared"):
            unwrap(client, "multipart/form-data; boundary=x", b"--x--")


CALLER = """
from typing import assert_type
from acme_client import Acme
from acme_client.types import Call, Row


def caller(client: Acme, body: bytes) -> None:
    assert_type(client.callbacks.parse_form(body), Call)
    assert_type(client.callbacks.parse_xml(body), str)
    assert_type(client.callbacks.parse_text(body), str)
    assert_type(client.callbacks.parse_count(body), int)
    assert_type(client.callbacks.parse_lines(body), list[Row])
    assert_type(client.callbacks.parse_tuple(body).point, tuple[float, Row])
    client.callbacks.parse_form({})  # wrong
"""


@pytest.mark.slow
def test_type_checkers_know_the_payloads(
    callbacks: ModuleType, wrong_lines: Callable[..., set[int]]
) -> None:
    assert wrong_lines(callbacks, CALLER) == marked_lines(CALLER)
