"""Bodies that are not JSON, or not of the media type that the document declares."""

from __future__ import annotations

import asyncio
import importlib
import io
from collections.abc import AsyncIterator, Callable, Iterator
from types import ModuleType
from typing import Any

import pytest

from tests.clients import generate, import_from
from tests.e2e.documents.conftest import marked_lines
from tests.unit.runtime.conftest import Reply, Server, json_reply

KIND = (
    "A body is XML, lines of JSON, text or bytes, or the document does not declare it."
)
RESULT = (
    "XML is passed as `str` or `bytes` and returned as `str`; it is not parsed. Lines of JSON "
    "are sent from an iterable of rows. Binary content is never decoded as text, and a "
    "response body that the document does not declare is returned as received."
)
DOCUMENT = """
openapi: 3.2.0
info: {title: Acme, version: '1'}
servers: [{url: 'https://acme.test'}]
paths:
  /invoices:
    post:
      operationId: invoices_create
      requestBody: {required: true, content: {application/xml: {schema: &invoice {$ref: '#/components/schemas/Invoice'}}}}
      responses: {'200': {description: The invoice., content: {application/xml: {schema: *invoice}}}}
    put:
      operationId: invoices_replace
      requestBody: {required: true, content: {application/soap+xml; charset=utf-16: {schema: *invoice}}}
      responses: {'204': {description: Done.}}
  /rows:
    get:
      operationId: rows_list
      responses: {'200': {description: The rows., content: {application/json: {schema: {type: array, items: &row {$ref: '#/components/schemas/Row'}}}}}}
    post:
      operationId: rows_create
      requestBody: {required: true, content: {application/jsonl: {itemSchema: *row}}}
      responses: &empty {'204': {description: Done.}}
    put:
      operationId: rows_replace
      requestBody: {required: true, content: {application/x-ndjson: {schema: {type: array, items: *row}}}}
      responses: *empty
    patch:
      operationId: rows_update
      requestBody: {required: true, content: {application/json-seq: {schema: *row}}}
      responses: *empty
  /rows/file:
    put:
      operationId: rows_file
      requestBody: {required: true, content: {application/jsonl: {schema: {type: string, format: binary}}}}
      responses: *empty
  /values:
    put:
      operationId: values_replace
      requestBody: {required: true, content: {text/plain: {schema: {type: integer}}}}
      responses: &text {'200': {description: The value., content: {text/plain: {schema: {type: string}}}}}
    patch:
      operationId: values_update
      requestBody: {required: true, content: {text/plain: {schema: {type: boolean}}}}
      responses: *text
    post:
      operationId: values_create
      requestBody: {required: true, content: {text/plain: {schema: {type: object}}}}
      responses: *text
  /files:
    put:
      operationId: files_replace
      requestBody: {required: true, content: {application/octet-stream: {schema: {type: string}}}}
      responses:
        '200': {description: The file., content: {application/octet-stream: {schema: {type: string}}}}
    get:
      operationId: files_retrieve
      responses: {'200': {description: The file., content: {'*/*': {schema: {type: string}}}}}
  /files/json:
    put:
      operationId: files_json
      requestBody: {required: true, content: {application/json: {schema: {type: string, format: binary}}}}
      responses: *empty
  /labels:
    get:
      operationId: labels_retrieve
      responses: {'200': {description: The label., content: {application/json: {schema: {type: string}}}}}
  /jobs:
    post:
      operationId: jobs_create
      responses: {'202': {description: Accepted.}}
    delete:
      operationId: jobs_delete
      responses: *empty
components:
  schemas:
    Invoice: {type: object, required: [total], properties: {total: {type: integer}}}
    Row: {type: object, required: [a], properties: {a: {type: integer}}}
"""
XML = '<?xml version="1.0"?><invoice><total>1</total></invoice>'


