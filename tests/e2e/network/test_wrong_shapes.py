"""Responses whose JSON does not have the declared shape."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.clients import generate, import_from
from tests.e2e.faults.conftest import KINDS, Caller, settled
from tests.e2e.faults.wire import Act, Wire, http_response, sends

pytestmark = pytest.mark.slow

KIND = "A response is JSON of another shape than the document declares."
RESULT = (
    "Iteration over pages and polling end with an `APIError` if a cursor, a URL of the next"
    " page or an identifier is invalid, if a polled response is not an object, or if 1000"
    " consecutive pages are empty. A page whose items are not a list, or that has no declared"
    " key, raises an `APIResponseValidationError`; a page without items is empty. A status of another type is not terminal."
    " A `Retry-After` of a poll is used if it is positive and at most 120 seconds."
)

Serve = Callable[..., Wire]
DOCUMENT = """
openapi: 3.1.0
info: {title: Shapes, version: "1"}
security: [{apiKey: []}]
paths:
  /tokens:
    get:
      operationId: listTokens
      parameters: [{name: page_token, in: query, schema: {type: string}}]
      responses: {"200": {description: ok, content: {application/json: {schema: {
        type: object, properties: {
          items: {type: array, items: {$ref: "#/components/schemas/Job"}},
          next_page_token: {type: string}}}}}}}
  /flags:
    get:
      operationId: listFlags
      parameters: [{name: page_token, in: query, schema: {type: string}}]
      responses: {"200": {description: ok, content: {application/json: {schema: {
        type: object, properties: {
          items: {type: array, items: {$ref: "#/components/schemas/Job"}},
          has_more: {type: boolean}, next_page_token: {type: string}}}}}}}
  /ids:
    get:
      operationId: listIds
      parameters: [{name: after, in: query, schema: {type: string}}]
      responses: {"200": {description: ok, content: {application/json: {schema: {
        type: object, properties: {
          data: {type: array, items: {$ref: "#/components/schemas/Job"}},
          has_more: {type: boolean}}}}}}}
  /urls:
    get:
      operationId: listUrls
      parameters: [{name: limit, in: query, schema: {type: integer}}]
      responses: {"200": {description: ok, content: {application/json: {schema: {
        type: object, required: [value], properties: {
          value: {type: array, items: {$ref: "#/components/schemas/Job"}},
          "@odata.nextLink": {type: string}}}}}}}
  /jobs:
    post:
      operationId: createJob
      responses: {"200": {description: ok, content: {application/json: {schema: {
        $ref: "#/components/schemas/Job"}}}}}
  /jobs/{id}:
    get:
      operationId: getJob
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"200": {description: ok, content: {application/json: {schema: {
        $ref: "#/components/schemas/Job"}}}}}
components:
  securitySchemes: {apiKey: {type: apiKey, in: header, name: X-Key}}
  schemas:
    Job: {type: object, required: [id], properties: {
      id: {type: string}, status: {type: string}}}
