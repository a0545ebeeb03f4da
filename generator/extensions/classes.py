"""Classes of own code that extend generated classes."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from ..frozen_dataclass import dataclass
from .bindings import Path, resolve
from .files import Extension
from .targets import Target


@dataclass(frozen=True, slots=True)
class OwnDefinition:
    """A class of own code.

    Args:
        module: Module that defines the class.
        node: Its definition.
    """

    module: Extension
    node: ast.ClassDef


@dataclass(frozen=True, slots=True)
class ExtendedClass:
    """A class of own code that extends a generated class.

    Args:
        module: Module that defines the class.
        node: Its definition.
        target: The generated class.
        path: Path by which the generated class was imported.
        definitions: The class, and the base classes from own code.
    """

    module: Extension
    node: ast.ClassDef
    target: Target
    path: Path
    definitions: tuple[OwnDefinition, ...]


def find_extended(
    modules: tuple[Extension, ...], targets: Mapping[Path, Target]
) -> tuple[ExtendedClass, ...]:
    """Return the public classes at the top level that extend a generated class.

    A base class may be another class of own code. Names with a leading underscore are
    private: they can be base classes, but do not replace a generated class.
    """
    own = {
        (*module.path, node.name): OwnDefinition(module, node)
        for module in modules
        for node in module.tree.body
        if isinstance(node, ast.ClassDef)
    }
    result = []
    for item in own.values():
        if item.node.name.startswith("_"):
            continue
        paths: list[Path] = []
        definitions = _ancestors(item, own, paths)
        reached = {targets[path].label: path for path in paths if path in targets}
        result += [
            ExtendedClass(item.module, item.node, targets[path], path, definitions)
            for path in reached.values()
        ]
    return tuple(result)


def _ancestors(
    item: OwnDefinition, own: Mapping[Path, OwnDefinition], paths: list[Path]
) -> tuple[OwnDefinition, ...]:
    """Return a class and its base classes from own code; collect paths of the others."""
    reached: dict[Path, OwnDefinition] = {}
    waiting = [item]
    while waiting:
        current = waiting.pop()
        key = (*current.module.path, current.node.name)
        if key in reached:
            continue
        reached[key] = current
        for path in _bases(current):
            if path in own:
                waiting.append(own[path])
            else:
                paths.append(path)
    return tuple(reached.values())


def _bases(item: OwnDefinition) -> Iterator[Path]:
    for base in item.node.bases:
        path = resolve(base, item.module.bindings)
        if path is not None:
            yield path
        elif isinstance(base, ast.Name):
            yield (*item.module.path, base.id)
