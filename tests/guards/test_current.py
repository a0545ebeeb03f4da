"""`generated/` is current."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.guards.conftest import GENERATED
from tests.guards.sources import ROOT


def test_generated_is_current(monkeypatch: pytest.MonkeyPatch) -> None:
    if not GENERATED.is_dir():
        pytest.skip("generated/ does not exist")
    monkeypatch.setenv("OASMITH_CACHE", "off")
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(main, ["check"])
    assert result.exit_code == 0, result.output
