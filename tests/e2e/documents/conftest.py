"""Clients of small documents, local servers, and checks of the types of callers."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.clients import generate, import_from
from tests.typing.typed_callers import TypedCallers
from tests.unit.runtime.conftest import serve  # a fixture

_numbers = itertools.count()


@pytest.fixture
def client_of(tmp_path: Path) -> Callable[..., ModuleType]:
    """Return a function that generates and imports the client of a document.

    The client class is `Acme`. Settings are given as keyword arguments.
    """

    def create(document: str, **settings: Any) -> ModuleType:
        name = f"document_client_{next(_numbers)}"
        spec = tmp_path / "openapi.yaml"
        spec.write_text(document, encoding="utf-8")
        generate(spec, tmp_path / name, name, **settings)
        return import_from(tmp_path / name, name)

    return create


@pytest.fixture(scope="session")
def typed_callers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TypedCallers]:
    """Callers for pyright, which checks the last of them at the end of all tests."""
    callers = TypedCallers(tmp_path_factory.mktemp("typed"))
    yield callers
    callers.check_with_pyright()


@pytest.fixture
def wrong_lines(
    request: pytest.FixtureRequest, typed_callers: TypedCallers
) -> Callable[..., set[int]]:
    """Return a function that type-checks a caller of a client in strict mode.

    It returns the numbers of the lines that mypy rejects. pyright must reject the same
    lines; it checks several callers at a time. Neither may reject a line of the client. The
    runtime is the same in every client and is checked by `tests/typing`; pyright takes most
    of its time for it.
    """

    def check(client: ModuleType, caller: str) -> set[int]:
        package = Path(str(client.__file__)).parent
        return typed_callers.add(request.node.nodeid, package, caller)

    return check


def marked_lines(caller: str) -> set[int]:
    """Return the numbers of the lines that end in `# wrong`."""
    lines = caller.splitlines()
    return {number for number, line in enumerate(lines, 1) if line.endswith("# wrong")}