@pytest.fixture(scope="module")
def acme(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    folder = tmp_path_factory.mktemp("bodies_without_json")
    (folder / "openapi.yaml").write_text(DOCUMENT, encoding="utf-8")
    generate(folder / "openapi.yaml", folder / "out", "bodies_without_json_client")
    return import_from(folder / "out", "bodies_without_json_client")


def connect(acme: ModuleType, server: Server) -> Any:
    return acme.Acme(base_url=server.url, max_retries=0)


def reply(body: bytes, media: str) -> Reply:
    return Reply(200, body, {"Content-Type": media})


@pytest.mark.parametrize("body", [XML, XML.encode(), io.BytesIO(XML.encode())])
def test_xml(acme: ModuleType, serve: Callable[..., Server], body: object) -> None:
    latin = '<?xml version="1.0" encoding="iso-8859-1"?><a>ä</a>'
    server = serve(reply(latin.encode("iso-8859-1"), "application/xml"))
    assert connect(acme, server).invoices.create(body=body) == latin
    (received,) = server.received
    assert received.body == XML.encode()
    assert received.headers["content-type"] == "application/xml"
    assert received.headers["accept"] == "application/xml"


def test_xml_in_another_charset(acme: ModuleType, serve: Callable[..., Server]) -> None:
    server = serve(Reply(204))
    connect(acme, server).invoices.update(body="<ä/>")
    assert server.received[0].body.decode("utf-16") == "<ä/>"


def rows() -> Iterator[dict[str, int]]:
    yield {"a": 1}
    yield {"a": 2}


async def async_rows() -> AsyncIterator[dict[str, int]]:
    for row in rows():
        yield row


class RepeatableRows:
    def __iter__(self) -> Iterator[dict[str, int]]:
        return rows()


def test_lines_of_json(acme: ModuleType, serve: Callable[..., Server]) -> None:
    server = serve(Reply(204))
    client = connect(acme, server)
    row = importlib.import_module(f"{acme.__name__}.types").Row
    client.rows.create(body=rows())
    client.rows.create(body=[{"a": 1}, row(a=2)])
    client.rows.create(body=RepeatableRows())
    client.rows.replace(body=({"a": 1}, {"a": 2}))
    client.rows.file.update(body=b'{"a":1}\n{"a":2}\n')
    assert {item.body for item in server.received} == {b'{"a":1}\n{"a":2}\n'}
    types = [item.headers["content-type"] for item in server.received]
    assert types == [
        *["application/jsonl"] * 3,
        "application/x-ndjson",
        "application/jsonl",
    ]
    client.rows.update(body=rows())
    assert server.received[-1].body == b'\x1e{"a":1}\n\x1e{"a":2}\n'
    with pytest.raises(TypeError, match="iterable of rows, not dict"):
        client.rows.create(body={"a": 1})


def test_rows_are_sent_again(acme: ModuleType, serve: Callable[..., Server]) -> None:
    server = serve(Reply(503, headers={"Retry-After": "0"}), Reply(204))
    client = acme.Acme(base_url=server.url, max_retries=1)
    client.rows.create(body=RepeatableRows())
    assert [item.body for item in server.received] == [b'{"a":1}\n{"a":2}\n'] * 2


def test_lines_of_json_of_an_async_client(
    acme: ModuleType, serve: Callable[..., Server]
) -> None:
    server = serve(Reply(204))

    async def run() -> None:
        async with acme.AsyncAcme(base_url=server.url) as client:
            await client.rows.create(body=rows())
            await client.rows.create(body=async_rows())

    asyncio.run(run())
    assert {item.body for item in server.received} == {b'{"a":1}\n{"a":2}\n'}


def test_scalars_as_text(acme: ModuleType, serve: Callable[..., Server]) -> None:
    server = serve(reply(b"\xc3\xa4", "text/plain"))
    values = connect(acme, server).values
    assert values.replace(body=3) == "ä"
    values.update(body=True)
    values.create(body="a=1")
    assert [item.body for item in server.received] == [b"3", b"true", b"a=1"]


def test_binary_content_is_not_decoded(
    acme: ModuleType, serve: Callable[..., Server]
) -> None:
    server = serve(reply(b"\xff\x00", "application/octet-stream"))
    client = connect(acme, server)
    assert client.files.update(body=b"\xff").read() == b"\xff\x00"
    assert (
        client.files.update(body=("a.bin", b"\xfe", "image/png")).read() == b"\xff\x00"
    )
    assert client.files.retrieve().read() == b"\xff\x00"
    assert client.labels.retrieve() == b"\xff\x00"
    client.files.json.update(body=b'{"a": 1}')
    sent = [(item.body, item.headers.get("content-type")) for item in server.received]
    assert sent == [
        (b"\xff", "application/octet-stream"),
        (b"\xfe", "image/png"),
        (b"", None),
        (b"", None),
        (b'{"a": 1}', "application/json"),
    ]


@pytest.mark.parametrize(
    ("charset", "body", "problem"),
    [
        ("", b"a\xff", "is not valid text in the charset 'utf-8' at byte 1"),
        (
            "; charset=ascii",
            b"\xc3",
            "is not valid text in the charset 'ascii' at byte 0",
        ),
        (
            "; charset=nonsense",
            b"a",
            "unknown charset of the response body: 'nonsense'",
        ),
    ],
)
def test_undecodable_text(
    acme: ModuleType,
    serve: Callable[..., Server],
    charset: str,
    body: bytes,
    problem: str,
) -> None:
    server = serve(reply(body, f"text/plain{charset}"))
    client = connect(acme, server)
    with pytest.raises(acme.APIResponseValidationError) as raised:
        client.values.replace(body=3)
    assert problem in str(raised.value)
    hint = "use `response.content` of this exception to read the bytes"
    assert hint in str(raised.value)
    assert raised.value.response.content == body
    raw = client.values.with_raw_response.replace(body=3)
    assert raw.read() == body
    with pytest.raises(acme.APIResponseValidationError, match=r"use `read\(\)`"):
        _ = raw.text
    assert client.jobs.create() in (body, body.decode("ascii", "replace"))

    async def run() -> None:
        async with acme.AsyncAcme(base_url=server.url) as asynchronous:
            with pytest.raises(acme.APIResponseValidationError):
                await asynchronous.values.replace(body=3)

    asyncio.run(run())


def test_text_of_any_media_type(acme: ModuleType, serve: Callable[..., Server]) -> None:
    client = connect(acme, serve(reply(b"a", "text/plain"), json_reply("b")))
    assert [client.files.retrieve(), client.files.retrieve()] == ["a", "b"]


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        (json_reply({"id": "1"}), {"id": "1"}),
        (reply(b"started", "text/plain"), "started"),
        (reply(b"\xff", "image/png"), b"\xff"),
        (Reply(202), None),
    ],
)
def test_undeclared_body(
    acme: ModuleType, serve: Callable[..., Server], response: Reply, expected: object
) -> None:
    server = serve(response)
    client = connect(acme, server)
    assert client.jobs.create() == expected
    assert client.jobs.delete() == expected
    assert server.received[0].headers["accept"] == "*/*"

    async def run() -> None:
        async with acme.AsyncAcme(base_url=server.url) as client:
            assert await client.jobs.create() == expected

    asyncio.run(run())


