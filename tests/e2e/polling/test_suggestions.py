"""Settings for polling that the document suggests."""

from __future__ import annotations

import asyncio
import json
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.normalizer.pagination.polling_suggestions import suggest_pollings
from generator.pipeline import build
from tests.clients import import_from
from tests.unit.runtime.conftest import (  # noqa: F401  # fixtures
    Server,
    json_reply,
    no_waiting,
    serve,
)

Serve = Callable[..., Server]
SETTINGS = """\
[tool.oasmith.polling.getJob]
field = ["state", "name"]
until = ["failed", "done"]
create = ["createQueueAndJob", "createJob"]
"""


def oasmith(*arguments: str) -> str:
    result = CliRunner().invoke(main, arguments, prog_name="oasmith")
    assert result.exit_code == 0, result.output
    return result.stdout


def job(state: str) -> Any:
    return json_reply({"id": "j1", "queue_id": "q2", "state": {"name": state}})


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Current directory with a document and settings."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    shutil.copy(Path(__file__).parent / "jobs.yaml", tmp_path)
    head = '[tool.oasmith]\nspecs = ["jobs.yaml"]\npackage = "suggested_jobs"\n\n'
    (tmp_path / "pyproject.toml").write_text(head)
    return tmp_path


def test_pasted_settings_poll(
    project: Path, serve: Serve, no_waiting: list[float]
) -> None:
    assert oasmith("inspect", "--stage", "settings") == SETTINGS
    assert 'can be polled until "failed" | "done"' in oasmith("inspect")
    tree = json.loads(oasmith("inspect", "--stage", "settings", "--format", "json"))
    assert [(item["id"], item["unknown"]) for item in tree] == [("getJob", [])]
    with (project / "pyproject.toml").open("a") as file:
        file.write(oasmith("inspect", "--stage", "settings", "--name", "getJob"))
    oasmith("generate")
    module = import_from(project / "generated", "suggested_jobs")
    server = serve(job("queued"), job("running"), job("done"))
    client = module.Jobs(base_url=server.url)
    result = client.queues.jobs.create_and_poll("q1", task="x")
    assert result.state.name == "done"
    assert [item.method for item in server.received] == ["POST", "GET", "GET"]

    async def call() -> Any:
        server = serve(job("queued"), job("failed"))
        async with module.AsyncJobs(base_url=server.url) as client:
            return await client.queues.jobs.poll("j1", queue_id="q1")

    assert asyncio.run(call()).state.name == "failed"
    # Configured operations are not suggested again.
    text = oasmith("inspect", "--stage", "settings")
    assert text == "# no settings are suggested\n"


RUNNING, DONE = ["queued", "running"], ["done", "failed"]


def document(values: list[str], **changes: Any) -> dict[str, Any]:
    """Return a document with one operation that returns a status."""
    status = {"type": "string", "enum": values}
    properties = {"id": {"type": "string"}, changes.get("field", "status"): status}
    path = changes.get("path", "/jobs/{id}")
    response = {
        "description": "A job.",
        "content": {
            "application/json": {"schema": {"type": "object", "properties": properties}}
        },
    }
    parameter = {
        "name": "id",
        "in": "path",
        "required": True,
        "schema": {"type": "string"},
    }
    operation = {
        "operationId": 'get"job',
        "parameters": [parameter] if "{" in path else [],
        "responses": {"200": response},
    }
    paths = {path: {changes.get("method", "get"): operation}}
    info = {"title": "Jobs", "version": "1"}
    return {"openapi": "3.1.0", "info": info, "paths": paths}


@pytest.mark.parametrize(
    ("values", "changes", "until"),
    [
        ([*RUNNING, *DONE], {}, DONE),
        (["IN_PROGRESS", "Succeeded", "Timed Out"], {}, ["Succeeded", "Timed Out"]),
        (["in-progress", "complete"], {"field": "jobStatus"}, ["complete"]),
        ([*RUNNING, *DONE], {"field": "kind"}, None),
        ([*RUNNING, *DONE], {"path": "/jobs"}, None),
        ([*RUNNING, *DONE], {"method": "delete"}, None),
        (["active", "deleted"], {}, None),
        (["pending", "paid"], {}, None),
        (DONE, {}, None),
        (RUNNING, {}, None),
    ],
)
def test_recognized_statuses(
    tmp_path: Path, values: list[str], changes: dict[str, Any], until: list[str] | None
) -> None:
    spec = document(values, **changes)
    (tmp_path / "openapi.json").write_text(json.dumps(spec))
    result = build(Config(specs=("openapi.json",), directory=tmp_path), Diagnostics())
    declarations = {item.header.key: item for item in result.api.declarations}
    suggestions = list(suggest_pollings(result.api.operations, declarations, ()))
    terminal = [list(item.polling.terminal_values) for item in suggestions]
    assert terminal == ([] if until is None else [until])


def test_names_and_values_are_escaped(project: Path) -> None:
    values = ["queued", "done", 'x"\n[tool]', "odd"]
    (project / "jobs.yaml").write_text(json.dumps(document(values)))
    text = oasmith("inspect", "--stage", "settings")
    tables = tomllib.loads(text)
    assert tables == {
        "tool": {"oasmith": {"polling": {'get"job': {"until": ["done"]}}}}
    }
    assert '# Add the terminal ones of ["x\\"\\u000a[tool]", "odd"].' in text
