"""Import rules: which package may import which, and no cycles of any kind."""

from __future__ import annotations

import sys

import pytest

from tests.guards.sources import Module, imports, modules

LEAVES = {
    "config",
    "diagnostics",
    "file_access",
    "hosts",
    "limits",
    "matched_names",
    "python_samples",
    "recorded_names",
    "source",
    "suggestions",
    "versions",
    "words",
}
"""Packages and modules that know no stage; settings are plain data, so stages may use them."""

STAGES = {
    "source": set[str](),
    "limits": set[str](),
    "file_access": {"limits"},
    "hosts": set[str](),
    "python_samples": set[str](),
    "recorded_names": set[str](),
    "matched_names": {"model", "recorded_names", "source"},
    "versions": set[str](),
    "suggestions": set[str](),
    "large_stack": {"limits"},
    "words": set[str](),
    "templates": set[str](),
    "openapi": {"limits", "source"},
    "diagnostics": {"source", "openapi"},
    "config": {
        "file_access",
        "hosts",
        "limits",
        "model",
        "source",
        "suggestions",
        "versions",
        "words",
    },
    "model": {"source"},
    # The client is printed from values and kinds that the model has names for.
    "python": {"source", "model"},
    # The reference documents the types and calls of the client.
    "reference": {"source", "python"},
    "loader": {*LEAVES, "forked", "openapi"},
    "normalizer": {*LEAVES, "forked", "openapi", "model"},
    "lowering": {*LEAVES, "model", "python", "reference"},
    "rendering": {"python", "reference", "templates", "versions"},
    "emission": set[str](),
    "runtime": set[str](),
}
SHELL = {
    "__init__": set[str](),
    "__main__": {"cli"},
    "execution": {"diagnostics", "large_stack", "openapi", "source"},
    "fingerprint": {"templates"},
    "forked": set[str](),
    "frozen_dataclass": set[str](),
    "generated": {"config", "emission", "model", "openapi", "python"},
    "manifest": {
        *("config", "diagnostics", "emission", "openapi"),
        *("recorded_names", "source", "__init__"),
    },
    "public_names": {
        *("config", "emission", "model", "openapi"),
        *("python", "recorded_names", "source", "versions"),
    },
    "extensions": {*LEAVES, "file_access", "lowering", "python", "rendering"},
    "edits": {*LEAVES, "emission"},
    "client_files": {
        *(*LEAVES, "forked", "lowering", "model", "openapi", "python"),
        *("reference", "rendering"),
    },
    "pipeline": {
        *STAGES,
        "client_files",
        "edits",
        "execution",
        "extensions",
        "forked",
        "generated",
        "manifest",
        "public_names",
        "site_files",
    }
    - {"runtime", "templates"},
    "cache": {
        *LEAVES,
        "edits",
        "emission",
        "extensions",
        "fingerprint",
        "generated",
        "loader",
        "openapi",
        "site_files",
    },
    "shared_runtime": {
        *("__init__", "config", "diagnostics", "edits", "emission"),
        *("lowering", "manifest", "python", "rendering"),
    },
    "background_validation": {"cache", "diagnostics", "loader", "openapi"},
    "ignoring": {"config", "diagnostics", "source", "suggestions"},
    "adoption": {"file_access", "model", "words"},
    "comparison": {
        "adoption",
        "model",
        "python",
        "recorded_names",
        "rendering",
        "source",
        "versions",
    },
    "documents": {"diagnostics", "loader", "normalizer", "openapi", "source"},
    "repairs": {"diagnostics", "limits", "loader", "normalizer", "source"},
    "site_files": {
        *("config", "diagnostics", "emission", "file_access", "openapi"),
        *("reference", "source", "suggestions", "templates"),
    },
    "sources": {"config", "limits"},
    "usage": {"file_access", "model", "python"},
    "cli": {
        *STAGES,
        "adoption",
        "background_validation",
        "cache",
        "comparison",
        "documents",
        "edits",
        "extensions",
        "generated",
        "ignoring",
        "manifest",
        "pipeline",
        "public_names",
        "repairs",
        "shared_runtime",
        "site_files",
        "sources",
        "usage",
    }
    - {"runtime", "templates"},
}
ALLOWED = {**STAGES, **SHELL}


