"""Aliases that contain themselves, directly or through the fields of classes.

pyright evaluates `TypeAliasType(...)` only where it is used. If a field of a class in the
cycle is evaluated first, pyright reports "Variable not allowed in type expression". For
type checkers such an alias is therefore declared by `TypeAlias`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ...python.expressions import TypeExpr, imported_names
from ...python.types import AliasDefinition, ModelClass, ParamClass, TypeItem


def mark_recursive(
    modules: Mapping[str, Iterable[TypeItem]],
) -> dict[str, list[TypeItem]]:
    """Return the types of modules with `recursive` set where it applies.

    Args:
        modules: Types by module.
    """
    graph = {
        item.name: imported_names(*_types(item))
        for items in modules.values()
        for item in items
    }
    recursive = _names_in_cycles(graph)
    return {
        module: [
            (
                replace(item, recursive=True)
                if isinstance(item, AliasDefinition)
                and item.deferred
                and item.name in recursive
                else item
            )
            for item in items
        ]
        for module, items in modules.items()
    }


def _types(item: TypeItem) -> Iterator[TypeExpr]:
    """Yield the types that a type refers to."""
    match item:
        case ModelClass() | ParamClass():
            yield from (field.type for field in item.fields)
            if isinstance(item, ModelClass) and item.extra is not None:
                yield item.extra
        case AliasDefinition():
            yield item.value
        case _:
            pass


def _names_in_cycles(graph: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Return the nodes that can reach themselves (Tarjan's algorithm, iterative)."""
    index: dict[str, int] = {}
    lowest: dict[str, int] = {}
    path: list[str] = []
    on_path: set[str] = set()
    result: set[str] = set()
    for start in graph:
        work = [(start, iter(graph[start]))] if start not in index else []
        while work:
            node, successors = work[-1]
            if node not in index:
                index[node] = lowest[node] = len(index)
                path.append(node)
                on_path.add(node)
            for successor in successors:
                if successor not in index and successor in graph:
                    work.append((successor, iter(graph[successor])))
                    break
                if successor in on_path:
                    lowest[node] = min(lowest[node], index[successor])
            else:
                work.pop()
                if work:
                    parent = work[-1][0]
                    lowest[parent] = min(lowest[parent], lowest[node])
                if lowest[node] == index[node]:
                    component = _pop_until(node, path, on_path)
                    if len(component) > 1 or node in graph[node]:
                        result.update(component)
    return result


def _pop_until(node: str, path: list[str], on_path: set[str]) -> list[str]:
    """Remove the end of a path from a node on, and return it."""
    component = path[path.index(node) :]
    del path[-len(component) :]
    on_path.difference_update(component)
    return component
