"""Fixtures that write and import packages of types like those of an emitted client."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from textwrap import dedent
from types import ModuleType
from typing import Any

import pytest

_HEADER = """\
from __future__ import annotations
from typing import Any, Literal, TypeAlias
from generator.runtime.models.base import BaseModel, field
"""
_NAMES = re.compile(r"^(?:class )?([A-Z]\w*)\b", re.MULTILINE)
_package_numbers = count()


@pytest.fixture
def make_types(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., ModuleType]:
    """Return a function that creates a package of modules; its names load lazily.

    The keyword arguments of the function map module names to source code.
    """
    monkeypatch.syspath_prepend(tmp_path)

    def create(**modules: str) -> ModuleType:
        package = tmp_path / f"model_types_{next(_package_numbers)}"
        package.mkdir()
        sources = {name: dedent(source) for name, source in modules.items()}
        origins = {f".{name}": tuple(_NAMES.findall(sources[name])) for name in sources}
        (package / "__init__.py").write_text(
            "from generator.runtime.lazy import lazy_names\n"
            f"__getattr__ = lazy_names(__name__, {origins!r})\n",
            "utf-8",
        )
        for name, source in sources.items():
            (package / f"{name}.py").write_text(_HEADER + source, "utf-8")
        importlib.invalidate_caches()
        return importlib.import_module(package.name)

    return create


@pytest.fixture
def loaded() -> Callable[[ModuleType], set[str]]:
    """Return a function that lists the imported modules of a package."""

    def names(package: ModuleType) -> set[str]:
        prefix = f"{package.__name__}."
        return {
            name.removeprefix(prefix) for name in sys.modules if name.startswith(prefix)
        }

    return names


Make = Callable[..., ModuleType]


CHOICE = """
    class Message(BaseModel):
        content: str | None
        more: Any = None

    class Choice(BaseModel):
        index: int
        message: Message
        stop: str | None = None
        calls: list[Message] | None = None
        class_: str = field(key="class")
        from_: str | None = field(key="from", default=None)
        limit: int = field(key="max-items", default=10)

    class Special(Choice):
        index: int = 5
        level: int
"""


@pytest.fixture
def types(make_types: Make) -> ModuleType:
    return make_types(chat=CHOICE)


@pytest.fixture
def choice(types: ModuleType) -> Any:
    return types.Choice.from_dict(
        {
            "index": 1,
            "message": {"content": None},
            "class": "a",
            "calls": [{"content": "hi"}],
            "new": {"b": [1]},
        }
    )
