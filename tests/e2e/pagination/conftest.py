"""A client with each kind of pagination, and helpers for its servers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.clients import generate, import_from
from tests.unit.runtime.conftest import (
    Server,
    serve,
)  # a fixture is used by its name

Serve = Callable[..., Server]


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the directory of the client generated from `pages.yaml`."""
    output = tmp_path_factory.mktemp("pages")
    generate(Path(__file__).parent / "pages.yaml", output, "pages_client", "Pages")
    return output


@pytest.fixture(scope="session")
def pages(package: Path) -> ModuleType:
    """Return the module of the client."""
    return import_from(package, "pages_client")


def things(*names: str) -> list[dict[str, Any]]:
    """Return the items of a page."""
    return [{"id": name} for name in names]


def sent(server: Server) -> list[dict[str, str]]:
    """Return the query of each request."""
    queries = []
    for request in server.received:
        query = parse_qs(urlsplit(request.target).query, keep_blank_values=True)
        queries.append({name: ",".join(values) for name, values in query.items()})
    return queries
