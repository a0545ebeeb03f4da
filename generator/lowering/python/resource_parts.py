"""Division of large modules of resources into files.

The class of the top-level resource stays in the public module, which exports the classes of
nested resources from private files. A file is imported when one of its classes is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ...frozen_dataclass import dataclass
from ...python.constants import PollingLiteral
from ...python.resources import ResourceClass
from .identifiers import MAX_FILE_NAME_LENGTH, shorten
from .name_ranges import MAX_LABEL_LENGTH, divide_by_name

MAX_LINES = 10_000
"""Approximate maximum number of lines in a file."""

_LINES_OF_METHOD = 32
_LINES_OF_ARGUMENT = 6
"""Lines of the signature and the docstring, in the sync and the async method."""


@dataclass(frozen=True, slots=True)
class ResourcePart:
    """A file with some of the classes of a module of resources.

    Args:
        name: Name of the file, without its extension.
        classes: The classes, nested resources first.
    """

    name: str
    classes: tuple[ResourceClass, ...]


def split_classes(
    module: str,
    classes: Sequence[ResourceClass],
    pollings: Sequence[PollingLiteral],
    taken: Iterable[str],
) -> tuple[ResourcePart, ...]:
    """Return the files of a module; a single one if the module is not too large.

    The first file is the module itself.

    Args:
        module: Name of the module.
        classes: Classes of the module, nested resources first, the top-level one last.
        pollings: Constants of pollings. A class that polls the operation of another class
            is in its file, because it needs the constant of the endpoint.
        taken: Names that no file can have.
    """
    if _count_lines(classes) <= MAX_LINES:
        return (ResourcePart(module, tuple(classes)),)
    groups = _group(classes, pollings)
    main = next(group for group in groups if classes[-1] in group)
    others = [group for group in groups if group is not main]
    parts = divide_by_name(
        others,
        name=lambda group: group[0].name,
        fits=lambda members: sum(map(_count_lines, members)) <= MAX_LINES,
    )
    used = {module, *taken}
    result = [ResourcePart(module, main)]
    for first, last, members in parts:
        names = {item.name for group in members for item in group}
        inside = tuple(item for item in classes if item.name in names)
        result.append(ResourcePart(_choose_name(module, first, last, used), inside))
    return tuple(result)


def set_files(
    classes: Iterable[ResourceClass], files: Mapping[str, str], current: str
) -> tuple[ResourceClass, ...]:
    """Return classes whose nested resources name the file that defines them.

    Args:
        classes: Classes of one file.
        files: File of each class.
        current: The file.
    """
    return tuple(
        replace(
            item,
            children=tuple(
                (
                    child
                    if files[child.class_name] == current
                    else replace(child, module=files[child.class_name])
                )
                for child in item.children
            ),
        )
        for item in classes
    )


def _count_lines(classes: Iterable[ResourceClass]) -> int:
    """Return the approximate number of lines of classes."""
    return sum(
        _LINES_OF_METHOD + _LINES_OF_ARGUMENT * len(method.arguments)
        for item in classes
        for method in item.signatures
    )


def _group(
    classes: Sequence[ResourceClass], pollings: Sequence[PollingLiteral]
) -> list[tuple[ResourceClass, ...]]:
    """Return the classes that must be in the same file."""
    owners = {
        method.endpoint: item.name for item in classes for method in item.all_methods
    }
    group_of = {item.name: item.name for item in classes}
    for polling in pollings:
        constants = (polling.name, polling.operation, polling.created_by)
        first, *others = {group_of[owners[name]] for name in constants if name}
        for name, group in group_of.items():
            if group in others:
                group_of[name] = first
    return [
        tuple(item for item in classes if group_of[item.name] == group)
        for group in dict.fromkeys(group_of.values())
    ]


def _choose_name(module: str, first: str, last: str, used: set[str]) -> str:
    """Return an unused name for a file, and add it to `used`."""
    label = (first if first == last else f"{first}_{last[-1]}")[-MAX_LABEL_LENGTH:]
    name = f"_{shorten(module, MAX_FILE_NAME_LENGTH - MAX_LABEL_LENGTH - 2)}_{label}"
    while name in used:
        name += "_"
    used.add(name)
    return name
