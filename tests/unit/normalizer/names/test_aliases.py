"""Aliases call the current method and emit a deprecation warning."""

from __future__ import annotations

import asyncio
from pathlib import Path
from types import ModuleType

import httpx2
import pytest

from generator.cli.inspect import python_tree
from generator.config import Config
from generator.diagnostics import Diagnostics, GenerationError
from generator.emission import write_tree
from generator.pipeline import Generated, build
from tests.clients import import_from

DOCUMENT = """\
openapi: 3.1.0
info: {title: Acme, version: '1'}
paths:
  /threads/{id}/runs:
    post:
      operationId: createRunn
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      requestBody:
        content:
          application/json:
            schema: {type: object, properties: {stream: {type: boolean}}}
      responses:
        '200':
          description: A run.
          content:
            application/json: {schema: {$ref: '#/components/schemas/Run'}}
            text/event-stream: {schema: {$ref: '#/components/schemas/Run'}}
  /threads:
    get:
      operationId: listThreads
      responses:
        '200':
          description: Names.
          content:
            application/json: {schema: {type: array, items: {type: string}}}
components:
  schemas:
    Run: {type: object, properties: {id: {type: string}}}
"""


def build_client(directory: Path, **settings: object) -> tuple[Generated, list[str]]:
    """Build a client with settings; return it and the codes of its diagnostics."""
    (directory / "api.yaml").write_text(DOCUMENT, encoding="utf-8")
    diagnostics = Diagnostics()
    config = Config(
        package="aliased_client",
        client="Acme",
        specs=("api.yaml",),
        directory=directory,
        **settings,  # type: ignore[arg-type]  # settings differ between tests
    )
    result = build(config, diagnostics)
    return result, [item.rule.code for item in diagnostics]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """A client with aliases."""
    directory = tmp_path_factory.mktemp("aliases")
    aliases = {"threads.start": "createRunn", "beta.threads.*": "threads.*"}
    generated, codes = build_client(directory, aliases=aliases)
    assert codes == ["missing-servers"] or not codes
    write_tree(generated.files, generated.manifest, directory, force=False)
    return import_from(directory, "aliased_client")


def respond(request: httpx2.Request) -> httpx2.Response:
    return httpx2.Response(200, json={"id": f"{request.method} {request.url.path}"})


def test_aliases_work_and_warn(client: ModuleType) -> None:
    transport = httpx2.MockTransport(respond)
    acme = client.Acme(
        base_url="http://acme.test", http_client=httpx2.Client(transport=transport)
    )
    assert acme.threads.runs.create("a").id == "POST /threads/a/runs"
    for call in (acme.threads.start, acme.beta.threads.runs.create):
        with pytest.warns(DeprecationWarning, match="Call threads.runs.create instead"):
            assert call("a").id == "POST /threads/a/runs"
    with pytest.warns(DeprecationWarning, match="Call threads.runs.create instead"):
        raw = acme.threads.with_raw_response.start("a")
    assert raw.status_code == 200


def test_async_aliases_work_and_warn(client: ModuleType) -> None:
    async def main() -> str:
        transport = httpx2.MockTransport(respond)
        acme = client.AsyncAcme(
            base_url="http://acme.test",
            http_client=httpx2.AsyncClient(transport=transport),
        )
        result: str = (await acme.threads.start("a")).id
        return result

    with pytest.warns(DeprecationWarning, match="Call threads.runs.create instead"):
        assert asyncio.run(main()) == "POST /threads/a/runs"


def test_aliases_are_not_documented(tmp_path: Path) -> None:
    generated, _ = build_client(
        tmp_path, aliases={"threads.start": "threads.runs.create"}
    )
    operations = python_tree(generated.package)["operations"]
    assert [item["call"] for item in operations] == [
        "threads.list",
        "threads.runs.create",
    ]
    docs = "".join(
        content.decode()
        for name, content in generated.files.items()
        if name.startswith("docs/")
    )
    assert "threads.start" not in docs


def test_aliases_of_operation_ids_are_resolved(tmp_path: Path) -> None:
    aliases = {"createRun": "createRunn"}
    generated, codes = build_client(
        tmp_path,
        aliases=aliases,
        names={"createRun": "runs.start"},
        only=("createRun",),
    )
    assert "unknown-name" not in codes and "matches-nothing" not in codes
    assert [item.call for item in generated.package.calls] == ["runs.start"]


@pytest.mark.parametrize(
    ("old", "new"),
    [("a.b", "nothing.here"), ("a.*", "nothing.*"), ("createRun", "nothing")],
)
def test_entries_that_match_nothing_are_errors(
    tmp_path: Path, old: str, new: str
) -> None:
    with pytest.raises(GenerationError):
        build_client(tmp_path, aliases={old: new})


def test_an_alias_that_is_the_name_of_an_operation_is_a_note(tmp_path: Path) -> None:
    codes = build_client(tmp_path, aliases={"threads.list": "createRunn"})[1]
    assert "taken-alias" in codes


def test_aliases_of_operations_that_are_not_selected_are_ignored(
    tmp_path: Path,
) -> None:
    generated, codes = build_client(
        tmp_path, aliases={"a.b": "createRunn"}, only=("listThreads",)
    )
    assert "unknown-alias" not in codes
    assert [item.call for item in generated.package.calls] == ["threads.list"]
