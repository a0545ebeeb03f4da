"""Classes of `with_raw_response` that modules of resources define for type checkers."""

from __future__ import annotations

import inspect
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator
from types import ModuleType
from typing import Any

import pytest

from tests.unit.runtime.conftest import Server, json_reply

SOURCE = '''
from __future__ import annotations
from functools import cached_property

class Toys(_runtime.Resource["ToysRaw", "ToysStreaming"]):
    def list(self, **options) -> Any:
        """List toys."""
        return self._call(LIST, options=options)

class Pets(_runtime.Resource["PetsRaw", "PetsStreaming"]):
    @cached_property
    def toys(self) -> Toys:
        """Toys."""
        return Toys(self._client)

    @_runtime.deprecated("use toys")
    def list(self, limit: int = 3, **options) -> list[str]:
        """List pets."""
        return self._call(LIST, options=options)

    def wait(self, **options) -> Any:
        return self._poll(LIST, options=options)

    def follow(self, response: Any, **options) -> Any:
        return self._client.toys.list(response._call, **options)

    __call__ = list

class AsyncPets(_runtime.AsyncResource["AsyncPetsRaw", "AsyncPetsStreaming"]):
    async def list(self, limit: int = 3, **options) -> list[str]:
        """List pets."""
        return await self._call(LIST, options=options)

LIST = _runtime.Endpoint("GET", "/pets", returns="Any")
_runtime.lazy_wrappers(__name__)
'''


@pytest.fixture
def pets(acme: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A module with resources, as the generator writes it."""
    module: Any = ModuleType("lazily_wrapped")
    monkeypatch.setitem(sys.modules, module.__name__, module)
    module._runtime = acme._runtime
    exec(SOURCE, vars(module))
    return module


def test_wrappers_are_created_on_first_use(acme: ModuleType, pets: Any) -> None:
    assert "PetsRaw" not in vars(pets) and "PetsRaw" in dir(pets)
    raw = pets.PetsRaw
    assert pets.PetsRaw is raw is vars(pets)["PetsRaw"]
    assert raw.__mro__[1] is acme._runtime.RawResource
    assert (raw.__module__, raw.__qualname__) == ("lazily_wrapped", "PetsRaw")
    assert raw.__doc__ == "Methods of `Pets` that return the response."
    assert pickle.loads(pickle.dumps(raw)) is raw
    streaming = pets.AsyncPetsStreaming
    assert streaming.__mro__[1] is acme._runtime.AsyncStreamingResource
    assert streaming.__doc__ == (
        "Methods of `AsyncPets` that return an unread response."
    )
    with pytest.raises(AttributeError, match="'lazily_wrapped' has no attribute 'Cat"):
        pets.CatsRaw


def test_wrappers_have_the_methods_that_call_once(pets: Any) -> None:
    members = [name for name in vars(pets.PetsRaw) if name in vars(pets.Pets)]
    own = {"__module__", "__doc__", "__qualname__", "__dict__", "__weakref__"}
    assert sorted({*members} - own) == ["__call__", "list", "toys"]
    assert pets.PetsRaw.__call__ is pets.PetsRaw.list
    method = pets.AsyncPetsRaw.list
    assert method.__doc__ == "List pets." and inspect.iscoroutinefunction(method)
    assert str(inspect.signature(method)) == (
        "(self, limit: 'int' = 3, **options) -> 'APIResponse[list[str]]'"
    )


def test_wrappers_make_calls(
    acme: ModuleType, pets: Any, serve: Callable[..., Server]
) -> None:
    server = serve(json_reply([1]), json_reply([2]), json_reply([3]))
    resource = pets.Pets(acme.Acme(base_url=server.url))
    assert resource.with_raw_response.toys.list().json() == [1]
    assert isinstance(resource.with_raw_response.toys, pets.ToysRaw)
    with pytest.warns(DeprecationWarning, match="use toys"):
        assert resource.with_raw_response.list().json() == [2]
    with resource.with_streaming_response.toys.list() as response:
        assert response.read() == b"[3]"


def test_own_resources_have_the_wrappers_of_their_base_class(
    acme: ModuleType, pets: Any
) -> None:
    class Own(pets.Pets, Iterable["Own"]):  # type: ignore[misc]  # created above
        def __iter__(self) -> Iterator[Any]:
            return iter(self.list())

    own = Own(acme.Acme())
    assert type(own.with_raw_response) is pets.PetsRaw
    assert type(own.with_streaming_response) is pets.PetsStreaming


def test_other_names_are_those_of_the_earlier_getattr(
    acme: ModuleType, pets: Any
) -> None:
    pets.__getattr__ = str.upper
    pets.__dir__ = lambda: ["other"]
    acme._runtime.lazy_wrappers(pets.__name__)
    assert pets.other == "OTHER" and pets.ToysRaw.__name__ == "ToysRaw"
    assert {"other", "ToysRaw", "AsyncPetsStreaming"} <= set(dir(pets))
