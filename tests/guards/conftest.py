"""Generated output for the tests: of a small document, and of this project."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.guards.sources import ROOT

PETSHOP = Path(__file__).parent / "documents/petshop.yaml"
GENERATED = ROOT / "generated"


@pytest.fixture(scope="session")
def petshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Output that is generated from the small document."""
    project = tmp_path_factory.mktemp("petshop")
    (project / PETSHOP.name).write_bytes(PETSHOP.read_bytes())
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("OASMITH_CACHE", "off")
        patched.chdir(project)
        result = CliRunner().invoke(main, ["generate", PETSHOP.name])
    assert result.exit_code == 0, result.output
    return project / "generated"


@pytest.fixture(params=["petshop", "generated"])
def docs(request: pytest.FixtureRequest, petshop: Path) -> Path:
    """A directory of reference pages."""
    if request.param == "petshop":
        return petshop / "docs"
    if not (GENERATED / "docs").is_dir():
        pytest.skip("generated/docs does not exist yet")
    return GENERATED / "docs"