CALLER = """
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any, assert_type

from acme_client import Acme, AsyncAcme, BinaryResponse
from acme_client.types import Row

def rows() -> Iterator[Row]:
    yield Row(a=1)

async def async_rows() -> AsyncIterator[Row]:
    yield Row(a=1)

async def call_async(client: AsyncAcme) -> None:
    await client.rows.create(body=rows())
    await client.rows.create(body=async_rows())
    await client.rows.create(body=3)  # wrong

def call(client: Acme) -> None:
    client.rows.create(body=async_rows())  # wrong
    assert_type(client.invoices.create(body="<a/>"), str)
    client.invoices.create(body=b"<a/>")
    client.invoices.create(body=Path("a.xml"))
    client.invoices.create(body={"total": 1})  # wrong
    client.rows.create(body=rows())
    client.rows.create(body=[{"a": 1}])
    client.rows.create(body=[{"b": 1}])  # wrong
    client.rows.create(body={"a": 1})  # wrong
    client.rows.update(body=rows())
    client.values.replace(body=1)
    client.values.create(body={"a": 1})  # wrong
    assert_type(client.files.update(body=b""), BinaryResponse)
    assert_type(client.files.retrieve(), str | BinaryResponse)
    assert_type(client.jobs.create(), Any)
"""


@pytest.mark.parametrize("schema", ["type: string, format: binary", "$ref: '#/File'"])
def test_file_of_any_media_type(
    schema: str, client_of: Callable[..., ModuleType], serve: Callable[..., Server]
) -> None:
    text = "openapi: 3.0.3\ninfo: {title: Acme, version: '1'}\npaths:\n  /files:\n    put:\n"
    text += f"      requestBody: {{required: true, content: {{'*/*': {{schema: {{{schema}}}}}}}}}\n"
    text += "      responses: {'204': {description: Done.}}\n"
    document = f"{text}File: {{type: string, format: binary}}\n"
    server = serve(Reply(204), Reply(204))
    with client_of(document).Acme(base_url=server.url) as client:
        client.files.update(body=b"a")
        client.files.update(body="a")
    for request in server.received:
        assert request.headers["content-type"] == "application/octet-stream"
        assert request.body == b"a"


@pytest.mark.slow
def test_types_of_callers(
    acme: ModuleType, wrong_lines: Callable[..., set[int]]
) -> None:
    assert wrong_lines(acme, CALLER) == marked_lines(CALLER)
