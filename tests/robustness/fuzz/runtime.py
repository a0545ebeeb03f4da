"""The runtime of generated clients, compiled once for all cases.

Each client has the same copy of it. Reading and compiling these modules would take longer
than the rest of a case, so a finder creates separate modules for each client from the same
compiled code.
"""

from __future__ import annotations

import functools
import importlib.util
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import CodeType, ModuleType

import generator

_FOLDER = Path(generator.__file__).parent / "runtime"


@functools.cache
def codes() -> dict[str, CodeType]:
    """Return the code of each module by its relative name; `""` is the package."""
    result = {}
    for path in sorted(_FOLDER.rglob("*.py")):
        parts = path.relative_to(_FOLDER).with_suffix("").parts
        name = ".".join(part for part in parts if part != "__init__")
        result[name] = compile(path.read_bytes(), str(path), "exec", dont_inherit=True)
    return result


class SharedRuntime:
    """Finder and loader of the runtime modules of one client."""

    def __init__(self, package: str) -> None:
        self._root = f"{package}._runtime"

    def install(self) -> None:
        """Register the finder."""
        sys.meta_path.insert(0, self)

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return the spec of a runtime module, or `None` for other modules."""
        if self._below(name) not in codes():
            return None
        filename = codes()[self._below(name) or ""].co_filename
        is_package = filename.endswith("__init__.py")
        return importlib.util.spec_from_loader(name, self, is_package=is_package)  # type: ignore[arg-type]  # a loader by its methods

    def create_module(self, spec: ModuleSpec) -> None:
        """Use the default creation of modules."""

    def exec_module(self, module: ModuleType) -> None:
        """Execute the code of a module."""
        exec(codes()[self._below(module.__name__) or ""], vars(module))

    def _below(self, name: str) -> str | None:
        if name == self._root:
            return ""
        prefix = f"{self._root}."
        return name.removeprefix(prefix) if name.startswith(prefix) else None
