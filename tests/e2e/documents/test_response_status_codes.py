"""Responses whose type depends on the status code."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from tests.clients import generate, import_from
from tests.e2e.documents.conftest import marked_lines
from tests.unit.runtime.conftest import Reply, Server, json_reply

KIND = "An operation has several success responses, or error responses with different schemas."
RESULT = (
    "The method returns a union of the success types. The status code selects the type of "
    "the response and of the body of an error; the most specific status code wins."
)
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
paths:
  /reports:
    post:
      operationId: reports_create
      responses:
        '202': {description: Accepted., content: {application/json: {schema: &job {$ref: '#/components/schemas/Job'}}}}
        '200': {description: Finished., content: {application/json: {schema: &report {$ref: '#/components/schemas/Report'}}}}
        2XX: {description: Other., content: {application/json: {schema: {$ref: '#/components/schemas/Notice'}}}}
  /reports/latest:
    get:
      operationId: reports_latest
      responses:
        '200': {description: The report., content: {application/json: {schema: *report}}}
        '204': {description: There is no report.}
        default: {description: Error., content: {application/json: {schema: &error {$ref: '#/components/schemas/Error'}}}}
  /reports/file:
    get:
      operationId: reports_file
      responses:
        '200': {description: The file., content: {application/pdf: {schema: {type: string, format: binary}}}}
        '202': {description: Not ready., content: {application/json: {schema: *job}}}
  /reports/any:
    get:
      operationId: reports_any
      responses:
        default: {description: The report., content: {application/json: {schema: *report}}}
  /reports/check:
    head:
      operationId: reports_check
      responses:
        '200': {description: It exists., content: {application/json: {schema: *report}}}
  /reports/delete:
    delete:
      operationId: reports_delete
      responses:
        '204': {description: Deleted., content: {application/json: {schema: *report}}}
        '404': {description: Not found., content: {application/json: {schema: {$ref: '#/components/schemas/Missing'}}}}
        '409': {description: Conflict., content: {application/json: {schema: {type: array, items: *job}}}}
        4XX: {description: Error., content: {application/json: {schema: *error}}}
        default: {description: Error., content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}}
  /reports/same:
    get:
      operationId: reports_same
      responses:
        '200': &same
          description: Same.
          content:
            application/json: {schema: {type: object, properties: {total: {type: integer}}}}
            application/hal+json: {schema: {type: object, properties: {total: {type: integer}}}}
        '201': *same
  /reports/wrong:
    get:
      operationId: reports_wrong
      responses:
        '200': {description: OK., content: {application/json: {schema: *report}}}
        '404': {description: Error., content: {application/json: {schema: *error}}}
        default: {description: Error., content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}}
components:
  schemas:
    Report: {type: object, required: [title], properties: {title: {type: string}}}
    Job: {type: object, required: [id], properties: {id: {type: string}}}
    Notice: {type: object, required: [text], properties: {text: {type: string}}}
    Error: {type: object, properties: {message: {type: string}}}
    Missing: {type: object, properties: {message: {type: string}}}
    Problem: {type: object, properties: {title: {type: string}}}
"""


