"""Breaking changes that griffe detects, and the subjects of a comparison that they concern."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import griffe

from generator.comparison import Change, Level
from generator.comparison.sides import Side
from generator.python.resources import printed_names

REASONS = {
    r"OBJECT_CHANGED_KIND .*\.types\.\w+_params\.\w+": (
        "a `TypedDict` in the other syntax; both are classes"
    ),
    r"\w+ [a-z_0-9]+\._runtime(\..*)?": "the runtime contains the parts that the API needs",
    r"\w+ [a-z_0-9]+\.resources\.\w+\._.*": "private constants and parts of modules",
    r"\w+ [a-z_0-9]+\.types\.(Any|BaseModel|Literal|Mapping|Required|Sequence|TypeAliasType|TypedDict|Union|date|datetime)": (
        "imports for type checkers"
    ),
    r"\w+ [a-z_0-9]+\.types\._.*": "private parts of modules; the public module exports the names",
}
"""Patterns of kinds and paths whose breaking changes do not concern callers, with the reason."""


def unnamed_breakages(
    old: Side, changes: Iterable[Change], folders: tuple[Path, Path]
) -> list[str]:
    """Return the breaking changes of griffe that no change names and no reason excuses.

    Args:
        old: The old client.
        changes: Changes of the comparison.
        folders: Directories that contain the old and the new package.
    """
    before, after = (
        griffe.load(old.package.name, search_paths=[folder], allow_inspection=False)
        for folder in folders
    )
    named = {item.subject for item in changes if item.level >= Level.WARNING}
    breakages = [
        f"{breakage.kind.name} {breakage.obj.path}"
        for breakage in griffe.find_breaking_changes(before, after)
    ]
    return [
        text
        for text in breakages
        if not any(re.fullmatch(pattern, text) for pattern in REASONS)
        and not named & {*_subjects(old, text.partition(" ")[2])}
    ]


def _subjects(old: Side, path: str) -> Iterator[str]:
    """Yield the subjects of the object at a path of the package."""
    _, section, *names = [*path.split("."), "", "", ""]
    package = old.package
    match section:
        case "types":
            yield from _types(old, names)
        case "resources":
            yield from _resources(old, names)
        case "_client":
            yield from _calls(old, names[1])
            yield package.name
            for credential in package.client.credentials:
                if names[1] in ("__init__", credential.name):
                    yield f"{package.client.name}({credential.name}=…)"
        case _:
            yield from _calls(old, section)
            yield f"{package.name}.{section}"


def _types(old: Side, names: list[str]) -> Iterator[str]:
    """Yield the subjects of a type, or of all types of a module."""
    for name, item in old.types.items():
        is_module = f"types.{names[0]}" == old.module_of(name)
        if name in names or (is_module and not names[1]):
            for base in (name, *old.bases(name)):
                yield f"{old.module_of(base)}.{base}"
            for entry in old.flattened_bodies.get(item.key, []):
                yield entry.subject


def _resources(old: Side, names: list[str]) -> Iterator[str]:
    """Yield the subjects of a method, a resource, or all resources of a module."""
    for module in old.package.resources:
        for resource in module.classes:
            if module.name == names[0] and (
                not names[1] or names[1] in printed_names(resource)
            ):
                yield f"client.{'.'.join(resource.path)}"
                yield from _calls(old, ".".join((*resource.path, names[2])))


def _calls(old: Side, start: str) -> Iterator[str]:
    """Yield the calls that start with some attributes of the client."""
    start = start.rstrip(".")
    for call, entry in old.methods.items():
        if not start or call == start or call.startswith(f"{start}."):
            yield entry.subject
