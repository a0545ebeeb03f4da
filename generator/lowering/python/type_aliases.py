"""Other names of types, where samples import them."""

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
    wanted: Iterable[SampleType],
    names: TypeNames,
    modules: Mapping[str, str],
    diagnostics: Diagnostics,
) -> dict[str, list[TypeNameAlias]]:
    """What samples call types, by the module that they import it from.

    A module that there is gets other names of its own types only, since modules of types
    do not import each other; a module that there is not imports what it names.

    Args:
        wanted: what samples import.
        names: the names of types.
        modules: the module of each name.
        diagnostics: takes what cannot be imported so.
    """
    found: dict[str, list[TypeNameAlias]] = {}
    taken = {*modules, *BUILTIN_TYPES, *TYPE_NAMES}
    for item in wanted:
        of = names.views[item.key]
        if of not in modules:
            of = names.parameters[item.key]
        if of not in modules:
            diagnostics.add(
                MISSING_SAMPLE_TYPE,
                f"samples import {item.name!r}, which no operation uses",
                names.declarations[item.key].header.origin,
                hint="set `unused_types = true` to generate it",
            )
            continue
        module = item.module or modules[of]
        if modules.get(item.name) == module or item.name == of and not item.module:
            continue  # The sample means what there is.
        at_home = module == modules[of] or module not in modules.values()
        if at_home and item.name not in taken and module == module_name(module):
            taken.add(item.name)
            made = TypeNameAlias(item.name, of, item.key)
            found.setdefault(module, []).append(made)
        else:
            header = names.declarations[item.key].header
            diagnostics.add(
                MISSING_SAMPLE_TYPE,
                f"samples import it as {item.name!r} from 'types.{module}'",
                header.origin,
                hint=f"it is {of!r} of 'types.{modules[of]}'",
            )
    return found
