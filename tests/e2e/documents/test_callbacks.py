"""Callbacks of operations: types, methods that parse payloads, and documentation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import black
import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import build
from tests.e2e.documents.conftest import marked_lines

KIND = (
    "An operation has `callbacks`, written inline or behind a `$ref`, and several "
    "operations have callbacks with the same name."
)
RESULT = (
    "The types of payloads are in `types/callbacks.py`, `client.callbacks` has a typed "
    "method that parses each payload, and the operation documents its callbacks. Forms "
    "become typed objects, XML and text strings, lines of JSON lists, files bytes."
)
DOCUMENT = (Path(__file__).parent / "callbacks.yaml").read_text(encoding="utf-8")
ClientOf = Callable[..., ModuleType]
SHIPMENT = '{"sent": "2024-01-02T03:04:05Z", "parcel": "p"}'


@pytest.fixture
def acme(client_of: ClientOf) -> ModuleType:
    return client_of(DOCUMENT)


def clients(package: ModuleType) -> list[Any]:
    return [package.Acme(), package.AsyncAcme()]


def parsers(client: Any) -> list[str]:
    return [name for name in dir(client.callbacks) if name.startswith("parse_")]


def read(package: ModuleType, name: str) -> str:
    return (Path(str(package.__file__)).parent / name).read_text(encoding="utf-8")


def replaced(old: str, new: str) -> str:
    assert old in DOCUMENT
    return DOCUMENT.replace(old, new)


@pytest.mark.parametrize("encode", [str, str.encode])
def test_payloads_are_parsed(
    acme: ModuleType, encode: Callable[[str], str | bytes]
) -> None:
    for client in clients(acme):
        shipment = client.callbacks.parse_order_shipped(encode(SHIPMENT))
        assert type(shipment) is acme.types.Shipment
        assert shipment.parcel == "p"
        shipments = client.callbacks.parse_create_refund_changed(
            encode(f"[{SHIPMENT}]")
        )
        assert shipments == [shipment]
        changed = client.callbacks.parse_create_invoice_changed(encode('{"total": 3}'))
        assert type(changed) is acme.types.CreateInvoiceChangedRequest
        assert changed.total == 3


def test_a_callback_behind_a_reference_is_parsed(acme: ModuleType) -> None:
    for client in clients(acme):
        reminder = client.callbacks.parse_reminder('{"days": 7}')
        assert type(reminder) is acme.types.ReminderRequest
        assert reminder.days == 7


@pytest.mark.parametrize("payload", ["", "{", b"\xff\xfe\xff", "<a/>"])
def test_invalid_json_raises(acme: ModuleType, payload: str | bytes) -> None:
    for client in clients(acme):
        with pytest.raises(acme.errors.InvalidPayloadError):
            client.callbacks.parse_reminder(payload)


def test_each_callback_has_a_method(acme: ModuleType) -> None:
    for client in clients(acme):
        assert parsers(client) == [
            "parse_create_invoice_changed",
            "parse_create_refund_changed",
            "parse_order_shipped",
            "parse_printed",
            "parse_reminder",
        ]


def test_types_have_their_own_module(acme: ModuleType) -> None:
    source = read(acme, "types/callbacks.py")
    for name in ("Shipment", "ReminderRequest", "CreateInvoiceChangedRequest"):
        assert f"class {name}(" in source


def test_names_do_not_depend_on_the_order_of_operations(
    acme: ModuleType, client_of: ClientOf
) -> None:
    head, rest = DOCUMENT.split("paths:\n")
    paths, components = rest.split("components:\n")
    orders, invoices, refunds = paths.split("  /")[1:]
    other = f"  /{refunds}  /{invoices}  /{orders}"
    package = client_of(f"{head}paths:\n{other}components:\n{components}")
    assert parsers(package.Acme()) == parsers(acme.Acme())


def test_two_methods_of_a_url_are_distinguished(client_of: ClientOf) -> None:
    old = "            get: {responses: {'200': {description: Alive.}}}\n"
    body = (
        "requestBody: {content: {application/json: {schema: {type: %s}}}},"
        " responses: {'200': {description: Alive.}}"
    )
    new = "".join(
        f"            {method}: {{{body % type_}}}\n"
        for method, type_ in (("put", "integer"), ("patch", "string"))
    )
    second = "          '{$request.query.other}':\n            put: {%s}\n"
    package = client_of(replaced(old, new + second % (body % "boolean")))
    callbacks = package.Acme().callbacks
    assert callbacks.parse_create_order_ping_patch('"a"') == "a"
    assert callbacks.parse_create_order_ping_put_1("3") == 3
    assert callbacks.parse_create_order_ping_put_2("true") is True


def test_equal_types_share_a_method(client_of: ClientOf) -> None:
    package = client_of(
        replaced(
            "{type: object, required: [total], properties: {total: {type: integer}}}",
            "{type: array, items: {$ref: '#/components/schemas/Shipment'}}",
        )
    )
    assert parsers(package.Acme()) == [
        "parse_changed",
        "parse_order_shipped",
        "parse_printed",
        "parse_reminder",
    ]


OTHER_CALLER = """\
from acme_client import Acme


