"""Aliases of types for the names that samples import."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...diagnostics import Diagnostics, Rule, Severity
from ...model.api import SampleType
from ...python.types import TypeNameAlias
from .identifiers import BUILTIN_TYPES, TYPE_NAMES, module_name
from .type_names import TypeNames

MISSING_SAMPLE_TYPE = Rule(
    "missing-sample-type",
    Severity.NOTE,
    "A Python sample imports a type from a module of types that does not have it, by a "
    "name that it cannot have there. The sample does not run with the client.",
)


def type_name_aliases(
    imports: Iterable[SampleType],
    names: TypeNames,
    modules: Mapping[str, str],
    diagnostics: Diagnostics,
) -> dict[str, list[TypeNameAlias]]:
    """Return aliases for the type names that samples import, by module.

    An existing module gets aliases of its types only, because modules of types do not
    import each other; deprecated names are imported when they are used. A module that does
    not exist is created and imports the types.

    Args:
        imports: Types that samples import.
        names: Names of types.
        modules: Module of each name.
        diagnostics: Receives the imports that are not possible.
    """
    aliases: dict[str, list[TypeNameAlias]] = {}
    taken = {*modules, *BUILTIN_TYPES, *TYPE_NAMES}
    for item in imports:
        candidates = [names.models[item.key], names.parameters[item.key]]
        if item.is_argument:
            candidates.reverse()
        of = next((name for name in candidates if name in modules), candidates[-1])
        if of not in modules:
            diagnostics.add(
                MISSING_SAMPLE_TYPE,
                f"samples import {item.name!r}, which no operation uses",
                names.declarations[item.key].header.origin,
                hint="set `unused_types = true` to generate it",
            )
            continue
        module = item.module or modules[of]
        if item.deprecated and not _is_module(module, modules):
            module = modules[of]
        if modules.get(item.name) == module or (
            item.name == of and (item.deprecated or not item.module)
        ):
            continue  # The type has this name.
        # Deprecated names are imported when they are used.
        is_possible = item.deprecated or (
            module == modules[of] or module not in modules.values()
        )
        if is_possible and item.name not in taken and _is_module(module, modules):
            taken.add(item.name)
            alias = TypeNameAlias(item.name, of, item.key, item.deprecated, item.until)
            aliases.setdefault(module, []).append(alias)
        else:
            header = names.declarations[item.key].header
            diagnostics.add(
                MISSING_SAMPLE_TYPE,
                f"samples import it as {item.name!r} from 'types.{module}'",
                header.origin,
                hint=f"it is {of!r} of 'types.{modules[of]}'",
            )
    return aliases


def _is_module(name: str, modules: Mapping[str, str]) -> bool:
    """Return whether a module exists, or can have a name."""
    return name in modules.values() or name == module_name(name)
