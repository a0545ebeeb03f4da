"""The decorator of deprecated methods, which does not import `asyncio`."""

from __future__ import annotations

import asyncio
import inspect
import subprocess
import sys
from typing import Any
from unittest.mock import AsyncMock, MagicMock, patch

import pytest

from generator.runtime.client.stream_methods import async_stream_method
from generator.runtime.deprecation import deprecated


class Pets:
    """A class with deprecated methods."""

    @deprecated("use find")
    def list(self, limit: int = 3) -> int:
        """List pets."""
        return limit

    @deprecated("use find")
    async def fetch(self, limit: int = 3) -> int:
        """Fetch pets."""
        return limit

    stream: Any = async_stream_method(fetch, "stream", "PetStream")


@pytest.mark.parametrize("name", ["list", "fetch"])
def test_introspection(name: str) -> None:
    method = getattr(Pets, name)
    assert inspect.isfunction(method)
    assert vars(method)["__deprecated__"] == "use find"
    assert (method.__name__, method.__qualname__) == (name, f"Pets.{name}")
    assert method.__doc__ == f"{name.capitalize()} pets."
    assert list(inspect.signature(method).parameters) == ["self", "limit"]
    assert asyncio.iscoroutinefunction(method) is (name == "fetch")
    assert getattr(Pets, name) is method


def test_calls_warn_at_the_line_of_the_caller() -> None:
    with pytest.warns(DeprecationWarning, match="use find") as warned:
        assert Pets().list(4) == 4
    assert warned[0].filename == __file__
    with pytest.warns(DeprecationWarning, match="use find") as warned:
        coroutine = Pets().fetch(limit=5)
    assert warned[0].filename == __file__
    assert asyncio.run(coroutine) == 5


def test_mocks_are_asynchronous() -> None:
    with patch.object(Pets, "fetch") as fetch, patch.object(Pets, "list") as plain:
        assert isinstance(fetch, AsyncMock) and not isinstance(plain, AsyncMock)
        assert isinstance(plain, MagicMock)


def test_stream_methods_describe_deprecated_methods() -> None:
    assert list(inspect.signature(Pets.stream).parameters) == ["self", "limit"]
    assert Pets.stream.__qualname__ == "Pets.stream"


def test_asyncio_is_not_imported() -> None:
    script = f"""
import sys
from generator.runtime.deprecation import deprecated
class Pets:
    @deprecated("use find")
    async def fetch(self): ...
assert "asyncio" not in sys.modules
assert Pets.fetch.__deprecated__ == "use find"
assert ("asyncio" in sys.modules) is {sys.version_info < (3, 12)}
"""
    subprocess.run([sys.executable, "-c", script], check=True)
