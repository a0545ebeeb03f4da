"""Responses with and without content of one operation, HEAD, and status code 304."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.clients import generate, import_from
from tests.e2e.faults.conftest import KINDS, Caller, settled
from tests.e2e.faults.wire import Wire, http_response, sends

KIND = "An operation declares a response with content, and one without for another status code."
RESULT = (
    "The status code of the response decides. An empty body is `None` for a status code"
    " without content, and an `APIResponseValidationError` for one with content. Status code"
    " 304 is an error without a body. A page that is `null` is an"
    " `APIResponseValidationError`."
)

Serve = Callable[..., Wire]
Job = Callable[[Caller], Any]
DOCUMENT = """
openapi: 3.1.0
info: {title: Statuses, version: "1"}
security: [{apiKey: []}]
paths:
  /job:
    get:
      operationId: getJob
      responses:
        "200": &job {description: ok, content: {application/json: {schema: {
          $ref: "#/components/schemas/Job"}}}}
        "202": &empty {description: not ready}
        "204": *empty
        "304": *empty
    head:
      operationId: headJob
      responses: {"200": *job}
  /range:
    get:
      operationId: getRange
      responses: {"2XX": *job, "202": *empty, "204": *empty}
  /file:
    get:
      operationId: getFile
      responses:
        "200": {description: ok, content: {application/octet-stream: {schema: {
          type: string, format: binary}}}}
        "202": *empty
        "204": *empty
  /items:
    get:
      operationId: listItems
      parameters: [{name: page_token, in: query, schema: {type: string}}]
      responses:
        "200": {description: ok, content: {application/json: {schema: {
          type: object, properties: {
            items: {type: array, items: {$ref: "#/components/schemas/Job"}},
            next_page_token: {type: string}}}}}}
        "204": *empty
  /names:
    get:
      operationId: listNames
      parameters:
      - {name: page, in: query, schema: {type: integer}}
      - {name: per_page, in: query, schema: {type: integer}}
      responses: {"200": {description: ok, content: {application/json: {schema: {
        type: array, items: {$ref: "#/components/schemas/Job"}}}}}}
components:
  securitySchemes: {apiKey: {type: apiKey, in: header, name: X-Key}}
  schemas:
    Job: {type: object, required: [id], properties: {id: {type: string}}}
