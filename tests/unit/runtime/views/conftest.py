"""Packages of types, written and imported for one test, as a generated client has them."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from textwrap import dedent
from types import ModuleType

import pytest

_HEADER = """\
from __future__ import annotations
from typing import Any, Literal, TypeAlias
from generator.runtime.views import BaseModel, field
"""
_NAMES = re.compile(r"^(?:class )?([A-Z]\w*)\b", re.MULTILINE)
_numbers = count()


@pytest.fixture
def make_types(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., ModuleType]:
    """Makes a package of the modules that are given by name; its names load lazily."""
    monkeypatch.syspath_prepend(tmp_path)

    def make(**modules: str) -> ModuleType:
        package = tmp_path / f"view_types_{next(_numbers)}"
        package.mkdir()
        sources = {name: dedent(text) for name, text in modules.items()}
        origins = {f".{name}": tuple(_NAMES.findall(sources[name])) for name in sources}
        (package / "__init__.py").write_text(
            "from generator.runtime.lazy import lazy_names\n"
            f"__getattr__ = lazy_names(__name__, {origins!r})\n",
            "utf-8",
        )
        for name, text in sources.items():
            (package / f"{name}.py").write_text(_HEADER + text, "utf-8")
        importlib.invalidate_caches()
        return importlib.import_module(package.name)

    return make


@pytest.fixture
def loaded() -> Callable[[ModuleType], set[str]]:
    """Tells which modules of a package are loaded."""

    def names(package: ModuleType) -> set[str]:
        prefix = f"{package.__name__}."
        return {
            name.removeprefix(prefix) for name in sys.modules if name.startswith(prefix)
        }

    return names
