"""Names of former times go on working, and say what to call instead."""

from __future__ import annotations

import asyncio
from pathlib import Path
from types import ModuleType

import httpx2
import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics, GenerationError
from generator.emission import write_tree
from generator.cli.inspect import python_tree
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


def built(directory: Path, **settings: object) -> tuple[Generated, list[str]]:
    """A client with settings, and the codes of what was found."""
    (directory / "api.yaml").write_text(DOCUMENT, encoding="utf-8")
    diagnostics = Diagnostics()
    config = Config(
        package="aliased_client",
        client="Acme",
        specs=("api.yaml",),
        directory=directory,
        **settings,  # type: ignore[arg-type]  # each test gives settings of its own
    )
    made = build(config, diagnostics)
    return made, [item.rule.code for item in diagnostics]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """A client whose names have changed."""
    directory = tmp_path_factory.mktemp("aliases")
    aliases = {"threads.start": "createRunn", "beta.threads.*": "threads.*"}
    made, codes = built(directory, aliases=aliases)
    assert codes == ["missing-servers"] or not codes
    write_tree(made.files, made.manifest, directory, force=False)
    return import_from(directory, "aliased_client")


def answer(request: httpx2.Request) -> httpx2.Response:
    return httpx2.Response(200, json={"id": f"{request.method} {request.url.path}"})


def test_old_names_work_and_warn(client: ModuleType) -> None:
    transport = httpx2.MockTransport(answer)
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


def test_async_too(client: ModuleType) -> None:
    async def main() -> str:
        transport = httpx2.MockTransport(answer)
        acme = client.AsyncAcme(
            base_url="http://acme.test",
            http_client=httpx2.AsyncClient(transport=transport),
        )
        found: str = (await acme.threads.start("a")).id
        return found

    with pytest.warns(DeprecationWarning, match="Call threads.runs.create instead"):
        assert asyncio.run(main()) == "POST /threads/a/runs"


def test_operations_are_counted_and_documented_once(tmp_path: Path) -> None:
    made, _ = built(tmp_path, aliases={"threads.start": "threads.runs.create"})
    operations = python_tree(made.package)["operations"]
    assert [item["call"] for item in operations] == [
        "threads.list",
        "threads.runs.create",
    ]
    docs = "".join(
        text.decode() for name, text in made.files.items() if name.startswith("docs/")
    )
    assert "threads.start" not in docs


def test_other_spellings_of_ids_are_understood(tmp_path: Path) -> None:
    aliases = {"createRun": "createRunn"}
    made, codes = built(
        tmp_path,
        aliases=aliases,
        names={"createRun": "runs.start"},
        only=("createRun",),
    )
    assert "unknown-name" not in codes and "matches-nothing" not in codes
    assert [item.call for item in made.package.calls] == ["runs.start"]


@pytest.mark.parametrize(
    ("old", "new"),
    [("a.b", "nothing.here"), ("a.*", "nothing.*"), ("createRun", "nothing")],
)
def test_entries_that_name_nothing_are_errors(
    tmp_path: Path, old: str, new: str
) -> None:
    with pytest.raises(GenerationError):
        built(tmp_path, aliases={old: new})


def test_an_alias_that_is_taken_is_a_note(tmp_path: Path) -> None:
    codes = built(tmp_path, aliases={"threads.list": "createRunn"})[1]
    assert "taken-alias" in codes


def test_aliases_of_operations_that_are_not_wanted_are_left_out(tmp_path: Path) -> None:
    made, codes = built(tmp_path, aliases={"a.b": "createRunn"}, only=("listThreads",))
    assert "unknown-alias" not in codes
    assert [item.call for item in made.package.calls] == ["threads.list"]