def imported_packages(module: Module) -> set[str]:
    """Return the top-level packages that a module imports, except its own."""
    names = (name.split(".") for name in imports(module))
    tops = {(*parts, "__init__")[1] for parts in names if parts[0] == "generator"}
    return tops - {module.top}


def test_every_package_has_a_rule() -> None:
    tops = {module.top for module in modules().values()}
    assert tops - ALLOWED.keys() == set(), "add the package to the table"
    assert ALLOWED.keys() - tops == set(), "remove the package from the table"


@pytest.mark.parametrize("top", ALLOWED)
def test_packages_import_only_what_they_may(top: str) -> None:
    # The version is defined in the root package; the decorator is for all trees.
    allowed = ALLOWED[top] | {"__init__", "frozen_dataclass"}
    for module in modules().values():
        if module.top == top:
            assert imported_packages(module) - allowed == set(), module.name


def test_generator_uses_relative_imports() -> None:
    """The package is installed as `oasmith`, so it must not name itself."""
    for module in modules().values():
        text = module.file.read_text(encoding="utf-8")
        for name in ("generator", "oasmith"):
            assert f"import {name}" not in text, module.name
            assert f"from {name}" not in text, module.name


def test_runtime_is_independent_of_the_generator() -> None:
    for module in modules().values():
        if module.top == "runtime":
            for name in imports(module):
                is_internal = name.startswith("generator")
                assert not is_internal or name.startswith(
                    "generator.runtime"
                ), module.name


def test_data_packages_import_only_the_standard_library() -> None:
    for module in modules().values():
        if module.top in {"model", "python", "reference", *LEAVES}:
            tops = {name.partition(".")[0] for name in imports(module)}
            assert tops <= {"generator", *sys.stdlib_module_names}, module.name


def find_cycle(graph: dict[str, set[str]]) -> list[str]:
    """Return the nodes of one cycle, or an empty list."""
    done: set[str] = set()
    for start, targets in graph.items():
        path, waiting = [start], [iter(sorted(targets))]
        while waiting and start not in done:
            following = next(waiting[-1], None)
            if following is None:
                done.add(path.pop())
                waiting.pop()
            elif following in path:
                return [*path[path.index(following) :], following]
            elif following not in done:
                path.append(following)
                waiting.append(iter(sorted(graph[following])))
    return []


def test_find_cycle() -> None:
    assert find_cycle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]
    assert find_cycle({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


def test_no_import_cycles_between_modules() -> None:
    """Every import counts: at import time, inside functions, and for type checkers."""
    own_modules = modules()
    graph = {
        name: {target for target in imports(module) if target in own_modules} - {name}
        for name, module in own_modules.items()
    }
    assert find_cycle(graph) == []


def folder(name: str) -> str:
    """Return the folder of a module, or the module if its folder has subfolders."""
    parent = name.rpartition(".")[0]
    nested = any(
        other.rpartition(".")[0].startswith(f"{parent}.")
        and other.rpartition(".")[0] != parent
        for other in modules()
        if modules()[other].file.name != "__init__.py"
    )
    return name if nested else parent


@pytest.mark.parametrize(
    "top", ["loader", "normalizer", "lowering", "rendering", "runtime"]
)
def test_no_import_cycles_between_folders(top: str) -> None:
    """Packages inside a stage form layers; an `__init__` only lists what is in it."""
    own_modules = {
        name: module
        for name, module in modules().items()
        if module.top == top and module.file.name != "__init__.py"
    }
    graph: dict[str, set[str]] = {folder(name): set() for name in own_modules}
    for name, module in own_modules.items():
        targets = {
            folder(target) for target in imports(module) if target in own_modules
        }
        graph[folder(name)] |= targets - {folder(name)}
    assert find_cycle(graph) == []
