"""Names of calls and arguments that extensions declare."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from tests.unit.runtime.conftest import Reply, Server

KIND = (
    "Extensions for other generators name calls (`x-fern-sdk-group-name`, "
    "`x-fern-sdk-method-name`, `x-speakeasy-group`, `x-speakeasy-name-override`, also "
    "with patterns of operation ids at the root) or "
    "arguments (`x-stainless-param`, `x-fern-parameter-name`, `x-ms-client-name`)."
)
RESULT = (
    "They take precedence over samples, operation ids and paths. Names of samples work as "
    "deprecated aliases. `x-stainless-override-schema` is the type of a parameter."
)
DOCUMENT = """
openapi: 3.1.0
info: {title: Acme, version: '1'}
x-speakeasy-name-override:
  - {operationId: ^fetch.*s$, methodNameOverride: all}
  - {operationId: .*, methodNameOverride: 1}
paths:
  /v1/songs:
    get:
      operationId: fetchSongs
      responses: {'204': {description: Done.}}
  /v1/audio/scripts:
    post:
      operationId: makeScript
      x-fern-sdk-group-name: [audio, transcriptions]
      x-fern-sdk-method-name: createNew
      x-codeSamples:
        - {lang: Python, source: "client.audio.scripts.create()"}
      parameters:
        - name: acme-beta
          in: header
          schema:
            type: string
            x-stainless-override-schema:
              {type: array, items: {type: string}, x-stainless-param: betas}
        - {name: betas, in: query, schema: {type: string}}
        - {name: api-version, in: query, x-ms-client-name: apiRelease, schema: {type: string}}
        - {name: n, in: query, x-fern-parameter-name: count, schema: {type: integer}}
        - {name: m, in: query, x-speakeasy-name-override: '!', schema: {type: integer}}
      responses: {'204': {description: Done.}}
  /v1/tuning/models:
    get:
      operationId: ListTunedModels
      x-fern-sdk-group-name: tuning
      responses: {'204': {description: Done.}}
  /v1/tuning/{id}:
    delete:
      operationId: DeleteTuning
      x-speakeasy-group: beta.tuning
      responses: {'204': {description: Done.}}
  /v1/tuning/{id}/stop:
    post:
      operationId: halt
      x-speakeasy-name-override: haltNow
      responses: {'204': {description: Done.}}
  /v1/invalid:
    post:
      operationId: invalid
      x-speakeasy-name-override: [1]
      x-fern-sdk-group-name: {a: b}
      responses: {'204': {description: Done.}}
"""
CALLS: dict[str, Callable[[Any], object]] = {
    "POST /v1/audio/scripts?betas=q&api-version=1&n=2&m=3": lambda client: (
        client.audio.transcriptions.create_new(
            betas=["a", "b"], query_betas="q", api_release="1", count=2, m=3
        )
    ),
    "GET /v1/tuning/models": lambda client: client.tuning.list_tuned_models(),
    "DELETE /v1/tuning/a": lambda client: client.beta.tuning.delete("a"),
    "POST /v1/tuning/a/stop": lambda client: client.tuning.halt_now("a"),
    "POST /v1/invalid": lambda client: client.invalid.create(),
    "GET /v1/songs": lambda client: client.songs.all(),
}


@pytest.fixture
def module(client_of: Callable[..., ModuleType]) -> ModuleType:
    return client_of(DOCUMENT)


def test_calls(module: ModuleType, serve: Callable[..., Server]) -> None:
    server = serve(Reply(status=204))
    client = module.Acme(base_url=server.url)
    for call in CALLS.values():
        call(client)
    sent = [f"{item.method} {item.target}" for item in server.received]
    assert sent == list(CALLS)
    assert server.received[0].headers["acme-beta"] == "a,b"


def test_the_name_of_a_sample_is_an_alias(
    module: ModuleType, serve: Callable[..., Server]
) -> None:
    client = module.Acme(base_url=serve(Reply(status=204)).url)
    with pytest.warns(DeprecationWarning, match="create_new"):
        client.audio.scripts.create()


def test_the_type_of_an_overridden_schema(module: ModuleType) -> None:
    client = module.Acme(base_url="http://127.0.0.1:1")
    signature = inspect.signature(client.audio.transcriptions.create_new)
    annotation = str(signature.parameters["betas"].annotation)
    assert "Sequence[str]" in annotation or "list[str]" in annotation
