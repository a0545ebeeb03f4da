"""Earlier names that are the names of their schemas again.

An inline schema `Batch.request_counts` has the type `BatchRequestCounts`. If it is extracted
to a component with that name, the recorded name stays the name of the type, whatever the
component contains. It would be an alias of a type with a number otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ...model.types import Declaration, Key
from ...recorded_names import RecordedNames, RecordedType, TypeRole
from .identifiers import class_name
from .type_names import parameter_name

_PRIMARY = {
    TypeRole.ALIAS: TypeRole.RESPONSE,
    TypeRole.ARGUMENT_ALIAS: TypeRole.ARGUMENT,
}


def restore_names(
    recorded: RecordedNames, declarations: Mapping[Key, Declaration]
) -> RecordedNames:
    """Return the record in which such names are those of types.

    A type that has another recorded name keeps that one.

    Args:
        recorded: Names of an earlier output, with the current keys of their schemas.
        declarations: Declarations by key.
    """
    named = {(item.role, item.key) for item in recorded.types.values()}
    types = {}
    for name, item in recorded.types.items():
        role = _PRIMARY.get(item.role)
        if role and (role, item.key) not in named and _is_own(name, item, declarations):
            item = replace(item, role=role, alias_of="", until="", place="")
        types[name] = item
    return replace(recorded, types=types)


def _is_own(
    name: str, item: RecordedType, declarations: Mapping[Key, Declaration]
) -> bool:
    """Return whether a type has a name if there is no earlier output."""
    header = declarations[item.key].header
    own = class_name(header.words[0])
    if item.role is TypeRole.ARGUMENT_ALIAS:
        own = parameter_name(own, header.usage)
    return header.declared and own == name
