"""pyright must reject the same lines of many callers as mypy."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typing import typed_callers
from tests.typing.typed_callers import TypedCallers

pytestmark = pytest.mark.slow

WRONG = 'from acme_client import NUMBER\n\nNUMBER + ""\n'
ONLY_PYRIGHT = "import acme_client\n"
"""An unused import, which mypy accepts."""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "package"
    folder.mkdir()
    (folder / "__init__.py").write_text("NUMBER: int = 1\n")
    return folder


@pytest.fixture
def callers(tmp_path: Path) -> TypedCallers:
    folder = tmp_path / "callers"
    folder.mkdir()
    return TypedCallers(folder)


def test_a_group_is_checked_when_it_is_full(
    callers: TypedCallers, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typed_callers, "GROUP", 2)
    assert callers.add("test_wrong", package, WRONG) == {3}
    with pytest.raises(AssertionError, match=r"'test_unused': \{1\}"):
        callers.add("test_unused", package, ONLY_PYRIGHT)
    callers.check_with_pyright()  # none are left


def test_an_error_of_a_client_is_reported(callers: TypedCallers, package: Path) -> None:
    assert callers.add("test_right", package, "") == set()
    text = "if input():\n    VALUE = 1\nprint(VALUE)\n"
    (package / "_client.py").write_text(text)
    assert callers.add("test_client", package, "") == set()
    with pytest.raises(AssertionError, match=r"_client\.py:3:7 - error"):
        callers.check_with_pyright()
