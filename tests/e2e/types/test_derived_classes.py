"""Classes of callers that extend a client keep their own members and annotations."""

from __future__ import annotations

import inspect
import typing
from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass, fields
from pathlib import Path
from types import ModuleType
from typing import Any, ClassVar

import pytest

from tests.clients import generate, import_from

DOCUMENT = """
openapi: 3.1.0
info: {title: Derived, version: '1'}
servers: [{url: https://api.example.com}]
paths:
  /pets/{pet_id}:
    get:
      operationId: getPet
      parameters:
      - {name: pet_id, in: path, required: true, schema: {type: string}}
      responses: {'204': {description: OK}}
"""


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    folder: Path = tmp_path_factory.mktemp("derived")
    (folder / "openapi.yaml").write_text(DOCUMENT)
    generate(folder / "openapi.yaml", folder, "derived_client", "Derived", docs=False)
    return import_from(folder, "derived_client")


class OwnProperty(property):
    """A kind of property."""


class Decorator:
    """A decorator that only refers to the function."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.__wrapped__ = function


class Remote:
    """An object that has all attributes, as those of XML-RPC and of `mock.call`."""

    def __init__(self, depth: int = 0) -> None:
        self.depth = depth

    def __getattr__(self, name: str) -> Remote:
        assert self.depth < 100, "the attributes of a member are read without end"
        return Remote(self.depth + 1)


@pytest.mark.parametrize(
    "member",
    [
        OwnProperty(lambda self: 1),
        property(None, lambda self, value: None),
        Decorator(lambda self: 1),
        Remote(),
    ],
)
def test_members_of_any_kind(client: ModuleType, member: object) -> None:
    derived = type("Own", (client.Derived,), {"member": member})
    assert vars(derived)["member"] is member


def test_a_dataclass_has_its_own_fields(client: ModuleType) -> None:
    @dataclass
    class Own(client.Derived):  # type: ignore[name-defined, misc]
        names: ClassVar[dict[str, int]] = {}
        _: KW_ONLY
        count: int = 3

    assert [field.name for field in fields(Own)] == ["count"]
    assert inspect.get_annotations(Own)["count"] == "int"


def test_annotations_of_own_methods(client: ModuleType) -> None:
    def count(self: object, path: Path) -> int:
        return len(path.parts)

    derived: Any = type("Own", (client.Derived,), {"count": count})
    assert typing.get_type_hints(derived.count)["path"] is Path


def test_annotations_without_the_future_statement_are_not_read(
    client: ModuleType,
) -> None:
    names: dict[str, Any] = {"client": client, "__name__": __name__}
    source = "def own(self) -> int: return 1\n"
    exec(compile(source, "own", "exec", dont_inherit=True), names)
    own = names["own"]
    type("Own", (client.Derived,), {"own": own})
    assert type(own.__annotations__) is dict