@pytest.fixture(scope="module")
def acme(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    folder = tmp_path_factory.mktemp("status_codes")
    (folder / "openapi.yaml").write_text(DOCUMENT, encoding="utf-8")
    generate(folder / "openapi.yaml", folder / "out", "status_codes_client")
    return import_from(folder / "out", "status_codes_client")


def connect(acme: ModuleType, server: Server) -> Any:
    return acme.Acme(base_url=server.url, max_retries=0)


def name_of(value: object) -> str:
    return type(value).__name__


def test_status_code_selects_the_type(
    acme: ModuleType, serve: Callable[..., Server]
) -> None:
    # The bodies are equal, so that only the status code tells the types apart.
    replies = [json_reply({"a": 1}, status) for status in (200, 202, 203)]
    client = connect(acme, serve(*replies))
    names = [name_of(client.reports.create()) for _ in replies]
    assert names == ["Report", "Job", "Notice"]
    raw = client.reports.with_raw_response.create()
    assert name_of(raw.parse()) == "Notice"


def test_status_code_selects_the_type_of_an_async_client(
    acme: ModuleType, serve: Callable[..., Server]
) -> None:
    server = serve(
        json_reply({"a": 1}, 202), Reply(200, b"%PDF", {"Content-Type": "text/html"})
    )

    async def run() -> None:
        async with acme.AsyncAcme(base_url=server.url) as client:
            assert name_of(await client.reports.create()) == "Job"
            file = await client.reports.file()
            assert name_of(file) == "AsyncBinaryResponse"
            assert await file.read() == b"%PDF"
            raw = await client.reports.with_raw_response.file()
            assert name_of(raw.parse()) == "AsyncBinaryResponse"
            assert await raw.parse().read() == b"%PDF"

    asyncio.run(run())


def test_empty_response_beside_another(
    acme: ModuleType, serve: Callable[..., Server]
) -> None:
    client = connect(acme, serve(Reply(204), json_reply({"title": "A"})))
    assert client.reports.latest() is None
    assert client.reports.latest().title == "A"


def test_download_or_json(acme: ModuleType, serve: Callable[..., Server]) -> None:
    # Bytes that happen to be JSON are a file, because of the status code.
    server = serve(json_reply({"id": "1"}, 200), json_reply({"id": "1"}, 202))
    client = connect(acme, server)
    assert client.reports.file().read() == b'{"id": "1"}'
    assert name_of(client.reports.file()) == "Job"
    assert server.received[0].headers["accept"] == "application/pdf, application/json"


def test_default_response_without_another(
    acme: ModuleType, serve: Callable[..., Server]
) -> None:
    client = connect(acme, serve(json_reply({"title": "A"}, 201)))
    assert name_of(client.reports.any()) == "Report"


def test_one_type_for_equal_inline_schemas(
    acme: ModuleType, serve: Callable[..., Server]
) -> None:
    replies = [json_reply({"total": 1}, status) for status in (200, 201)]
    client = connect(acme, serve(*replies))
    first, second = client.reports.same(), client.reports.same()
    assert type(first) is type(second) and (first.total, second.total) == (1, 1)


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (404, {"message": "no"}, "Missing"),
        (400, {"message": "no"}, "Error"),
        (500, {"title": "no"}, "Problem"),
        (409, [{"id": "1"}], "list"),
    ],
)
def test_error_bodies_by_status_code(
    acme: ModuleType,
    serve: Callable[..., Server],
    status: int,
    body: object,
    expected: str,
) -> None:
    client = connect(acme, serve(json_reply(body, status)))
    with pytest.raises(acme.APIStatusError) as caught:
        client.reports.delete()
    error = caught.value.parsed
    assert name_of(error) == expected
    if isinstance(error, list):
        assert [name_of(item) for item in error] == ["Job"]


def test_exact_error_takes_precedence_over_default(
    acme: ModuleType, serve: Callable[..., Server]
) -> None:
    server = serve(json_reply({"message": "no"}, 404), json_reply({"title": "no"}, 400))
    client = connect(acme, server)
    names = []
    for _ in range(2):
        with pytest.raises(acme.APIStatusError) as caught:
            client.reports.wrong()
        names.append(name_of(caught.value.parsed))
    assert names == ["Error", "Problem"]


CALLER = """
from typing import assert_type

from acme_client import Acme, AsyncAcme, AsyncBinaryResponse, BinaryResponse
from acme_client.types import Job, Notice, Report

def call(client: Acme) -> None:
    assert_type(client.reports.create(), Report | Job | Notice)
    assert_type(client.reports.create(), Report)  # wrong
    assert_type(client.reports.latest(), Report | None)
    client.reports.latest().title  # wrong
    assert_type(client.reports.file(), BinaryResponse | Job)
    assert_type(client.reports.any(), Report)
    client.reports.delete()
    client.reports.check()

async def call_async(client: AsyncAcme) -> None:
    assert_type(await client.reports.create(), Report | Job | Notice)
    assert_type(await client.reports.create(), Report)  # wrong
    assert_type(await client.reports.latest(), Report | None)
    assert_type(await client.reports.file(), AsyncBinaryResponse | Job)
    raw = await client.reports.with_raw_response.create()
    assert_type(raw.parse(), Report | Job | Notice)
"""


@pytest.mark.slow
def test_types_of_callers(
    acme: ModuleType, wrong_lines: Callable[..., set[int]]
) -> None:
    assert wrong_lines(acme, CALLER) == marked_lines(CALLER)


def test_mock_returns_the_first_status_code(acme: ModuleType) -> None:
    import importlib

    testing = importlib.import_module(f"{acme.__name__}.testing")
    mock = testing.MockAPI()
    client = acme.Acme(base_url="https://acme.test", http_client=mock.client())
    assert name_of(client.reports.create()) == "Report"
    mock.respond("reports.create", json={"id": "1"}, status=202)
    assert name_of(client.reports.create()) == "Job"
