"""Every line of the page for users of another SDK runs, and is typed."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from generator.config import read_settings
from generator.diagnostics import Diagnostics
from generator.pipeline import Generated, build
from tests.clients import generate, import_from
from tests.e2e.samples.migration import (
    MockServer,
    compile_page,
    lines_of,
    run_lines,
    serving,
)
from tests.guards.pages import blocks
from tests.guards.sources import ROOT

OWN = ROOT / "generated"
WITHOUT_STREAMS = """
openapi: 3.1.0
info: {title: Plain, version: '1'}
paths:
  /things/{id}:
    get:
      operationId: getThing
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {'200': {description: Done., content: {application/json: {schema: {
        $ref: '#/components/schemas/Thing'}}}}}
components:
  schemas: {Thing: {type: object, required: [id], properties: {id: {type: string}}}}
"""
UNREACHABLE = "http://127.0.0.1:1/v1"


@pytest.fixture(scope="module")
def whole(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the directory of the client of the complete document of OpenAI."""
    output = tmp_path_factory.mktemp("migration")
    spec = shared / "specs/openai/2026-08.yaml"
    generate(spec, output, "migrated_client", "OpenAI")
    return output


def programs(directory: Path) -> list[str]:
    """Return the programs of the page."""
    return blocks(directory / "docs/coming-from-openai.md", "python")


def check_page(
    directory: Path, package: str, environment: pytest.MonkeyPatch
) -> tuple[int, int]:
    """Run the programs; return how many there are for each of the two clients."""
    module = import_from(directory, package)
    assert module.__name__ == package
    testing = import_module(f"{package}.testing")
    numbers = [0, 0]
    for text in programs(directory):
        code = compile_page(text)
        mock = testing.MockAPI(base_url="")
        executed: set[int] = set()
        servers = [0, 429, 500] if "except" in text else [0]
        for status in servers:
            with serving(MockServer(mock, status)) as url:
                environment.setenv("OPENAI_BASE_URL", url)
                executed |= run_lines(code)
        if "except" in text:
            environment.setenv("OPENAI_BASE_URL", UNREACHABLE)
            executed |= run_lines(code)
        missing = lines_of(code) - executed
        assert not missing, (text, missing)
        if "client = " in text or " as client:" in text or f"import {package}" in text:
            assert mock.requests, text
            numbers["asyncio" in text] += 1
    return numbers[0], numbers[1]


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """Environment of the programs, in a directory for the files that they write."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
    monkeypatch.setenv("OPENAI_ADMIN_KEY", "sk-admin-test")
    monkeypatch.chdir(tmp_path)
    return monkeypatch


def test_page_of_this_project(environment: pytest.MonkeyPatch) -> None:
    assert check_page(OWN, "openai_client", environment) == (12, 6)


@pytest.mark.slow
def test_page_of_the_complete_document(
    whole: Path, environment: pytest.MonkeyPatch
) -> None:
    assert check_page(whole, "migrated_client", environment) == (12, 6)


@pytest.mark.slow
@pytest.mark.parametrize(
    "checker", ["mypy --strict", f"pyright --pythonpath {sys.executable}"]
)
def test_programs_are_typed(tmp_path: Path, checker: str) -> None:
    for number, text in enumerate(programs(OWN)):
        (tmp_path / f"program_{number}.py").write_text(text + "\n", encoding="utf-8")
    (tmp_path / "openai_client").symlink_to(OWN / "openai_client")
    name, *flags = checker.split()
    files = sorted(path.name for path in tmp_path.glob("*.py"))
    done = subprocess.run(
        [str(Path(sys.executable).with_name(name)), *flags, *files],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_statements_about_missing_methods() -> None:
    model = import_from(OWN, "openai_client").BaseModel
    assert not hasattr(model, "model_json_schema") and hasattr(model, "model_copy")


def test_page_has_typed_events_if_there_are_any(tmp_path: Path) -> None:
    (config,) = read_settings(ROOT / "pyproject.toml")
    generated: Generated = build(config, Diagnostics())
    methods = {
        method.name
        for module in generated.package.resources
        for resource in module.classes
        for method in resource.stream_methods
    }
    page = (OWN / "docs/coming-from-openai.md").read_text(encoding="utf-8")
    assert "stream" in methods and ".stream(" in page
    spec = tmp_path / "openapi.yaml"
    spec.write_text(WITHOUT_STREAMS, encoding="utf-8")
    generate(spec, tmp_path, "plain_client", "Plain", coming_from="plain")
    page = (tmp_path / "docs/coming-from-plain.md").read_text(encoding="utf-8")
    assert "stream(" not in page and "Typed events" not in page
