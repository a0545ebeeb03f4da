"""Servers of operations, of paths and of further documents."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx2
import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.emission import write_tree
from generator.pipeline import build
from tests.clients import import_from, unformatted_files
from tests.e2e.documents.conftest import marked_lines

pytestmark = pytest.mark.slow

KIND = (
    "A path, an operation or a further document has its own `servers`, with variables, or "
    "a URL that is relative to the document."
)
RESULT = (
    "Requests go to the first of them, or the one that corresponds to the argument "
    "`server`, unless the caller sets `base_url`; another host receives only the "
    "credentials that the security of the operation names."
)
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
servers:
  - url: https://api.acme.test/v1
  - url: https://api.sandbox.test/v1
security: [{key: []}]
paths:
  /ants:
    get: {operationId: listAnts, tags: [ants], responses: &none {'204': {description: Done.}}}
    post:
      operationId: uploadAnt
      tags: [ants]
      servers: [{url: 'https://{upload}.acme.test/up', variables: {upload: {default: files}}}]
      responses: *none
    delete:
      operationId: deleteAnts
      tags: [ants]
      servers: [{url: 'https://admin.acme.test'}]
      security: [{admin: []}]
      responses: *none
  /bees:
    servers: [{url: 'https://bees.test'}, {url: 'https://bees.sandbox.test'}]
    get: {operationId: listBees, tags: [bees], responses: *none}
    post: {operationId: createBee, tags: [bees], security: [], responses: *none}
    put:
      operationId: replaceBee
      tags: [bees]
      servers: [{url: /v2}]
      responses: *none
  /same:
    servers: [{url: 'https://api.acme.test/v1/'}, {url: 'https://api.sandbox.test/v1'}]
    get: {operationId: listSame, tags: [same], responses: *none}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    admin: {type: http, scheme: bearer}
"""
ClientOf = Callable[..., ModuleType]


class Recorder:
    """A transport for both kinds of clients, which records the requests."""

    def __init__(self) -> None:
        self.requests: list[httpx2.Request] = []

    def respond(self, request: httpx2.Request) -> httpx2.Response:
        self.requests.append(request)
        return httpx2.Response(204)

    @property
    def urls(self) -> list[str]:
        return [str(request.url) for request in self.requests]

    def client(self, package: ModuleType, **options: Any) -> Any:
        """Return a synchronous client that sends to this transport."""
        http = httpx2.Client(transport=httpx2.MockTransport(self.respond))
        return package.Acme(http_client=http, **options)

    def async_client(self, package: ModuleType, **options: Any) -> Any:
        """Return an asynchronous client that sends to this transport."""
        http = httpx2.AsyncClient(transport=httpx2.MockTransport(self.respond))
        return package.AsyncAcme(http_client=http, **options)


def call_all(client: Any) -> list[Any]:
    """Call all operations of `DOCUMENT`; return the results."""
    return [
        client.ants.list(),
        client.ants.create(),
        client.ants.delete(),
        client.bees.list(),
        client.bees.create(),
        client.bees.update(),
        client.same.list(),
    ]


URLS = [
    "https://api.acme.test/v1/ants",
    "https://files.acme.test/up/ants",
    "https://admin.acme.test/ants",
    "https://bees.test/bees",
    "https://bees.test/bees",
    "https://api.acme.test/v2/bees",
    "https://api.acme.test/v1/same",
]


def test_requests_go_to_the_server_of_the_operation(client_of: ClientOf) -> None:
    package, recorder = client_of(DOCUMENT), Recorder()
    call_all(recorder.client(package))
    assert recorder.urls == URLS

    async def run() -> None:
        for call in call_all(recorder.async_client(package)):
            await call

    asyncio.run(run())
    assert recorder.urls == URLS * 2
    client = recorder.client(package)
    client.ants.with_raw_response.create()
    with client.bees.with_streaming_response.create():
        pass
    assert recorder.urls[-2:] == [URLS[1], URLS[4]]


def test_the_selected_server_selects_the_parallel_one(client_of: ClientOf) -> None:
    package, recorder = client_of(DOCUMENT), Recorder()
    call_all(recorder.client(package, server=1, server_variables={"upload": "up2"}))
    assert recorder.urls == [
        "https://api.sandbox.test/v1/ants",
        "https://up2.acme.test/up/ants",
        "https://admin.acme.test/ants",
        "https://bees.sandbox.test/bees",
        "https://bees.sandbox.test/bees",
        "https://api.sandbox.test/v2/bees",
        "https://api.sandbox.test/v1/same",
    ]


