"""Fixtures of the tests of own code."""

from tests.unit.runtime.conftest import (
    serve,
)  # A fixture.

__all__ = ["serve"]
