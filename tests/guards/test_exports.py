"""Names that a client exports are reserved, and defined in one way everywhere."""

from __future__ import annotations

import pytest

from generator.config.package_names import refuse_name
from generator.rendering.python.client import ERRORS, RUNTIME, WEBHOOK_ERRORS


@pytest.mark.parametrize("name", [*ERRORS, *RUNTIME, *WEBHOOK_ERRORS])
def test_exported_names_are_reserved(name: str) -> None:
    assert refuse_name("client", name)
