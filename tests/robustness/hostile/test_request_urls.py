"""Literal parts of request URLs: unusual paths, and servers with variables."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx2
import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.pipeline import build
from tests.clients import generate, import_from

ENCODED_PATHS = {
    "/a b": "/a%20b",
    "/a\nb": "/a%0Ab",
    "/a\\..\\b": "/a%5C..%5Cb",
    "/näive/日": "/n%C3%A4ive/%E6%97%A5",
    "/a%2Fb": "/a%2Fb",
    "/.../a.": "/.../a.",
    "/<a>|^`": "/%3Ca%3E%7C%5E%60",
    "/\ufffd": "/%EF%BF%BD",
}
"""Paths of documents that can be sent, and how they are sent."""

DOT_PATHS = ("/a/../b", "/./a", "/a/..", "/a/%2e%2E/b", "/a/.%2e", "/a/%2E./b", "/%2e")
"""Paths that URL parsers change to other paths."""


def described(paths: list[str], servers: list[Any]) -> str:
    operation = {"responses": {"204": {"description": "Done"}}}
    return json.dumps(
        {
            "openapi": "3.1.0",
            "info": {"title": "URLs", "version": "1"},
            "servers": servers,
            "paths": {
                path: {"get": {"operationId": f"get{number}", **operation}}
                for number, path in enumerate(paths)
            },
        }
    )


def test_paths_with_unusual_characters_are_percent_encoded(tmp_path: Path) -> None:
    spec = tmp_path / "spec.json"
    server = {"url": "https://a.test/v1"}
    spec.write_text(described([*ENCODED_PATHS], [server]), encoding="utf-8")
    generated = generate(spec, tmp_path / "out", "encoded_paths_client")
    package = import_from(tmp_path / "out", "encoded_paths_client")
    received = []

    def respond(request: httpx2.Request) -> httpx2.Response:
        received.append(request.url.raw_path.decode())
        return httpx2.Response(204)

    http = httpx2.Client(transport=httpx2.MockTransport(respond))
    client = package.Acme(http_client=http)
    for call in generated.package.calls:
        target: Any = client
        for attribute in filter(None, call.resource.split(".")):
            target = getattr(target, attribute)
        getattr(target, call.name)()
    assert sorted(received) == sorted(f"/v1{path}" for path in ENCODED_PATHS.values())


def test_paths_with_dot_segments_are_left_out_with_a_diagnostic(tmp_path: Path) -> None:
    paths = [*DOT_PATHS, "/kept"]
    (tmp_path / "spec.json").write_text(described(paths, []), encoding="utf-8")
    diagnostics = Diagnostics()
    generated = build(Config(specs=("spec.json",), directory=tmp_path), diagnostics)
    assert [call.path for call in generated.package.calls] == ["/kept"]
    codes = [item.rule.code for item in diagnostics]
    assert codes.count("invalid-path") == len(DOT_PATHS)


def test_server_variables_without_default_must_be_passed(tmp_path: Path) -> None:
    url = "https://{region}.a.test:{port}/{base}{tenant}"
    variables = {
        "region": {"enum": ["eu", "us"]},
        "port": {"default": 8443},
        "base": {"default": ""},
    }
    spec = tmp_path / "spec.json"
    servers = [{"url": url, "variables": variables}]
    spec.write_text(described(["/a"], servers), encoding="utf-8")
    diagnostics = Diagnostics()
    build(Config(specs=("spec.json",), directory=tmp_path), diagnostics)
    messages = [
        item.message
        for item in diagnostics
        if item.rule.code == "server-variable-without-default"
    ]
    assert messages == [
        "the server variable 'region' has no default",
        "the server variable 'tenant' has no default",
    ]

    generate(spec, tmp_path / "out", "server_variables_client")
    package = import_from(tmp_path / "out", "server_variables_client")
    with pytest.raises(ValueError, match="'region' has no default.*server_variables"):
        package.Acme()
    with pytest.raises(ValueError, match="'tenant' has no default"):
        package.Acme(server_variables={"region": "eu"})
    with pytest.raises(ValueError, match="'region' must be one of eu, us, not 'mars'"):
        package.Acme(server_variables={"region": "mars", "tenant": "t"})
    client = package.Acme(server_variables={"region": "us", "tenant": "t"})
    assert client.base_url == "https://us.a.test:8443/t"
    assert package.Acme(base_url="https://b.test").base_url == "https://b.test"
