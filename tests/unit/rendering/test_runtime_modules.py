"""The modules of the runtime that clients need, by the imports of its sources."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import combinations

import pytest

from generator.python.features import Convenience, Feature
from generator.rendering.python.black import format_with_black
from generator.rendering.runtime_files import runtime_files, runtime_version
from generator.rendering.runtime_modules import (
    CONVENIENCES,
    ENTRIES,
    RUNTIME,
    all_entries,
    exported_names,
    imported_modules,
    missing_modules,
    missing_names,
    module_path,
    needed_modules,
    runtime_sources,
)

MODULES = [
    path.removesuffix(".py").replace("/", ".")
    for path in runtime_sources()
    if not path.endswith("__init__.py")
]


def parsed_imports(module: str) -> Iterator[str]:
    """Yield the modules that a module imports, as Python's parser reads them."""
    for node in ast.walk(ast.parse(runtime_sources()[module_path(module)])):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = ".".join(module.split(".")[: -node.level])
            name = ".".join(filter(None, (base, node.module)))
            if (RUNTIME / module_path(name)).is_file():
                yield name
            else:
                yield from (f"{name}.{item.name}" for item in node.names)


@pytest.mark.parametrize("module", MODULES)
def test_imports_are_those_of_the_parser(module: str) -> None:
    assert imported_modules(module) == frozenset(parsed_imports(module))


def test_everything_is_needed_by_a_feature_or_by_all_clients() -> None:
    assert needed_modules(tuple(Feature)) == set(MODULES)
    files = runtime_files("acme/_runtime", tuple(Feature))
    version = files.pop("acme/_runtime/version.py")
    assert f'VERSION: Final[str] = "{runtime_version()}"' in version
    missing = files.pop("acme/_runtime/missing.py")
    assert "NATIVE_TYPES: Final[bool] = True" in missing
    assert files == {
        f"acme/_runtime/{path}": text
        for path, text in runtime_sources().items()
        if path not in ("version.py", "missing.py")
    }


def test_exported_names_are_those_of_the_runtime() -> None:
    tree = ast.parse(runtime_sources()["__init__.py"])
    imported = {
        alias.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.level == 1
        for alias in node.names
        if node.module != "lazy"
    }
    assert exported_names() == imported


@pytest.mark.parametrize("feature", Feature)
def test_each_feature_can_be_left_out(feature: Feature) -> None:
    others = [item for item in Feature if item is not feature]
    alone = set(ENTRIES[feature]) - needed_modules(others)
    # Webhooks are parsed by the code for callbacks, events are read from streams,
    # multipart bodies have styles and files, tokens are requested with forms, and the
    # command line downloads streams.
    shared = (
        *(Feature.CALLBACKS, Feature.STREAMING, Feature.DOWNLOADS),
        *(Feature.STYLES, Feature.UPLOADS, Feature.FORMS),
    )
    assert bool(alone) is (feature not in shared)
    assert not set(ENTRIES[feature]) & needed_modules(())


@pytest.mark.parametrize("part", Convenience)
def test_each_convenience_can_be_left_out(part: Convenience) -> None:
    entries = set(CONVENIENCES[part])
    assert entries <= needed_modules(())
    assert entries.isdisjoint(needed_modules((), (part,)))
    missing = missing_modules((), (part,))
    assert {missing[module] for module in entries} == {part}


@pytest.mark.parametrize("omitted", [(), tuple(Convenience)], ids=["needed", "minimal"])
@pytest.mark.parametrize(
    "features",
    [(), *combinations(Feature, 1), *combinations(Feature, 2)],
    ids=lambda features: "+".join(item.name for item in features) or "none",
)
def test_copied_modules_import_copied_modules_only(
    features: tuple[Feature, ...], omitted: tuple[Convenience, ...]
) -> None:
    files = runtime_files("acme/_runtime", features, omitted)
    modules = needed_modules(features, omitted)
    missing = missing_modules(features, omitted)
    assert modules.isdisjoint(missing)
    # Only emitted code imports a login, so that no reason is needed for its absence.
    login = {module for module in MODULES if module.startswith("login.")}
    absent = missing.keys() | (login - modules)
    assert modules | absent == set(MODULES)
    for module in modules:
        assert imported_modules(module) <= modules
        path = module_path(module)
        if module not in ("missing", "version"):
            assert files[f"acme/_runtime/{path}"] == runtime_sources()[path]
    tree = ast.parse(files["acme/_runtime/__init__.py"])
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            assert node.module in modules


def test_lazy_and_static_names_stay_the_same() -> None:
    source = runtime_files("acme/_runtime", ())["acme/_runtime/__init__.py"]
    tree = ast.parse(source)
    static = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.level
        for alias in node.names
    }
    lazy = {
        name
        for node in ast.walk(tree)
        if isinstance(node, ast.Dict)
        for names in node.values
        for name in ast.literal_eval(names).split()
    }
    assert static == lazy
    assert "Stream" in missing_names(()) and "Stream" not in static


def test_every_feature_is_loaded_by_name_or_by_emitted_code() -> None:
    loaded = {
        node.args[0].value
        for source in runtime_sources().values()
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "load_feature"
        and isinstance(node.args[0], ast.Constant)
    }
    entries = {module for modules in all_entries().values() for module in modules}
    emitted = {*exported_names().values(), "testing.mock", "compatibility"}
    emitted |= {"command_line.main", *ENTRIES[Feature.LOGIN]}
    assert loaded <= entries
    assert entries <= loaded | emitted


@pytest.mark.parametrize("omitted", [(), tuple(Convenience)], ids=["needed", "minimal"])
@pytest.mark.parametrize("features", [(), tuple(Feature)], ids=["none", "all"])
def test_tables_of_missing_parts_have_the_layout_of_black(
    features: tuple[Feature, ...], omitted: tuple[Convenience, ...]
) -> None:
    source = runtime_files("acme", features, omitted)["acme/missing.py"]
    assert format_with_black(source) == source
