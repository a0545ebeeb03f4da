"""Clients that are generated for one test."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from tests.clients import generate, import_from
from tests.unit.runtime.conftest import (
    serve,
)  # A fixture.

SHOP = Path(__file__).parent / "shop.yaml"
_numbers = itertools.count()


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """Return the package generated from `shop.yaml`."""
    output = tmp_path_factory.mktemp("shop")
    generate(
        SHOP,
        output,
        "shop_client",
        "Shop",
        headers={"branch": "Shop-Branch", "till": "Shop-Till"},
        servers={"eu": "https://eu.shop.test/v1"},
        credentials={"branch": "SHOP_BRANCH_ID"},
    )
    return import_from(output, "shop_client")


@pytest.fixture
def client_of(tmp_path: Path) -> Callable[[str], ModuleType]:
    """Return a function that generates and imports the client of a document."""

    def create(document: str) -> ModuleType:
        name = f"test_client_{next(_numbers)}"
        spec = tmp_path / "spec.yaml"
        spec.write_text(document, encoding="utf-8")
        generate(spec, tmp_path / name, name)
        return import_from(tmp_path / name, name)

    return create
