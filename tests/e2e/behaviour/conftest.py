"""A client generated from a small document, and servers for it to talk to."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from tests.clients import generate, import_from
from tests.unit.runtime.conftest import (
    serve,
)  # noqa: F401  # a fixture is used by its name

SHOP = Path(__file__).parent / "shop.yaml"
_numbers = itertools.count()


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """The package generated from `shop.yaml`."""
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
    """Generates a client of the text of a document, and imports it."""

    def make(text: str) -> ModuleType:
        name = f"made_client_{next(_numbers)}"
        spec = tmp_path / "spec.yaml"
        spec.write_text(text, encoding="utf-8")
        generate(spec, tmp_path / name, name)
        return import_from(tmp_path / name, name)

    return make
