"""A client with its mock, generated from a small document."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import pytest

from tests.clients import generate, import_from

PACKAGE = "library_client"


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """Return the package generated from `library.yaml`."""
    output = tmp_path_factory.mktemp("library")
    generate(Path(__file__).parent / "library.yaml", output, PACKAGE, "Library")
    return import_from(output, PACKAGE)


@pytest.fixture(scope="session")
def testing(library: ModuleType) -> ModuleType:
    """Return the `testing` module of the package."""
    return importlib.import_module(f"{library.__name__}.testing")
