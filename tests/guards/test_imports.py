"""Data flows one way: who may import whom, and nobody in a circle."""

from __future__ import annotations

import sys

import pytest

from tests.guards.sources import Module, imports, modules

EVERYBODY = {
    "config",
    "diagnostics",
    "limits",
    "samples",
    "source",
    "suggestions",
    "words",
}
"""Leaves that know none of the stages. Settings are plain data, so stages may see them."""

STAGES = {
    "source": set[str](),
    "limits": set[str](),
    "samples": set[str](),
    "words": set[str](),
    "diagnostics": {"source"},
    "suggestions": set[str](),
    "toml_places": {"source"},
    "settings_origin": {"source"},
    "settings_validation": {"names", "suggestions"},
    "config": {"names", "source", "suggestions", "words"}
    | {"settings_origin", "settings_validation", "toml_places"},
    "names": {"words"},
    "templates": set[str](),
    "report": {"diagnostics", "source"},
    "openapi": {"limits", "source"},
    "model": {"source"},
    # The client is printed from values and kinds that the model has names for.
    "python": {"source", "model"},
    # What the reference says of types and calls is what the client has.
    "reference": {"source", "python"},
    "loader": {*EVERYBODY, "findings", "openapi"},
    "normalizer": {*EVERYBODY, "openapi", "model"},
    "lowering": {*EVERYBODY, "model", "python", "reference"},
    "rendering": {"python", "reference", "templates"},
    "emission": set[str](),
    "compare": {"model", "diagnostics", "source"},
    "runtime": set[str](),
}
SHELL = {
    "__init__": set[str](),
    "__main__": {"cli"},
    "console": {*EVERYBODY, "report", "emission"},
    "explanations": set[str](),
    "findings": {*EVERYBODY, "openapi"},
    "inspection": {
        "lowering",
        *EVERYBODY,
        "pipeline",
        "openapi",
        "model",
        "python",
        "reference",
    },
    "large_stack": {"limits"},
    "pipeline": {*STAGES, "echoes", "large_stack"}
    - {"runtime", "compare", "report", "templates"},
    "echoes": {"diagnostics", "source"},
    "cache": {
        *EVERYBODY,
        "echoes",
        "emission",
        "findings",
        "loader",
        "openapi",
        "pipeline",
    }
    | {"templates"},
    # What it writes are settings, in the form that settings are read in.
    "project": {"__init__", "config", "rendering", "source"},
    "clients": {"config", "suggestions"},
    "cli": {
        *EVERYBODY,
        "cache",
        "clients",
        "console",
        "inspection",
        "emission",
        "pipeline",
    }
    | {"compare", "explanations", "project", "report"},
}
ALLOWED = {**STAGES, **SHELL}


def rooms_of(module: Module) -> set[str]:
    """The rooms that a module imports from, its own apart."""
    names = (name.split(".") for name in imports(module))
    found = {(*parts, "__init__")[1] for parts in names if parts[0] == "generator"}
    return found - {module.room}


def test_the_table_knows_every_room() -> None:
    rooms = {module.room for module in modules().values()}
    assert rooms - ALLOWED.keys() == set(), "say who may import whom"


@pytest.mark.parametrize("room", ALLOWED)
def test_rooms_import_only_what_they_may(room: str) -> None:
    # The version stands in the package itself.
    allowed = ALLOWED[room] | {"__init__"}
    for module in modules().values():
        if module.room == room:
            assert rooms_of(module) - allowed == set(), module.name


def test_the_runtime_knows_nothing_of_the_generator() -> None:
    for module in modules().values():
        if module.room == "runtime":
            text = module.file.read_text(encoding="utf-8")
            assert "import generator" not in text and "from generator" not in text
            for name in imports(module):
                ours = name.startswith("generator")
                assert not ours or name.startswith("generator.runtime"), module.name


def test_data_and_leaves_need_nothing_but_python() -> None:
    for module in modules().values():
        if module.room in {"model", "python", "reference", *EVERYBODY}:
            tops = {name.partition(".")[0] for name in imports(module)}
            assert tops <= {"generator", *sys.stdlib_module_names}, module.name


def cycle(graph: dict[str, set[str]]) -> list[str]:
    """The modules of a circle, empty when there is none."""
    done: set[str] = set()
    for start in graph:
        path, waiting = [start], [iter(sorted(graph[start]))]
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


def test_a_circle_is_found() -> None:
    assert cycle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]
    assert cycle({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


@pytest.mark.parametrize("runtime", [False, True])
def test_nobody_imports_in_a_circle(runtime: bool) -> None:
    """Of the generator, every import counts, those for type checkers too: who needs
    another's types depends on it. In the runtime, clients, resources and answers name
    each other in annotations by nature; there, what runs at import counts.
    """
    ours = {
        name: module
        for name, module in modules().items()
        if (module.room == "runtime") == runtime
    }
    graph = {
        name: {found for found in imports(module, at_import=runtime) if found in ours}
        - {name}
        for name, module in ours.items()
    }
    assert cycle(graph) == []