def test_a_base_url_replaces_all_servers(client_of: ClientOf) -> None:
    package, recorder = client_of(DOCUMENT), Recorder()
    call_all(recorder.client(package, base_url="https://proxy.test/acme/v1"))
    base = "https://proxy.test/acme/v1"
    # A relative URL belongs to the host of the API, wherever that is.
    assert recorder.urls == [
        *(f"{base}{path}" for path in ("/ants", "/ants", "/ants", "/bees", "/bees")),
        "https://proxy.test/v2/bees",
        f"{base}/same",
    ]


def test_credentials_are_sent_as_the_security_says(client_of: ClientOf) -> None:
    package = client_of(DOCUMENT, headers={"team": "X-Team"})
    recorder = Recorder()
    call_all(recorder.client(package, api_key="k", admin="a", team="t"))
    names = ("X-Key", "Authorization", "X-Team")
    sent = [
        tuple(request.headers.get(name) for name in names)
        for request in recorder.requests
    ]
    assert sent == [
        ("k", None, "t"),
        ("k", None, None),
        (None, "Bearer a", None),
        ("k", None, None),
        (None, None, None),
        ("k", None, "t"),
        ("k", None, "t"),
    ]


@pytest.mark.parametrize(
    "value",
    ["evil.test/", "evil.test?", "evil.test#", "a@evil.test", "evil\\", "", "a b"],
)
def test_a_variable_cannot_change_the_host(client_of: ClientOf, value: str) -> None:
    package, recorder = client_of(DOCUMENT), Recorder()
    client = recorder.client(package, api_key="k", server_variables={"upload": value})
    with pytest.raises(ValueError, match="server variable 'upload' must not be empty"):
        client.ants.create()
    assert recorder.urls == []


def test_variables_are_checked_at_once(client_of: ClientOf) -> None:
    package, recorder = client_of(DOCUMENT), Recorder()
    with pytest.raises(ValueError, match="unknown server variable 'uplaod'"):
        recorder.client(package, server_variables={"uplaod": "x"})


PATH_VARIABLES = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
servers:
  - url: https://acme.test{base}/{tenant}
    variables: {base: {default: /api/v1}, tenant: {default: main}}
paths:
  /ants: {get: {operationId: listAnts, tags: [ants], responses: {'204': {description: Done.}}}}
"""


def test_slashes_in_variables_of_a_path(client_of: ClientOf) -> None:
    package, recorder = client_of(PATH_VARIABLES), Recorder()
    for variables in ({}, {"base": "/x/api", "tenant": "{base}"}):
        recorder.client(package, server_variables=variables).ants.list()
    assert recorder.urls == [
        "https://acme.test/api/v1/main/ants",
        "https://acme.test/x/api/%7Bbase%7D/ants",
    ]
    for name, value in (("tenant", "a/b"), ("base", "/a?b"), ("base", "/a/%2e%2e/b")):
        with pytest.raises(ValueError, match=f"server variable '{name}' must not"):
            recorder.client(package, server_variables={name: value})


RELATIVE = """
openapi: 3.2.0
info: {title: Acme, version: '1'}
servers: [{url: %s}]
paths:
  /ants: {get: {operationId: listAnts, tags: [ants], responses: {'204': {description: Done.}}}}
