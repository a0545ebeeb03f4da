"""Calls of a package without a client, and the arguments that are its attributes."""

from __future__ import annotations

import copy
import importlib
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

import httpx2
import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import build
from tests.unit.runtime.conftest import Server, json_reply

pytestmark = pytest.mark.slow

ClientOf = Callable[..., ModuleType]
Serve = Callable[..., Server]
KIND = (
    "A resource has the name of a module of the package, such as `types` or `errors`."
)
RESULT = (
    "Other resources can be called without a client, as in `acme.things.list()`. This one "
    "needs a client, which a diagnostic says."
)
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
servers: [{url: 'https://acme.test/v1'}, {url: 'https://eu.acme.test/v1'}]
security: [{apiKey: []}]
paths:
  /things:
    get: {operationId: listThings, parameters: [{name: page, in: query, schema: {
      type: integer}}], responses: &found {'200': {description: Done., content: {
      application/json: {schema: {type: object, required: [data], properties: {data: {
      type: array, items: {$ref: '#/components/schemas/Thing'}},
      has_more: {type: boolean}}}}}}}}
  /annotations/{id}/notes:
    get: {operationId: listNotes, parameters: [{name: id, in: path, required: true,
      schema: {type: string}}], responses: *found}
components:
  schemas: {Thing: {type: object, properties: {id: {type: string}}}}
  securitySchemes: {apiKey: {type: apiKey, in: header, name: X-Key}}
"""
CLASHES = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
servers: [{url: 'https://acme.test/v1'}, {url: 'https://eu.acme.test/v1'}]
security: [{apiKey: [], team: [], types: [], copy: []}]
paths:
  /types:
    get: {operationId: listTypes, responses: &found {'200': {description: Done., content: {
      application/json: {schema: {type: array, items: {type: string}}}}}}}
  /errors: {get: {operationId: listErrors, responses: *found}}
  /testing: {get: {operationId: listTesting, responses: *found}}
  /resources: {get: {operationId: listResources, responses: *found}}
  /client: {get: {operationId: listClient, responses: *found}}
  /server: {get: {operationId: listServer, responses: *found}}
  /team: {get: {operationId: listTeam, responses: *found}}
  /timeouts: {get: {operationId: listTimeouts, responses: *found}}
components:
  securitySchemes:
    apiKey: {type: apiKey, in: header, name: X-Key}
    team: {type: apiKey, in: header, name: X-Team}
    copy: {type: apiKey, in: header, name: X-Copy}
    types: {type: apiKey, in: header, name: X-Types}
"""
CALLER = """
from typing import assert_type
import httpx2
import acme_client as acme
from acme_client import things
from acme_client.resources.things import Things

acme.api_key = "k"
acme.api_key = lambda: "k"
acme.api_key = None
acme.base_url = httpx2.URL("https://acme.test")
acme.timeout = acme.Timeout(3)
acme.max_retries = 0
acme.http_client = httpx2.Client()
acme.server = 1
acme.response_limits = acme.ResponseLimits(max_error_bytes=1)
acme.api_kye = "k"  # wrong
acme.thing.list()  # wrong
assert_type(acme.things, Things)
acme.things.list(page="1")  # wrong
acme.annotations.notes.list("a")
for thing in things.list():
    assert_type(thing.id, str | None)
"""
DATA = {"data": [{"id": "a"}]}


@pytest.fixture
def acme(client_of: ClientOf) -> ModuleType:
    return client_of(DOCUMENT)


def _sent(server: Server, header: str) -> list[str | None]:
    return [item.headers.get(header) for item in server.received]


def test_types(acme: ModuleType, wrong_lines: Callable[..., set[int]]) -> None:
    lines = CALLER.splitlines()
    expected = {n for n, line in enumerate(lines, 1) if line.endswith("# wrong")}
    assert wrong_lines(acme, CALLER) == expected


