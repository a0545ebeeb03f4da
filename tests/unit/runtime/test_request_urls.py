"""URLs of requests: an operation keeps the parsed URL of its last call."""

from __future__ import annotations

import copy
import pickle
import sys
from importlib import import_module
from typing import Any
from unittest import mock

import httpx2
import pytest

from generator.runtime import (
    Api,
    ApiKey,
    Endpoint,
    RequestOptions,
    Resource,
    SyncClient,
    omit,
)

SECRET = "k-test"
API = Api(
    name="acme",
    version="1",
    environment="ACME",
    credentials={"key": ApiKey("key", place="query")},
)


class Recorder:
    """The URLs that a client requests, and the texts that are parsed as URLs."""

    def __init__(self) -> None:
        self.urls: list[str] = []
        self.parsed: list[str] = []

    def respond(self, request: httpx2.Request) -> httpx2.Response:
        self.urls.append(str(request.url))
        return httpx2.Response(200, json={})

    def parse(self, url: str) -> httpx2.URL:
        self.parsed.append(url)
        return httpx2.URL(url)

    def client(self, base_url: str = "https://acme.test", **options: Any) -> SyncClient:
        transport = httpx2.MockTransport(self.respond)
        http = httpx2.Client(transport=transport)
        return SyncClient(API, base_url=base_url, http_client=http, **options)


@pytest.fixture
def recorder(monkeypatch: pytest.MonkeyPatch) -> Recorder:
    result = Recorder()
    # Imported by the first client, whose modules must not keep the replaced library.
    import_module("generator.runtime.client.calls")
    library = mock.Mock(wraps=httpx2, URL=result.parse)
    library.Client, library.AsyncClient = httpx2.Client, httpx2.AsyncClient
    library.InvalidURL = httpx2.InvalidURL
    monkeypatch.setitem(sys.modules, "httpx2", library)
    return result


def test_url_of_repeated_calls_is_parsed_once(recorder: Recorder) -> None:
    resource = Resource(recorder.client())
    endpoint = Endpoint("GET", "/x", returns="object")
    for _ in range(3):
        resource._call(endpoint)
    assert recorder.urls == ["https://acme.test/x"] * 3
    assert recorder.parsed == ["https://acme.test/x"]


def test_calls_with_other_arguments_have_their_own_url(recorder: Recorder) -> None:
    resource = Resource(recorder.client())
    endpoint = Endpoint("GET", "/x/{id}", returns="object")
    for id, query in (("a", {}), ("b", {}), ("a", {"q": "1"}), ("a", {"q": "2"})):
        resource._call(endpoint, path={"id": id}, query=query)
    Resource(recorder.client("https://other.test/v2"))._call(endpoint, path={"id": "a"})
    assert recorder.urls == [
        "https://acme.test/x/a",
        "https://acme.test/x/b",
        "https://acme.test/x/a?q=1",
        "https://acme.test/x/a?q=2",
        "https://other.test/v2/x/a",
    ]


def test_urls_with_credentials_are_not_kept(recorder: Recorder) -> None:
    endpoint = Endpoint("GET", "/x", returns="object", security=(("key",),))
    Resource(recorder.client(credentials={"key": SECRET}))._call(endpoint)
    assert recorder.urls == [f"https://acme.test/x?key={SECRET}"]
    assert endpoint.last_url is None
    open_endpoint = Endpoint("GET", "/x", returns="object")
    Resource(recorder.client(f"https://ann:{SECRET}@acme.test"))._call(open_endpoint)
    assert open_endpoint.last_url is None


def test_url_is_not_copied_with_the_operation(recorder: Recorder) -> None:
    endpoint = Endpoint("GET", "/x", returns="object")
    Resource(recorder.client())._call(endpoint)
    assert endpoint.last_url is not None
    assert copy.copy(endpoint).last_url is None
    assert pickle.loads(pickle.dumps(endpoint)).last_url is None


def test_request_hook_does_not_change_the_url_of_later_calls(
    recorder: Recorder,
) -> None:
    client = recorder.client()

    def redirect(request: httpx2.Request) -> None:
        request.url = request.url.copy_with(path="/other")

    client._open_http().event_hooks = {"request": [redirect], "response": []}
    endpoint = Endpoint("GET", "/x", returns="object")
    Resource(client)._call(endpoint)
    client._open_http().event_hooks = {"request": [], "response": []}
    Resource(client)._call(endpoint)
    assert recorder.urls == ["https://acme.test/other", "https://acme.test/x"]


@pytest.mark.parametrize("port", [65536, 99999, -1])
def test_an_impossible_port_is_an_error(port: int) -> None:
    # A socket would connect to another port: the remainder of 65536.
    client = SyncClient(API, base_url=f"http://127.0.0.1:{port}")
    with pytest.raises(ValueError, match="invalid request URL: port"):
        client.get("/x")


@pytest.mark.parametrize(
    ("options", "arguments", "query"),
    [
        ({}, {}, "v=1&tag%5B%5D=a&a+b=2"),
        ({}, {"v": "2"}, "tag%5B%5D=a&a+b=2&v=2"),
        ({}, {"v": omit}, "v=1&tag%5B%5D=a&a+b=2"),
        ({}, {"v": ["2", "3"], "a b": ""}, "tag%5B%5D=a&v=2&v=3&a%20b="),
        ({"default_query": {"v": "2"}}, {}, "tag%5B%5D=a&a+b=2&v=2"),
        ({"default_query": {"v": "2"}}, {"v": "3"}, "tag%5B%5D=a&a+b=2&v=3"),
    ],
)
def test_arguments_replace_parameters_of_the_base_url(
    recorder: Recorder, options: dict[str, Any], arguments: dict[str, Any], query: str
) -> None:
    client = recorder.client("https://acme.test?v=1&tag%5B%5D=a&a+b=2", **options)
    Resource(client)._call(Endpoint("GET", "/x", returns="object"), query=arguments)
    assert recorder.urls == [f"https://acme.test/x?{query}"]


def test_extra_query_replaces_parameters_of_all_other_places(
    recorder: Recorder,
) -> None:
    client = recorder.client("https://acme.test?v=1&w=1", default_query={"w": "2"})
    endpoint = Endpoint("GET", "/x?v=2&beta=true", returns="object")
    for extra in ({}, {"v": "3", "beta": omit}, {"w": None}):
        options: RequestOptions = {"extra_query": extra}
        Resource(client)._call(endpoint, options=options)
    assert recorder.urls == [
        "https://acme.test/x?v=2&beta=true&w=2",
        "https://acme.test/x?w=2&v=3",
        "https://acme.test/x?v=2&beta=true",
    ]
