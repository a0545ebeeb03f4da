"""Servers of the settings are added to those of the document."""

from __future__ import annotations

from pathlib import Path

import httpx2

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.emission import write_tree
from generator.pipeline import build
from tests.clients import import_from

DOCUMENT = """\
openapi: 3.1.0
info: {title: Acme, version: '1'}
servers: [{url: 'https://acme.example/v1'}]
paths:
  /ants: {get: {operationId: listAnts, responses: {'204': {description: None.}}}}
"""


def test_server_of_the_settings_is_selected_by_name(tmp_path: Path) -> None:
    (tmp_path / "api.yaml").write_text(DOCUMENT, encoding="utf-8")
    diagnostics = Diagnostics()
    config = Config(
        package="acme_of_servers",
        client="Acme",
        specs=("api.yaml",),
        servers={"eu": "https://eu.acme.example/v2"},
        directory=tmp_path,
    )
    generated = build(config, diagnostics)
    assert list(diagnostics) == []
    write_tree(generated.files, generated.manifest, tmp_path, force=False)
    module = import_from(tmp_path, "acme_of_servers")
    requested: list[str] = []

    def respond(request: httpx2.Request) -> httpx2.Response:
        requested.append(str(request.url))
        return httpx2.Response(204)

    for chosen in ({}, {"server": "eu"}):
        http = httpx2.Client(transport=httpx2.MockTransport(respond))
        client = module.Acme(http_client=http, **chosen)
        client.ants.list()
    assert requested == [
        "https://acme.example/v1/ants",
        "https://eu.acme.example/v2/ants",
    ]