def test_calls_without_a_client(
    acme: ModuleType, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = serve(json_reply(DATA))
    things = acme.things
    # The environment is read at the first call, which may be after the import.
    monkeypatch.setenv("ACME_API_KEY", "from-environment")
    monkeypatch.setenv("ACME_BASE_URL", server.url)
    assert things.list().data[0].id == "a"
    assert acme.annotations.notes.list("n").data[0].id == "a"
    response = acme.things.with_raw_response.list()
    assert response.parse().data[0].id == "a"
    assert _sent(server, "x-key") == ["from-environment"] * 3
    assert things is acme.things and "things" in dir(acme)
    assert server.connections == 1


def test_assigned_arguments(acme: ModuleType, serve: Serve) -> None:
    server, other = serve(json_reply(DATA)), serve(json_reply(DATA))
    assert (acme.api_key, acme.base_url) == (None, "https://acme.test/v1")
    assert (acme.max_retries, acme.server, acme.http_client) == (2, 0, None)
    assert acme.timeout == acme.Timeout(600, connect=5)
    acme.api_key, acme.base_url = "first", server.url
    things = acme.things
    things.list()
    acme.api_key = lambda: "second"
    acme.default_headers = {"x-trace": "t"}
    things.list()
    acme.base_url, acme.max_retries = other.url, 0
    things.list()
    assert _sent(server, "x-key") == ["first", "second"]
    assert _sent(server, "x-trace") == [None, "t"]
    assert _sent(other, "x-key") == ["second"]
    assert (acme.base_url, acme.max_retries) == (other.url, 0)
    del acme.max_retries
    assert acme.max_retries == 2


def test_connections_are_kept_unless_http_client_is_assigned(
    acme: ModuleType, serve: Serve
) -> None:
    server = serve(json_reply(DATA))
    acme.base_url = server.url
    acme.things.list()
    pool = acme.things._client._pool
    acme.timeout = 3
    acme.things.list()
    assert acme.things._client._pool is pool
    own = httpx2.MockTransport(lambda request: httpx2.Response(200, json={"data": []}))
    acme.http_client = httpx2.Client(transport=own)
    assert acme.things.list().data == []
    acme.http_client = None
    assert acme.things.list().data[0].id == "a"
    assert len(server.received) == 3


def test_server_of_the_default_client(acme: ModuleType) -> None:
    acme.server = 1
    assert acme.base_url == "https://eu.acme.test/v1"


def test_invalid_arguments(acme: ModuleType, serve: Serve) -> None:
    acme.base_url = serve(json_reply(DATA)).url
    acme.max_retries = -1
    with pytest.raises(ValueError, match="max_retries must be"):
        acme.things.list()
    acme.max_retries = 0
    acme.things.list()
    with pytest.raises(ValueError, match="max_retries must be"):
        acme.max_retries = -1
    with pytest.raises(TypeError, match=r"must be an httpx2\.Client"):
        acme.http_client = httpx2.AsyncClient()
    assert acme.max_retries == 0 and acme.things.list().data


def test_patched_arguments_are_restored(acme: ModuleType, serve: Serve) -> None:
    server = serve(json_reply(DATA))
    acme.base_url = server.url
    acme.api_key = "own"
    with patch.object(acme, "api_key", "patched"), patch.object(acme, "timeout", 30):
        acme.things.list()
    with patch.object(acme, "things") as things:
        acme.things.list()
    acme.things.list()
    things.list.assert_called_once_with()
    assert _sent(server, "x-key") == ["patched", "own"]
    assert acme.timeout == acme.Timeout(600, connect=5)


def test_copies_and_pickles(acme: ModuleType, serve: Serve) -> None:
    server = serve(json_reply(DATA))
    acme.base_url = server.url
    clones = [copy.deepcopy(acme.things), copy.copy(acme.things)]
    client = acme.things._client.copy(api_key="k")
    assert type(client) is acme.Acme and isinstance(acme.things._client, acme.Acme)
    clones += [client.things, pickle.loads(pickle.dumps(acme.things))]
    assert [clone.list().data[0].id for clone in clones] == ["a"] * 4
    assert repr(acme.things) == f"<Things of Acme(base_url='{server.url}')>"


def test_threads_initialize_one_client(acme: ModuleType, serve: Serve) -> None:
    server = serve(json_reply(DATA))
    acme.base_url = server.url
    acme.max_retries = 0
    created, failures = [], []
    start = threading.Barrier(8)
    client_class = acme.Acme
    initialize = client_class.__init__

    def count(self: object, **arguments: object) -> None:
        created.append(self)
        initialize(self, **arguments)

    def call(index: int) -> None:
        start.wait()
        try:
            for _ in range(3):
                acme.things.list()
                acme.api_key = f"key-{index}"
        except BaseException as error:  # reported by the test
            failures.append(error)

    with patch.object(client_class, "__init__", count):
        threads = [threading.Thread(target=call, args=(n,)) for n in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        first = len(created)
        acme.things.list()
        acme.things.list()
    assert failures == [] and len(server.received) == 26
    assert len(created) - first <= 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_default_client_after_a_fork(acme: ModuleType, serve: Serve) -> None:
    acme.base_url = serve(json_reply(DATA)).url
    acme.things.list()
    default = vars(acme)["_default_client"]
    with default._lock:
        held = threading.Thread(target=lambda: None)
        held.start()
        held.join()
        child = os.fork()
        if child == 0:
            code = 1
            try:
                acme.timeout = 60
                code = int(acme.things.list().data[0].id != "a")
            finally:
                os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_import_creates_no_client(acme: ModuleType) -> None:
    folder = Path(str(acme.__file__)).parents[1]
    code = (
        f"import sys, {acme.__name__} as acme\n"
        "acme.api_key = 'k'\n"
        f"from {acme.__name__} import *\n"
        "assert '_default_client' not in vars(acme)\n"
    )
    modules = (
        "print(*[name for name in sys.modules if 'acme' in name or 'httpx2' in name])"
    )
    light = code.partition("from")[0] + modules.replace("'acme'", f"'{acme.__name__}.'")
    for script in (code, light):
        process = subprocess.run(
            [sys.executable, "-c", script], cwd=folder, capture_output=True, text=True
        )
        assert process.returncode == 0, process.stderr
    loaded = {name.removeprefix(f"{acme.__name__}.") for name in process.stdout.split()}
    assert loaded == {"_runtime", "_runtime.lazy"}


def test_names_that_clash(client_of: ClientOf, serve: Serve) -> None:
    server = serve(json_reply(["x"]))
    acme = client_of(CLASHES)
    acme.base_url = server.url
    for name in ("types", "errors", "testing", "resources"):
        assert importlib.import_module(f"{acme.__name__}.{name}") is getattr(acme, name)
        assert getattr(acme.Acme(base_url=server.url), name).list() == ["x"]
    for name in ("client", "server", "team", "timeouts"):
        assert getattr(acme, name).list() == ["x"]
    assert issubclass(acme.Client, acme.Acme) and acme.Timeout is httpx2.Timeout


def test_names_that_clash_are_reported(tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text(CLASHES, encoding="utf-8")
    config = Config(
        package="acme_client",
        client="Acme",
        specs=("openapi.yaml",),
        directory=tmp_path,
        output=str(tmp_path / "out"),
    )
    diagnostics = Diagnostics()
    build(config, diagnostics)
    messages = {
        item.message: item.location is not None
        for item in diagnostics
        if item.rule.code == "package-attribute-clash"
    }
    end = "of the client is not an attribute of the package acme_client"
    assert messages == {
        **{
            f"the resource {name!r} {end}": True
            for name in ("types", "errors", "testing", "resources")
        },
        **{
            f"the argument {name!r} {end}": False
            for name in ("types", "copy", "team", "server")
        },
    }
