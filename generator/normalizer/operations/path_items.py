"""Path items behind references, with the fields beside a reference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ...diagnostics import Related, Rule, Severity
from ...openapi.document import BrokenReference
from ...openapi.node import Moved
from ...openapi.operation import METHODS, PathItem
from ..context import Context
from ..rules import UNRESOLVED_REFERENCE

DOUBLE_OPERATION = Rule(
    "double-operation",
    Severity.WARNING,
    "Two documents describe the same method of the same path. The first one is generated. "
    "Of a path item and the target of its `$ref`, that of the path item is generated.",
    hint="remove the operation from one of the documents",
)


def resolve_path_item(context: Context, node: PathItem) -> PathItem | None:
    """Return a path item with the operations and parameters beside its reference.

    OpenAPI allows fields beside the `$ref` of a path item; they take precedence.

    Args:
        context: Resolves references; collects those that cannot be resolved.
        node: A path item, or a reference to one.

    Returns:
        The path item, or `None` if the reference cannot be resolved.
    """
    target = context.document.resolve(node)
    if isinstance(target, BrokenReference):
        context.diagnostics.add(UNRESOLVED_REFERENCE, target.reason, node.location)
        return None
    referring: list[PathItem] = []
    current = node
    while current.reference is not None:
        referring.append(current)
        following = context.document.target(current, current.reference)
        if isinstance(following, BrokenReference):
            return target
        current = following
    for item in reversed(referring):
        if _FIELDS.isdisjoint(item.value):
            continue
        _report_duplicates(context, item, target)
        value = {**target.value, **dict(_list_fields(item, target.value))}
        target = PathItem(value, target.file, target.pointer)
    return target


_FIELDS = frozenset(
    {*METHODS, "additionalOperations", "parameters", "servers"}
    | {"summary", "description"}
)


def _report_duplicates(context: Context, own: PathItem, target: PathItem) -> None:
    others = dict(target.operations)
    for method, node in own.operations:
        if method in others:
            context.diagnostics.add(
                DOUBLE_OPERATION,
                f"duplicate operation {method}, which is also beside the reference",
                others[method].location,
                related=(Related("the operation that is generated", node.location),),
            )


def _list_fields(
    item: PathItem, target: Mapping[str, Any]
) -> Iterator[tuple[str, Any]]:
    """Yield the fields beside a reference, which keep their locations."""
    for key, value in item.value.items():
        if key in ("parameters", "servers") and isinstance(value, list):
            own = [
                _move(item, each, key, str(index)) for index, each in enumerate(value)
            ]
            others = target.get(key) if key == "parameters" else None
            yield key, [*own, *(others if isinstance(others, list) else ())]
        elif key == "additionalOperations" and isinstance(value, dict):
            others = target.get(key)
            moved = {n: _move(item, each, key, n) for n, each in value.items()}
            yield key, {**(others if isinstance(others, dict) else {}), **moved}
        elif key in _FIELDS:
            yield key, _move(item, value, key)


def _move(item: PathItem, value: Any, *keys: str) -> Any:
    """Return a value at a place of a path item with its location."""
    if not isinstance(value, dict):
        return value
    if isinstance(value, Moved):
        file, pointer = value.place(item.file)
    else:
        file, pointer = item.file, (*item.pointer, *keys)
    return Moved(pointer, value, file)
