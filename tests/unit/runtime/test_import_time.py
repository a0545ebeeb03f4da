"""Modules that import what only calls need when the first call needs it."""

from __future__ import annotations

import subprocess
import sys
from types import new_class
from typing import Any

import pytest

from generator.runtime.client.base_client import BaseClient
from generator.runtime.client.bases import ClientBound, PlainClient
from generator.runtime.client.raw_resources import Resource
from generator.runtime.models.base import BaseModel
from generator.runtime.pagination.pages import AsyncPage, Page, SyncPage


@pytest.mark.parametrize(
    ("module", "unused"),
    [
        ("pagination.pages", ("transport.send", "requests.build", "responses.decode")),
        ("structured.parsing", ("structured.reading", "structured.strict")),
        ("testing.mock", ("testing.responses", "testing.routing", "requests.bodies")),
    ],
)
def test_modules_that_are_imported_later(module: str, unused: tuple[str, ...]) -> None:
    script = f"""
import sys
before = set(sys.modules)
import generator.runtime.{module}
for name in {unused!r}:
    assert "generator.runtime." + name not in sys.modules, name
for name in ("asyncio", "uuid", "platform", "difflib"):
    assert name not in set(sys.modules) - before, name
"""
    subprocess.run([sys.executable, "-c", script], check=True)


@pytest.mark.parametrize("base", [SyncPage, AsyncPage])
def test_pages_name_their_items(base: Any) -> None:
    class Items(BaseModel):
        data: list[str]

    generic = base["Item"]
    assert generic.__origin__ is base and generic.__args__ == ("Item",)
    assert base[int].__args__ == (int,)
    page = new_class("ItemsPage", (generic, Items))
    assert page.__mro__[1] is base and vars(page)["__orig_bases__"][0] == generic


def test_classes_have_few_base_classes() -> None:
    """Python searches all base classes for special methods when it creates a class."""

    class Item(BaseModel):
        id: str

    class Items(BaseModel):
        data: list[Item]

    items: Any = SyncPage["Item"]
    page = new_class("ItemsPage", (items, Items))
    assert Item.__mro__ == (Item, BaseModel, object)
    assert page.__mro__ == (page, SyncPage, Page, Items, BaseModel, object)
    assert BaseModel.__module__ == "generator.runtime.models.base"
    assert Resource.__mro__[-2:] == (ClientBound, object)
    assert PlainClient.__mro__ == (PlainClient, BaseClient, object)