"""


def test_a_relative_server_requires_a_base_url(client_of: ClientOf) -> None:
    package, recorder = client_of(RELATIVE % "/api"), Recorder()
    with pytest.raises(ValueError, match="example 'https://example.com/api'"):
        recorder.client(package).ants.list()
    recorder.client(package, base_url="https://acme.test/api").ants.list()
    assert recorder.urls == ["https://acme.test/api/ants"]


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (RELATIVE % "//acme.test/api", "https://acme.test/api/ants"),
        (
            RELATIVE.replace("info:", "$self: http://acme.test/docs/v1.yaml\ninfo:")
            % "../api",
            "http://acme.test/api/ants",
        ),
        (
            RELATIVE.replace("]", ", {url: 'https://acme.test/v9'}]") % "/api",
            "https://acme.test/v9/ants",
        ),
    ],
)
def test_relative_servers_with_a_known_host(
    client_of: ClientOf, document: str, expected: str
) -> None:
    recorder = Recorder()
    recorder.client(client_of(document)).ants.list()
    assert recorder.urls == [expected]


FURTHER = """
openapi: 3.1.0
info: {title: Billing, version: '1'}
servers: [{url: 'https://billing.test'}]
paths:
  /bills: {get: {operationId: listBills, tags: [bills], responses: {'204': {description: Done.}}}}
  /refunds:
    get:
      operationId: listRefunds
      tags: [bills]
      security: [{key: []}]
      responses: {'204': {description: Done.}}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
"""


def test_a_further_document_keeps_its_servers_and_security(tmp_path: Path) -> None:
    (tmp_path / "api.yaml").write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "billing.yaml").write_text(FURTHER, encoding="utf-8")
    diagnostics = Diagnostics()
    config = Config(
        package="two_documents_client",
        client="Acme",
        specs=("api.yaml", "billing.yaml"),
        directory=tmp_path,
    )
    generated = build(config, diagnostics)
    messages = [d.message for d in diagnostics if d.rule.code == "operation-servers"]
    assert messages[-1] == "the server of these operations is 'https://billing.test'"
    write_tree(generated.files, generated.manifest, tmp_path, force=False)
    recorder = Recorder()
    client = recorder.client(import_from(tmp_path, "two_documents_client"), api_key="k")
    client.bills.list()
    client.refunds.list()
    client.ants.list()
    assert [(str(r.url), r.headers.get("X-Key")) for r in recorder.requests] == [
        ("https://billing.test/bills", None),
        ("https://billing.test/refunds", "k"),
        ("https://api.acme.test/v1/ants", "k"),
    ]


def test_documents_without_servers_use_those_of_all_operations(
    client_of: ClientOf,
) -> None:
    document = DOCUMENT.replace("  - url: https://api.acme.test/v1\n", "")
    document = document.replace("  - url: https://api.sandbox.test/v1\n", "")
    document = document.replace("servers:\nsec", "sec")
    some, recorder = client_of(document), Recorder()
    client = recorder.client(some)
    with pytest.raises(ValueError, match="must be an absolute URL"):
        client.ants.list()
    client.ants.create()
    each = client_of(
        document.replace(
            "  /ants:\n",
            "  /ants:\n    servers: [{url: 'https://bees.test'}, {url: 'https://bees.sandbox.test'}]\n",
        )
    )
    client = recorder.client(each)
    client.ants.list()
    client.ants.create()
    assert client.base_url == "https://bees.test"
    assert recorder.urls == [
        "https://files.acme.test/up/ants",
        "https://bees.test/ants",
        "https://files.acme.test/up/ants",
    ]


def test_the_mock_knows_the_servers(client_of: ClientOf) -> None:
    package = client_of(DOCUMENT)
    mock = importlib.import_module(f"{package.__name__}.testing").MockAPI()
    call_all(package.Acme(http_client=mock.client()))
    assert [request.call for request in mock.requests] == [
        "ants.list",
        "ants.create",
        "ants.delete",
        "bees.list",
        "bees.create",
        "bees.update",
        "same.list",
    ]


def test_the_reference_shows_the_server(client_of: ClientOf) -> None:
    package = client_of(DOCUMENT)
    docs = Path(str(package.__file__)).parents[1] / "docs"
    text = "\n".join(page.read_text() for page in sorted(docs.rglob("*.md")))
    assert "**POST** `https://{upload}.acme.test/up/ants`" in text
    assert "**GET** `/ants`" in text


def test_types_and_style(
    client_of: ClientOf, wrong_lines: Callable[..., set[int]]
) -> None:
    package = client_of(DOCUMENT)
    caller = """
from acme_client import Acme, AsyncAcme

client = Acme(api_key="k", server=1, server_variables={"upload": "files"})
client.ants.create()
Acme(server_variables={"upload": 1})  # wrong
AsyncAcme(server_variables={"upload": "files"})
"""
    assert wrong_lines(package, caller) == marked_lines(caller)
    assert unformatted_files(Path(str(package.__file__)).parent) == []
