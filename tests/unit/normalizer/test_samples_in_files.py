"""Samples of `x-codeSamples` in other files."""

from __future__ import annotations

from pathlib import Path

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import build

DOCUMENT = """\
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /v2/account/keys:
    get:
      operationId: sshKeys_list
      x-codeSamples:
      - {$ref: samples/list.curl.yaml}
      - {$ref: 'samples.yaml#/python/list'}
      - {$ref: samples/missing.yaml}
      responses: {'204': {description: Done}}
"""
CURL = "{lang: curl, source: 'curl https://shop.test/v2/account/keys'}\n"
PYTHON = """\
python:
  list:
    lang: Python
    source: |
      from shop import Client
      client = Client()
      client.ssh_keys.list()
"""


def test_references_are_resolved(tmp_path: Path) -> None:
    (tmp_path / "samples").mkdir()
    (tmp_path / "openapi.yaml").write_text(DOCUMENT)
    (tmp_path / "samples/list.curl.yaml").write_text(CURL)
    (tmp_path / "samples.yaml").write_text(PYTHON)
    diagnostics = Diagnostics()
    config = Config(specs=("openapi.yaml",), directory=tmp_path, package="shop")
    built = build(config, diagnostics)
    assert [item.call for item in built.package.calls] == ["ssh_keys.list"]
    (operation,) = built.api.operations
    assert [sources for sample in operation.samples for sources in sample.sources] == [
        ("curl", "curl https://shop.test/v2/account/keys"),
        (
            "Python",
            "from shop import Client\nclient = Client()\nclient.ssh_keys.list()\n",
        ),
    ]
    assert [item.rule.code for item in diagnostics] == ["missing-file"]
