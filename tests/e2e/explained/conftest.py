"""The fixture of the examples."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.explained.example import Example, code_of_test
from tests.unit.diagnostics.cases import FOLDER, read_case


@pytest.fixture
def example(request: pytest.FixtureRequest, tmp_path: Path) -> Example:
    """Return the example of the rule that the test is named after."""
    code = code_of_test(request.function.__name__)
    return Example(read_case(FOLDER / f"{code}.txt"), tmp_path / "project")