"""
CHUNKED = b"HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
NO_CONTENT = b"HTTP/1.1 204 No Content\r\n\r\n"
NOT_MODIFIED = b'HTTP/1.1 304 Not Modified\r\nETag: "a"\r\nContent-Length: 20\r\n\r\n'


@pytest.fixture(scope="module")
def statuses(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    folder: Path = tmp_path_factory.mktemp("statuses")
    spec = folder / "statuses.yaml"
    spec.write_text(DOCUMENT, encoding="utf-8")
    generate(spec, folder / "out", "statuses_client", client="Acme")
    return import_from(folder / "out", "statuses_client")


@pytest.fixture(params=KINDS)
def caller(request: pytest.FixtureRequest, statuses: ModuleType) -> Caller:
    return Caller(statuses, request.param)


def plain(resource: str, method: str = "retrieve") -> Job:
    async def job(caller: Caller) -> Any:
        return await settled(getattr(getattr(caller.client, resource), method)())

    return job


def raw(resource: str, method: str = "retrieve") -> Job:
    async def job(caller: Caller) -> Any:
        resources = getattr(caller.client, resource).with_raw_response
        return (await settled(getattr(resources, method)())).parse()

    return job


def streaming(resource: str, method: str = "retrieve") -> Job:
    async def job(caller: Caller) -> Any:
        resources = getattr(caller.client, resource).with_streaming_response
        if caller.kind == "sync":
            with getattr(resources, method)() as response:
                return response.parse()
        async with getattr(resources, method)() as response:
            return await response.parse()

    return job


ACCESS = (plain, raw, streaming)
EMPTY = (http_response(b""), CHUNKED)


def run_each(
    caller: Caller, wire: Serve, calls: list[Job], *acts: bytes, **settings: Any
) -> tuple[list[Any], Wire]:
    """Return the results or errors of calls of one client, which all get one reply."""
    server = wire(*map(sends, acts))

    async def job(caller: Caller) -> list[Any]:
        results = []
        for call in calls:
            try:
                results.append(await call(caller))
            except caller.errors.APIError as error:
                results.append(error)
        return results

    return caller.run(server.url, job, **settings), server


@pytest.mark.parametrize("reply", EMPTY)
def test_an_empty_body_of_a_status_with_content(
    caller: Caller, wire: Serve, reply: bytes
) -> None:
    calls = [access(name) for access in ACCESS for name in ("job", "range")]
    results, server = run_each(caller, wire, calls, reply)
    assert {type(each) for each in results} == {
        caller.errors.APIResponseValidationError
    }
    assert all("response body is empty" in str(each) for each in results)
    assert len(server.requests) == len(calls)


@pytest.mark.parametrize("reply", [http_response(b"", status=202), NO_CONTENT])
def test_a_status_without_content(caller: Caller, wire: Serve, reply: bytes) -> None:
    calls = [access(name) for access in ACCESS for name in ("job", "range", "file")]
    results, server = run_each(caller, wire, calls, reply)
    assert results == [None] * len(calls)
    assert server.connections == 1


def test_content_of_a_status_without_content(caller: Caller, wire: Serve) -> None:
    """Documents often lack the content of a response."""
    reply = http_response(b'{"id": "a"}', status=202)
    results, _ = run_each(caller, wire, [plain("job"), raw("range")], reply)
    assert [each.id for each in results] == ["a", "a"]


def contents(access: Callable[[str], Job]) -> Job:
    """Return a job that reads a file."""

    async def job(caller: Caller) -> Any:
        return await settled((await access("file")(caller)).read())

    return job


@pytest.mark.parametrize("media", ["text/csv", "application/json", ""])
@pytest.mark.parametrize("body", [b"[1]", b""])
def test_a_file_of_any_media_type(
    caller: Caller, wire: Serve, media: str, body: bytes
) -> None:
    calls = [contents(plain), contents(raw)]
    results, _ = run_each(caller, wire, calls, http_response(body, media))
    assert results == [body, body]


@pytest.mark.parametrize("length", ["Content-Length: 5000\r\n", ""])
def test_head(caller: Caller, wire: Serve, length: str) -> None:
    reply = f"HTTP/1.1 200 X\r\nContent-Type: application/json\r\n{length}\r\n"
    calls = [access("job", "head") for access in ACCESS]
    results, server = run_each(caller, wire, calls, reply.encode())
    assert results == [None, None, None]
    assert all(each.startswith(b"HEAD /job ") for each in server.requests)
    assert server.connections == 1


def test_raw_response_of_head(caller: Caller, wire: Serve) -> None:
    server = wire(sends(b"HTTP/1.1 200 X\r\nX-A: b\r\nContent-Length: 9\r\n\r\n"))

    async def job(caller: Caller) -> Any:
        response = await settled(caller.client.job.with_raw_response.head())
        assert response.headers["x-a"] == "b"
        return response.read()

    assert caller.run(server.url, job) == b""


def test_errors_of_head(caller: Caller, wire: Serve) -> None:
    server = wire(sends(b"HTTP/1.1 404 Gone\r\nContent-Length: 99\r\n\r\n"))
    with pytest.raises(caller.errors.NotFoundError, match="404 Gone") as caught:
        caller.run(server.url, plain("job", "head"))
    assert caught.value.body is None


def test_not_modified(caller: Caller, wire: Serve) -> None:
    calls = [access("job") for access in ACCESS]
    results, server = run_each(caller, wire, calls, NOT_MODIFIED, timeout=30)
    for error in results:
        assert isinstance(error, caller.errors.APIStatusError)
        assert "304 Not Modified" in str(error)
        assert (error.status_code, error.body) == (304, None)
        assert error.response.headers["etag"] == '"a"'
    assert (len(server.requests), server.connections) == (3, 1)


PAGES = {"items": b'{"items": [{"id": "a"}], "next_page_token": "b"}', "names": b"[{}]"}


@pytest.mark.parametrize("resource", PAGES)
def test_a_page_that_is_null(caller: Caller, wire: Serve, resource: str) -> None:
    null = http_response(b"null")

    async def walk(caller: Caller) -> None:
        page = await plain(resource, "list")(caller)
        await settled(page.get_next_page())

    calls = [walk, plain(resource, "list"), raw(resource, "list")]
    errors, server = run_each(caller, wire, calls, http_response(PAGES[resource]), null)
    assert [str(each) for each in errors] == ["response body is null"] * 3
    assert isinstance(errors[0], caller.errors.APIResponseValidationError)
    assert len(server.requests) == 4


def test_mock(statuses: ModuleType) -> None:
    mock = importlib.import_module(f"{statuses.__name__}.testing").MockAPI()
    client = statuses.Acme(base_url="http://acme.test", http_client=mock.client())
    assert client.job.retrieve().id and client.job.head() is None
    for status in (202, 204):
        mock.respond("job.retrieve", status=status).then(content=b"")
        assert client.job.retrieve() is None
        with pytest.raises(statuses.APIResponseValidationError, match="is empty"):
            client.job.retrieve()
        mock.respond("file.retrieve", status=status)
        assert client.file.retrieve() is None
    mock.respond("job.retrieve", status=304)
    with pytest.raises(statuses.APIStatusError, match="304"):
        client.job.retrieve()
    mock.respond("items.list", json=None)
    with pytest.raises(statuses.APIResponseValidationError, match="null"):
        client.items.list()
