"""Names that the settings ask for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from generator.diagnostics import Diagnostics, Rule, Severity
from generator.model.operations import Naming
from generator.normalizer.resources import Call

UNKNOWN_NAME = Rule(
    "unknown-name",
    Severity.NOTE,
    "The setting `names` names an operation that does not exist, or asks for a call that "
    "is none. Keys are operation ids or `METHOD /path`, or patterns of them; values are "
    "calls such as `files.list`, or `beta.*` to put `beta` before the name.",
)


def wanted_names(
    calls: Sequence[Call],
    found: Sequence[Naming],
    wanted: Mapping[str, str],
    diagnostics: Diagnostics,
) -> list[Naming]:
    """The names with those that the settings ask for in their places.

    A key that is an operation's own comes before patterns, a longer pattern before a
    shorter one. `*` at the end of a value stands for the name that was found.

    Args:
        calls: the operations.
        found: their names so far.
        wanted: the setting `names`.
        diagnostics: takes entries that match nothing.
    """
    result = list(found)
    settled: set[int] = set()
    used: set[str] = set()
    for key, call in sorted(wanted.items(), key=lambda item: (-len(item[0]), item[0])):
        own = [place for place, item in enumerate(calls) if key in _keys(item)]
        matching = own or [
            place
            for place, item in enumerate(calls)
            if any(fnmatchcase(name, key) for name in _keys(item))
        ]
        *resource, name = call.split(".")
        if matching and resource and all(resource) and name:
            used.add(key)
        for place in matching if key in used else ():
            is_own = place in own
            if is_own or place not in settled:
                settled.add(place)
                naming = found[place]
                result[place] = _named(naming, tuple(resource), name, key)
    for key in wanted:
        if key not in used:
            diagnostics.add(
                UNKNOWN_NAME,
                f"'names': {key!r} = {wanted[key]!r} names no operation, or no call",
                hint="give an operation id or `METHOD /path`, and `resource.method`",
            )
    return result


def _keys(call: Call) -> tuple[str, str]:
    return call.id, f"{call.method} {call.path}"


def _named(naming: Naming, resource: tuple[str, ...], name: str, key: str) -> Naming:
    was = ".".join((*naming.resource, "_".join(naming.name)))
    words = naming.name if name == "*" else tuple(name.split("_"))
    inner = naming.resource if name == "*" else ()
    return replace(
        naming,
        resource=(*resource, *inner),
        name=words,
        source=f"the setting {key!r}",
        origin=None,
        lost=(*naming.lost, f"{was} is what {naming.source} says"),
    )