def caller(client: Acme) -> str | None:
    return client.callbacks.parse_create_refund_changed("[]")[0].parcel
"""
RESOURCE = """\
  /callbacks:
    get: {operationId: listCallbacks, tags: [callbacks], responses: {'204': {description: Done.}}}
  /callbacks/parse_reminder:
    post: {operationId: parseReminder, tags: [callbacks], responses: {'204': {description: Done.}}}
  /invoices:
"""


@pytest.mark.slow
def test_a_resource_named_callbacks_keeps_its_methods(
    client_of: ClientOf, wrong_lines: Callable[..., set[int]]
) -> None:
    package = client_of(
        replaced("  /invoices:\n", RESOURCE),
        names={
            "listCallbacks": "callbacks.list",
            "parseReminder": "callbacks.parse_reminder",
        },
    )
    for client in clients(package):
        reminder = client.callbacks.parse_create_order_reminder('{"days": 7}')
        assert reminder.days == 7
        assert callable(client.callbacks.with_raw_response.parse_reminder)
        assert callable(client.callbacks.list)
        [shipment] = client.callbacks.parse_create_refund_changed(f"[{SHIPMENT}]")
        assert shipment.parcel == "p"
    assert wrong_lines(package, OTHER_CALLER) == set()


def test_a_client_without_callbacks_has_no_resource(client_of: ClientOf) -> None:
    package = client_of(DOCUMENT.replace("      callbacks:\n", "      x-callbacks:\n"))
    assert not hasattr(package.Acme(), "callbacks")


def test_callbacks_of_excluded_operations_have_no_method(client_of: ClientOf) -> None:
    package = client_of(DOCUMENT, exclude=("createOrder", "createRefund"))
    assert parsers(package.Acme()) == ["parse_changed", "parse_reminder"]


def test_the_docstring_lists_the_callbacks(acme: ModuleType) -> None:
    for client in clients(acme):
        text = " ".join(str(client.orders.create.__doc__).split())
        assert "`orderShipped`: `POST {$request.body#/url}?event=shipped`;" in text
        assert "`client.callbacks.parse_reminder()`" in text
        assert "`client.callbacks.parse_printed()`" in text
        assert (
            "The parcel is on its way." in client.callbacks.parse_order_shipped.__doc__
        )


def test_the_reference_documents_the_callbacks(acme: ModuleType) -> None:
    page = read(acme, "../docs/orders.md")
    section = page.partition("### Callbacks\n")[2].partition("### HTTP")[0]
    shipped, _, rest = section.partition("#### reminder\n")
    for line in (
        "#### orderShipped",
        "**POST** `{$request.body#/url}?event=shipped`",
        "The parcel is on its way.",
        "Payload: [Shipment](types/callbacks.md#shipment) (`application/json`)",
        "Parse it with `client.callbacks.parse_order_shipped(payload, headers)`.",
        "| 200 | Received. |",
        "| 410 | The order is unknown. |",
    ):
        assert f"\n{line}\n" in shipped
    assert "Parse it with `client.callbacks.parse_reminder(payload, headers)`." in rest
    assert "Parse it with `client.callbacks.parse_printed(payload, headers)`." in rest


def test_a_broken_reference_is_reported(tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text(
        replaced("callbacks/Reminder'", "callbacks/None'"), encoding="utf-8"
    )
    diagnostics = Diagnostics()
    config = Config(
        package="acme_client",
        client="Acme",
        specs=("openapi.yaml",),
        directory=tmp_path,
        output=str(tmp_path / "out"),
    )
    files = build(config, diagnostics).files
    assert "unresolved-reference" in {item.rule.code for item in diagnostics}
    assert not any(
        b"parse_reminder" in content for content in map(to_bytes, files.values())
    )


def to_bytes(content: Any) -> bytes:
    return content if isinstance(content, bytes) else str(content).encode()


def test_the_module_is_formatted(acme: ModuleType) -> None:
    source = read(acme, "resources/callbacks.py")
    assert black.format_str(source, mode=black.Mode()) == source


CALLER = """\
from typing_extensions import assert_type

from acme_client import Acme, AsyncAcme
from acme_client.types import CreateInvoiceChangedRequest, ReminderRequest, Shipment


def sync_caller(client: Acme, body: bytes) -> None:
    assert_type(client.callbacks.parse_order_shipped(body), Shipment)
    assert_type(client.callbacks.parse_reminder("{}"), ReminderRequest)
    assert_type(client.callbacks.parse_create_refund_changed(body), list[Shipment])
    client.callbacks.parse_reminder({})  # wrong
    assert_type(client.callbacks.parse_printed(body), str)
    client.callbacks.parse_ping(body)  # wrong


async def async_caller(client: AsyncAcme, body: bytes) -> None:
    changed = client.callbacks.parse_create_invoice_changed(body)
    assert_type(changed, CreateInvoiceChangedRequest)
    await client.callbacks.parse_reminder(body)  # wrong
"""


@pytest.mark.slow
def test_type_checkers_know_the_payloads(
    acme: ModuleType, wrong_lines: Callable[..., set[int]]
) -> None:
    assert wrong_lines(acme, CALLER) == marked_lines(CALLER)