"""


@pytest.fixture(scope="module")
def shapes(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    folder: Path = tmp_path_factory.mktemp("shapes")
    spec = folder / "shapes.yaml"
    spec.write_text(DOCUMENT, encoding="utf-8")
    polling = {"getJob": {"until": ["done"], "create": ["createJob"]}}
    generate(spec, folder / "out", "shapes_client", polling=polling)
    return import_from(folder / "out", "shapes_client")


@pytest.fixture(params=KINDS)
def shaped(request: pytest.FixtureRequest, shapes: ModuleType) -> Caller:
    return Caller(shapes, request.param)


def answers(*values: object, **headers: str) -> list[Act]:
    lines = "".join(f"{name}: {text}\r\n" for name, text in headers.items())
    lines = lines.replace("_", "-")
    texts = [json.dumps(each).encode() for each in values]
    return [sends(http_response(text, headers=lines)) for text in texts]


def walk(resource: str) -> Callable[[Caller], Any]:
    """Return a job that iterates over all items of a list."""

    async def job(caller: Caller) -> list[str]:
        items = getattr(caller.client, resource).list()
        if caller.kind == "sync":
            return [item.id for item in items]
        return [item.id async for item in items]

    return job


async def wait(caller: Caller) -> Any:
    return await settled(caller.client.jobs.create_and_poll())


ITEM = {"id": "a"}
CURSORS = [
    *(float("nan"), float("inf"), [], [1], {}, {"a": 1}, True, "\ud800"),
    json.loads("[" * 400 + "]" * 400),
]


@pytest.mark.parametrize("cursor", CURSORS, ids=lambda each: ascii(each)[:9])
def test_invalid_cursor(shaped: Caller, wire: Serve, cursor: object) -> None:
    server = wire(*answers({"items": [ITEM], "next_page_token": cursor}))
    with pytest.raises(shaped.errors.APIError, match="cursor of the next page is inv"):
        shaped.run(server.url, walk("tokens"))
    assert len(server.requests) == 1


@pytest.mark.parametrize("key", ["items", "error"])
@pytest.mark.parametrize("value", ["oops", {"a": ITEM}, 1, False])
def test_no_list_of_items(shaped: Caller, wire: Serve, key: str, value: object) -> None:
    server = wire(*answers({key: value}))
    with pytest.raises(
        shaped.errors.APIResponseValidationError, match="not a page of a list"
    ) as caught:
        shaped.run(server.url, walk("tokens"))
    assert caught.value.body == {key: value}


def test_no_list_of_items_in_the_second_page(shaped: Caller, wire: Serve) -> None:
    first = {"items": [ITEM], "next_page_token": "b"}
    server = wire(*answers(first, {"error": "overloaded"}))
    with pytest.raises(shaped.errors.APIResponseValidationError):
        shaped.run(server.url, walk("tokens"))


@pytest.mark.parametrize("page", [{}, {"items": None}, {"next_page_token": ""}])
def test_omitted_items(shaped: Caller, wire: Serve, page: object) -> None:
    assert shaped.run(wire(*answers(page)).url, walk("tokens")) == []


@pytest.mark.parametrize("cursor", [None, "", False])
def test_last_page(shaped: Caller, wire: Serve, cursor: object) -> None:
    server = wire(*answers({"items": [ITEM], "next_page_token": cursor}))
    assert shaped.run(server.url, walk("tokens")) == ["a"]


@pytest.mark.parametrize(
    ("flag", "has_more"),
    [
        *((1, True), (1.0, True), ("true", True), ("yes", True), (" True ", True)),
        *((0, False), ("false", False), ("False", False), ("0", False), ("no", False)),
        ("", False),
    ],
)
@pytest.mark.parametrize(("resource", "items"), [("ids", "data"), ("flags", "items")])
def test_flags_of_another_type(
    shaped: Caller, wire: Serve, resource: str, items: str, flag: object, has_more: bool
) -> None:
    first = {items: [ITEM], "has_more": flag, "next_page_token": "x"}
    server = wire(*answers(first, {items: [{"id": "b"}], "has_more": False}))
    result = shaped.run(server.url, walk(resource))
    assert result == (["a", "b"] if has_more else ["a"])


URLS = [
    *("file:///etc/passwd", "http://[::1", "//elsewhere.test/x", "https://other.test/"),
    *(
        "http://*xn--bcher-kva.test/",
        "ftp://x/",
        "http://x:99999/",
        "http://x:abc/",
        "javascript:1",
        "data:,x",
    ),
    *(
        "\ud800",
        "/a\x00b",
        "http://\ud800/",
        "/" + "x" * 70000,
        "http://./",
        "mailto:a@b",
    ),
]


@pytest.mark.parametrize("url", URLS, ids=lambda each: ascii(each)[:20])
def test_invalid_url_of_the_next_page(shaped: Caller, wire: Serve, url: str) -> None:
    server = wire(*answers({"value": [ITEM], "@odata.nextLink": url}))
    with pytest.raises(shaped.errors.APIError) as caught:
        shaped.run(server.url, walk("urls"))
    assert len(server.requests) == 1
    assert len(str(caught.value)) < 400 and str(caught.value).isprintable()


@pytest.mark.parametrize("url", [7, True, ["/a"], {"href": "/a"}], ids=str)
def test_a_next_page_without_a_url(shaped: Caller, wire: Serve, url: object) -> None:
    server = wire(*answers({"value": [ITEM], "@odata.nextLink": url}))
    with pytest.raises(shaped.errors.APIError, match="URL of the next page is invalid"):
        shaped.run(server.url, walk("urls"))
    assert len(server.requests) == 1


@pytest.mark.parametrize("url", [None, "", False])
def test_last_page_without_a_url(shaped: Caller, wire: Serve, url: object) -> None:
    server = wire(*answers({"value": [ITEM], "@odata.nextLink": url}))
    assert shaped.run(server.url, walk("urls")) == ["a"]


SHAPES = [[], [1], 7, "text", True, None, {}, {"id": 1}, {"items": 3}, {"value": {}}]


@pytest.mark.parametrize("body", SHAPES, ids=str)
@pytest.mark.parametrize("resource", ["tokens", "urls"])
def test_pages_of_any_shape(
    shaped: Caller, wire: Serve, resource: str, body: object
) -> None:
    server = wire(*answers(body))
    if body == {}:
        assert shaped.run(server.url, walk(resource)) == []
        return
    with pytest.raises(shaped.errors.APIResponseValidationError):
        shaped.run(server.url, walk(resource))


@pytest.mark.parametrize("body", SHAPES, ids=str)
def test_error_bodies_of_any_shape(shaped: Caller, wire: Serve, body: object) -> None:
    for error in (body, {"error": body}, {"errors": body}, {"detail": body}):
        text = json.dumps(error).encode()
        server = wire(sends(http_response(text, status=404)))
        with pytest.raises(shaped.errors.NotFoundError) as caught:
            shaped.run(server.url, walk("tokens"))
        inner = isinstance(body, dict) and "error" in error
        assert caught.value.body == (body if inner else error)
        assert caught.value.parsed == error


def test_empty_pages_with_new_cursors_end(shaped: Caller, wire: Serve) -> None:
    pages = answers(*({"items": [], "next_page_token": str(n)} for n in range(1001)))
    server = wire(*pages)
    with pytest.raises(shaped.errors.APIError, match="1000 consecutive pages"):
        shaped.run(server.url, walk("tokens"))
    assert len(server.requests) == 1000


def test_empty_pages_between_items(shaped: Caller, wire: Serve) -> None:
    empty = [{"items": [], "next_page_token": str(n)} for n in range(600)]
    full = {"items": [ITEM], "next_page_token": "x"}
    more = [{"items": [], "next_page_token": f"y{n}"} for n in range(600)]
    server = wire(*answers(*empty, full, *more, {"items": [ITEM]}))
    assert shaped.run(server.url, walk("tokens")) == ["a", "a"]


@pytest.mark.parametrize("body", [[], [1], 7, "text", True, None], ids=str)
def test_poll_responses_of_another_shape(
    shaped: Caller, wire: Serve, no_waiting: list[float], body: object
) -> None:
    for bodies in ((body,), ({"id": "j", "status": "queued"}, body)):
        server = wire(*answers(*bodies))
        with pytest.raises(shaped.errors.APIError, match="object|JSON"):
            shaped.run(server.url, wait)
        assert len(server.requests) == len(bodies)


IDENTIFIERS = [None, [], {}, True, float("nan"), "", ".", "..", "\ud800"]


@pytest.mark.parametrize("identifier", IDENTIFIERS, ids=ascii)
def test_invalid_identifier(
    shaped: Caller, wire: Serve, no_waiting: list[float], identifier: object
) -> None:
    server = wire(*answers({"id": identifier, "status": "queued"}))
    with pytest.raises(shaped.errors.APIResponseValidationError, match="'id'"):
        shaped.run(server.url, wait)
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(
            (name, value)
            for name in ("poll_interval", "poll_timeout")
            for value in (float("nan"), "1", True)
        ),
        ("poll_interval", -1),
    ],
)
def test_invalid_options_of_polls(
    shaped: Caller, wire: Serve, name: str, value: object
) -> None:
    server = wire(*answers({"id": "j", "status": "done"}))

    async def job(caller: Caller) -> None:
        await settled(caller.client.jobs.create_and_poll(**{name: value}))

    with pytest.raises(ValueError, match=f"{name} must be"):
        shaped.run(server.url, job)
    assert server.requests == []


@pytest.mark.parametrize("status", [[], {}, 7, None, float("nan")], ids=str)
def test_status_of_another_type_is_not_terminal(
    shaped: Caller, wire: Serve, no_waiting: list[float], status: object
) -> None:
    job = {"id": "j", "status": status}
    server = wire(*answers(job, job, {"id": "j", "status": "done"}))
    assert shaped.run(server.url, wait).status == "done"
    assert len(server.requests) == 3


@pytest.mark.parametrize(
    ("requested", "waited"),
    [("0", 1), ("-5", 1), ("120", 120), ("121", 1), ("1e9", 1), ("nan", 1), ("2", 2)],
)
def test_retry_after_of_polls(
    shaped: Caller,
    wire: Serve,
    no_waiting: list[float],
    requested: str,
    waited: float,
) -> None:
    first = answers({"id": "j", "status": "queued"}, Retry_After=requested)
    server = wire(*first, *answers({"id": "j", "status": "done"}))
    shaped.run(server.url, wait)
    assert no_waiting == [waited]
