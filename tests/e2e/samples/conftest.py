"""Documents with their servers and clients."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

import pytest

from generator.config import read_settings
from generator.diagnostics import Diagnostics
from generator.pipeline import build
from tests.clients import generate
from tests.e2e.samples.contract import Contract
from tests.e2e.samples.running import PACKAGE, Package
from tests.e2e.samples.server import DocumentServer, Log, serving

ROOT = Path(__file__).parents[3]


@dataclass
class Api:
    """A client, and a server that checks requests against its document."""

    package: Package
    server: DocumentServer


@pytest.fixture(scope="session")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    """The committed client of this project."""
    (config,) = read_settings(ROOT / "pyproject.toml")
    generated = build(config, Diagnostics())
    output = tmp_path_factory.mktemp("own")
    copytree(ROOT / "generated" / "openai_client", output / PACKAGE)
    with serving(Contract(generated.document)) as server:
        yield Api(Package(output), server)


@pytest.fixture(scope="session")
def whole(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    """The client of the complete document of OpenAI."""
    output = tmp_path_factory.mktemp("whole")
    spec = shared / "specs" / "openai" / "2026-08.yaml"
    generated = generate(spec, output, PACKAGE, "OpenAI")
    with serving(Contract(generated.document)) as server:
        yield Api(Package(output), server)


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Environment variables of samples."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
    monkeypatch.setenv("OPENAI_ADMIN_KEY", "sk-admin-test")
    monkeypatch.delenv("OPENAI_ORG_ID", raising=False)
    monkeypatch.delenv("OPENAI_PROJECT_ID", raising=False)
    return monkeypatch


def fresh(api: Api, environment: pytest.MonkeyPatch) -> Log:
    """Direct samples to the server of an API, and reset its log."""
    environment.setenv("OPENAI_BASE_URL", api.server.url)
    api.server.log = Log()
    return api.server.log
