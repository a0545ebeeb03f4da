"""Successful responses with an empty body."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.clients import generate, import_from
from tests.e2e.faults.conftest import KINDS, Caller, settled
from tests.e2e.faults.wire import Act, Wire, http_response, sends

KIND = "A successful response has an empty body although the document declares one."
RESULT = (
    "The call, the next page or the poll raises an `APIResponseValidationError`. The result"
    " is `None` if the document allows that, for status codes 204 and 205, and for HEAD;"
    " an empty text is an empty string."
)

Serve = Callable[..., Wire]
DOCUMENT = """
openapi: 3.1.0
info: {title: Empty, version: "1"}
security: [{apiKey: []}]
paths:
  /items:
    get:
      operationId: listItems
      parameters: [{name: page_token, in: query, schema: {type: string}}]
      responses: {"200": {description: ok, content: {application/json: {schema: {
        type: object, properties: {
          items: {type: array, items: {$ref: "#/components/schemas/Job"}},
          next_page_token: {type: string}}}}}}}
  /jobs:
    post:
      operationId: createJob
      responses: {"200": {description: ok, content: {application/json: {schema: {
        $ref: "#/components/schemas/Job"}}}}}
  /jobs/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      operationId: getJob
      responses: {"200": {description: ok, content: {application/json: {schema: {
        $ref: "#/components/schemas/Job"}}}}}
    delete:
      operationId: deleteJob
      responses: {"200": {description: ok}}
    put:
      operationId: replaceJob
      responses: {"200": {description: ok, content: {application/json: {schema: {
        $ref: "#/components/schemas/MaybeJob"}}}}}
  /names:
    get:
      operationId: listNames
      responses: {"200": {description: ok, content: {application/json: {schema: {
        type: array, items: {type: string}}}}}}
  /texts/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      operationId: getText
      responses: {"200": {description: ok, content: {text/plain: {schema: {
        type: string}}}}}
  /titles/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      operationId: getTitle
      responses: {"200": {description: ok, content: {application/json: {schema: {
        type: string}}}}}
components:
  securitySchemes: {apiKey: {type: apiKey, in: header, name: X-Key}}
  schemas:
    MaybeJob: {oneOf: [{$ref: "#/components/schemas/Job"}, {type: "null"}]}
    Job: {type: object, required: [id], properties: {
      id: {type: string}, status: {type: string}}}
"""
BARE = sends(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
EMPTY = {
    "bare": BARE,
    "json": sends(http_response(b"")),
    "html": sends(http_response(b"", "text/html")),
    "accepted": sends(http_response(b"", status=202)),
}
FIRST = sends(http_response(b'{"items": [{"id": "a"}], "next_page_token": "b"}'))
QUEUED = sends(http_response(b'{"id": "j", "status": "queued"}'))
NO_CONTENT = sends(b"HTTP/1.1 204 No Content\r\n\r\n")


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    folder: Path = tmp_path_factory.mktemp("empty")
    spec = folder / "empty.yaml"
    spec.write_text(DOCUMENT, encoding="utf-8")
    polling = {"getJob": {"until": ["done"], "create": ["createJob"]}}
    generate(spec, folder / "out", "empty_client", polling=polling)
    return import_from(folder / "out", "empty_client")


@pytest.fixture(params=KINDS)
def client_of(request: pytest.FixtureRequest, empty: ModuleType) -> Caller:
    return Caller(empty, request.param)


def job(call: Callable[[Any], Any]) -> Callable[[Caller], Any]:
    """Return a job that calls a method of the client."""

    async def run(caller: Caller) -> Any:
        return await settled(call(caller.client))

    return run


async def parse_raw(caller: Caller) -> Any:
    raw = await settled(caller.client.jobs.with_raw_response.retrieve("x"))
    assert (raw.content, raw.status_code // 100) == (b"", 2)
    return raw.parse()


async def walk(caller: Caller) -> list[str]:
    items = caller.client.items.list()
    if caller.kind == "sync":
        return [item.id for item in items]
    return [item.id async for item in items]


CALLS = {
    "model": job(lambda client: client.jobs.retrieve("x")),
    "list": job(lambda client: client.names.list()),
    "raw": parse_raw,
    "page": job(lambda client: client.items.list()),
    "cast": job(lambda client: client.get("/x", cast_to=dict)),
    "poll": job(lambda client: client.jobs.create_and_poll()),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
@pytest.mark.parametrize("act", EMPTY.values(), ids=EMPTY)
def test_declared_body_is_empty(
    client_of: Caller, wire: Serve, call: Any, act: Act
) -> None:
    server = wire(act)
    with pytest.raises(client_of.errors.APIResponseValidationError) as caught:
        client_of.run(server.url, call)
    assert "response body is empty (status code 20" in str(caught.value)
    assert caught.value.response.content == b""
    assert len(server.requests) == 1


@pytest.mark.parametrize("act", EMPTY.values(), ids=EMPTY)
def test_a_later_page_is_empty(client_of: Caller, wire: Serve, act: Act) -> None:
    server = wire(FIRST, act)
    with pytest.raises(client_of.errors.APIResponseValidationError, match="is empty"):
        client_of.run(server.url, walk)
    assert len(server.requests) == 2


def test_a_later_poll_is_empty(
    client_of: Caller, wire: Serve, no_waiting: list[float]
) -> None:
    server = wire(QUEUED, QUEUED, BARE)
    with pytest.raises(client_of.errors.APIResponseValidationError, match="is empty"):
        client_of.run(server.url, CALLS["poll"])
    assert len(server.requests) == 3


def test_empty_json_string(client_of: Caller, wire: Serve) -> None:
    call = job(lambda client: client.titles.retrieve("x"))
    for act in (BARE, EMPTY["json"]):
        with pytest.raises(client_of.errors.APIResponseValidationError):
            client_of.run(wire(act).url, call)


VALUES: dict[str, tuple[Callable[[Any], Any], object]] = {
    "undeclared": (lambda client: client.jobs.delete("x"), None),
    "nullable": (lambda client: client.jobs.update("x"), None),
    "text": (lambda client: client.texts.retrieve("x"), ""),
    "untyped": (lambda client: client.get("/x"), None),
    "none": (lambda client: client.get("/x", cast_to=type(None)), None),
    "bytes": (lambda client: client.get("/x", cast_to=bytes), b""),
    "str": (lambda client: client.get("/x", cast_to=str), ""),
}


@pytest.mark.parametrize(("call", "expected"), VALUES.values(), ids=VALUES)
def test_empty_body_is_a_value(
    client_of: Caller, wire: Serve, call: Callable[[Any], Any], expected: object
) -> None:
    assert client_of.run(wire(BARE).url, job(call)) == expected


def test_status_codes_without_content(client_of: Caller, wire: Serve) -> None:
    for act in (NO_CONTENT, sends(http_response(b"", status=205))):
        assert client_of.run(wire(act).url, CALLS["model"]) is None
