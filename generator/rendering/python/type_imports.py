"""Imports of types in the other modules of the package of types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import attrgetter

from ...python.expressions import Import
from ...python.own_classes import OwnModel


def type_imports(
    names: Iterable[str], modules: Mapping[str, str], own: Iterable[OwnModel]
) -> tuple[Import, ...]:
    """Return the imports of types, in the order of isort.

    Args:
        names: Names of types. Others, such as those of the standard library, are ignored.
        modules: Module of each type.
        own: Classes of the user, which are imported by the names of the models that they
            replace.
    """
    classes = {item.model: item for item in own}
    replaced: dict[str, set[str]] = {}
    renamed: set[tuple[str, str]] = set()
    generated: dict[str, set[str]] = {}
    for name in names:
        if name not in classes:
            if name in modules:
                generated.setdefault(f".{modules[name]}", set()).add(name)
        elif classes[name].name == name:
            replaced.setdefault(f"..{classes[name].module}", set()).add(name)
        else:
            cls = classes[name]
            renamed.add((f"..{cls.module}", f"{cls.name} as {name}"))
    imports = [Import(module, (name,)) for module, name in sorted(renamed)]
    imports += _sorted_imports(replaced)
    return (
        *sorted(imports, key=attrgetter("module", "names")),
        *_sorted_imports(generated),
    )


def _sorted_imports(names: Mapping[str, set[str]]) -> list[Import]:
    return [Import(module, tuple(sorted(names[module]))) for module in sorted(names)]
