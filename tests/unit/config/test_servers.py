"""Servers of the settings stand beside those of the document."""

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


def test_a_server_of_the_settings_is_chosen_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "api.yaml").write_text(DOCUMENT, encoding="utf-8")
    diagnostics = Diagnostics()
    config = Config(
        package="acme_of_servers",
        client="Acme",
        specs=("api.yaml",),
        servers={"eu": "https://eu.acme.example/v2"},
        directory=tmp_path,
    )
    made = build(config, diagnostics)
    assert list(diagnostics) == []
    write_tree(made.files, made.manifest, tmp_path, force=False)
    module = import_from(tmp_path, "acme_of_servers")
    asked: list[str] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        asked.append(str(request.url))
        return httpx2.Response(204)

    for chosen in ({}, {"server": "eu"}):
        http = httpx2.Client(transport=httpx2.MockTransport(answer))
        client = module.Acme(http_client=http, **chosen)
        client.ants.retrieve()
    assert asked == ["https://acme.example/v1/ants", "https://eu.acme.example/v2/ants"]
