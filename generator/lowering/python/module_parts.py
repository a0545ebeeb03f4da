"""Division of large modules of types into files that editors and type checkers accept.

A module that is too large is divided by the first letters of the names of its types.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...frozen_dataclass import dataclass
from ...python.types import (
    AliasDefinition,
    ModelClass,
    PageClass,
    ParamClass,
    TypeItem,
    TypeNameAlias,
)
from .identifiers import MAX_FILE_NAME_LENGTH, shorten
from .name_ranges import MAX_LABEL_LENGTH, divide_by_name

MAX_CLASSES = 500
"""Maximum number of classes in a file."""

MAX_STATEMENTS = 5_000
"""Maximum number of fields and aliases in a file.

Pyright reports files with more than 10,000 as too complex: it allows 30,720 nodes of
control flow in a module, and a field or an alias has up to three.
"""


@dataclass(frozen=True, slots=True)
class ModulePart:
    """A file with some of the types of a module.

    Args:
        name: Name of the file, without its extension.
        initials: First letters of the names of its types: `s` or `a to m`.
        items: The types. Aliases and pages are in the file of the class they refer to.
    """

    name: str
    initials: str
    items: tuple[TypeItem, ...]


def split_modules(
    modules: Mapping[str, Sequence[TypeItem]], taken: Iterable[str]
) -> dict[str, tuple[ModulePart, ...]]:
    """Return the parts of each module that is too large for one file.

    Args:
        modules: Types by module.
        taken: Names that no file can have, in addition to those of the modules.
    """
    used = {*modules, *taken}
    parts: dict[str, tuple[ModulePart, ...]] = {}
    for module in sorted(modules):
        if not _fits(modules[module]):
            parts[module] = tuple(_name_parts(module, modules[module], used))
    return parts


def _name_parts(
    module: str, items: Sequence[TypeItem], used: set[str]
) -> Iterator[ModulePart]:
    """Yield the parts of a module, and add their names to `used`."""
    for first, last, members in divide_by_name(items, name=_key, fits=_fits):
        label = (first if first == last else f"{first}_{last[-1]}")[-MAX_LABEL_LENGTH:]
        stem = shorten(module, MAX_FILE_NAME_LENGTH - MAX_LABEL_LENGTH - 2)
        name = f"_{stem}_{label}"
        while name in used:
            name += "_"
        used.add(name)
        initials = first if first == last else f"{first} to {last}"
        yield ModulePart(name, initials, members)


def _fits(items: Sequence[TypeItem]) -> bool:
    """Return whether one file can hold the types."""
    classes = statements = 0
    for item in items:
        match item:
            case ModelClass() | ParamClass():
                classes += 1
                statements += len(item.fields)
            case PageClass():
                classes += 1
            case AliasDefinition() | TypeNameAlias():
                statements += 1
    return classes <= MAX_CLASSES and statements <= MAX_STATEMENTS


def _key(item: TypeItem) -> str:
    """Return the name that decides the part of a type.

    Pages and aliases are in the part of the class that they refer to, because they need
    it when they are imported.
    """
    match item:
        case PageClass():
            return item.base
        case TypeNameAlias():
            return item.of
        case _:
            return item.name
