"""The fixture of the examples."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.explained.example import Example
from tests.unit.diagnostics.cases import FOLDER, read_case


@pytest.fixture
def example(request: pytest.FixtureRequest, tmp_path: Path) -> Example:
    """Return the example of the rule that the test is named after.

    The test of `unknown-type` is `test_unknown_type`; a second test of it is
    `test_unknown_type__title`.
    """
    name = request.function.__name__.removeprefix("test_").partition("__")[0]
    case = read_case(FOLDER / f"{name.replace('_', '-')}.txt")
    return Example(case, tmp_path / "project")
