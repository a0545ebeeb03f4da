"""Names of operations from the record of an earlier output."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from typing import NamedTuple

from ...model.naming import Naming
from ...recorded_names import RecordedCall, RecordedNames
from .from_path import Name, NamingInput

RECORDED = "the earlier output"
"""Source of the names from the record."""


class KnownNames(NamedTuple):
    """Operations and their names, followed by an entry for each recorded alias.

    The aliases are entries so that no other operation gets their names.
    """

    inputs: list[NamingInput]
    namings: list[Naming]


def apply_record(
    inputs: Sequence[NamingInput],
    namings: Sequence[Naming],
    by_settings: Container[int],
    recorded: RecordedNames,
) -> KnownNames:
    """Replace names by those of the earlier output.

    An operation keeps its recorded name. If the settings give it another one, the recorded
    name becomes an alias. If its samples use another one, that becomes an alias.

    Args:
        inputs: Operations.
        namings: Names from the settings, samples and paths.
        by_settings: Indexes of the names from the settings.
        recorded: Names of the earlier output.
    """
    known = KnownNames(list(inputs), list(namings))
    for index, names in _match(inputs, recorded).items():
        current = namings[index]
        # A call without a method is that of a resource.
        resources = {(name,) for name in names if "." not in name}
        names = {name: row for name, row in names.items() if "." in name}
        if index in by_settings:
            primary = (current.resource, current.name)
        else:
            calls = [name for name, row in names.items() if not row.alias_of]
            primary = _split(calls[0]) if calls else (current.resource, current.name)
            known.namings[index] = _keep(current, primary)
        if primary[0] in resources:
            known.namings[index] = replace(known.namings[index], calls_resource=True)
        aliases = [name for name in names if name != _join(primary)]
        others = dict.fromkeys(known.namings[index].other_calls)
        others.pop(_join(primary), None)
        known.namings[index] = replace(
            known.namings[index],
            other_calls=tuple(others),
            kept_calls=tuple(
                (name, names[name].until or recorded.removal)
                for name in aliases
                if name not in others
            ),
        )
        for name in aliases:
            known.inputs.append(inputs[index])
            known.namings.append(Naming(*_split(name), RECORDED))
    return known


def _match(
    inputs: Sequence[NamingInput], recorded: RecordedNames
) -> dict[int, dict[str, RecordedCall]]:
    """Return the recorded names of each operation, by its index.

    An operation is the same if its method and path are the same. Otherwise it is the same
    if its id is the same, and no operation has the recorded method and path.
    """
    by_place = {(item.method, item.path): index for index, item in enumerate(inputs)}
    by_id = {item.id: index for index, item in enumerate(inputs) if item.id}
    recorded_places = {(row.method, row.path) for row in recorded.calls.values()}
    matched: dict[int, dict[str, RecordedCall]] = {}
    for name, row in recorded.calls.items():
        index = by_place.get((row.method, row.path))
        if index is None:
            index = by_id.get(row.id)
            if index is not None:
                item = inputs[index]
                if (item.method, item.path) in recorded_places:
                    index = None  # This operation has recorded names, too.
        if index is not None:
            matched.setdefault(index, {})[name] = row
    return matched


def _keep(naming: Naming, primary: Name) -> Naming:
    current = (naming.resource, naming.name)
    if current == primary:
        return replace(naming, source=RECORDED)
    others = naming.other_calls
    if naming.origin is not None:  # Samples call it by this name.
        others = (_join(current), *others)
    return replace(
        naming,
        resource=primary[0],
        name=primary[1],
        source=RECORDED,
        rejected=(
            *naming.rejected,
            f"{_join(current)} is derived from {naming.source}",
        ),
        other_calls=others,
    )


def _split(call: str) -> Name:
    *resource, method = call.split(".")
    return tuple(resource), tuple(method.split("_"))


def _join(name: Name) -> str:
    return ".".join((*name[0], "_".join(name[1])))
